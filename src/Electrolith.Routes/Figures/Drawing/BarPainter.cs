namespace Electrolith.Routes.Figures.Drawing;

/// <summary>Draws bars, their whiskers, and intervals, on either axis of categories.</summary>
internal sealed class BarPainter(SvgWriter svg, Figure figure, FigureLayout at, SeriesLook look)
{
    private readonly bool _isHorizontal = figure.YAxis.Categories.Count > 0;
    private readonly int _count = Math.Max(figure.YAxis.Categories.Count, figure.XAxis.Categories.Count);

    private AxisScale Scale => _isHorizontal ? at.X : at.Y;

    public void DrawBars()
    {
        double[] above = new double[_count];
        double[] below = new double[_count];
        for (int s = 0; s < figure.Series.Count; s++)
        {
            if (figure.Series[s] is not BarSeries bars)
            {
                continue;
            }
            for (int i = 0; i < Math.Min(_count, bars.Values.Count); i++)
            {
                double value = bars.Values[i];
                if (!double.IsFinite(value) || value == 0)
                {
                    continue;
                }
                double[] stack = value > 0 ? above : below;
                DrawBar(s, bars, i, stack[i], stack[i] + value);
                stack[i] += value;
            }
        }
        DrawWhiskers();
    }

    public void DrawIntervals(int series, IntervalSeries intervals)
    {
        foreach ((int position, double low, double middle, double high) in intervals.Items)
        {
            if (position < 0 || position >= _count)
            {
                continue;
            }
            if (Scale.Shows(low) && Scale.Shows(high))
            {
                Segment(position, low, high, look.Stroke(series, 2.4), 5);
            }
            if (Scale.Shows(middle))
            {
                double across = at.CategoryPixel(position, !_isHorizontal);
                double along = Scale.Pixel(middle);
                look.Marker(svg, series, _isHorizontal ? along : across, _isHorizontal ? across : along, 5.5);
            }
        }
    }

    private void DrawBar(int series, BarSeries bars, int category, double from, double to)
    {
        double thickness = Math.Min(40, at.SlotLength(!_isHorizontal) * 0.62);
        double across = at.CategoryPixel(category, !_isHorizontal) - thickness / 2;
        double start = Clamp(Scale.IsLogarithmic && from <= 0 ? Scale.Start : Scale.Pixel(from));
        double end = Clamp(Scale.Pixel(to));
        double first = Math.Min(start, end);
        double length = Math.Abs(end - start);
        (double x, double y, double w, double h) = _isHorizontal ? (first, across, length, thickness) : (across, first, thickness, length);
        svg.Rectangle(x, y, w, h, look.Fill(series));
        look.Hatch(svg, series, x, y, w, h);
        if (bars.SegmentLabel.Length > 0 && TextFit.Width(bars.SegmentLabel, 11) + 4 <= w && h >= 13)
        {
            svg.Text(x + w / 2, y + h / 2 + 4, bars.SegmentLabel, 11, $"text-anchor=\"middle\" fill=\"{FigurePalette.InkOn(look.Colour(series))}\"");
        }
        if (length > 3 && (bars.Style is SeriesStyle.Model or SeriesStyle.Measured))
        {
            string gap = "stroke=\"#FFFFFF\" stroke-width=\"1\"";
            svg.Line(_isHorizontal ? end : x, _isHorizontal ? y : end, _isHorizontal ? end : x + w, _isHorizontal ? y + h : end, gap);
        }
    }

    private void DrawWhiskers()
    {
        foreach (BarSeries bars in figure.Series.OfType<BarSeries>())
        {
            for (int i = 0; i < Math.Min(_count, bars.Whiskers.Count); i++)
            {
                (double low, double high) = bars.Whiskers[i];
                double from = Scale.Shows(low) ? low : Scale.Low;
                bool hasBar = i < bars.Values.Count && double.IsFinite(bars.Values[i]);
                // A whisker shorter than its own line would only smear the axis.
                if (hasBar && Scale.Shows(high) && double.IsFinite(low) && Math.Abs(Clamp(Scale.Pixel(high)) - Clamp(Scale.Pixel(from))) > 2)
                {
                    Segment(i, from, high, "stroke=\"#FFFFFF\" stroke-width=\"4\"", 6);
                    Segment(i, from, high, "stroke=\"#222222\" stroke-width=\"1.6\"", 5);
                }
            }
        }
    }

    private void Segment(int position, double low, double high, string attributes, double cap)
    {
        double across = at.CategoryPixel(position, !_isHorizontal);
        double a = Clamp(Scale.Pixel(low));
        double b = Clamp(Scale.Pixel(high));
        Straight(a, across, b, across, attributes);
        Straight(a, across - cap, a, across + cap, attributes);
        Straight(b, across - cap, b, across + cap, attributes);
    }

    private void Straight(double along1, double across1, double along2, double across2, string attributes)
    {
        if (_isHorizontal)
        {
            svg.Line(along1, across1, along2, across2, attributes);
        }
        else
        {
            svg.Line(across1, along1, across2, along2, attributes);
        }
    }

    private double Clamp(double pixel) => Math.Clamp(pixel, Math.Min(Scale.Start, Scale.End), Math.Max(Scale.Start, Scale.End));
}
