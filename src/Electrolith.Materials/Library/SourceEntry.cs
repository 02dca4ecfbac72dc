using Electrolith.Materials.Documents;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Library;

/// <summary>One entry of the source list; a field that is not known is empty.</summary>
public sealed record SourceEntry
{
    /// <summary>Key that rows and equations name.</summary>
    public required string Key { get; init; }

    /// <summary>Authors.</summary>
    public string Authors { get; init; } = "";

    /// <summary>Year of publication; null when not known.</summary>
    public int? Year { get; init; }

    /// <summary>Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Journal with volume and pages, or publisher.</summary>
    public string Journal { get; init; } = "";

    /// <summary>DOI without address.</summary>
    public string Doi { get; init; } = "";

    /// <summary>Address of a web page.</summary>
    public string Url { get; init; } = "";

    /// <summary>Licence of the source, where data or code were taken over.</summary>
    public string Licence { get; init; } = "";

    /// <summary>Remark.</summary>
    public string Note { get; init; } = "";

    /// <summary>The file it stands in.</summary>
    public required SourceText Origin { get; init; }

    /// <summary>Place of the key.</summary>
    public SourceSpan OriginSpan { get; init; }

    /// <summary>The entry as one line: authors (year). Title. Journal. https://doi.org/… Only what is known.</summary>
    public string Citation
    {
        get
        {
            var head = (Authors, Year) switch
            {
                ("", null) => "",
                ("", { } year) => $"({year})",
                (_, null) => Authors,
                (_, { } year) => $"{Authors} ({year})",
            };
            var link = Doi.Length > 0 ? $"https://doi.org/{Doi}" : Url;
            var sentences = new[] { head, Title, Journal }.Where(part => part.Length > 0).Select(part => part.TrimEnd('.') + ".");
            return string.Join(' ', link.Length > 0 ? sentences.Append(link) : sentences);
        }
    }
}

/// <summary>Reads one entry of the source list.</summary>
internal static class SourceEntryReader
{
    private static readonly string[] Fields = ["authors", "year", "title", "journal", "doi", "url", "licence", "note"];

    /// <summary>Reads an entry.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">Its fields.</param>
    /// <param name="bag">Receives EL1231.</param>
    public static SourceEntry? Read(DocumentScalar key, DocumentNode value, DiagnosticBag bag)
    {
        if (value is not DocumentMap map)
        {
            Report(bag, value, key.Text, $"the source {key.Text} must have fields such as title and doi, not {value.Describe}", hint: null);
            return null;
        }

        foreach (var (field, _) in map.Entries)
        {
            if (!Fields.Contains(field.Text))
            {
                Report(bag, field, $"{key.Text}.{field.Text}", $"a source has no field \"{field.Text}\"", $"known: {string.Join(", ", Fields)}");
            }
        }

        if (!Fields.Any(field => field is "title" or "doi" or "url" or "journal" && Text(map, field).Length > 0))
        {
            Report(bag, key, key.Text, $"the source {key.Text} cannot be found by a reader: it has no title, journal, doi or url", hint: null);
        }

        return new SourceEntry
        {
            Key = key.Text,
            Authors = Text(map, "authors"),
            Year = Year(map, key.Text, bag),
            Title = Text(map, "title"),
            Journal = Text(map, "journal"),
            Doi = Text(map, "doi"),
            Url = Text(map, "url"),
            Licence = Text(map, "licence"),
            Note = Text(map, "note"),
            Origin = key.Source,
            OriginSpan = key.Span,
        };
    }

    private static int? Year(DocumentMap map, string key, DiagnosticBag bag)
    {
        var text = Text(map, "year");
        if (text.Length == 0)
        {
            return null;
        }

        if (int.TryParse(text, out var year) && year is > 1700 and < 2100)
        {
            return year;
        }

        map.TryGet("year", out var node);
        Report(bag, node!, $"{key}.year", $"\"{text}\" is not a year", hint: null);
        return null;
    }

    private static string Text(DocumentMap map, string field) => !map.TryGet(field, out var node) ? "" : node switch
    {
        DocumentScalar { IsEmpty: false } scalar => scalar.Text.Trim(),
        DocumentSequence list => string.Join(", ", list.Items.OfType<DocumentScalar>().Select(item => item.Text)),
        _ => "",
    };

    private static void Report(DiagnosticBag bag, DocumentNode at, string path, string message, string? hint) =>
        bag.Add(new Diagnostic("EL1231", Severity.Error, at.Source, at.Span, path, message, hint));
}
