using System.Collections.Immutable;
using System.Numerics;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Files;

/// <summary>How a text format differs from a plain table.</summary>
internal sealed record TextTableOptions(string Format)
{
    /// <summary>What stands before the headings on their line, such as <c>Definition=</c>; empty when nothing does.</summary>
    public string HeadingPrefix { get; init; } = "";

    /// <summary>Lines that begin with it end a table.</summary>
    public string End { get; init; } = "";

    /// <summary>Lines that begin with it say that the measurement was aborted.</summary>
    public string Abort { get; init; } = "";

    /// <summary>Lines that begin with it may stand between headings and points.</summary>
    public ImmutableArray<string> Skipped { get; init; } = [];

    /// <summary>Group of the point with this index, for files that number their loops by points; null when the file does not.</summary>
    public Func<int, string>? GroupOf { get; init; }
}

/// <summary>Reads tables with a line of headings, wherever in the text they stand.</summary>
internal sealed class TextTable(FileContent file, TextTableOptions options)
{
    private const int MostComplaints = 5;
    private readonly List<Spectrum> spectra = [];
    private int complaints;

    /// <summary>True when at least one line of headings was found.</summary>
    public bool HasHeadings { get; private set; }

    /// <summary>Reads all tables of the text.</summary>
    public ImmutableArray<Spectrum> Read(Func<int, Dictionary<string, string>> notes)
    {
        for (var line = 0; line < file.Lines.Length; line++)
        {
            if (TryHeadings(line, out var headings, out var maps))
            {
                HasHeadings = true;
                var tables = maps.ConvertAll(map => new PointTable(file, options.Format) { Notes = notes(line), IsSignUnknown = map.Form == ImpedanceForm.Parallel });
                line = ReadRows(line, headings, maps, tables) - 1;
                spectra.AddRange(tables.SelectMany(table => table.Build()));
            }
        }

        return spectra.Count <= 1 ? [.. spectra] : [.. spectra.Select((spectrum, at) => spectrum.Name.Contains(" #", StringComparison.Ordinal) && !HasRepeats() ? spectrum : Renamed(spectrum, at))];
    }

    private bool HasRepeats() => spectra.DistinctBy(spectrum => spectrum.Name).Count() < spectra.Count;

    private Spectrum Renamed(Spectrum spectrum, int at) => new(spectrum.Frequencies, spectrum.Impedances)
    {
        Name = $"{file.Name} #{at + 1}", Times = spectrum.Times, Temperature = spectrum.Temperature, Notes = spectrum.Notes,
    };

    private bool TryHeadings(int line, out Headings headings, out List<ColumnMap> maps)
    {
        (headings, maps) = (new Headings([], [], ' '), []);
        var text = file.Lines[line];
        if (text.Length > 8000 || !text.StartsWith(options.HeadingPrefix, StringComparison.Ordinal) || !text.AsSpan().ContainsAny("fFwWoO"))
        {
            return false;
        }

        text = text[options.HeadingPrefix.Length..].TrimStart('#', '%', '!', '*');
        foreach (var separator in RowSplitter.Separators)
        {
            var cells = RowSplitter.Split(text, separator);
            var columns = Array.ConvertAll(cells, ColumnHeading.Parse);
            var found = ColumnMap.Find(columns);
            if (found.Count > maps.Count)
            {
                (headings, maps) = (new Headings(cells, columns, separator), found);
            }
        }

        return maps.Count > 0;
    }

    /// <summary>Reads the rows below headings; returns the line after the table.</summary>
    private int ReadRows(int headingLine, Headings headings, List<ColumnMap> maps, List<PointTable> tables)
    {
        var (line, separator, index) = (headingLine + 1, '\0', 0);
        var columns = headings.Columns;
        for (; line < file.Lines.Length; line++)
        {
            var text = file.Lines[line];
            if (string.IsNullOrWhiteSpace(text) || options.Skipped.Any(start => text.TrimStart().StartsWith(start, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            if (options.Abort.Length > 0 && text.StartsWith(options.Abort, StringComparison.Ordinal))
            {
                file.Warn(SpectrumFileCodes.Aborted, line + 1, $"the measurement was aborted; the {tables.Sum(table => table.Count)} points before are used", hint: null);
                line++;
                break;
            }

            if ((options.End.Length > 0 && text.StartsWith(options.End, StringComparison.Ordinal)) || TryHeadings(line, out _, out _))
            {
                break;
            }

            if (index == 0 && line == headingLine + 1 && Units(text, headings) is { } withUnits)
            {
                columns = withUnits;
                continue;
            }

            if (index == 0 && int.TryParse(text.Trim(), out _))
            {
                // The number of points, which some formats write before the first.
                continue;
            }

            var cells = Cells(text, headings, maps, ref separator);
            index += TakeRow(cells, columns, maps, tables, index, line) ? 1 : 0;
        }

        WarnOfArea(columns, maps, headingLine);
        return line;
    }

    /// <summary>The row of units below the headings, if this is one.</summary>
    private static Column[]? Units(string text, Headings headings)
    {
        var cells = RowSplitter.Split(text, headings.Separator);
        if (cells.Length < 2 || cells.Length > headings.Cells.Length || Array.Exists(cells, cell => NumberText.TryParse(cell, out _)))
        {
            return null;
        }

        var columns = headings.Cells.Select((cell, at) => at < cells.Length && cells[at].Length is > 0 and < 12 ? ColumnHeading.Parse($"{cell} ({cells[at].Trim('(', ')', '[', ']')})") : headings.Columns[at]).ToArray();
        return ColumnMap.Find(columns).Count == ColumnMap.Find(headings.Columns).Count ? columns : headings.Columns;
    }

    /// <summary>The cells of a row by the separator of this table, or by any that gives numbers where they are needed.</summary>
    private static string[] Cells(string text, Headings headings, List<ColumnMap> maps, ref char separator)
    {
        string[] Aligned(string[] cells) => cells.Length == headings.Cells.Length + 1 && headings.Cells[0].Length > 0 ? cells[1..] : cells;
        bool Fits(string[] cells) => maps.Exists(map => cells.Length > map.LastNeeded && NumberText.TryParse(cells[map.Frequency], out _)
            && NumberText.TryParse(cells[map.First], out _) && NumberText.TryParse(cells[map.Second], out _));
        var own = Aligned(RowSplitter.Split(text, separator == '\0' ? headings.Separator : separator));
        if (Fits(own))
        {
            separator = separator == '\0' ? headings.Separator : separator;
            return own;
        }

        foreach (var other in RowSplitter.Separators)
        {
            var cells = Aligned(RowSplitter.Split(text, other));
            if (Fits(cells))
            {
                separator = separator == '\0' ? other : separator;
                return cells;
            }
        }

        return own;
    }

    private bool TakeRow(string[] cells, Column[] columns, List<ColumnMap> maps, List<PointTable> tables, int index, int line)
    {
        double Number(int at) => at >= 0 && at < cells.Length && NumberText.TryParse(cells[at], out var value) ? columns[at].Factor * value + columns[at].Offset : double.NaN;
        var taken = false;
        for (var at = 0; at < maps.Count; at++)
        {
            var map = maps[at];
            var (first, second) = (Number(map.First), Number(map.Second));
            var impedance = map.Impedance(first, second);
            var group = map.Group >= 0 && map.Group < cells.Length ? (NumberText.TryParse(cells[map.Group], out var number) ? number.ToString("R") : cells[map.Group].Trim('"')) : options.GroupOf?.Invoke(index) ?? "";
            taken |= tables[at].Add(new SpectrumPoint(Number(map.Frequency), impedance, Number(map.Time), Number(map.Temperature), group, line + 1));
        }

        if (!taken)
        {
            Complain(line, maps[0], columns, tables.Sum(table => table.Count) == 0);
        }

        return taken;
    }

    private void Complain(int line, ColumnMap map, Column[] columns, bool isBefore)
    {
        var hasDigits = file.Lines[line].AsSpan(0, Math.Min(200, file.Lines[line].Length)).ContainsAnyInRange('0', '9');
        if (isBefore && !hasDigits)
        {
            return;
        }

        complaints++;
        if (complaints <= MostComplaints)
        {
            file.Warn(SpectrumFileCodes.BadRow, line + 1, $"not a point: a frequency above zero and two numbers were expected in columns {map.Frequency + 1}, {map.First + 1} and {map.Second + 1} of {columns.Length}; the row is left out", complaints == MostComplaints ? "further rows of this kind are not listed" : null);
        }
    }

    private void WarnOfArea(Column[] columns, List<ColumnMap> maps, int headingLine)
    {
        if (maps.Exists(map => columns[map.First].IsPerArea || columns[map.Second].IsPerArea))
        {
            file.Warn(SpectrumFileCodes.PerArea, headingLine + 1, "the heading says resistance times area (ohm cm2); the numbers are kept as they are and called ohm", "divide by the area to have the impedance of the sample, or give an area of 1 cm2 later");
        }
    }

    private sealed record Headings(string[] Cells, Column[] Columns, char Separator);
}
