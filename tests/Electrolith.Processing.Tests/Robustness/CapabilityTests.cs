using Electrolith.Numerics;
using Electrolith.Processing.Robustness;

namespace Electrolith.Processing.Tests.Robustness;

public sealed class CapabilityTests
{
    [Fact]
    public void Twenty_pieces_have_the_textbook_s_interval_of_Cp()
    {
        // D. C. Montgomery, Introduction to Statistical Quality Control: limits 38 and 62, s = 1.75, n = 20 give 2.29 (1.57 to 3.01).
        var capability = Capability.Of(Alternating(50, 1.75, 20), 38, 62, new RandomStream(1));
        Assert.Null(capability.Cp);
        Assert.Equal(2.29, capability.Pp!.Value.Value, 0.005);
        Assert.Equal(1.57, capability.Pp.Value.Low, 0.006);
        Assert.Equal(3.01, capability.Pp.Value.High, 0.006);
    }

    [Fact]
    public void A_single_limit_gives_the_nearer_distance_with_Bissell_s_interval()
    {
        // The mean lies 4 deviations below the upper limit: 1.333; n = 20 gives 1.333 ± 1.96 √(1/180 + 1.333²/38) in independent pieces.
        var capability = Capability.Of(Alternating(10, 1, 20), null, 14, new RandomStream(1));
        Assert.Null(capability.Pp);
        Assert.Equal(4 / 3.0, capability.Ppk!.Value.Value, 1e-9);
        var half = 1.95996 * Math.Sqrt((1 / 180.0) + (16 / 9.0 / 38));
        Assert.Equal((4 / 3.0) - half, capability.Ppk.Value.Low, 1e-4);
        Assert.Equal((4 / 3.0) + half, capability.Ppk.Value.High, 1e-4);
        // The nearer of two counts, and a mean beyond a limit is negative.
        Assert.Equal(1 / 3.0, Capability.Of(Alternating(10, 1, 20), 9, 14, new RandomStream(1)).Ppk!.Value.Value, 1e-9);
        Assert.Equal(-1, Capability.Of(Alternating(10, 1, 20), null, 7, new RandomStream(1)).Ppk!.Value.Value, 1e-9);
    }

    [Fact]
    public void Lots_that_differ_widen_the_interval_and_part_Cpk_from_Ppk()
    {
        var stream = new RandomStream(4);
        double Score() => Normal.Quantile(stream.NextDouble() + 1e-17);
        double[][] lots = [.. Enumerable.Range(0, 20).Select(_ => 3 * Score()).Select(middle => Enumerable.Range(0, 50).Select(_ => middle + Score()).ToArray())];
        double[][] mixed = [.. lots.SelectMany(lot => lot).Select(value => new[] { value })];
        var (nested, flat) = (Capability.Of(lots, -10, 10, new RandomStream(1)), Capability.Of(mixed, -10, 10, new RandomStream(1)));
        Assert.Equal(10 / 3.0, nested.Cp!.Value.Value, 0.2);
        Assert.Equal(flat.Ppk!.Value.Value, nested.Ppk!.Value.Value, 1e-9);
        Assert.True(nested.Ppk.Value.High - nested.Ppk.Value.Low > 3 * (flat.Ppk.Value.High - flat.Ppk.Value.Low));
    }

    [Fact]
    public void Skewed_pieces_are_judged_by_percentiles()
    {
        var stream = new RandomStream(3);
        double[][] lots = [.. Enumerable.Range(0, 20000).Select(_ => new[] { -Math.Log(1 - stream.NextDouble()) })];
        var capability = Capability.Of(lots, null, 10, new RandomStream(1));
        // Exponential: median ln 2, 99.865 % point ln(1/0.00135) = 6.608; by the normal formula (10 - 1) / 3 = 3.
        Assert.Equal((10 - Math.Log(2)) / (Math.Log(1 / 0.00135) - Math.Log(2)), capability.PercentilePpk!.Value.Value, 0.08);
        Assert.InRange((10 - Math.Log(2)) / (Math.Log(1 / 0.00135) - Math.Log(2)), capability.PercentilePpk.Value.Low, capability.PercentilePpk.Value.High);
        Assert.Equal(3, capability.Ppk!.Value.Value, 0.1);
        Assert.Null(Capability.Of(lots[..500], null, 10, new RandomStream(1)).PercentilePpk);
    }

    [Fact]
    public void What_does_not_vary_has_no_capability()
    {
        var capability = Capability.Of([[5, 5], [5, 5]], null, 6, new RandomStream(1));
        Assert.False(capability.Varies);
        Assert.Null(capability.Cpk);
        Assert.False(Capability.Of([], null, 6, new RandomStream(1)).Varies);
        Assert.Throws<ArgumentException>(() => Capability.Of([[1, 2]], null, null, new RandomStream(1)));
    }

    /// <summary>Pieces of their own lots, half below and half above, with exactly this standard deviation.</summary>
    private static double[][] Alternating(double mean, double deviation, int count) =>
        [.. Enumerable.Range(0, count).Select(index => new[] { mean + ((index % 2 == 0 ? 1 : -1) * deviation * Math.Sqrt((count - 1.0) / count)) })];
}
