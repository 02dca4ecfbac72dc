namespace Electrolith.Numerics.Optimisation;

/// <summary>Children of two points of the unit cube, as in the reference of NSGA-II.</summary>
internal static class Variation
{
    private const double CrossoverIndex = 15;
    private const double MutationIndex = 20;
    private const double CrossoverRate = 0.9;

    /// <summary>Simulated binary crossover with bounds (Deb and Agrawal, 1995).</summary>
    public static (double[] First, double[] Second) Cross(double[] mother, double[] father, RandomStream stream)
    {
        var (first, second) = ((double[])mother.Clone(), (double[])father.Clone());
        if (stream.NextDouble() > CrossoverRate)
        {
            return (first, second);
        }

        for (var k = 0; k < first.Length; k++)
        {
            var (low, high) = (Math.Min(mother[k], father[k]), Math.Max(mother[k], father[k]));
            if (stream.NextDouble() > 0.5 || high - low < 1e-14)
            {
                continue;
            }

            var draw = stream.NextDouble();
            var lower = Math.Clamp(0.5 * (low + high - (Spread(1 + (2 * low / (high - low)), draw) * (high - low))), 0, 1);
            var upper = Math.Clamp(0.5 * (low + high + (Spread(1 + (2 * (1 - high) / (high - low)), draw) * (high - low))), 0, 1);
            (first[k], second[k]) = stream.NextDouble() <= 0.5 ? (upper, lower) : (lower, upper);
        }

        return (first, second);
    }

    /// <summary>Polynomial mutation with bounds; one coordinate of a point on average.</summary>
    public static void Mutate(double[] point, RandomStream stream)
    {
        for (var k = 0; k < point.Length; k++)
        {
            if (stream.NextDouble() > 1.0 / point.Length)
            {
                continue;
            }

            var (draw, power) = (stream.NextDouble(), 1 / (MutationIndex + 1));
            var shift = draw <= 0.5
                ? Math.Pow((2 * draw) + ((1 - (2 * draw)) * Math.Pow(1 - point[k], MutationIndex + 1)), power) - 1
                : 1 - Math.Pow((2 * (1 - draw)) + (2 * (draw - 0.5) * Math.Pow(point[k], MutationIndex + 1)), power);
            point[k] = Math.Clamp(point[k] + shift, 0, 1);
        }
    }

    private static double Spread(double beta, double draw)
    {
        var alpha = 2 - Math.Pow(beta, -(CrossoverIndex + 1));
        return draw <= 1 / alpha ? Math.Pow(draw * alpha, 1 / (CrossoverIndex + 1)) : Math.Pow(1 / (2 - (draw * alpha)), 1 / (CrossoverIndex + 1));
    }
}
