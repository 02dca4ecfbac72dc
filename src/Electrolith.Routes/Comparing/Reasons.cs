using System.Collections.Immutable;
using Electrolith.Industry.Scenarios;
using Electrolith.Quantities;
using Electrolith.Routes.Pipeline;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Routes.Comparing;

/// <summary>Why a route comes out as it does, in sentences.</summary>
public static class Reasons
{
    private const double Noticeable = 0.2;
    private const int Most = 3;

    /// <summary>Sentences, the most important first.</summary>
    /// <param name="route">Evaluated route.</param>
    /// <param name="judgement">How it does against an application; null without one.</param>
    public static ImmutableArray<string> Of(RouteAssessment route, ScenarioJudgement? judgement)
    {
        ArgumentNullException.ThrowIfNull(route);
        var sentences = ImmutableArray.CreateBuilder<string>();
        if (judgement is not null)
        {
            AddLimits(judgement, sentences);
        }

        AddResistance(route, sentences);
        AddRate(route, sentences);
        AddWeakInputs(route, sentences);
        return sentences.ToImmutable();
    }

    /// <summary>The same in at most three short sentences, for comparisons.</summary>
    /// <param name="route">Evaluated route.</param>
    /// <param name="judgement">How it does against the application.</param>
    public static ImmutableArray<string> Short(RouteAssessment route, ScenarioJudgement judgement)
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(judgement);
        var sentences = ImmutableArray.CreateBuilder<string>();
        var missed = judgement.Limits.Where(limit => limit.Finding.Outcome == LimitOutcome.Missed).Select(limit => limit.Finding).ToList();
        if (missed.Count > 0)
        {
            sentences.Add("misses " + string.Join("; ", missed.Select(finding => $"{finding.Limit.Criterion.Name} {QuantityPrinter.Format(finding.Value!.Value, finding.Limit.Criterion.Quantity)} ({finding.Limit.Text})")));
        }

        AddResistance(route, sentences);
        AddRate(route, sentences);
        return sentences.ToImmutable();
    }

    /// <summary>Inputs that are only assumed or unconfirmed, by how much they move a result; those that move none come last.</summary>
    /// <param name="route">Evaluated route.</param>
    public static ImmutableArray<Sensitivity> WeakInputs(RouteAssessment route)
    {
        ArgumentNullException.ThrowIfNull(route);
        return
        [
            .. route.Route.Inputs.Where(input => input.IsWeak)
                .Select(input => route.Drivers.Values.SelectMany(list => list).Where(item => ReferenceEquals(item.Input, input))
                    .OrderByDescending(item => Math.Abs(item.RankCorrelation)).FirstOrDefault() ?? new Sensitivity(input, 0))
                .OrderByDescending(item => Math.Abs(item.RankCorrelation)).ThenBy(item => item.Input.Name, StringComparer.Ordinal),
        ];
    }

    private static void AddLimits(ScenarioJudgement judgement, ImmutableArray<string>.Builder sentences)
    {
        foreach (var (finding, probability) in judgement.Limits)
        {
            var limit = finding.Limit;
            if (finding.Outcome == LimitOutcome.Missed)
            {
                sentences.Add($"misses the limit on {limit.Criterion.Name} ({limit.Text}): it is {QuantityPrinter.Format(finding.Value!.Value, limit.Criterion.Quantity)}"
                    + (probability is > 0 ? $"; {probability:P0} of the samples keep it" : "; no sample keeps it"));
            }
            else if (finding.Outcome == LimitOutcome.NotAssessed)
            {
                sentences.Add($"the limit on {limit.Criterion.Name} ({limit.Text}) is not assessed by this version");
            }
            else if (probability < 0.9)
            {
                sentences.Add($"keeps the limit on {limit.Criterion.Name} ({limit.Text}) in only {probability:P0} of the samples");
            }
        }
    }

    private static void AddResistance(RouteAssessment route, ImmutableArray<string>.Builder sentences)
    {
        var part = route.Nominal.DominantResistance();
        var share = route.Nominal.Resistance(part) / route.Nominal.AreaSpecificResistance;
        sentences.Add($"{part.Name()} is the largest resistance: {share:P0} of {QuantityPrinter.Format(route.Nominal.AreaSpecificResistance, QuantityKinds.AreaSpecificResistance)}");
    }

    private static void AddRate(RouteAssessment route, ImmutableArray<string>.Builder sentences)
    {
        if (double.IsFinite(route.Nominal.CriticalRate) && route.Nominal.MaximumRate >= route.Nominal.CriticalRate)
        {
            sentences.Add($"the critical current density of the separator, not its resistance, limits the rate to {QuantityPrinter.Format(route.Nominal.CriticalRate, QuantityKinds.ChargeRate)}");
        }
    }

    private static void AddWeakInputs(RouteAssessment route, ImmutableArray<string>.Builder sentences)
    {
        var weak = WeakInputs(route);
        var strong = weak.Where(item => Math.Abs(item.RankCorrelation) >= Noticeable).Take(Most).ToList();
        if (weak.Length > 0)
        {
            sentences.Add($"{weak.Length} of {route.Route.Inputs.Length} inputs are only assumed or unconfirmed"
                + (strong.Count > 0 ? $"; of these {string.Join(", ", strong.Select(item => item.Input.Name))} matter{(strong.Count == 1 ? "s" : "")} most" : ""));
        }
    }
}
