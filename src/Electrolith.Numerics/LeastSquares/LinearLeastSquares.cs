namespace Electrolith.Numerics.LeastSquares;

/// <summary>Linear least squares by Householder reflections with column pivoting, columns scaled to unit length first.</summary>
public static class LinearLeastSquares
{
    private const double RankTolerance = 1e-13;

    /// <summary>Finds x with least |A x − b|.</summary>
    /// <param name="matrix">A, row after row; overwritten.</param>
    /// <param name="right">b; overwritten.</param>
    /// <param name="columns">Number of unknowns, at most as many as rows.</param>
    /// <returns>x; unknowns of columns that depend on others are 0.</returns>
    /// <exception cref="ArgumentException">The sizes do not match, or there are fewer rows than columns.</exception>
    public static double[] Solve(Span<double> matrix, Span<double> right, int columns)
    {
        var rows = right.Length;
        if (columns < 1 || rows < columns || matrix.Length != rows * columns)
        {
            throw new ArgumentException($"{matrix.Length} entries are not {rows} rows and {columns} columns with at least as many rows", nameof(matrix));
        }

        var (scale, order, lengths) = (new double[columns], new int[columns], new double[columns]);
        for (var column = 0; column < columns; column++)
        {
            scale[column] = Length(matrix, rows, columns, column, 0);
            order[column] = column;
            for (var row = 0; row < rows && scale[column] > 0; row++)
            {
                matrix[(row * columns) + column] /= scale[column];
            }
        }

        var rank = columns;
        for (var step = 0; step < columns; step++)
        {
            var longest = step;
            for (var column = step; column < columns; column++)
            {
                lengths[column] = Length(matrix, rows, columns, column, step);
                longest = lengths[column] > lengths[longest] * (1 + 1e-12) ? column : longest;
            }

            if (lengths[longest] < RankTolerance)
            {
                rank = step;
                break;
            }

            SwapColumns(matrix, rows, columns, step, longest);
            (order[step], order[longest]) = (order[longest], order[step]);
            Reflect(matrix, right, rows, columns, step);
        }

        return Back(matrix, right, columns, rank, order, scale);
    }

    private static double Length(ReadOnlySpan<double> matrix, int rows, int columns, int column, int from)
    {
        var sum = 0.0;
        for (var row = from; row < rows; row++)
        {
            var value = matrix[(row * columns) + column];
            sum += value * value;
        }

        return Math.Sqrt(sum);
    }

    private static void SwapColumns(Span<double> matrix, int rows, int columns, int first, int second)
    {
        for (var row = 0; first != second && row < rows; row++)
        {
            (matrix[(row * columns) + first], matrix[(row * columns) + second]) = (matrix[(row * columns) + second], matrix[(row * columns) + first]);
        }
    }

    private static void Reflect(Span<double> matrix, Span<double> right, int rows, int columns, int step)
    {
        var length = Length(matrix, rows, columns, step, step);
        var head = matrix[(step * columns) + step];
        var diagonal = head > 0 ? -length : length;
        matrix[(step * columns) + step] = head - diagonal;
        // The reflection vector stands in the column; beta = 2 / vᵀv.
        var beta = 1 / (length * (length + Math.Abs(head)));
        for (var column = step + 1; column <= columns; column++)
        {
            var product = 0.0;
            for (var row = step; row < rows; row++)
            {
                product += matrix[(row * columns) + step] * (column < columns ? matrix[(row * columns) + column] : right[row]);
            }

            product *= beta;
            for (var row = step; row < rows; row++)
            {
                if (column < columns)
                {
                    matrix[(row * columns) + column] -= product * matrix[(row * columns) + step];
                }
                else
                {
                    right[row] -= product * matrix[(row * columns) + step];
                }
            }
        }

        matrix[(step * columns) + step] = diagonal;
    }

    private static double[] Back(ReadOnlySpan<double> matrix, ReadOnlySpan<double> right, int columns, int rank, int[] order, double[] scale)
    {
        var solution = new double[columns];
        for (var row = rank - 1; row >= 0; row--)
        {
            var sum = right[row];
            for (var column = row + 1; column < rank; column++)
            {
                sum -= matrix[(row * columns) + column] * solution[order[column]] * scale[order[column]];
            }

            solution[order[row]] = sum / matrix[(row * columns) + row] / scale[order[row]];
        }

        return solution;
    }
}
