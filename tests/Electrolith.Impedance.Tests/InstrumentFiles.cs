using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Spectra;
using Electrolith.Numerics;

namespace Electrolith.Impedance.Tests;

/// <summary>
/// One spectrum of a known circuit in every instrument format that is read, written here in the formats' own layouts. The files in
/// <c>examples/spectra</c> are made by it.
/// </summary>
internal static class InstrumentFiles
{
    /// <summary>Bulk, grain boundary and blocking electrodes of a pellet 1 mm thick.</summary>
    public const string CircuitText = "p(R1,CPE1)-p(R2,CPE2)-CPE3";

    /// <summary>Its parameters at 25 °C.</summary>
    public static readonly double[] Truth = [250, 2e-11, 0.98, 120, 4e-9, 0.9, 8e-6, 0.92];

    /// <summary>Activation energies of the conductivities times temperature of bulk and grain boundary, eV.</summary>
    public static readonly (double Bulk, double GrainBoundary) Activation = (0.33, 0.40);

    /// <summary>Resistances of bulk and grain boundary, ohm; all else is the same at every temperature.</summary>
    /// <param name="celsius">Temperature, °C.</param>
    public static (double Bulk, double GrainBoundary) Resistances(double celsius)
    {
        double At(double room, double activation) => room * ((celsius + 273.15) / 298.15) * Math.Exp(activation / 8.617333262e-5 * ((1 / (celsius + 273.15)) - (1 / 298.15)));
        return (At(Truth[0], Activation.Bulk), At(Truth[3], Activation.GrainBoundary));
    }

    /// <summary>The spectrum: 7 MHz to 1 Hz, 0.2 % of noise.</summary>
    /// <param name="celsius">Temperature, °C.</param>
    public static Spectrum Spectrum(int celsius = 25)
    {
        var circuit = Circuit.Parse(CircuitText);
        var random = new RandomStream((ulong)celsius);
        var (bulk, boundary) = Resistances(celsius);
        double[] truth = [bulk, Truth[1], Truth[2], boundary, .. Truth[4..]];
        var frequencies = Enumerable.Range(0, 69).Select(point => 7e6 * Math.Pow(10, -point / 10.0)).ToArray();
        return new Spectrum(frequencies, frequencies.Select(f => circuit.Impedance(f, truth)).Select(z => z + (0.002 * z.Magnitude * new Complex(Normal.Quantile(random.NextDouble()), Normal.Quantile(random.NextDouble())))));
    }

    /// <summary>Name and content of each file.</summary>
    /// <param name="spectrum">The spectrum.</param>
    public static IEnumerable<(string Name, byte[] Content)> All(Spectrum spectrum)
    {
        string Rows(Func<int, double, Complex, FormattableString> row) => Lines(spectrum, row);
        var count = spectrum.Count;
        yield return ("pellet-25degC.mpt", Mpt(spectrum));
        yield return ("pellet-25degC-comma.mpt", Latin(("EC-Lab ASCII FILE\r\nNb header lines : 3\r\nfreq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm\r\n" + Rows((_, f, z) => $"{f:E7}\t{z.Real:E7}\t{-z.Imaginary:E7}")).Replace('.', ',')));
        yield return ("pellet-25degC.mpr", Mpr(spectrum, 3));
        yield return ("pellet-25degC-older.mpr", Mpr(spectrum, 2));
        yield return ("pellet-25degC.DTA", Gamry(spectrum));
        yield return ("pellet-25degC.z", Latin("ZPLOT2 ASCII\r\nInstrument: written for this example\r\n  Freq(Hz)\tAmpl\tBias\tTime(Sec)\tZ'(a)\tZ''(b)\tGD\tErr\tRange\r\nEnd Comments\r\n" + Rows((at, f, z) => $"{f:E6}, 0.01, 0, {2 * at}, {z.Real:E7}, {z.Imaginary:E7}, 0, 0, 0")));
        yield return ("pellet-25degC.par", Latin("<Application>\r\nName=VersaStudio\r\n</Application>\r\n\r\n<Segment1>\r\nType=12\r\nVersion=0\r\nDefinition=Segment #, Point #, E(V), I(A), Elapsed Time(s), ADC Sync Input(V), Current Range, Status, E Applied(V), Frequency(Hz), E Real, E Imag, I Real, I Imag, Z Real, Z Imag, E2 Status, E2(V)\r\n"
            + Rows((at, f, z) => $"0,{at},0,0,{2 * at},0,7,0,0,{f:E7},0.01,0,0,0,{z.Real:E7},{z.Imaginary:E7},0,0") + "</Segment1>\r\n"));
        yield return ("pellet-25degC-autolab.txt", Latin($"\"Z60W Data File: Version 1.1\"\r\n\"\"\r\n\"\"\r\n\"\"\r\n\"\"\r\n\"\"\r\n\"\"\r\n\"\"\r\n0,2,0,1,0.1,10000\r\n{count}\r\n\"  Freq (Hz)    Ampl     Bias   Time(Sec)   Z'(a)    Z''(b)    GD   Err   Range\"\r\n"
            + Rows((_, f, z) => $"{f:E7},0,0,0,{z.Real:E7},{z.Imaginary:E7},0,0,0")));
        yield return ("pellet-25degC-chi.txt", Latin("A.C. Impedance\r\nFile: example\r\nData Source:  Experiment\r\nInstrument Model:  CHI660E\r\n\r\nInit E (V) = 0\r\n\r\nFreq/Hz, Z'/ohm, Z\"/ohm, Z/ohm, Phase/deg\r\n\r\n" + Rows((_, f, z) => $"{f:E6}, {z.Real:E7}, {z.Imaginary:E7}, {z.Magnitude:E7}, {Degrees(z):F4}")));
        yield return ("pellet-25degC-parstat.txt", Latin("Potential (V)\tCurrent (A)\tElapsed Time (s)\tFrequency (Hz)\tZre (ohms)\tZim (ohms)\t|Vac| (V)\t|Iac| (A)\t\r\n3.0\t0\t10\t0\t0\t0\t0\t0\t\r\n" + Rows((at, f, z) => $"3.0\t0\t{12 + at}\t{f:E7}\t{z.Real:E7}\t{z.Imaginary:E7}\t0.01\t1E-05\t")));
        yield return ("pellet-25degC-powersuite.txt", Latin("Frequency\t Zre\t Zimg\r\n" + Rows((_, f, z) => $"{f:E7}\t {z.Real:E7}\t {z.Imaginary:E7}")));
        yield return ("pellet-25degC-novocontrol.txt", Latin("Novocontrol example, 25 degC\r\n\r\nFreq. [Hz]\tZs' [Ohms]\tZs'' [Ohms]\r\n" + Rows((_, f, z) => $"{f:E6}\t{z.Real:E7}\t{z.Imaginary:E7}")));
        yield return ("pellet-25degC-relaxis.txt", Latin("RelaxIS 3.0 Spectrum export\r\nDate: 11/27/2026 9:00:00 AM\r\nData: Frequency\tData: Z'\tData: Z''\tData: |Z|\tData: Theta (Z)\r\nDC=0, TM=25\tModel: Unassigned Spectra\texample\t\r\n" + Rows((_, f, z) => $"{f:R}\t{z.Real:R}\t{z.Imaginary:R}\t{z.Magnitude:R}\t{Degrees(z):R}")));
        yield return ("pellet-25degC.idf", Latin($"Title=example\r\nMethod=Impedance\r\nprimary_data\r\n3\r\n{count}\r\n" + Rows((_, f, z) => $"{z.Real:E7} {z.Imaginary:E7} {f:E7}")));
        yield return ("pellet-25degC.ids", [.. new byte[64], .. Latin($"\r\nprimary_data\r\n3\r\n{count}\r\n" + Rows((_, f, z) => $"{z.Real:E7} {z.Imaginary:E7} {f:E7}")), .. new byte[32]]);
        yield return ("pellet-25degC.pssession", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(PalmSens(spectrum))).ToArray());
        yield return ("pellet-25degC.csv", Latin("frequency/Hz,Re(Z)/Ohm,-Im(Z)/Ohm\r\n" + Rows((_, f, z) => $"{f:G9},{z.Real:G9},{-z.Imaginary:G9}")));
    }

    /// <summary>The same pellet at other temperatures, as BioLogic and Gamry write it.</summary>
    public static IEnumerable<(string Name, int Celsius, byte[] Content)> Series() => new[] { 0, 50 }.SelectMany(celsius => new[]
    {
        ($"pellet-{celsius}degC.mpt", celsius, Mpt(Spectrum(celsius))), ($"pellet-{celsius}degC.DTA", celsius, Gamry(Spectrum(celsius))),
    });

    private static byte[] Mpt(Spectrum spectrum) => Latin("EC-Lab ASCII FILE\r\nNb header lines : 6                           \r\n\r\nPotentio Electrochemical Impedance Spectroscopy\r\n\r\nfreq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm\t|Z|/Ohm\tPhase(Z)/deg\ttime/s\tcycle number\r\n"
        + Lines(spectrum, (at, f, z) => $"{f:E7}\t{z.Real:E7}\t{-z.Imaginary:E7}\t{z.Magnitude:E7}\t{Degrees(z):E7}\t{2 * at:E6}\t{1:E7}"));

    private static byte[] Gamry(Spectrum spectrum) => Latin("EXPLAIN\r\nTAG\tEISPOT\r\nTITLE\tLABEL\tPotentiostatic EIS\tTest &Identifier\r\nZCURVE\tTABLE\r\n\tPt\tTime\tFreq\tZreal\tZimag\tZsig\tZmod\tZphz\tIdc\tVdc\tIERange\r\n\t#\ts\tHz\tohm\tohm\tV\tohm\t°\tA\tV\t#\r\n"
        + Lines(spectrum, (at, f, z) => $"\t{at}\t{2 * at}\t{f:F6}\t{z.Real:E7}\t{z.Imaginary:E7}\t1\t{z.Magnitude:E6}\t{Degrees(z):F5}\t0\t0\t9"));

    private static string Lines(Spectrum spectrum, Func<int, double, Complex, FormattableString> row) => string.Concat(spectrum.Frequencies.Select((f, at) => FormattableString.Invariant(row(at, f, spectrum.Impedances[at])) + "\r\n"));

    private static double Degrees(Complex z) => z.Phase * 180 / Math.PI;

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    private static string PalmSens(Spectrum spectrum)
    {
        string Values(Func<int, double> of) => string.Join(",", Enumerable.Range(0, spectrum.Count).Select(at => FormattableString.Invariant($"{{\"V\":{of(at):R}}}")));
        string Set(string description, string unit, Func<int, double> of) => $"{{\"Type\":\"PalmSens.Data.DataArrayUnit\",\"Description\":\"{description}\",\"Unit\":{{\"S\":\"{unit}\"}},\"DataValues\":[{Values(of)}]}}";
        return "{\"Type\":\"PalmSens.DataFiles.SessionFile\",\"Measurements\":[{\"Title\":\"Impedance\",\"EISDataList\":[{\"Title\":\"CH 1\",\"DataSet\":{\"Values\":["
            + string.Join(",", Set("Frequency", "Hz", at => spectrum.Frequencies[at]), Set("ZRe", "Ω", at => spectrum.Impedances[at].Real), Set("ZIm", "Ω", at => -spectrum.Impedances[at].Imaginary)) + "]}}]}]}";
    }

    /// <summary>BioLogic's chain of modules: a settings module to skip, and a data module with a column of an unknown number (1234) between known ones.</summary>
    private static byte[] Mpr(Spectrum spectrum, int version)
    {
        // Column numbers of version 3 are words after one byte; of version 2 words at once. Rows begin at 1007 and 405 of the module.
        (int Id, int Size)[] columns = [(4, 8), (32, 4), (37, 4), (38, 4), (1234, 4), (36, 4), (35, 4)];
        var first = version == 3 ? 1007 : 405;
        var rowSize = columns.Sum(column => column.Size);
        var data = new byte[first + (rowSize * spectrum.Count)];
        BinaryPrimitives.WriteUInt32LittleEndian(data, (uint)spectrum.Count);
        data[4] = (byte)columns.Length;
        for (var at = 0; at < columns.Length; at++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(data.AsSpan((version == 3 ? 6 : 5) + (2 * at)), (ushort)columns[at].Id);
        }

        for (var point = 0; point < spectrum.Count; point++)
        {
            var row = data.AsSpan(first + (point * rowSize));
            var z = spectrum.Impedances[point];
            BinaryPrimitives.WriteDoubleLittleEndian(row, 2 * point);
            float[] values = [(float)spectrum.Frequencies[point], (float)z.Real, (float)-z.Imaginary, 7, (float)z.Magnitude, (float)(z.Phase * 180 / Math.PI)];
            for (var at = 0; at < values.Length; at++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(row[(8 + (4 * at))..], values[at]);
            }
        }

        using var file = new MemoryStream();
        file.Write(Latin("BIO-LOGIC MODULAR FILE\u001a".PadRight(48)));
        file.Write(new byte[4]);
        Module(file, "VMP Set", 2, new byte[120]);
        Module(file, "VMP data", version, data);
        return file.ToArray();
    }

    private static void Module(MemoryStream file, string name, int version, byte[] content)
    {
        file.Write(Latin("MODULE" + name.PadRight(10) + name.PadRight(25)));
        Span<byte> head = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(head, (uint)content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], (uint)version);
        Latin("11/27/26").CopyTo(head[8..]);
        file.Write(head);
        file.Write(content);
    }
}
