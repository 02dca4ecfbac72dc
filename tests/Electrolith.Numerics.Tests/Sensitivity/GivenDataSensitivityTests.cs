using Electrolith.Numerics.Sensitivity;

namespace Electrolith.Numerics.Tests.Sensitivity;

public sealed class GivenDataSensitivityTests
{
    [Fact]
    public void Ishigami_from_random_data_has_the_exact_first_order_indices()
    {
        var stream = new RandomStream(1);
        var points = Enumerable.Range(0, 20000).Select(_ => new[] { stream.NextDouble(), stream.NextDouble(), stream.NextDouble() }).ToArray();
        double[] y = [.. points.Select(point => Ishigami.At(point))];
        for (var input = 0; input < 3; input++)
        {
            var result = GivenDataSensitivity.Estimate(points.Select(point => point[input]).ToArray(), y, new RandomStream(2), 20);
            Assert.Equal(Ishigami.ExactFirst[input], result.FirstOrder.Value, 0.02);
            // x3 explains none of the variance but changes the distribution: only delta sees it.
            Assert.True(result.IsDependent);
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.9)]
    public void Delta_of_two_normal_quantities_is_the_integral_of_its_definition(double correlation)
    {
        var stream = new RandomStream(7);
        var (x, y) = (new double[5000], new double[5000]);
        for (var index = 0; index < x.Length; index++)
        {
            x[index] = Normal.Quantile(stream.NextDouble() + 1e-17);
            y[index] = (correlation * x[index]) + (Math.Sqrt(1 - (correlation * correlation)) * Normal.Quantile(stream.NextDouble() + 1e-17));
        }

        var result = GivenDataSensitivity.Estimate(x, y, new RandomStream(2), 50);

        // Half the area between N(0, 1) and N(rho x, 1 - rho²), averaged over x, by the midpoint rule; classes of x blur it a little.
        var exact = 0.0;
        double Density(double value, double mean, double deviation) => Math.Exp(-0.5 * Math.Pow((value - mean) / deviation, 2)) / deviation / Math.Sqrt(2 * Math.PI);
        for (var at = -5.995; at < 6; at += 0.01)
        {
            for (var value = -7.99; value < 8; value += 0.02)
            {
                exact += 0.5 * 0.01 * 0.02 * Density(at, 0, 1) * Math.Abs(Density(value, 0, 1) - Density(value, correlation * at, Math.Sqrt(1 - (correlation * correlation))));
            }
        }

        Assert.Equal(exact, result.Delta.Value, 0.05);
        Assert.Equal(correlation * correlation, result.FirstOrder.Value, 0.03);
    }

    [Fact]
    public void Independent_data_do_not_pass_chance_more_often_than_they_should()
    {
        var dependent = 0;
        for (ulong seed = 0; seed < 40; seed++)
        {
            var stream = new RandomStream(seed);
            var (x, y) = (new double[200], new double[200]);
            for (var index = 0; index < 200; index++)
            {
                (x[index], y[index]) = (stream.NextDouble(), stream.NextDouble());
            }

            dependent += GivenDataSensitivity.Estimate(x, y, new RandomStream(1), 10).IsDependent ? 1 : 0;
        }

        // 5 % of 40 are 2; eight or more would happen once in a thousand times.
        Assert.InRange(dependent, 0, 7);
    }

    [Fact]
    public void What_differs_between_lots_is_not_taken_for_a_cause()
    {
        // 30 lots of 20: input and result both differ between lots, independently of each other.
        var (taken, alone) = (0, 0.0);
        int[] lots = [.. Enumerable.Range(0, 600).Select(index => index / 20)];
        for (ulong seed = 0; seed < 30; seed++)
        {
            var stream = new RandomStream(seed);
            double[] inputs = [.. Enumerable.Range(0, 30).Select(_ => stream.NextDouble())], results = [.. Enumerable.Range(0, 30).Select(_ => stream.NextDouble())];
            double[] x = [.. lots.Select(lot => inputs[lot])], y = [.. lots.Select(lot => results[lot] + (0.1 * stream.NextDouble()))];
            var result = GivenDataSensitivity.Estimate(x, y, new RandomStream(1), 20, lots);
            taken += result.IsDependent ? 1 : 0;
            alone += result.FirstOrder.Value / 30;
        }

        // 5 % of 30 are 1.5; seven or more would happen once in a thousand times. Without regard to lots all 30 would be taken.
        Assert.InRange(taken, 0, 6);
        Assert.Equal(0, alone, 0.1);
    }

    [Fact]
    public void Few_settings_constant_columns_and_few_pairs_are_handled()
    {
        var stream = new RandomStream(3);
        double[] settings = [.. Enumerable.Range(0, 90).Select(index => index % 3)], noisy = [.. settings.Select(value => value + (0.1 * stream.NextDouble()))];
        Assert.InRange(GivenDataSensitivity.Estimate(settings, noisy, stream).FirstOrder.Value, 0.98, 1);
        Assert.False(GivenDataSensitivity.Estimate(new double[90], noisy, stream).Varies);
        Assert.False(GivenDataSensitivity.Estimate(settings, new double[90], stream).Varies);
        Assert.False(GivenDataSensitivity.Estimate(settings.AsSpan(0, 19), noisy.AsSpan(0, 19), stream).Varies);
        double[] holes = [.. noisy.Select((value, index) => index < 10 ? double.NaN : value)];
        Assert.Equal(80, GivenDataSensitivity.Estimate(settings, holes, stream).Pairs);
        Assert.Throws<ArgumentException>(() => GivenDataSensitivity.Estimate(settings, noisy.AsSpan(1), stream));
    }
}
