using Electrolith.Routes.Figures;

namespace Electrolith.Routes.Tests.Figures;

public sealed class ContourTests
{
    private static readonly double[] Places = [.. Enumerable.Range(0, 41).Select(i => -2 + 0.1 * i)];

    [Fact]
    public void A_circle_is_one_closed_line_at_its_radius()
    {
        IReadOnlyList<IReadOnlyList<(double X, double Y)>> lines = Contour.Trace(Places, Places, Grid((x, y) => x * x + y * y), 1.0001);
        IReadOnlyList<(double X, double Y)> line = Assert.Single(lines);
        Assert.Equal(line[0], line[^1]);
        // Linear interpolation of x² errs by at most h²/4 in value, that is h²/8 in radius: 0.00125 for h = 0.1 (twice that in a corner).
        Assert.All(line, p => Assert.Equal(1.00005, Math.Sqrt(p.X * p.X + p.Y * p.Y), 0.0025));
    }

    [Fact]
    public void A_plane_gives_a_straight_line_through_the_whole_grid()
    {
        IReadOnlyList<(double X, double Y)> line = Assert.Single(Contour.Trace(Places, Places, Grid((x, y) => x + y), 0.05));
        Assert.All(line, p => Assert.Equal(0.05, p.X + p.Y, 1e-12));
        Assert.Equal(-1.95, line.Min(p => p.X), 1e-12);
        Assert.Equal(2, line.Max(p => p.X), 1e-12);
    }

    [Fact]
    public void A_saddle_gives_two_lines_that_do_not_cross()
    {
        Assert.Equal(2, Contour.Trace(Places, Places, Grid((x, y) => x * y), 0.013).Count);
    }

    [Fact]
    public void Cells_without_a_value_are_left_out()
    {
        double[,] grid = Grid((x, y) => x);
        grid[20, 20] = double.NaN;
        Assert.Equal(2, Contour.Trace(Places, Places, grid, 0.05).Count);
    }

    [Fact]
    public void A_level_outside_the_values_and_an_empty_grid_give_nothing()
    {
        Assert.Empty(Contour.Trace(Places, Places, Grid((x, y) => x), 9));
        Assert.Empty(Contour.Trace([], [], new double[0, 0], 0));
        Assert.Throws<ArgumentException>(() => Contour.Trace(Places, [], new double[0, 0], 0));
    }

    private static double[,] Grid(Func<double, double, double> function)
    {
        double[,] grid = new double[Places.Length, Places.Length];
        for (int i = 0; i < Places.Length; i++)
        {
            for (int j = 0; j < Places.Length; j++)
            {
                grid[i, j] = function(Places[i], Places[j]);
            }
        }
        return grid;
    }
}
