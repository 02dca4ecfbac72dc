using System.Collections.Immutable;

namespace Electrolith.Processing.Recipes;

/// <summary>How a published number and the defaults agree.</summary>
public enum Agreement
{
    /// <summary>Within the tolerance, and no constant was placed on it.</summary>
    Reproduced,

    /// <summary>Within the tolerance because a constant was placed on it: no test of the model.</summary>
    Placed,

    /// <summary>Outside the tolerance with the defaults: your powder has to be calibrated, or a mechanism is missing.</summary>
    NotReproduced,
}

/// <summary>A published number against the recipe with the default constants.</summary>
/// <param name="Recipe">Key of the recipe.</param>
/// <param name="Quantity">Which number.</param>
/// <param name="Published">SI value of the source.</param>
/// <param name="Computed">SI value of the recipe.</param>
/// <param name="Tolerance">Allowed deviation in words.</param>
/// <param name="Agreement">Verdict.</param>
public sealed record ValidationRow(string Recipe, string Quantity, double Published, double Computed, string Tolerance, Agreement Agreement);

/// <summary>Compares what the sources of the shipped recipes report with what the defaults compute.</summary>
/// <remarks>
/// Tolerances: relative density ±0.04 (the scatter between laboratories of garnets fired alike), grain size and conductivity a factor
/// of two (the spread of the library between samples of one composition), hydrogen sulfide a factor of two, share of the conductivity
/// that is kept ±10 %.
/// </remarks>
public static class RecipeValidation
{
    /// <summary>Rows on which constants were placed: recipe and quantity.</summary>
    private static readonly ImmutableArray<(string Recipe, string Quantity)> PlacedOn =
    [
        ("ga-llzo-film", "relative-density"), ("garnet-borate-900", "relative-density"), ("latp-cold-sinter", "relative-density"),
        ("latp-cold-sinter-annealed", "conductivity"), ("li6ps5cl-room-air", "conductivity-kept"),
    ];

    /// <summary>Compares every number that a recipe's source reports.</summary>
    /// <param name="recipe">Recipe.</param>
    public static ImmutableArray<ValidationRow> Compare(RecipeRun recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        var result = recipe.Run();
        return [.. recipe.Header.Reported.Select(reported => Row(recipe, result, reported))];
    }

    private static ValidationRow Row(RecipeRun recipe, ProcessResult result, ReportedValue reported)
    {
        var published = reported.Estimate.Value;
        var computed = Computed(recipe, result, reported.Quantity);
        var (isWithin, tolerance) = reported.Quantity switch
        {
            "relative-density" => (Math.Abs(computed - published) <= 0.04, "0.04"),
            "conductivity-kept" => (Math.Abs(computed - published) <= 0.1 * published, "10 %"),
            _ => (computed > 0 && Math.Abs(Math.Log(computed / published)) <= Math.Log(2), "factor 2"),
        };
        var placed = PlacedOn.Contains((recipe.Id, reported.Quantity));
        return new ValidationRow(recipe.Id, reported.Quantity, published, computed, tolerance, !isWithin ? Agreement.NotReproduced : placed ? Agreement.Placed : Agreement.Reproduced);
    }

    private static double Computed(RecipeRun recipe, ProcessResult result, string quantity) => quantity switch
    {
        "relative-density" => result.Lot.RelativeDensity,
        "grain-size" => result.Lot.GrainSize,
        "hydrogen-sulfide" => result.Lot.HydrogenSulfide,
        "conductivity-kept" => recipe.Properties(result.Lot).IonicConductivity / recipe.Properties(result.Steps[^1].Before).IonicConductivity,
        _ => recipe.Properties(result.Lot).IonicConductivity,
    };
}
