namespace Electrolith.Quantities.Typed;

/// <summary>An areal capacity.</summary>
/// <param name="CoulombPerSquareMetre">Value in C/m².</param>
public readonly record struct ArealCapacity(double CoulombPerSquareMetre) : IQuantity<ArealCapacity>
{
    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKinds.ArealCapacity;

    /// <inheritdoc/>
    public double Si => CoulombPerSquareMetre;

    /// <summary>Value in mAh/cm².</summary>
    public double MilliampereHourPerSquareCentimetre => CoulombPerSquareMetre / 36000;

    /// <inheritdoc/>
    public static ArealCapacity FromSi(double si) => new(si);

    /// <summary>From a value in mAh/cm².</summary>
    /// <param name="value">Value in mAh/cm².</param>
    public static ArealCapacity FromMilliampereHourPerSquareCentimetre(double value) => new(value * 36000);

    /// <inheritdoc/>
    public override string ToString() => this.ToText();
}
