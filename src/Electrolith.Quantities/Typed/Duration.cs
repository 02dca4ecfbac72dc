namespace Electrolith.Quantities.Typed;

/// <summary>A duration.</summary>
/// <param name="Second">Value in s.</param>
public readonly record struct Duration(double Second) : IQuantity<Duration>
{
    /// <inheritdoc/>
    public static QuantityKind Kind => QuantityKinds.Time;

    /// <inheritdoc/>
    public double Si => Second;

    /// <summary>Value in h.</summary>
    public double Hour => Second / 3600;

    /// <inheritdoc/>
    public static Duration FromSi(double si) => new(si);

    /// <summary>From a value in h.</summary>
    /// <param name="value">Value in h.</param>
    public static Duration FromHour(double value) => new(value * 3600);

    /// <inheritdoc/>
    public override string ToString() => this.ToText();
}
