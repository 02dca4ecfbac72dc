using Electrolith.Numerics.LinearProgramming;

namespace Electrolith.Numerics.Tests;

/// <summary>Linear programs with known answers, and what must hold for any.</summary>
public sealed class LinearProgramTests
{
    [Fact]
    public void A_textbook_program_has_its_optimum()
    {
        // Dantzig: maximise 3x + 5y with x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18; optimum 36 at (2, 6).
        var matrix = new ColumnMatrix(3, [1, 0, 3, 0, 2, 2, 1, 0, 0, 0, 1, 0, 0, 0, 1]);
        var solution = RevisedSimplex.Minimise(matrix, [-3, -5, 0, 0, 0], [4, 12, 18]);
        Assert.Equal(LinearProgramStatus.Optimal, solution.Status);
        Assert.Equal(-36, solution.Objective, 1e-12);
        Assert.Equal(-36, solution.DualObjective, 1e-12);
        Assert.Equal(2, solution.Amounts[Array.IndexOf(solution.Basis, 0)], 1e-12);
        Assert.Equal(6, solution.Amounts[Array.IndexOf(solution.Basis, 1)], 1e-12);
    }

    [Fact]
    public void Beales_program_which_makes_the_plain_rule_cycle_ends()
    {
        // Beale 1955: optimum -1/20.
        var matrix = new ColumnMatrix(3, [0.25, 0.5, 0, -60, -90, 0, -0.04, -0.02, 1, 9, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1]);
        var solution = RevisedSimplex.Minimise(matrix, [-0.75, 150, -0.02, 6, 0, 0, 0], [0, 0, 1], [4, 5, 6]);
        Assert.Equal(-0.05, solution.Objective, 1e-12);
    }

    [Fact]
    public void What_has_no_solution_or_no_end_is_said()
    {
        var matrix = new ColumnMatrix(1, [1, 1]);
        Assert.Equal(LinearProgramStatus.Infeasible, RevisedSimplex.Minimise(matrix, [1, 1], [-1]).Status);
        Assert.Equal(LinearProgramStatus.Unbounded, RevisedSimplex.Minimise(new ColumnMatrix(1, [1, -1]), [-1, 0], [1]).Status);
    }

    [Fact]
    public void Dependent_rows_and_negative_right_hand_sides_are_no_obstacle()
    {
        // x + y = 2 twice, and -x = -1.
        var matrix = new ColumnMatrix(3, [1, 2, -1, 1, 2, 0]);
        var solution = RevisedSimplex.Minimise(matrix, [1, 3], [2, 4, -1]);
        Assert.Equal(LinearProgramStatus.Optimal, solution.Status);
        Assert.Equal(4, solution.Objective, 1e-9);
        Assert.True(solution.Residual < 1e-9);
    }

    [Theory]
    [InlineData(3, 50, 1)]
    [InlineData(6, 400, 2)]
    [InlineData(10, 2000, 3)]
    public void An_optimum_is_proven_by_its_duals_and_does_not_depend_on_the_order_of_columns(int rows, int columns, ulong seed)
    {
        var random = new RandomStream(seed);
        var (values, costs) = (new double[rows * columns], new double[columns]);
        for (var column = 0; column < columns; column++)
        {
            for (var row = 0; row < rows; row++)
            {
                values[(column * rows) + row] = column < rows ? (row == column ? 1 : 0) : random.NextDouble();
            }

            costs[column] = column < rows ? 0 : -random.NextDouble() * rows;
        }

        var right = Enumerable.Range(0, rows).Select(_ => 0.1 + random.NextDouble()).ToArray();
        var solution = RevisedSimplex.Minimise(new ColumnMatrix(rows, values), costs, right);
        Assert.Equal(solution.Objective, solution.DualObjective, 1e-10);
        Assert.True(solution.DualViolation > -1e-9 && solution.Residual < 1e-12);
        Assert.All(solution.Amounts, amount => Assert.True(amount >= 0));

        var order = Enumerable.Range(0, columns).OrderBy(_ => random.NextDouble()).ToArray();
        var shuffled = order.SelectMany(column => values.Skip(column * rows).Take(rows)).ToArray();
        var again = RevisedSimplex.Minimise(new ColumnMatrix(rows, shuffled), [.. order.Select(column => costs[column])], right);
        Assert.Equal(solution.Objective, again.Objective, 1e-10);
        Assert.Equal(solution.Basis.Order(), again.Basis.Select(column => order[column]).Order());
    }

    [Fact]
    public void The_pieces_of_a_parametric_program_are_those_of_a_fine_grid()
    {
        // min over lines a + b t: the lower envelope, one row, x1 + x2 + ... = 1.
        double[] constants = [0, 0.4, 1.2, 3];
        double[] slopes = [2, 1, 0, -1];
        var matrix = new ColumnMatrix(1, [1, 1, 1, 1]);
        var pieces = ParametricCover.Find(-3, 5, 1e-9, at =>
        {
            var costs = constants.Zip(slopes, (constant, slope) => constant + (at * slope)).ToArray();
            var solution = RevisedSimplex.Minimise(matrix, costs, [1]);
            var (from, to) = CostRange.Of(solution, matrix, constants, slopes);
            return new ParametricPiece<int>(from, to, solution.Basis[0]);
        }, (a, b) => a == b);
        Assert.Equal([0, 1, 2, 3], pieces.Select(piece => piece.Value));
        Assert.Equal([0.4, 0.8, 1.8], pieces.Skip(1).Select(piece => Math.Round(piece.From, 9)));
        Assert.Equal((-3, 5), (pieces[0].From, pieces[^1].To));
    }

    [Fact]
    public void Sizes_that_do_not_match_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new ColumnMatrix(2, [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => RevisedSimplex.Minimise(new ColumnMatrix(1, [1]), [1, 2], [1]));
    }
}
