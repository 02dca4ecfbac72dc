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

    /// <summary>Peaks with more than a percent of the whole area, from fast to slow; of a signed distribution those below zero too.</summary>
    /// <param name="isSigned">The distribution may be negative.</param>
    public IEnumerable<PeakPlace> Peaks(bool isSigned = false) =>
        isSigned ? Peaks(1, isSigned).Concat(Peaks(-1, isSigned)).OrderBy(peak => peak.Top) : Peaks(1, isSigned);

    private IEnumerable<PeakPlace> Peaks(int sign, bool isSigned)
    {
        var total = Gamma.Sum(Math.Abs) * Step;
        var from = 0;
        double At(int point) => isSigned ? Math.Max(0, sign * Gamma[point]) : Gamma[point];
        for (var point = 1; point < Gamma.Length; point++)
        {
            var isEnd = point == Gamma.Length - 1;
            if (!isEnd && !(At(point) <= At(point - 1) && At(point) < At(point + 1)))
            {
                continue;
            }

            var (top, area) = (from, 0.0);
            for (var index = from; index <= point; index++)
            {
                top = At(index) > At(top) ? index : top;
                area += At(index) * Step;
            }

            if (area > LeastShare * total && top > from && top < point)
            {
                yield return new PeakPlace(Inside(from, top, 1, sign, isSigned), top, Inside(point, top, -1, sign, isSigned));
            }

            from = point;
        }
    }

    // Of a signed distribution a peak ends where the sign changes.
    private int Inside(int end, int top, int step, int sign, bool isSigned)
    {
        while (isSigned && end != top && sign * Gamma[end] < 0)
        {
            end += step;
        }

        return end;
    }
}
