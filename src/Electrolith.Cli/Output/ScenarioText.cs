using Electrolith.Industry.Scenarios;

namespace Electrolith.Cli.Output;

/// <summary>Prints an application.</summary>
internal static class ScenarioText
{
    /// <summary>Writes limits and weights with their sources.</summary>
    /// <param name="scenario">The application.</param>
    /// <param name="json">JSON instead of text.</param>
    /// <param name="output">Where to.</param>
    public static void Write(Scenario scenario, bool json, TextWriter output)
    {
        if (json)
        {
            WriteJson(scenario, output);
            return;
        }

        output.WriteLine($"{scenario.Id}: {scenario.Name}");
        output.WriteParagraph(scenario.Summary);
        output.WriteLine();
        var table = new TextTable("limit on", "limit", "status", "source");
        foreach (var limit in scenario.Limits)
        {
            table.Add(limit.Criterion.Name, limit.Text, MaterialText.Status(limit.Status), limit.SourceKey);
        }

        output.Write(table);
        output.WriteLine();
        output.WriteParagraph("Weights (assumed): " + string.Join(", ", scenario.Weights.Select(item => $"{item.Criterion.Id} {item.Weight:P0}")));
    }

    private static void WriteJson(Scenario scenario, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteString("id", scenario.Id);
        json.WriteString("name", scenario.Name);
        json.WriteStartArray("limits");
        foreach (var limit in scenario.Limits)
        {
            json.WriteStartObject();
            json.WriteString("criterion", limit.Criterion.Id);
            json.WriteString("limit", limit.Text);
            json.WriteString("status", MaterialText.Status(limit.Status));
            json.WriteString("source", limit.SourceKey);
            json.WriteText("locator", limit.Locator);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("weights");
        foreach (var (criterion, weight) in scenario.Weights)
        {
            json.WriteNumber(criterion.Id, weight);
        }

        json.WriteEndObject();
    });
}
