namespace Electrolith.Numerics;

/// <summary>Quantiles of samples, by linear interpolation between order statistics (type 7 of Hyndman and Fan, 1996).</summary>
public static class Quantiles
{
    /// <summary>A quantile.</summary>
    /// <param name="sorted">Samples in ascending order, at least one.</param>
    /// <param name="probability">From 0 to 1.</param>
    public static double Of(ReadOnlySpan<double> sorted, double probability)
    {
        if (sorted.IsEmpty)
        {
            throw new ArgumentException("at least one sample is needed", nameof(sorted));
        }

        if (!(probability >= 0 && probability <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "from 0 to 1");
        }

        var place = (sorted.Length - 1) * probability;
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        // Written so that equal (also infinite) neighbours give themselves back.
        return sorted[below] == sorted[above] ? sorted[below] : sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
