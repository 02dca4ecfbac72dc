namespace Electrolith.Numerics;

/// <summary>Rank correlation: how monotonic the relation between two sampled quantities is.</summary>
public static class RankCorrelation
{
    /// <summary>Spearman's rank correlation, ties with their average rank.</summary>
    /// <param name="left">Samples of one quantity.</param>
    /// <param name="right">Samples of the other, same length.</param>
    /// <returns>-1 to 1; 0 when one of them does not vary.</returns>
    public static double Spearman(ReadOnlySpan<double> left, ReadOnlySpan<double> right) => OfRanks(Ranks(left), Ranks(right));

    /// <summary>Correlation of ranks made by <see cref="Ranks"/>; saves ranking the same samples again.</summary>
    /// <param name="left">Ranks of one quantity.</param>
    /// <param name="right">Ranks of the other, same length.</param>
    /// <returns>-1 to 1; 0 when one of them does not vary.</returns>
    public static double OfRanks(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException($"{left.Length} and {right.Length} samples; the same number is needed", nameof(right));
        }

        // The mean of ranks is known, ties or not.
        var mean = (left.Length + 1) / 2.0;
        double product = 0, leftSquares = 0, rightSquares = 0;
        for (var index = 0; index < left.Length; index++)
        {
            var first = left[index] - mean;
            var second = right[index] - mean;
            product += first * second;
            leftSquares += first * first;
            rightSquares += second * second;
        }

        var scale = Math.Sqrt(leftSquares) * Math.Sqrt(rightSquares);
        return scale > 0 ? Math.Clamp(product / scale, -1, 1) : 0;
    }

    /// <summary>Rank of each sample from 1; equal samples share the average of their ranks.</summary>
    /// <param name="samples">The samples.</param>
    public static double[] Ranks(ReadOnlySpan<double> samples)
    {
        var values = samples.ToArray();
        var order = new int[values.Length];
        for (var index = 0; index < order.Length; index++)
        {
            order[index] = index;
        }

        Array.Sort(values, order);
        var ranks = new double[order.Length];
        for (var first = 0; first < order.Length;)
        {
            var last = first;
            while (last + 1 < order.Length && values[last + 1] == values[first])
            {
                last++;
            }

            for (var index = first; index <= last; index++)
            {
                ranks[order[index]] = ((first + last) / 2.0) + 1;
            }

            first = last + 1;
        }

        return ranks;
    }
}
