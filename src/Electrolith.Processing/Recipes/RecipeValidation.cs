using System.Collections.Immutable;
using System.Globalization;
using Electrolith.Materials.Library;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Recipes;

/// <summary>Compares published numbers with what the defaults compute.</summary>
/// <remarks>
/// Tolerances: relative density ±0.04 (the scatter between laboratories of garnets fired alike), grain size and conductivity a factor
/// of two (the spread of the library between samples of one composition), hydrogen sulfide and resistance a factor of two, share of the
/// conductivity that is kept and strength ±10 %; ratios as the row says. A row that is outside is tried again with the one parameter
/// that its source leaves open, over its allowed range.
/// </remarks>
public static class RecipeValidation
{
    private const int GridPoints = 40;

    /// <summary>Compares every published number that is shipped.</summary>
    /// <param name="library">Materials.</param>
    /// <exception cref="InvalidOperationException">The shipped file has an error.</exception>
    public static ImmutableArray<ValidationRow> Compare(MaterialLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        var bag = new DiagnosticBag();
        var cases = ValidationFile.Load(library, bag);
        if (bag.HasErrors)
        {
            throw new InvalidOperationException(string.Join("; ", bag.ToSorted().Select(problem => $"{problem.FieldPath} {problem.Message} ({problem.Span})")));
        }

        return [.. cases.AsParallel().AsOrdered().Select(Row)];
    }

    private static ValidationRow Row(ValidationCase item)
    {
        if (item.Recipe is null)
        {
            return new ValidationRow(item.Table, item.What, item.Source, "", "", double.NaN, double.NaN, "", Agreement.LeftOut, item.LeftOut);
        }

        var computed = Computed(item, item.Set);
        var row = new ValidationRow(item.Table, item.What, item.Source, item.Recipe.Id, item.Quantity, item.Published, computed, Tolerance(item), Agreement.NotReproduced, "") { Bound = item.Bound };
        return Agrees(item, computed) ? row with { Agreement = item.IsPlaced ? Agreement.Placed : Agreement.Reproduced }
            : Calibrated(item) is { } found ? row with { Agreement = Agreement.AfterCalibration, Remark = found }
            : row;
    }

    private static double Computed(ValidationCase item, ImmutableDictionary<string, double> set)
    {
        var recipe = item.Recipe!;
        var value = ValidationQuantity.Of(item.Quantity, recipe, recipe.Run(set));
        return item.Against is null ? value : value / ValidationQuantity.Of(item.Quantity, recipe, recipe.Run(item.Against));
    }

    private static bool Agrees(ValidationCase item, double computed) => item.Bound switch
    {
        PublishedBound.Below => computed < item.Published,
        PublishedBound.Above => computed > item.Published,
        _ when !double.IsNaN(item.Tolerance) => Math.Abs(computed - item.Published) <= item.Tolerance * item.Published,
        _ => item.Quantity switch
        {
            "relative-density" => Math.Abs(computed - item.Published) <= 0.04,
            "conductivity-kept" or "strength" => Math.Abs(computed - item.Published) <= 0.1 * item.Published,
            _ => computed > 0 && Math.Abs(Math.Log(computed / item.Published)) <= Math.Log(2),
        },
    };

    private static string Tolerance(ValidationCase item) => item switch
    {
        { Bound: not PublishedBound.None } => "bound",
        { Tolerance: var own } when !double.IsNaN(own) => own.ToString("0 %", CultureInfo.InvariantCulture),
        { Quantity: "relative-density" } => "0.04",
        { Quantity: "conductivity-kept" or "strength" } => "10 %",
        _ => "factor 2",
    };

    /// <summary>The value of the open parameter, nearest to its default, with which the row agrees; null when there is none.</summary>
    private static string? Calibrated(ValidationCase item)
    {
        var index = item.Calibrate.Length > 0 ? item.Recipe!.IndexOf(item.Calibrate) : -1;
        if (index < 0)
        {
            return null;
        }

        var parameter = item.Recipe!.Parameters[index];
        var (low, high) = (parameter.Definition.Low, parameter.Definition.High);
        var isLogarithmic = low > 0 && high / low > 100;
        double At(int step) => isLogarithmic ? low * Math.Pow(high / low, (double)step / GridPoints) : low + ((high - low) * step / GridPoints);
        var agreeing = Enumerable.Range(0, GridPoints + 1).Select(At).Where(value => IsPossible(item, value)).ToList();
        if (agreeing.Count == 0)
        {
            return null;
        }

        var nearest = agreeing.MinBy(value => isLogarithmic ? Math.Abs(Math.Log(value / parameter.Value)) : Math.Abs(value - parameter.Value));
        return $"{item.Calibrate} {RecipeRun.Show(nearest, parameter.Definition)} in place of {RecipeRun.Show(parameter.Value, parameter.Definition)}";
    }

    private static bool IsPossible(ValidationCase item, double value)
    {
        try
        {
            return Agrees(item, Computed(item, item.Set.SetItem(item.Calibrate, value)));
        }
        catch (ProcessException)
        {
            return false;
        }
    }
}
