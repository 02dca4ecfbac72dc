using System.Collections.Immutable;
using System.Globalization;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Robustness;

/// <summary>Chooses what varies: what the user gives, else the range of the recipe, else the usual scatter of the operation.</summary>
public static class UncertainInputs
{
    private const double NormalAt95Percent = 1.6448536269514722;

    /// <summary>Everything that varies around some values.</summary>
    /// <param name="recipe">Recipe.</param>
    /// <param name="values">SI values in the order of its parameters.</param>
    /// <param name="replaced">Paths whose value was replaced: the recipe's range no longer holds around it.</param>
    /// <param name="given">What the user gives; replaces everything else of the same path. No spread fixes a parameter.</param>
    /// <param name="assumes">Whether the usual scatter of operations counts where neither recipe nor user give one.</param>
    public static ImmutableArray<UncertainInput> Of(RecipeRun recipe, ReadOnlySpan<double> values, IReadOnlySet<string> replaced, IReadOnlyList<UncertainInput> given, bool assumes = true)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(replaced);
        ArgumentNullException.ThrowIfNull(given);
        var inputs = ImmutableArray.CreateBuilder<UncertainInput>();
        for (var index = 0; index < recipe.Parameters.Length; index++)
        {
            var parameter = recipe.Parameters[index];
            var input = given.FirstOrDefault(item => item.Index == index)
                ?? (!replaced.Contains(parameter.Path) ? Stated(parameter, index) : null) ?? (assumes ? Assumed(parameter, index, values[index]) : null);
            if (input is not null && input.Estimate.Spread != Spread.None)
            {
                inputs.Add(input);
            }
        }

        return inputs.ToImmutable();
    }

    /// <summary>Reads what the user gives, such as <c>sinter.temperature=1125±5degC</c> or <c>press.pressure=180..220MPa, 30 % between lots</c>.</summary>
    /// <param name="option">Name of the option, for the message.</param>
    /// <param name="text">The text.</param>
    /// <param name="recipe">Recipe.</param>
    /// <param name="bag">Receives every problem.</param>
    /// <returns>Null when it cannot be read.</returns>
    public static UncertainInput? Read(string option, string text, RecipeRun recipe, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(bag);
        void Add(string code, int from, string field, string message, string? hint) =>
            bag.Add(new Diagnostic(code, Severity.Error, new SourceText(option, text), new SourceSpan(1, from + 1, Math.Max(1, text.Length - from)), field, message, hint));

        var cut = text.IndexOf('=', StringComparison.Ordinal);
        if (cut < 0)
        {
            Add("EL2514", 0, "", "a parameter that varies is a path and a value with its scatter", "for example 'sinter.temperature=1125±5degC' or 'press.pressure=180..220MPa'");
            return null;
        }

        var path = text[..cut].Trim();
        var index = recipe.IndexOf(path);
        if (index < 0)
        {
            var nearest = NearestNames.Find(path, recipe.Parameters.Select(item => item.Path));
            Add("EL2515", 0, path, $"the recipe has no parameter '{path}'", nearest.Count > 0 ? $"did you mean {string.Join(", ", nearest)}?" : $"known: {string.Join(", ", recipe.Parameters.Select(item => item.Path))}");
            return null;
        }

        var parameter = recipe.Parameters[index];
        var (amount, share) = (text[(cut + 1)..], ProcessScatter.Of(parameter, parameter.Value)?.BetweenShare ?? 1);
        var comma = amount.LastIndexOf(',');
        if (comma >= 0)
        {
            var words = amount[(comma + 1)..].Trim();
            if (!words.EndsWith("between lots", StringComparison.Ordinal) || !TryShare(words[..^"between lots".Length].Trim(), out share))
            {
                Add("EL2561", cut + comma + 2, path, $"'{words}' does not say how much of the variance lies between lots", "write for example ', 30 % between lots'");
                return null;
            }

            amount = amount[..comma];
        }

        if (!QuantityParser.TryParseEstimate(amount.Trim(), parameter.Definition.Kind!, out var estimate, out var problem))
        {
            Add(problem!.Code, cut + 1, path, problem.Message, problem.Hint);
            return null;
        }

        var (least, most) = estimate.Spread is Spread.Normal or Spread.LogNormal or Spread.None ? (estimate.Value, estimate.Value) : (estimate.Low, estimate.High);
        if (StepReasons.Of(recipe, parameter, least) is { } low)
        {
            Add("EL2506", cut + 1, path, low, null);
            return null;
        }

        if (StepReasons.Of(recipe, parameter, most) is { } high)
        {
            Add("EL2506", cut + 1, path, high, null);
            return null;
        }

        return new UncertainInput(parameter, index, estimate, share, InputOrigin.User, "given");
    }

    private static bool TryShare(string text, out double share)
    {
        var isPercent = text.EndsWith('%');
        var isNumber = double.TryParse(text.TrimEnd('%').Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out share);
        share = isPercent ? share / 100 : share;
        return isNumber && share is >= 0 and <= 1;
    }

    private static UncertainInput? Stated(RecipeParameter parameter, int index) => parameter.Spread == Spread.None ? null : new UncertainInput(
        parameter, index, new Estimate(parameter.Value, parameter.Low, parameter.High, parameter.Spread),
        ProcessScatter.Of(parameter, parameter.Value)?.BetweenShare ?? 1, InputOrigin.Recipe, parameter.IsGiven ? "range of the recipe" : $"range of the default ({parameter.Source})");

    private static UncertainInput? Assumed(RecipeParameter parameter, int index, double value) => ProcessScatter.Of(parameter, value) is not { } usual ? null : new UncertainInput(
        parameter, index, new Estimate(value, value - (NormalAt95Percent * usual.Deviation), value + (NormalAt95Percent * usual.Deviation), Spread.Normal), usual.BetweenShare, InputOrigin.Assumed, usual.Reason);
}
