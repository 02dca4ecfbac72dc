using Electrolith.Processing.Recipes;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Tests;

/// <summary>Limits, results and ranges as options give them.</summary>
public sealed class ResultLimitTests
{
    [Theory]
    [InlineData("relative-density>=95%", "relative-density", true, 0.95)]
    [InlineData("relative-density \u2265 95 percent", "relative-density", true, 0.95)]
    [InlineData("grain-size<=5um", "grain-size", false, 5e-6)]
    [InlineData("lithium-loss < 2 %", "lithium-loss", false, 0.02)]
    [InlineData("conductivity>=0.3 mS/cm", "conductivity", true, 0.03)]
    [InlineData("time<=12h", "time", false, 43200)]
    [InlineData("energy<=5 kWh/kg", "energy", false, 18e6)]
    public void A_limit_is_read_with_its_unit(string text, string name, bool isLeast, double value)
    {
        var bag = new DiagnosticBag();
        var limit = ResultLimit.Read("--limit", text, bag);
        Assert.True(limit is not null, DiagnosticPrinter.Print(bag.ToSorted()));
        Assert.Equal((name, isLeast), (limit.Result.Name, limit.IsLeast));
        Assert.Equal(value, limit.Value, 1e-12 * Math.Max(1, value));
        // What is printed is read back.
        Assert.Equal(limit, ResultLimit.Read("--limit", limit.ToString(), bag)! with { Value = limit.Value });
        Assert.False(bag.HasErrors);
    }

    [Theory]
    [InlineData("relativ-density>=95%", "EL2511", "relative-density")]
    [InlineData("relative-density", "EL2512", "a limit is")]
    [InlineData("", "EL2512", "a limit is")]
    [InlineData("relative-density>=", "EL0101", "")]
    [InlineData("relative-density>=950%", "EL2513", "0 % and 100 %")]
    [InlineData("grain-size<=5", "EL0102", "unit")]
    [InlineData("grain-size<=5 kg", "EL0104", "")]
    public void A_wrong_limit_is_told_with_code_and_place(string text, string code, string words)
    {
        var bag = new DiagnosticBag();
        Assert.Null(ResultLimit.Read("--limit", text, bag));
        var problem = Assert.Single(bag.ToSorted());
        Assert.Equal(code, problem.Code);
        Assert.Contains(words, problem.Message + problem.Hint, StringComparison.Ordinal);
        Assert.Equal("--limit", problem.Source!.Path);
    }

    [Fact]
    public void Violations_are_measured_by_the_size_of_the_limit()
    {
        var bag = new DiagnosticBag();
        var (density, grain) = (ResultLimit.Read("--limit", "relative-density>=95%", bag)!, ResultLimit.Read("--limit", "grain-size<=5um", bag)!);
        Assert.Equal(0.2, density.Violation(0.94), 1e-9);
        Assert.Equal(0.2, grain.Violation(6e-6), 1e-9);
        Assert.Equal((0, 0), (density.Violation(0.96), grain.Violation(4e-6)));
        Assert.True(density.IsMet(0.95) && !density.IsMet(0.9499) && !density.IsMet(double.NaN));
        Assert.Equal(double.PositiveInfinity, grain.Violation(double.NaN));
    }

    [Fact]
    public void Results_are_what_a_run_shows()
    {
        var recipe = RecipeRunTests.Load("al-llzo-pressureless");
        var lot = recipe.Run().Lot;
        double Of(string name) => RecipeResults.TryGet(name, out var result) ? result.Value(recipe, lot) : throw new ArgumentException(name, nameof(name));
        Assert.Equal(lot.RelativeDensity, Of("relative-density"));
        Assert.Equal(recipe.Properties(lot).IonicConductivity, Of("conductivity"));
        Assert.Equal(lot.LithiumInVapour / (lot.LithiumInSolid + lot.LithiumInVapour), Of("lithium-loss"), 1e-15);
        Assert.Equal(double.NaN, Of("strength"));
        Assert.Equal(RecipeResults.All.Length, RecipeResults.All.Select(result => result.Name).Distinct().Count());
    }

    [Theory]
    [InlineData("sinter.temperature=1050..1200degC", 1323.15, 1473.15, false)]
    [InlineData("sinter.temperature = 1050 degC .. 1200 degC", 1323.15, 1473.15, false)]
    [InlineData("sinter.time=30min..20h", 1800, 72000, true)]
    [InlineData("sinter.lithium-excess=0..20%", 0, 0.2, false)]
    [InlineData("powder.particle-size=1e-1..5um", 1e-7, 5e-6, true)]
    public void A_range_is_read_with_its_unit(string text, double low, double high, bool isLogarithmic)
    {
        var bag = new DiagnosticBag();
        var varied = VariedParameter.Read("--vary", text, RecipeRunTests.Load("al-llzo-pressureless"), bag);
        Assert.True(varied is not null, DiagnosticPrinter.Print(bag.ToSorted()));
        Assert.Equal(low, varied.Low, 1e-9);
        Assert.Equal(high, varied.High, 1e-9 * high);
        Assert.Equal(isLogarithmic, varied.IsLogarithmic);
        Assert.Equal((varied.Low, varied.High), (varied.At(0), varied.At(1)));
        Assert.Equal(0.3, varied.ShareOf(varied.At(0.3)), 1e-12);
    }

    [Theory]
    [InlineData("sinter.temperature", "EL2514")]
    [InlineData("sinter.temperature=1100degC", "EL2514")]
    [InlineData("sinter.temperatur=1000..1100degC", "EL2515")]
    [InlineData("sinter.temperature=1100..1000degC", "EL2516")]
    [InlineData("sinter.temperature=1000..1000degC", "EL2516")]
    [InlineData("sinter.temperature=1000..1100", "EL0102")]
    [InlineData("sinter.temperature=1000..1100h", "EL0104")]
    [InlineData("sinter.temperature=1000..1650degC", "EL2506")]
    [InlineData("sinter.lithium-excess=10..90%", "EL2506")]
    public void A_wrong_range_is_told_with_code(string text, string code)
    {
        var bag = new DiagnosticBag();
        Assert.Null(VariedParameter.Read("--vary", text, RecipeRunTests.Load("al-llzo-pressureless"), bag));
        Assert.Equal(code, Assert.Single(bag.ToSorted()).Code);
    }
}
