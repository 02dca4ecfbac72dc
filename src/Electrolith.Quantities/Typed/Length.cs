namespace Electrolith.Quantities.Typed;

/// <summary>A length.</summary>
/// <param name="Metre">Value in m.</param>
public readonly record struct Length(double Metre) : IQuantity<Length>
{
    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKinds.Length;

    /// <inheritdoc/>
    public double Si => Metre;

    /// <summary>Value in um.</summary>
    public double Micrometre => Metre / 1e-6;

    /// <inheritdoc/>
    public static Length FromSi(double si) => new(si);

    /// <summary>From a value in um.</summary>
    /// <param name="value">Value in um.</param>
    public static Length FromMicrometre(double value) => new(value * 1e-6);

    /// <inheritdoc/>
    public override string ToString() => this.ToText();
}
