namespace Electrolith.Materials.Documents;

/// <summary>How much a document may ask of the reader, so that a hostile or broken file cannot exhaust memory.</summary>
public sealed record DocumentLimits
{
    /// <summary>The limits used when none are given.</summary>
    public static DocumentLimits Default { get; } = new();

    /// <summary>Characters of text; a route file has a few thousand, the largest data table some hundred thousand.</summary>
    public int Characters { get; init; } = 4_000_000;

    /// <summary>Maps and lists inside each other; a route file uses about six.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>Nodes, aliases counted as often as they are used: what a reader of the tree has to walk.</summary>
    public int Nodes { get; init; } = 200_000;
}
