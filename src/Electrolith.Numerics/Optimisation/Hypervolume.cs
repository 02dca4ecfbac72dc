namespace Electrolith.Numerics.Optimisation;

/// <summary>The volume that points dominate, up to a reference point: how good a set of compromises is, in one number.</summary>
public static class Hypervolume
{
    /// <summary>The volume.</summary>
    /// <param name="points">Objectives of each point; smaller is better.</param>
    /// <param name="reference">A point that is worse than all; what is not below it does not count.</param>
    /// <remarks>Slices along the last objective (Zitzler, 2001): exact, meant for some hundred points and up to four objectives.</remarks>
    public static double Of(IEnumerable<double[]> points, ReadOnlySpan<double> reference)
    {
        ArgumentNullException.ThrowIfNull(points);
        var limit = reference.ToArray();
        double[][] below = [.. points.Where(point => point.Zip(limit, (value, most) => value < most).All(isBelow => isBelow))];
        return Slice(below, limit, limit.Length);
    }

    private static double Slice(double[][] points, double[] reference, int dimensions)
    {
        if (points.Length == 0)
        {
            return 0;
        }

        if (dimensions == 1)
        {
            return reference[0] - points.Min(point => point[0]);
        }

        var last = dimensions - 1;
        double[][] sorted = [.. points.OrderBy(point => point[last])];
        var sum = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var depth = (i + 1 < sorted.Length ? sorted[i + 1][last] : reference[last]) - sorted[i][last];
            if (depth > 0)
            {
                sum += depth * Slice(sorted[..(i + 1)], reference, last);
            }
        }

        return sum;
    }
}
