using System.Globalization;
using System.Numerics;
using System.Text;
using Electrolith.Impedance.Files;
using Electrolith.Impedance.Spectra;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Impedance.Tests;

/// <summary>Instrument files, written here in the formats' own layouts from a closed form: R = 100 ohm beside C = 1 uF, and 10 ohm before.</summary>
public sealed class SpectrumFileTests
{
    private static readonly double[] Frequencies = [1e5, 1e4, 1e3, 1e2, 10];

    private static Complex Truth(double frequency) => 10 + 100 / new Complex(1, 2 * Math.PI * frequency * 1e-4);

    private static string Rows(Func<int, double, Complex, string> row) => string.Concat(Frequencies.Select((frequency, at) => row(at, frequency, Truth(frequency)) + "\r\n"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>The same points as data of the measurement and again for its figures, in kilo-ohm; the prefix stands in the name of the unit's type alone.</summary>
    private static string PalmSensTwice()
    {
        string Values(string description, string type, string symbol, Func<double, Complex, double> of) =>
            $"{{\"type\":\"PalmSens.Data.DataArray\",\"description\":\"{description}\",\"unit\":{{\"type\":\"PalmSens.Units.{type}\",\"s\":\"{symbol}\"}},\"datavalues\":[{string.Join(",", Frequencies.Select(f => Text($"{{\"v\":{of(f, Truth(f)):R}}}")))}]}}";
        var set = $"{{\"type\":\"PalmSens.Data.DataSetEIS\",\"values\":[{Values("Idc", "MicroAmpere", "A", (_, _) => 0)},{Values("Frequency", "Hertz", "Hz", (f, _) => f)},{Values("ZRe", "KiloOhm", "Ohm", (_, z) => z.Real / 1000)},{Values("ZIm", "KiloOhm", "Ohm", (_, z) => -z.Imaginary / 1000)}]}}";
        return $"{{\"type\":\"PalmSens.DataFiles.SessionFile\",\"measurements\":[{{\"title\":\"EIS\",\"dataset\":{set},\"eisdatalist\":[{{\"title\":\"CH 1\",\"dataset\":{set}}}]}}]}}";
    }

    public static TheoryData<string, string> Samples => new()
    {
        { "a.mpt", "EC-Lab ASCII FILE\r\nNb header lines : 4                          \r\n\r\nfreq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm\t|Z|/Ohm\tPhase(Z)/deg\ttime/s\tcycle number\r\n" + Rows((at, f, z) => Text($"{f:E7}\t{z.Real:E9}\t{-z.Imaginary:E9}\t{z.Magnitude:E9}\t{z.Phase * 180 / Math.PI:E9}\t{at:E6}\t1.0E+00")) },
        { "comma.mpt", ("EC-Lab ASCII FILE\r\nNb header lines : 3\r\nfreq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm\r\n" + Rows((_, f, z) => Text($"{f:E7}\t{z.Real:E9}\t{-z.Imaginary:E9}"))).Replace('.', ',') },
        { "a.DTA", "EXPLAIN\r\nTAG\tEISPOT\r\nZCURVE\tTABLE\r\n\tPt\tTime\tFreq\tZreal\tZimag\tZsig\tZmod\tZphz\tIdc\tVdc\tIERange\r\n\t#\ts\tHz\tohm\tohm\tV\tohm\t°\tA\tV\t#\r\n" + Rows((at, f, z) => Text($"\t{at}\t{at + 1}\t{f:G9}\t{z.Real:G10}\t{z.Imaginary:G10}\t1\t{z.Magnitude:G10}\t{z.Phase * 180 / Math.PI:G10}\t0\t0\t9")) },
        { "a.z", "ZPLOT2 ASCII\r\n  Freq(Hz)\tAmpl\tBias\tTime(Sec)\tZ'(a)\tZ''(b)\tGD\tErr\tRange\r\nEnd Comments\r\n" + Rows((at, f, z) => Text($"{f:E6}, 0, 0, {at}, {z.Real:E9}, {z.Imaginary:E9}, 0, 0, 0")) },
        { "a.csv", "frequency/kHz;Re(Z)/kOhm;-Im(Z)/kOhm\r\n" + Rows((_, f, z) => Text($"{f / 1e3:G10};{z.Real / 1e3:G12};{-z.Imaginary / 1e3:G12}")) },
        { "polar.tsv", "Frequency (Hz)\t|Z| (Ohm)\tPhase (deg)\r\n" + Rows((_, f, z) => Text($"{f:G9}\t{z.Magnitude:G12}\t{z.Phase * 180 / Math.PI:G12}")) },
        { "ch.txt", "A.C. Impedance\r\nInstrument Model:  CHI660\r\n\r\nFreq/Hz, Z'/ohm, Z\"/ohm, Z/ohm, Phase/deg\r\n\r\n" + Rows((_, f, z) => Text($"{f:E6}, {z.Real:E9}, {z.Imaginary:E9}, {z.Magnitude:E9}, {z.Phase * 180 / Math.PI:E9}")) },
        // WinDETA exports the parallel resistance and reactance beside permittivities: 1/Z = 1/Zp' + j/Zp'', Zp'' above zero for a capacitor.
        { "windeta.dat", "sample, 25 C\r\nFixed value(s) : AC Volt [Vrms]=1.0000e+00\r\n Freq. [Hz]\t Eps'    \t Eps''   \t Zp' [Ohms]\t Zp'' [Ohms]\t Sig' [S/cm]\r\n" + Rows((_, f, z) => Text($"{f:E9}\t1.0E+01\t2.0E+00\t{1 / (1 / z).Real:E12}\t{1 / (1 / z).Imaginary:E12}\t1.0E-06")) },
        { "series-too.dat", " Freq. [Hz]\tZp' [Ohms]\tZp'' [Ohms]\tZs'' [Ohms]\tZs' [Ohms]\tM Temp [K]\r\n" + Rows((_, f, z) => Text($"{f:E9}\t1.0E+01\t2.0E+00\t{z.Imaginary:E12}\t{z.Real:E12}\t298.1")) },
        { "counted.P00", "Procedure : title\r\n f/Hz       \t Z'/Ohm     \t -Z''/Ohm   \t time/s    \t\r\n 5 \r\n" + Rows((_, f, z) => Text($" {f:E9}\t {z.Real:E12}\t {-z.Imaginary:E12}\t 59.3\t")) },
        { "counted.i2b", "made\r\nby hand\r\n\r\n5\r\n" + Rows((_, f, z) => Text($"{f:R} {z.Real:R} {z.Imaginary:R}")) },
        // No names, |Z| and phase before noughts, Z' and -Z'': only |Z|^2 = Z'^2 + Z''^2 tells them apart.
        { "unnamed.crv", "Z11\r\nsettings|0|1\r\n" + Rows((_, f, z) => Text($"{f:E9}\t{z.Magnitude:E12}\t{z.Phase * 180 / Math.PI:E12}\t0\t0\t0\t{z.Real:E12}\t{-z.Imaginary:E12}\t0")) },
        { "extra-line.idf", "Title=x\r\nprimary_data\r\n3\r\n5\r\n0\r\n" + Rows((_, f, z) => Text($"{z.Real:E12} {z.Imaginary:E12} {f:E9}")) },
        { "twice.pssession", PalmSensTwice() },
        { "bare.txt", Rows((_, f, z) => Text($"{f:G9} {z.Real:G12} {z.Imaginary:G12}")) },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_file_of_each_format_gives_the_impedances_of_the_closed_form(string name, string content)
    {
        var bag = new DiagnosticBag();
        var spectrum = Assert.Single(SpectrumFile.Read(name, Encoding.Latin1.GetBytes(content), bag));
        Assert.DoesNotContain(bag.ToSorted(), problem => problem.Severity == Severity.Error);
        Assert.Equal(Frequencies.Length, spectrum.Count);
        for (var at = 0; at < Frequencies.Length; at++)
        {
            Assert.Equal(Frequencies[at], spectrum.Frequencies[at], 1e-6 * Frequencies[at]);
            Assert.True((Truth(Frequencies[at]) - spectrum.Impedances[at]).Magnitude < 1e-6, $"{name} at {Frequencies[at]} Hz: {spectrum.Impedances[at]}");
        }
    }

    [Fact]
    public void What_is_written_is_read_back_to_the_last_bit()
    {
        var spectrum = new Spectrum(Frequencies, Frequencies.Select(Truth)) { Name = "cell" };
        foreach (var (name, text) in new[] { ("cell.csv", SpectrumWriter.ToCsv([spectrum])), ("cell.json", SpectrumWriter.ToJson([spectrum])), ("cell.z", SpectrumWriter.ToZPlot(spectrum)) })
        {
            var read = Assert.Single(SpectrumFile.Read(name, Encoding.UTF8.GetBytes(text), new DiagnosticBag()));
            Assert.Equal(spectrum.Frequencies.ToArray(), read.Frequencies.ToArray());
            Assert.Equal(spectrum.Impedances.ToArray(), read.Impedances.ToArray());
        }
    }

    [Fact]
    public void An_aborted_measurement_keeps_its_points_and_says_so()
    {
        var bag = new DiagnosticBag();
        var text = Samples.First(sample => (string)sample[0] == "a.DTA")[1] + "EXPERIMENTABORTED\tTOGGLE\tT\tExperiment Aborted\r\n";
        Assert.Equal(Frequencies.Length, Assert.Single(SpectrumFile.Read("a.DTA", Encoding.Latin1.GetBytes(text), bag)).Count);
        Assert.Contains(bag.ToSorted(), problem => problem.Code == "EL1417");
    }

    [Fact]
    public void A_sweep_that_begins_again_is_a_second_spectrum()
    {
        var row = Rows((_, f, z) => Text($"{f:G9},{z.Real:G12},{z.Imaginary:G12}"));
        Assert.Equal(2, SpectrumFile.Read("two.csv", Encoding.UTF8.GetBytes("f/Hz,Re(Z)/Ohm,Im(Z)/Ohm\n" + row + row), new DiagnosticBag()).Length);
    }

    [Theory]
    [InlineData("empty.mpt", "")]
    [InlineData("words.DTA", "no numbers at all\nnot here\n")]
    [InlineData("head.mpt", "EC-Lab ASCII FILE\r\nNb header lines : 61\r\n")]
    [InlineData("json.json", "{\"spectra\": [")]
    [InlineData("magic.mpr", "BIO-LOGIC MODULAR FILE\u001a        MODULEVMP data  ")]
    public void A_file_without_a_spectrum_is_an_error_with_a_code(string name, string content)
    {
        var bag = new DiagnosticBag();
        Assert.Empty(SpectrumFile.Read(name, Encoding.Latin1.GetBytes(content), bag));
        Assert.Contains(bag.ToSorted(), problem => problem.Severity == Severity.Error && problem.Code.StartsWith("EL14", StringComparison.Ordinal));
    }

    [Fact]
    public void No_cut_and_no_wrong_byte_makes_the_reader_throw()
    {
        var state = 12345u;
        foreach (var sample in Samples)
        {
            var bytes = Encoding.Latin1.GetBytes((string)sample[1]);
            for (var trial = 0; trial < 200; trial++)
            {
                state = state * 1664525 + 1013904223;
                var cut = bytes[..(int)(state % (uint)bytes.Length)];
                for (var at = (int)(state % 7); at < cut.Length && trial % 2 == 1; at += 37)
                {
                    state = state * 1664525 + 1013904223;
                    cut[at] = (byte)(state >> 24);
                }

                var bag = new DiagnosticBag();
                var spectra = SpectrumFile.Read((string)sample[0], cut, bag);
                Assert.True(!spectra.IsEmpty || bag.HasErrors, $"{sample[0]}: neither a spectrum nor an error");
            }
        }
    }
}
