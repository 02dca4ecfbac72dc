namespace Electrolith.Routes.Figures.ReadyMade;

/// <summary>The resistance of one route, split into contributions.</summary>
/// <param name="Route">Name of the route.</param>
/// <param name="Parts">Contributions in Ω cm².</param>
public sealed record RouteResistance(string Route, IReadOnlyList<(string Name, double OhmSquareCentimetre)> Parts);

/// <summary>The resistances of several routes, one stacked bar each.</summary>
public static class ResistanceComparisonFigure
{
    private const int MostParts = 8;

    /// <summary>Builds the figure.</summary>
    /// <param name="title">Heading.</param>
    /// <param name="routes">Routes in the order in which they are shown from the top.</param>
    /// <returns>Stacked bars; contributions of the same name share a colour, and beyond eight names the smallest are added up as "other".</returns>
    public static Figure Build(string title, IReadOnlyList<RouteResistance> routes)
    {
        Dictionary<string, double[]> byName = Collect(routes);
        string[] kept = byName.Count <= MostParts
            ? [.. byName.Keys]
            : [.. byName.OrderByDescending(p => p.Value.Sum()).Take(MostParts - 1).Select(p => p.Key).Order(StringComparer.Ordinal)];
        List<FigureSeries> series = [.. kept.Select(name => new BarSeries { Name = name, Values = byName[name] })];
        double[] totals = [.. Enumerable.Range(0, routes.Count).Select(i => byName.Values.Sum(v => v[i]))];
        if (byName.Count > kept.Length)
        {
            double[] other = [.. Enumerable.Range(0, routes.Count).Select(i => byName.Where(p => !kept.Contains(p.Key)).Sum(p => p.Value[i]))];
            series.Add(new BarSeries { Name = "other", Values = other });
        }
        if (series.Count > 0)
        {
            series[^1] = (BarSeries)series[^1] with { EndLabels = [.. totals.Select(t => NumberText.Format(t) + " Ω cm²")] };
        }
        string all = string.Join("; ", routes.Select((r, i) => $"{r.Route} {NumberText.Format(totals[i])}"));
        return new Figure
        {
            Title = title,
            AltText = routes.Count == 0 ? "No routes." : $"Stacked bars of area-specific resistance in ohm square centimetre: {all}.",
            XAxis = new FigureAxis { Label = "Area-specific resistance", Unit = "Ω cm²", IncludesZero = true },
            YAxis = new FigureAxis { Categories = [.. routes.Select(r => r.Route)] },
            Series = series,
        };
    }

    private static Dictionary<string, double[]> Collect(IReadOnlyList<RouteResistance> routes)
    {
        Dictionary<string, double[]> byName = new(StringComparer.Ordinal);
        for (int i = 0; i < routes.Count; i++)
        {
            foreach ((string name, double value) in routes[i].Parts)
            {
                if (!byName.TryGetValue(name, out double[]? values))
                {
                    byName[name] = values = new double[routes.Count];
                }
                values[i] += double.IsFinite(value) ? value : 0;
            }
        }
        return byName;
    }
}
