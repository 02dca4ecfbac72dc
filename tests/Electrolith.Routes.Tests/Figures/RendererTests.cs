using System.Xml.Linq;
using Electrolith.Routes.Figures;
using Electrolith.Routes.Figures.ReadyMade;

namespace Electrolith.Routes.Tests.Figures;

public sealed class RendererTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Text_from_outside_cannot_become_markup()
    {
        Figure figure = new()
        {
            Title = "<script>alert('x')</script> & \"more\"",
            AltText = "]]><b>",
            YAxis = new FigureAxis { Categories = ["<i>&\u0001\uD800"] },
            XAxis = new FigureAxis { Label = "<l>", Unit = "\"u\"" },
            Series = [new BarSeries { Name = "<n>", Values = [1], EndLabels = ["<e>"], Colour = "red\"/><script>" }],
            Notes = ["<note>"],
        };
        string text = SvgRenderer.Render(figure);
        XElement root = XDocument.Parse(text).Root!;
        Assert.DoesNotContain(root.Descendants(), e => e.Name.LocalName is "script" or "b" or "i" or "l" or "n" or "e" or "note");
        Assert.Equal(figure.Title, root.Element(Svg + "title")!.Value);
        Assert.Equal("img", root.Attribute("role")!.Value);
        Assert.Equal("]]><b>", root.Element(Svg + "desc")!.Value);
    }

    [Fact]
    public void The_same_figure_gives_the_same_bytes()
    {
        Figure Make() => ResistanceBudgetFigure.Build("T", [("a", 1.0 / 3, 0.1, 0.9), ("b", 2, 1, 3)]);
        Assert.Equal(SvgRenderer.RenderFile(Make()), SvgRenderer.RenderFile(Make()));
    }

    [Fact]
    public void A_figure_without_data_says_so()
    {
        Assert.Contains("no data", SvgRenderer.Render(new Figure { Title = "T" }));
        Assert.Contains("no data", SvgRenderer.Render(new Figure { Title = "T", Series = [new PointSeries { Points = [new(double.NaN, 1)] }] }));
        Assert.Contains("no data", SvgRenderer.Render(EnergyMapFigure.Build([], [], new double[0, 0], double.NaN, double.NaN, "")));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 5)]
    [InlineData(-5, -5)]
    [InlineData(1e300, -1e300)]
    [InlineData(double.MaxValue, double.MinValue)]
    [InlineData(double.Epsilon, 0)]
    [InlineData(1e-200, 3e-200)]
    [InlineData(1e9, 1e9 + 1e-3)]
    [InlineData(double.PositiveInfinity, 1)]
    public void Extreme_values_give_a_drawing_with_finite_places(double a, double b)
    {
        foreach (AxisScaleKind scale in Enum.GetValues<AxisScaleKind>())
        {
            FigureAxis axis = new() { Scale = scale, Label = "v" };
            FigureSeries[] series =
            [
                new LineSeries { Points = [(a, b), (b, a)] },
                new PointSeries { Points = [new(a, a) { XRange = (a, b), YRange = (b, a), Label = "p" }, new(b, b)] },
                new BandSeries { Points = [(a, a, b), (b, a, b)] },
            ];
            CheckPlaces(SvgRenderer.Render(new Figure { Title = "T", XAxis = axis, YAxis = axis, Series = series }));
            FigureSeries[] bars = [new BarSeries { Values = [a, b], Whiskers = [(a, b), (b, a)] }, new IntervalSeries { Items = [(0, a, a, b), (7, a, a, a)] }];
            CheckPlaces(SvgRenderer.Render(new Figure { Title = "T", XAxis = axis, YAxis = new() { Categories = ["x", "y"] }, Series = bars }));
            CheckPlaces(SvgRenderer.Render(new Figure { Title = "T", YAxis = axis, XAxis = new() { Categories = ["x", "y"] }, Series = bars }));
        }
    }

    [Fact]
    public void Styles_are_told_apart_without_colour()
    {
        string text = SvgRenderer.Render(new Figure
        {
            Title = "T",
            Series =
            [
                new LineSeries { Style = SeriesStyle.Extrapolated, Points = [(0, 0), (1, 1)] },
                new PointSeries { Style = SeriesStyle.Assumed, Points = [new(0.5, 0.5)] },
                new PointSeries { Style = SeriesStyle.Measured, Points = [new(0.6, 0.5)] },
            ],
        });
        XElement root = XDocument.Parse(text).Root!;
        Assert.Contains(root.Descendants(Svg + "path"), e => e.Attribute("stroke-dasharray")?.Value == "7 4");
        Assert.Equal("#FFFFFF", Assert.Single(root.Descendants(Svg + "circle")).Attribute("fill")!.Value);
        Assert.Contains(root.Descendants(Svg + "rect"), e => e.Attribute("fill")?.Value == FigurePalette.Series(2));
    }

    [Fact]
    public void Values_that_a_logarithmic_axis_cannot_show_are_counted()
    {
        FigureAxis axis = new() { Scale = AxisScaleKind.Logarithmic };
        string text = SvgRenderer.Render(new Figure { Title = "T", YAxis = axis, Series = [new PointSeries { Points = [new(1, 0), new(2, -1), new(3, 4)] }] });
        Assert.Contains("2 values that are not above zero", text);
    }

    [Fact]
    public void Names_inside_the_drawing_differ_between_figures()
    {
        static string[] Ids(string title) => [.. XDocument.Parse(SvgRenderer.Render(new Figure { Title = title })).Descendants().Attributes("id").Select(a => a.Value)];
        Assert.Empty(Ids("one").Intersect(Ids("two")));
    }

    internal static XElement CheckPlaces(string text)
    {
        Assert.DoesNotContain("NaN", text);
        Assert.DoesNotContain("∞", text);
        Assert.DoesNotContain("Infinity", text);
        XElement root = XDocument.Parse(text).Root!;
        double[] box = [.. root.Attribute("viewBox")!.Value.Split(' ').Select(double.Parse)];
        foreach (XElement e in root.Descendants(Svg + "text").Where(t => t.Attribute("x") is not null))
        {
            Assert.InRange(double.Parse(e.Attribute("x")!.Value), 0, box[2]);
            Assert.InRange(double.Parse(e.Attribute("y")!.Value), 0, box[3]);
        }
        return root;
    }
}
