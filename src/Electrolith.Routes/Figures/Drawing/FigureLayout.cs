namespace Electrolith.Routes.Figures.Drawing;

/// <summary>Where everything goes; computed once before drawing, so that nothing can overlap.</summary>
internal sealed class FigureLayout
{
    public const double TitleSize = 16;
    public const double LabelSize = 13;
    public const double TickSize = 12;
    public const double NoteSize = 11.5;
    public const double Edge = 18;

    public FigureLayout(Figure figure)
    {
        Width = Math.Clamp(double.IsFinite(figure.Width) ? figure.Width : 720, 320, 4000);
        TitleLines = TextFit.Wrap(figure.Title, Width - 2 * Edge, TitleSize, 3, bold: true);
        Top = Edge + TitleLines.Count * 20 + 14;
        EndLabels = EndLabelsOf(figure);
        FigureDomain x = FigureDomain.Of(figure, isX: true);
        FigureDomain y = FigureDomain.Of(figure, isX: false);
        (double xLow, double xHigh) = x.Range(figure.XAxis);
        (double yLow, double yHigh) = y.Range(figure.YAxis);
        LeftOut = x.LeftOut + y.LeftOut;
        HasData = HasAny(figure, x, y);
        int rows = figure.YAxis.Categories.Count;
        YTicks = rows > 0 ? null : MakeTicks(figure.YAxis, yLow, yHigh, 6);
        YLabelLines = Wrap(AxisTitle(figure.YAxis, YTicks), rows > 0 ? 260 : figure.PlotHeight, LabelSize);
        YCategoryLines = rows > 0 ? [.. figure.YAxis.Categories.Select(c => TextFit.Wrap(c, Width * 0.29, TickSize, 3))] : [];
        double tickWidth = rows > 0
            ? YCategoryLines.SelectMany(l => l).Select(l => TextFit.Width(l, TickSize)).DefaultIfEmpty(0).Max()
            : YTicks!.Labels.Select(l => TextFit.Width(l, TickSize)).DefaultIfEmpty(0).Max();
        Left = Edge + YLabelLines.Count * 17 + tickWidth + 12;
        double gutter = EndLabels.Select(l => TextFit.Width(l, TickSize)).DefaultIfEmpty(0).Max();
        ColourBar = figure.Series.OfType<HeatMapSeries>().FirstOrDefault();
        Right = Math.Max(Left + 60, Width - Edge - 8 - (gutter > 0 ? gutter + 8 : 0) - (ColourBar is null ? 0 : 88));
        double rowHeight = YCategoryLines.Select(l => l.Count).DefaultIfEmpty(1).Max() switch { <= 1 => 30, 2 => 38, _ => 52 };
        Bottom = Top + (rows > 0 ? Math.Max(50, rows * rowHeight) : Math.Clamp(double.IsFinite(figure.PlotHeight) ? figure.PlotHeight : 360, 80, 4000));
        XTicks = figure.XAxis.Categories.Count > 0 ? null : MakeTicks(figure.XAxis, xLow, xHigh, (int)Math.Clamp((Right - Left) / 75, 2, 8));
        XLabelLines = Wrap(AxisTitle(figure.XAxis, XTicks), Right - Left + 40, LabelSize);
        double slot = (Right - Left) / Math.Max(1, figure.XAxis.Categories.Count);
        XCategoryLines = [.. figure.XAxis.Categories.Select(c => TextFit.Wrap(c, Math.Max(20, slot - 8), TickSize, 3))];
        X = new AxisScale(xLow, xHigh, Left, Right, figure.XAxis.Scale);
        Y = new AxisScale(yLow, yHigh, Bottom, Top, figure.YAxis.Scale);
        LegendTop = Bottom + 8 + 15 * Math.Max(1, XCategoryLines.Select(l => l.Count).DefaultIfEmpty(1).Max()) + XLabelLines.Count * 18 + 12;
        Legend = new FigureLegend(figure, Edge, Width - 2 * Edge, LegendTop);
        NoteTop = Legend.Bottom + 4;
        NoteLines = [.. Notes(figure).SelectMany(n => TextFit.Wrap(n, Width - 2 * Edge, NoteSize, 4))];
        Height = Math.Ceiling(NoteTop + NoteLines.Count * 16 + 12);
    }

    public double Width { get; }
    public double Height { get; }
    public double Left { get; }
    public double Right { get; }
    public double Top { get; }
    public double Bottom { get; }
    public double LegendTop { get; }
    public double NoteTop { get; }
    public bool HasData { get; }
    public int LeftOut { get; }
    public AxisScale X { get; }
    public AxisScale Y { get; }
    public TickSet? XTicks { get; }
    public TickSet? YTicks { get; }
    public FigureLegend Legend { get; }
    public HeatMapSeries? ColourBar { get; }
    public IReadOnlyList<string> EndLabels { get; }
    public IReadOnlyList<string> TitleLines { get; }
    public IReadOnlyList<string> XLabelLines { get; }
    public IReadOnlyList<string> YLabelLines { get; }
    public IReadOnlyList<string> NoteLines { get; }
    public IReadOnlyList<IReadOnlyList<string>> XCategoryLines { get; }
    public IReadOnlyList<IReadOnlyList<string>> YCategoryLines { get; }

    /// <summary>The middle of a category's slot on its axis.</summary>
    public double CategoryPixel(int index, bool isX)
    {
        int count = Math.Max(1, isX ? XCategoryLines.Count : YCategoryLines.Count);
        return isX ? Left + (Right - Left) * (index + 0.5) / count : Top + (Bottom - Top) * (index + 0.5) / count;
    }

    public double SlotLength(bool isX) =>
        isX ? (Right - Left) / Math.Max(1, XCategoryLines.Count) : (Bottom - Top) / Math.Max(1, YCategoryLines.Count);

    private static TickSet MakeTicks(FigureAxis axis, double low, double high, int target) =>
        axis.Scale == AxisScaleKind.Logarithmic ? Ticks.Logarithmic(low, high, target) : Ticks.Linear(low, high, target);

    private static string AxisTitle(FigureAxis axis, TickSet? ticks)
    {
        string power = ticks is { Exponent: not 0 } ? "10" + NumberText.Superscript(ticks.Exponent) : "";
        string unit = string.Join(' ', new[] { power, axis.Unit }.Where(p => p.Length > 0));
        return unit.Length == 0 ? axis.Label : axis.Label.Length == 0 ? unit : $"{axis.Label} ({unit})";
    }

    private static IReadOnlyList<string> Wrap(string text, double width, double size) =>
        text.Length == 0 ? [] : TextFit.Wrap(text, Math.Max(80, width), size, 2);

    private static bool HasAny(Figure figure, FigureDomain x, FigureDomain y) =>
        figure.Series.Count > 0
        && (!x.IsEmpty || figure.XAxis.Categories.Count > 0)
        && (!y.IsEmpty || figure.YAxis.Categories.Count > 0);

    private static string[] EndLabelsOf(Figure figure)
    {
        int count = figure.YAxis.Categories.Count;
        string[] labels = new string[count];
        Array.Fill(labels, "");
        foreach (FigureSeries series in figure.Series)
        {
            if (series is BarSeries bars)
            {
                for (int i = 0; i < Math.Min(count, bars.EndLabels.Count); i++)
                {
                    labels[i] = bars.EndLabels[i].Length > 0 ? TextFit.Clip(bars.EndLabels[i], 170, TickSize) : labels[i];
                }
            }
            else if (series is IntervalSeries intervals)
            {
                for (int i = 0; i < Math.Min(intervals.Items.Count, intervals.EndLabels.Count); i++)
                {
                    int position = intervals.Items[i].Position;
                    if (position >= 0 && position < count)
                    {
                        labels[position] = TextFit.Clip(intervals.EndLabels[i], 170, TickSize);
                    }
                }
            }
        }
        return labels;
    }

    private IEnumerable<string> Notes(Figure figure) =>
        LeftOut > 0 ? figure.Notes.Append($"Not shown on the logarithmic axis: {LeftOut} {(LeftOut == 1 ? "value that is" : "values that are")} not above zero.") : figure.Notes;
}
