using Electrolith.Numerics.Optimisation;

namespace Electrolith.Numerics.GaussianProcesses;

/// <summary>How assumptions are found.</summary>
public sealed record GaussianProcessFitOptions
{
    /// <summary>Searches, the first from the middle of the expectations, the others from random draws of them.</summary>
    public int Starts { get; init; } = 4;

    /// <summary>Seed of the draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// How much the expectations count: 1 as they are, 0 not at all. Expected are lengths about half the diagonal of the unit cube,
    /// the variance of the data as signal, and a hundredth of it as noise, each within a factor of a few: with a handful of points the
    /// likelihood alone often prefers "all noise" or "no noise at all".
    /// </summary>
    public double PriorWeight { get; init; } = 1;
}

/// <summary>Finds the assumptions of a Gaussian process by their marginal likelihood, with log-normal expectations.</summary>
public static class GaussianProcessFit
{
    private const double LengthSpread = 0.8;
    private const double SignalSpread = 1.0;
    private const double NoiseSpread = 1.5;
    private const double UsualNoise = 1e-2;

    /// <summary>Fits a process to measurements; the values are centred and scaled inside.</summary>
    /// <param name="points">Where was measured, in the unit cube.</param>
    /// <param name="values">What was measured.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ArgumentException">There are no points, or a number is not finite.</exception>
    public static GaussianProcess Fit(IReadOnlyList<double[]> points, IReadOnlyList<double> values, GaussianProcessFitOptions options)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(options);
        if (points.Count == 0 || points.Count != values.Count || !values.All(double.IsFinite) || !points.All(point => point.All(double.IsFinite)))
        {
            throw new ArgumentException($"{points.Count} points with {values.Count} finite values are needed, at least one", nameof(points));
        }

        var offset = values.Average();
        var scale = Math.Sqrt(values.Sum(value => (value - offset) * (value - offset)) / Math.Max(values.Count - 1, 1));
        scale = scale > 1e-12 * Math.Abs(offset) && scale > 0 ? scale : offset != 0 ? 0.1 * Math.Abs(offset) : 1;
        var likelihood = new MarginalLikelihood(points, [.. values.Select(value => (value - offset) / scale)]);
        var dimensions = points[0].Length;
        var (middle, spread) = Expectations(dimensions);
        double Negative(double[] at, double[] gradient)
        {
            var sum = likelihood.Negative(at, gradient);
            for (var k = 0; k < at.Length; k++)
            {
                var distance = (at[k] - middle[k]) / spread[k];
                sum += options.PriorWeight * 0.5 * distance * distance;
                gradient[k] += options.PriorWeight * distance / spread[k];
            }

            return sum;
        }

        var stream = new RandomStream(options.Seed).Fork("gaussian-process");
        var starts = Enumerable.Range(0, Math.Max(options.Starts, 1)).Select(start => middle.Select((value, k) => start == 0 ? value : value + (spread[k] * Normal.Quantile(Math.Clamp(stream.NextDouble(), 1e-6, 1 - 1e-6)))).ToArray()).ToArray();
        var (lower, upper) = (middle.Select((_, k) => k < dimensions ? Math.Log(0.01) : k == dimensions ? -7.0 : Math.Log(1e-8)).ToArray(), middle.Select((_, k) => k < dimensions ? Math.Log(100) : 7.0).ToArray());
        var ended = new (double[] At, double Value)[starts.Length];
        Parallel.For(0, starts.Length, start => ended[start] = QuasiNewton.Minimise(Negative, starts[start], lower, upper, 60));
        var best = ended.MinBy(item => item.Value).At;
        var parameters = new GaussianProcessParameters([.. best[..dimensions].Select(Math.Exp)], Math.Exp(best[dimensions]), Math.Exp(best[dimensions + 1]));
        return new GaussianProcess(points, values, parameters, offset, scale);
    }

    private static (double[] Middle, double[] Spread) Expectations(int dimensions)
    {
        var (middle, spread) = (new double[dimensions + 2], new double[dimensions + 2]);
        Array.Fill(middle, Math.Log(0.5 * Math.Sqrt(dimensions)));
        Array.Fill(spread, LengthSpread);
        (middle[dimensions], spread[dimensions]) = (0, SignalSpread);
        (middle[dimensions + 1], spread[dimensions + 1]) = (Math.Log(UsualNoise), NoiseSpread);
        return (middle, spread);
    }
}
