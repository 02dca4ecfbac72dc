using System.Text;

namespace Electrolith.Cli.Output;

/// <summary>A plain table of at most 80 columns; the widest text column gives way first.</summary>
internal sealed class TextTable
{
    private const int Width = 80;
    private const string Gap = "  ";
    private readonly string[] headers;
    private readonly bool[] alignsRight;
    private readonly List<string[]> rows = [];

    /// <summary>Starts a table.</summary>
    /// <param name="headers">Column headings; one that starts with <c>&gt;</c> is aligned to the right.</param>
    public TextTable(params string[] headers)
    {
        alignsRight = [.. headers.Select(header => header.StartsWith('>'))];
        this.headers = [.. headers.Select(header => header.TrimStart('>'))];
    }

    /// <summary>Number of rows.</summary>
    public int Count => rows.Count;

    /// <summary>Adds a row.</summary>
    /// <param name="cells">One text for each column.</param>
    public void Add(params string[] cells) => rows.Add([.. Enumerable.Range(0, headers.Length).Select(column => column < cells.Length ? cells[column] : "")]);

    /// <summary>Adds a line of its own across all columns, above the rows that follow.</summary>
    /// <param name="text">The heading.</param>
    public void AddHeading(string text) => rows.Add([text]);

    /// <summary>Adds a text across all columns, indented and wrapped.</summary>
    /// <param name="text">The text.</param>
    public void AddText(string text) => Wrap(text, Width - 5).ForEach(line => rows.Add(["     " + line]));

    /// <inheritdoc/>
    public override string ToString()
    {
        var widths = Widths();
        var text = new StringBuilder();
        AppendRow(text, headers, widths);
        text.Append(string.Join(Gap, widths.Select(width => new string('-', width)))).Append('\n');
        foreach (var row in rows)
        {
            if (IsHeading(row))
            {
                text.Append(row[0]).Append('\n');
            }
            else
            {
                AppendRow(text, row, widths);
            }
        }

        return text.ToString();
    }

    private bool IsHeading(string[] row) => row.Length < headers.Length;

    private int[] Widths()
    {
        var widths = headers.Select((header, column) => rows.Where(row => !IsHeading(row)).Select(row => Length(row[column])).Append(Length(header)).Max()).ToArray();
        while (widths.Sum() + (Gap.Length * (widths.Length - 1)) > Width)
        {
            var widest = Array.IndexOf(widths, widths.Where((_, column) => !alignsRight[column]).DefaultIfEmpty(widths.Max()).Max());
            if (widths[widest] <= 8)
            {
                break;
            }

            widths[widest]--;
        }

        return widths;
    }

    private void AppendRow(StringBuilder text, string[] cells, int[] widths)
    {
        var wrapped = cells.Select((cell, column) => Wrap(cell, widths[column])).ToArray();
        var height = wrapped.Max(lines => lines.Count);
        for (var line = 0; line < height; line++)
        {
            var parts = wrapped.Select((lines, column) => Pad(line < lines.Count ? lines[line] : "", widths[column], alignsRight[column]));
            text.Append(string.Join(Gap, parts).TrimEnd()).Append('\n');
        }
    }

    private static List<string> Wrap(string cell, int width)
    {
        var lines = new List<string>();
        var rest = cell;
        while (Length(rest) > width)
        {
            var cut = rest.LastIndexOf(' ', Math.Min(width, rest.Length - 1));
            cut = cut > 0 ? cut : rest.LastIndexOf('-', width - 1) + 1;
            cut = cut > 0 ? cut : width;
            lines.Add(rest[..cut].TrimEnd());
            rest = rest[cut..].TrimStart();
        }

        lines.Add(rest);
        return lines;
    }

    private static int Length(string text) => text.Length;

    private static string Pad(string text, int width, bool right) => right ? text.PadLeft(width) : text.PadRight(width);
}
