namespace Electrolith.Numerics;

/// <summary>Latin hypercube samples: each dimension's range is cut into as many slices as there are samples, one point in each.</summary>
public static class LatinHypercube
{
    /// <summary>Fills a table with points of the unit cube.</summary>
    /// <param name="stream">Random numbers.</param>
    /// <param name="samples">Number of points.</param>
    /// <param name="dimensions">Number of coordinates.</param>
    /// <param name="rowMajor">Receives samples × dimensions numbers in [0, 1), one point after the other.</param>
    public static void Fill(RandomStream stream, int samples, int dimensions, Span<double> rowMajor)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(samples);
        ArgumentOutOfRangeException.ThrowIfNegative(dimensions);
        if (rowMajor.Length < (long)samples * dimensions)
        {
            throw new ArgumentException($"room for {rowMajor.Length} numbers, {(long)samples * dimensions} needed", nameof(rowMajor));
        }

        var order = new int[samples];
        for (var dimension = 0; dimension < dimensions; dimension++)
        {
            Shuffle(stream, order);
            for (var sample = 0; sample < samples; sample++)
            {
                rowMajor[(sample * dimensions) + dimension] = (order[sample] + stream.NextDouble()) / samples;
            }
        }
    }

    private static void Shuffle(RandomStream stream, int[] order)
    {
        for (var index = 0; index < order.Length; index++)
        {
            order[index] = index;
        }

        for (var last = order.Length - 1; last > 0; last--)
        {
            var other = stream.NextInt32(last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }
    }
}
