using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Electrolith.Materials.Documents;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Library;

/// <summary>The literature behind the values: one entry per key.</summary>
public sealed class SourceList
{
    private static readonly Lazy<SourceList> Embedded = new(LoadEmbedded);

    private readonly Dictionary<string, SourceEntry> byKey;

    private SourceList(ImmutableArray<SourceEntry> entries, ImmutableArray<Diagnostic> problems)
    {
        All = entries;
        Problems = problems;
        byKey = entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
    }

    /// <summary>The list that comes with the product (<c>data/sources/*.yaml</c>), read when it is first used.</summary>
    public static SourceList Default => Embedded.Value;

    /// <summary>All entries, in the order of the files.</summary>
    public ImmutableArray<SourceEntry> All { get; }

    /// <summary>What was wrong with the files; empty for a sound list.</summary>
    public ImmutableArray<Diagnostic> Problems { get; }

    /// <summary>Reads a list from texts.</summary>
    /// <param name="files">The files; a key of an earlier one wins.</param>
    public static SourceList Read(params IEnumerable<SourceText> files)
    {
        var bag = new DiagnosticBag();
        var entries = new Dictionary<string, SourceEntry>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            // A file with comments only is an area without sources yet.
            var blank = file.Content.Split('\n').All(line => line.TrimStart() is "" or ['#', ..]);
            if (blank || YamlReader.Read(file, bag) is not { } root)
            {
                continue;
            }

            if (root is not DocumentMap map)
            {
                bag.Add(new Diagnostic("EL1231", Severity.Error, file, root.Span, "", $"a list of sources is a map of keys, not {root.Describe}", Hint: null));
                continue;
            }

            foreach (var (key, value) in map.Entries)
            {
                Add(entries, SourceEntryReader.Read(key, value, bag), bag);
            }
        }

        return new SourceList([.. entries.Values], bag.ToSorted());
    }

    /// <summary>Finds an entry.</summary>
    /// <param name="key">Source key.</param>
    /// <param name="entry">The entry; null when there is none.</param>
    public bool TryGet(string key, [NotNullWhen(true)] out SourceEntry? entry) => byKey.TryGetValue(key, out entry);

    /// <summary>A list with the entries of another one added; an entry of the other one wins.</summary>
    /// <param name="other">The other list.</param>
    public SourceList With(SourceList other) =>
        new([.. All.Where(entry => !other.byKey.ContainsKey(entry.Key)), .. other.All], [.. Problems, .. other.Problems]);

    private static void Add(Dictionary<string, SourceEntry> entries, SourceEntry? entry, DiagnosticBag bag)
    {
        if (entry is not null && !entries.TryAdd(entry.Key, entry))
        {
            var first = entries[entry.Key];
            bag.Add(new Diagnostic("EL1232", Severity.Error, entry.Origin, entry.OriginSpan, entry.Key, $"the source {entry.Key} is already defined in {first.Origin.Path} line {first.OriginSpan.Line}", "use one of them, or give this one another key"));
        }
    }

    private static SourceList LoadEmbedded() => Read(EmbeddedData.Names
        .Where(name => name.StartsWith("data/sources/", StringComparison.Ordinal) && name.EndsWith(".yaml", StringComparison.Ordinal))
        .Select(EmbeddedData.ReadText));
}
