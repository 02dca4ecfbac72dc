namespace Electrolith.Quantities.Typed;

/// <summary>A specific energy.</summary>
/// <param name="JoulePerKilogram">Value in J/kg.</param>
public readonly record struct SpecificEnergy(double JoulePerKilogram) : IQuantity<SpecificEnergy>
{
    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKinds.SpecificEnergy;

    /// <inheritdoc/>
    public double Si => JoulePerKilogram;

    /// <summary>Value in Wh/kg.</summary>
    public double WattHourPerKilogram => JoulePerKilogram / 3600;

    /// <inheritdoc/>
    public static SpecificEnergy FromSi(double si) => new(si);

    /// <summary>From a value in Wh/kg.</summary>
    /// <param name="value">Value in Wh/kg.</param>
    public static SpecificEnergy FromWattHourPerKilogram(double value) => new(value * 3600);

    /// <inheritdoc/>
    public override string ToString() => this.ToText();
}
