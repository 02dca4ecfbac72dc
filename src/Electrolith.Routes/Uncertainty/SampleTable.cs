using System.Collections.Immutable;
using Electrolith.Routes.Compiling;
using Electrolith.Routes.Pipeline;
using Electrolith.Routes.Stability;

namespace Electrolith.Routes.Uncertainty;

/// <summary>Sampled results of a route: one column for each metric and for each resistance, by sample.</summary>
public sealed class SampleTable
{
    private readonly double[][] metrics;
    private readonly double[][] resistances;

    internal SampleTable(int count)
    {
        Count = count;
        metrics = [.. Metric.All.Select(_ => new double[count])];
        resistances = [.. ResistanceParts.All.Select(_ => new double[count])];
    }

    /// <summary>Number of samples.</summary>
    public int Count { get; }

    /// <summary>Sampled values of a metric, SI.</summary>
    /// <param name="metric">Index in <see cref="Metric.All"/>.</param>
    public ReadOnlySpan<double> Values(int metric) => metrics[metric];

    /// <summary>Sampled values of a resistance, ohm m².</summary>
    /// <param name="part">Which.</param>
    public ReadOnlySpan<double> Values(ResistancePart part) => resistances[(int)part];

    internal void Set(int sample, RouteOutcome outcome)
    {
        for (var metric = 0; metric < metrics.Length; metric++)
        {
            metrics[metric][sample] = Metric.All[metric].Value(outcome);
        }

        for (var part = 0; part < resistances.Length; part++)
        {
            resistances[part][sample] = outcome.Resistance((ResistancePart)part);
        }
    }
}

/// <summary>How strongly an input moves a result.</summary>
/// <param name="Input">The input.</param>
/// <param name="RankCorrelation">Spearman's rank correlation between the input's and the result's samples, -1 to 1.</param>
public sealed record Sensitivity(RouteInput Input, double RankCorrelation);

/// <summary>A route evaluated with uncertainty.</summary>
/// <param name="Route">The route.</param>
/// <param name="Nominal">Outcome of the nominal inputs.</param>
/// <param name="Warnings">What the models say about their validity here.</param>
/// <param name="Metrics">One summary for each of <see cref="Metric.All"/>.</param>
/// <param name="Resistances">One summary for each of <see cref="ResistanceParts.All"/>.</param>
/// <param name="Samples">Sampled results; empty without sampling.</param>
/// <param name="Drivers">By metric id, inputs by strength, for the metrics that decide.</param>
public sealed record RouteAssessment(
    CompiledRoute Route,
    RouteOutcome Nominal,
    ImmutableArray<RouteWarning> Warnings,
    ImmutableArray<MetricSummary> Metrics,
    ImmutableArray<MetricSummary> Resistances,
    SampleTable Samples,
    ImmutableDictionary<string, ImmutableArray<Sensitivity>> Drivers)
{
    /// <summary>What thermodynamics says about the contacts of the nominal route.</summary>
    public RouteStability Stability { get; init; } = RouteStability.None;

    /// <summary>The discharge of the nominal route by cell models; null unless asked for.</summary>
    public RouteDischarge? Discharge { get; init; }

    /// <summary>Summary of one metric.</summary>
    /// <param name="id">Id of the metric.</param>
    public MetricSummary Summary(string id) => Metrics[Metric.IndexOf(id)];
}
