using Electrolith.Industry.Scenarios;
using Electrolith.Quantities;
using Electrolith.Routes.Comparing;
using Electrolith.Routes.Figures.ReadyMade;
using Electrolith.Routes.Html;
using Electrolith.Routes.Pipeline;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Routes.Reporting;

/// <summary>The pages of one route.</summary>
internal static class RouteReport
{
    private static readonly string[] Cards = ["specific-energy", "energy-density", "area-specific-resistance", "maximum-rate", "material-cost"];
    private static readonly string[] Drivers = ["specific-energy", "area-specific-resistance", "material-cost"];

    /// <summary>Adds the sections of a route.</summary>
    /// <param name="page">Page.</param>
    /// <param name="route">Evaluated route.</param>
    /// <param name="judgement">How it does against its application; null without one.</param>
    /// <param name="isAlone">True when the page is about this route only.</param>
    public static void Add(HtmlPage page, RouteAssessment route, ScenarioJudgement? judgement, bool isAlone)
    {
        page.Section(isAlone ? "Results" : route.Route.Document.Name, section =>
        {
            if (!isAlone && route.Route.Document.Summary.Length > 0)
            {
                section.Paragraph(route.Route.Document.Summary);
            }

            section.KeyFigures([.. Cards.Select(id => Card(route, id))]);
            AddVerdict(section, judgement);
            section.List(Reasons.Of(route, judgement));
            if (route.Warnings.Length > 0)
            {
                section.Warning("What a specialist would warn of", [.. route.Warnings.Select(warning => warning.Kind == WarningKind.Validity ? $"outside the range of validity: {warning.Text}" : warning.Text)]);
            }

            StabilitySection.Add(section, route);
            section.Figure(Budget(route), "Area-specific resistance by cause at the route's temperature, pressure and age; whiskers are the 5th to the 95th percentile.");
            section.Figure(EnergyMap.Build(route), "Specific energy of the cell over areal loading and separator thickness, everything else as in the route; the marker is the route.");
            AddDrivers(section, route);
            section.Details("All results", inner => inner.Table(ResultTable(route)));
            section.Details("Cost by material", inner => inner.Table(CostTable(route)));
            section.Details($"All {route.Route.Inputs.Length} inputs with source and status", inner => inner.Table(InputTable(route)));
        });
    }

    private static HtmlKeyFigure Card(RouteAssessment route, string id)
    {
        var index = Metric.IndexOf(id);
        var (metric, summary) = (Metric.All[index], route.Metrics[index]);
        var note = summary.P05 == summary.P95 ? "" : $"{Text(summary.P05, metric.Kind)} to {Text(summary.P95, metric.Kind)}";
        return new HtmlKeyFigure(metric.Name, Text(summary.Value, metric.Kind), note);
    }

    private static void AddVerdict(HtmlSection section, ScenarioJudgement? judgement)
    {
        if (judgement is null)
        {
            return;
        }

        section.Heading($"{judgement.Scenario.Name}: {(judgement.IsFeasible ? "keeps every assessed limit" : "not feasible")}");
        section.Table(new HtmlTable
        {
            Caption = $"Limits of the application; {judgement.Probability:P0} of the samples keep all that are assessed.",
            Columns = [new("limit on"), new("limit"), new("result", true), new("samples that keep it", true), new("")],
            Rows =
            [
                .. judgement.Limits.Select(limit => (IReadOnlyList<HtmlCell>)
                [
                    limit.Finding.Limit.Criterion.Name,
                    new HtmlCell(limit.Finding.Limit.Text) { Badge = Badge(limit.Finding.Limit.Status), Link = "#source-" + limit.Finding.Limit.SourceKey },
                    limit.Finding.Value is { } value ? Text(value, limit.Finding.Limit.Criterion.Quantity) : "",
                    limit.Probability is { } share ? $"{share:P0}" : "",
                    limit.Finding.Outcome switch
                    {
                        LimitOutcome.Met => new HtmlCell("") { Badge = HtmlBadge.Met },
                        LimitOutcome.Missed => new HtmlCell("") { Badge = HtmlBadge.Missed },
                        _ => new HtmlCell("not assessed"),
                    },
                ]),
            ],
        });
    }

    private static Figures.Figure Budget(RouteAssessment route)
    {
        var scale = QuantityKinds.AreaSpecificResistance.DisplayFactor;
        return ResistanceBudgetFigure.Build("Resistance budget", [.. ResistanceParts.All.Where(part => route.Nominal.Resistance(part) > 0).Select(part =>
        {
            var summary = route.Resistances[(int)part];
            return (part.Name(), summary.Value / scale, summary.P05 / scale, summary.P95 / scale);
        })]);
    }

    private static void AddDrivers(HtmlSection section, RouteAssessment route)
    {
        foreach (var id in Drivers.Where(route.Drivers.ContainsKey))
        {
            var name = Metric.All[Metric.IndexOf(id)].Name;
            var inputs = route.Drivers[id].Where(item => Math.Abs(item.RankCorrelation) > 3 / Math.Sqrt(route.Samples.Count)).Select(item => new TornadoInput(item.Input.Name, item.RankCorrelation, item.Input.IsWeak)).ToList();
            if (inputs.Count > 0)
            {
                section.Figure(TornadoFigure.Build($"What drives the {name}", inputs, 10), $"Rank correlation of each uncertain input with the {name}; hollow bars are inputs that are only assumed or unconfirmed.");
            }
        }
    }

    private static HtmlTable ResultTable(RouteAssessment route) => new()
    {
        Columns = [new("result"), new("value", true), new("5 %", true), new("median", true), new("95 %", true)],
        Rows =
        [
            .. Metric.All.Select((metric, index) => (IReadOnlyList<HtmlCell>)
            [
                metric.Name, Text(route.Metrics[index].Value, metric.Kind), Text(route.Metrics[index].P05, metric.Kind),
                Text(route.Metrics[index].Median, metric.Kind), Text(route.Metrics[index].P95, metric.Kind),
            ]),
        ],
    };

    private static HtmlTable CostTable(RouteAssessment route) => new()
    {
        Caption = "Materials of one good cell, what is wasted included; no labour, equipment or building.",
        Columns = [new("material"), new("bought, g", true), new("price, USD/kg", true), new("USD per cell", true), new("share", true)],
        Rows =
        [
            .. route.Nominal.CostItems.OrderByDescending(item => item.CostPerCell).Select(item => (IReadOnlyList<HtmlCell>)
            [
                $"{item.Item.Name} ({item.Item.Id})", QuantityPrinter.Number(item.BoughtAmount * 1000), QuantityPrinter.Number(item.Item.Price),
                QuantityPrinter.Number(item.CostPerCell), $"{item.Share:P0}",
            ]),
        ],
    };

    private static HtmlTable InputTable(RouteAssessment route) => new()
    {
        Columns = [new("input"), new("value", true), new("range"), new("status"), new("source")],
        Rows =
        [
            .. route.Route.Inputs.OrderBy(input => input.Name, StringComparer.Ordinal).Select(input => (IReadOnlyList<HtmlCell>)
            [
                input.Name, Text(input.Estimate.Value, input.Kind),
                input.IsSampled ? $"{Text(input.Estimate.Low, input.Kind)} to {Text(input.Estimate.High, input.Kind)}, {SpreadName(input.Estimate.Spread)}" : "",
                new HtmlCell("") { Badge = Badge(input.Status) },
                new HtmlCell(input.SourceKey) { Link = input.SourceKey == "user" ? null : "#source-" + input.SourceKey, Note = input.Locator },
            ]),
        ],
    };

    private static string SpreadName(Spread spread) => spread switch
    {
        Spread.LogUniform => "even on a logarithmic axis",
        Spread.Uniform => "even",
        _ => "bell-shaped, 5 to 95 %",
    };

    /// <summary>The badge of a status.</summary>
    /// <param name="status">The status.</param>
    public static HtmlBadge Badge(ValueStatus status) => status == ValueStatus.UserGiven ? HtmlBadge.User : Enum.Parse<HtmlBadge>(status.ToString());

    /// <summary>A value with its unit; a dash when it is not limited.</summary>
    /// <param name="si">SI value.</param>
    /// <param name="kind">Kind of quantity.</param>
    public static string Text(double si, QuantityKind kind) => double.IsFinite(si) ? QuantityPrinter.FormatUnicode(si, kind) : "\u2013";
}
