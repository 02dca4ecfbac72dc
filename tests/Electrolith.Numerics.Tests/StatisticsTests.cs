namespace Electrolith.Numerics.Tests;

public sealed class StatisticsTests
{
    /// <summary>Yield of dyestuff from six batches, five samples each (O. L. Davies, 1947; Box and Tiao, 1973).</summary>
    private static readonly double[][] Dyestuff =
    [
        [1545, 1440, 1440, 1520, 1580], [1540, 1555, 1490, 1560, 1495], [1595, 1550, 1605, 1510, 1560],
        [1445, 1440, 1595, 1465, 1545], [1595, 1630, 1515, 1635, 1625], [1520, 1455, 1450, 1480, 1445],
    ];

    [Fact]
    public void Variance_components_of_the_dyestuff_are_the_published_ones()
    {
        var parts = VarianceComponents.Of(Dyestuff);
        Assert.Equal(1527.5, parts.Mean, 1e-9);
        Assert.Equal(2451.25, parts.Within, 1e-9);
        Assert.Equal(11271.5, parts.MeanSquareBetween, 1e-9);
        Assert.Equal(1764.05, parts.Between, 1e-9);
        Assert.Equal(24, parts.WithinFreedom);
        // The mean of six unlike batches is known as well as from 30 * (2451 + 1764) / 11272 independent samples.
        Assert.Equal(30 * (2451.25 + 1764.05) / 11271.5, parts.EffectiveCount, 1e-9);
        Assert.InRange(parts.OverallFreedom, 5, 29);
    }

    [Fact]
    public void Batches_that_differ_less_than_chance_have_no_variance_between_them()
    {
        var parts = VarianceComponents.Of([[1, 3], [3, 1], [2, 2]]);
        Assert.Equal(0, parts.Between);
        Assert.Equal(0, parts.BetweenShare);
    }

    [Fact]
    public void Single_values_and_nothing_are_told_apart()
    {
        var single = VarianceComponents.Of([[1], [2], [], [6]]);
        Assert.Equal((3, 3, 3.0, 7.0), (single.Groups, single.Count, single.Mean, single.Overall));
        Assert.True(double.IsNaN(single.Within) && double.IsNaN(single.Between));
        Assert.Equal(2, single.OverallFreedom);
        Assert.Equal(0, VarianceComponents.Of([]).Count);
        Assert.True(double.IsNaN(VarianceComponents.Of([[1, 2, 3]]).Between));
    }

    [Theory]
    // Tables of the chi-square distribution.
    [InlineData(0.95, 10, 18.307)]
    [InlineData(0.025, 19, 8.907)]
    [InlineData(0.975, 19, 32.852)]
    public void Chi_square_is_that_of_the_tables(double probability, double freedom, double expected) => Assert.Equal(expected, ChiSquare.Quantile(probability, freedom), 1e-3);

    [Theory]
    // Brown, Cai and DasGupta, Stat. Sci. 16, 101 (2001), and the closed form z²/(n + z²) at zero.
    [InlineData(0, 10, 0, 0.27753)]
    [InlineData(0.8, 10, 0.49016, 0.94332)]
    [InlineData(1, 10, 0.72247, 1)]
    public void Wilson_s_interval_is_the_published_one(double share, double count, double low, double high)
    {
        var proportion = Proportion.Wilson(share, count);
        Assert.Equal(low, proportion.Low, 1e-5);
        Assert.Equal(high, proportion.High, 1e-5);
    }

    [Theory]
    // Stephens' critical values for estimated mean and deviation (1974).
    [InlineData(0.631, 0.10)]
    [InlineData(0.752, 0.05)]
    [InlineData(1.035, 0.01)]
    public void Anderson_and_Darling_s_statistic_has_its_critical_values(double statistic, double probability) => Assert.Equal(probability, NormalityTest.ProbabilityOf(statistic), 0.002);

    [Fact]
    public void Normal_values_are_rejected_as_rarely_as_promised()
    {
        var (stream, rejected) = (new RandomStream(11), 0);
        for (var round = 0; round < 1000; round++)
        {
            double[] values = [.. Enumerable.Range(0, 50).Select(_ => Normal.Quantile(stream.NextDouble() + 1e-17))];
            rejected += NormalityTest.Of(values)!.Probability < 0.05 ? 1 : 0;
        }

        // 50 of 1000, plus and minus three standard deviations of 7.
        Assert.InRange(rejected, 29, 71);
    }

    [Fact]
    public void An_exponential_distribution_is_seen_with_its_skewness()
    {
        var stream = new RandomStream(2);
        double[] values = [.. Enumerable.Range(0, 20000).Select(_ => -Math.Log(1 - stream.NextDouble()))];
        var shape = NormalityTest.Of(values)!;
        Assert.Equal(2, shape.Skewness, 0.2);
        Assert.Equal(6, shape.ExcessKurtosis, 1.5);
        Assert.False(shape.IsCloseToNormal);
        Assert.Null(NormalityTest.Of(new double[100]));
        Assert.Null(NormalityTest.Of([1, 2, 3]));
    }
}
