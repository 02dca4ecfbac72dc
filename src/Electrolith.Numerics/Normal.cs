using MathNet.Numerics;

namespace Electrolith.Numerics;

/// <summary>The standard normal distribution.</summary>
public static class Normal
{
    private static readonly double RootTwo = Math.Sqrt(2);

    /// <summary>Probability of a value below <paramref name="deviations"/>.</summary>
    /// <param name="deviations">Standard deviations from the mean.</param>
    public static double Cumulative(double deviations) => 0.5 * SpecialFunctions.Erfc(-deviations / RootTwo);

    /// <summary>The value below which a share of the probability lies.</summary>
    /// <param name="probability">Between 0 and 1, both excluded.</param>
    public static double Quantile(double probability)
    {
        if (!(probability > 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "between 0 and 1, both excluded");
        }

        return -RootTwo * SpecialFunctions.ErfcInv(2 * probability);
    }
}
