namespace Electrolith.Routes.Figures.Drawing;

/// <summary>Draws heat maps with their colour bar, and lines of equal value with their labels.</summary>
internal sealed class GridPainter(SvgWriter svg, FigureLayout at, LabelPlacer placer)
{
    private const int Shades = 48;

    public void DrawHeatMap(HeatMapSeries map)
    {
        (double low, double high) = Range(map.Values);
        if (map.Xs.Count != map.Values.GetLength(0) || map.Ys.Count != map.Values.GetLength(1) || low > high)
        {
            return;
        }
        double[] xEdges = Edges(map.Xs, at.X);
        double[] yEdges = Edges(map.Ys, at.Y);
        // A little overlap without smoothing: no hairlines between touching cells.
        svg.Raw("<g shape-rendering=\"crispEdges\">");
        for (int j = 0; j < map.Ys.Count; j++)
        {
            int start = 0;
            for (int i = 1; i <= map.Xs.Count; i++)
            {
                int shade = Shade(map.Values[start, j], low, high);
                if (i < map.Xs.Count && Shade(map.Values[i, j], low, high) == shade)
                {
                    continue;
                }
                DrawCells(xEdges[start], xEdges[i], yEdges[j], yEdges[j + 1], shade);
                start = i;
            }
        }
        svg.Raw("</g>");
    }

    public void DrawColourBar(HeatMapSeries map)
    {
        (double low, double high) = Range(map.Values);
        if (low > high)
        {
            return;
        }
        double x = at.Right + 22;
        double height = at.Bottom - at.Top;
        (double barLow, double barHigh) = high - low > 1e-9 * Math.Max(Math.Abs(low), Math.Abs(high)) ? (low, high) : Ticks.RoundRange(low, high, AxisScaleKind.Linear);
        for (int s = 0; s < Shades; s++)
        {
            svg.Rectangle(x, at.Bottom - height * (s + 1) / Shades, 14, height / Shades + 0.6, $"fill=\"{FigurePalette.Sequential((s + 0.5) / Shades)}\"");
        }
        TickSet ticks = Ticks.Linear(barLow, barHigh);
        for (int i = 0; i < ticks.Values.Count; i++)
        {
            double y = at.Bottom - height * (ticks.Values[i] - barLow) / (barHigh - barLow);
            svg.Line(x + 14, y, x + 18, y, "stroke=\"#555555\" stroke-width=\"1\"");
            svg.Text(x + 21, y + 4, ticks.Labels[i], FigureLayout.TickSize, "fill=\"#222222\"");
        }
        string label = TextFit.Clip(map.ValueLabel + (ticks.Exponent == 0 ? "" : " × 10" + NumberText.Superscript(ticks.Exponent)), height, FigureLayout.LabelSize);
        svg.Raw($"<text transform=\"translate({SvgWriter.Number(at.Width - FigureLayout.Edge + 2)} {SvgWriter.Number(at.Top + height / 2)}) rotate(-90)\" font-size=\"{SvgWriter.Number(FigureLayout.LabelSize)}\" text-anchor=\"middle\" fill=\"#222222\">{SvgWriter.Escape(label)}</text>");
    }

    public void DrawContours(ContourSeries contours)
    {
        foreach (double level in contours.Levels)
        {
            IReadOnlyList<(double X, double Y)>? longest = null;
            double length = 0;
            foreach (IReadOnlyList<(double X, double Y)> line in Contour.Trace(contours.Xs, contours.Ys, contours.Values, level))
            {
                List<(double X, double Y)> path = [.. line.Select(p => (at.X.Pixel(p.X), at.Y.Pixel(p.Y)))];
                svg.Path(path, close: false, "fill=\"none\" stroke=\"#FFFFFF\" stroke-opacity=\"0.6\" stroke-width=\"2.6\"");
                svg.Path(path, close: false, contours.Colour is null ? "fill=\"none\" stroke=\"#111111\" stroke-width=\"1.1\"" : $"fill=\"none\" stroke=\"{SvgWriter.Escape(contours.Colour)}\" stroke-width=\"2\"");
                double own = path.Zip(path.Skip(1), (a, b) => Math.Sqrt((a.Item1 - b.Item1) * (a.Item1 - b.Item1) + (a.Item2 - b.Item2) * (a.Item2 - b.Item2))).Sum();
                (longest, length) = own > length ? (path, own) : (longest, length);
            }
            if (contours.ShowsLevels && longest is not null && length > 50)
            {
                Label(longest, NumberText.Format(level, 4));
            }
        }
    }

    private void Label(IReadOnlyList<(double X, double Y)> path, string text)
    {
        double width = TextFit.Width(text, 11);
        foreach (double share in (double[])[0.5, 0.35, 0.65, 0.22, 0.78])
        {
            (double x, double y) = path[(int)(share * (path.Count - 1))];
            Box box = new(x - width / 2 - 2, y - 7, width + 4, 14);
            if (box.IsInside(at) && placer.TryTake(box))
            {
                svg.Text(x, y + 4, text, 11, "text-anchor=\"middle\" font-weight=\"600\" fill=\"#111111\" stroke=\"#FFFFFF\" stroke-opacity=\"0.85\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
                return;
            }
        }
    }

    private void DrawCells(double x0, double x1, double y0, double y1, int shade)
    {
        if (shade >= 0)
        {
            svg.Rectangle(Math.Min(x0, x1), Math.Min(y0, y1), Math.Abs(x1 - x0) + 0.7, Math.Abs(y1 - y0) + 0.7, $"fill=\"{FigurePalette.Sequential((shade + 0.5) / Shades)}\"");
        }
    }

    private static int Shade(double value, double low, double high) =>
        !double.IsFinite(value) ? -1 : high > low ? (int)Math.Min(Shades - 1, Shades * ((value - low) / (high - low))) : Shades / 2;

    private static (double Low, double High) Range(double[,] values)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in values)
        {
            low = double.IsFinite(value) ? Math.Min(low, value) : low;
            high = double.IsFinite(value) ? Math.Max(high, value) : high;
        }
        return (low, high);
    }

    private static double[] Edges(IReadOnlyList<double> places, AxisScale scale)
    {
        double[] edges = new double[places.Count + 1];
        edges[0] = places.Count > 1 ? scale.Pixel(places[0]) : scale.Start;
        edges[^1] = places.Count > 1 ? scale.Pixel(places[^1]) : scale.End;
        for (int i = 1; i < places.Count; i++)
        {
            edges[i] = scale.Pixel(scale.Between(places[i - 1], places[i]));
        }
        return edges;
    }
}
