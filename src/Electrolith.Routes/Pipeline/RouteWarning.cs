namespace Electrolith.Routes.Pipeline;

/// <summary>What a warning is about.</summary>
public enum WarningKind
{
    /// <summary>A model is used outside the range in which it is known to hold: the figure may be wrong.</summary>
    Validity,

    /// <summary>The models hold, and what they say is that the design is in trouble.</summary>
    Design,
}

/// <summary>A sentence about a route that a specialist would say.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Text">The sentence.</param>
public sealed record RouteWarning(WarningKind Kind, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
