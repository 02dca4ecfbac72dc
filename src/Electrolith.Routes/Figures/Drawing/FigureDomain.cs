namespace Electrolith.Routes.Figures.Drawing;

/// <summary>The range of values that an axis must show.</summary>
internal sealed class FigureDomain
{
    private const double Largest = 1e300;
    private readonly bool _isLogarithmic;

    private FigureDomain(bool isLogarithmic) => _isLogarithmic = isLogarithmic;

    public double Low { get; private set; } = double.PositiveInfinity;

    public double High { get; private set; } = double.NegativeInfinity;

    public int LeftOut { get; private set; }

    public bool IsTight { get; private set; }

    // The range of markers, which must not lie on the frame.
    private double _markersLow = double.PositiveInfinity;
    private double _markersHigh = double.NegativeInfinity;

    public bool IsEmpty => !(Low <= High);

    public static FigureDomain Of(Figure figure, bool isX)
    {
        FigureAxis axis = isX ? figure.XAxis : figure.YAxis;
        FigureDomain domain = new(axis.Scale == AxisScaleKind.Logarithmic);
        foreach (FigureSeries series in figure.Series)
        {
            domain.AddSeries(series, isX);
        }
        domain.AddStacks(figure, isX);
        if (!domain.IsEmpty && axis.IncludesZero && !domain._isLogarithmic)
        {
            domain.Add(0);
        }
        return domain;
    }

    public (double Low, double High) Range(FigureAxis axis)
    {
        (double low, double high) = IsEmpty ? _isLogarithmic ? (1, 10) : (0, 1) : (Low, High);
        if (!(IsTight && high > low * (1 + 1e-9)))
        {
            (low, high) = _markersLow <= _markersHigh ? WithRoom(low, high) : (low, high);
            (low, high) = Ticks.RoundRange(low, high, axis.Scale);
        }
        double fixedLow = axis.Low is { } l && double.IsFinite(l) && (!_isLogarithmic || l > 0) ? l : low;
        double fixedHigh = axis.High is { } h && double.IsFinite(h) ? h : high;
        return fixedHigh > fixedLow ? (fixedLow, fixedHigh) : (low, high);
    }

    private void AddMarkers(IEnumerable<double> values)
    {
        foreach (double value in values)
        {
            Add(value);
            bool isShown = double.IsFinite(value) && (!_isLogarithmic || value > 0);
            _markersLow = isShown ? Math.Min(_markersLow, Math.Max(value, -Largest)) : _markersLow;
            _markersHigh = isShown ? Math.Max(_markersHigh, Math.Min(value, Largest)) : _markersHigh;
        }
    }

    // Two hundredths beyond the markers; a range of values not below zero stays so.
    private (double Low, double High) WithRoom(double low, double high)
    {
        if (_isLogarithmic)
        {
            double factor = Math.Pow(high / low, 0.02);
            return (Math.Min(low, Math.Max(1e-300, _markersLow / factor)), Math.Max(high, _markersHigh * factor));
        }
        double room = 0.02 * (high - low);
        double paddedLow = low >= 0 ? Math.Max(0, _markersLow - room) : _markersLow - room;
        double paddedHigh = high <= 0 ? Math.Min(0, _markersHigh + room) : _markersHigh + room;
        return (Math.Min(low, paddedLow), Math.Max(high, paddedHigh));
    }

    private void Add(double value)
    {
        if (!double.IsFinite(value) || (_isLogarithmic && value <= 0))
        {
            LeftOut += double.IsFinite(value) ? 1 : 0;
            return;
        }
        double shown = Math.Abs(value) < 1e-300 && !_isLogarithmic ? 0 : Math.Clamp(value, _isLogarithmic ? 1e-300 : -Largest, Largest);
        Low = Math.Min(Low, shown);
        High = Math.Max(High, shown);
    }

    private void AddSeries(FigureSeries series, bool isX)
    {
        switch (series)
        {
            case LineSeries line:
                AddAll(line.Points.Select(p => isX ? p.X : p.Y));
                break;
            case PointSeries points:
                AddMarkers(points.Points.Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y)).SelectMany(p => Ends(p, isX)));
                break;
            case BandSeries band:
                AddAll(isX ? band.Points.Select(p => p.X) : band.Points.SelectMany(p => (double[])[p.Low, p.High]));
                break;
            case GridSeries grid:
                IReadOnlyList<double> places = isX ? grid.Xs : grid.Ys;
                AddAll(places);
                IsTight |= places.Count > 1;
                break;
        }
    }

    private static double[] Ends(FigurePoint point, bool isX)
    {
        double middle = isX ? point.X : point.Y;
        return (isX ? point.XRange : point.YRange) is { } range ? [middle, range.Low, range.High] : [middle];
    }

    // Bars and intervals lie along the axis that has no categories.
    private void AddStacks(Figure figure, bool isX)
    {
        if ((isX ? figure.XAxis : figure.YAxis).Categories.Count > 0)
        {
            return;
        }
        FigureAxis other = isX ? figure.YAxis : figure.XAxis;
        for (int category = 0; category < other.Categories.Count; category++)
        {
            (double below, double above) = (0, 0);
            foreach (BarSeries bars in figure.Series.OfType<BarSeries>())
            {
                double value = category < bars.Values.Count ? bars.Values[category] : double.NaN;
                below += double.IsFinite(value) ? Math.Min(0, value) : 0;
                above += double.IsFinite(value) ? Math.Max(0, value) : 0;
                AddAll(category < bars.Whiskers.Count ? [bars.Whiskers[category].Low, bars.Whiskers[category].High] : []);
                AddAll(double.IsFinite(value) && !_isLogarithmic ? [0, below, above] : double.IsFinite(value) ? [above] : []);
            }
        }
        foreach (IntervalSeries intervals in figure.Series.OfType<IntervalSeries>())
        {
            AddMarkers(intervals.Items.SelectMany(i => (double[])[i.Low, i.Middle, i.High]));
        }
    }

    private void AddAll(IEnumerable<double> values)
    {
        foreach (double value in values)
        {
            Add(value);
        }
    }
}
