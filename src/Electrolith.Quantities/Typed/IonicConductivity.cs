namespace Electrolith.Quantities.Typed;

/// <summary>An ionic conductivity.</summary>
/// <param name="SiemensPerMetre">Value in S/m.</param>
public readonly record struct IonicConductivity(double SiemensPerMetre) : IQuantity<IonicConductivity>
{
    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKinds.Conductivity;

    /// <inheritdoc/>
    public double Si => SiemensPerMetre;

    /// <summary>Value in S/cm.</summary>
    public double SiemensPerCentimetre => SiemensPerMetre / 100;

    /// <inheritdoc/>
    public static IonicConductivity FromSi(double si) => new(si);

    /// <summary>From a value in S/cm.</summary>
    /// <param name="value">Value in S/cm.</param>
    public static IonicConductivity FromSiemensPerCentimetre(double value) => new(value * 100);

    /// <inheritdoc/>
    public override string ToString() => this.ToText();
}
