namespace Electrolith.Processing.Fitting;

/// <summary>A straight line through points by least squares.</summary>
/// <param name="Slope">Slope.</param>
/// <param name="Intercept">Value at 0.</param>
/// <param name="SlopeError">Standard error of the slope; infinite with fewer than three points.</param>
/// <param name="Residual">Root mean square of the residuals.</param>
public readonly record struct StraightLine(double Slope, double Intercept, double SlopeError, double Residual)
{
    /// <summary>Fits a line.</summary>
    /// <param name="x">At least two different places.</param>
    /// <param name="y">As many values.</param>
    public static StraightLine Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length < 2 || x.Length != y.Length)
        {
            throw new ArgumentException($"two or more points are needed, {x.Length} and {y.Length} were given", nameof(x));
        }

        var (meanX, meanY) = (0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            meanX += x[i] / x.Length;
            meanY += y[i] / x.Length;
        }

        var (square, cross) = (0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            square += (x[i] - meanX) * (x[i] - meanX);
            cross += (x[i] - meanX) * (y[i] - meanY);
        }

        if (!(square > 0))
        {
            throw new ArgumentException("all points lie at the same place, so no slope can be found", nameof(x));
        }

        var slope = cross / square;
        var rest = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            var residual = y[i] - meanY - (slope * (x[i] - meanX));
            rest += residual * residual;
        }

        var error = x.Length > 2 ? Math.Sqrt(rest / (x.Length - 2) / square) : double.PositiveInfinity;
        return new StraightLine(slope, meanY - (slope * meanX), error, Math.Sqrt(rest / x.Length));
    }
}
