using Electrolith.Industry.Scenarios;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Comparing;
using Electrolith.Routes.Pipeline;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Routes.Tests.Comparing;

/// <summary>Probabilities, places and shares of a comparison, counted by hand.</summary>
public sealed class ComparisonTests
{
    private const int Samples = 120;

    private static readonly RouteAssessment Thin = RouteText.Assess(RouteText.Of(name: "Thin"), Samples);
    private static readonly RouteAssessment Thick = RouteText.Assess(RouteText.Of(name: "Thick").Replace("30 um", "300 um", StringComparison.Ordinal), Samples);
    private static readonly RouteAssessment Graphite = RouteText.Assess(RouteText.Of(name: "Graphite", anode: "  material: graphite\n"), Samples);

    [Fact]
    public void The_probability_of_a_limit_is_the_share_of_samples_that_keep_it()
    {
        var (energy, cost) = (Thin.Summary(Metric.SpecificEnergyId).Median / 3600, Thin.Summary(Metric.MaterialCostId).Median * 3.6e6);
        var judgement = ScenarioJudgement.Of(Thin, Scenario($"specific-energy, at-least: {energy:R} Wh/kg", $"material-cost, at-most: {cost:R} USD(2024)/kWh", "cycle-life, at-least: 1000"));
        var energies = Thin.Samples.Values(Metric.IndexOf(Metric.SpecificEnergyId)).ToArray().Select(value => value >= energy * 3600).ToArray();
        var costs = Thin.Samples.Values(Metric.IndexOf(Metric.MaterialCostId)).ToArray().Select(value => value <= cost / 3.6e6).ToArray();
        Assert.Equal(energies.Count(kept => kept) / (double)Samples, judgement.Limits[0].Probability!.Value, 1 / (double)Samples);
        Assert.Equal(0.5, judgement.Limits[0].Probability!.Value, 1.01 / Samples);
        Assert.Equal(costs.Count(kept => kept) / (double)Samples, judgement.Limits[1].Probability!.Value, 1 / (double)Samples);
        Assert.Equal(energies.Zip(costs).Count(both => both is (true, true)) / (double)Samples, judgement.Probability, 2 / (double)Samples);
        Assert.Equal(LimitOutcome.NotAssessed, judgement.Limits[2].Finding.Outcome);
        Assert.Null(judgement.Limits[2].Probability);
    }

    [Fact]
    public void Without_samples_a_limit_is_kept_or_not()
    {
        var nominal = RouteText.Assess(RouteText.Of());
        var easy = ScenarioJudgement.Of(nominal, Scenario("specific-energy, at-least: 10 Wh/kg"));
        var hard = ScenarioJudgement.Of(nominal, Scenario("specific-energy, at-least: 590 Wh/kg"));
        Assert.Equal((1, 1, true), (easy.Limits[0].Probability, easy.Probability, easy.IsFeasible));
        Assert.Equal((0, 0, false), (hard.Limits[0].Probability, hard.Probability, hard.IsFeasible));
    }

    [Fact]
    public void Shares_of_places_add_up_to_one_by_route_and_by_place()
    {
        var comparison = RouteComparison.Of([Thick, Graphite, Thin], Scenario("specific-energy, at-least: 10 Wh/kg"));
        Assert.All(comparison.Routes, item => Assert.Equal(1, item.RankShares.Sum(), 1e-12));
        for (var place = 0; place < 3; place++)
        {
            Assert.Equal(1, comparison.Routes.Sum(item => item.RankShares[place]), 1e-12);
        }
    }

    [Fact]
    public void Routes_that_keep_the_limits_come_first_then_the_score_decides()
    {
        // The limit on stack pressure excludes the two others, whatever their energy.
        var soft = RouteText.Assess(RouteText.Of(name: "Soft", rest: "operation: {stack-pressure: 1 MPa}\n").Replace("30 um", "400 um", StringComparison.Ordinal), Samples);
        var comparison = RouteComparison.Of([Thin, soft, Thick], Scenario("stack-pressure, at-most: 2 MPa"));
        Assert.Equal(["Soft", "Thin", "Thick"], comparison.Routes.Select(item => item.Route.Route.Document.Name));
        Assert.Equal([1, 2, 3], comparison.Routes.Select(item => item.Rank));
        Assert.Equal([true, false, false], comparison.Routes.Select(item => item.Judgement.IsFeasible));
        Assert.True(comparison.Routes[0].Score.Value < comparison.Routes[1].Score.Value);
        Assert.True(comparison.Routes[1].Score.Value >= comparison.Routes[2].Score.Value);
    }

    [Fact]
    public void The_order_of_the_files_and_a_third_route_change_nothing()
    {
        var scenario = Scenario("specific-energy, at-least: 10 Wh/kg");
        var two = RouteComparison.Of([Thick, Thin], scenario);
        var three = RouteComparison.Of([Thin, Graphite, Thick], scenario);
        foreach (var item in two.Routes)
        {
            var same = three.Routes.Single(other => other.Route == item.Route);
            Assert.Equal(item.Score, same.Score);
        }

        var order = two.Routes.Select(item => item.Route.Route.Document.Name);
        Assert.Equal(order, three.Routes.Select(item => item.Route.Route.Document.Name).Where(name => name != "Graphite"));
    }

    [Fact]
    public void Alike_routes_share_their_places()
    {
        var comparison = RouteComparison.Of([Thin, RouteText.Assess(RouteText.Of(name: "Twin"), Samples)], Scenario("specific-energy, at-least: 10 Wh/kg"));
        Assert.All(comparison.Routes, item => Assert.All(item.RankShares, share => Assert.Equal(0.5, share, 1e-12)));
    }

    [Fact]
    public void One_route_alone_and_no_samples_can_be_compared()
    {
        var comparison = RouteComparison.Of([RouteText.Assess(RouteText.Of())], Scenario("specific-energy, at-least: 10 Wh/kg"));
        Assert.Equal((1, 1), (comparison.Routes[0].Rank, comparison.Routes[0].Front));
        Assert.Empty(comparison.Routes[0].RankShares);
    }

    [Fact]
    public void Reasons_name_the_missed_limit_and_the_largest_resistance()
    {
        var reasons = Reasons.Of(Thick, ScenarioJudgement.Of(Thick, Scenario("specific-energy, at-least: 590 Wh/kg")));
        Assert.Contains(reasons, text => text.StartsWith("misses the limit on specific energy", StringComparison.Ordinal));
        Assert.Contains(reasons, text => text.Contains("is the largest resistance", StringComparison.Ordinal));
        Assert.Contains(reasons, text => text.Contains("inputs are only assumed or unconfirmed", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_scenario_can_judge_every_route_of_the_repository()
    {
        var routes = RouteText.Files.Select(file => RouteAssessor.Assess(RouteText.CompileFile(file), new AssessmentOptions { Samples = 10 })).ToList();
        Assert.Equal(9, routes.Count);
        foreach (var scenario in ScenarioLibrary.Default.All)
        {
            var comparison = RouteComparison.Of(routes, scenario);
            Assert.Equal(Enumerable.Range(1, 9), comparison.Routes.Select(item => item.Rank));
            Assert.All(comparison.Routes, item => Assert.InRange(item.Score.Value, 0, 1));
            var feasible = comparison.Routes.Select(item => item.Judgement.IsFeasible).ToList();
            Assert.Equal(feasible.OrderDescending(), feasible);
        }
    }

    private static Scenario Scenario(params string[] limits)
    {
        var bag = new DiagnosticBag();
        var lines = limits.Select(limit => $"    - {{criterion: {limit}, source: electrolith-assumed, status: assumed}}\n");
        var text = $"mine:\n  name: Mine\n  summary: A test.\n  limits:\n{string.Concat(lines)}  weights: {{specific-energy: 0.5, material-cost: 0.3, area-specific-resistance: 0.2}}\n";
        var library = ScenarioLibrary.Read(new SourceText("(test)", text), bag);
        Assert.True(bag.Count == 0, DiagnosticPrinter.Print(bag.ToSorted()));
        return Assert.Single(library.All);
    }
}
