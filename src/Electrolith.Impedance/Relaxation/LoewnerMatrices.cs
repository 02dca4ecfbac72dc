using System.Numerics;
using Electrolith.Numerics.LinearAlgebra;
using Electrolith.Quantities;

namespace Electrolith.Impedance.Relaxation;

/// <summary>The Loewner matrices of a spectrum in real form, and the poles that they give for an order.</summary>
internal sealed class LoewnerMatrices
{
    private readonly int rows;
    private readonly int columns;
    private readonly double[] plain;
    private readonly double[] shifted;
    private readonly double[] left;
    private readonly double[] right;

    /// <summary>Builds both matrices and their dominant directions.</summary>
    /// <param name="omega">Angular frequencies, falling.</param>
    /// <param name="values">Impedances, ohm.</param>
    public LoewnerMatrices(double[] omega, Complex[] values)
    {
        // Every other frequency goes to the left set, the rest to the right; each with its conjugate.
        var (first, second) = ((omega.Length + 1) / 2, omega.Length / 2);
        (rows, columns) = (2 * first, 2 * second);
        (plain, shifted) = (new double[rows * columns], new double[rows * columns]);
        // Frequencies in units of their middle keep both matrices of one size.
        var middle = Math.Sqrt(omega[0] * omega[^1]);
        Middle = middle;
        for (var i = 0; i < first; i++)
        {
            for (var j = 0; j < second; j++)
            {
                var (mu, v) = (new Complex(0, omega[2 * i] / middle), values[2 * i]);
                var (lambda, w) = (new Complex(0, omega[(2 * j) + 1] / middle), values[(2 * j) + 1]);
                Place(plain, i, j, Divided(mu, v, lambda, w), Divided(mu, v, Complex.Conjugate(lambda), Complex.Conjugate(w)));
                Place(shifted, i, j, Divided(mu, mu * v, lambda, lambda * w), Divided(mu, mu * v, Complex.Conjugate(lambda), Complex.Conjugate(lambda * w)));
            }
        }

        left = Decompositions.LeftSingular(SideBySide(), rows, 2 * columns).Vectors;
        right = Decompositions.LeftSingular(OnTopTransposed(), columns, 2 * rows).Vectors;
    }

    /// <summary>Unit of the poles, 1/s.</summary>
    public double Middle { get; }

    /// <summary>Highest order.</summary>
    public int Highest => Math.Min(rows, columns);

    /// <summary>Entry of a Loewner matrix: a divided difference; of s·Z it is the shifted matrix.</summary>
    /// <param name="mu">Left place.</param>
    /// <param name="v">Value there.</param>
    /// <param name="lambda">Right place.</param>
    /// <param name="w">Value there.</param>
    [Equation("impedance.drt.loewner", @"L_{ij}=\frac{v_i-w_j}{\mu_i-\lambda_j},\quad L^s_{ij}=\frac{\mu_iv_i-\lambda_jw_j}{\mu_i-\lambda_j},\quad \det(L^s-pL)=0,\ \tau=-1/p", Source = "mayo2007", Locator = "Loewner and shifted Loewner matrix")]
    public static Complex Divided(Complex mu, Complex v, Complex lambda, Complex w) => (v - w) / (mu - lambda);

    /// <summary>Poles for an order, 1/s; empty when the order is more than the spectrum holds.</summary>
    /// <param name="order">Number of poles.</param>
    public Complex[] Poles(int order)
    {
        // A series resistance is a pole at infinity: poles are found as 1/(p − 1), about a point where a passive sample has none.
        var (e, a) = (Projected(plain, order), Projected(shifted, order));
        for (var index = 0; index < a.Length; index++)
        {
            a[index] -= e[index];
        }

        var pivots = new int[order];
        if (!DenseLu.Factor(a, pivots))
        {
            return [];
        }

        var (product, column) = (new double[order * order], new double[order]);
        for (var j = 0; j < order; j++)
        {
            for (var i = 0; i < order; i++)
            {
                column[i] = e[(i * order) + j];
            }

            DenseLu.Solve(a, pivots, column);
            for (var i = 0; i < order; i++)
            {
                product[(i * order) + j] = column[i];
            }
        }

        return product.All(double.IsFinite) ? [.. Decompositions.Eigenvalues(product, order).Where(value => value != Complex.Zero).Select(value => Middle * (1 + (1 / value)))] : [];
    }

    // Rows and columns of a place and its conjugate, made real by a unitary change of basis on each side.
    private void Place(double[] matrix, int i, int j, Complex a, Complex b)
    {
        var (top, bottom) = (2 * i * columns, ((2 * i) + 1) * columns);
        matrix[top + (2 * j)] = a.Real + b.Real;
        matrix[top + (2 * j) + 1] = a.Imaginary - b.Imaginary;
        matrix[bottom + (2 * j)] = a.Imaginary + b.Imaginary;
        matrix[bottom + (2 * j) + 1] = b.Real - a.Real;
    }

    private double[] SideBySide()
    {
        var all = new double[rows * 2 * columns];
        for (var i = 0; i < rows; i++)
        {
            plain.AsSpan(i * columns, columns).CopyTo(all.AsSpan(i * 2 * columns));
            shifted.AsSpan(i * columns, columns).CopyTo(all.AsSpan((i * 2 * columns) + columns));
        }

        return all;
    }

    private double[] OnTopTransposed()
    {
        var all = new double[columns * 2 * rows];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                all[(j * 2 * rows) + i] = plain[(i * columns) + j];
                all[(j * 2 * rows) + rows + i] = shifted[(i * columns) + j];
            }
        }

        return all;
    }

    private double[] Projected(double[] matrix, int order)
    {
        var (half, all) = (new double[order * columns], new double[order * order]);
        for (var k = 0; k < order; k++)
        {
            for (var i = 0; i < rows; i++)
            {
                var share = left[(i * rows) + k];
                for (var j = 0; j < columns; j++)
                {
                    half[(k * columns) + j] += share * matrix[(i * columns) + j];
                }
            }

            for (var l = 0; l < order; l++)
            {
                for (var j = 0; j < columns; j++)
                {
                    all[(k * order) + l] += half[(k * columns) + j] * right[(j * columns) + l];
                }
            }
        }

        return all;
    }
}
