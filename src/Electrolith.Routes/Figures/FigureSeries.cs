namespace Electrolith.Routes.Figures;

/// <summary>Where the numbers of a series come from; it decides how they are drawn.</summary>
public enum SeriesStyle
{
    /// <summary>Computed by the model: full lines, filled bars and markers.</summary>
    Model,

    /// <summary>Measured by somebody: filled points.</summary>
    Measured,

    /// <summary>Assumed: hollow markers, hollow bars, dotted lines.</summary>
    Assumed,

    /// <summary>Outside the range in which the model was checked: dashed.</summary>
    Extrapolated,
}

/// <summary>One set of data with one look and one legend entry.</summary>
public abstract record FigureSeries
{
    /// <summary>The legend entry; empty for none.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where the numbers come from.</summary>
    public SeriesStyle Style { get; init; } = SeriesStyle.Model;

    /// <summary>A colour as `#rrggbb`, or null for the next colour of the palette.</summary>
    public string? Colour { get; init; }
}

/// <summary>A polyline; a point that is not finite breaks it.</summary>
public sealed record LineSeries : FigureSeries
{
    /// <summary>The corners, in the units of the axes.</summary>
    public IReadOnlyList<(double X, double Y)> Points { get; init; } = [];
}

/// <summary>Single points, with error crosses and labels where given.</summary>
public sealed record PointSeries : FigureSeries
{
    /// <summary>The points.</summary>
    public IReadOnlyList<FigurePoint> Points { get; init; } = [];
}

/// <summary>One point, in the units of the axes.</summary>
/// <param name="X">Horizontal place.</param>
/// <param name="Y">Vertical place.</param>
public sealed record FigurePoint(double X, double Y)
{
    /// <summary>Text printed near the point; empty for none.</summary>
    public string Label { get; init; } = "";

    /// <summary>Ends of the horizontal error bar, or null.</summary>
    public (double Low, double High)? XRange { get; init; }

    /// <summary>Ends of the vertical error bar, or null.</summary>
    public (double Low, double High)? YRange { get; init; }
}

/// <summary>Bars on an axis of categories; several series are stacked in their order, negative values to the other side.</summary>
public sealed record BarSeries : FigureSeries
{
    /// <summary>One value per category; not finite for no bar.</summary>
    public IReadOnlyList<double> Values { get; init; } = [];

    /// <summary>One whisker per category (absolute values, not offsets), or empty.</summary>
    public IReadOnlyList<(double Low, double High)> Whiskers { get; init; } = [];

    /// <summary>One text per category printed beside the data, or empty; the last series that has them wins.</summary>
    public IReadOnlyList<string> EndLabels { get; init; } = [];

    /// <summary>A text printed in every bar that is long enough for it; such bars have no hatching.</summary>
    public string SegmentLabel { get; init; } = "";
}

/// <summary>A low–middle–high interval on an axis of categories.</summary>
public sealed record IntervalSeries : FigureSeries
{
    /// <summary>The intervals; a category index is given as Position.</summary>
    public IReadOnlyList<(int Position, double Low, double Middle, double High)> Items { get; init; } = [];

    /// <summary>One text per item printed beside the data, or empty.</summary>
    public IReadOnlyList<string> EndLabels { get; init; } = [];
}

/// <summary>A filled band between two curves.</summary>
public sealed record BandSeries : FigureSeries
{
    /// <summary>The band from left to right.</summary>
    public IReadOnlyList<(double X, double Low, double High)> Points { get; init; } = [];
}

/// <summary>Values on a rectangular grid, `Values[i, j]` at `Xs[i]`, `Ys[j]`; both ascending.</summary>
public abstract record GridSeries : FigureSeries
{
    /// <summary>Ascending places along the horizontal axis.</summary>
    public IReadOnlyList<double> Xs { get; init; } = [];

    /// <summary>Ascending places along the vertical axis.</summary>
    public IReadOnlyList<double> Ys { get; init; } = [];

    /// <summary>The values; not finite where there is none.</summary>
    public double[,] Values { get; init; } = new double[0, 0];
}

/// <summary>A grid as coloured cells with a colour bar.</summary>
public sealed record HeatMapSeries : GridSeries
{
    /// <summary>What the colour shows, with its unit; printed along the colour bar.</summary>
    public string ValueLabel { get; init; } = "";
}

/// <summary>Lines of equal value of a grid, each with its value.</summary>
public sealed record ContourSeries : GridSeries
{
    /// <summary>The values for which a line is drawn.</summary>
    public IReadOnlyList<double> Levels { get; init; } = [];

    /// <summary>False for the edge of a region, whose level means nothing to a reader.</summary>
    public bool ShowsLevels { get; init; } = true;
}
