using System.Globalization;
using System.Text;
using Electrolith.Quantities;

namespace Electrolith.Processing.Recipes;

/// <summary>Writes a recipe with other numbers as a file that can be run.</summary>
public static class RecipeWriter
{
    /// <summary>Writes a recipe.</summary>
    /// <param name="recipe">Recipe.</param>
    /// <param name="values">SI values in the order of its parameters.</param>
    /// <param name="id">Key of the new recipe.</param>
    /// <param name="title">One line.</param>
    /// <param name="note">Where the numbers come from.</param>
    /// <returns>The text of the file. What the recipe left to defaults stays out unless its value was changed.</returns>
    public static string Write(RecipeRun recipe, ReadOnlySpan<double> values, string id, string title, string note)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, recipe.Parameters.Length);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"recipe: {id}\ntitle: {Quote(title)}\nmaterial: {recipe.Material.Id}\nnote: {Quote(note)}\n");
        var numbers = values.ToArray();
        string[] powder = [.. RecipeFile.Powder.Select((parameter, i) => Number(recipe.Parameters[i], numbers[i])).OfType<string>()];
        if (powder.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"powder: {{{string.Join(", ", powder)}}}\n");
        }

        text.Append("steps:\n");
        foreach (var step in recipe.Steps)
        {
            var items = new List<string>();
            for (var i = 0; i < step.Slots.Length; i++)
            {
                var parameter = step.Definition.Parameters[i];
                var item = step.Slots[i] >= 0 ? Number(recipe.Parameters[step.Slots[i]], numbers[step.Slots[i]])
                    : step.Materials[i] is { } material ? $"{parameter.Name}: {material.Id}"
                    : double.IsNaN(step.Choices[i]) ? null : $"{parameter.Name}: {parameter.Choices[(int)step.Choices[i]]}";
                items.AddRange(item is null ? [] : [item]);
            }

            text.Append(CultureInfo.InvariantCulture, $"  - {step.Definition.Name}: {{{string.Join(", ", items)}}}\n");
        }

        return text.ToString();
    }

    private static string? Number(RecipeParameter parameter, double value)
    {
        var isChanged = value != parameter.Value;
        if (!parameter.IsGiven && !isChanged)
        {
            return null;
        }

        var kind = parameter.Definition.Kind!;
        string Shown(double si) => QuantityPrinter.Number(QuantityPrinter.ToDisplay(si, kind), 12);
        var spread = !isChanged && parameter.Low < parameter.High ? $" ({Shown(parameter.Low)}..{Shown(parameter.High)})" : "";
        return $"{parameter.Definition.Name}: {Shown(value)}{spread} {kind.DisplayUnit}".TrimEnd();
    }

    private static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
