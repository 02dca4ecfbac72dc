using Electrolith.Numerics;

namespace Electrolith.Processing.Robustness;

/// <summary>A capability index with its 95 % interval.</summary>
/// <param name="Value">Estimate.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct CapabilityIndex(double Value, double Low, double High);

/// <summary>How a result sits within its limits. Indices without a value are null: two-sided ones with a single limit, those of a lot with one piece per lot.</summary>
/// <param name="Components">Mean and variance within and between lots.</param>
/// <param name="Cp">Width of the limits over six deviations within a lot: what the process could reach.</param>
/// <param name="Cpk">Distance to the nearer limit over three deviations within a lot.</param>
/// <param name="Pp">Width of the limits over six deviations of all pieces: what it does reach.</param>
/// <param name="Ppk">Distance to the nearer limit over three deviations of all pieces.</param>
/// <param name="Shape">Whether a normal distribution describes the result; null with too few pieces.</param>
/// <param name="PercentilePpk">Ppk by percentiles, for results that are not normal; null when they are, or with fewer than 1000 pieces.</param>
public sealed record Capability(
    VarianceComponents Components, CapabilityIndex? Cp, CapabilityIndex? Cpk, CapabilityIndex? Pp, CapabilityIndex? Ppk, NormalityTest? Shape, CapabilityIndex? PercentilePpk)
{
    /// <summary>Pieces from which the 0.135 and 99.865 % points can be read off.</summary>
    public const int LeastForPercentiles = 1000;

    private const double Deviations = 1.9599639845400545;
    private const int Resamples = 200;

    /// <summary>Deviations below this share of the mean are rounding.</summary>
    private const double Rounding = 1e-9;

    /// <summary>True when the result varies.</summary>
    public bool Varies => Ppk is not null;

    /// <summary>Capability of a result.</summary>
    /// <param name="lots">Values by lot, SI.</param>
    /// <param name="lower">Least value, or null.</param>
    /// <param name="upper">Largest value, or null; one of the two is needed.</param>
    /// <param name="stream">Random numbers of the interval by percentiles.</param>
    public static Capability Of(double[][] lots, double? lower, double? upper, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(lots);
        if (lower is null && upper is null)
        {
            throw new ArgumentException("a limit is needed", nameof(lower));
        }

        var components = VarianceComponents.Of(lots);
        double[] values = [.. lots.SelectMany(lot => lot)];
        if (components.Count < 2 || !(Math.Sqrt(components.Overall) > Rounding * Math.Abs(components.Mean)))
        {
            return new Capability(components, null, null, null, null, null, null);
        }

        var overall = Math.Sqrt(components.Overall);
        var within = Math.Sqrt(components.Within);
        var shape = NormalityTest.Of(values);
        var isNormal = shape?.IsCloseToNormal ?? true;
        return new Capability(
            components,
            within > 0 ? Width(lower, upper, within, components.WithinFreedom) : null,
            within > 0 ? Nearer(lower, upper, components, within, components.WithinFreedom) : null,
            Width(lower, upper, overall, components.OverallFreedom),
            Nearer(lower, upper, components, overall, components.OverallFreedom),
            shape,
            !isNormal && values.Length >= LeastForPercentiles ? Percentile(lots, lower, upper, stream) : null);
    }

    /// <summary>Cp or Pp: chi-square interval.</summary>
    private static CapabilityIndex? Width(double? lower, double? upper, double deviation, double freedom) =>
        lower is not { } low || upper is not { } high ? null : new CapabilityIndex(
            (high - low) / (6 * deviation),
            (high - low) / (6 * deviation) * Math.Sqrt(ChiSquare.Quantile(0.025, freedom) / freedom),
            (high - low) / (6 * deviation) * Math.Sqrt(ChiSquare.Quantile(0.975, freedom) / freedom));

    /// <summary>
    /// Cpk or Ppk with the interval of A. F. Bissell (Appl. Stat. 39, 331 (1990)): index ± z √(1/9n + index²/2(n-1)), where 1/n stands for the variance of
    /// the mean over that of the deviation, and n - 1 for its degrees of freedom, so that lots count.
    /// </summary>
    private static CapabilityIndex Nearer(double? lower, double? upper, VarianceComponents components, double deviation, double freedom)
    {
        var index = Math.Min(upper - components.Mean ?? double.PositiveInfinity, components.Mean - lower ?? double.PositiveInfinity) / (3 * deviation);
        var half = Deviations * Math.Sqrt((components.VarianceOfMean / (9 * deviation * deviation)) + (index * index / (2 * freedom)));
        return new CapabilityIndex(index, index - half, index + half);
    }

    /// <summary>Distances from the median to the limits over those to the 0.135 and 99.865 % points (ISO 22514), the interval by drawing lots again.</summary>
    private static CapabilityIndex Percentile(double[][] lots, double? lower, double? upper, RandomStream stream)
    {
        double Index(IEnumerable<double[]> drawn)
        {
            double[] sorted = [.. drawn.SelectMany(lot => lot)];
            Array.Sort(sorted);
            var middle = Quantiles.Of(sorted, 0.5);
            var up = upper is { } high ? Ratio(high - middle, Quantiles.Of(sorted, 0.99865) - middle) : double.PositiveInfinity;
            var down = lower is { } low ? Ratio(middle - low, middle - Quantiles.Of(sorted, 0.00135)) : double.PositiveInfinity;
            return Math.Min(up, down);
        }

        var indices = new double[Resamples];
        for (var resample = 0; resample < Resamples; resample++)
        {
            indices[resample] = Index(Enumerable.Range(0, lots.Length).Select(_ => lots[stream.NextInt32(lots.Length)]));
        }

        Array.Sort(indices);
        return new CapabilityIndex(Index(lots), Quantiles.Of(indices, 0.025), Quantiles.Of(indices, 0.975));
    }

    /// <summary>A distance over the width of a tail; a tail of no width that keeps the limit is infinitely capable.</summary>
    private static double Ratio(double distance, double tail) => tail > 0 ? distance / tail : distance >= 0 ? double.PositiveInfinity : double.NegativeInfinity;
}
