namespace Electrolith.Quantities.Typed;

/// <summary>A current density.</summary>
/// <param name="AmperePerSquareMetre">Value in A/m².</param>
public readonly record struct CurrentDensity(double AmperePerSquareMetre) : IQuantity<CurrentDensity>
{
    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKinds.CurrentDensity;

    /// <inheritdoc/>
    public double Si => AmperePerSquareMetre;

    /// <summary>Value in mA/cm².</summary>
    public double MilliamperePerSquareCentimetre => AmperePerSquareMetre / 10;

    /// <inheritdoc/>
    public static CurrentDensity FromSi(double si) => new(si);

    /// <summary>From a value in mA/cm².</summary>
    /// <param name="value">Value in mA/cm².</param>
    public static CurrentDensity FromMilliamperePerSquareCentimetre(double value) => new(value * 10);

    /// <inheritdoc/>
    public override string ToString() => this.ToText();
}
