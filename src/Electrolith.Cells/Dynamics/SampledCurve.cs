namespace Electrolith.Cells.Dynamics;

/// <summary>
/// A smooth function of the stoichiometry on [0, 1], sampled once and evaluated as cubic Hermite pieces: a few nanoseconds for value
/// and slope, which belong together exactly.
/// </summary>
public sealed class SampledCurve
{
    private const int Pieces = 4096;
    private readonly double[] values = new double[Pieces + 1];
    private readonly double[] slopes = new double[Pieces + 1];

    /// <summary>Samples a function.</summary>
    /// <param name="name">What it is, for messages and records.</param>
    /// <param name="function">Finite on [0, 1]; at the ends it may be evaluated a ten-thousandth outside.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public SampledCurve(string name, Func<double, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        (Name, Exact) = (name, function);
        const double Step = 1e-4;
        for (var index = 0; index <= Pieces; index++)
        {
            var at = (double)index / Pieces;
            values[index] = function(at);
            slopes[index] = ((8 * (function(at + (Step / 2)) - function(at - (Step / 2)))) - (function(at + Step) - function(at - Step))) / (6 * Step);
            if (!double.IsFinite(values[index]) || !double.IsFinite(slopes[index]))
            {
                throw new ArgumentException($"{name} has no finite value at stoichiometry {at}", nameof(function));
            }
        }
    }

    /// <summary>What it is.</summary>
    public string Name { get; }

    /// <summary>The function itself.</summary>
    public Func<double, double> Exact { get; }

    /// <summary>A curve through measured points: monotone cubic pieces (Fritsch and Carlson, 1980), held constant outside.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="points">Stoichiometry and value; at least two different stoichiometries, any order.</param>
    public static SampledCurve Through(string name, IEnumerable<(double Stoichiometry, double Value)> points)
    {
        var sorted = points.OrderBy(point => point.Stoichiometry).DistinctBy(point => point.Stoichiometry).ToArray();
        if (sorted.Length < 2)
        {
            throw new ArgumentException($"{name}: at least two points are needed", nameof(points));
        }

        var tangents = MonotoneTangents(sorted);
        return new SampledCurve(name, at => Piece(sorted, tangents, at));
    }

    /// <summary>Value and slope.</summary>
    /// <param name="stoichiometry">Outside [0, 1] the end values are held.</param>
    /// <param name="slope">Derivative with respect to the stoichiometry.</param>
    public double At(double stoichiometry, out double slope)
    {
        var scaled = Math.Clamp(stoichiometry, 0, 1) * Pieces;
        var index = Math.Min((int)scaled, Pieces - 1);
        var t = scaled - index;
        const double Width = 1.0 / Pieces;
        double v0 = values[index], v1 = values[index + 1], s0 = slopes[index] * Width, s1 = slopes[index + 1] * Width;
        var rise = v1 - v0;
        double c2 = (3 * rise) - (2 * s0) - s1, c3 = s0 + s1 - (2 * rise);
        slope = (s0 + (t * ((2 * c2) + (t * 3 * c3)))) * Pieces;
        return v0 + (t * (s0 + (t * (c2 + (t * c3)))));
    }

    /// <summary>Value.</summary>
    /// <param name="stoichiometry">Outside [0, 1] the end values are held.</param>
    public double At(double stoichiometry) => At(stoichiometry, out _);

    private static double[] MonotoneTangents((double X, double Y)[] points)
    {
        var count = points.Length;
        var secants = new double[count - 1];
        for (var index = 0; index < count - 1; index++)
        {
            secants[index] = (points[index + 1].Y - points[index].Y) / (points[index + 1].X - points[index].X);
        }

        var tangents = new double[count];
        (tangents[0], tangents[^1]) = (secants[0], secants[^1]);
        for (var index = 1; index < count - 1; index++)
        {
            var (left, right) = (secants[index - 1], secants[index]);
            tangents[index] = left * right <= 0 ? 0 : 2 * left * right / (left + right);
        }

        return tangents;
    }

    private static double Piece((double X, double Y)[] points, double[] tangents, double at)
    {
        if (at <= points[0].X || at >= points[^1].X)
        {
            return at <= points[0].X ? points[0].Y : points[^1].Y;
        }

        int low = 0, high = points.Length - 1;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = points[middle].X <= at ? (middle, high) : (low, middle);
        }

        var width = points[high].X - points[low].X;
        var t = (at - points[low].X) / width;
        double s0 = tangents[low] * width, s1 = tangents[high] * width, rise = points[high].Y - points[low].Y;
        return points[low].Y + (t * (s0 + (t * ((3 * rise) - (2 * s0) - s1 + (t * (s0 + s1 - (2 * rise)))))));
    }
}
