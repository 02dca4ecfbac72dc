using Electrolith.Cli.Commands.Process.Robustness;
using Electrolith.Processing.Recipes;
using Electrolith.Processing.Sintering;
using Electrolith.Quantities;
using Electrolith.Routes.Figures;

namespace Electrolith.Cli.Commands.Process;

/// <summary>Figures of recipes.</summary>
internal static class RecipeFigures
{
    /// <summary>Density, grain size and lithium along a firing.</summary>
    /// <param name="recipe">Recipe.</param>
    /// <param name="firing">Its firing with history.</param>
    public static Figure Firing(RecipeRun recipe, SinterOutcome firing)
    {
        var (grain, lithium, peak) = (firing.Final.GrainSize, firing.History[0].Lithium, firing.History.Max(state => state.Temperature));
        IReadOnlyList<(double, double)> Line(Func<SinterState, double> value) => [.. firing.History.Select(state => (state.Time / 3600, value(state)))];
        return new Figure
        {
            Title = $"Firing of {recipe.Id}",
            AltText = "Relative density, grain size over its last value, lithium over its first value and temperature over its peak against time",
            XAxis = new FigureAxis { Label = "time", Unit = "h" },
            YAxis = new FigureAxis { Label = "share", IncludesZero = true },
            Series =
            [
                new LineSeries { Name = "relative density", Points = Line(state => state.Density) },
                new LineSeries { Name = FormattableString.Invariant($"grain size / {grain * 1e6:G3} um"), Points = Line(state => state.GrainSize / grain) },
                new LineSeries { Name = FormattableString.Invariant($"lithium / {lithium:F2} of the formula"), Points = Line(state => state.Lithium / lithium) },
                new LineSeries { Name = FormattableString.Invariant($"temperature (degC) / {peak - PhysicalConstants.ZeroCelsius:F0}"), Points = Line(state => (state.Temperature - PhysicalConstants.ZeroCelsius) / (peak - PhysicalConstants.ZeroCelsius)) },
            ],
        };
    }

    /// <summary>Conductivity over two parameters.</summary>
    /// <param name="map">The map.</param>
    public static Figure Map(RecipeMap map)
    {
        var values = new double[map.Xs.Length, map.Ys.Length];
        for (var i = 0; i < map.Xs.Length; i++)
        {
            for (var j = 0; j < map.Ys.Length; j++)
            {
                values[i, j] = map.Values[i, j] * 10;
            }
        }

        var (xs, xAxis) = Axis(map.X, map.Xs);
        var (ys, yAxis) = Axis(map.Y, map.Ys);
        return new Figure
        {
            Title = $"Conductivity of {map.Recipe.Id}",
            AltText = "Conductivity at 25 degC over two parameters of the recipe; the line encloses what is within a tenth of the best",
            XAxis = xAxis,
            YAxis = yAxis,
            Series =
            [
                new HeatMapSeries { Xs = xs, Ys = ys, Values = values, ValueLabel = "conductivity, mS/cm" },
                new ContourSeries { Name = "within a tenth of the best", Xs = xs, Ys = ys, Values = values, Levels = [9 * map.Best.Value], ShowsLevels = false },
            ],
        };
    }

    /// <summary>A result over two parameters with a line for every limit.</summary>
    /// <param name="window">The map.</param>
    /// <param name="shown">Result that colours it.</param>
    public static Figure Window(RecipeWindow window, RecipeResult shown)
    {
        double[,] Table(Func<int, int, double> value)
        {
            var table = new double[window.Grid, window.Grid];
            for (var i = 0; i < window.Grid; i++)
            {
                for (var j = 0; j < window.Grid; j++)
                {
                    table[i, j] = value(i, j);
                }
            }

            return table;
        }

        (double[] Values, FigureAxis Axis) Side(VariedParameter varied, IReadOnlyList<double> values)
        {
            var (unit, scale) = RobustnessFigures.Unit(varied.Kind, values);
            return ([.. values.Select(scale)], new FigureAxis { Label = Words(varied.Path), Unit = QuantityPrinter.UnicodeUnit(unit), Scale = varied.IsLogarithmic ? AxisScaleKind.Logarithmic : AxisScaleKind.Linear });
        }

        var ((xs, xAxis), (ys, yAxis)) = (Side(window.X, window.Xs), Side(window.Y, window.Ys));
        var colour = Table((i, j) => window.Result(i, j, shown));
        var (unit, scale) = RobustnessFigures.Unit(shown.Kind, [.. colour.Cast<double>()]);
        string[] inks = ["#D55E00", "#CC79A7", "#56B4E9", "#009E73", "#111111"];
        return new Figure
        {
            Title = $"{window.Recipe.Id}: {window.Share * 100:F0} % of the map keeps all limits",
            AltText = $"{Words(shown.Name)} over {window.X.Path} and {window.Y.Path}; each line is where a limit is just kept, the point lies in the island",
            XAxis = xAxis,
            YAxis = yAxis,
            Series =
            [
                new HeatMapSeries { Xs = xs, Ys = ys, Values = Table((i, j) => scale(colour[i, j])), ValueLabel = unit.Length > 0 ? $"{Words(shown.Name)}, {QuantityPrinter.UnicodeUnit(unit)}" : Words(shown.Name) },
                .. window.Limits.Select((limit, place) => new ContourSeries { Name = $"{limit}", Colour = inks[place % inks.Length], Xs = xs, Ys = ys, Values = Table((i, j) => window.Slack(i, j, limit)), Levels = [0], ShowsLevels = false }),
                .. window.Roomiest is { } at ? [new PointSeries { Name = "in the island, farthest from every limit", Colour = "#D55E00", Points = [new FigurePoint(xs[at.I], ys[at.J])] }] : Array.Empty<FigureSeries>(),
            ],
        };
    }

    private static string Words(string path) => path.Replace('.', ' ').Replace('-', ' ');

    private static (double[] Values, FigureAxis Axis) Axis(RecipeParameter parameter, double[] values)
    {
        var kind = parameter.Definition.Kind!;
        var label = parameter.Path.Replace('.', ' ').Replace('-', ' ');
        if (kind == QuantityKinds.Temperature)
        {
            return ([.. values.Select(value => value - PhysicalConstants.ZeroCelsius)], new FigureAxis { Label = label, Unit = "degC" });
        }

        var (scale, unit) = kind == QuantityKinds.Time ? (1 / 3600.0, "h") : kind == QuantityKinds.Pressure ? (1e-6, "MPa") : kind == QuantityKinds.Length ? (1e6, "um") : (1, "SI");
        return ([.. values.Select(value => value * scale)], new FigureAxis { Label = label, Unit = unit, Scale = AxisScaleKind.Logarithmic });
    }
}
