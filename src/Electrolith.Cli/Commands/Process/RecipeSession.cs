using System.CommandLine;
using Electrolith.Cli.Output;
using Electrolith.Materials.Library;
using Electrolith.Processing;
using Electrolith.Processing.Fitting;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cli.Commands.Process;

/// <summary>Opens recipes and reads the numbers that replace theirs.</summary>
internal static class RecipeSession
{
    /// <summary>The option that replaces numbers.</summary>
    public static Option<string[]> Set() => new("--set")
    {
        Description = "Replace a number of the recipe, for example sinter.temperature=1150degC; may be repeated", HelpName = "PATH=VALUE", DefaultValueFactory = _ => [],
    };

    /// <summary>The option that brings constants fitted to data.</summary>
    public static Option<string?> Calibration() => new("--calibration")
    {
        Description = "Constants of your powder, from 'process fit … --out FILE.yaml'", HelpName = "FILE.yaml",
    };

    /// <summary>Opens a recipe, or prints every problem.</summary>
    /// <param name="name">Shipped name or file.</param>
    /// <param name="error">Where problems go.</param>
    /// <param name="calibration">File of constants fitted to data; null for none.</param>
    public static RecipeRun? Open(string name, TextWriter error, string? calibration = null)
    {
        var bag = new DiagnosticBag();
        var recipe = RecipeRun.Load(name, MaterialLibrary.Default, bag);
        var constants = calibration is null ? null : CalibrationFile.Load(calibration, bag);
        if (bag.Count > 0)
        {
            error.Write(DiagnosticPrinter.Print(bag.ToSorted()));
        }

        if (recipe is null || bag.HasErrors || constants is null)
        {
            return bag.HasErrors ? null : recipe;
        }

        var calibrated = recipe.With(constants);
        if (calibrated.Calibrated.IsEmpty)
        {
            error.WriteParagraph($"{calibration}: none of its constants ({string.Join(", ", constants.Constants.Select(constant => constant.Path))}) is used by {recipe.Id}: it has no such step, or gives them itself");
        }

        return calibrated;
    }

    /// <summary>Runs a recipe with replaced numbers, or says why it cannot be run.</summary>
    /// <param name="recipe">Recipe.</param>
    /// <param name="settings">Items of <c>--set</c>.</param>
    /// <param name="error">Where problems go.</param>
    /// <param name="values">The SI values that were used.</param>
    public static ProcessResult? Run(RecipeRun recipe, string[] settings, TextWriter error, out double[] values)
    {
        values = recipe.Nominal();
        var overrides = new Dictionary<string, double>(StringComparer.Ordinal);
        try
        {
            foreach (var setting in settings)
            {
                var cut = setting.IndexOf('=', StringComparison.Ordinal);
                var path = cut < 0 ? setting : setting[..cut].Trim();
                var index = recipe.IndexOf(path);
                if (cut < 0 || index < 0)
                {
                    var nearest = NearestNames.Find(path, recipe.Parameters.Select(parameter => parameter.Path));
                    throw new ArgumentException(cut < 0 ? $"--set {setting}: PATH=VALUE is expected" : $"--set {setting}: the recipe has no '{path}'{(nearest.Count > 0 ? $"; did you mean {string.Join(", ", nearest)}?" : "")}");
                }

                if (!QuantityParser.TryParse(setting[(cut + 1)..].Trim(), recipe.Parameters[index].Definition.Kind!, out var value, out var problem))
                {
                    throw new ArgumentException($"--set {setting}: {problem!.Message}");
                }

                overrides[path] = values[index] = value;
            }

            return recipe.Run(overrides);
        }
        catch (ArgumentException problem)
        {
            error.WriteParagraph(problem.Message.Replace(" (Parameter 'overrides')", "", StringComparison.Ordinal));
            return null;
        }
    }
}
