namespace Electrolith.Quantities.Typed;

/// <summary>An energy density.</summary>
/// <param name="JoulePerCubicMetre">Value in J/m³.</param>
public readonly record struct EnergyDensity(double JoulePerCubicMetre) : IQuantity<EnergyDensity>
{
    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKinds.VolumetricEnergy;

    /// <inheritdoc/>
    public double Si => JoulePerCubicMetre;

    /// <summary>Value in Wh/L.</summary>
    public double WattHourPerLitre => JoulePerCubicMetre / 3.6e+06;

    /// <inheritdoc/>
    public static EnergyDensity FromSi(double si) => new(si);

    /// <summary>From a value in Wh/L.</summary>
    /// <param name="value">Value in Wh/L.</param>
    public static EnergyDensity FromWattHourPerLitre(double value) => new(value * 3.6e+06);

    /// <inheritdoc/>
    public override string ToString() => this.ToText();
}
