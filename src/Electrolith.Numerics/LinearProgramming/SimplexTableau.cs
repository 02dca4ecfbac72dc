namespace Electrolith.Numerics.LinearProgramming;

/// <summary>State of one run of the revised simplex method.</summary>
internal sealed class SimplexTableau
{
    private const double PivotTolerance = 1e-10;
    private const int RefactorEvery = 40;
    private const int StepLimit = 100_000;

    private readonly ColumnMatrix matrix;
    private readonly double[] right;
    private readonly double[] artificialSign;
    private readonly double artificialCost;
    private readonly double costTolerance;
    private readonly int rows;
    private readonly int[] basis;
    private readonly double[] inverse;
    private readonly double[] amounts;
    private readonly double[] duals;
    private readonly double[] direction;

    public SimplexTableau(ColumnMatrix matrix, ReadOnlySpan<double> costs, ReadOnlySpan<double> right, ReadOnlySpan<int> start)
    {
        (this.matrix, rows, this.right) = (matrix, matrix.Rows, right.ToArray());
        (basis, inverse, amounts, duals, direction) = (new int[rows], new double[rows * rows], new double[rows], new double[rows], new double[rows]);
        artificialSign = new double[rows];
        var scale = 1.0;
        foreach (var cost in costs)
        {
            scale = Math.Max(scale, Math.Abs(cost));
        }

        (artificialCost, costTolerance) = (1e5 * scale, 1e-11 * scale);
        for (var row = 0; row < rows; row++)
        {
            artificialSign[row] = right[row] < 0 ? -1 : 1;
            basis[row] = start.Length > 0 ? start[row] : matrix.Count + row;
        }

        BasisInverse.Compute(this.matrix, basis, artificialSign, inverse);
        UpdateAmounts();
    }

    public LinearProgramStatus Run(ReadOnlySpan<double> costs)
    {
        var stalled = 0;
        for (var step = 1; step < StepLimit; step++)
        {
            Price(costs);
            var entering = Entering(costs, isBland: stalled > 3 * rows);
            if (entering < 0)
            {
                return Finish(costs);
            }

            Multiply(matrix[entering]);
            var leaving = Leaving(isBland: stalled > 3 * rows);
            if (leaving < 0)
            {
                return LinearProgramStatus.Unbounded;
            }

            stalled = amounts[leaving] > 1e-13 * Math.Abs(direction[leaving]) ? 0 : stalled + 1;
            Pivot(entering, leaving);
            if (step % RefactorEvery == 0)
            {
                BasisInverse.Compute(matrix, basis, artificialSign, inverse);
                UpdateAmounts();
            }
        }

        throw new InvalidOperationException($"the simplex method did not end within {StepLimit} steps on {rows} rows and {matrix.Count} columns; the matrix may be badly scaled");
    }

    public LinearProgramSolution Solution(ReadOnlySpan<double> costs)
    {
        var (objective, dual, violation, residual) = (0.0, 0.0, 0.0, 0.0);
        for (var row = 0; row < rows; row++)
        {
            objective += CostOf(basis[row], costs) * amounts[row];
            dual += duals[row] * right[row];
            var sum = -right[row];
            for (var column = 0; column < rows; column++)
            {
                sum += amounts[column] * Entry(basis[column], row);
            }

            residual = Math.Max(residual, Math.Abs(sum));
        }

        for (var column = 0; column < matrix.Count; column++)
        {
            violation = Math.Min(violation, ReducedCost(column, costs));
        }

        return new LinearProgramSolution
        {
            Status = LinearProgramStatus.Optimal, Basis = basis, Amounts = amounts, Duals = duals, Inverse = inverse,
            Objective = objective, DualObjective = dual, DualViolation = violation, Residual = residual,
        };
    }

    // At the optimum: a fresh factorisation, and artificial columns driven out by a dual step where a real one can stand in.
    private LinearProgramStatus Finish(ReadOnlySpan<double> costs)
    {
        BasisInverse.Compute(matrix, basis, artificialSign, inverse);
        UpdateAmounts();
        for (var row = 0; row < rows; row++)
        {
            if (basis[row] < matrix.Count)
            {
                continue;
            }

            if (amounts[row] > 1e-9)
            {
                return LinearProgramStatus.Infeasible;
            }

            Price(costs);
            if (StandIn(row, costs) is var column and >= 0)
            {
                Multiply(matrix[column]);
                Pivot(column, row);
            }
        }

        BasisInverse.Compute(matrix, basis, artificialSign, inverse);
        UpdateAmounts();
        for (var row = 0; row < rows; row++)
        {
            // Rounding only: the ratio test keeps every amount at or above zero.
            amounts[row] = Math.Max(0, amounts[row]);
        }

        Price(costs);
        return LinearProgramStatus.Optimal;
    }

    private int StandIn(int row, ReadOnlySpan<double> costs)
    {
        var (best, lowest) = (-1, double.PositiveInfinity);
        for (var column = 0; column < matrix.Count; column++)
        {
            var pivot = 0.0;
            var entries = matrix[column];
            for (var k = 0; k < rows; k++)
            {
                pivot += inverse[(row * rows) + k] * entries[k];
            }

            // The artificial column costs too much, so its row can only lower the duals towards a real column of least ratio.
            var ratio = Math.Abs(pivot) > 1e-9 ? Math.Max(0, ReducedCost(column, costs)) / Math.Abs(pivot) : double.PositiveInfinity;
            (best, lowest) = ratio < lowest ? (column, ratio) : (best, lowest);
        }

        return best;
    }

    private int Entering(ReadOnlySpan<double> costs, bool isBland)
    {
        var (best, lowest) = (-1, -costTolerance);
        var values = matrix.Values;
        ReadOnlySpan<double> prices = duals;
        var at = 0;
        for (var column = 0; column < costs.Length; column++)
        {
            var reduced = costs[column];
            var entries = values.Slice(at, prices.Length);
            at += prices.Length;
            for (var row = 0; row < prices.Length; row++)
            {
                reduced -= prices[row] * entries[row];
            }

            if (reduced < lowest)
            {
                if (isBland)
                {
                    return column;
                }

                (best, lowest) = (column, reduced);
            }
        }

        return best;
    }

    private int Leaving(bool isBland)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        for (var row = 0; row < rows; row++)
        {
            if (direction[row] <= PivotTolerance)
            {
                continue;
            }

            var ratio = Math.Max(0, amounts[row]) / direction[row];
            var isTie = Math.Abs(ratio - least) <= 1e-14;
            var isBetter = isTie ? (isBland ? basis[row] < basis[best] : direction[row] > direction[best]) : ratio < least;
            (best, least) = isBetter ? (row, ratio) : (best, least);
        }

        return best;
    }

    private void Pivot(int entering, int leaving)
    {
        var pivot = direction[leaving];
        for (var column = 0; column < rows; column++)
        {
            inverse[(leaving * rows) + column] /= pivot;
        }

        for (var row = 0; row < rows; row++)
        {
            if (row != leaving && direction[row] != 0)
            {
                for (var column = 0; column < rows; column++)
                {
                    inverse[(row * rows) + column] -= direction[row] * inverse[(leaving * rows) + column];
                }
            }
        }

        basis[leaving] = entering;
        UpdateAmounts();
    }

    private void UpdateAmounts()
    {
        for (var row = 0; row < rows; row++)
        {
            var sum = 0.0;
            for (var column = 0; column < rows; column++)
            {
                sum += inverse[(row * rows) + column] * right[column];
            }

            amounts[row] = sum;
        }
    }

    private void Multiply(ReadOnlySpan<double> entries)
    {
        for (var row = 0; row < rows; row++)
        {
            var sum = 0.0;
            for (var column = 0; column < rows; column++)
            {
                sum += inverse[(row * rows) + column] * entries[column];
            }

            direction[row] = sum;
        }
    }

    private void Price(ReadOnlySpan<double> costs)
    {
        for (var column = 0; column < rows; column++)
        {
            var sum = 0.0;
            for (var row = 0; row < rows; row++)
            {
                sum += CostOf(basis[row], costs) * inverse[(row * rows) + column];
            }

            duals[column] = sum;
        }
    }

    private double ReducedCost(int column, ReadOnlySpan<double> costs)
    {
        var entries = matrix[column];
        var reduced = costs[column];
        for (var row = 0; row < entries.Length; row++)
        {
            reduced -= duals[row] * entries[row];
        }

        return reduced;
    }

    private double CostOf(int column, ReadOnlySpan<double> costs) => column < costs.Length ? costs[column] : artificialCost;

    private double Entry(int column, int row) =>
        column < matrix.Count ? matrix[column][row] : column - matrix.Count == row ? artificialSign[row] : 0;
}
