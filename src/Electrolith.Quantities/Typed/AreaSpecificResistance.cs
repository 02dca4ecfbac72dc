namespace Electrolith.Quantities.Typed;

/// <summary>An area-specific resistance.</summary>
/// <param name="OhmSquareMetre">Value in ohm m².</param>
public readonly record struct AreaSpecificResistance(double OhmSquareMetre) : IQuantity<AreaSpecificResistance>
{
    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKinds.AreaSpecificResistance;

    /// <inheritdoc/>
    public double Si => OhmSquareMetre;

    /// <summary>Value in ohm cm².</summary>
    public double OhmSquareCentimetre => OhmSquareMetre / 0.0001;

    /// <inheritdoc/>
    public static AreaSpecificResistance FromSi(double si) => new(si);

    /// <summary>From a value in ohm cm².</summary>
    /// <param name="value">Value in ohm cm².</param>
    public static AreaSpecificResistance FromOhmSquareCentimetre(double value) => new(value * 0.0001);

    /// <inheritdoc/>
    public override string ToString() => this.ToText();
}
