using Electrolith.Numerics.LinearAlgebra;

namespace Electrolith.Numerics.DifferentialEquations;

/// <summary>A system M y' = f(t, y) with a diagonal mass matrix (zero where a row is algebraic), written out plainly.</summary>
public interface IDifferentialAlgebraicSystem
{
    /// <summary>Number of unknowns.</summary>
    int Size { get; }

    /// <summary>Right-hand side f(t, y).</summary>
    /// <param name="time">t.</param>
    /// <param name="state">y.</param>
    /// <param name="rates">Receives f.</param>
    void Rates(double time, ReadOnlySpan<double> state, Span<double> rates);

    /// <summary>Diagonal of the mass matrix: 0 marks an algebraic row.</summary>
    /// <param name="index">Row.</param>
    double Mass(int index);

    /// <summary>Absolute tolerance of an unknown; infinite leaves it out of the error.</summary>
    /// <param name="index">Unknown.</param>
    double Tolerance(int index);
}

/// <summary>
/// Solves the stages of a plainly written system by Newton's method with a dense Jacobian from forward differences: the reference
/// beside which structured stages are tested. Cost grows with the third power of the size.
/// </summary>
public sealed class NewtonStage : IImplicitStage
{
    private const int MostIterations = 12;
    private readonly IDifferentialAlgebraicSystem system;
    private readonly double[] rates;
    private readonly double[] shifted;
    private readonly double[] correction;
    private readonly double[] matrix;
    private readonly int[] pivots;
    private readonly double closeness;

    /// <summary>Prepares a stage.</summary>
    /// <param name="system">The system.</param>
    /// <param name="closeness">Size of the last correction, relative to 1 + |y|, at which the iteration ends.</param>
    public NewtonStage(IDifferentialAlgebraicSystem system, double closeness = 1e-12)
    {
        ArgumentNullException.ThrowIfNull(system);
        (this.system, this.closeness) = (system, closeness);
        var size = system.Size;
        (rates, shifted, correction) = (new double[size], new double[size], new double[size]);
        (matrix, pivots) = (new double[size * size], new int[size]);
    }

    /// <inheritdoc/>
    public int Size => system.Size;

    /// <inheritdoc/>
    public bool Solve(double time, double coefficient, ReadOnlySpan<double> basis, Span<double> state)
    {
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            system.Rates(time, state, rates);
            Linearise(time, coefficient, state);
            for (var row = 0; row < Size; row++)
            {
                var mass = system.Mass(row);
                correction[row] = mass == 0 ? -rates[row] : (coefficient * rates[row]) - (mass * (state[row] - basis[row]));
            }

            if (!DenseLu.Factor(matrix, pivots))
            {
                return false;
            }

            DenseLu.Solve(matrix, pivots, correction);
            var largest = 0.0;
            for (var row = 0; row < Size; row++)
            {
                state[row] += correction[row];
                largest = Math.Max(largest, Math.Abs(correction[row]) / (1 + Math.Abs(state[row])));
            }

            if (!double.IsFinite(largest))
            {
                return false;
            }

            if (largest < closeness)
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public double Norm(ReadOnlySpan<double> difference)
    {
        var sum = 0.0;
        for (var index = 0; index < difference.Length; index++)
        {
            var scaled = difference[index] / system.Tolerance(index);
            sum += scaled * scaled;
        }

        return Math.Sqrt(sum / difference.Length);
    }

    private void Linearise(double time, double coefficient, Span<double> state)
    {
        for (var column = 0; column < Size; column++)
        {
            var value = state[column];
            var step = 1.5e-8 * Math.Max(Math.Abs(value), 1e-3);
            state[column] = value + step;
            step = state[column] - value;
            system.Rates(time, state, shifted);
            state[column] = value;
            for (var row = 0; row < Size; row++)
            {
                var slope = (shifted[row] - rates[row]) / step;
                var mass = system.Mass(row);
                matrix[(row * Size) + column] = mass == 0 ? slope : (row == column ? mass : 0) - (coefficient * slope);
            }
        }
    }
}
