namespace Electrolith.Numerics;

/// <summary>Whether values look like a normal distribution.</summary>
/// <param name="Skewness">0 for a symmetric distribution.</param>
/// <param name="ExcessKurtosis">0 for a normal distribution.</param>
/// <param name="Statistic">Anderson–Darling statistic for estimated mean and deviation, corrected for the number of values.</param>
/// <param name="Probability">How often normal values look this little normal.</param>
public sealed record NormalityTest(double Skewness, double ExcessKurtosis, double Statistic, double Probability)
{
    /// <summary>
    /// True when a normal distribution describes the values well enough for their tails: either the test does not object, or skewness and
    /// excess kurtosis are small (0.5 and 1), since with thousands of values the test objects to what does not matter.
    /// </summary>
    public bool IsCloseToNormal => Probability >= 0.05 || (Math.Abs(Skewness) < 0.5 && Math.Abs(ExcessKurtosis) < 1);

    /// <summary>Tests values.</summary>
    /// <param name="values">At least 8 values that are not all equal.</param>
    /// <returns>Null for fewer or equal values.</returns>
    public static NormalityTest? Of(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var count = sorted.Length;
        if (count < 8)
        {
            return null;
        }

        Array.Sort(sorted);
        var mean = sorted.Average();
        var second = sorted.Average(value => Math.Pow(value - mean, 2));
        if (!(second > 0) || Math.Sqrt(second) <= 1e-12 * Math.Abs(mean))
        {
            return null;
        }

        var deviation = Math.Sqrt(second * count / (count - 1));
        var sum = 0.0;
        for (var index = 0; index < count; index++)
        {
            // Both logarithms from the nearer tail, so that far values do not become log 0 before they must.
            var (below, above) = (Tail((sorted[index] - mean) / deviation), Tail((mean - sorted[count - 1 - index]) / deviation));
            sum += ((2 * index) + 1) * (Math.Log(below) + Math.Log(above));
        }

        var statistic = (-count - (sum / count)) * (1 + (0.75 / count) + (2.25 / count / count));
        return new NormalityTest(
            sorted.Average(value => Math.Pow(value - mean, 3)) / Math.Pow(second, 1.5), (sorted.Average(value => Math.Pow(value - mean, 4)) / (second * second)) - 3, statistic, ProbabilityOf(statistic));
    }

    /// <summary>Probability of a statistic at least as large (D'Agostino and Stephens, Goodness-of-Fit Techniques, 1986, table 4.9).</summary>
    /// <param name="statistic">Corrected statistic.</param>
    public static double ProbabilityOf(double statistic) => statistic switch
    {
        >= 10 => 0,
        >= 0.6 => Math.Exp(1.2937 - (5.709 * statistic) + (0.0186 * statistic * statistic)),
        >= 0.34 => Math.Exp(0.9177 - (4.279 * statistic) - (1.38 * statistic * statistic)),
        >= 0.2 => 1 - Math.Exp(-8.318 + (42.796 * statistic) - (59.938 * statistic * statistic)),
        _ => 1 - Math.Exp(-13.436 + (101.14 * statistic) - (223.73 * statistic * statistic)),
    };

    private static double Tail(double deviations) => Math.Max(Normal.Cumulative(deviations), 1e-300);
}
