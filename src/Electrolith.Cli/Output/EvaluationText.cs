using Electrolith.Routes.Comparing;
using Electrolith.Routes.Pipeline;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Cli.Output;

/// <summary>Prints an evaluated route.</summary>
internal static class EvaluationText
{
    private static readonly string[] Shown =
    [
        "specific-energy", "energy-density", "cell-energy", "cell-capacity", "cell-mass", "cell-thickness", "breathing", "average-voltage", "separator-thickness",
        "separator-conductivity", "area-specific-resistance", "voltage-drop", "specific-energy-at-rate", "maximum-rate", "critical-rate",
        "anode-interphase-thickness", "lithium-consumed", "material-cost", "process-energy-cost", "process-time", "process-yield",
    ];

    /// <summary>Writes a route.</summary>
    /// <param name="route">Evaluated route.</param>
    /// <param name="judgement">How it does against its application; null without one.</param>
    /// <param name="output">Where to.</param>
    public static void Write(RouteAssessment route, ScenarioJudgement? judgement, TextWriter output)
    {
        output.WriteLine(route.Route.Document.Name);
        if (route.Route.Document.Summary.Length > 0)
        {
            output.WriteParagraph(route.Route.Document.Summary);
        }

        output.WriteLine();
        WriteResults(route, output);
        WriteBudget(route, output);
        DischargeTable.Write(route.Discharge, output);
        WriteVerdict(route, judgement, output);
        StabilityTable.Write(route.Stability, output);
        if (route.Warnings.Length > 0)
        {
            output.WriteLine("Warnings");
            WriteList(route.Warnings.Select(warning => warning.Kind == WarningKind.Validity ? "outside the range of validity: " + warning.Text : warning.Text), output);
            output.WriteLine();
        }

        output.WriteLine($"{route.Route.SourceKeys().Length} sources: electrolith cite {route.Route.Document.Path}");
    }

    private static void WriteResults(RouteAssessment route, TextWriter output)
    {
        var hasSamples = route.Samples.Count > 0;
        var table = hasSamples ? new TextTable("result", ">value", ">5 %", ">95 %", "unit") : new TextTable("result", ">value", "unit");
        foreach (var id in Shown)
        {
            var index = Metric.IndexOf(id);
            var (metric, summary) = (Metric.All[index], route.Metrics[index]);
            if (double.IsFinite(summary.Value) && (summary.Value != 0 || summary.P95 != 0))
            {
                var cells = Interval.Cells(summary, metric.Kind);
                table.Add(hasSamples ? [metric.Name, .. cells] : [metric.Name, cells[0], cells[3]]);
            }
        }

        output.Write(table);
        output.WriteLine(hasSamples ? $"{route.Samples.Count} samples over {route.Route.Inputs.Count(input => input.IsSampled)} uncertain inputs" : "nominal inputs only; --samples 1000 adds intervals");
        output.WriteLine();
    }

    private static void WriteBudget(RouteAssessment route, TextWriter output)
    {
        var hasSamples = route.Samples.Count > 0;
        var table = hasSamples ? new TextTable("resistance, ohm cm2", ">value", ">5 %", ">95 %", ">share") : new TextTable("resistance, ohm cm2", ">value", ">share");
        foreach (var part in ResistanceParts.All.Where(part => route.Nominal.Resistance(part) > 0).OrderByDescending(part => route.Nominal.Resistance(part)))
        {
            var cells = Interval.Cells(route.Resistances[(int)part], Quantities.QuantityKinds.AreaSpecificResistance);
            var share = $"{route.Nominal.Resistance(part) / route.Nominal.AreaSpecificResistance * 100:F0} %";
            table.Add(hasSamples ? [part.Name(), cells[0], cells[1], cells[2], share] : [part.Name(), cells[0], share]);
        }

        output.Write(table);
        output.WriteLine();
    }

    private static void WriteVerdict(RouteAssessment route, ScenarioJudgement? judgement, TextWriter output)
    {
        if (judgement is not null)
        {
            output.WriteLine($"{judgement.Scenario.Name} ({judgement.Scenario.Id}): {(judgement.IsFeasible ? "keeps every assessed limit" : "not feasible")}"
                + (route.Samples.Count > 0 ? $", {judgement.Probability:P0} of the samples do" : ""));
        }

        WriteList(Reasons.Of(route, judgement), output);
        output.WriteLine();
    }

    private static void WriteList(IEnumerable<string> sentences, TextWriter output)
    {
        foreach (var sentence in sentences)
        {
            output.WriteItem(sentence);
        }
    }
}
