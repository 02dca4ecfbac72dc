using System.Collections.Immutable;
using Electrolith.Materials.Library;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Tests;

public sealed class RecipeWindowTests
{
    [Fact]
    public void An_island_between_a_time_limit_and_the_edge_of_the_map_is_what_arithmetic_says()
    {
        // The time of all steps is the hold time and a constant.
        var recipe = Recipe("al-llzo-pressureless");
        var constant = recipe.Run(new Dictionary<string, double>(StringComparer.Ordinal) { ["sinter.time"] = 0 }).Lot.Time;
        var limit = FormattableString.Invariant($"time<={(constant + (5.5 * 3600)) / 3600:F6}h");
        var window = Window(recipe, "sinter.time=1..9h", "sinter.lithium-excess=5..15%", 11, limit);
        // 1, 1.8, … h: the first six places are at most 5 h.
        Assert.Equal(6 * 11 / 121.0, window.Share, 1e-12);
        Assert.Equal(window.Share, window.ShareOf(window.Limits[0]), 1e-12);
        var edges = window.Edges;
        Assert.Equal(limit[..4], edges.Single(edge => edge.Side == WindowSide.Right).Cause![..4]);
        Assert.Equal([WindowSide.Left, WindowSide.Right, WindowSide.Bottom, WindowSide.Top], edges.Select(edge => edge.Side));
        Assert.All(edges, edge => Assert.Equal(1, edge.Share, 1e-12));
        Assert.Null(edges.Single(edge => edge.Side == WindowSide.Top).Cause);
        Assert.Equal(0, window.Roomiest!.Value.I);
    }

    [Fact]
    public void Results_are_those_of_the_recipe_on_one_thread_and_on_two()
    {
        var recipe = Recipe("li7p3s11-glass-ceramic");
        var (one, two) = (Window(recipe, "anneal.temperature=200..400degC", "anneal.time=10min..20h", 7, threads: 1), Window(recipe, "anneal.temperature=200..400degC", "anneal.time=10min..20h", 7, threads: 2));
        var conductivity = RecipeResults.All.First(item => item.Name == "conductivity");
        Assert.True(one.Y.IsLogarithmic);
        Assert.Equal(1, one.Share);
        for (var i = 0; i < 7; i++)
        {
            for (var j = 0; j < 7; j++)
            {
                Assert.Equal(one.Result(i, j, conductivity), two.Result(i, j, conductivity));
            }
        }

        var run = recipe.Run(new Dictionary<string, double>(StringComparer.Ordinal) { ["anneal.temperature"] = one.Xs[3], ["anneal.time"] = one.Ys[5] });
        Assert.Equal(recipe.Properties(run.Lot).IonicConductivity, one.Result(3, 5, conductivity), 1e-12);
    }

    [Fact]
    public void Limits_that_cannot_be_kept_leave_the_nearest_place()
    {
        var window = Window(Recipe("al-llzo-pressureless"), "sinter.temperature=900..1000degC", "sinter.time=1..2h", 5, "relative-density>=99%");
        Assert.Equal(0, window.Share);
        Assert.Empty(window.Edges);
        Assert.Null(window.Roomiest);
        Assert.Equal((4, 4), (window.Nearest.I, window.Nearest.J));
    }

    private static RecipeRun Recipe(string name) => RecipeRun.Load(name, MaterialLibrary.Default, new DiagnosticBag())!;

    private static RecipeWindow Window(RecipeRun recipe, string x, string y, int grid, string? limit = null, int threads = 2)
    {
        var bag = new DiagnosticBag();
        ImmutableArray<ResultLimit> limits = limit is null ? [] : [ResultLimit.Read("--limit", limit, bag)!];
        return RecipeWindow.Compute(recipe, recipe.Nominal(), VariedParameter.Read("--x", x, recipe, bag)!, VariedParameter.Read("--y", y, recipe, bag)!, limits, grid, threads);
    }
}
