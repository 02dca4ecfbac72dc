using Electrolith.Industry.Scenarios;
using Electrolith.Quantities;
using Electrolith.Routes.Comparing;

namespace Electrolith.Cli.Output;

/// <summary>Prints a comparison.</summary>
internal static class ComparisonText
{
    /// <summary>Writes a comparison.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="output">Where to.</param>
    public static void Write(RouteComparison comparison, TextWriter output)
    {
        var samples = comparison.Routes.Min(item => item.Route.Samples.Count);
        output.WriteLine($"{comparison.Scenario.Name} ({comparison.Scenario.Id})");
        output.WriteParagraph("Limits: " + string.Join("; ", comparison.Scenario.Limits.Select(limit => $"{limit.Criterion.Name} {limit.Text}{(limit.Status is ValueStatus.Unconfirmed or ValueStatus.Assumed ? "*" : "")}")));
        output.WriteParagraph("Weights: " + string.Join(", ", comparison.Scenario.Weights.Select(item => $"{item.Criterion.Name} {item.Weight:P0}")));
        output.WriteLine("* assumed or unconfirmed");
        output.WriteLine();
        WriteTable(comparison, samples, output);
        output.WriteLine();
        foreach (var item in comparison.Routes)
        {
            output.WriteLine($"{item.Rank}. {item.Route.Route.Document.Name}");
            foreach (var reason in Reasons.Short(item.Route, item.Judgement))
            {
                output.WriteParagraph(reason, "     ", "   - ");
            }
        }

        if (comparison.Routes[0].Judgement.Limits.Any(limit => limit.Finding.Outcome == LimitOutcome.NotAssessed))
        {
            output.WriteLine();
            output.WriteLine("Not assessed by this version: " + string.Join(", ", comparison.Routes[0].Judgement.Limits
                .Where(limit => limit.Finding.Outcome == LimitOutcome.NotAssessed).Select(limit => limit.Finding.Limit.Criterion.Name)));
        }
    }

    private static void WriteTable(RouteComparison comparison, int samples, TextWriter output)
    {
        var ranking = samples > 0 ? new TextTable(">", "route", ">score", ">5 %", ">95 %", ">pass", ">first", ">front") : new TextTable(">", "route", ">score", ">pass", ">front");
        var results = new TextTable(">", "route", ">Wh/kg", ">Wh/L", ">ohm cm2", ">rate", ">USD/kWh");
        foreach (var item in comparison.Routes)
        {
            var (nominal, name) = (item.Route.Nominal, item.Route.Route.Document.Name);
            string[] interval = samples > 0 ? [$"{item.Score.P05:F2}", $"{item.Score.P95:F2}"] : [];
            string[] first = samples > 0 ? [$"{item.RankShares[0]:P0}"] : [];
            ranking.Add([item.Rank.ToString(), name, $"{item.Score.Value:F2}", .. interval, $"{item.Judgement.Probability:P0}", .. first, item.Front.ToString()]);
            results.Add(
                item.Rank.ToString(), name,
                Interval.Number(nominal.SpecificEnergy, QuantityKinds.SpecificEnergy), Interval.Number(nominal.EnergyDensity, QuantityKinds.VolumetricEnergy),
                Interval.Number(nominal.AreaSpecificResistance, QuantityKinds.AreaSpecificResistance), QuantityPrinter.Format(nominal.MaximumRate, QuantityKinds.ChargeRate, 2),
                Interval.Number(nominal.MaterialCost, QuantityKinds.MoneyPerEnergy));
        }

        output.Write(ranking);
        output.WriteParagraph("score: TOPSIS between fixed bounds; " + (samples > 0
            ? $"{samples} samples; pass: share of samples that keep every assessed limit; first: share in which the route scores best;"
            : "pass: nominal inputs keep every assessed limit;") + " front: Pareto front by the weighted criteria");
        output.WriteLine();
        output.Write(results);
        output.WriteLine("rate: fastest within the polarisation limit and the critical current density;");
        output.WriteLine("USD/kWh: materials only");
    }
}
