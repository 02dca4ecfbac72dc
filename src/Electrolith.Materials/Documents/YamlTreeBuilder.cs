using System.Collections.Immutable;
using Electrolith.Quantities.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Electrolith.Materials.Documents;

/// <summary>Turns the events of one YAML document into nodes; open containers can be closed at any time.</summary>
/// <param name="source">The text, for spans.</param>
/// <param name="bag">Receives the problems.</param>
/// <param name="limits">Depth and node limits.</param>
internal sealed class YamlTreeBuilder(SourceText source, DiagnosticBag bag, DocumentLimits limits)
{
    private readonly Stack<Frame> open = new();
    private readonly Dictionary<string, DocumentNode> anchors = new(StringComparer.Ordinal);
    private DocumentNode? root;
    private int documents;
    private int nodes;

    /// <summary>True when reading was given up because of a limit.</summary>
    public bool WasStopped { get; private set; }

    /// <summary>Takes the next event.</summary>
    /// <param name="current">The event.</param>
    /// <returns>False when the rest of the document must not be read.</returns>
    public bool Accept(ParsingEvent current)
    {
        switch (current)
        {
            case DocumentStart when ++documents > 1:
                Report("EL1110", current, "a second document starts here; only the first is read", "remove the \"---\" line or put the rest in its own file");
                return false;
            case Scalar scalar:
                CheckTag(scalar);
                Add(new DocumentScalar(source, SpanOf(scalar), scalar.Value, scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any)), scalar.Anchor);
                break;
            case AnchorAlias alias:
                AddAlias(alias);
                break;
            case MappingStart or SequenceStart:
                CheckTag((NodeEvent)current);
                open.Push(new Frame((NodeEvent)current, SpanOf(current)));
                break;
            case MappingEnd or SequenceEnd:
                CloseTop();
                break;
            default:
                break;
        }

        return WithinLimits(current);
    }

    /// <summary>Closes whatever is still open.</summary>
    /// <returns>The root, or null when there is none.</returns>
    public DocumentNode? Close()
    {
        while (open.Count > 0)
        {
            CloseTop();
        }

        return root;
    }

    private bool WithinLimits(ParsingEvent current)
    {
        if (open.Count > limits.Depth)
        {
            Report("EL1108", current, $"maps and lists are nested more than {limits.Depth} deep", hint: null);
            WasStopped = true;
        }
        else if (nodes > limits.Nodes)
        {
            Report("EL1107", current, $"the document has more than {limits.Nodes} values, aliases counted as often as they are used", "use fewer aliases or split the file");
            WasStopped = true;
        }

        return !WasStopped;
    }

    private void AddAlias(AnchorAlias alias)
    {
        var name = alias.Value.Value;
        if (anchors.TryGetValue(name, out var node))
        {
            Add(node, AnchorName.Empty);
            return;
        }

        var inside = open.Any(frame => !frame.Start.Anchor.IsEmpty && frame.Start.Anchor.Value == name);
        Report("EL1106", alias, inside ? $"the alias *{name} stands inside what it names" : $"no anchor &{name} stands before the alias *{name}", "write the value out");
        Add(new DocumentScalar(source, SpanOf(alias), "", isQuoted: false), AnchorName.Empty);
    }

    private void CloseTop()
    {
        var frame = open.Pop();
        if (frame.Key is { } dangling)
        {
            frame.Entries.Add(new DocumentEntry(dangling, new DocumentScalar(source, dangling.Span, "", isQuoted: false)));
        }

        // Its children are counted already; the container itself counts once.
        DocumentNode node = frame.IsMap
            ? new DocumentMap(source, frame.Span, [.. frame.Entries])
            : new DocumentSequence(source, frame.Span, [.. frame.Items]);
        Attach(node, frame.Start.Anchor);
        nodes++;
    }

    private void Add(DocumentNode node, AnchorName anchor)
    {
        nodes += Math.Min(node.Size, limits.Nodes + 1);
        Attach(node, anchor);
    }

    private void Attach(DocumentNode node, AnchorName anchor)
    {
        if (!anchor.IsEmpty)
        {
            anchors[anchor.Value] = node;
        }

        if (open.Count == 0)
        {
            root ??= node;
            return;
        }

        var parent = open.Peek();
        if (!parent.IsMap)
        {
            parent.Items.Add(node);
        }
        else if (parent.AwaitsKey)
        {
            TakeKey(parent, node);
        }
        else
        {
            if (parent.Key is { } key)
            {
                parent.Entries.Add(new DocumentEntry(key, node));
            }

            parent.Key = null;
            parent.AwaitsKey = true;
        }
    }

    private void TakeKey(Frame parent, DocumentNode node)
    {
        parent.AwaitsKey = false;
        if (node is not DocumentScalar key)
        {
            bag.Add(new Diagnostic("EL1111", Severity.Error, source, node.Span, "", $"a key must be a word, not {node.Describe}", "put text with braces or brackets in quotes"));
        }
        else if (!parent.Lines.TryAdd(key.Text, key.Span.Line))
        {
            bag.Add(new Diagnostic("EL1105", Severity.Error, source, key.Span, key.Text, $"the key \"{key.Text}\" is given twice, on line {parent.Lines[key.Text]} and on line {key.Span.Line}", "remove or rename one of them"));
        }
        else
        {
            parent.Key = key;
        }
    }

    private void CheckTag(NodeEvent node)
    {
        if (!node.Tag.IsEmpty)
        {
            bag.Add(new Diagnostic("EL1112", Severity.Warning, source, SpanOf(node), "", $"the YAML tag {node.Tag.Value} is ignored", "remove it"));
        }
    }

    private void Report(string code, ParsingEvent at, string message, string? hint) =>
        bag.Add(new Diagnostic(code, Severity.Error, source, SpanOf(at), "", message, hint));

    private static SourceSpan SpanOf(ParsingEvent at)
    {
        var length = at.End.Line == at.Start.Line ? at.End.Column - at.Start.Column : 1;
        return new SourceSpan((int)at.Start.Line, Math.Max(1, (int)at.Start.Column), Math.Max(1, (int)length));
    }

    private sealed class Frame(NodeEvent start, SourceSpan span)
    {
        public NodeEvent Start { get; } = start;

        public SourceSpan Span { get; } = span;

        public bool IsMap { get; } = start is MappingStart;

        public bool AwaitsKey { get; set; } = true;

        public DocumentScalar? Key { get; set; }

        public List<DocumentEntry> Entries { get; } = [];

        public List<DocumentNode> Items { get; } = [];

        public Dictionary<string, int> Lines { get; } = new(StringComparer.Ordinal);
    }
}
