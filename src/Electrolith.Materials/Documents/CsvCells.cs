using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Electrolith.Materials.Documents;

/// <summary>The cells of a table of the user's own, for readers that have rules of theirs; tables of the project are read by <see cref="CsvReader"/>.</summary>
public static class CsvCells
{
    /// <summary>Rows with the line on which each begins, cells trimmed, quotes resolved, blank lines left out.</summary>
    /// <param name="text">Content, with commas between cells.</param>
    public static IEnumerable<(int Line, string[] Cells)> Rows(string text)
    {
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { TrimOptions = TrimOptions.Trim, BadDataFound = null, IgnoreBlankLines = true });
        while (parser.Read())
        {
            yield return (parser.RawRow, parser.Record!);
        }
    }
}
