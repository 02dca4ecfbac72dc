using Electrolith.Numerics.LinearAlgebra;

namespace Electrolith.Numerics.Tests;

/// <summary>Singular values and eigenvalues with known answers.</summary>
public sealed class DecompositionsTests
{
    [Fact]
    public void Singular_values_of_a_known_matrix()
    {
        // [[3, 0], [4, 5]]: AᵀA = [[25, 20], [20, 25]] has the eigenvalues 45 and 5.
        var (values, vectors) = Decompositions.LeftSingular([3, 0, 4, 5], 2, 2);
        Assert.Equal(Math.Sqrt(45), values[0], 1e-12);
        Assert.Equal(Math.Sqrt(5), values[1], 1e-12);
        // The first left vector is (1, 3)/√10 but for its sign.
        Assert.Equal(3, vectors[2] / vectors[0], 1e-12);
    }

    [Fact]
    public void Eigenvalues_of_a_companion_matrix_are_the_roots()
    {
        // (x + 1)(x² + 4) = x³ + x² + 4x + 4.
        var values = Decompositions.Eigenvalues([0, 1, 0, 0, 0, 1, -4, -4, -1], 3);
        Assert.Contains(values, value => Math.Abs(value.Real + 1) < 1e-10 && Math.Abs(value.Imaginary) < 1e-10);
        Assert.Equal(2, values.Count(value => Math.Abs(value.Real) < 1e-10 && Math.Abs(Math.Abs(value.Imaginary) - 2) < 1e-10));
    }

    [Fact]
    public void Wrong_sizes_and_numbers_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Decompositions.LeftSingular([1, 2, 3], 2, 2));
        Assert.Throws<ArgumentException>(() => Decompositions.Eigenvalues([1, double.NaN, 0, 1], 2));
    }
}
