using System.Collections.Immutable;
using Electrolith.Materials.Documents;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Library;

/// <summary>The rows of one <c>values.csv</c> by material; fields are turned into values only for the material that is asked for.</summary>
internal sealed class ValueTable
{
    /// <summary>Column names, in the order that <see cref="ValueRowReader"/> counts them.</summary>
    public static readonly string[] Columns =
    [
        "material", "property", "value", "low", "high", "unit", "kind", "temperature", "condition", "status", "source", "locator", "recommended", "note",
    ];

    private readonly Lazy<Content> content;

    /// <summary>Keeps a table to be read later.</summary>
    /// <param name="read">Gives the text of the file.</param>
    public ValueTable(Func<SourceText> read) => content = new Lazy<Content>(() => Load(read()));

    /// <summary>Ids of the materials that have rows, in the order of the file.</summary>
    public IEnumerable<string> Materials => content.Value.Rows.Keys;

    /// <summary>The file.</summary>
    public SourceText Source => content.Value.Source;

    /// <summary>The values of one material.</summary>
    /// <param name="material">Its id.</param>
    /// <param name="bag">Receives the problems of its rows; null to ignore them.</param>
    public ImmutableArray<PropertyValue> Read(string material, DiagnosticBag? bag)
    {
        var loaded = content.Value;
        if (!loaded.Rows.TryGetValue(material, out var rows))
        {
            return [];
        }

        var reader = new ValueRowReader(loaded.Source, loaded.Column, bag ?? new DiagnosticBag());
        return [.. rows.Select(reader.Read).OfType<PropertyValue>()];
    }

    /// <summary>Reports what is wrong with the table as a whole.</summary>
    /// <param name="knownMaterials">Ids that rows may name.</param>
    /// <param name="bag">Receives EL1211 and the problems of the table.</param>
    public void CheckTable(IReadOnlyCollection<string> knownMaterials, DiagnosticBag bag)
    {
        foreach (var problem in content.Value.Problems)
        {
            bag.Add(problem);
        }

        foreach (var (id, rows) in content.Value.Rows.Where(group => !knownMaterials.Contains(group.Key)))
        {
            new TableField(Source, bag, rows[0]).Unknown("EL1211", content.Value.Column[0], id, "material", knownMaterials);
        }
    }

    private static Content Load(SourceText source)
    {
        var bag = new DiagnosticBag();
        var table = CsvReader.Read(source, bag, Columns);
        var rows = new Dictionary<string, List<CsvRow>>(StringComparer.Ordinal);
        var column = Array.ConvertAll(Columns, name => table?.IndexOf(name) ?? -1);
        foreach (var row in table?.Rows ?? [])
        {
            if (!rows.TryGetValue(row[column[0]], out var list))
            {
                rows.Add(row[column[0]], list = []);
            }

            list.Add(row);
        }

        return new Content(source, column, rows, bag.ToSorted());
    }

    private sealed record Content(SourceText Source, int[] Column, Dictionary<string, List<CsvRow>> Rows, ImmutableArray<Diagnostic> Problems);
}
