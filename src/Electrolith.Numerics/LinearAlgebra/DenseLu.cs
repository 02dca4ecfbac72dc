namespace Electrolith.Numerics.LinearAlgebra;

/// <summary>LU factors of a dense square matrix with row exchanges, in place, over caller-owned storage.</summary>
public static class DenseLu
{
    /// <summary>Factors a matrix in place.</summary>
    /// <param name="matrix">Row after row; receives the factors.</param>
    /// <param name="pivots">One per row; receives the exchanges.</param>
    /// <returns>False when a pivot is zero or not finite.</returns>
    public static bool Factor(Span<double> matrix, Span<int> pivots)
    {
        var size = pivots.Length;
        for (var column = 0; column < size; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < size; row++)
            {
                if (Math.Abs(matrix[(row * size) + column]) > Math.Abs(matrix[(pivot * size) + column]))
                {
                    pivot = row;
                }
            }

            var value = matrix[(pivot * size) + column];
            if (value == 0 || !double.IsFinite(value))
            {
                return false;
            }

            pivots[column] = pivot;
            for (var other = 0; pivot != column && other < size; other++)
            {
                (matrix[(pivot * size) + other], matrix[(column * size) + other]) = (matrix[(column * size) + other], matrix[(pivot * size) + other]);
            }

            for (var row = column + 1; row < size; row++)
            {
                var factor = matrix[(row * size) + column] /= value;
                for (var other = column + 1; factor != 0 && other < size; other++)
                {
                    matrix[(row * size) + other] -= factor * matrix[(column * size) + other];
                }
            }
        }

        return true;
    }

    /// <summary>Solves with the factors, in place.</summary>
    /// <param name="factors">From <see cref="Factor"/>.</param>
    /// <param name="pivots">From <see cref="Factor"/>.</param>
    /// <param name="right">Right-hand side; receives the solution.</param>
    public static void Solve(ReadOnlySpan<double> factors, ReadOnlySpan<int> pivots, Span<double> right)
    {
        var size = pivots.Length;
        for (var row = 0; row < size; row++)
        {
            (right[row], right[pivots[row]]) = (right[pivots[row]], right[row]);
        }

        for (var row = 0; row < size; row++)
        {
            var sum = right[row];
            for (var column = 0; column < row; column++)
            {
                sum -= factors[(row * size) + column] * right[column];
            }

            right[row] = sum;
        }

        for (var row = size - 1; row >= 0; row--)
        {
            var sum = right[row];
            for (var column = row + 1; column < size; column++)
            {
                sum -= factors[(row * size) + column] * right[column];
            }

            right[row] = sum / factors[(row * size) + row];
        }
    }
}
