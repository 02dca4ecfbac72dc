using Electrolith.Industry.Costs;
using Electrolith.Industry.Scenarios;
using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Industry.Tests;

public sealed class ScenarioTests
{
    private static Scenario Premium => ScenarioLibrary.Default.TryGet("ev-premium", out var scenario) ? scenario : throw new InvalidOperationException();

    [Fact]
    public void The_scenarios_of_the_product_are_sound() =>
        Assert.True(ScenarioLibrary.Default.Problems.IsEmpty, DiagnosticPrinter.Print(ScenarioLibrary.Default.Problems));

    [Fact]
    public void All_seven_scenarios_are_there() =>
        Assert.Equal(["ev-premium", "ev-mass", "aviation", "grid", "consumer", "microbattery", "high-temperature"], ScenarioLibrary.Default.All.Select(item => item.Id));

    [Fact]
    public void Every_limit_has_a_source_a_text_and_a_status_that_is_not_measured()
    {
        foreach (var limit in ScenarioLibrary.Default.All.SelectMany(item => item.Limits))
        {
            Assert.True(SourceList.Default.TryGet(limit.SourceKey, out _), limit.SourceKey);
            Assert.NotEmpty(limit.Text);
            Assert.True(limit.Status is ValueStatus.Unconfirmed or ValueStatus.Assumed);
            Assert.True(limit.SourceKey != "unverified" || limit.Status == ValueStatus.Unconfirmed);
        }
    }

    [Fact]
    public void Weights_add_up_to_one() =>
        Assert.All(ScenarioLibrary.Default.All, item => Assert.Equal(1, item.Weights.Sum(weight => weight.Weight), 12));

    [Fact]
    public void Quantities_are_read_in_their_units()
    {
        var energy = Premium.Limits.Single(limit => limit.Criterion.Id == "specific-energy");
        Assert.Equal(350 * 3600, energy.Low!.Value, 1e-6);
        Assert.Null(energy.High);
        Assert.Equal("at least 350 Wh/kg", energy.Text);
        var rate = Premium.Limits.Single(limit => limit.Criterion.Id == "maximum-rate");
        Assert.Equal(0.7 / 1200, rate.Low!.Value, 1e-12);
        var cost = Premium.Limits.Single(limit => limit.Criterion.Id == "material-cost");
        Assert.Equal(125 / 3.6e6, cost.High!.Value, 1e-12);
        Assert.Equal(new MoneyBasis("USD", 2024), cost.Money);
        var temperature = Premium.Limits.Single(limit => limit.Criterion.Id == "operating-temperature");
        Assert.Equal(243.15, temperature.Low!.Value, 1e-9);
        Assert.Equal(318.15, temperature.High!.Value, 1e-9);
    }

    [Fact]
    public void A_limit_that_the_models_cannot_assess_is_said_so()
    {
        var assessment = ScenarioCheck.Evaluate(Premium, Good(), PriceBook.Default, 2024);
        Assert.True(assessment.IsFeasible);
        Assert.False(assessment.IsComplete);
        Assert.Equal("cycle-life", Assert.Single(assessment.Findings, finding => finding.Outcome == LimitOutcome.NotAssessed).Limit.Criterion.Id);
        Assert.Null(assessment.Worst);
    }

    [Fact]
    public void The_distance_to_feasible_is_what_is_missing()
    {
        var values = Good();
        values["specific-energy"] = 280 * 3600;
        values["stack-pressure"] = 5e6;
        var assessment = ScenarioCheck.Evaluate(Premium, values, PriceBook.Default, 2024);
        Assert.False(assessment.IsFeasible);
        var energy = assessment.Findings.Single(finding => finding.Limit.Criterion.Id == "specific-energy");
        Assert.Equal(70 * 3600, energy.Shortfall, 1e-6);
        Assert.Equal(0.2, energy.RelativeShortfall, 12);
        Assert.Equal("stack-pressure", assessment.Worst!.Limit.Criterion.Id);
        Assert.Equal(4, assessment.DistanceToFeasible, 12);
    }

    [Fact]
    public void A_value_on_the_limit_meets_it()
    {
        var values = Good();
        values["specific-energy"] = Premium.Limits[0].Low!.Value;
        Assert.True(ScenarioCheck.Evaluate(Premium, values, PriceBook.Default, 2024).IsFeasible);
    }

    [Fact]
    public void A_money_limit_follows_the_price_year()
    {
        var later = ScenarioCheck.Evaluate(Premium, Good(), PriceBook.Default, 2025).Findings.Single(finding => finding.Limit.Criterion.Id == "material-cost");
        Assert.Equal(125 * 322 / 313.7 / 3.6e6, later.Limit.High!.Value, 1e-10);
    }

    [Fact]
    public void Heat_is_measured_on_a_scale_of_a_hundred_kelvin()
    {
        var values = Good();
        values["operating-temperature"] = 348.15;
        Assert.Equal(0.3, ScenarioCheck.Evaluate(Premium, values, PriceBook.Default, 2024).DistanceToFeasible, 12);
    }

    [Fact]
    public void Every_problem_of_a_bad_file_is_reported_at_once()
    {
        var bag = new DiagnosticBag();
        ScenarioLibrary.Read(new SourceText("mine.yaml", """
            mine:
              name: Mine
              limit: x
              limits:
                - criterion: specific-enegy
                  at-least: 300 Wh/kg
                  source: user
                - criterion: stack-pressure
                  at-most: 3
                  source: nobody
                - criterion: operating-temperature
                  from: 60 degC
                  to: 20 degC
                  source: user
              weights:
                material-cost: much
            """), bag);
        Assert.Equal(["EL2401", "EL2402", "EL0102", "EL2403", "EL2401", "EL2404"], bag.ToSorted().Select(item => item.Code));
    }

    [Fact]
    public void Criteria_ids_are_unique_and_reference_values_rise()
    {
        Assert.Distinct(EvaluationCriteria.All.Select(item => item.Id));
        Assert.All(EvaluationCriteria.All, item => Assert.True(item.ReferenceLow < item.ReferenceHigh));
        Assert.All(EvaluationCriteria.All.Where(item => item.IsLogarithmic), item => Assert.True(item.ReferenceLow > 0));
    }

    private static Dictionary<string, double> Good() => new(StringComparer.Ordinal)
    {
        ["specific-energy"] = 400 * 3600,
        ["energy-density"] = 900 * 3.6e6,
        ["maximum-rate"] = 3 / 3600.0,
        ["stack-pressure"] = 0.5e6,
        ["operating-temperature"] = 298.15,
        ["material-cost"] = 60 / 3.6e6,
    };
}
