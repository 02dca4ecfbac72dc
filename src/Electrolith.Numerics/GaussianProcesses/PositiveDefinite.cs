namespace Electrolith.Numerics.GaussianProcesses;

/// <summary>Factor, inverse and determinant of a symmetric positive definite matrix, row after row; every inner loop runs along rows.</summary>
internal sealed class PositiveDefinite
{
    private readonly int size;
    private readonly double[] factor;

    private PositiveDefinite(double[] factor, int size, double jitter) => (this.factor, this.size, Jitter) = (factor, size, jitter);

    /// <summary>What was added to the diagonal so that rounding does not spoil the factor.</summary>
    public double Jitter { get; }

    /// <summary>Logarithm of the determinant.</summary>
    public double LogDeterminant
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < size; i++)
            {
                sum += Math.Log(factor[(i * size) + i]);
            }

            return 2 * sum;
        }
    }

    /// <summary>Factors a matrix; adds as little to the diagonal as makes it possible.</summary>
    /// <param name="matrix">Entries; left as they are.</param>
    /// <param name="size">Rows.</param>
    /// <param name="scale">Size of the diagonal, by which the additions are measured.</param>
    /// <returns>Null when an entry is not finite, or even a thousandth of the diagonal does not help.</returns>
    public static PositiveDefinite? Factor(double[] matrix, int size, double scale)
    {
        for (var jitter = 0.0; jitter <= 1e-3 * scale; jitter = jitter > 0 ? jitter * 10 : 1e-12 * scale)
        {
            var lower = new double[size * size];
            if (TryFactor(matrix, lower, size, jitter))
            {
                return new PositiveDefinite(lower, size, jitter);
            }
        }

        return null;
    }

    /// <summary>Solves with the lower factor, in place.</summary>
    /// <param name="right">Right-hand side; receives the solution.</param>
    public void SolveLower(Span<double> right)
    {
        for (var i = 0; i < size; i++)
        {
            right[i] = (right[i] - Dot(factor.AsSpan(i * size, i), right[..i])) / factor[(i * size) + i];
        }
    }

    /// <summary>Solves with the matrix, in place.</summary>
    /// <param name="right">Right-hand side; receives the solution.</param>
    public void Solve(Span<double> right)
    {
        SolveLower(right);
        for (var i = size - 1; i >= 0; i--)
        {
            var value = right[i] /= factor[(i * size) + i];
            var row = factor.AsSpan(i * size, i);
            for (var k = 0; k < i; k++)
            {
                right[k] -= row[k] * value;
            }
        }
    }

    /// <summary>The inverse, row after row.</summary>
    public double[] Inverse()
    {
        // Rows of the inverse factor, then its transpose times itself.
        var lower = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            var row = lower.AsSpan(i * size, size);
            for (var k = 0; k < i; k++)
            {
                var value = factor[(i * size) + k];
                var other = lower.AsSpan(k * size, k + 1);
                for (var j = 0; j <= k; j++)
                {
                    row[j] -= value * other[j];
                }
            }

            var diagonal = factor[(i * size) + i];
            for (var j = 0; j < i; j++)
            {
                row[j] /= diagonal;
            }

            row[i] = 1 / diagonal;
        }

        var inverse = new double[size * size];
        for (var k = 0; k < size; k++)
        {
            var row = lower.AsSpan(k * size, k + 1);
            for (var i = 0; i <= k; i++)
            {
                var value = row[i];
                var target = inverse.AsSpan(i * size, i + 1);
                for (var j = 0; j <= i; j++)
                {
                    target[j] += value * row[j];
                }
            }
        }

        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++)
            {
                inverse[(j * size) + i] = inverse[(i * size) + j];
            }
        }

        return inverse;
    }

    /// <summary>Sum of products, always in the same order.</summary>
    internal static double Dot(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var sum = 0.0;
        for (var i = 0; i < first.Length; i++)
        {
            sum += first[i] * second[i];
        }

        return sum;
    }

    private static bool TryFactor(double[] matrix, double[] lower, int size, double jitter)
    {
        for (var i = 0; i < size; i++)
        {
            var row = lower.AsSpan(i * size, size);
            for (var j = 0; j < i; j++)
            {
                row[j] = (matrix[(i * size) + j] - Dot(row[..j], lower.AsSpan(j * size, j))) / lower[(j * size) + j];
            }

            var pivot = matrix[(i * size) + i] + jitter - Dot(row[..i], row[..i]);
            if (!(pivot > 1e-14 * matrix[(i * size) + i]) || !double.IsFinite(pivot))
            {
                return false;
            }

            row[i] = Math.Sqrt(pivot);
        }

        return true;
    }
}
