using Electrolith.Processing.Sintering;
using Electrolith.Quantities;

namespace Electrolith.Processing.Recipes;

/// <summary>Says why a value of a parameter is not possible: first the reason of nature, then the range of the model.</summary>
public static class StepReasons
{
    /// <summary>Operations whose temperature is not that of the finished solid.</summary>
    private static readonly string[] Molten = ["melt-quench", "deposit"];

    /// <summary>Why a value is not possible.</summary>
    /// <param name="recipe">Recipe.</param>
    /// <param name="parameter">One of its parameters.</param>
    /// <param name="value">SI value.</param>
    /// <returns>A sentence without full stop that names path and value, or null when the value is allowed.</returns>
    public static string? Of(RecipeRun recipe, RecipeParameter parameter, double value)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(parameter);
        return Of(parameter.Path, parameter.Definition, recipe.Material.Family, value);
    }

    /// <summary>Why a value is not possible, while the recipe is still read.</summary>
    /// <param name="path">Path of the parameter.</param>
    /// <param name="definition">Its definition.</param>
    /// <param name="family">Family of the electrolyte; empty while it is not known.</param>
    /// <param name="value">SI value.</param>
    internal static string? Of(string path, OperationParameter definition, string family, double value)
    {
        var ceiling = family.Length == 0 ? null : definition.Limit(family) ?? Ceiling(path, definition, family);
        var most = Math.Min(definition.High, ceiling?.Value ?? double.PositiveInfinity);
        if (value >= definition.Low && value <= most)
        {
            return null;
        }

        var allowed = definition with { High = most };
        return $"{path} cannot be {Show(value, definition)}: {Reason(definition, value, ceiling)}; {RecipeRun.Range(allowed)} is allowed";
    }

    private static string Reason(OperationParameter definition, double value, (double Value, string Reason)? ceiling)
    {
        var kind = definition.Kind;
        if (double.IsNaN(value))
        {
            return "it is not a number";
        }

        if (kind == QuantityKinds.Temperature)
        {
            return value < 0 ? "no temperature lies below 0 K (-273.15 degC)"
                : ceiling is { } limit && value > limit.Value ? limit.Reason
                : value < definition.Low ? "too cold for this step to do what its model describes" : "too hot for what the model of this step describes";
        }

        if (value < 0)
        {
            return kind == QuantityKinds.Time ? "time does not run backwards"
                : kind == QuantityKinds.Pressure ? "a press pushes, it does not pull"
                : kind == QuantityKinds.Length ? "a length is not negative"
                : "it is not negative";
        }

        if (kind == QuantityKinds.Fraction || kind == QuantityKinds.MassFraction || kind == QuantityKinds.VolumeFraction)
        {
            return value > 1 ? "a share of the whole is at most 100 %" : value < definition.Low ? "less is not a working process" : "more is not a working process";
        }

        return value < definition.Low ? "it is smaller than machines or the model allow" : "it is larger than machines or the model allow";
    }

    /// <summary>What no solid of the family stands, for steps that have no limit of their own.</summary>
    private static (double Value, string Reason)? Ceiling(string path, OperationParameter definition, string family)
    {
        var operation = path[..Math.Max(0, path.IndexOf('.', StringComparison.Ordinal))].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        if (definition.Kind != QuantityKinds.Temperature || definition.Name == "dew-point" || Molten.Contains(operation) || Families.IsFilm(family))
        {
            return null;
        }

        return Families.IsPolymer(family) ? (673.15, "polymer electrolytes burn or fall apart above 400 degC")
            : SinterKinetics.Of(family).Limit is var limit ? (limit, FormattableString.Invariant($"{family} melts or falls apart above {limit - PhysicalConstants.ZeroCelsius:F0} degC")) : null;
    }

    private static string Show(double value, OperationParameter definition) => double.IsNaN(value) ? "NaN" : RecipeRun.Show(value, definition);
}
