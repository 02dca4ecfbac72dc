using System.Collections.Immutable;

namespace Electrolith.Numerics.Sensitivity;

/// <summary>Results of the runs of a <see cref="SaltelliDesign"/>; every array has one number per row.</summary>
/// <param name="First">At the points A.</param>
/// <param name="Second">At the points B.</param>
/// <param name="Mixed">For every input, at the points A with that input of B.</param>
public sealed record SaltelliResults(double[] First, double[] Second, double[][] Mixed);

/// <summary>How much of the variance of a result each input causes.</summary>
/// <param name="Mean">Mean of the result.</param>
/// <param name="Variance">Its variance.</param>
/// <param name="FirstOrder">Share that an input causes alone; empty when nothing varies.</param>
/// <param name="Total">Share with everything in which it interacts; empty when nothing varies.</param>
/// <param name="Rows">Rows that were used.</param>
public sealed record SobolResult(double Mean, double Variance, ImmutableArray<SensitivityIndex> FirstOrder, ImmutableArray<SensitivityIndex> Total, int Rows)
{
    /// <summary>False when the result does not vary: it has no variance to share out.</summary>
    public bool Varies => !FirstOrder.IsEmpty;
}

/// <summary>
/// First-order indices after Saltelli et al., Comput. Phys. Commun. 181, 259 (2010), total ones after M. J. W. Jansen, Comput. Phys. Commun.
/// 117, 35 (1999), with intervals from resampled rows.
/// </summary>
public static class SobolIndices
{
    /// <summary>A standard deviation below this share of the mean is rounding, not variation.</summary>
    private const double Rounding = 1e-12;

    /// <summary>Quantile 0.975 of the standard normal distribution.</summary>
    private const double Deviations = 1.9599639845400545;

    /// <summary>Estimates the indices of every input.</summary>
    /// <param name="results">Results of the runs; rows in which a run failed (not finite) are left out.</param>
    /// <param name="stream">Random numbers of the intervals; null leaves them at the estimate.</param>
    /// <param name="resamples">How often rows are drawn again for the 95 % intervals.</param>
    /// <param name="centre">
    /// Value subtracted from every result; null for the mean. It does not change what is estimated, only how much the first-order estimate scatters.
    /// </param>
    public static SobolResult Estimate(SaltelliResults results, RandomStream? stream, int resamples = 500, double? centre = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentOutOfRangeException.ThrowIfNegative(resamples);
        var rows = Enumerable.Range(0, results.First.Length)
            .Where(row => double.IsFinite(results.First[row]) && double.IsFinite(results.Second[row]) && results.Mixed.All(column => double.IsFinite(column[row]))).ToArray();
        if (rows.Length == 0)
        {
            return new SobolResult(double.NaN, 0, [], [], 0);
        }

        var mean = rows.Average(row => (results.First[row] + results.Second[row]) / 2);
        var middle = centre ?? mean;
        var (inputs, count) = (results.Mixed.Length, rows.Length);
        double[] first = [.. rows.Select(row => results.First[row] - middle)], second = [.. rows.Select(row => results.Second[row] - middle)];
        double[][] mixed = [.. results.Mixed.Select(column => rows.Select(row => column[row] - middle).ToArray())];
        var all = Enumerable.Range(0, count).ToArray();
        var estimate = new double[2 * inputs];
        var variance = Estimate(first, second, mixed, all, estimate);
        if (Math.Sqrt(variance) <= Rounding * Math.Max(Math.Abs(mean), double.Epsilon))
        {
            return new SobolResult(mean, 0, [], [], count);
        }

        var spread = stream is null ? new double[2 * inputs] : Spread(first, second, mixed, stream, resamples);
        SensitivityIndex Index(int place) => new(estimate[place], estimate[place] - (Deviations * spread[place]), estimate[place] + (Deviations * spread[place]));
        return new SobolResult(mean, variance, [.. Enumerable.Range(0, inputs).Select(Index)], [.. Enumerable.Range(inputs, inputs).Select(Index)], count);
    }

    /// <summary>First-order indices, then total ones, of some rows; gives the variance.</summary>
    private static double Estimate(double[] first, double[] second, double[][] mixed, int[] rows, double[] indices)
    {
        double sum = 0, squares = 0;
        foreach (var row in rows)
        {
            sum += first[row] + second[row];
            squares += (first[row] * first[row]) + (second[row] * second[row]);
        }

        var mean = sum / (2 * rows.Length);
        var variance = Math.Max(0, (squares / (2 * rows.Length)) - (mean * mean));
        for (var input = 0; input < mixed.Length; input++)
        {
            double alone = 0, total = 0;
            foreach (var row in rows)
            {
                var change = mixed[input][row] - first[row];
                alone += second[row] * change;
                total += change * change;
            }

            indices[input] = variance > 0 ? alone / rows.Length / variance : 0;
            indices[mixed.Length + input] = variance > 0 ? total / (2 * rows.Length) / variance : 0;
        }

        return variance;
    }

    /// <summary>Standard deviation of every index over resampled rows.</summary>
    private static double[] Spread(double[] first, double[] second, double[][] mixed, RandomStream stream, int resamples)
    {
        var (length, count) = (2 * mixed.Length, first.Length);
        var (rows, indices) = (new int[count], new double[length]);
        var (means, squares) = (new double[length], new double[length]);
        for (var resample = 0; resample < resamples; resample++)
        {
            for (var row = 0; row < count; row++)
            {
                rows[row] = stream.NextInt32(count);
            }

            Estimate(first, second, mixed, rows, indices);
            for (var place = 0; place < length; place++)
            {
                // Welford's running mean and sum of squares.
                var change = indices[place] - means[place];
                means[place] += change / (resample + 1);
                squares[place] += change * (indices[place] - means[place]);
            }
        }

        return [.. squares.Select(value => resamples > 1 ? Math.Sqrt(value / (resamples - 1)) : 0)];
    }
}
