using System.Collections.Immutable;
using Electrolith.Materials.Library;
using Electrolith.Processing.Choosing;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Tests;

/// <summary>Schedules that are chosen, against a plain grid over the same recipe.</summary>
public sealed class ScheduleOptimiserTests
{
    private static readonly string[] Usual = ["relative-density>=95%", "grain-size<=5um", "lithium-loss<=2%"];

    private static ScheduleProblem Problem(string[] limits, params (string Result, bool IsMaximised)[] goals)
    {
        var recipe = RecipeRunTests.Load("al-llzo-pressureless");
        var bag = new DiagnosticBag();
        return new ScheduleProblem
        {
            Recipe = recipe,
            Values = recipe.Nominal(),
            Varied = [.. new[] { "sinter.temperature=1050..1230degC", "sinter.time=0.5..24h" }.Select(text => VariedParameter.Read("--vary", text, recipe, bag)!)],
            Limits = [.. limits.Select(text => ResultLimit.Read("--limit", text, bag)!)],
            Goals = [.. goals.Select(goal => new ScheduleGoal(RecipeResults.Read("--minimise", goal.Result, bag)!, goal.IsMaximised))],
        };
    }

    /// <summary>The plain twin: every point of a grid.</summary>
    private static double[] Grid(ScheduleProblem problem, int count) =>
    [
        .. from i in Enumerable.Range(0, count) from j in Enumerable.Range(0, count)
           let found = problem.Evaluate([i / (count - 1.0), j / (count - 1.0)]) where found.IsFeasible select found.Objectives[0],
    ];

    [Theory]
    [InlineData("time", false)]
    [InlineData("energy", false)]
    [InlineData("conductivity", true)]
    public void The_chosen_schedule_is_feasible_and_beats_a_grid(string goal, bool isMaximised)
    {
        var problem = Problem(Usual, (goal, isMaximised));
        var optimum = ScheduleOptimiser.Minimise(problem, new ScheduleSearchOptions(1500, 1));
        Assert.True(optimum.Best.IsFeasible);
        Assert.All(optimum.Standings, standing => Assert.True(standing.IsMet && standing.Limit.IsMet(standing.Value)));
        // 80 by 80 points cannot come nearer to the optimum than the search, and not much farther away.
        var grid = Grid(problem, 80).Min();
        var found = problem.Goals[0].Objective(optimum.Best.Goals[0]);
        Assert.True(found <= grid + (1e-3 * Math.Abs(grid)), $"{found} against {grid}");
        Assert.True(found >= grid - (0.1 * Math.Abs(grid)), $"{found} against {grid}");
    }

    [Fact]
    public void Active_limits_cost_what_searching_again_without_them_gains()
    {
        var problem = Problem(Usual, ("time", false));
        var optimum = ScheduleOptimiser.Minimise(problem, new ScheduleSearchOptions(2000, 1));
        var density = optimum.Standings[0];
        Assert.True(density.IsActive && !optimum.Standings[2].IsActive && optimum.Standings[2].Price is null);
        var eased = ScheduleOptimiser.Minimise(problem with { Limits = problem.Limits.SetItem(0, density.Limit with { Value = density.Price!.Relaxed }) }, new ScheduleSearchOptions(2000, 2));
        Assert.True(density.Price.Goal < 0);
        Assert.Equal(eased.Best.Goals[0] - optimum.Best.Goals[0], density.Price.Goal, 0.15 * Math.Abs(density.Price.Goal));
        // The hottest allowed schedule is the fastest: the bound holds it back too.
        Assert.Equal(problem.Varied[0].High, optimum.Best.Values[problem.Varied[0].Index], 1e-6);
    }

    [Fact]
    public void Conflicting_limits_are_named_with_what_can_be_reached()
    {
        var optimum = ScheduleOptimiser.Minimise(Problem(["relative-density>=97%", "grain-size<=3um", "lithium-loss<=50%"], ("time", false)), new ScheduleSearchOptions(1000, 1));
        Assert.False(optimum.Best.IsFeasible);
        // The grid's densest schedule with grains below 3 um.
        var densest = -Grid(Problem(["grain-size<=3um"], ("relative-density", true)), 80).Min();
        Assert.Equal(densest, optimum.Conflicts[0].Best, 0.005);
        Assert.True(optimum.Conflicts[0].Best < 0.97 && optimum.Conflicts[1].Best > 3e-6);
        // Without the third limit the first two still contradict each other.
        Assert.Equal(double.NaN, optimum.Conflicts[2].Best);
    }

    [Fact]
    public void Limits_with_a_margin_hold_when_the_furnace_strays()
    {
        var problem = Problem(Usual, ("time", false));
        var index = problem.Varied[0].Index;
        var robust = problem with { Margin = 2, Scatter = [new ParameterScatter(index, "sinter.temperature", 5)] };
        var (plain, safe) = (ScheduleOptimiser.Minimise(problem, new ScheduleSearchOptions(1500, 1)), ScheduleOptimiser.Minimise(robust, new ScheduleSearchOptions(1500, 1)));
        double DensityWhenColder(ScheduleOptimum optimum)
        {
            var values = (double[])optimum.Best.Values.Clone();
            values[index] -= 2 * 5;
            return problem.Recipe.Sample(values).RelativeDensity;
        }

        // Two standard deviations colder: to first order the density is then at its limit.
        Assert.True(safe.Best.IsFeasible && safe.Best.Goals[0] > plain.Best.Goals[0]);
        Assert.Equal(0.95, DensityWhenColder(safe), 0.002);
        Assert.True(DensityWhenColder(plain) < 0.948);
    }

    [Fact]
    public void Compromises_do_not_beat_each_other_and_end_at_the_single_optima()
    {
        var problem = Problem(["grain-size<=6um", "lithium-loss<=2%"], ("time", false), ("relative-density", true));
        var front = ScheduleOptimiser.Compromise(problem, new ScheduleSearchOptions(1500, 1));
        Assert.InRange(front.Schedules.Length, 8, 80);
        Assert.All(front.Schedules, schedule => Assert.True(schedule.IsFeasible));
        for (var i = 1; i < front.Schedules.Length; i++)
        {
            Assert.True(front.Schedules[i].Goals[0] > front.Schedules[i - 1].Goals[0] && front.Schedules[i].Goals[1] > front.Schedules[i - 1].Goals[1]);
        }

        var densest = ScheduleOptimiser.Minimise(problem with { Goals = [problem.Goals[1]] }, new ScheduleSearchOptions(1500, 1));
        Assert.Equal(densest.Best.Goals[0], front.Schedules[^1].Goals[1], 2e-3);
        Assert.InRange(front.Knee, 1, front.Schedules.Length - 2);
    }

    [Fact]
    public void The_same_seed_gives_the_same_schedule_on_any_number_of_threads()
    {
        var problem = Problem(Usual, ("energy", false));
        double[] Run(int threads) => ScheduleOptimiser.Minimise(problem, new ScheduleSearchOptions(400, 3, threads)).Best.Values;
        Assert.Equal(Run(1), Run(4));
    }

    [Fact]
    public void An_interrupted_search_gives_its_best()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var none = ScheduleOptimiser.Minimise(Problem(Usual, ("energy", false)), new ScheduleSearchOptions(400, 3), null, source.Token);
        // Nothing could be computed: the recipe as written stays.
        Assert.True(none.IsInterrupted);
        Assert.Equal(none.AsWritten.Values, none.Best.Values);
    }

    [Fact]
    public void A_knee_is_where_the_front_bends()
    {
        Assert.Equal(1, KneePoint.Of([[0, 10], [1, 1], [10, 0]]));
        Assert.Equal(1, KneePoint.Of([[0, 9, 9], [2, 2, 2], [9, 0, 9], [9, 9, 0]]));
        Assert.Equal(-1, KneePoint.Of([[0, 1], [1, 0]]));
    }

    public static TheoryData<string> Names => [.. RecipeRun.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_written_recipe_runs_as_the_one_it_came_from(string name)
    {
        var recipe = RecipeRunTests.Load(name);
        var values = recipe.Nominal();
        for (var i = 0; i < values.Length; i++)
        {
            // Every third number is changed a little, also of those that the recipe left to defaults.
            values[i] = i % 3 == 0 && values[i] * 0.99 >= recipe.Parameters[i].Definition.Low ? double.Parse((values[i] * 0.99).ToString("G6", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture) : values[i];
        }

        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");
        try
        {
            File.WriteAllText(file, RecipeWriter.Write(recipe, values, "copy", "A \"copy\": with marks", "note # with marks"));
            var bag = new DiagnosticBag();
            var copy = RecipeRun.Load(file, MaterialLibrary.Default, bag);
            Assert.True(copy is not null, DiagnosticPrinter.Print(bag.ToSorted()));
            Assert.Equal("A \"copy\": with marks", copy.Title);
            Assert.Equal(recipe.Parameters.Select(parameter => parameter.Path), copy.Parameters.Select(parameter => parameter.Path));
            Assert.All(values.Zip(copy.Nominal()), pair => Assert.Equal(pair.First, pair.Second, 1e-9 * Math.Abs(pair.First)));
            Assert.Equal(recipe.Parameters.Select((parameter, i) => parameter.IsGiven || values[i] != parameter.Value), copy.Parameters.Select(parameter => parameter.IsGiven));
            Assert.Equal(recipe.Sample(values).RelativeDensity, copy.Run().Lot.RelativeDensity, 1e-6);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
