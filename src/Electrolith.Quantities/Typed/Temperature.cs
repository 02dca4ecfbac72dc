namespace Electrolith.Quantities.Typed;

/// <summary>A temperature.</summary>
/// <param name="Kelvin">Value in K.</param>
public readonly record struct Temperature(double Kelvin) : IQuantity<Temperature>
{
    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKinds.Temperature;

    /// <inheritdoc/>
    public double Si => Kelvin;

    /// <summary>Value in °C.</summary>
    public double Celsius => Kelvin - PhysicalConstants.ZeroCelsius;

    /// <summary>A temperature from degrees Celsius.</summary>
    /// <param name="celsius">°C.</param>
    public static Temperature FromCelsius(double celsius) => new(celsius + PhysicalConstants.ZeroCelsius);

    /// <inheritdoc/>
    public static Temperature FromSi(double si) => new(si);

    /// <inheritdoc/>
    public override string ToString() => this.ToText();
}
