using Electrolith.Processing.Choosing.Trials;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities;
using Electrolith.Routes.Figures;

namespace Electrolith.Cli.Commands.Process;

/// <summary>What a model has learnt from trials, as a figure.</summary>
internal static class NextFigures
{
    private const int Points = 60;

    /// <summary>The first goal along the first setting through the first proposal, with its interval and the trials.</summary>
    /// <param name="advice">Advice with models.</param>
    public static Figure Slices(TrialAdvice advice)
    {
        var (question, model, first) = (advice.Question, advice.Models[0], advice.Proposals[0]);
        double[] through = [.. question.Varied.Select((item, k) => item.ShareOf(first.Settings[k]))];
        // Along the setting over which the expectation changes most: the others say less.
        var axis = Enumerable.Range(0, through.Length).MaxBy(k => Range(model, through, k));
        var varied = question.Varied[axis];
        double X(double share) => QuantityPrinter.ToDisplay(varied.At(share), varied.Kind);
        double Y(double si) => QuantityPrinter.ToDisplay(si, model.Result.Kind);
        var slice = Enumerable.Range(0, Points + 1).Select(i => i / (double)Points).Select(share => (X(share), model.Measurement(At(through, axis, share)))).ToArray();
        bool Meets(Trial trial) => advice.Infeasible.All(item => item.Trial != trial);
        FigurePoint[] Measured(bool meets) => [.. advice.Trials.Where(trial => trial.State == TrialState.Measured && trial.Results.ContainsKey(model.Result.Name) && Meets(trial) == meets && trial.Position[axis] is >= 0 and <= 1).Select(trial => new FigurePoint(X(trial.Position[axis]), Y(trial.Results[model.Result.Name])))];
        var series = new List<FigureSeries>
        {
            new BandSeries { Name = "95 % of measurements", Points = [.. slice.Select(item => (item.Item1, Y(item.Item2.Low), Y(item.Item2.High)))] },
            new LineSeries { Name = "expected", Points = [.. slice.Select(item => (item.Item1, Y(item.Item2.Mean)))] },
            new PointSeries { Name = "trials within the limits", Style = SeriesStyle.Measured, Points = Measured(meets: true) },
        };
        if (advice.Infeasible.Length > 0)
        {
            series.Add(new PointSeries { Name = "trials that miss a limit", Style = SeriesStyle.Assumed, Points = Measured(meets: false) });
        }

        series.Add(new PointSeries { Name = "proposed", Points = [.. advice.Proposals.Select((proposal, i) => new FigurePoint(QuantityPrinter.ToDisplay(proposal.Settings[axis], varied.Kind), Y(proposal.Expected[0].Mean)) { Label = $"next {i + 1}" })] });
        string[] others = [.. question.Varied.Where((_, k) => k != axis).Select(item => $"{item.Path} {item.Show(first.Settings[question.Varied.IndexOf(item)], 8)}")];
        return new Figure
        {
            Title = $"{model.Result.Name.Replace('-', ' ')} along {varied.Path}",
            AltText = "Expected value and 95 % interval along one setting through the first proposal, with the trials (at their own other settings) and the proposals",
            XAxis = new FigureAxis { Label = varied.Path.Replace('.', ' ').Replace('-', ' '), Unit = varied.Kind.DisplayUnit, Scale = varied.IsLogarithmic ? AxisScaleKind.Logarithmic : AxisScaleKind.Linear },
            YAxis = new FigureAxis { Label = model.Result.Name.Replace('-', ' '), Unit = model.Result.Kind.DisplayUnit, Scale = model.IsLogarithmic ? AxisScaleKind.Logarithmic : AxisScaleKind.Linear },
            Series = series,
            Notes = others.Length > 0 ? [$"line and band at {string.Join(", ", others)}; points at their own"] : [],
        };
    }

    private static double[] At(double[] through, int axis, double share)
    {
        var position = (double[])through.Clone();
        position[axis] = share;
        return position;
    }

    private static double Range(OutcomeModel model, double[] through, int axis)
    {
        double[] means = [.. Enumerable.Range(0, 11).Select(i => model.Predict(At(through, axis, i / 10.0)).Mean)];
        return means.Max() - means.Min();
    }
}
