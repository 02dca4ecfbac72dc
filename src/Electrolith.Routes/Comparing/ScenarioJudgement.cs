using System.Collections.Immutable;
using Electrolith.Industry.Costs;
using Electrolith.Industry.Scenarios;
using Electrolith.Routes.Compiling;
using Electrolith.Routes.Pipeline;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Routes.Comparing;

/// <summary>One limit of an application held against a route.</summary>
/// <param name="Finding">Result for the nominal inputs.</param>
/// <param name="Probability">Share of the samples that keep the limit; 1 or 0 without samples; null when not assessed.</param>
public sealed record LimitJudgement(LimitFinding Finding, double? Probability);

/// <summary>A route held against an application.</summary>
/// <param name="Scenario">The application.</param>
/// <param name="Assessment">Result for the nominal inputs.</param>
/// <param name="Limits">Each limit.</param>
/// <param name="Probability">Share of the samples that keep every assessed limit.</param>
public sealed record ScenarioJudgement(Scenario Scenario, ScenarioAssessment Assessment, ImmutableArray<LimitJudgement> Limits, double Probability)
{
    /// <summary>True when the nominal inputs keep every assessed limit.</summary>
    public bool IsFeasible => Assessment.IsFeasible;

    /// <summary>Holds a route against an application.</summary>
    /// <param name="route">Evaluated route.</param>
    /// <param name="scenario">The application.</param>
    public static ScenarioJudgement Of(RouteAssessment route, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(scenario);
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var metric in Metric.All.Where(metric => EvaluationCriteria.TryGet(metric.Id, out var criterion) && criterion.IsAssessed))
        {
            values[metric.Id] = metric.Value(route.Nominal);
        }

        var assessment = ScenarioCheck.Evaluate(scenario, values, PriceBook.Default, DollarPrices.Year);
        var keeps = new bool[route.Samples.Count];
        Array.Fill(keeps, true);
        var limits = assessment.Findings.Select(finding => new LimitJudgement(finding, Kept(finding, route, keeps))).ToImmutableArray();
        var all = route.Samples.Count > 0 ? keeps.Count(kept => kept) / (double)keeps.Length : assessment.IsFeasible ? 1 : 0;
        return new ScenarioJudgement(scenario, assessment, limits, all);
    }

    private static double? Kept(LimitFinding finding, RouteAssessment route, bool[] keeps)
    {
        if (finding.Outcome == LimitOutcome.NotAssessed)
        {
            return null;
        }

        if (keeps.Length == 0)
        {
            return finding.Outcome == LimitOutcome.Met ? 1 : 0;
        }

        var samples = route.Samples.Values(Metric.IndexOf(finding.Limit.Criterion.Id));
        var kept = 0;
        for (var sample = 0; sample < keeps.Length; sample++)
        {
            var isKept = finding.Limit.Shortfall(samples[sample]) <= 0;
            kept += isKept ? 1 : 0;
            keeps[sample] &= isKept;
        }

        return (double)kept / keeps.Length;
    }
}
