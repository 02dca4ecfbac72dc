using Electrolith.Quantities;
using Electrolith.Routes.Comparing;

namespace Electrolith.Cli.Output;

/// <summary>A comparison as JSON.</summary>
internal static class ComparisonJson
{
    /// <summary>Writes a comparison.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="output">Where to.</param>
    public static void Write(RouteComparison comparison, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteString("application", comparison.Scenario.Id);
        json.WriteStartArray("routes");
        foreach (var item in comparison.Routes)
        {
            json.WriteStartObject();
            json.WriteNumber("rank", item.Rank);
            json.WriteQuantity("score", item.Score, QuantityKinds.Dimensionless);
            json.WriteNumber("front", item.Front);
            json.WriteStartArray("rankShares");
            foreach (var share in item.RankShares)
            {
                json.WriteNumberValue(Math.Round(share, 6));
            }

            json.WriteEndArray();
            EvaluationJson.WriteRoute(json, item.Route, item.Judgement, withInputs: false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
