namespace Electrolith.Numerics.LinearProgramming;

/// <summary>Inverse of a small basis matrix by Gauss–Jordan elimination with row pivoting.</summary>
internal static class BasisInverse
{
    /// <summary>Computes the inverse.</summary>
    /// <param name="matrix">Columns.</param>
    /// <param name="basis">Columns that form the basis; indices beyond the columns are artificial.</param>
    /// <param name="artificialSign">Sign of the artificial column of each row.</param>
    /// <param name="inverse">Receives the inverse, row after row.</param>
    /// <exception cref="InvalidOperationException">The basis is singular.</exception>
    public static void Compute(ColumnMatrix matrix, ReadOnlySpan<int> basis, ReadOnlySpan<double> artificialSign, Span<double> inverse)
    {
        var rows = basis.Length;
        Span<double> work = rows <= 24 ? stackalloc double[rows * rows] : new double[rows * rows];
        for (var column = 0; column < rows; column++)
        {
            var index = basis[column];
            for (var row = 0; row < rows; row++)
            {
                work[(row * rows) + column] = index < matrix.Count ? matrix[index][row] : index - matrix.Count == row ? artificialSign[row] : 0;
                inverse[(row * rows) + column] = row == column ? 1 : 0;
            }
        }

        for (var step = 0; step < rows; step++)
        {
            var pivot = step;
            for (var row = step + 1; row < rows; row++)
            {
                pivot = Math.Abs(work[(row * rows) + step]) > Math.Abs(work[(pivot * rows) + step]) ? row : pivot;
            }

            if (Math.Abs(work[(pivot * rows) + step]) < 1e-13)
            {
                throw new InvalidOperationException("the basis is singular");
            }

            Swap(work, rows, pivot, step);
            Swap(inverse, rows, pivot, step);
            Eliminate(work, inverse, rows, step);
        }
    }

    private static void Eliminate(Span<double> work, Span<double> inverse, int rows, int step)
    {
        var scale = 1 / work[(step * rows) + step];
        for (var column = 0; column < rows; column++)
        {
            work[(step * rows) + column] *= scale;
            inverse[(step * rows) + column] *= scale;
        }

        for (var row = 0; row < rows; row++)
        {
            var factor = work[(row * rows) + step];
            if (row == step || factor == 0)
            {
                continue;
            }

            for (var column = 0; column < rows; column++)
            {
                work[(row * rows) + column] -= factor * work[(step * rows) + column];
                inverse[(row * rows) + column] -= factor * inverse[(step * rows) + column];
            }
        }
    }

    private static void Swap(Span<double> values, int rows, int first, int second)
    {
        for (var column = 0; first != second && column < rows; column++)
        {
            (values[(first * rows) + column], values[(second * rows) + column]) = (values[(second * rows) + column], values[(first * rows) + column]);
        }
    }
}
