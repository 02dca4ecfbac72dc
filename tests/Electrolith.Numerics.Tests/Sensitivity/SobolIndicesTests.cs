using Electrolith.Numerics.Sensitivity;

namespace Electrolith.Numerics.Tests.Sensitivity;

public sealed class SobolIndicesTests
{
    [Fact]
    public void Indices_of_the_plain_points_are_SALib_s()
    {
        // salib.analyze.sobol, 1.5.2, Ishigami, N = 1024, unscrambled; it centres on the mean of all its 8192 runs.
        var result = SobolIndices.Estimate(Run(3, 1024, null, Ishigami.At), null, centre: 3.5028282897198944);

        double[] first = [0.33295510535317324, 0.44131393854406703, 0.018578437929572506], total = [0.5581790457114658, 0.44328458403034815, 0.2421493733549653];
        for (var input = 0; input < 3; input++)
        {
            Assert.Equal(first[input], result.FirstOrder[input].Value, 1e-9);
            Assert.Equal(total[input], result.Total[input].Value, 1e-9);
        }
    }

    [Fact]
    public void Ishigami_is_met_within_two_hundredths()
    {
        // The exact indices in closed form; 0.3139, 0.4424, 0 and 0.5576, 0.4424, 0.2437.
        Assert.Equal(0.31390519114781146, Ishigami.ExactFirst[0], 1e-12);
        Assert.Equal(0.24368366406214773, Ishigami.ExactTotal[2], 1e-12);
        foreach (var seed in new ulong[] { 1, 2, 3 })
        {
            var result = SobolIndices.Estimate(Run(3, 4096, new RandomStream(seed), Ishigami.At), new RandomStream(9));
            for (var input = 0; input < 3; input++)
            {
                Assert.Equal(Ishigami.ExactFirst[input], result.FirstOrder[input].Value, 0.02);
                Assert.Equal(Ishigami.ExactTotal[input], result.Total[input].Value, 0.02);
                Assert.InRange(Ishigami.ExactFirst[input], result.FirstOrder[input].Low, result.FirstOrder[input].High);
                Assert.InRange(Ishigami.ExactTotal[input], result.Total[input].Low, result.Total[input].High);
            }

            Assert.Equal(Ishigami.Variance, result.Variance, 0.02 * Ishigami.Variance);
            // x3 acts only through x1: alone it cannot be told from nothing.
            Assert.False(result.FirstOrder[2].IsDistinguishable);
            Assert.True(result.Total[2].IsDistinguishable);
        }
    }

    [Fact]
    public void The_g_function_has_the_indices_of_its_closed_form()
    {
        // I. M. Sobol', Math. Comput. Simul. 55, 271 (2001): V_i = 1 / (3 (1 + a_i)²), V = product of (1 + V_i) - 1.
        double[] a = [0, 1, 4.5, 9, 99, 99, 99, 99];
        double[] parts = [.. a.Select(item => 1 / (3 * (1 + item) * (1 + item)))];
        var product = parts.Aggregate(1.0, (value, part) => value * (1 + part));
        double G(ReadOnlySpan<double> x)
        {
            var value = 1.0;
            for (var i = 0; i < a.Length; i++)
            {
                value *= (Math.Abs((4 * x[i]) - 2) + a[i]) / (1 + a[i]);
            }

            return value;
        }

        var result = SobolIndices.Estimate(Run(8, 8192, new RandomStream(4), G), new RandomStream(9));

        Assert.Equal(1, result.Mean, 0.005);
        Assert.Equal(product - 1, result.Variance, 0.01);
        for (var input = 0; input < a.Length; input++)
        {
            Assert.Equal(parts[input] / (product - 1), result.FirstOrder[input].Value, 0.01);
            Assert.Equal(parts[input] * product / (1 + parts[input]) / (product - 1), result.Total[input].Value, 0.01);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5e-6)]
    [InlineData(-1e9)]
    public void A_constant_has_no_variance_to_share_out(double value)
    {
        var result = SobolIndices.Estimate(Run(2, 64, new RandomStream(1), _ => value), new RandomStream(2));
        Assert.False(result.Varies);
        Assert.Empty(result.Total);
        Assert.Equal(value, result.Mean, 1e-12 * Math.Abs(value));
        Assert.Equal(0, result.Variance);
    }

    [Fact]
    public void An_input_without_influence_is_indistinguishable_from_zero()
    {
        var result = SobolIndices.Estimate(Run(2, 512, new RandomStream(1), x => x[0] * x[0]), new RandomStream(2));
        Assert.True(result.FirstOrder[0].IsDistinguishable);
        Assert.False(result.FirstOrder[1].IsDistinguishable);
        Assert.False(result.Total[1].IsDistinguishable);
        Assert.Equal(0, result.Total[1].Value);
    }

    [Fact]
    public void Rows_with_a_failed_run_are_left_out_and_counted()
    {
        var runs = Run(2, 256, new RandomStream(1), x => x[0] > 0.9 ? double.NaN : x[0] + x[1]);
        var result = SobolIndices.Estimate(runs, null);
        Assert.InRange(result.Rows, 1, 255);
        Assert.All(result.Total, index => Assert.InRange(index.Value, 0, 1));
        Assert.Equal(0, SobolIndices.Estimate(Run(2, 8, null, _ => double.NaN), null).Rows);
    }

    internal static SaltelliResults Run(int inputs, int rows, RandomStream? shift, Model model)
    {
        var design = new SaltelliDesign(inputs, shift);
        var results = new SaltelliResults(new double[rows], new double[rows], [.. Enumerable.Range(0, inputs).Select(_ => new double[rows])]);
        var points = new double[design.RunsPerRow * inputs];
        for (var row = 0; row < rows; row++)
        {
            design.Fill((uint)row, points);
            results.First[row] = model(points.AsSpan(0, inputs));
            results.Second[row] = model(points.AsSpan(inputs, inputs));
            for (var input = 0; input < inputs; input++)
            {
                results.Mixed[input][row] = model(points.AsSpan((input + 2) * inputs, inputs));
            }
        }

        return results;
    }

    internal delegate double Model(ReadOnlySpan<double> point);
}
