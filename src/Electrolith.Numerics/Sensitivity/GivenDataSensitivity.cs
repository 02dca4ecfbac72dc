namespace Electrolith.Numerics.Sensitivity;

/// <summary>What measured pairs say about the influence of an input.</summary>
/// <param name="FirstOrder">Share of the variance that the input explains, whatever the shape of the relation.</param>
/// <param name="Delta">Borgonovo's delta: how much knowing the input changes the whole distribution, 0 for not at all, 1 for completely.</param>
/// <param name="Chance">Delta that 95 % of random reorderings of the input stay below.</param>
/// <param name="IsDependent">True when the pairs show more than chance.</param>
/// <param name="Pairs">Pairs that were used.</param>
/// <param name="Varies">False when either column is constant: nothing can be said.</param>
public sealed record GivenDataResult(SensitivityIndex FirstOrder, SensitivityIndex Delta, double Chance, bool IsDependent, int Pairs, bool Varies);

/// <summary>
/// Sensitivities from data that somebody else chose, such as the records of a plant: no special design is needed. The input is cut into classes
/// of equally many samples (E. Plischke, E. Borgonovo and C. L. Smith, Eur. J. Oper. Res. 226, 536 (2013)).
/// </summary>
/// <remarks>Correlated inputs share their influence: both are then shown as influential. It is a statement on the data, not on causes.</remarks>
public static class GivenDataSensitivity
{
    /// <summary>Fewer pairs say nothing: two classes of ten.</summary>
    public const int LeastPairs = 20;

    private const double Deviations = 1.9599639845400545;
    private const int Reorderings = 60;

    /// <summary>Estimates the influence of one input on one result.</summary>
    /// <param name="input">Input of every sample.</param>
    /// <param name="result">Result of every sample, same length; pairs that are not finite are left out.</param>
    /// <param name="stream">Random numbers of the intervals.</param>
    /// <param name="resamples">How often pairs are drawn again for the 95 % intervals.</param>
    public static GivenDataResult Estimate(ReadOnlySpan<double> input, ReadOnlySpan<double> result, RandomStream stream, int resamples = 100)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 2);
        if (input.Length != result.Length)
        {
            throw new ArgumentException($"{input.Length} and {result.Length} samples; the same number is needed", nameof(result));
        }

        var (xs, ys) = (new List<double>(), new List<double>());
        for (var index = 0; index < input.Length; index++)
        {
            if (double.IsFinite(input[index]) && double.IsFinite(result[index]))
            {
                xs.Add(input[index]);
                ys.Add(result[index]);
            }
        }

        if (xs.Count < LeastPairs || xs.Max() == xs.Min() || ys.Max() == ys.Min())
        {
            return new GivenDataResult(default, default, 0, false, xs.Count, false);
        }

        double[] x = [.. xs], y = [.. ys];
        var classes = Classes(x);
        var (first, delta) = (FirstOrder(classes, y), Delta(classes, y));
        var (firsts, deltas) = (new double[resamples], new double[resamples]);
        var (drawnX, drawnY) = (new double[x.Length], new double[y.Length]);
        for (var resample = 0; resample < resamples; resample++)
        {
            for (var index = 0; index < x.Length; index++)
            {
                var drawn = stream.NextInt32(x.Length);
                (drawnX[index], drawnY[index]) = (x[drawn], y[drawn]);
            }

            var drawnClasses = Classes(drawnX);
            (firsts[resample], deltas[resample]) = (FirstOrder(drawnClasses, drawnY), Delta(drawnClasses, drawnY));
        }

        var chance = Chance(classes, y, stream);
        // Resampling repeats the upward bias of an absolute difference once more: taking it off removes most of it.
        var corrected = Math.Clamp((2 * delta) - deltas.Average(), 0, 1);
        return new GivenDataResult(Index(first, Deviation(firsts)), Index(corrected, Deviation(deltas)), chance, delta > chance, x.Length, true);
    }

    private static SensitivityIndex Index(double value, double deviation) => new(value, value - (Deviations * deviation), value + (Deviations * deviation));

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    /// <summary>Class of every sample by its rank; equal inputs stay together.</summary>
    private static int[] Classes(double[] x)
    {
        var ranks = RankCorrelation.Ranks(x);
        // Number of classes of Plischke et al.: more samples, more classes, at most 48.
        var count = Math.Min(48, (int)Math.Ceiling(Math.Pow(x.Length, 2 / (7 + Math.Tanh((1500.0 - x.Length) / 500)))));
        return [.. ranks.Select(rank => Math.Min(count - 1, (int)((rank - 0.5) / x.Length * count)))];
    }

    /// <summary>Variance between classes over the whole, freed of what chance alone puts there (Kelley's epsilon squared).</summary>
    private static double FirstOrder(int[] classes, double[] y)
    {
        var count = classes.Max() + 1;
        var (sums, sizes) = (new double[count], new int[count]);
        var mean = y.Average();
        double whole = 0;
        for (var index = 0; index < y.Length; index++)
        {
            var from = y[index] - mean;
            sums[classes[index]] += from;
            sizes[classes[index]]++;
            whole += from * from;
        }

        var used = sizes.Count(size => size > 0);
        if (whole <= 0 || used < 2 || y.Length <= used)
        {
            return 0;
        }

        var between = Enumerable.Range(0, count).Where(index => sizes[index] > 0).Sum(index => sums[index] * sums[index] / sizes[index]);
        return (between - ((used - 1) * (whole - between) / (y.Length - used))) / whole;
    }

    /// <summary>Half the area between the density of a class and that of all, averaged over classes.</summary>
    private static double Delta(int[] classes, double[] y)
    {
        var all = KernelDensity.Grid(y);
        var density = all.Density(y);
        var sum = 0.0;
        foreach (var group in Enumerable.Range(0, y.Length).GroupBy(index => classes[index]))
        {
            var part = all.Density([.. group.Select(index => y[index])]);
            var area = 0.0;
            for (var place = 0; place < density.Length; place++)
            {
                area += Math.Abs(density[place] - part[place]);
            }

            sum += group.Count() * area * all.Spacing / 2;
        }

        return Math.Min(1, sum / y.Length);
    }

    private static double Chance(int[] classes, double[] y, RandomStream stream)
    {
        var (shuffled, deltas) = ((int[])classes.Clone(), new double[Reorderings]);
        for (var round = 0; round < Reorderings; round++)
        {
            for (var last = shuffled.Length - 1; last > 0; last--)
            {
                var other = stream.NextInt32(last + 1);
                (shuffled[last], shuffled[other]) = (shuffled[other], shuffled[last]);
            }

            deltas[round] = Delta(shuffled, y);
        }

        Array.Sort(deltas);
        return Quantiles.Of(deltas, 0.95);
    }
}
