namespace Electrolith.Quantities.Typed;

/// <summary>An electric potential.</summary>
/// <param name="Volt">Value in V.</param>
public readonly record struct ElectricPotential(double Volt) : IQuantity<ElectricPotential>
{
    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKinds.Voltage;

    /// <inheritdoc/>
    public double Si => Volt;

    /// <inheritdoc/>
    public static ElectricPotential FromSi(double si) => new(si);

    /// <inheritdoc/>
    public override string ToString() => this.ToText();
}
