using System.Collections.Immutable;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Documents;

/// <summary>A table with a header; every row has as many fields as the header.</summary>
public sealed class CsvTable
{
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);

    internal CsvTable(SourceText source, ImmutableArray<string> header, ImmutableArray<CsvRow> rows)
    {
        Source = source;
        Header = header;
        Rows = rows;
        for (var column = 0; column < header.Length; column++)
        {
            index.TryAdd(header[column], column);
        }
    }

    /// <summary>The text of the table.</summary>
    public SourceText Source { get; }

    /// <summary>Column names in their order.</summary>
    public ImmutableArray<string> Header { get; }

    /// <summary>Rows in their order, without rows of the wrong length.</summary>
    public ImmutableArray<CsvRow> Rows { get; }

    /// <summary>Position of a column, or -1 when the header does not have it.</summary>
    /// <param name="name">Column name.</param>
    public int IndexOf(string name) => index.GetValueOrDefault(name, -1);
}

/// <summary>One row of a table.</summary>
public sealed class CsvRow
{
    private readonly string[] fields;
    private readonly string raw;

    internal CsvRow(int line, string[] fields, string raw)
    {
        Line = line;
        this.fields = fields;
        this.raw = raw;
    }

    /// <summary>Line on which the row starts, from 1.</summary>
    public int Line { get; }

    /// <summary>Number of fields.</summary>
    public int Count => fields.Length;

    /// <summary>A field without quotes and surrounding blanks; empty when the column does not exist (-1).</summary>
    /// <param name="column">Position of the field, from 0.</param>
    public string this[int column] => column < 0 ? "" : fields[column];

    /// <summary>Where a field stands in the text.</summary>
    /// <param name="column">Position of the field, from 0; -1 means the whole row.</param>
    public SourceSpan SpanOf(int column)
    {
        var (line, start, position, quoted) = (Line, 0, 0, false);
        var lineStart = 0;
        for (var field = 0; position < raw.Length && field < column; position++)
        {
            switch (raw[position])
            {
                case '"':
                    quoted = !quoted;
                    break;
                case '\n' when quoted:
                    (line, lineStart) = (line + 1, position + 1);
                    break;
                case ',' when !quoted:
                    (field, start) = (field + 1, position + 1);
                    break;
                default:
                    break;
            }
        }

        var end = start;
        for (quoted = false; end < raw.Length && (quoted || raw[end] != ',' || column < 0) && raw[end] is not ('\n' or '\r'); end++)
        {
            quoted ^= raw[end] == '"';
        }

        return new SourceSpan(line, start - Math.Min(lineStart, start) + 1, Math.Max(1, end - start));
    }
}
