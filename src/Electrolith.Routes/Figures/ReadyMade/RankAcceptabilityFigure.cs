namespace Electrolith.Routes.Figures.ReadyMade;

/// <summary>How often each route takes each rank when the inputs vary.</summary>
public static class RankAcceptabilityFigure
{
    /// <summary>Builds the figure.</summary>
    /// <param name="title">Heading.</param>
    /// <param name="routes">Per route the share of samples (0 to 1) at rank 1, 2, …; the shares of a route that is often infeasible may sum to less than one.</param>
    /// <returns>Stacked bars, the route that is most often first on top; every segment carries its rank.</returns>
    public static Figure Build(string title, IReadOnlyList<(string Route, IReadOnlyList<double> Shares)> routes)
    {
        (string Route, IReadOnlyList<double> Shares)[] sorted =
            [.. routes.OrderByDescending(r => r.Shares.Count > 0 ? r.Shares[0] : 0).ThenBy(r => MeanRank(r.Shares))];
        int ranks = sorted.Select(r => r.Shares.Count).DefaultIfEmpty(0).Max();
        List<FigureSeries> series = [];
        for (int rank = 0; rank < ranks; rank++)
        {
            int own = rank;
            series.Add(new BarSeries
            {
                Name = "rank " + (rank + 1),
                SegmentLabel = (rank + 1).ToString(),
                Colour = FigurePalette.Sequential(ranks == 1 ? 0 : (double)rank / (ranks - 1)),
                Values = [.. sorted.Select(r => own < r.Shares.Count ? 100 * r.Shares[own] : double.NaN)],
                EndLabels = rank == 0 ? [.. sorted.Select(r => r.Shares.Count > 0 ? "first: " + ShareText.Percent(r.Shares[0]) : "")] : [],
            });
        }
        return new Figure
        {
            Title = title,
            AltText = sorted.Length == 0 ? "No routes." : $"Share of samples in which each route is first: {string.Join("; ", sorted.Select(r => $"{r.Route} {(r.Shares.Count > 0 ? ShareText.Percent(r.Shares[0]) : "no value")}"))}.",
            XAxis = new FigureAxis { Label = "Share of samples", Unit = "%", Low = 0, High = 100 },
            YAxis = new FigureAxis { Categories = [.. sorted.Select(r => r.Route)] },
            Series = series,
            Notes = sorted.Any(r => r.Shares.Sum() < 0.9995) ? ["A bar that ends before 100 %: in the other samples the route has no rank."] : [],
        };
    }

    private static double MeanRank(IReadOnlyList<double> shares)
    {
        double sum = shares.Sum();
        return sum > 0 ? shares.Select((s, i) => s * (i + 1)).Sum() / sum : double.PositiveInfinity;
    }
}
