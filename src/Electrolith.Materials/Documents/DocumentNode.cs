using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Documents;

/// <summary>One node of a document that was read: a scalar, a map or a sequence, with the place where it stands.</summary>
public abstract class DocumentNode
{
    private protected DocumentNode(SourceText source, SourceSpan span, int size)
    {
        Source = source;
        Span = span;
        Size = size;
    }

    /// <summary>The text the node was read from.</summary>
    public SourceText Source { get; }

    /// <summary>Where the node starts; a map or sequence shows its first line only.</summary>
    public SourceSpan Span { get; }

    /// <summary>What the node is, in the words used by messages: <c>a value</c>, <c>a map</c> or <c>a list</c>.</summary>
    public abstract string Describe { get; }

    /// <summary>Number of nodes below and including this one, aliases counted as often as they are used.</summary>
    internal int Size { get; }
}

/// <summary>A single value as text.</summary>
public sealed class DocumentScalar : DocumentNode
{
    internal DocumentScalar(SourceText source, SourceSpan span, string text, bool isQuoted)
        : base(source, span, 1)
    {
        Text = text;
        IsQuoted = isQuoted;
    }

    /// <summary>The text without quotes, escapes resolved.</summary>
    public string Text { get; }

    /// <summary>True when it was written in quotes or as a block.</summary>
    public bool IsQuoted { get; }

    /// <summary>True for a field that was left empty (<c>key:</c>) or written <c>~</c> or <c>null</c> without quotes.</summary>
    public bool IsEmpty => !IsQuoted && (Text.Length == 0 || Text is "~" or "null");

    /// <inheritdoc/>
    public override string Describe => IsEmpty ? "nothing" : "a value";

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>One field of a map.</summary>
/// <param name="Key">Name of the field with its place.</param>
/// <param name="Value">What it holds.</param>
public readonly record struct DocumentEntry(DocumentScalar Key, DocumentNode Value);

/// <summary>Fields with unique names, in the order of the text.</summary>
public sealed class DocumentMap : DocumentNode
{
    private readonly Dictionary<string, DocumentNode> index;

    internal DocumentMap(SourceText source, SourceSpan span, ImmutableArray<DocumentEntry> entries)
        : base(source, span, 1 + entries.Sum(entry => 1 + entry.Value.Size))
    {
        Entries = entries;
        index = entries.ToDictionary(entry => entry.Key.Text, entry => entry.Value, StringComparer.Ordinal);
    }

    /// <summary>The fields in the order of the text; of a repeated key only the first is kept.</summary>
    public ImmutableArray<DocumentEntry> Entries { get; }

    /// <summary>A map at the same place with other fields, for merging included files.</summary>
    /// <param name="entries">Fields with unique names; each keeps the file it was read from.</param>
    public DocumentMap WithEntries(ImmutableArray<DocumentEntry> entries) => new(Source, Span, entries);

    /// <inheritdoc/>
    public override string Describe => "a map";

    /// <summary>Finds a field by its exact name.</summary>
    /// <param name="key">Name of the field.</param>
    /// <param name="value">What it holds; null when absent.</param>
    /// <returns>True when the field is present.</returns>
    public bool TryGet(string key, [NotNullWhen(true)] out DocumentNode? value) => index.TryGetValue(key, out value);
}

/// <summary>A list of nodes.</summary>
public sealed class DocumentSequence : DocumentNode
{
    internal DocumentSequence(SourceText source, SourceSpan span, ImmutableArray<DocumentNode> items)
        : base(source, span, 1 + items.Sum(item => item.Size)) => Items = items;

    /// <summary>The items in the order of the text.</summary>
    public ImmutableArray<DocumentNode> Items { get; }

    /// <inheritdoc/>
    public override string Describe => "a list";
}
