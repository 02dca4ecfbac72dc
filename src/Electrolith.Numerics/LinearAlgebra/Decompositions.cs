using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Electrolith.Numerics.LinearAlgebra;

/// <summary>Singular values and eigenvalues of dense real matrices, row after row.</summary>
public static class Decompositions
{
    /// <summary>Left singular vectors and singular values.</summary>
    /// <param name="matrix">Entries.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <returns>Values, falling, and the vectors as columns of a square matrix, row after row.</returns>
    /// <exception cref="ArgumentException">The sizes do not match, or an entry is not finite.</exception>
    public static (double[] Values, double[] Vectors) LeftSingular(double[] matrix, int rows, int columns)
    {
        Check(matrix, rows, columns);
        var found = Matrix<double>.Build.DenseOfRowMajor(rows, columns, matrix).Svd(computeVectors: true);
        return ([.. found.S], found.U.ToRowMajorArray());
    }

    /// <summary>Eigenvalues of a square matrix.</summary>
    /// <param name="matrix">Entries.</param>
    /// <param name="size">Rows.</param>
    /// <exception cref="ArgumentException">The sizes do not match, or an entry is not finite.</exception>
    public static Complex[] Eigenvalues(double[] matrix, int size)
    {
        Check(matrix, size, size);
        return [.. Matrix<double>.Build.DenseOfRowMajor(size, size, matrix).Evd(Symmetricity.Asymmetric).EigenValues];
    }

    private static void Check(double[] matrix, int rows, int columns)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (rows < 1 || columns < 1 || matrix.Length != rows * columns || !matrix.All(double.IsFinite))
        {
            throw new ArgumentException($"{matrix.Length} entries are not {rows} rows of {columns} finite numbers", nameof(matrix));
        }
    }
}
