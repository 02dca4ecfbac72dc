namespace Electrolith.Numerics.LinearProgramming;

/// <summary>How a linear program ended.</summary>
public enum LinearProgramStatus
{
    /// <summary>An optimum was found.</summary>
    Optimal,

    /// <summary>No solution satisfies the equations.</summary>
    Infeasible,

    /// <summary>The objective falls without end.</summary>
    Unbounded,
}

/// <summary>An optimal basis of a linear program in equality form, with its certificates.</summary>
/// <remarks>Artificial columns, present only when the equations are linearly dependent, have indices from the number of columns on.</remarks>
public sealed class LinearProgramSolution
{
    /// <summary>How it ended; everything else is empty unless optimal.</summary>
    public required LinearProgramStatus Status { get; init; }

    /// <summary>Columns of the basis, one for each row.</summary>
    public int[] Basis { get; init; } = [];

    /// <summary>Values of the basic variables, in the order of the basis; none negative.</summary>
    public double[] Amounts { get; init; } = [];

    /// <summary>Dual values, one for each row.</summary>
    public double[] Duals { get; init; } = [];

    /// <summary>Inverse of the basis matrix, row after row.</summary>
    public double[] Inverse { get; init; } = [];

    /// <summary>Value of the primal objective.</summary>
    public double Objective { get; init; }

    /// <summary>Value of the dual objective; equals the primal one at an optimum.</summary>
    public double DualObjective { get; init; }

    /// <summary>Most negative reduced cost, 0 when there is none: how far the duals are from feasible.</summary>
    public double DualViolation { get; init; }

    /// <summary>Largest residual of the equations.</summary>
    public double Residual { get; init; }

    /// <summary>Multiplies the inverse of the basis with a vector: the basic variables for another right-hand side.</summary>
    /// <param name="right">Right-hand side.</param>
    /// <returns>One value for each column of the basis.</returns>
    public double[] Solve(ReadOnlySpan<double> right)
    {
        var rows = Basis.Length;
        var result = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            var sum = 0.0;
            for (var column = 0; column < rows; column++)
            {
                sum += Inverse[(row * rows) + column] * right[column];
            }

            result[row] = sum;
        }

        return result;
    }

    /// <summary>Multiplies a row of basic costs with the inverse of the basis: the duals for other costs.</summary>
    /// <param name="costs">Cost of every column; artificial columns cost nothing here.</param>
    /// <returns>One value for each row.</returns>
    public double[] Price(ReadOnlySpan<double> costs)
    {
        var rows = Basis.Length;
        var result = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            var cost = Basis[row] < costs.Length ? costs[Basis[row]] : 0;
            for (var column = 0; column < rows; column++)
            {
                result[column] += cost * Inverse[(row * rows) + column];
            }
        }

        return result;
    }
}
