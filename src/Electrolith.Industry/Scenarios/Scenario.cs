using System.Collections.Immutable;
using Electrolith.Industry.Costs;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Industry.Scenarios;

/// <summary>One hard limit of an application.</summary>
public sealed record ScenarioLimit
{
    /// <summary>What is limited.</summary>
    public required EvaluationCriterion Criterion { get; init; }

    /// <summary>Least allowed value, SI (money: its currency per SI unit); null when there is none.</summary>
    public double? Low { get; init; }

    /// <summary>Largest allowed value; null when there is none.</summary>
    public double? High { get; init; }

    /// <summary>Currency and year of a money limit; null for anything else.</summary>
    public MoneyBasis? Money { get; init; }

    /// <summary>The limit as written, for example <c>at least 350 Wh/kg</c>.</summary>
    public required string Text { get; init; }

    /// <summary>Key in the source list.</summary>
    public required string SourceKey { get; init; }

    /// <summary>Where in the source, or why.</summary>
    public string Locator { get; init; } = "";

    /// <summary>How sure the limit is.</summary>
    public required ValueStatus Status { get; init; }

    /// <summary>Place in the file.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>The same limit in US dollars of one year; unchanged when it is not money.</summary>
    /// <param name="prices">Price book.</param>
    /// <param name="year">Wanted year.</param>
    /// <exception cref="ArgumentOutOfRangeException">The price book does not cover the years.</exception>
    public ScenarioLimit InDollarsOf(PriceBook prices, int year)
    {
        ArgumentNullException.ThrowIfNull(prices);
        return Money is not { } basis
            ? this
            : this with
            {
                Low = Low is { } low ? prices.Convert(low, basis, year) : null,
                High = High is { } high ? prices.Convert(high, basis, year) : null,
                Money = new MoneyBasis("USD", year),
            };
    }

    /// <summary>How far a value is outside the limit.</summary>
    /// <param name="value">Value, SI; money in the currency and year of the limit.</param>
    /// <returns>Missing or excess amount in the unit of the value, positive; 0 when the limit is met.</returns>
    public double Shortfall(double value) =>
        Low is { } low && value < low ? low - value : High is { } high && value > high ? value - high : 0;

    /// <summary>The shortfall as a share of the limit; of 100 K for temperatures, whose zero means nothing.</summary>
    /// <param name="value">Value, SI.</param>
    public double RelativeShortfall(double value)
    {
        var missing = Shortfall(value);
        if (missing == 0 || Criterion.Quantity == QuantityKinds.Temperature)
        {
            return missing / 100;
        }

        var bound = Low is { } low && value < low ? low : High ?? 0;
        return bound != 0 ? missing / Math.Abs(bound) : missing;
    }
}

/// <summary>An application: what makes a route possible, and what makes it better.</summary>
public sealed record Scenario
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>What counts, in a sentence.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Hard limits, in the order of the file.</summary>
    public required ImmutableArray<ScenarioLimit> Limits { get; init; }

    /// <summary>Weights by criterion, adding up to 1; assumed, and the first thing to change.</summary>
    public required ImmutableArray<(EvaluationCriterion Criterion, double Weight)> Weights { get; init; }

    /// <summary>Columns of the decision matrix, one per weighted criterion.</summary>
    public ImmutableArray<Decisions.Criterion> Columns => [.. Weights.Select(item => item.Criterion.ToColumn(item.Weight))];
}
