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

    /// <summary>SI value at a share that may lie outside the range.</summary>
    /// <param name="share">0 at the low end, 1 at the high end.</param>
    public double Extended(double share) => IsLogarithmic ? Low * Math.Pow(High / Low, share) : Low + ((High - Low) * share);

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
        ArgumentNullException.ThrowIfNull(recipe);
        return Read(option, text, new Known(path => recipe.IndexOf(path) is var index and >= 0 ? (recipe.Parameters[index], index) : null, [.. recipe.Parameters.Select(parameter => parameter.Path)], recipe.Material.Family, "the recipe"), bag);
    }

    /// <summary>Reads a range of a setting of an experiment: a parameter of a recipe or of any operation, or a name of one's own with plain numbers.</summary>
    /// <param name="option">Name of the option, for the message.</param>
    /// <param name="text">The range, for example <c>sinter.temperature=1050..1200degC</c> or <c>dopant=0..0.3</c>.</param>
    /// <param name="recipe">Recipe; null for none.</param>
    /// <param name="bag">Receives every problem.</param>
    /// <returns>Null when it cannot be read. Its index is -1 unless it is a parameter of the recipe.</returns>
    public static VariedParameter? ReadSetting(string option, string text, RecipeRun? recipe, DiagnosticBag bag)
    {
        (string Path, OperationParameter Definition)[] all =
        [
            .. RecipeFile.Powder.Select(parameter => ($"powder.{parameter.Name}", parameter)),
            .. OperationCatalog.All.SelectMany(operation => operation.Parameters.Where(parameter => parameter.Kind is not null).Select(parameter => ($"{operation.Name}.{parameter.Name}", parameter))),
        ];
        (RecipeParameter, int)? Find(string path)
        {
            if (recipe?.IndexOf(path) is { } index and >= 0)
            {
                return (recipe.Parameters[index], index);
            }

            // A second step of the same operation counts on: press2.pressure.
            var dot = path.IndexOf('.', StringComparison.Ordinal);
            var plain = dot < 0 ? path : path[..dot].TrimEnd("0123456789".ToCharArray()) + path[dot..];
            var definition = all.FirstOrDefault(item => item.Path == plain).Definition ?? (dot < 0 && path.Length > 0 ? OperationParameter.Quantity(path, QuantityKinds.Dimensionless, double.NegativeInfinity, double.PositiveInfinity, "A setting of one's own.") : null);
            return definition is null ? null : (new RecipeParameter(path, definition, double.NaN, double.NaN, double.NaN, ValueStatus.UserGiven, "user", true), -1);
        }

        return Read(option, text, new Known(Find, [.. (recipe?.Parameters ?? []).Select(parameter => parameter.Path), .. all.Select(item => item.Path)], recipe?.Material.Family ?? "", "no operation"), bag);
    }

    private sealed record Known(Func<string, (RecipeParameter Parameter, int Index)?> Find, string[] Names, string Family, string Place);

    private static VariedParameter? Read(string option, string text, Known known, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(text);
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
        if (known.Find(path) is not var (parameter, index))
        {
            var nearest = NearestNames.Find(path, known.Names);
            Add("EL2515", 0, path, $"{known.Place} has {(known.Place == "the recipe" ? "no" : "a")} parameter '{path}'", nearest.Count > 0 ? $"did you mean {string.Join(", ", nearest)}?" : $"known: {string.Join(", ", known.Names.Take(20))}");
            return null;
        }

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

        if (known.Family.Length > 0 && definition.Limit(known.Family) is { } limit && high > limit.Value)
        {
            Add("EL2506", cut + 1, path, limit.Reason, $"end the range at {RecipeRun.Show(limit.Value, definition)}");
            return null;
        }

        return new VariedParameter(parameter, index, low, high);
    }

    private static string NumberOf(string text) => Regex.Match(text, @"^[+-]?[0-9.]+([eE][+-]?[0-9]+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Value;
}
