using Electrolith.Numerics;

namespace Electrolith.Cells;

/// <summary>Answer of the inverse problem: which loading reaches a target.</summary>
/// <param name="IsReachable">False when no loading reaches it.</param>
/// <param name="ArealCapacity">Smallest areal capacity that reaches the target, C/m²; the best one when none does.</param>
/// <param name="Value">What is reached there, SI unit of the target.</param>
public readonly record struct LoadingSolution(bool IsReachable, double ArealCapacity, double Value);

/// <summary>Finds the areal capacity at which a cell reaches a target.</summary>
public static class LoadingSolver
{
    private const double RelativeTolerance = 1e-10;
    private const int ScanPoints = 200;

    /// <summary>Solves for the areal capacity.</summary>
    /// <param name="figure">Figure of merit for an areal capacity in C/m², for example the specific energy of the cell.</param>
    /// <param name="target">Wanted value in the same unit.</param>
    /// <param name="low">Smallest areal capacity to consider, C/m², above zero.</param>
    /// <param name="high">Largest, C/m².</param>
    /// <returns>The smallest loading that reaches the target, or the best there is.</returns>
    public static LoadingSolution Solve(Func<double, double> figure, double target, double low, double high)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(low);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(high, low);
        // The figure rises with loading and may fall again at very high loading: scan, then refine the first crossing.
        var (bestLoading, best) = (low, figure(low));
        if (best >= target)
        {
            return new LoadingSolution(true, low, best);
        }

        var before = low;
        for (var point = 1; point <= ScanPoints; point++)
        {
            var loading = low * Math.Pow(high / low, (double)point / ScanPoints);
            var value = figure(loading);
            if (value >= target)
            {
                var root = RootFinding.Brent(trial => figure(trial) - target, before, loading, RelativeTolerance * loading);
                return new LoadingSolution(true, root, figure(root));
            }

            (bestLoading, best) = value > best ? (loading, value) : (bestLoading, best);
            before = loading;
        }

        return new LoadingSolution(false, bestLoading, best);
    }
}
