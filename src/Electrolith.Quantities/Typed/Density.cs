namespace Electrolith.Quantities.Typed;

/// <summary>A density.</summary>
/// <param name="KilogramPerCubicMetre">Value in kg/m³.</param>
public readonly record struct Density(double KilogramPerCubicMetre) : IQuantity<Density>
{
    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKinds.Density;

    /// <inheritdoc/>
    public double Si => KilogramPerCubicMetre;

    /// <summary>Value in g/cm³.</summary>
    public double GramPerCubicCentimetre => KilogramPerCubicMetre / 1000;

    /// <inheritdoc/>
    public static Density FromSi(double si) => new(si);

    /// <summary>From a value in g/cm³.</summary>
    /// <param name="value">Value in g/cm³.</param>
    public static Density FromGramPerCubicCentimetre(double value) => new(value * 1000);

    /// <inheritdoc/>
    public override string ToString() => this.ToText();
}
