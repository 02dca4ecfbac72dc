using Electrolith.Numerics;
using Electrolith.Numerics.GaussianProcesses;

namespace Electrolith.Processing.Choosing.Trials;

/// <summary>How likely a trial gives anything to measure, from which trials did.</summary>
/// <remarks>
/// Least-squares classification (Rasmussen and Williams, 2006, section 6.5): a Gaussian process through +1 for success and -1 for
/// failure; the probability is that of a value above zero. It learns which settings matter for failing, and so also keeps away from
/// what lies behind a failure.
/// </remarks>
public sealed class SuccessModel
{
    private readonly GaussianProcess? process;
    private readonly double usual;

    /// <summary>Learns from trials.</summary>
    /// <param name="points">Positions.</param>
    /// <param name="succeeded">Whether there was anything to measure.</param>
    /// <param name="seed">Seed of the fit.</param>
    public SuccessModel(IReadOnlyList<double[]> points, IReadOnlyList<bool> succeeded, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(succeeded);
        HasFailures = succeeded.Any(value => !value);
        // The rule of Laplace: one of each added.
        usual = HasFailures ? (succeeded.Count(value => value) + 1.0) / (succeeded.Count + 2.0) : 1;
        process = HasFailures && succeeded.Any(value => value) ? GaussianProcessFit.Fit(points, [.. succeeded.Select(value => value ? 1.0 : -1.0)], new GaussianProcessFitOptions { Seed = seed, Starts = 2 }) : null;
    }

    /// <summary>True when at least one trial failed; else every trial is expected to succeed.</summary>
    public bool HasFailures { get; }

    /// <summary>Probability that a trial gives something to measure.</summary>
    /// <param name="position">Shares of the ranges.</param>
    public double Probability(ReadOnlySpan<double> position)
    {
        if (process is null)
        {
            return usual;
        }

        var (mean, variance) = process.Predict(position);
        return Normal.Cumulative(mean / Math.Sqrt(variance + (process.NoiseDeviation * process.NoiseDeviation) + 1e-12));
    }
}
