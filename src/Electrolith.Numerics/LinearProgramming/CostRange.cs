namespace Electrolith.Numerics.LinearProgramming;

/// <summary>How far costs that are linear in one parameter may move before an optimal basis stops being optimal.</summary>
public static class CostRange
{
    private const double Tolerance = 1e-10;

    /// <summary>The stretch of the parameter t on which a basis is optimal for the costs c + t s.</summary>
    /// <param name="solution">An optimum at some t.</param>
    /// <param name="matrix">Columns of the program.</param>
    /// <param name="costs">Costs c.</param>
    /// <param name="slopes">Slopes s.</param>
    /// <returns>Both ends; infinite where nothing limits.</returns>
    public static (double From, double To) Of(LinearProgramSolution solution, ColumnMatrix matrix, ReadOnlySpan<double> costs, ReadOnlySpan<double> slopes)
    {
        ArgumentNullException.ThrowIfNull(solution);
        ArgumentNullException.ThrowIfNull(matrix);
        var (constant, slope) = (solution.Price(costs), solution.Price(slopes));
        var (from, to) = (double.NegativeInfinity, double.PositiveInfinity);
        var values = matrix.Values;
        for (var column = 0; column < costs.Length; column++)
        {
            var (cost, rise) = (costs[column], slopes[column]);
            var entries = values.Slice(column * constant.Length, constant.Length);
            for (var row = 0; row < entries.Length; row++)
            {
                cost -= constant[row] * entries[row];
                rise -= slope[row] * entries[row];
            }

            // Reduced cost at t: cost + t rise; it must not fall below zero.
            if (rise > Tolerance)
            {
                from = Math.Max(from, -cost / rise);
            }
            else if (rise < -Tolerance)
            {
                to = Math.Min(to, -cost / rise);
            }
        }

        return (from, to);
    }
}
