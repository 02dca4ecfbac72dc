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

    /// <summary>With fewer groups no reordering is rare enough to mean something.</summary>
    public const int LeastGroups = 6;

    private const double Deviations = 1.9599639845400545;
    private const int Reorderings = 60;

    /// <summary>Estimates the influence of one input on one result.</summary>
    /// <param name="input">Input of every sample.</param>
    /// <param name="result">Result of every sample, same length; pairs that are not finite are left out.</param>
    /// <param name="stream">Random numbers of the intervals.</param>
    /// <param name="resamples">How often pairs are drawn again for the 95 % intervals.</param>
    /// <param name="groups">
    /// Group of every sample, such as its lot, or null when all are independent. Samples of a group resemble each other, so that whole groups are drawn
    /// and reordered: otherwise whatever differs between lots would look like a cause.
    /// </param>
    public static GivenDataResult Estimate(ReadOnlySpan<double> input, ReadOnlySpan<double> result, RandomStream stream, int resamples = 100, IReadOnlyList<int>? groups = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 2);
        if (input.Length != result.Length)
        {
            throw new ArgumentException($"{input.Length} and {result.Length} samples; the same number is needed", nameof(result));
        }

        var (xs, ys, of) = (new List<double>(), new List<double>(), new List<int>());
        for (var index = 0; index < input.Length; index++)
        {
            if (double.IsFinite(input[index]) && double.IsFinite(result[index]))
            {
                xs.Add(input[index]);
                ys.Add(result[index]);
                of.Add(groups?[index] ?? index);
            }
        }

        int[][] blocks = [.. Enumerable.Range(0, of.Count).GroupBy(index => of[index]).Select(group => group.ToArray())];
        if (xs.Count < LeastPairs || blocks.Length < LeastGroups || xs.Max() == xs.Min() || ys.Max() == ys.Min())
        {
            return new GivenDataResult(default, default, 0, false, xs.Count, false);
        }

        return Estimate([.. xs], [.. ys], blocks, stream, resamples);
    }

    private static GivenDataResult Estimate(double[] x, double[] y, int[][] blocks, RandomStream stream, int resamples)
    {
        var classes = Classes(x);
        var (first, delta) = (FirstOrder(classes, y), Delta(classes, y));
        var (firsts, deltas) = (new double[resamples], new double[resamples]);
        for (var resample = 0; resample < resamples; resample++)
        {
            int[] drawn = [.. Enumerable.Range(0, blocks.Length).SelectMany(_ => blocks[stream.NextInt32(blocks.Length)])];
            double[] drawnY = [.. drawn.Select(index => y[index])];
            var drawnClasses = Classes([.. drawn.Select(index => x[index])]);
            (firsts[resample], deltas[resample]) = (FirstOrder(drawnClasses, drawnY), drawnY.Max() > drawnY.Min() ? Delta(drawnClasses, drawnY) : 0);
        }

        var (chanceFirst, chance) = Chance(classes, y, blocks, stream);
        // What reordered groups explain by chance is taken off, so that an input without influence gives zero on average.
        var alone = chanceFirst < 1 ? (first - chanceFirst) / (1 - chanceFirst) : 0;
        // Resampling repeats the upward bias of an absolute difference once more: taking it off removes most of it.
        var corrected = Math.Clamp((2 * delta) - deltas.Average(), 0, 1);
        return new GivenDataResult(Index(alone, Deviation(firsts)), Index(corrected, Deviation(deltas)), chance, delta > chance, x.Length, true);
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

    /// <summary>Variance between classes over the whole.</summary>
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

        return whole <= 0 ? 0 : Enumerable.Range(0, count).Where(index => sizes[index] > 0).Sum(index => sums[index] * sums[index] / sizes[index]) / whole;
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

    /// <summary>What reordered groups give: mean share of the variance, and the delta that 95 % stay below.</summary>
    private static (double FirstOrder, double Delta) Chance(int[] classes, double[] y, int[][] blocks, RandomStream stream)
    {
        var (order, deltas, firsts) = (Enumerable.Range(0, blocks.Length).ToArray(), new double[Reorderings], 0.0);
        int[] inOrder = [.. blocks.SelectMany(block => block)];
        double[] results = [.. inOrder.Select(index => y[index])];
        for (var round = 0; round < Reorderings; round++)
        {
            for (var last = order.Length - 1; last > 0; last--)
            {
                var other = stream.NextInt32(last + 1);
                (order[last], order[other]) = (order[other], order[last]);
            }

            int[] shuffled = [.. order.SelectMany(block => blocks[block]).Select(index => classes[index])];
            firsts += FirstOrder(shuffled, results) / Reorderings;
            deltas[round] = Delta(shuffled, results);
        }

        Array.Sort(deltas);
        return (firsts, Quantiles.Of(deltas, 0.95));
    }
}
