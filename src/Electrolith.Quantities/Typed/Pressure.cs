namespace Electrolith.Quantities.Typed;

/// <summary>A pressure.</summary>
/// <param name="Pascal">Value in Pa.</param>
public readonly record struct Pressure(double Pascal) : IQuantity<Pressure>
{
    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKinds.Pressure;

    /// <inheritdoc/>
    public double Si => Pascal;

    /// <summary>Value in MPa.</summary>
    public double Megapascal => Pascal / 1e+06;

    /// <inheritdoc/>
    public static Pressure FromSi(double si) => new(si);

    /// <summary>From a value in MPa.</summary>
    /// <param name="value">Value in MPa.</param>
    public static Pressure FromMegapascal(double value) => new(value * 1e+06);

    /// <inheritdoc/>
    public override string ToString() => this.ToText();
}
