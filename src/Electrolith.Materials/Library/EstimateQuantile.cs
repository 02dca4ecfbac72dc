using Electrolith.Numerics;
using Electrolith.Quantities;

namespace Electrolith.Materials.Library;

/// <summary>Turns a uniform number into a value of an estimate.</summary>
public static class EstimateQuantile
{
    /// <summary>Quantile 0.95 of the standard normal distribution.</summary>
    private const double NormalAt95Percent = 1.6448536269514722;

    /// <summary>
    /// The value below which the share <paramref name="probability"/> of an estimate lies. The two halves of a bell-shaped
    /// estimate meet at its value, so that an asymmetric range keeps its median.
    /// </summary>
    /// <param name="estimate">SI value and spread.</param>
    /// <param name="probability">Between 0 and 1, both excluded.</param>
    public static double At(Estimate estimate, double probability) => estimate.Spread switch
    {
        Spread.Uniform => estimate.Low + ((estimate.High - estimate.Low) * probability),
        Spread.LogUniform => estimate.Low * Math.Pow(estimate.High / estimate.Low, probability),
        Spread.Normal => Bell(estimate.Low, estimate.Value, estimate.High, probability),
        Spread.LogNormal => Math.Exp(Bell(Math.Log(estimate.Low), Math.Log(estimate.Value), Math.Log(estimate.High), probability)),
        _ => estimate.Value,
    };

    private static double Bell(double low, double middle, double high, double probability)
    {
        var deviations = Normal.Quantile(probability);
        return middle + (deviations / NormalAt95Percent * (deviations < 0 ? middle - low : high - middle));
    }
}
