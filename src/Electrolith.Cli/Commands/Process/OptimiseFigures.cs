using Electrolith.Processing.Choosing;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities;
using Electrolith.Routes.Figures;

namespace Electrolith.Cli.Commands.Process;

/// <summary>Figures of schedules: a map for two parameters, profiles for more, compromises for several goals.</summary>
internal static class OptimiseFigures
{
    private const int Grid = 32;

    /// <summary>The goal around the best schedule.</summary>
    /// <param name="optimum">The best schedule.</param>
    public static Figure Optimum(ScheduleOptimum optimum) => optimum.Problem.Varied.Length == 2 ? Map(optimum) : Profiles(optimum);

    /// <summary>The compromises between the first two goals.</summary>
    /// <param name="front">The compromises.</param>
    public static Figure Front(ScheduleFront front)
    {
        var (first, second) = (front.Problem.Goals[0].Result, front.Problem.Goals[1].Result);
        FigurePoint Point(Schedule schedule, string label) => new(QuantityPrinter.ToDisplay(schedule.Goals[0], first.Kind), QuantityPrinter.ToDisplay(schedule.Goals[1], second.Kind)) { Label = label };
        var written = ScheduleOptimiser.AsWritten(front.Problem);
        var series = new List<FigureSeries>
        {
            new PointSeries { Name = "compromises", Points = [.. front.Schedules.Where((_, i) => i != front.Knee).Select(schedule => Point(schedule, ""))] },
        };
        if (front.Knee >= 0)
        {
            series.Add(new PointSeries { Name = "suggested", Points = [Point(front.Schedules[front.Knee], "knee")] });
        }

        if (written.Lot is not null)
        {
            series.Add(new PointSeries { Name = $"recipe as written{(written.IsFeasible ? "" : " (misses limits)")}", Style = SeriesStyle.Assumed, Points = [Point(written, "")] });
        }

        return new Figure
        {
            Title = $"Compromises of {front.Problem.Recipe.Id}",
            AltText = $"{first.Name} against {second.Name} of the schedules that nothing beats in both",
            XAxis = Axis(first),
            YAxis = Axis(second),
            Series = series,
            Notes = [$"goals: {string.Join(", ", front.Problem.Goals.Select(goal => $"{(goal.IsMaximised ? "large" : "small")} {goal.Result.Name}"))}"],
        };
    }

    private static Figure Map(ScheduleOptimum optimum)
    {
        var (problem, goal) = (optimum.Problem, optimum.Problem.Goals[0]);
        var (across, upwards) = (problem.Varied[0], problem.Varied[1]);
        var values = new double[Grid, Grid];
        double[][,] margins = [.. problem.Limits.Select(_ => new double[Grid, Grid])];
        double Share(int i) => i / (Grid - 1.0);
        Parallel.For(0, Grid, i =>
        {
            for (var j = 0; j < Grid; j++)
            {
                var found = problem.Evaluate([Share(i), Share(j)]);
                values[i, j] = QuantityPrinter.ToDisplay(goal.Value(found.Objectives[0]), goal.Result.Kind);
                for (var k = 0; k < margins.Length; k++)
                {
                    margins[k][i, j] = found.Excesses[k];
                }
            }
        });
        double[] Ticks(VariedParameter varied) => [.. Enumerable.Range(0, Grid).Select(i => QuantityPrinter.ToDisplay(varied.At(Share(i)), varied.Kind))];
        var (xs, ys) = (Ticks(across), Ticks(upwards));
        double Of(VariedParameter varied) => QuantityPrinter.ToDisplay(optimum.Best.Values[varied.Index], varied.Kind);
        return new Figure
        {
            Title = $"{Words(goal.Result.Name)} of {problem.Recipe.Id}",
            AltText = $"{goal.Result.Name} over {across.Path} and {upwards.Path}; each line is where a limit just holds, the point is the chosen schedule",
            XAxis = Axis(across),
            YAxis = Axis(upwards),
            Series =
            [
                new HeatMapSeries { Xs = xs, Ys = ys, Values = values, ValueLabel = $"{Words(goal.Result.Name)}, {goal.Result.Kind.DisplayUnit}" },
                .. problem.Limits.Select((limit, k) => new ContourSeries { Name = limit.ToString(), Xs = xs, Ys = ys, Values = margins[k], Levels = [0], ShowsLevels = false }),
                new PointSeries { Name = optimum.Best.IsFeasible ? "chosen" : "violates the limits least", Points = [new FigurePoint(Of(across), Of(upwards))] },
            ],
            Notes = problem.Limits.Length > 0 ? ["a line is where its limit just holds"] : [],
        };
    }

    private static Figure Profiles(ScheduleOptimum optimum)
    {
        var (problem, goal) = (optimum.Problem, optimum.Problem.Goals[0]);
        double[] best = [.. problem.Varied.Select(varied => varied.ShareOf(optimum.Best.Values[varied.Index]))];
        var series = new List<FigureSeries>();
        for (var k = 0; k < best.Length; k++)
        {
            var line = new (double Share, double Value, bool IsFeasible)[(2 * Grid) + 1];
            Parallel.For(0, line.Length, i =>
            {
                var position = (double[])best.Clone();
                position[k] = i / (line.Length - 1.0);
                var found = problem.Evaluate(position);
                line[i] = (position[k] * 100, QuantityPrinter.ToDisplay(goal.Value(found.Objectives[0]), goal.Result.Kind), found.IsFeasible);
            });
            var varied = problem.Varied[k];
            series.Add(new LineSeries { Name = $"{varied.Path}, {OptimiseText.Range(varied)}", Points = [.. line.Select(item => (item.Share, item.IsFeasible ? item.Value : double.NaN))], Colour = Colours[k % Colours.Length] });
            series.Add(new LineSeries { Points = [.. line.Select(item => (item.Share, item.Value))], Style = SeriesStyle.Extrapolated, Colour = Colours[k % Colours.Length] });
        }

        return new Figure
        {
            Title = $"{Words(goal.Result.Name)} around the chosen schedule of {problem.Recipe.Id}",
            AltText = $"{goal.Result.Name} while one parameter moves through its range and the others stay; full lines meet all limits",
            XAxis = new FigureAxis { Label = "share of the range", Unit = "%" },
            YAxis = Axis(goal.Result),
            Series = series,
            Notes = ["dashed: a limit is missed"],
        };
    }

    // Okabe and Ito, without yellow and black.
    private static readonly string[] Colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"];

    private static string Words(string name) => name.Replace('-', ' ').Replace('.', ' ');

    private static FigureAxis Axis(RecipeResult result) => new() { Label = Words(result.Name), Unit = result.Kind.DisplayUnit };

    private static FigureAxis Axis(VariedParameter varied) => new() { Label = Words(varied.Path), Unit = varied.Kind.DisplayUnit, Scale = varied.IsLogarithmic ? AxisScaleKind.Logarithmic : AxisScaleKind.Linear };
}
