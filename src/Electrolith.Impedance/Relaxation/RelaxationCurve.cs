namespace Electrolith.Impedance.Relaxation;

/// <summary>Where a peak stands in a curve.</summary>
/// <param name="From">First point, a minimum.</param>
/// <param name="Top">The maximum.</param>
/// <param name="To">Last point, the next minimum.</param>
internal readonly record struct PeakPlace(int From, int Top, int To);

/// <summary>A distribution on a fine grid.</summary>
internal sealed class RelaxationCurve
{
    private const int PointsPerFunction = 10;
    private const double LeastShare = 0.01;
    private const double Beyond = 1.2;

    private RelaxationCurve(double[] places, double[] gamma)
    {
        (Places, Gamma, Step) = (places, gamma, places[1] - places[0]);
        Times = [.. places.Select(Math.Exp)];
    }

    /// <summary>ln τ.</summary>
    public double[] Places { get; }

    /// <summary>τ, s.</summary>
    public double[] Times { get; }

    /// <summary>γ, ohm.</summary>
    public double[] Gamma { get; }

    /// <summary>Distance of two points in ln τ.</summary>
    public double Step { get; }

    /// <summary>The curve of a distribution, half a decade beyond both ends, where the outermost functions still have area.</summary>
    /// <param name="basis">Functions.</param>
    /// <param name="coefficients">Heights, ohm.</param>
    public static RelaxationCurve Of(RelaxationBasis basis, ReadOnlySpan<double> coefficients)
    {
        var count = ((basis.Count - 1) * PointsPerFunction) + 1;
        var (low, high) = (basis.Nodes[0] - Beyond, basis.Nodes[^1] + Beyond);
        var (places, gamma) = (new double[count], new double[count]);
        for (var point = 0; point < count; point++)
        {
            places[point] = low + ((high - low) * point / (count - 1));
            gamma[point] = basis.Sum(coefficients, places[point]);
        }

        return new RelaxationCurve(places, gamma);
    }

    /// <summary>Area between two points, both counted, ohm.</summary>
    public double Area(int from, int to)
    {
        var sum = 0.0;
        for (var point = from; point <= to; point++)
        {
            sum += Gamma[point];
        }

        return sum * Step;
    }

    /// <summary>Peaks with more than a percent of the whole area, from fast to slow.</summary>
    public IEnumerable<PeakPlace> Peaks()
    {
        var total = Gamma.Sum(Math.Abs) * Step;
        var from = 0;
        for (var point = 1; point < Gamma.Length; point++)
        {
            var isEnd = point == Gamma.Length - 1;
            if (!isEnd && !(Gamma[point] <= Gamma[point - 1] && Gamma[point] < Gamma[point + 1]))
            {
                continue;
            }

            var top = Enumerable.Range(from, point - from + 1).MaxBy(index => Gamma[index]);
            if (Area(from, point) > LeastShare * total && top > from && top < point)
            {
                yield return new PeakPlace(from, top, point);
            }

            from = point;
        }
    }
}
