using System.Collections.Immutable;
using System.Numerics;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Files;

/// <summary>Ivium .idf and .ids: text with blocks named <c>primary_data</c> of so many columns and rows. Which column is the frequency is found from the numbers.</summary>
internal static class IviumFile
{
    private const string Block = "primary_data";
    private const int MostRows = 10_000_000;

    /// <summary>The name of a block as bytes.</summary>
    public static ReadOnlySpan<byte> Mark => "primary_data"u8;

    public static bool Recognises(FileContent file) => file.Text.Contains(Block, StringComparison.OrdinalIgnoreCase);

    public static ImmutableArray<Spectrum> Read(FileContent file)
    {
        var spectra = new List<Spectrum>();
        for (var line = 0; line < file.Lines.Length; line++)
        {
            if (file.Lines[line].Trim().EndsWith(Block, StringComparison.OrdinalIgnoreCase))
            {
                spectra.AddRange(ReadBlock(file, line));
            }
        }

        return [.. spectra];
    }

    private static ImmutableArray<Spectrum> ReadBlock(FileContent file, int line)
    {
        if (line + 2 >= file.Lines.Length || !int.TryParse(file.Lines[line + 1].Trim(), out var columns) || !int.TryParse(file.Lines[line + 2].Trim(), out var count) || columns < 3 || count is < 1 or > MostRows)
        {
            file.Warn(SpectrumFileCodes.BadRow, line + 1, "the number of columns (at least 3) and the number of rows were expected on the two lines below", hint: null);
            return [];
        }

        // Some versions write a further number of their own before the points.
        var first = line + 3;
        while (first < file.Lines.Length && first < line + 6 && RowSplitter.Split(file.Lines[first], ' ').Length < columns)
        {
            first++;
        }

        var rows = new List<double[]>();
        for (var row = first; row < file.Lines.Length && rows.Count < count; row++)
        {
            var cells = RowSplitter.Split(file.Lines[row], ' ');
            var numbers = new double[columns];
            if (cells.Length < columns || cells.Take(columns).Where((cell, at) => !NumberText.TryParse(cell, out numbers[at])).Any())
            {
                break;
            }

            rows.Add(numbers);
        }

        if (rows.Count < count)
        {
            file.Warn(SpectrumFileCodes.Truncated, line + 3, $"{count} points were announced and {rows.Count} could be read", hint: null);
        }

        var frequency = rows.Count == 0 ? -1 : BareTable.FrequencyColumn(rows);
        if (frequency < 0)
        {
            return [];
        }

        var others = Enumerable.Range(0, columns).Where(at => at != frequency).ToArray();
        var table = new PointTable(file, "Ivium (.idf)") { IsSignUnknown = true, Notes = HeadNotes.Read(file.Lines, line) };
        for (var row = 0; row < rows.Count; row++)
        {
            table.Add(new SpectrumPoint(rows[row][frequency], new Complex(rows[row][others[0]], rows[row][others[1]]), double.NaN, double.NaN, "", first + 1 + row));
        }

        return table.Build();
    }
}
