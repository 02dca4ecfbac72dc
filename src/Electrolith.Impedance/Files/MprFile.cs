using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Files;

/// <summary>BioLogic .mpr: a chain of modules, of which those named <c>VMP data</c> hold rows of columns that are known by number.</summary>
internal sealed class MprFile(FileContent file)
{
    private const int NamesEnd = 41;
    private static ReadOnlySpan<byte> Magic => "BIO-LOGIC MODULAR FILE"u8;

    private static ReadOnlySpan<byte> Mark => "MODULE"u8;

    public static bool Recognises(ReadOnlySpan<byte> content) => content.StartsWith(Magic);

    public ImmutableArray<Spectrum> Read()
    {
        var spectra = new List<Spectrum>();
        var bytes = file.Bytes;
        var at = bytes.AsSpan().IndexOf(Mark);
        while (at >= 0 && at + NamesEnd + 24 <= bytes.Length)
        {
            var isLate = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + NamesEnd)) == uint.MaxValue;
            var (lengthAt, head) = isLate ? (at + NamesEnd + 4, 65) : (at + NamesEnd, 57);
            long length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(lengthAt));
            var name = System.Text.Encoding.Latin1.GetString(bytes, at + Mark.Length, 10).TrimEnd();
            if (name == "VMP data")
            {
                spectra.AddRange(ReadModule(at + head, length));
            }

            var next = at + head + length;
            at = next < bytes.Length && next > at && bytes.AsSpan((int)next).StartsWith(Mark) ? (int)next : Following(bytes, at + Mark.Length);
        }

        return [.. spectra];
    }

    private static int Following(byte[] bytes, int from)
    {
        var found = bytes.AsSpan(Math.Min(from, bytes.Length)).IndexOf(Mark);
        return found < 0 ? -1 : from + found;
    }

    private ImmutableArray<Spectrum> ReadModule(int start, long announced)
    {
        if (start >= file.Bytes.Length)
        {
            return [];
        }

        var module = file.Bytes.AsSpan(start, (int)Math.Min(announced, file.Bytes.Length - start));
        if (MprLayout.Find(module, announced) is not { } layout)
        {
            file.Warn(SpectrumFileCodes.NoSpectrum, 0, $"offset {start}: the data module has no columns for frequency and impedance", "is this an impedance measurement (PEIS or GEIS)?");
            return [];
        }

        if (layout.Unknown.Count > 0)
        {
            file.Warn(SpectrumFileCodes.UnknownColumns, 0, $"offset {start}: columns with the unknown numbers {string.Join(", ", layout.Unknown)} are skipped", "compare a point with the instrument's own display");
        }

        var table = new PointTable(file, "BioLogic binary (.mpr)");
        var present = Math.Min(layout.Rows, Math.Max(0, module.Length - layout.First) / layout.RowSize);
        var refused = 0;
        for (var row = 0; row < present; row++)
        {
            refused += table.Add(Point(module.Slice(layout.First + row * layout.RowSize, layout.RowSize), layout.Offsets)) ? 0 : 1;
        }

        if (present < layout.Rows || refused > 0)
        {
            file.Warn(SpectrumFileCodes.Truncated, 0, $"offset {start}: {layout.Rows} points are announced; {present} are in the file and {table.Count} of them can be an impedance", present < layout.Rows ? "the file is cut off; copy it again" : null);
        }

        return table.Build();
    }

    private static SpectrumPoint Point(ReadOnlySpan<byte> row, Dictionary<int, int> offsets)
    {
        var time = offsets.TryGetValue(MprColumns.Time, out var timeAt) && timeAt + 8 <= row.Length ? BinaryPrimitives.ReadDoubleLittleEndian(row[timeAt..]) : double.NaN;
        var cycle = offsets.TryGetValue(MprColumns.Cycle, out var cycleAt) && cycleAt + 8 <= row.Length ? BinaryPrimitives.ReadDoubleLittleEndian(row[cycleAt..]) : double.NaN;
        var impedance = offsets.ContainsKey(MprColumns.Real) && offsets.ContainsKey(MprColumns.MinusImaginary)
            ? new Complex(Single(row, offsets, MprColumns.Real), -Single(row, offsets, MprColumns.MinusImaginary))
            : Complex.FromPolarCoordinates(Single(row, offsets, MprColumns.Modulus), Single(row, offsets, MprColumns.Phase) * Math.PI / 180);
        var group = double.IsFinite(cycle) ? cycle.ToString("R") : "";
        return new SpectrumPoint(Single(row, offsets, MprColumns.Frequency), impedance, time, double.NaN, group, 0);
    }

    private static double Single(ReadOnlySpan<byte> row, Dictionary<int, int> offsets, int id) =>
        offsets[id] + 4 <= row.Length ? BinaryPrimitives.ReadSingleLittleEndian(row[offsets[id]..]) : double.NaN;
}
