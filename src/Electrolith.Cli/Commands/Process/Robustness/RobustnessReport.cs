using Electrolith.Processing.Recipes;
using Electrolith.Processing.Robustness;
using Electrolith.Routes.Html;

namespace Electrolith.Cli.Commands.Process.Robustness;

/// <summary>The report of a robustness study: one page, all figures inside.</summary>
internal static class RobustnessReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="view">The study.</param>
    public static string Write(RobustnessView view)
    {
        var study = view.Study;
        var page = new HtmlPage($"Robustness of {view.Recipe.Title}")
        {
            Lead = $"{study.Samples.Pieces} pieces in {study.Samples.Finished.Length} lots of {study.Samples.PiecesPerLot}, seed {view.Options.Seed}"
                + (study.Samples.Failed > 0 ? $"; {study.Samples.Failed} could not be made" : "") + (study.IsComplete ? "." : ". INTERRUPTED: it holds for what was finished."),
        };
        if (study.Yield is { } yield)
        {
            page.Section("Limits", section => Limits(section, study, yield));
        }

        page.Section("Results", section => Results(section, view));
        page.Section("What varies", section => Inputs(section, study));
        return page.ToHtml();
    }

    private static void Limits(HtmlSection section, RobustnessResult study, YieldEstimate yield)
    {
        section.KeyFigures([new HtmlKeyFigure("pieces that keep all limits", $"{yield.All.Value * 100:F1} %", $"95 %: {yield.All.Low * 100:F1} to {yield.All.High * 100:F1} %"), new HtmlKeyFigure("rolled yield", $"{yield.Rolled * 100:F1} %", "if limits failed independently")]);
        section.Table(new HtmlTable
        {
            Columns = [new("limit"), new("Cp", true), new("Cpk", true), new("Pp", true), new("Ppk", true), new("keep it", true)],
            Rows =
            [
                .. study.Specifications.Select((limit, place) => (study.Capabilities[place], yield.Each[place], $"{limit}")).Select(IReadOnlyList<HtmlCell> (row) =>
                [
                    row.Item3, RobustnessText.Index(row.Item1.Cp), RobustnessText.Index(row.Item1.Cpk), RobustnessText.Index(row.Item1.Pp), RobustnessText.Index(row.Item1.Ppk),
                    FormattableString.Invariant($"{row.Item2.Value * 100:F1} % ({row.Item2.Low * 100:F1}..{row.Item2.High * 100:F1})"),
                ]),
            ],
        });
        section.List([.. study.Specifications.Select((limit, place) => RobustnessText.Shape(limit, study.Capabilities[place])).OfType<string>()]);
        if (study.Samples.Failed > 0)
        {
            section.Warning("Pieces that could not be made count as bad", [.. study.Samples.Failures.Select(failure => $"{failure.Count}: {failure.Reason}")]);
        }
    }

    private static void Results(HtmlSection section, RobustnessView view)
    {
        var study = view.Study;
        for (var place = 0; place < study.Spreads.Length; place++)
        {
            var result = study.Spreads[place].Result;
            double[] values = [.. study.Samples.ByLot(RecipeResults.All.IndexOf(result)).SelectMany(lot => lot)];
            section.Heading(result.Name);
            section.Figure(RobustnessFigures.Histogram(view.Recipe.Id, result, values, study.Specifications.FirstOrDefault(item => item.Result == result)), $"Pieces by {result.Name}.");
            section.Figure(RobustnessFigures.Tornado(view, place), "One input at a time, from its 5th to its 95th percentile.");
            if (study.Sensitivity?.Results.FirstOrDefault(item => item.Result == result) is { } causes)
            {
                section.Figure(RobustnessFigures.Sobol(view.Recipe.Id, study.Sensitivity, causes), "Shares of the variance; grey bars are indistinguishable from zero.");
            }
        }

        section.Heading("Would half the samples have said the same?");
        section.List([.. RobustnessText.Stability(study)]);
    }

    private static void Inputs(HtmlSection section, RobustnessResult study) => section.Table(new HtmlTable
    {
        Columns = [new("input"), new("5 to 95 % of the pieces"), new("between lots", true), new("why")],
        Rows =
        [
            .. study.Inputs.Select(IReadOnlyList<HtmlCell> (input) =>
            [
                input.Path, RobustnessText.Scatter(input), $"{input.BetweenShare * 100:F0} %",
                new HtmlCell(input.Reason) { Badge = input.Origin == InputOrigin.Assumed ? HtmlBadge.Assumed : HtmlBadge.None },
            ]),
        ],
    });
}
