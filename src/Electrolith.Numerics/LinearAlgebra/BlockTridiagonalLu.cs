namespace Electrolith.Numerics.LinearAlgebra;

/// <summary>
/// A block-tridiagonal matrix of small square blocks and its LU factors (Thomas' algorithm with row exchanges inside the
/// diagonal blocks); nothing is allocated after construction.
/// </summary>
/// <remarks>Stable for matrices that are block diagonally dominant, as discretised transport is.</remarks>
public sealed class BlockTridiagonalLu
{
    private readonly double[] below;
    private readonly double[] diagonal;
    private readonly double[] above;
    private readonly int[] pivots;
    private readonly double[] column;

    /// <summary>Makes a matrix of zeros.</summary>
    /// <param name="blocks">Block rows, at least 1.</param>
    /// <param name="blockSize">Rows of a block, at least 1.</param>
    public BlockTridiagonalLu(int blocks, int blockSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(blocks, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(blockSize, 1);
        (Blocks, BlockSize) = (blocks, blockSize);
        var length = blocks * blockSize * blockSize;
        (below, diagonal, above) = (new double[length], new double[length], new double[length]);
        (pivots, column) = (new int[blocks * blockSize], new double[blockSize]);
    }

    /// <summary>Block rows.</summary>
    public int Blocks { get; }

    /// <summary>Rows of a block.</summary>
    public int BlockSize { get; }

    /// <summary>The diagonal block of a block row, row after row.</summary>
    /// <param name="block">Block row from 0.</param>
    public Span<double> Diagonal(int block) => Block(diagonal, block);

    /// <summary>The block to the left of the diagonal; of no meaning in the first block row.</summary>
    /// <param name="block">Block row from 0.</param>
    public Span<double> Below(int block) => Block(below, block);

    /// <summary>The block to the right of the diagonal; of no meaning in the last block row.</summary>
    /// <param name="block">Block row from 0.</param>
    public Span<double> Above(int block) => Block(above, block);

    /// <summary>Sets every element to zero.</summary>
    public void Clear()
    {
        Array.Clear(below);
        Array.Clear(diagonal);
        Array.Clear(above);
    }

    /// <summary>Factors the matrix in place.</summary>
    /// <returns>False when a diagonal block becomes singular.</returns>
    public bool Factor()
    {
        for (var block = 0; block < Blocks; block++)
        {
            if (block > 0)
            {
                SubtractProduct(Below(block), Above(block - 1), Diagonal(block));
            }

            var rows = pivots.AsSpan(block * BlockSize, BlockSize);
            if (!DenseLu.Factor(Diagonal(block), rows))
            {
                return false;
            }

            // The block above becomes D⁻¹ C, column by column.
            var right = Above(block);
            for (var index = 0; block < Blocks - 1 && index < BlockSize; index++)
            {
                for (var row = 0; row < BlockSize; row++)
                {
                    column[row] = right[(row * BlockSize) + index];
                }

                DenseLu.Solve(Diagonal(block), rows, column);
                for (var row = 0; row < BlockSize; row++)
                {
                    right[(row * BlockSize) + index] = column[row];
                }
            }
        }

        return true;
    }

    /// <summary>Solves with the factors, in place.</summary>
    /// <param name="right">Right-hand side; receives the solution.</param>
    public void Solve(Span<double> right)
    {
        for (var block = 0; block < Blocks; block++)
        {
            var here = right.Slice(block * BlockSize, BlockSize);
            if (block > 0)
            {
                SubtractTimes(Below(block), right.Slice((block - 1) * BlockSize, BlockSize), here);
            }

            DenseLu.Solve(Diagonal(block), pivots.AsSpan(block * BlockSize, BlockSize), here);
        }

        for (var block = Blocks - 2; block >= 0; block--)
        {
            SubtractTimes(Above(block), right.Slice((block + 1) * BlockSize, BlockSize), right.Slice(block * BlockSize, BlockSize));
        }
    }

    private Span<double> Block(double[] blocks, int index) => blocks.AsSpan(index * BlockSize * BlockSize, BlockSize * BlockSize);

    private void SubtractProduct(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> from)
    {
        for (var row = 0; row < BlockSize; row++)
        {
            for (var inner = 0; inner < BlockSize; inner++)
            {
                var factor = left[(row * BlockSize) + inner];
                for (var index = 0; factor != 0 && index < BlockSize; index++)
                {
                    from[(row * BlockSize) + index] -= factor * right[(inner * BlockSize) + index];
                }
            }
        }
    }

    private void SubtractTimes(ReadOnlySpan<double> block, ReadOnlySpan<double> vector, Span<double> from)
    {
        for (var row = 0; row < BlockSize; row++)
        {
            var sum = 0.0;
            for (var index = 0; index < BlockSize; index++)
            {
                sum += block[(row * BlockSize) + index] * vector[index];
            }

            from[row] -= sum;
        }
    }
}
