namespace Electrolith.Numerics.LinearAlgebra;

/// <summary>A square band matrix and its LU factors with row exchanges, in place; nothing is allocated after construction.</summary>
public sealed class BandedLu
{
    private readonly int lower;
    private readonly int width;
    private readonly double[] band;
    private readonly int[] pivots;

    /// <summary>Makes a matrix of zeros.</summary>
    /// <param name="size">Rows, at least 1.</param>
    /// <param name="lowerBand">Diagonals below the main one.</param>
    /// <param name="upperBand">Diagonals above it.</param>
    public BandedLu(int size, int lowerBand, int upperBand)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(lowerBand);
        ArgumentOutOfRangeException.ThrowIfNegative(upperBand);
        (Size, lower, Upper) = (size, lowerBand, upperBand);
        // Row exchanges fill as many further diagonals above as there are below.
        width = (2 * lowerBand) + upperBand + 1;
        band = new double[size * width];
        pivots = new int[size];
    }

    /// <summary>Rows.</summary>
    public int Size { get; }

    /// <summary>Diagonals above the main one.</summary>
    public int Upper { get; }

    /// <summary>An element; outside the band it may not be written.</summary>
    /// <param name="row">Row from 0.</param>
    /// <param name="column">Column from 0, within the band.</param>
    public ref double this[int row, int column] => ref band[(row * width) + column - row + lower];

    /// <summary>Sets every element to zero.</summary>
    public void Clear() => Array.Clear(band);

    /// <summary>Factors the matrix in place.</summary>
    /// <returns>False when a pivot is zero or not finite; the matrix is then of no use.</returns>
    public bool Factor()
    {
        for (var column = 0; column < Size; column++)
        {
            var last = Math.Min(column + lower, Size - 1);
            var pivot = column;
            for (var row = column + 1; row <= last; row++)
            {
                if (Math.Abs(this[row, column]) > Math.Abs(this[pivot, column]))
                {
                    pivot = row;
                }
            }

            var value = this[pivot, column];
            if (value == 0 || !double.IsFinite(value))
            {
                return false;
            }

            pivots[column] = pivot;
            var end = Math.Min(column + lower + Upper, Size - 1);
            for (var other = column; pivot != column && other <= end; other++)
            {
                (this[pivot, other], this[column, other]) = (this[column, other], this[pivot, other]);
            }

            for (var row = column + 1; row <= last; row++)
            {
                var factor = this[row, column] /= value;
                for (var other = column + 1; factor != 0 && other <= end; other++)
                {
                    this[row, other] -= factor * this[column, other];
                }
            }
        }

        return true;
    }

    /// <summary>Solves with the factors, in place.</summary>
    /// <param name="right">Right-hand side; receives the solution.</param>
    public void Solve(Span<double> right)
    {
        for (var column = 0; column < Size; column++)
        {
            var pivot = pivots[column];
            (right[column], right[pivot]) = (right[pivot], right[column]);
            var last = Math.Min(column + lower, Size - 1);
            for (var row = column + 1; row <= last; row++)
            {
                right[row] -= this[row, column] * right[column];
            }
        }

        for (var row = Size - 1; row >= 0; row--)
        {
            var sum = right[row];
            var end = Math.Min(row + lower + Upper, Size - 1);
            for (var column = row + 1; column <= end; column++)
            {
                sum -= this[row, column] * right[column];
            }

            right[row] = sum / this[row, row];
        }
    }
}
