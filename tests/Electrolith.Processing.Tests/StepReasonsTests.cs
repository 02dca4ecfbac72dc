using Electrolith.Materials.Library;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Tests;

public sealed class StepReasonsTests
{
    [Theory]
    [InlineData("al-llzo-pressureless", "sinter.temperature", 3273.15, "garnet melts or falls apart above 1600 degC")]
    [InlineData("latp-median", "sinter.temperature", 1700, "nasicon melts or falls apart above 1300 degC; 200 degC to 1300 degC is allowed")]
    [InlineData("latp-median", "press.temperature", 2000, "nasicon melts or falls apart")]
    [InlineData("peo-litfsi-extruded", "extrude.temperature", 900, "burn or fall apart above 400 degC")]
    [InlineData("al-llzo-pressureless", "sinter.temperature", -10, "no temperature lies below 0 K")]
    [InlineData("al-llzo-pressureless", "sinter.temperature", 293, "too cold for this step")]
    [InlineData("al-llzo-pressureless", "sinter.time", -1, "time does not run backwards")]
    [InlineData("al-llzo-pressureless", "sinter.pressure", -1e6, "a press pushes")]
    [InlineData("al-llzo-pressureless", "powder.particle-size", -1e-6, "a length is not negative")]
    [InlineData("al-llzo-pressureless", "powder.relative-density", 1.2, "at most 100 %")]
    [InlineData("al-llzo-pressureless", "powder.relative-density", double.NaN, "not a number")]
    public void Nature_is_named_before_the_range_of_the_model(string name, string path, double value, string expected)
    {
        var recipe = RecipeRun.Load(name, MaterialLibrary.Default, new DiagnosticBag())!;
        var problem = Assert.Throws<ArgumentException>(() => recipe.Run(new Dictionary<string, double>(StringComparer.Ordinal) { [path] = value }));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.Contains(path, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recipe_file_with_impossible_values_is_refused_with_all_the_reasons()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("electrolith-").FullName, "hot.yaml");
        File.WriteAllText(file, "recipe: hot\nmaterial: llzo-al\nsteps:\n  - sinter: {temperature: 3000 degC, time: -2 h}\n  - sinter: {temperature: -400 degC}\n");
        var bag = new DiagnosticBag();
        Assert.Null(RecipeRun.Load(file, MaterialLibrary.Default, bag));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        var messages = bag.ToSorted().Select(item => item.Message).ToArray();
        Assert.Equal(3, messages.Length);
        Assert.Contains("garnet melts or falls apart", messages[0], StringComparison.Ordinal);
        Assert.Contains("time does not run backwards", messages[1], StringComparison.Ordinal);
        Assert.Contains("sinter2.temperature cannot be -400 degC: no temperature lies below 0 K", messages[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_value_of_every_shipped_recipe_is_allowed()
    {
        foreach (var name in RecipeRun.Names)
        {
            var recipe = RecipeRun.Load(name, MaterialLibrary.Default, new DiagnosticBag())!;
            Assert.All(recipe.Parameters, parameter => Assert.Null(StepReasons.Of(recipe, parameter, parameter.Value)));
        }
    }
}
