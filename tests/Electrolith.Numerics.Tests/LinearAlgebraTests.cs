using Electrolith.Numerics.LinearAlgebra;

namespace Electrolith.Numerics.Tests;

/// <summary>Factorisations: A times the solution gives the right-hand side back.</summary>
public sealed class LinearAlgebraTests
{
    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(7, 1, 1)]
    [InlineData(40, 3, 2)]
    [InlineData(25, 0, 4)]
    [InlineData(12, 11, 11)]
    public void A_band_is_solved_whatever_the_size_of_its_diagonal(int size, int lower, int upper)
    {
        var random = new RandomStream(5);
        var matrix = new BandedLu(size, lower, upper);
        var dense = new double[size, size];
        for (var row = 0; row < size; row++)
        {
            for (var column = Math.Max(row - lower, 0); column <= Math.Min(row + upper, size - 1); column++)
            {
                dense[row, column] = matrix[row, column] = random.NextDouble() - 0.5 + (lower == 0 && row == column ? 2 : 0);
            }
        }

        var expected = Enumerable.Range(0, size).Select(_ => random.NextDouble()).ToArray();
        var right = Enumerable.Range(0, size).Select(row => Enumerable.Range(0, size).Sum(column => dense[row, column] * expected[column])).ToArray();
        Assert.True(matrix.Factor());
        matrix.Solve(right);
        Assert.All(Enumerable.Range(0, size), row => Assert.Equal(expected[row], right[row], 1e-9));
    }

    [Fact]
    public void A_singular_band_is_refused()
    {
        var matrix = new BandedLu(3, 1, 1);
        matrix[0, 0] = matrix[2, 2] = 1;
        Assert.False(matrix.Factor());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 4)]
    [InlineData(30, 1)]
    [InlineData(40, 3)]
    public void Blocks_along_three_diagonals_are_solved(int blocks, int blockSize)
    {
        var random = new RandomStream(9);
        var matrix = new BlockTridiagonalLu(blocks, blockSize);
        var size = blocks * blockSize;
        var dense = new double[size, size];
        void Fill(Span<double> block, int row, int column, double onDiagonal)
        {
            for (var index = 0; index < block.Length; index++)
            {
                var (inRow, inColumn) = (index / blockSize, index % blockSize);
                block[index] = random.NextDouble() - 0.5 + (inRow == inColumn ? onDiagonal : 0);
                dense[(row * blockSize) + inRow, (column * blockSize) + inColumn] = block[index];
            }
        }

        for (var block = 0; block < blocks; block++)
        {
            Fill(matrix.Diagonal(block), block, block, 3);
            if (block > 0)
            {
                Fill(matrix.Below(block), block, block - 1, 0);
            }

            if (block < blocks - 1)
            {
                Fill(matrix.Above(block), block, block + 1, 0);
            }
        }

        var expected = Enumerable.Range(0, size).Select(_ => random.NextDouble()).ToArray();
        var right = Enumerable.Range(0, size).Select(row => Enumerable.Range(0, size).Sum(column => dense[row, column] * expected[column])).ToArray();
        Assert.True(matrix.Factor());
        matrix.Solve(right);
        Assert.All(Enumerable.Range(0, size), row => Assert.Equal(expected[row], right[row], 1e-11));
    }

    [Fact]
    public void Blocks_that_need_an_exchange_of_rows_are_solved()
    {
        var matrix = new BlockTridiagonalLu(1, 2);
        double[] right = [3, 5];
        (matrix.Diagonal(0)[1], matrix.Diagonal(0)[2]) = (1, 1);
        Assert.True(matrix.Factor());
        matrix.Solve(right);
        Assert.Equal([5.0, 3.0], right);
    }
}
