using Electrolith.Quantities;
using Electrolith.Routes.Comparing;
using Electrolith.Routes.Figures;
using Electrolith.Routes.Figures.ReadyMade;
using Electrolith.Routes.Html;
using Electrolith.Routes.Pipeline;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Routes.Reporting;

/// <summary>The pages that compare routes.</summary>
internal static class ComparisonReport
{
    /// <summary>Adds ranking, trade-off and resistances of all routes.</summary>
    /// <param name="page">Page.</param>
    /// <param name="comparison">The comparison.</param>
    public static void Add(HtmlPage page, RouteComparison comparison)
    {
        page.Section("Ranking", section =>
        {
            section.Paragraph($"{comparison.Scenario.Summary} Limits decide first, then a score between fixed bounds (TOPSIS), so that the place of two routes never depends on a third.");
            section.Table(RankingTable(comparison));
            section.Figure(
                RankingFigure.Build("Score with its interval", [.. comparison.Routes.Select(item => new Figures.ReadyMade.RankedRoute(Name(item), item.Score.P05, item.Score.Value, item.Score.P95, item.Judgement.IsFeasible))]),
                "Hollow: misses at least one limit of the application. The interval is the 5th to the 95th percentile.");
            if (comparison.Routes[0].RankShares.Length > 0)
            {
                section.Figure(
                    RankAcceptabilityFigure.Build("How often each route takes each place", [.. comparison.Routes.Select(item => (Name(item), (IReadOnlyList<double>)item.RankShares))]),
                    "Share of the samples in which a route takes each place by score.");
            }
        });
        page.Section("Trade-offs", section =>
        {
            section.Figure(TradeOff(comparison, Metric.MaterialCostId), "Specific energy against material cost; crosses are the 5th to the 95th percentile, the line joins routes that no other beats in both.");
            section.Figure(TradeOff(comparison, Metric.AreaSpecificResistanceId), "Specific energy against resistance.");
            section.Figure(
                ResistanceComparisonFigure.Build("Resistance by cause", [.. comparison.Routes.Select(Resistances)]),
                "Area-specific resistance of every route at its own temperature, pressure and age.");
        });
    }

    private static HtmlTable RankingTable(RouteComparison comparison) => new()
    {
        Columns = [new("", true), new("route"), new("score", true), new("samples that keep all limits", true), new("front", true), new("Wh/kg", true), new("Wh/L", true), new("ohm cm\u00B2", true), new("rate", true), new("USD/kWh", true)],
        Rows =
        [
            .. comparison.Routes.Select(item => (IReadOnlyList<HtmlCell>)
            [
                item.Rank.ToString(), Name(item), $"{item.Score.Value:F2}", $"{item.Judgement.Probability:P0}", item.Front.ToString(),
                Number(item, Metric.SpecificEnergyId), Number(item, "energy-density"), Number(item, Metric.AreaSpecificResistanceId),
                QuantityPrinter.Format(item.Route.Nominal.MaximumRate, QuantityKinds.ChargeRate, 2), Number(item, Metric.MaterialCostId),
            ]),
        ],
    };

    private static Figure TradeOff(RouteComparison comparison, string cost)
    {
        var (x, y) = (Metric.All[Metric.IndexOf(cost)], Metric.All[Metric.IndexOf(Metric.SpecificEnergyId)]);
        return TradeOffFigure.Build(
            $"Specific energy against {x.Name}",
            new FigureAxis { Label = x.Name, Unit = QuantityPrinter.UnicodeUnit(x.Kind.DisplayUnit), Scale = AxisScaleKind.Logarithmic },
            new FigureAxis { Label = y.Name, Unit = y.Kind.DisplayUnit },
            new TradeOffDirection(HigherXIsBetter: false, HigherYIsBetter: true),
            [
                .. comparison.Routes.Select(item => new TradeOffPoint(Name(item), Display(item.Route.Summary(x.Id).Value, x), Display(item.Route.Summary(y.Id).Value, y))
                {
                    XRange = Range(item.Route.Summary(x.Id), x), YRange = Range(item.Route.Summary(y.Id), y),
                }),
            ]);
    }

    private static RouteResistance Resistances(Comparing.RankedRoute item) => new(
        Name(item), [.. ResistanceParts.All.Select(part => (part.Name(), item.Route.Nominal.Resistance(part) / QuantityKinds.AreaSpecificResistance.DisplayFactor))]);

    private static (double Low, double High)? Range(MetricSummary summary, Metric metric) =>
        summary.P05 == summary.P95 ? null : (Display(summary.P05, metric), Display(summary.P95, metric));

    private static string Number(Comparing.RankedRoute item, string id)
    {
        var metric = Metric.All[Metric.IndexOf(id)];
        return QuantityPrinter.Number(Display(item.Route.Summary(id).Value, metric));
    }

    private static double Display(double si, Metric metric) => QuantityPrinter.ToDisplay(si, metric.Kind);

    private static string Name(Comparing.RankedRoute item) => item.Route.Route.Document.Name;
}
