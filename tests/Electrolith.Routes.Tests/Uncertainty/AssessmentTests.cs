using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Routes.Pipeline;
using Electrolith.Routes.Reporting;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Routes.Tests.Uncertainty;

/// <summary>Sampling is reproducible, covers the ranges and does not mix what is independent.</summary>
public sealed class AssessmentTests
{
    private const int Samples = 150;

    [Fact]
    public void The_same_seed_gives_the_same_bits_on_any_number_of_threads()
    {
        var one = RouteText.Assess(RouteText.Of(), Samples, threads: 1);
        var two = RouteText.Assess(RouteText.Of(), Samples, threads: 2);
        for (var metric = 0; metric < Metric.All.Length; metric++)
        {
            Assert.True(one.Samples.Values(metric).SequenceEqual(two.Samples.Values(metric)), Metric.All[metric].Id);
        }

        Assert.All(ResistanceParts.All, part => Assert.True(one.Samples.Values(part).SequenceEqual(two.Samples.Values(part))));
        Assert.Equal(ReportWriter.ToHtml([one], [null], null, 1), ReportWriter.ToHtml([two], [null], null, 1));
    }

    [Fact]
    public void Another_seed_gives_other_samples_and_the_same_nominal_result()
    {
        var first = RouteText.Assess(RouteText.Of(), Samples);
        var second = RouteText.Assess(RouteText.Of(), Samples, seed: 2);
        Assert.Equal(first.Nominal.SpecificEnergy, second.Nominal.SpecificEnergy);
        Assert.False(first.Samples.Values(0).SequenceEqual(second.Samples.Values(0)));
    }

    [Fact]
    public void Every_slice_of_a_range_is_drawn_once()
    {
        var route = RouteText.Compile(RouteText.Of().Replace("30 um", "25..35 um", StringComparison.Ordinal));
        var sampler = new InputSampler(route.Inputs, Samples, 5);
        var position = sampler.Sampled.ToArray().ToList().FindIndex(handle => route.Inputs[handle].Name == "separator.thickness");
        var slices = sampler.Values(position).ToArray().Select(value => (int)Math.Floor((value - 25e-6) / 10e-6 * Samples)).Order();
        Assert.Equal(Enumerable.Range(0, Samples), slices);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(Samples)]
    public void Percentiles_are_in_order(int samples)
    {
        var assessment = RouteText.Assess(RouteText.Of(), samples);
        Assert.All(assessment.Metrics.Concat(assessment.Resistances), item => Assert.True(item.P05 <= item.Median && item.Median <= item.P95));
        Assert.Equal(samples, assessment.Samples.Count);
        if (samples == 0)
        {
            Assert.All(assessment.Metrics, item => Assert.True(item.P05.Equals(item.Value) && item.P95.Equals(item.Value)));
            Assert.Empty(assessment.Drivers);
        }
    }

    [Fact]
    public void Every_sample_adds_up()
    {
        var assessment = RouteText.Assess(RouteText.Of(), Samples);
        var total = assessment.Samples.Values(Metric.IndexOf(Metric.AreaSpecificResistanceId));
        for (var sample = 0; sample < Samples; sample++)
        {
            var sum = 0.0;
            foreach (var part in ResistanceParts.All)
            {
                sum += assessment.Samples.Values(part)[sample];
            }

            Assert.Equal(sum, total[sample], sum * 1e-12);
        }
    }

    [Theory]
    [InlineData("loading: 4 mAh/cm2", "loading: 4 +/- 2 mAh/cm2", "cathode.loading")]
    [InlineData("electrolyte: 17 %", "electrolyte: 17 +/- 10 %", "cathode.composition.electrolyte")]
    [InlineData("excess: 20 um", "excess: 5 +/- 3 um", "anode.excess")]
    [InlineData("thickness: 30 um", "thickness: 30 +/- 18 um", "separator.thickness")]
    [InlineData("thickness: 30 um", "thickness: 30 um\n  porosity: 20 +/- 12 %", "separator.porosity")]
    public void The_tail_of_a_bell_stops_at_what_is_possible(string plain, string wide, string name)
    {
        var route = RouteText.Compile(RouteText.Of().Replace(plain, wide, StringComparison.Ordinal));
        var sampler = new InputSampler(route.Inputs, 2000, 1);
        var position = sampler.Sampled.ToArray().ToList().FindIndex(handle => route.Inputs[handle].Name == name);
        var draws = sampler.Values(position).ToArray();
        var input = RouteText.Input(route, name);
        Assert.Equal(input.Floor, draws.Min());
        Assert.True(draws.Min() >= 0 && draws.Max() <= input.Ceiling);
        Assert.Equal(input.Estimate.Value, draws.Order().ElementAt(1000), input.Estimate.Value * 0.01);
        var assessment = RouteAssessor.Assess(route, new AssessmentOptions { Samples = 2000 });
        Assert.All(assessment.Metrics.Take(8), metric => Assert.True(double.IsFinite(metric.P05) && metric.P05 > -1e-9));
    }

    [Fact]
    public void Cancelling_stops_the_run()
    {
        using var source = new CancellationTokenSource();
        var route = RouteText.Compile(RouteText.Of());
        var progress = new StopAfterFirst(source);
        Assert.ThrowsAny<OperationCanceledException>(() => RouteAssessor.Assess(route, new AssessmentOptions { Samples = 100_000, Threads = 1 }, progress, source.Token));
        Assert.InRange(progress.Done, 1, 99_999);
    }

    [Fact]
    public void What_is_drawn_for_an_input_does_not_depend_on_other_inputs_or_routes()
    {
        var plain = Draws(RouteText.Of());
        var extended = Draws(RouteText.Of(cathode: "  coating: {material: linbo3, thickness: 5..20 nm}\n", anode: "  material: graphite\n", rest: "operation: {age: 10..50 d}\n"));
        var shared = plain.Keys.Intersect(extended.Keys, StringComparer.Ordinal).ToList();
        Assert.Contains("li6ps5cl ionic-conductivity", shared);
        Assert.Contains("li6ps5cl price", shared);
        Assert.NotEmpty(extended.Keys.Except(plain.Keys, StringComparer.Ordinal));
        Assert.All(shared, name => Assert.Equal(plain[name], extended[name]));
    }

    [Fact]
    public void Different_inputs_are_drawn_independently()
    {
        var draws = Draws(RouteText.Of(), 1000);
        var ranks = draws.Values.Select(values => Numerics.RankCorrelation.Ranks(values)).ToList();
        for (var first = 0; first < ranks.Count; first++)
        {
            for (var second = first + 1; second < ranks.Count; second++)
            {
                // Standard deviation of a rank correlation of independent samples: 1 / sqrt(999); five of them.
                Assert.InRange(Math.Abs(Numerics.RankCorrelation.OfRanks(ranks[first], ranks[second])), 0, 0.16);
            }
        }
    }

    [Fact]
    public void Drivers_are_sorted_and_the_obvious_one_leads()
    {
        var assessment = RouteText.Assess(RouteText.Of(cathode: "  properties: {practical-specific-capacity: 120..220 mAh/g}\n"), 400);
        var drivers = assessment.Drivers[Metric.SpecificEnergyId];
        Assert.Equal("nmc811 practical-specific-capacity", drivers[0].Input.Name);
        Assert.InRange(drivers[0].RankCorrelation, 0.9, 1);
        Assert.Equal(drivers.Select(item => Math.Abs(item.RankCorrelation)).OrderDescending(), drivers.Select(item => Math.Abs(item.RankCorrelation)));
    }

    [Theory]
    [InlineData(Spread.Normal, 8, 10, 13)]
    [InlineData(Spread.LogNormal, 1, 10, 40)]
    [InlineData(Spread.LogNormal, 9, 10, 11)]
    public void Bell_shapes_keep_their_ends_and_their_median(Spread spread, double low, double value, double high)
    {
        var estimate = new Estimate(value, low, high, spread);
        Assert.Equal(low, EstimateQuantile.At(estimate, 0.05), low * 1e-8);
        Assert.Equal(value, EstimateQuantile.At(estimate, 0.5), value * 1e-8);
        Assert.Equal(high, EstimateQuantile.At(estimate, 0.95), high * 1e-8);
    }

    [Fact]
    public void Flat_shapes_lie_between_their_ends()
    {
        Assert.Equal(8.25, EstimateQuantile.At(new Estimate(10, 8, 13, Spread.Uniform), 0.05), 1e-12);
        Assert.Equal(12.75, EstimateQuantile.At(new Estimate(10, 8, 13, Spread.Uniform), 0.95), 1e-12);
        Assert.Equal(Math.Pow(10, -4.95), EstimateQuantile.At(new Estimate(3e-5, 1e-5, 1e-4, Spread.LogUniform), 0.05), 1e-16);
        Assert.Equal(Math.Pow(10, -4.05), EstimateQuantile.At(new Estimate(3e-5, 1e-5, 1e-4, Spread.LogUniform), 0.95), 1e-15);
        Assert.Equal(7, EstimateQuantile.At(Estimate.Exact(7), 0.95));
    }

    private static Dictionary<string, double[]> Draws(string text, int samples = 50)
    {
        var route = RouteText.Compile(text);
        var sampler = new InputSampler(route.Inputs, samples, 3);
        var draws = new Dictionary<string, double[]>(StringComparer.Ordinal);
        for (var position = 0; position < sampler.Sampled.Length; position++)
        {
            draws[route.Inputs[sampler.Sampled[position]].Name] = sampler.Values(position).ToArray();
        }

        return draws;
    }

    private sealed class StopAfterFirst(CancellationTokenSource source) : IProgress<SampleProgress>
    {
        public int Done { get; private set; }

        public void Report(SampleProgress value)
        {
            Done = value.Done;
            source.Cancel();
        }
    }
}
