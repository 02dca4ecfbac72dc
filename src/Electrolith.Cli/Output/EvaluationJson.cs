using System.Text.Json;
using Electrolith.Industry.Scenarios;
using Electrolith.Quantities;
using Electrolith.Routes.Comparing;
using Electrolith.Routes.Pipeline;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Cli.Output;

/// <summary>Evaluated routes and comparisons as JSON.</summary>
internal static class EvaluationJson
{
    /// <summary>Writes the members of one route into the current object.</summary>
    /// <param name="json">Writer.</param>
    /// <param name="route">Evaluated route.</param>
    /// <param name="judgement">How it does against an application; null without one.</param>
    /// <param name="withInputs">True to list every input.</param>
    public static void WriteRoute(Utf8JsonWriter json, RouteAssessment route, ScenarioJudgement? judgement, bool withInputs)
    {
        json.WriteString("name", route.Route.Document.Name);
        json.WriteString("file", route.Route.Document.Path);
        json.WriteNumber("samples", route.Samples.Count);
        json.WriteStartObject("results");
        for (var index = 0; index < Metric.All.Length; index++)
        {
            json.WriteQuantity(Metric.All[index].Id, route.Metrics[index], Metric.All[index].Kind);
        }

        json.WriteEndObject();
        json.WriteStartObject("resistances");
        foreach (var part in ResistanceParts.All)
        {
            json.WriteQuantity(part.Name().Replace(' ', '-'), route.Resistances[(int)part], QuantityKinds.AreaSpecificResistance);
        }

        json.WriteEndObject();
        DischargeTable.Write(json, route.Discharge);
        if (judgement is not null)
        {
            WriteJudgement(json, judgement);
        }

        WriteStrings(json, "reasons", Reasons.Of(route, judgement));
        StabilityTable.Write(json, route.Stability);
        WriteWarnings(json, route.Warnings);
        WriteStrings(json, "sources", route.Route.SourceKeys());
        if (withInputs)
        {
            WriteInputs(json, route);
        }
    }

    private static void WriteWarnings(Utf8JsonWriter json, IEnumerable<RouteWarning> warnings)
    {
        json.WriteStartArray("warnings");
        foreach (var warning in warnings)
        {
            json.WriteStartObject();
            json.WriteString("kind", warning.Kind == WarningKind.Validity ? "validity" : "design");
            json.WriteString("text", warning.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteJudgement(Utf8JsonWriter json, ScenarioJudgement judgement)
    {
        json.WriteStartObject("application");
        json.WriteString("id", judgement.Scenario.Id);
        json.WriteBoolean("feasible", judgement.IsFeasible);
        json.WriteNumber("probability", Math.Round(judgement.Probability, 6));
        json.WriteStartArray("limits");
        foreach (var (finding, probability) in judgement.Limits)
        {
            json.WriteStartObject();
            json.WriteString("criterion", finding.Limit.Criterion.Id);
            json.WriteString("limit", finding.Limit.Text);
            json.WriteString("outcome", finding.Outcome switch { LimitOutcome.Met => "met", LimitOutcome.Missed => "missed", _ => "not-assessed" });
            if (finding.Value is { } value)
            {
                json.WriteQuantity("result", value, finding.Limit.Criterion.Quantity);
            }

            if (probability is { } share)
            {
                json.WriteNumber("probability", Math.Round(share, 6));
            }

            json.WriteString("status", MaterialText.Status(finding.Limit.Status));
            json.WriteString("source", finding.Limit.SourceKey);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteInputs(Utf8JsonWriter json, RouteAssessment route)
    {
        json.WriteStartArray("inputs");
        foreach (var input in route.Route.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("name", input.Name);
            json.WriteQuantity("quantity", input.Estimate, input.Kind);
            json.WriteString("status", MaterialText.Status(input.Status));
            json.WriteString("source", input.SourceKey);
            json.WriteText("locator", input.Locator);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("drivers");
        foreach (var (metric, list) in route.Drivers.OrderBy(item => item.Key, StringComparer.Ordinal))
        {
            json.WriteStartArray(metric);
            foreach (var item in list.Take(10))
            {
                json.WriteStartObject();
                json.WriteString("input", item.Input.Name);
                json.WriteNumber("rankCorrelation", Math.Round(item.RankCorrelation, 4));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }
}
