using System.Collections.Immutable;
using Electrolith.Materials.Library;
using Electrolith.Processing.Recipes;
using Electrolith.Processing.Robustness;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Tests.Robustness;

public sealed class RobustnessStudyTests
{
    private static readonly HashSet<string> Nothing = new(StringComparer.Ordinal);

    [Fact]
    public void Variance_within_and_between_lots_is_what_was_put_in()
    {
        // The time of all steps is the hold time plus a constant: its components are those of the input, 0.4 and 0.6 of (0.5 h)².
        var study = Run("al-llzo-pressureless", ["sinter.time=10±0.5h, 40 % between lots"], [], new RobustnessOptions { Samples = 8000, Lots = 800 }, "time")!;
        var parts = study.Spreads[0].Components;
        Assert.Equal(0.4 * 1800 * 1800, parts.Between, 0.1 * 0.4 * 1800 * 1800);
        Assert.Equal(0.6 * 1800 * 1800, parts.Within, 0.05 * 0.6 * 1800 * 1800);
        Assert.Equal(study.Spreads[0].Nominal, parts.Mean, 150.0);
        Assert.True(study.IsComplete);
    }

    [Fact]
    public void Shares_of_the_variance_of_a_sum_are_the_shares_of_its_parts()
    {
        var study = Run("garnet-median", ["calcine.time=10±0.5h", "sinter.time=12±1h"], [], new RobustnessOptions { Samples = 2000, Lots = 200 }, "time")!;
        var indices = study.Sensitivity!.Results[0].Indices;
        Assert.Equal(["calcine.time", "sinter.time"], study.Sensitivity.Inputs.Select(input => input.Path));
        Assert.Equal(0.2, indices.FirstOrder[0].Value, 0.03);
        Assert.Equal(0.8, indices.Total[1].Value, 0.04);
        Assert.True(study.Sensitivity.Results[0].Change < 0.05);
        // Strongest first, from the 5th to the 95th percentile: 2 * 1.645 h.
        Assert.Equal("sinter.time", study.Swings[0][0].Input.Path);
        Assert.Equal(2 * 1.6449 * 3600, study.Swings[0][0].Size, 5.0);
    }

    [Theory]
    [InlineData("latp-median", "sinter.temperature=1300±5degC, 0 % between lots")]
    [InlineData("al-llzo-pressureless", "sinter.temperature=1600±5degC, 0 % between lots")]
    public void Pieces_that_cannot_be_made_are_counted_with_their_reason_and_count_as_bad(string name, string vary)
    {
        // Half of all pieces would be fired above the temperature at which the material falls apart.
        var study = Run(name, [vary], ["time<=1000h"], new RobustnessOptions { Samples = 2000, Lots = 200 })!;
        Assert.InRange(study.Samples.Failed, 900, 1100);
        Assert.Contains("melts or falls apart", study.Samples.Failures[0].Reason, StringComparison.Ordinal);
        Assert.Equal(study.Samples.Failed, study.Samples.Failures[0].Count);
        Assert.Equal(1 - (study.Samples.Failed / 2000.0), study.Yield!.All.Value, 1e-9);
        Assert.All(study.Sensitivity!.Results, result => Assert.True(result.Indices.Rows < study.Sensitivity.Rows));
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers_on_one_thread_and_on_two()
    {
        RobustnessResult Once(int threads, ulong seed = 1) => Run("al-llzo-pressureless", [], ["relative-density>=95%"], new RobustnessOptions { Samples = 200, Lots = 20, Threads = threads, Seed = seed }, assumes: true)!;
        var (one, two) = (Once(1), Once(2));
        Assert.Equal(one.Spreads[0].Components, two.Spreads[0].Components);
        Assert.Equal(one.Sensitivity!.Results[0].Indices.Total.ToArray(), two.Sensitivity!.Results[0].Indices.Total.ToArray());
        Assert.NotEqual(one.Spreads[0].Components, Once(2, 7).Spreads[0].Components);
        Assert.All(one.Inputs, input => Assert.True(input.Origin is InputOrigin.Assumed or InputOrigin.Recipe));
    }

    [Fact]
    public void A_stopped_run_keeps_the_lots_that_were_finished()
    {
        using var stop = new CancellationTokenSource();
        var progress = new Stopper(stop, 0.05);
        var study = Run("al-llzo-pressureless", [], ["relative-density>=95%"], new RobustnessOptions { Samples = 2000, Lots = 200 }, assumes: true, progress: progress, cancellation: stop.Token)!;
        Assert.False(study.IsComplete);
        Assert.InRange(study.Samples.Finished.Length, 2, 199);
        Assert.Equal(study.Samples.Pieces, study.Spreads[0].Components.Count);
        Assert.Null(study.Sensitivity);
        using var before = new CancellationTokenSource();
        before.Cancel();
        Assert.Null(Run("al-llzo-pressureless", [], [], new RobustnessOptions { Samples = 200, Lots = 20 }, cancellation: before.Token));
    }

    [Fact]
    public void Nothing_that_varies_and_results_that_do_not_are_no_trouble()
    {
        var study = Run("al-llzo-pressureless", [], ["relative-density>=95%"], new RobustnessOptions { Samples = 20, Lots = 2 })!;
        Assert.Empty(study.Inputs);
        Assert.Null(study.Sensitivity);
        Assert.False(study.Capabilities[0].Varies);
        Assert.Equal(1, study.Yield!.All.Value);
        var constant = Run("al-llzo-pressureless", ["powder.grain-size=1±0.01um"], ["time<=100h"], new RobustnessOptions { Samples = 40, Lots = 4 })!;
        Assert.False(constant.Sensitivity!.Results[0].Indices.Varies);
    }

    [Theory]
    [InlineData("sinter.temperature", "EL2514")]
    [InlineData("sinter.tmperature=1100±5degC", "EL2515")]
    [InlineData("sinter.temperature=3000±5degC", "EL2506")]
    [InlineData("sinter.time=-1..5h", "EL2506")]
    [InlineData("sinter.time=10±1h, some between lots", "EL2561")]
    [InlineData("sinter.time=10±1h, 140 % between lots", "EL2561")]
    [InlineData("sinter.time=10±1kg", "EL0104")]
    public void What_cannot_be_varied_is_said(string text, string code)
    {
        var bag = new DiagnosticBag();
        Assert.Null(UncertainInputs.Read("--vary", text, Recipe("al-llzo-pressureless"), bag));
        Assert.StartsWith(code[..(code[2] == '2' ? 6 : 4)], bag.ToSorted()[0].Code, StringComparison.Ordinal);
    }

    [Fact]
    public void Replaced_values_lose_the_range_of_the_recipe_and_given_ones_win()
    {
        var recipe = Recipe("garnet-median");
        UncertainInput Input(HashSet<string> replaced, params string[] vary)
        {
            var bag = new DiagnosticBag();
            var given = vary.Select(text => UncertainInputs.Read("--vary", text, recipe, bag)!).ToList();
            return UncertainInputs.Of(recipe, recipe.Nominal(), replaced, given).First(input => input.Path == "sinter.temperature");
        }

        Assert.Equal(InputOrigin.Recipe, Input(Nothing).Origin);
        Assert.Equal(InputOrigin.Assumed, Input(["sinter.temperature"]).Origin);
        Assert.Equal(InputOrigin.User, Input(Nothing, "sinter.temperature=1100±3degC").Origin);
    }

    private static RecipeRun Recipe(string name) => RecipeRun.Load(name, MaterialLibrary.Default, new DiagnosticBag())!;

    private static RobustnessResult? Run(
        string name, string[] vary, string[] limits, RobustnessOptions options, string? result = null, bool assumes = false, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var (recipe, bag) = (Recipe(name), new DiagnosticBag());
        var given = vary.Select(text => UncertainInputs.Read("--vary", text, recipe, bag)!).ToList();
        var specifications = Specification.Of([.. limits.Select(text => ResultLimit.Read("--limit", text, bag)!)], bag);
        Assert.Equal(0, bag.Count);
        var values = recipe.Nominal();
        given.ForEach(input => values[input.Index] = input.Estimate.Value);
        // Ranges of the recipe would add to what a test puts in.
        var inputs = assumes ? UncertainInputs.Of(recipe, values, Nothing, given) : [.. given];
        ImmutableArray<RecipeResult> wanted = result is null ? [] : [RecipeResults.All.First(item => item.Name == result)];
        return RobustnessStudy.Run(recipe, values, inputs, specifications, wanted, options, progress, cancellation);
    }

    private sealed class Stopper(CancellationTokenSource stop, double share) : IProgress<double>
    {
        public void Report(double value)
        {
            if (value >= share)
            {
                stop.Cancel();
            }
        }
    }
}
