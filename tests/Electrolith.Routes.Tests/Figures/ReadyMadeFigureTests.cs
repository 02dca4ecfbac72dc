using System.Xml.Linq;
using Electrolith.Routes.Figures;
using Electrolith.Routes.Figures.ReadyMade;

namespace Electrolith.Routes.Tests.Figures;

public sealed class ReadyMadeFigureTests
{
    [Fact]
    public void A_resistance_budget_is_sorted_and_carries_shares_of_the_sum()
    {
        Figure figure = ResistanceBudgetFigure.Build("T", [("small", 1, 0.5, 2), ("broken", double.NaN, 0, 0), ("large", 3, 2, 5)]);
        Assert.Equal(["large", "small", "broken"], figure.YAxis.Categories);
        BarSeries bars = Assert.IsType<BarSeries>(Assert.Single(figure.Series));
        Assert.Equal(["3 Ω cm² · 75 %", "1 Ω cm² · 25 %", "no value"], bars.EndLabels);
        Assert.Equal((2.0, 5.0), bars.Whiskers[0]);
        Assert.Equal("Sum: 4 Ω cm². Whiskers: p05 to p95.", Assert.Single(figure.Notes));
        RendererTests.CheckPlaces(SvgRenderer.Render(figure));
    }

    [Fact]
    public void A_comparison_keeps_the_sum_when_small_parts_are_added_up()
    {
        RouteResistance[] routes = [.. Enumerable.Range(0, 3).Select(r => new RouteResistance("route " + r, [.. Enumerable.Range(1, 12).Select(i => ("part " + i, (double)i * (r + 1)))]))];
        Figure figure = ResistanceComparisonFigure.Build("T", routes);
        Assert.Equal(8, figure.Series.Count);
        Assert.Equal("other", figure.Series[^1].Name);
        for (int r = 0; r < 3; r++)
        {
            Assert.Equal(78.0 * (r + 1), figure.Series.Cast<BarSeries>().Sum(s => s.Values[r]), 1e-12);
        }
        Assert.Equal("156 Ω cm²", ((BarSeries)figure.Series[^1]).EndLabels[1]);
    }

    [Fact]
    public void An_energy_map_has_lines_every_fifty_and_shows_where_no_cell_exists()
    {
        double[,] values = { { 120, 180 }, { 260, double.NaN } };
        Figure figure = EnergyMapFigure.Build([1, 2], [10, 20], values, 1.5, 15, "here");
        Assert.Equal([150.0, 200.0, 250.0], figure.Series.OfType<ContourSeries>().Single().Levels);
        Assert.Contains(figure.Notes, n => n.StartsWith("White", StringComparison.Ordinal));
        Assert.Contains(">here<", SvgRenderer.Render(figure));
        Figure outside = EnergyMapFigure.Build([1, 2], [10, 20], values, 9, 15, "far");
        Assert.Empty(outside.Series.OfType<PointSeries>());
        Assert.Contains(outside.Notes, n => n.StartsWith("far lies outside", StringComparison.Ordinal));
    }

    [Fact]
    public void A_ranking_puts_feasible_routes_first_and_the_others_hollow()
    {
        Figure figure = RankingFigure.Build("T", [new("bad", 0.8, 0.9, 1, false), new("b", 0.1, 0.2, 0.3, true), new("a", 0.4, 0.5, 0.6, true)]);
        Assert.Equal(["a", "b", "bad"], figure.YAxis.Categories);
        Assert.Equal([SeriesStyle.Model, SeriesStyle.Assumed], figure.Series.Select(s => s.Style));
    }

    [Fact]
    public void The_front_of_a_trade_off_holds_the_routes_that_nobody_beats()
    {
        TradeOffPoint[] routes = [new("cheap", 1, 1), new("good", 3, 5), new("beaten", 4, 4), new("twin", 3, 5), new("gone", double.NaN, 1)];
        Figure figure = TradeOffFigure.Build("T", new() { Label = "cost" }, new() { Label = "energy" }, new(false, true), routes);
        PointSeries[] points = [.. figure.Series.OfType<PointSeries>()];
        Assert.Equal(["cheap", "good", "twin"], points[0].Points.Select(p => p.Label));
        Assert.Equal(["beaten"], points[1].Points.Select(p => p.Label));
        Assert.Equal((3.0, 1.0), figure.Series.OfType<LineSeries>().Single().Points[1]);
        Assert.Equal("Without a value: gone.", Assert.Single(figure.Notes));
    }

    [Fact]
    public void A_tornado_is_sorted_by_strength_and_marks_assumptions()
    {
        Figure figure = TornadoFigure.Build("T", [new("weak", 0.1, false), new("strong", -0.9, true), new("none", double.NaN, false), new("dust", 0.01, false)], most: 2);
        Assert.Equal(["strong", "weak"], figure.YAxis.Categories);
        BarSeries assumed = Assert.Single(figure.Series.OfType<BarSeries>(), s => s.Style == SeriesStyle.Assumed);
        Assert.Equal([-0.9, double.NaN], assumed.Values);
        Assert.Equal(["−0.90", "+0.10"], assumed.EndLabels);
        Assert.Equal("1 weaker input is not shown.", Assert.Single(figure.Notes));
    }

    [Fact]
    public void Rank_shares_are_stacked_to_one_hundred_percent()
    {
        Figure figure = RankAcceptabilityFigure.Build("T", [("b", [0.25, 0.75]), ("a", [0.75, 0.25])]);
        Assert.Equal(["a", "b"], figure.YAxis.Categories);
        Assert.Equal(100, figure.Series.Cast<BarSeries>().Sum(s => s.Values[0]), 1e-12);
        Assert.Empty(figure.Notes);
        Assert.Single(RankAcceptabilityFigure.Build("T", [("a", [0.5, 0.1])]).Notes);
    }

    [Fact]
    public void Every_figure_takes_an_empty_list()
    {
        Figure[] figures =
        [
            ResistanceBudgetFigure.Build("T", []), ResistanceComparisonFigure.Build("T", []), RankingFigure.Build("T", []),
            TradeOffFigure.Build("T", new(), new(), new(true, true), []), TornadoFigure.Build("T", []), RankAcceptabilityFigure.Build("T", []),
        ];
        Assert.All(figures, f => Assert.Contains("no data", RendererTests.CheckPlaces(SvgRenderer.Render(f)).ToString()));
    }

    [Fact]
    public void Nine_long_names_keep_their_rows_apart()
    {
        string name = "A route with a very long name that says everything about its electrolyte, cathode, anode and way of making";
        XElement root = RendererTests.CheckPlaces(SvgRenderer.Render(RankingFigure.Build("T", [.. Enumerable.Range(0, 9).Select(i => new RankedRoute(name + i, 0.1, 0.2, 0.3, true))])));
        double[] rows = [.. root.Descendants().Where(e => e.Name.LocalName == "text" && e.Attribute("text-anchor")?.Value == "end").Select(e => double.Parse(e.Attribute("y")!.Value)).Order()];
        Assert.Equal(27, rows.Length);
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 14));
    }
}
