namespace Electrolith.Quantities;

/// <summary>Marks a pure function as one published equation, so that docs, <c>cite</c> and the "why" panel can find it.</summary>
/// <param name="id">Stable dotted name, for example <c>transport.arrhenius</c>.</param>
/// <param name="tex">The equation in TeX, with the symbols of its source.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false)]
public sealed class EquationAttribute(string id, string tex) : Attribute
{
    /// <summary>Stable dotted name.</summary>
    public string Id { get; } = id;

    /// <summary>The equation in TeX.</summary>
    public string Tex { get; } = tex;

    /// <summary>Key of an entry in <c>data/sources.yaml</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Where in the source: equation number, section or page.</summary>
    public string Locator { get; init; } = "";
}
