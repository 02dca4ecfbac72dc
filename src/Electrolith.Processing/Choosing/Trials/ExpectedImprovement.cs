using Electrolith.Numerics;

namespace Electrolith.Processing.Choosing.Trials;

/// <summary>What a trial is expected to gain over the best so far (Mockus, 1978; Jones, Schonlau and Welch, 1998).</summary>
public static class ExpectedImprovement
{
    /// <summary>Expected improvement.</summary>
    /// <param name="gain">Expected value minus the best so far, larger is better.</param>
    /// <param name="deviation">Standard deviation.</param>
    public static double Of(double gain, double deviation) => Math.Exp(Log(gain, deviation));

    /// <summary>Logarithm of the expected improvement, also where it is too small for a number (Ament et al., 2023).</summary>
    /// <param name="gain">Expected value minus the best so far, larger is better.</param>
    /// <param name="deviation">Standard deviation.</param>
    public static double Log(double gain, double deviation)
    {
        if (!(deviation > 0))
        {
            return gain > 0 ? Math.Log(gain) : double.NegativeInfinity;
        }

        var z = gain / deviation;
        if (z > -5)
        {
            return Math.Log(deviation) + Math.Log((Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI)) + (z * Normal.Cumulative(z)));
        }

        // Asymptotic series of the same: phi(z) (1/z2 - 3/z4 + 15/z6).
        var square = z * z;
        return Math.Log(deviation) - (0.5 * square) - (0.5 * Math.Log(2 * Math.PI)) + Math.Log((1 / square) - (3 / (square * square)) + (15 / (square * square * square)));
    }
}
