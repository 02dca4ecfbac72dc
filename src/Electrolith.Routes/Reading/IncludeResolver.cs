using Electrolith.Materials.Documents;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Routes.Reading;

/// <summary>
/// Reads a route file with everything it includes. An included file is a partial route; sections are merged key by key and
/// whatever the including file gives wins, then the later of several includes. Lists (such as a recipe) are replaced as a whole. Every node keeps its own file.
/// </summary>
internal sealed class IncludeResolver(DiagnosticBag bag)
{
    private const int MaximumDepth = 16;
    private readonly List<string> chain = [];

    /// <summary>The merged document, or null when the file cannot be read at all.</summary>
    /// <param name="path">File path as the user typed it.</param>
    public DocumentMap? Load(string path)
    {
        var source = DocumentFile.Load(path, bag);
        return source is null ? null : Load(source);
    }

    /// <summary>The merged document of a text; includes are relative to the folder of its path.</summary>
    /// <param name="source">The text.</param>
    public DocumentMap? Load(SourceText source)
    {
        var root = YamlReader.Read(source, bag);
        if (root is null)
        {
            return null;
        }

        if (root is not DocumentMap map)
        {
            bag.Add(new Diagnostic(RouteCodes.WrongShape, Severity.Error, source, root.Span, "",
                $"a route file is a map of named sections, not {root.Describe}", "write a first route with: electrolith init"));
            return null;
        }

        chain.Add(Path.GetFullPath(source.Path));
        DocumentMap? below = null;
        foreach (var (node, included) in Includes(map))
        {
            if (Include(source, node, included) is { } next)
            {
                below = below is null ? next : Merge(below, next);
            }
        }

        chain.RemoveAt(chain.Count - 1);
        return below is null ? map : Merge(below, map);
    }

    private DocumentMap? Include(SourceText source, DocumentScalar node, string included)
    {
        var folder = Path.GetDirectoryName(source.Path);
        var path = string.IsNullOrEmpty(folder) || Path.IsPathRooted(included) ? included : Path.Combine(folder, included);
        var full = Path.GetFullPath(path);
        var first = chain.FindIndex(item => string.Equals(item, full, StringComparison.Ordinal));
        if (first >= 0 || chain.Count >= MaximumDepth)
        {
            var circle = string.Join(" -> ", chain.Skip(Math.Max(first, 0)).Append(full).Select(item => Path.GetFileName(item)));
            Report(RouteCodes.CircularInclude, source, node,
                first >= 0 ? $"files include each other in a circle: {circle}" : $"more than {MaximumDepth} files deep",
                "remove one of these includes");
            return null;
        }

        if (!File.Exists(path))
        {
            Report(RouteCodes.IncludeNotFound, source, node, $"the included file '{included}' does not exist",
                "a path is relative to the folder of the file that includes it");
            return null;
        }

        return Load(path);
    }

    private void Report(string code, SourceText source, DocumentScalar node, string message, string hint) =>
        bag.Add(new Diagnostic(code, Severity.Error, source, node.Span, "include", message, hint));

    private static IEnumerable<(DocumentScalar Node, string Path)> Includes(DocumentMap map) =>
        !map.TryGet("include", out var value) ? []
        : value is DocumentScalar one ? [(one, one.Text)]
        : value is DocumentSequence many ? many.Items.OfType<DocumentScalar>().Select(item => (item, item.Text))
        : [];

    private static DocumentMap Merge(DocumentMap below, DocumentMap above)
    {
        var entries = above.Entries.Select(entry =>
            entry.Value is DocumentMap upper && below.TryGet(entry.Key.Text, out var other) && other is DocumentMap lower
                ? entry with { Value = Merge(lower, upper) }
                : entry).ToList();
        entries.AddRange(below.Entries.Where(entry => entry.Key.Text != "include" && !above.TryGet(entry.Key.Text, out _)));
        return above.WithEntries([.. entries]);
    }
}
