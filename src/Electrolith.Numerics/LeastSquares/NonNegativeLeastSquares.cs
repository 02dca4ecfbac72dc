namespace Electrolith.Numerics.LeastSquares;

/// <summary>Minimises ½ xᵀHx − gᵀx with x ≥ 0 by the active-set method of Lawson and Hanson on the normal matrix.</summary>
public static class NonNegativeLeastSquares
{
    /// <summary>Solves.</summary>
    /// <param name="normal">H, symmetric positive definite, row after row.</param>
    /// <param name="gradient">g = Aᵀb.</param>
    /// <param name="isFree">Unknowns that may be negative; null for none.</param>
    /// <param name="guess">An approximate solution; its positive unknowns are tried first. Null for none.</param>
    /// <returns>x.</returns>
    /// <exception cref="InvalidOperationException">H is not positive definite.</exception>
    public static double[] Solve(ReadOnlySpan<double> normal, ReadOnlySpan<double> gradient, bool[]? isFree = null, ReadOnlySpan<double> guess = default)
    {
        var size = gradient.Length;
        var solution = new double[size];
        var isPassive = new bool[size];
        for (var index = 0; index < size; index++)
        {
            isPassive[index] = isFree?[index] == true || (!guess.IsEmpty && guess[index] > 0);
        }

        var scale = 0.0;
        foreach (var value in gradient)
        {
            scale = Math.Max(scale, Math.Abs(value));
        }

        for (var round = 0; round < 30 * size; round++)
        {
            if (!Inner(normal, gradient, solution, isPassive, isFree))
            {
                continue;
            }

            var entering = Steepest(normal, gradient, solution, isPassive, 1e-12 * scale);
            if (entering < 0)
            {
                break;
            }

            isPassive[entering] = true;
        }

        return solution;
    }

    // Minimises over the passive unknowns; when one would fall below zero, goes as far as it can and drops it.
    private static bool Inner(ReadOnlySpan<double> normal, ReadOnlySpan<double> gradient, double[] solution, bool[] isPassive, bool[]? isFree)
    {
        var size = solution.Length;
        var passive = new List<int>(size);
        for (var index = 0; index < size; index++)
        {
            if (isPassive[index])
            {
                passive.Add(index);
            }
        }

        var (matrix, trial) = (new double[passive.Count * passive.Count], new double[passive.Count]);
        for (var row = 0; row < passive.Count; row++)
        {
            trial[row] = gradient[passive[row]];
            for (var column = 0; column < passive.Count; column++)
            {
                matrix[(row * passive.Count) + column] = normal[(passive[row] * size) + passive[column]];
            }
        }

        if (passive.Count > 0 && !Cholesky.Solve(matrix, trial))
        {
            throw new InvalidOperationException("the normal matrix is not positive definite; more regularisation is needed");
        }

        var share = 1.0;
        for (var row = 0; row < passive.Count; row++)
        {
            var index = passive[row];
            if (trial[row] <= 0 && isFree?[index] != true)
            {
                share = Math.Min(share, solution[index] <= 0 ? 0 : solution[index] / (solution[index] - trial[row]));
            }
        }

        for (var row = 0; row < passive.Count; row++)
        {
            var index = passive[row];
            solution[index] += share * (trial[row] - solution[index]);
            if (share < 1 && isFree?[index] != true && solution[index] <= 1e-15 * Math.Abs(trial[row]) + 1e-300)
            {
                (solution[index], isPassive[index]) = (0, false);
            }
        }

        return share >= 1;
    }

    private static int Steepest(ReadOnlySpan<double> normal, ReadOnlySpan<double> gradient, double[] solution, bool[] isPassive, double tolerance)
    {
        var (best, steepest) = (-1, tolerance);
        for (var index = 0; index < solution.Length; index++)
        {
            if (isPassive[index])
            {
                continue;
            }

            var slope = gradient[index];
            for (var column = 0; column < solution.Length; column++)
            {
                slope -= normal[(index * solution.Length) + column] * solution[column];
            }

            (best, steepest) = slope > steepest ? (index, slope) : (best, steepest);
        }

        return best;
    }
}
