using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Documents;

/// <summary>Reads comma-separated tables (RFC 4180, <c>#</c> lines are comments). Never throws on bad input.</summary>
public static class CsvReader
{
    /// <summary>Reads a table.</summary>
    /// <param name="source">The text.</param>
    /// <param name="bag">Receives every problem, EL1103 and EL1121 to EL1126.</param>
    /// <param name="columns">Columns the caller knows: a missing one is an error, another one a warning. Empty for any.</param>
    /// <returns>The table with the rows that could be read; null without a usable header.</returns>
    public static CsvTable? Read(SourceText source, DiagnosticBag bag, params ReadOnlySpan<string> columns)
    {
        if (source.Content.Length > DocumentLimits.Default.Characters)
        {
            Report(bag, source, new SourceSpan(0, 1, 1), "EL1103", $"the table has {source.Content.Length} characters; at most {DocumentLimits.Default.Characters} are read", "split the file");
            return null;
        }

        using var reader = new StringReader(source.Content);
        using var parser = new CsvParser(reader, Configuration());
        if (!parser.Read())
        {
            Report(bag, source, new SourceSpan(0, 1, 1), "EL1121", "the table is empty; its first line must name the columns", Expected(columns));
            return null;
        }

        var header = new CsvRow(StartLine(parser), Trimmed(parser.Record!), parser.RawRecord);
        if (!CheckHeader(source, bag, header, columns))
        {
            return null;
        }

        var rows = ImmutableArray.CreateBuilder<CsvRow>();
        while (parser.Read())
        {
            var row = new CsvRow(StartLine(parser), Trimmed(parser.Record!), parser.RawRecord);
            if (CheckRow(source, bag, header, row, parser.RawRecord))
            {
                rows.Add(row);
            }
        }

        return new CsvTable(source, [.. Enumerable.Range(0, header.Count).Select(column => header[column])], rows.ToImmutable());
    }

    private static CsvConfiguration Configuration() => new(CultureInfo.InvariantCulture)
    {
        AllowComments = true,
        BadDataFound = null,
        CacheFields = true,
    };

    private static int StartLine(CsvParser parser)
    {
        // The line break that ends a row is not counted yet, unless an open quote has swallowed it.
        var raw = HasOpenQuote(parser.RawRecord) ? parser.RawRecord : parser.RawRecord.TrimEnd('\r', '\n');
        return parser.RawRow - raw.Count(character => character == '\n');
    }

    private static bool HasOpenQuote(string raw) => raw.Count(character => character == '"') % 2 != 0;

    private static string[] Trimmed(string[] record) => Array.ConvertAll(record, field => field.Trim());

    private static bool CheckHeader(SourceText source, DiagnosticBag bag, CsvRow header, ReadOnlySpan<string> columns)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var known = columns.ToArray();
        for (var column = 0; column < header.Count; column++)
        {
            var name = header[column];
            if (!seen.Add(name))
            {
                Report(bag, source, header.SpanOf(column), "EL1122", $"the column \"{name}\" is named twice", "remove or rename one of them");
            }
            else if (known.Length > 0 && !known.Contains(name))
            {
                bag.Add(new Diagnostic("EL1126", Severity.Warning, source, header.SpanOf(column), name, $"the column \"{name}\" is not known and not read", Expected(columns)));
            }
        }

        var missing = Array.FindAll(known, name => !seen.Contains(name));
        if (missing.Length > 0)
        {
            var whole = missing.Length == known.Length ? "the first line must name the columns" : $"the column{(missing.Length > 1 ? "s" : "")} {string.Join(", ", missing)} {(missing.Length > 1 ? "are" : "is")} missing";
            Report(bag, source, header.SpanOf(-1), missing.Length == known.Length ? "EL1121" : "EL1125", whole, Expected(columns));
        }

        return missing.Length == 0;
    }

    private static bool CheckRow(SourceText source, DiagnosticBag bag, CsvRow header, CsvRow row, string raw)
    {
        if (HasOpenQuote(raw))
        {
            var field = Math.Max(0, Array.FindIndex(Enumerable.Range(0, row.Count).ToArray(), column => row[column].Contains('"') || row[column].Contains('\n')));
            Report(bag, source, row.SpanOf(field), "EL1124", "a quote is opened and not closed", "close it, or double a quote that belongs to the text (\"\")");
            return false;
        }

        if (row.Count != header.Count)
        {
            var extra = row.Count > header.Count;
            Report(bag, source, extra ? row.SpanOf(header.Count) : row.SpanOf(-1), "EL1123", $"the row has {row.Count} fields, the header {header.Count}", extra ? "put text that contains a comma in quotes" : "add the missing commas");
            return false;
        }

        return true;
    }

    private static string? Expected(ReadOnlySpan<string> columns) =>
        columns.Length == 0 ? null : $"expected columns: {string.Join(',', columns.ToArray())}";

    private static void Report(DiagnosticBag bag, SourceText source, SourceSpan span, string code, string message, string? hint) =>
        bag.Add(new Diagnostic(code, Severity.Error, source, span, "", message, hint));
}
