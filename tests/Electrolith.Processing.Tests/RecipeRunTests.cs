using Electrolith.Materials.Library;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Tests;

/// <summary>Recipes as data: they load, run, take other numbers, and say what is wrong with them.</summary>
public sealed class RecipeRunTests
{
    public static TheoryData<string> Names => [.. RecipeRun.Names];

    internal static RecipeRun Load(string name)
    {
        var bag = new DiagnosticBag();
        var recipe = RecipeRun.Load(name, MaterialLibrary.Default, bag);
        Assert.True(recipe is not null, DiagnosticPrinter.Print(bag.ToSorted()));
        return recipe;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shipped_recipe_runs_and_names_its_source(string name)
    {
        var recipe = Load(name);
        Assert.Equal(name, recipe.Id);
        Assert.True(MaterialLibrary.Default.Sources.TryGet(recipe.Source, out _), recipe.Source);
        Assert.NotEqual("", recipe.Locator);
        var result = recipe.Run();
        Assert.Equal(recipe.Operations.Length, result.Steps.Length);
        Assert.InRange(result.Lot.RelativeDensity, 0.1, 1);
        Assert.True(recipe.Properties(result.Lot).IonicConductivity > 0);
        Assert.Equal(result.Lot, recipe.Sample(recipe.Nominal()));
    }

    [Fact]
    public void A_number_is_replaced_by_its_path()
    {
        var recipe = Load("al-llzo-pressureless");
        var index = recipe.IndexOf("sinter.temperature");
        Assert.Equal(1423.15, recipe.Nominal()[index], 1e-9);
        var cooler = recipe.Run(new Dictionary<string, double> { ["sinter.temperature"] = 1273.15 });
        Assert.True(cooler.Lot.RelativeDensity < recipe.Run().Lot.RelativeDensity);
        var problem = Assert.Throws<ArgumentException>(() => recipe.Run(new Dictionary<string, double> { ["sinter.temperatur"] = 1273.15 }));
        Assert.Contains("did you mean sinter.temperature", problem.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => recipe.Run(new Dictionary<string, double> { ["sinter.temperature"] = -5 }));
    }

    [Fact]
    public void All_problems_of_a_file_are_told_at_once()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        File.WriteAllText(file, "recipe: x\nmaterial: lzto\nsteps:\n  - sintr\n  - press: {pressure: -5 MPa, dwel: 3 s}\n  - sinter: {temperature: 1100, cover: lid}\n");
        try
        {
            var bag = new DiagnosticBag();
            Assert.Null(RecipeRun.Load(file, MaterialLibrary.Default, bag));
            var text = DiagnosticPrinter.Print(bag.ToSorted());
            Assert.All(["llzto", "sinter", "-5 MPa:", "dwell", "EL0102", "known:", ":5:"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
