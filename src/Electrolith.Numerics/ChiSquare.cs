namespace Electrolith.Numerics;

/// <summary>The chi-square distribution.</summary>
public static class ChiSquare
{
    /// <summary>Value that is not exceeded with a probability.</summary>
    /// <param name="probability">Above 0 and below 1.</param>
    /// <param name="freedom">Degrees of freedom, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Either is outside its range.</exception>
    public static double Quantile(double probability, double freedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(freedom);
        return MathNet.Numerics.Distributions.ChiSquared.InvCDF(freedom, probability);
    }
}
