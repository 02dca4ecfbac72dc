namespace Electrolith.Numerics.LinearProgramming;

/// <summary>
/// Minimises c·x with A x = b and x ≥ 0 by the revised simplex method, for few rows (up to about 20) and many columns.
/// </summary>
/// <remarks>
/// Dantzig's rule chooses the entering column, the lowest index among equals; after a run of steps without progress Bland's rule
/// takes over until there is progress, so the method ends. The result depends on the order of the columns only where several
/// optimal bases exist. Primal optimum, duals and residuals are computed from a fresh factorisation of the last basis.
/// Memory: the inverse of the basis; nothing is allocated while pivoting.
/// </remarks>
public static class RevisedSimplex
{
    /// <summary>Solves the program.</summary>
    /// <param name="matrix">Columns of A.</param>
    /// <param name="costs">Cost of each column.</param>
    /// <param name="right">Right-hand side b, one value for each row, of any sign.</param>
    /// <param name="start">A feasible basis to start from; empty to start from artificial columns.</param>
    /// <returns>The optimum, or why there is none.</returns>
    /// <exception cref="ArgumentException">The sizes do not match.</exception>
    /// <exception cref="InvalidOperationException">No end after very many steps, which points to a badly scaled matrix.</exception>
    public static LinearProgramSolution Minimise(ColumnMatrix matrix, ReadOnlySpan<double> costs, ReadOnlySpan<double> right, ReadOnlySpan<int> start = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (costs.Length != matrix.Count || right.Length != matrix.Rows || (start.Length != 0 && start.Length != matrix.Rows))
        {
            throw new ArgumentException($"{matrix.Rows} rows and {matrix.Count} columns were given {right.Length} right-hand sides, {costs.Length} costs and a basis of {start.Length}", nameof(matrix));
        }

        var tableau = new SimplexTableau(matrix, costs, right, start);
        var status = tableau.Run(costs);
        return status == LinearProgramStatus.Optimal ? tableau.Solution(costs) : new LinearProgramSolution { Status = status };
    }
}
