using System.Text.RegularExpressions;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Recipes;

/// <summary>A parameter of a recipe that is varied between two values.</summary>
/// <param name="Parameter">Which parameter.</param>
/// <param name="Index">Its place in <see cref="RecipeRun.Parameters"/>.</param>
/// <param name="Low">Smallest SI value.</param>
/// <param name="High">Largest SI value.</param>
public sealed record VariedParameter(RecipeParameter Parameter, int Index, double Low, double High)
{
    /// <summary>True when equal steps are equal factors: from one value to ten times as much or more, except temperatures.</summary>
    public bool IsLogarithmic => Low > 0 && High / Low >= 10 && Parameter.Definition.Kind != QuantityKinds.Temperature;

    /// <summary>Path of the parameter.</summary>
    public string Path => Parameter.Path;

    /// <summary>Kind of quantity.</summary>
    public QuantityKind Kind => Parameter.Definition.Kind ?? QuantityKinds.Dimensionless;

    /// <summary>SI value at a share of the range.</summary>
    /// <param name="share">0 at the low end, 1 at the high end.</param>
    public double At(double share) => share <= 0 ? Low : share >= 1 ? High : IsLogarithmic ? Low * Math.Pow(High / Low, share) : Low + ((High - Low) * share);

    /// <summary>Share of the range at which a value lies.</summary>
    /// <param name="value">SI value.</param>
    public double ShareOf(double value) => IsLogarithmic ? Math.Log(Math.Max(value, double.Epsilon) / Low) / Math.Log(High / Low) : (value - Low) / (High - Low);

    /// <summary>A value in its usual unit.</summary>
    /// <param name="value">SI value.</param>
    /// <param name="digits">Significant digits.</param>
    public string Show(double value, int digits = 4) => QuantityPrinter.Format(value, Kind, digits);

    /// <summary>Reads a range such as <c>sinter.temperature=1050..1200degC</c> or <c>sinter.time=30min..20h</c>.</summary>
    /// <param name="option">Name of the option, for the message.</param>
    /// <param name="text">The range.</param>
    /// <param name="recipe">Recipe.</param>
    /// <param name="bag">Receives every problem.</param>
    /// <returns>Null when it cannot be read, or the recipe does not allow it.</returns>
    public static VariedParameter? Read(string option, string text, RecipeRun recipe, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(bag);
        var source = new SourceText(option, text);
        void Add(string code, int from, string field, string message, string? hint) =>
            bag.Add(new Diagnostic(code, Severity.Error, source, new SourceSpan(1, from + 1, Math.Max(1, text.Length - from)), field, message, hint));

        var cut = text.IndexOf('=', StringComparison.Ordinal);
        var dots = cut < 0 ? -1 : text.IndexOf("..", cut, StringComparison.Ordinal);
        if (dots < 0)
        {
            Add("EL2514", 0, "", "a parameter to vary is a path and a range with unit", "for example 'sinter.temperature=1050..1200degC'");
            return null;
        }

        var path = text[..cut].Trim();
        var index = recipe.IndexOf(path);
        if (index < 0)
        {
            var nearest = NearestNames.Find(path, recipe.Parameters.Select(parameter => parameter.Path));
            Add("EL2515", 0, path, $"the recipe has no parameter '{path}'", nearest.Count > 0 ? $"did you mean {string.Join(", ", nearest)}?" : $"known: {string.Join(", ", recipe.Parameters.Select(parameter => parameter.Path))}");
            return null;
        }

        var parameter = recipe.Parameters[index];
        var definition = parameter.Definition;
        var (first, last) = (text[(cut + 1)..dots].Trim(), text[(dots + 2)..].Trim());
        // One unit behind the range counts for both ends.
        first = NumberOf(first) is { Length: > 0 } number && number.Length == first.Length ? $"{first} {last[NumberOf(last).Length..]}" : first;
        var kind = definition.Kind ?? QuantityKinds.Dimensionless;
        if (!QuantityParser.TryParse(last, kind, out var high, out var problem) || !QuantityParser.TryParse(first, kind, out var low, out problem))
        {
            Add(problem!.Code, cut + 1, path, problem.Message, problem.Hint);
            return null;
        }

        if (low >= high)
        {
            Add("EL2516", cut + 1, path, $"the range of {path} is empty: {RecipeRun.Show(low, definition)} is not below {RecipeRun.Show(high, definition)}", low > high ? "exchange the two ends" : $"keep one value with '--set {path}=…'");
            return null;
        }

        if (low < definition.Low || high > definition.High)
        {
            Add("EL2506", cut + 1, path, $"the range of {path} leaves {RecipeRun.Range(definition)}", null);
            return null;
        }

        if (definition.Limit(recipe.Material.Family) is { } limit && high > limit.Value)
        {
            Add("EL2506", cut + 1, path, limit.Reason, $"end the range at {RecipeRun.Show(limit.Value, definition)}");
            return null;
        }

        return new VariedParameter(parameter, index, low, high);
    }

    private static string NumberOf(string text) => Regex.Match(text, @"^[+-]?[0-9.]+([eE][+-]?[0-9]+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Value;
}
