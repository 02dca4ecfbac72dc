using System.Collections.Immutable;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Robustness;

/// <summary>What a result has to keep: a lower limit, an upper one, or both.</summary>
/// <param name="Result">Which result.</param>
/// <param name="Lower">Least value, SI; null without.</param>
/// <param name="Upper">Largest value, SI; null without.</param>
public sealed record Specification(RecipeResult Result, ResultLimit? Lower, ResultLimit? Upper)
{
    /// <summary>Place of the result in <see cref="RecipeResults.All"/>.</summary>
    public int Index => RecipeResults.All.IndexOf(Result);

    /// <summary>True when a value keeps both limits; one that is not determined does not.</summary>
    /// <param name="value">SI value.</param>
    public bool IsMet(double value) => !double.IsNaN(value) && (Lower?.IsMet(value) ?? true) && (Upper?.IsMet(value) ?? true);

    /// <summary>As a user writes it.</summary>
    public override string ToString() => Lower is null ? $"{Upper}" : Upper is null ? $"{Lower}"
        : $"{Result.Name} {QuantityPrinter.Format(Lower.Value, Result.Kind, 4)} to {QuantityPrinter.Format(Upper.Value, Result.Kind, 4)}";

    /// <summary>Collects limits by result; of two limits on one side the stricter counts.</summary>
    /// <param name="limits">Limits in the order given.</param>
    /// <param name="bag">Told of limits that contradict each other.</param>
    public static ImmutableArray<Specification> Of(IReadOnlyList<ResultLimit> limits, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(bag);
        var specifications = ImmutableArray.CreateBuilder<Specification>();
        foreach (var group in limits.GroupBy(limit => limit.Result))
        {
            var (lower, upper) = (group.Where(limit => limit.IsLeast).MaxBy(limit => limit.Value), group.Where(limit => !limit.IsLeast).MinBy(limit => limit.Value));
            if (lower is not null && upper is not null && lower.Value >= upper.Value)
            {
                bag.Add(new Diagnostic("EL2562", Severity.Error, new SourceText("--limit", $"{lower}, {upper}"), new SourceSpan(1, 1, 1), group.Key.Name, $"{lower} and {upper} leave nothing between them", "exchange or remove one of them"));
                continue;
            }

            specifications.Add(new Specification(group.Key, lower, upper));
        }

        return specifications.ToImmutable();
    }
}
