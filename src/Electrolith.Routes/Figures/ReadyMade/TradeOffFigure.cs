namespace Electrolith.Routes.Figures.ReadyMade;

/// <summary>One route in a trade-off.</summary>
/// <param name="Route">Name of the route.</param>
/// <param name="X">Value on the horizontal axis.</param>
/// <param name="Y">Value on the vertical axis.</param>
public sealed record TradeOffPoint(string Route, double X, double Y)
{
    /// <summary>p05 and p95 of X, or null.</summary>
    public (double Low, double High)? XRange { get; init; }

    /// <summary>p05 and p95 of Y, or null.</summary>
    public (double Low, double High)? YRange { get; init; }
}

/// <summary>Which way of the two axes is better.</summary>
/// <param name="HigherXIsBetter">Whether a larger X is preferred.</param>
/// <param name="HigherYIsBetter">Whether a larger Y is preferred.</param>
public sealed record TradeOffDirection(bool HigherXIsBetter, bool HigherYIsBetter);

/// <summary>Two goals against each other; routes that no other route beats in both are marked and joined.</summary>
public static class TradeOffFigure
{
    /// <summary>Builds the figure.</summary>
    /// <param name="title">Heading.</param>
    /// <param name="xAxis">Label, unit and scale of the horizontal goal.</param>
    /// <param name="yAxis">Label, unit and scale of the vertical goal.</param>
    /// <param name="direction">Which way is better.</param>
    /// <param name="routes">Routes; those with a value that is not finite are left out and named in a note.</param>
    /// <returns>Points with error crosses, labels and the Pareto front.</returns>
    public static Figure Build(
        string title, FigureAxis xAxis, FigureAxis yAxis, TradeOffDirection direction, IReadOnlyList<TradeOffPoint> routes)
    {
        TradeOffPoint[] shown = [.. routes.Where(r => double.IsFinite(r.X) && double.IsFinite(r.Y))];
        TradeOffPoint[] front = [.. Front(shown, direction).OrderBy(r => r.X).ThenBy(r => r.Y)];
        TradeOffPoint[] rest = [.. shown.Where(r => !front.Contains(r))];
        List<FigureSeries> series = [];
        if (front.Length > 1)
        {
            series.Add(new LineSeries { Colour = "#999999", Points = [.. Steps(front, direction)] });
        }
        if (front.Length > 0)
        {
            series.Add(new PointSeries { Name = "on the front: no route is better in both", Colour = "#0072B2", Points = [.. front.Select(Point)] });
        }
        if (rest.Length > 0)
        {
            series.Add(new PointSeries { Name = "another route is better in both", Colour = "#D55E00", Points = [.. rest.Select(Point)] });
        }
        string[] missing = [.. routes.Where(r => !shown.Contains(r)).Select(r => r.Route)];
        return new Figure
        {
            Title = title,
            AltText = shown.Length == 0 ? "No routes." : $"{shown.Length} routes; on the front: {string.Join(", ", front.Select(r => r.Route))}.",
            XAxis = xAxis with { Label = xAxis.Label + (direction.HigherXIsBetter ? " → better" : " ← better") },
            YAxis = yAxis with { Label = yAxis.Label + (direction.HigherYIsBetter ? " → better" : " ← better") },
            Series = series,
            PlotHeight = 400,
            Notes = missing.Length == 0 ? [] : [$"Without a value: {string.Join(", ", missing)}."],
        };
    }

    /// <summary>The routes that no other route beats: at least as good in both goals and better in one.</summary>
    /// <param name="routes">Routes with finite values.</param>
    /// <param name="direction">Which way is better.</param>
    /// <returns>The front in the order given.</returns>
    public static IReadOnlyList<TradeOffPoint> Front(IReadOnlyList<TradeOffPoint> routes, TradeOffDirection direction)
    {
        double sx = direction.HigherXIsBetter ? 1 : -1;
        double sy = direction.HigherYIsBetter ? 1 : -1;
        return
        [
            .. routes.Where(a => !routes.Any(b =>
                sx * b.X >= sx * a.X && sy * b.Y >= sy * a.Y && (sx * b.X > sx * a.X || sy * b.Y > sy * a.Y))),
        ];
    }

    private static FigurePoint Point(TradeOffPoint route) =>
        new(route.X, route.Y) { Label = route.Route, XRange = route.XRange, YRange = route.YRange };

    // Between two neighbours of the front lies what both still beat: a step through their worse corner.
    private static IEnumerable<(double X, double Y)> Steps(TradeOffPoint[] front, TradeOffDirection direction)
    {
        yield return (front[0].X, front[0].Y);
        for (int i = 1; i < front.Length; i++)
        {
            yield return direction.HigherXIsBetter ? (front[i - 1].X, front[i].Y) : (front[i].X, front[i - 1].Y);
            yield return (front[i].X, front[i].Y);
        }
    }
}
