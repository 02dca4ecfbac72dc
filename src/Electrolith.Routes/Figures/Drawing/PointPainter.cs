namespace Electrolith.Routes.Figures.Drawing;

/// <summary>Draws lines, bands and points with error crosses.</summary>
internal sealed class PointPainter(SvgWriter svg, FigureLayout at, SeriesLook look, LabelPlacer placer)
{
    public void DrawLine(int series, LineSeries line)
    {
        List<(double X, double Y)> run = [];
        foreach ((double x, double y) in line.Points)
        {
            if (at.X.Shows(x) && at.Y.Shows(y))
            {
                run.Add((at.X.Pixel(x), at.Y.Pixel(y)));
                continue;
            }
            EndRun(series, run);
        }
        EndRun(series, run);
    }

    public void DrawBand(int series, BandSeries band)
    {
        List<(double X, double Low, double High)> shown =
            [.. band.Points.Where(p => at.X.Shows(p.X) && at.Y.Shows(p.Low) && at.Y.Shows(p.High))];
        IEnumerable<(double, double)> upper = shown.Select(p => (at.X.Pixel(p.X), at.Y.Pixel(p.High)));
        IEnumerable<(double, double)> lower = shown.Select(p => (at.X.Pixel(p.X), at.Y.Pixel(p.Low)));
        svg.Path(upper.Concat(lower.Reverse()), close: true, $"fill=\"{look.Colour(series)}\" fill-opacity=\"0.22\"");
    }

    public void DrawPoints(int series, PointSeries points)
    {
        foreach (FigurePoint point in points.Points.Where(Shows))
        {
            (double x, double y) = (at.X.Pixel(point.X), at.Y.Pixel(point.Y));
            string stroke = $"stroke=\"{look.Colour(series)}\" stroke-width=\"1.3\" stroke-opacity=\"0.8\"";
            if (point.XRange is { } xs && at.X.Shows(xs.Low) && at.X.Shows(xs.High))
            {
                Cross(at.X.Pixel(xs.Low), y, at.X.Pixel(xs.High), y, stroke);
            }
            if (point.YRange is { } ys && at.Y.Shows(ys.Low) && at.Y.Shows(ys.High))
            {
                Cross(x, at.Y.Pixel(ys.Low), x, at.Y.Pixel(ys.High), stroke);
            }
            placer.Take(new Box(x - 7, y - 7, 14, 14), 4);
        }
        foreach (FigurePoint point in points.Points.Where(Shows))
        {
            look.Marker(svg, series, at.X.Pixel(point.X), at.Y.Pixel(point.Y), 5);
        }
    }

    public void DrawLabels(PointSeries points)
    {
        foreach (FigurePoint point in points.Points.Where(p => Shows(p) && p.Label.Length > 0))
        {
            placer.Draw(svg, at.X.Pixel(point.X), at.Y.Pixel(point.Y), point.Label);
        }
    }

    private bool Shows(FigurePoint point) =>
        at.X.Shows(point.X) && at.Y.Shows(point.Y) && Inside(at.X, point.X) && Inside(at.Y, point.Y);

    private static bool Inside(AxisScale scale, double value)
    {
        double pixel = scale.Pixel(value);
        return pixel >= Math.Min(scale.Start, scale.End) - 0.5 && pixel <= Math.Max(scale.Start, scale.End) + 0.5;
    }

    private void Cross(double x1, double y1, double x2, double y2, string stroke)
    {
        (double left, double right) = (Math.Clamp(x1, at.Left, at.Right), Math.Clamp(x2, at.Left, at.Right));
        (double a, double b) = (Math.Clamp(y1, at.Top, at.Bottom), Math.Clamp(y2, at.Top, at.Bottom));
        svg.Line(left, a, right, b, stroke);
        placer.Take(new Box(Math.Min(left, right) - 1, Math.Min(a, b) - 1, Math.Abs(right - left) + 2, Math.Abs(b - a) + 2), 0.8);
    }

    // Labels keep off the line: small boxes along it, at most 400 of them.
    private void Reserve(List<(double X, double Y)> run)
    {
        int boxes = 0;
        for (int i = 1; i < run.Count; i++)
        {
            (double dx, double dy) = (run[i].X - run[i - 1].X, run[i].Y - run[i - 1].Y);
            int parts = (int)Math.Clamp(Math.Max(Math.Abs(dx), Math.Abs(dy)) / 8, 1, 100);
            for (int k = 0; k < parts && boxes < 400; k++, boxes++)
            {
                placer.Take(new Box(run[i - 1].X + dx * (k + 0.5) / parts - 4, run[i - 1].Y + dy * (k + 0.5) / parts - 4, 8, 8), 0.6);
            }
        }
    }

    private void EndRun(int series, List<(double X, double Y)> run)
    {
        if (run.Count == 1)
        {
            look.Marker(svg, series, run[0].X, run[0].Y, 3);
        }
        else
        {
            svg.Path(run, close: false, look.Stroke(series, 2));
            Reserve(run);
        }
        run.Clear();
    }
}
