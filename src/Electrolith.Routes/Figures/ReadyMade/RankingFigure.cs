namespace Electrolith.Routes.Figures.ReadyMade;

/// <summary>The score of one route.</summary>
/// <param name="Route">Name of the route.</param>
/// <param name="Low">p05 of the score.</param>
/// <param name="Middle">p50 of the score.</param>
/// <param name="High">p95 of the score.</param>
/// <param name="IsFeasible">Whether the route meets every constraint.</param>
public sealed record RankedRoute(string Route, double Low, double Middle, double High, bool IsFeasible);

/// <summary>Routes by score, the best on top; routes that miss a constraint are hollow and below.</summary>
public static class RankingFigure
{
    /// <summary>Builds the figure.</summary>
    /// <param name="title">Heading.</param>
    /// <param name="routes">Routes in any order.</param>
    /// <param name="scoreLabel">What the score is; higher is better.</param>
    /// <returns>Intervals from p05 over p50 to p95.</returns>
    public static Figure Build(string title, IReadOnlyList<RankedRoute> routes, string scoreLabel = "Score (higher is better)")
    {
        RankedRoute[] sorted =
        [
            .. routes.OrderByDescending(r => r.IsFeasible)
                .ThenByDescending(r => double.IsFinite(r.Middle) ? r.Middle : double.NegativeInfinity)
                .ThenBy(r => r.Route, StringComparer.Ordinal),
        ];
        FigureSeries[] series =
        [
            .. new[] { Pick(sorted, isFeasible: true), Pick(sorted, isFeasible: false) }.Where(s => s.Items.Count > 0),
        ];
        string order = string.Join("; ", sorted.Select((r, i) => $"{i + 1}. {r.Route} {NumberText.Format(r.Middle)}{(r.IsFeasible ? "" : " (not feasible)")}"));
        return new Figure
        {
            Title = title,
            AltText = sorted.Length == 0 ? "No routes." : $"Routes by score: {order}.",
            XAxis = new FigureAxis { Label = scoreLabel },
            YAxis = new FigureAxis { Categories = [.. sorted.Select(r => r.Route)] },
            Series = series,
            Notes = sorted.Length == 0 ? [] : ["Marker: p50; line: p05 to p95. Overlapping lines mean that the order is not certain."],
        };
    }

    private static string Score(double value) =>
        !double.IsFinite(value) ? "no value" : Math.Abs(value) is > 0.01 and < 10 ? NumberText.Fixed(value, 2) : NumberText.Format(value);

    private static IntervalSeries Pick(RankedRoute[] sorted, bool isFeasible)
    {
        int[] own = [.. Enumerable.Range(0, sorted.Length).Where(i => sorted[i].IsFeasible == isFeasible)];
        return new IntervalSeries
        {
            Name = isFeasible ? "feasible" : "misses a constraint",
            Style = isFeasible ? SeriesStyle.Model : SeriesStyle.Assumed,
            Items = [.. own.Select(i => (i, sorted[i].Low, sorted[i].Middle, sorted[i].High))],
            EndLabels = [.. own.Select(i => Score(sorted[i].Middle))],
        };
    }
}
