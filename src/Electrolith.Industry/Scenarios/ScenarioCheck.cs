using System.Collections.Immutable;
using Electrolith.Industry.Costs;

namespace Electrolith.Industry.Scenarios;

/// <summary>What came of one limit.</summary>
public enum LimitOutcome
{
    /// <summary>The value is inside.</summary>
    Met,

    /// <summary>The value is outside.</summary>
    Missed,

    /// <summary>No value: the models of this version do not predict it, or the route does not state it.</summary>
    NotAssessed,
}

/// <summary>One limit held against a route.</summary>
/// <param name="Limit">The limit, in the price year of the check.</param>
/// <param name="Value">Value of the route, SI; null when not assessed.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Shortfall">Distance to feasible in the unit of the value, 0 when met or not assessed.</param>
/// <param name="RelativeShortfall">The same as a share of the limit (of 100 K for temperatures).</param>
public sealed record LimitFinding(ScenarioLimit Limit, double? Value, LimitOutcome Outcome, double Shortfall, double RelativeShortfall);

/// <summary>All limits of a scenario held against a route.</summary>
/// <param name="Scenario">The application.</param>
/// <param name="Findings">One per limit, in the order of the scenario.</param>
public sealed record ScenarioAssessment(Scenario Scenario, ImmutableArray<LimitFinding> Findings)
{
    /// <summary>True when no assessed limit is missed. Says nothing about what is not assessed.</summary>
    public bool IsFeasible => Findings.All(finding => finding.Outcome != LimitOutcome.Missed);

    /// <summary>True when every limit was assessed.</summary>
    public bool IsComplete => Findings.All(finding => finding.Outcome != LimitOutcome.NotAssessed);

    /// <summary>The largest relative shortfall, 0 when feasible.</summary>
    public double DistanceToFeasible => Findings.IsEmpty ? 0 : Findings.Max(finding => finding.RelativeShortfall);

    /// <summary>The limit that is missed most; null when feasible.</summary>
    public LimitFinding? Worst => IsFeasible ? null : Findings.MaxBy(finding => finding.RelativeShortfall);
}

/// <summary>Holds the results of a route against an application.</summary>
public static class ScenarioCheck
{
    /// <summary>Checks every limit.</summary>
    /// <param name="scenario">The application.</param>
    /// <param name="values">Results by criterion id, SI; money in US dollars of <paramref name="priceYear"/>. What is missing is not assessed.</param>
    /// <param name="prices">Brings money limits to the price year.</param>
    /// <param name="priceYear">Year of the dollars.</param>
    public static ScenarioAssessment Evaluate(Scenario scenario, IReadOnlyDictionary<string, double> values, PriceBook prices, int priceYear)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(values);
        return new ScenarioAssessment(scenario, [.. scenario.Limits.Select(limit => Check(limit.InDollarsOf(prices, priceYear), values))]);
    }

    private static LimitFinding Check(ScenarioLimit limit, IReadOnlyDictionary<string, double> values)
    {
        if (!values.TryGetValue(limit.Criterion.Id, out var value))
        {
            return new LimitFinding(limit, Value: null, LimitOutcome.NotAssessed, 0, 0);
        }

        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(values), value, $"{limit.Criterion.Id} must be finite");
        }

        var shortfall = limit.Shortfall(value);
        return new LimitFinding(limit, value, shortfall > 0 ? LimitOutcome.Missed : LimitOutcome.Met, shortfall, limit.RelativeShortfall(value));
    }
}
