using System.Text;
using Electrolith.Routes.Figures.Drawing;

namespace Electrolith.Routes.Figures;

/// <summary>Draws figures as stand-alone SVG: white card, no script, no font file, no outside reference, the same bytes for the same figure.</summary>
public static class SvgRenderer
{
    /// <summary>Draws one figure.</summary>
    /// <param name="figure">What to show; empty, constant or not finite data is allowed.</param>
    /// <returns>The SVG element, ready for a file or to be placed inside a page.</returns>
    public static string Render(Figure figure) => Render(figure, "");

    /// <summary>Draws one figure whose inner names start with a prefix, so that equal figures can stand on one page.</summary>
    public static string Render(Figure figure, string prefix)
    {
        ArgumentNullException.ThrowIfNull(figure);
        FigureLayout at = new(figure);
        SeriesLook look = new(figure, prefix);
        SvgWriter svg = new();
        string width = SvgWriter.Number(at.Width);
        string height = SvgWriter.Number(at.Height);
        svg.Raw($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"{look.Id("t")} {look.Id("d")}\" font-family=\"system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif\">");
        svg.Raw($"<title id=\"{look.Id("t")}\">{SvgWriter.Escape(figure.Title)}</title>");
        svg.Raw($"<desc id=\"{look.Id("d")}\">{SvgWriter.Escape(figure.AltText.Length > 0 ? figure.AltText : figure.Title)}</desc>");
        svg.Raw("<defs>");
        svg.Raw($"<clipPath id=\"{look.Id("c")}\"><rect x=\"{SvgWriter.Number(at.Left)}\" y=\"{SvgWriter.Number(at.Top)}\" width=\"{SvgWriter.Number(at.Right - at.Left)}\" height=\"{SvgWriter.Number(at.Bottom - at.Top)}\"/></clipPath>");
        look.DefineHatches(svg);
        svg.Raw("</defs>");
        svg.Rectangle(0, 0, at.Width, at.Height, "rx=\"6\" fill=\"#FFFFFF\"");
        AxisPainter.DrawGrid(svg, at);
        if (at.HasData)
        {
            DrawData(svg, figure, at, look);
        }
        else
        {
            svg.Text((at.Left + at.Right) / 2, (at.Top + at.Bottom) / 2, "no data", 14, "text-anchor=\"middle\" fill=\"#777777\"");
        }
        AxisPainter.DrawFrame(svg, at);
        at.Legend.Draw(svg, figure, look);
        svg.Raw("</svg>");
        return svg.ToString();
    }

    /// <summary>Draws one figure as the bytes of an SVG file.</summary>
    /// <param name="figure">What to show.</param>
    /// <returns>UTF-8 without byte-order mark, with an XML declaration.</returns>
    public static byte[] RenderFile(Figure figure) =>
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + Render(figure));

    private static void DrawData(SvgWriter svg, Figure figure, FigureLayout at, SeriesLook look)
    {
        LabelPlacer placer = new(at);
        PointPainter points = new(svg, at, look, placer);
        GridPainter grids = new(svg, at, placer);
        BarPainter bars = new(svg, figure, at, look);
        svg.Raw($"<g clip-path=\"url(#{look.Id("c")})\">");
        for (int i = 0; i < figure.Series.Count; i++)
        {
            DrawBelow(figure.Series[i], i, points, grids);
        }
        svg.Raw("</g>");
        bars.DrawBars();
        for (int i = 0; i < figure.Series.Count; i++)
        {
            DrawAbove(figure.Series[i], i, points, bars);
        }
        svg.Raw($"<g clip-path=\"url(#{look.Id("c")})\">");
        foreach (ContourSeries contours in figure.Series.OfType<ContourSeries>())
        {
            grids.DrawContours(contours);
        }
        svg.Raw("</g>");
        foreach (PointSeries series in figure.Series.OfType<PointSeries>())
        {
            points.DrawLabels(series);
        }
        if (at.ColourBar is { } map)
        {
            grids.DrawColourBar(map);
        }
    }

    private static void DrawBelow(FigureSeries series, int index, PointPainter points, GridPainter grids)
    {
        switch (series)
        {
            case HeatMapSeries map:
                grids.DrawHeatMap(map);
                break;
            case BandSeries band:
                points.DrawBand(index, band);
                break;
            case LineSeries line:
                points.DrawLine(index, line);
                break;
        }
    }

    private static void DrawAbove(FigureSeries series, int index, PointPainter points, BarPainter bars)
    {
        switch (series)
        {
            case PointSeries set:
                points.DrawPoints(index, set);
                break;
            case IntervalSeries intervals:
                bars.DrawIntervals(index, intervals);
                break;
        }
    }
}
