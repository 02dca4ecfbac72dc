namespace Electrolith.Routes.Figures.Drawing;

/// <summary>The legend below the data: entries side by side, in as many rows as needed.</summary>
internal sealed class FigureLegend
{
    private const double Swatch = 30;
    private readonly List<(int Series, double X, double Y, string Text)> _entries = [];

    public FigureLegend(Figure figure, double left, double width, double top)
    {
        double x = left;
        double y = top;
        for (int i = 0; i < figure.Series.Count; i++)
        {
            if (figure.Series[i].Name.Length == 0)
            {
                continue;
            }
            string text = TextFit.Clip(figure.Series[i].Name, width - Swatch - 8, FigureLayout.TickSize);
            double needed = Swatch + TextFit.Width(text, FigureLayout.TickSize) + 14;
            if (x > left && x + needed > left + width)
            {
                x = left;
                y += 20;
            }
            _entries.Add((i, x, y, text));
            x += needed;
        }
        Bottom = _entries.Count > 0 ? y + 22 : top;
    }

    public double Bottom { get; }

    public void Draw(SvgWriter svg, Figure figure, SeriesLook look)
    {
        foreach ((int index, double x, double y, string text) in _entries)
        {
            DrawSwatch(svg, figure.Series[index], look, index, x, y + 8);
            svg.Text(x + Swatch, y + 12, text, FigureLayout.TickSize, "fill=\"#222222\"");
        }
    }

    private static void DrawSwatch(SvgWriter svg, FigureSeries series, SeriesLook look, int index, double x, double y)
    {
        switch (series)
        {
            case LineSeries:
                svg.Line(x, y, x + 23, y, look.Stroke(index, 2));
                break;
            case ContourSeries:
                svg.Line(x, y, x + 23, y, series.Colour is null ? "stroke=\"#222222\" stroke-width=\"1.2\"" : $"stroke=\"{look.Colour(index)}\" stroke-width=\"2\"");
                break;
            case PointSeries:
                look.Marker(svg, index, x + 12, y, 5);
                break;
            case IntervalSeries:
                svg.Line(x, y, x + 24, y, look.Stroke(index, 2));
                look.Marker(svg, index, x + 12, y, 5);
                break;
            case BandSeries:
                svg.Rectangle(x, y - 6, 23, 12, $"fill=\"{look.Colour(index)}\" fill-opacity=\"0.25\"");
                break;
            default:
                svg.Rectangle(x, y - 6, 23, 12, look.Fill(index));
                look.Hatch(svg, index, x, y - 6, 23, 12);
                break;
        }
    }
}
