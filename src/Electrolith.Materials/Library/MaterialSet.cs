using System.Collections.Immutable;
using Electrolith.Materials.Documents;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Library;

/// <summary>One data set: a folder with <c>set.yaml</c>, <c>materials.csv</c> and <c>values.csv</c>.</summary>
public sealed record MaterialSet
{
    private static readonly string[] Fields = ["id", "title", "licence", "description", "sources-file"];

    /// <summary>Stable id; the name of the folder when <c>set.yaml</c> gives none.</summary>
    public required string Id { get; init; }

    /// <summary>Name of its folder.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Licence of the data.</summary>
    public string Licence { get; init; } = "";

    /// <summary>What the set holds.</summary>
    public string Description { get; init; } = "";

    /// <summary>File with the sources of the set; empty when not stated.</summary>
    public string SourcesFile { get; init; } = "";

    internal ImmutableArray<MaterialRow> Rows { get; init; } = [];

    internal ValueTable? Values { get; init; }

    internal ImmutableArray<Diagnostic> Problems { get; init; } = [];

    /// <summary>Reads the list of materials of a set; the values stay unread.</summary>
    /// <param name="folderName">Name of the folder.</param>
    /// <param name="description"><c>set.yaml</c>; null when absent.</param>
    /// <param name="materials"><c>materials.csv</c>; null when absent.</param>
    /// <param name="values">Gives <c>values.csv</c>; null when absent.</param>
    internal static MaterialSet Read(string folderName, SourceText? description, SourceText? materials, Func<SourceText>? values)
    {
        var bag = new DiagnosticBag();
        var set = description is null ? new MaterialSet { Id = folderName } : ReadDescription(folderName, description, bag);
        var rows = materials is null ? [] : MaterialTableReader.Read(materials, set.Id, bag);
        return set with { Folder = folderName, Rows = rows, Values = values is null ? null : new ValueTable(values), Problems = bag.ToSorted() };
    }

    private static MaterialSet ReadDescription(string folderName, SourceText source, DiagnosticBag bag)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var root = YamlReader.Read(source, bag);
        if (root is DocumentMap map)
        {
            foreach (var (key, value) in map.Entries)
            {
                texts[key.Text] = (value as DocumentScalar)?.Text.Trim() ?? "";
                if (!Fields.Contains(key.Text))
                {
                    bag.Add(new Diagnostic("EL1201", Severity.Error, source, key.Span, key.Text, $"a set has no field \"{key.Text}\"", $"known: {string.Join(", ", Fields)}"));
                }
            }
        }
        else if (root is not null)
        {
            bag.Add(new Diagnostic("EL1201", Severity.Error, source, root.Span, "", $"set.yaml must be a map, not {root.Describe}", $"fields: {string.Join(", ", Fields)}"));
        }

        return new MaterialSet
        {
            Id = texts.GetValueOrDefault("id") is { Length: > 0 } id ? id : folderName,
            Title = texts.GetValueOrDefault("title", ""),
            Licence = texts.GetValueOrDefault("licence", ""),
            Description = texts.GetValueOrDefault("description", ""),
            SourcesFile = texts.GetValueOrDefault("sources-file", ""),
        };
    }
}
