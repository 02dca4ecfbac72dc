namespace Electrolith.Numerics.LeastSquares;

/// <summary>Small symmetric positive definite systems.</summary>
public static class Cholesky
{
    /// <summary>Solves A x = b in place.</summary>
    /// <param name="matrix">A, row after row; overwritten by its factor.</param>
    /// <param name="right">b; receives x.</param>
    /// <returns>False when A is not positive definite; then both are left spoilt.</returns>
    public static bool Solve(Span<double> matrix, Span<double> right)
    {
        var size = right.Length;
        if (!Factor(matrix, size))
        {
            return false;
        }

        Substitute(matrix, right);
        return true;
    }

    /// <summary>Inverse of A.</summary>
    /// <param name="matrix">A, row after row; left as it is.</param>
    /// <param name="size">Rows.</param>
    /// <returns>The inverse; null when A is not positive definite.</returns>
    public static double[]? Inverse(ReadOnlySpan<double> matrix, int size)
    {
        var inverse = new double[size * size];
        var column = new double[size];
        var factor = matrix.ToArray();
        if (!Factor(factor, size))
        {
            return null;
        }

        for (var j = 0; j < size; j++)
        {
            Array.Clear(column);
            column[j] = 1;
            Substitute(factor, column);
            for (var i = 0; i < size; i++)
            {
                inverse[(i * size) + j] = column[i];
            }
        }

        return inverse;
    }

    // Solves with the lower factor and then with its transpose.
    private static void Substitute(ReadOnlySpan<double> factor, Span<double> right)
    {
        var size = right.Length;
        for (var i = 0; i < size; i++)
        {
            var sum = right[i];
            for (var k = 0; k < i; k++)
            {
                sum -= factor[(i * size) + k] * right[k];
            }

            right[i] = sum / factor[(i * size) + i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            var sum = right[i];
            for (var k = i + 1; k < size; k++)
            {
                sum -= factor[(k * size) + i] * right[k];
            }

            right[i] = sum / factor[(i * size) + i];
        }
    }

    private static bool Factor(Span<double> matrix, int size)
    {
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[(i * size) + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= matrix[(i * size) + k] * matrix[(j * size) + k];
                }

                if (i != j)
                {
                    matrix[(i * size) + j] = sum / matrix[(j * size) + j];
                }
                else if (sum > 0 && double.IsFinite(sum))
                {
                    matrix[(i * size) + i] = Math.Sqrt(sum);
                }
                else
                {
                    return false;
                }
            }
        }

        return true;
    }
}
