using System.Collections.Immutable;
using Electrolith.Numerics;
using Electrolith.Routes.Compiling;
using Electrolith.Routes.Pipeline;
using Electrolith.Routes.Stability;

namespace Electrolith.Routes.Uncertainty;

/// <summary>Evaluates a route for its nominal inputs and for samples over their ranges.</summary>
public static class RouteAssessor
{
    private const int BlockSize = 64;

    /// <summary>Results whose drivers are reported.</summary>
    private static readonly string[] Driven = [Metric.SpecificEnergyId, Metric.AreaSpecificResistanceId, Metric.MaterialCostId];

    /// <summary>Evaluates a route.</summary>
    /// <param name="route">Compiled route.</param>
    /// <param name="options">Samples and seed.</param>
    /// <param name="progress">Told now and then how far the run is.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>Summaries, samples and drivers. Same route, options and version: same bits, whatever the number of threads.</returns>
    public static RouteAssessment Assess(
        CompiledRoute route, AssessmentOptions options, IProgress<SampleProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Samples);
        var warnings = new List<RouteWarning>();
        var draw = route.NominalDraw();
        var stability = StabilityAssessor.Assess(route, draw);
        StabilityVerdicts.Add(stability, route, draw[route.Cathode.Potential], warnings);
        var nominal = RoutePipeline.Evaluate(route, draw, warnings);
        var samples = new SampleTable(options.Samples);
        ImmutableDictionary<string, ImmutableArray<Sensitivity>> drivers = ImmutableDictionary<string, ImmutableArray<Sensitivity>>.Empty;
        if (options.Samples > 0)
        {
            var sampler = new InputSampler(route.Inputs, options.Samples, options.Seed);
            Run(route, sampler, samples, options.Threads, progress, cancellation);
            drivers = Drivers(route, sampler, samples);
        }

        return new RouteAssessment(
            route, nominal, [.. warnings.Distinct()],
            [.. Metric.All.Select((metric, index) => MetricSummary.Of(metric.Value(nominal), samples.Values(index).ToArray()))],
            [.. ResistanceParts.All.Select(part => MetricSummary.Of(nominal.Resistance(part), samples.Values(part).ToArray()))],
            samples, drivers) { Stability = stability, Discharge = options.Model == RouteModel.Closed ? null : RouteDischarge.Of(route, draw, nominal, options.Model) };
    }

    private static void Run(
        CompiledRoute route, InputSampler sampler, SampleTable samples, int threads, IProgress<SampleProgress>? progress, CancellationToken cancellation)
    {
        var blocks = (samples.Count + BlockSize - 1) / BlockSize;
        var done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(threads, 1), CancellationToken = cancellation };
        Parallel.For(0, blocks, options, () => new double[route.Inputs.Length], (block, _, draw) =>
        {
            var last = Math.Min((block + 1) * BlockSize, samples.Count);
            for (var sample = block * BlockSize; sample < last; sample++)
            {
                sampler.Fill(sample, draw);
                samples.Set(sample, RoutePipeline.Evaluate(route, draw, warnings: null));
            }

            progress?.Report(new SampleProgress(Interlocked.Add(ref done, last - (block * BlockSize)), samples.Count));
            return draw;
        }, _ => { });
    }

    private static ImmutableDictionary<string, ImmutableArray<Sensitivity>> Drivers(CompiledRoute route, InputSampler sampler, SampleTable samples)
    {
        var inputs = new double[sampler.Sampled.Length][];
        for (var position = 0; position < inputs.Length; position++)
        {
            inputs[position] = RankCorrelation.Ranks(sampler.Values(position));
        }

        var drivers = ImmutableDictionary.CreateBuilder<string, ImmutableArray<Sensitivity>>(StringComparer.Ordinal);
        foreach (var id in Driven)
        {
            var results = RankCorrelation.Ranks(samples.Values(Metric.IndexOf(id)));
            var list = new List<Sensitivity>();
            for (var position = 0; position < sampler.Sampled.Length; position++)
            {
                list.Add(new Sensitivity(route.Inputs[sampler.Sampled[position]], RankCorrelation.OfRanks(inputs[position], results)));
            }

            drivers[id] = [.. list.OrderByDescending(item => Math.Abs(item.RankCorrelation)).ThenBy(item => item.Input.Name, StringComparer.Ordinal)];
        }

        return drivers.ToImmutable();
    }
}
