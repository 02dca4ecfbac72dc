using Electrolith.Numerics;

namespace Electrolith.Routes.Uncertainty;

/// <summary>A result with its interval.</summary>
/// <param name="Value">Result of the nominal inputs, SI.</param>
/// <param name="P05">5th percentile of the samples; equal to the value without samples.</param>
/// <param name="Median">Median of the samples.</param>
/// <param name="P95">95th percentile of the samples.</param>
public readonly record struct MetricSummary(double Value, double P05, double Median, double P95)
{
    /// <summary>Summarises samples; sorts <paramref name="samples"/> in place.</summary>
    /// <param name="nominal">Result of the nominal inputs.</param>
    /// <param name="samples">Sampled results, SI; may be empty.</param>
    public static MetricSummary Of(double nominal, Span<double> samples)
    {
        if (samples.IsEmpty)
        {
            return new MetricSummary(nominal, nominal, nominal, nominal);
        }

        samples.Sort();
        return new MetricSummary(nominal, Quantiles.Of(samples, 0.05), Quantiles.Of(samples, 0.5), Quantiles.Of(samples, 0.95));
    }
}
