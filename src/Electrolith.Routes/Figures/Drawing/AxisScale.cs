namespace Electrolith.Routes.Figures.Drawing;

/// <summary>Maps the values of an axis to pixels.</summary>
internal sealed record AxisScale(double Low, double High, double Start, double End, AxisScaleKind Kind)
{
    public bool IsLogarithmic => Kind == AxisScaleKind.Logarithmic;

    public bool Shows(double value) => double.IsFinite(value) && (!IsLogarithmic || value > 0);

    /// <summary>The pixel of a value, clamped a little outside the axis so that far values do not make endless paths.</summary>
    public double Pixel(double value)
    {
        double share = IsLogarithmic
            ? Math.Log(Math.Max(value, double.Epsilon) / Low) / Math.Log(High / Low)
            : (value - Low) / (High - Low);
        return Start + (End - Start) * Math.Clamp(share, -2, 3);
    }

    /// <summary>The value half-way between two values as seen on the axis.</summary>
    public double Between(double a, double b) => IsLogarithmic && a > 0 && b > 0 ? Math.Sqrt(a) * Math.Sqrt(b) : a / 2 + b / 2;
}
