namespace Electrolith.Quantities;

/// <summary>How a quantity is spread between its low and high value.</summary>
public enum Spread
{
    /// <summary>A single value, not sampled.</summary>
    None,

    /// <summary>Any value between low and high is equally likely.</summary>
    Uniform,

    /// <summary>Equally likely on a logarithmic axis; both ends positive.</summary>
    LogUniform,

    /// <summary>Bell-shaped; low and high are the 5th and the 95th percentile.</summary>
    Normal,

    /// <summary>Bell-shaped on a logarithmic axis; low and high are the 5th and the 95th percentile.</summary>
    LogNormal,
}

/// <summary>A value with its spread, in SI units.</summary>
/// <param name="Value">Nominal value.</param>
/// <param name="Low">Lower end (see <see cref="Spread"/>); equal to the value when there is no spread.</param>
/// <param name="High">Upper end.</param>
/// <param name="Spread">Shape of the spread.</param>
public readonly record struct Estimate(double Value, double Low, double High, Spread Spread)
{
    /// <summary>A value without spread.</summary>
    /// <param name="value">SI value.</param>
    public static Estimate Exact(double value) => new(value, value, value, Spread.None);
}
