namespace Electrolith.Numerics.Tests;

/// <summary>Random numbers, samples, statistics and roots against published values and closed forms.</summary>
public sealed class NumericsTests
{
    [Fact]
    public void Xoshiro256_plus_plus_gives_the_reference_vector()
    {
        // State 1, 2, 3, 4: first outputs of the authors' C code (also in the tests of the rand_xoshiro crate).
        ulong[] expected =
        [
            41943041, 58720359, 3588806011781223, 3591011842654386, 9228616714210784205, 9973669472204895162,
            14011001112246962877, 12406186145184390807, 15849039046786891736, 10450023813501588000,
        ];
        var stream = RandomStream.FromState(1, 2, 3, 4);
        Assert.All(expected, value => Assert.Equal(value, stream.NextUInt64()));
    }

    [Fact]
    public void A_fork_depends_on_the_name_and_the_seed_only()
    {
        var used = new RandomStream(7);
        used.NextUInt64();
        Assert.Equal(new RandomStream(7).Fork("a").NextUInt64(), used.Fork("a").NextUInt64());
        Assert.NotEqual(used.Fork("a").NextUInt64(), used.Fork("b").NextUInt64());
        Assert.NotEqual(new RandomStream(8).Fork("a").NextUInt64(), used.Fork("a").NextUInt64());
    }

    [Fact]
    public void Uniform_numbers_have_the_mean_and_variance_of_the_distribution()
    {
        var stream = new RandomStream(1);
        var values = Enumerable.Range(0, 100_000).Select(_ => stream.NextDouble()).ToArray();
        Assert.All(values, value => Assert.InRange(value, 0, 0.99999999999999994));
        Assert.Equal(0.5, values.Average(), 4 / Math.Sqrt(12 * 100_000.0));
        Assert.Equal(1 / 12.0, values.Average(value => (value - 0.5) * (value - 0.5)), 0.002);
    }

    [Fact]
    public void Bounded_whole_numbers_reach_every_value_equally()
    {
        var stream = new RandomStream(3);
        var counts = new int[6];
        for (var draw = 0; draw < 60_000; draw++)
        {
            counts[stream.NextInt32(6)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 10_000 - 500, 10_000 + 500));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 3)]
    [InlineData(1024, 2)]
    public void A_latin_hypercube_has_one_point_in_each_slice(int samples, int dimensions)
    {
        var table = new double[samples * dimensions];
        LatinHypercube.Fill(new RandomStream(5), samples, dimensions, table);
        for (var dimension = 0; dimension < dimensions; dimension++)
        {
            var slices = Enumerable.Range(0, samples).Select(sample => (int)(table[(sample * dimensions) + dimension] * samples)).Order();
            Assert.Equal(Enumerable.Range(0, samples), slices);
        }
    }

    [Theory]
    // Abramowitz and Stegun, Table 26.1, and R's qnorm for the tails.
    [InlineData(0.5, 0)]
    [InlineData(0.95, 1.6448536269514722)]
    [InlineData(0.975, 1.9599639845400545)]
    [InlineData(0.001, -3.0902323061678132)]
    [InlineData(1e-10, -6.3613409024040557)]
    public void Normal_quantiles_match_published_values(double probability, double expected)
    {
        Assert.Equal(expected, Normal.Quantile(probability), 1e-9);
        Assert.Equal(probability, Normal.Cumulative(expected), probability * 1e-8);
    }

    [Fact]
    public void Normal_quantile_refuses_the_ends()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Quantile(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Quantile(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Quantile(double.NaN));
    }

    [Fact]
    public void Quantiles_are_those_of_type_7()
    {
        // R: quantile(c(1, 2, 4, 8), c(0.05, 0.25, 0.5, 0.95), type = 7) gives 1.15, 1.75, 3, 7.4.
        double[] sorted = [1, 2, 4, 8];
        Assert.Equal(1.15, Quantiles.Of(sorted, 0.05), 1e-12);
        Assert.Equal(1.75, Quantiles.Of(sorted, 0.25), 1e-12);
        Assert.Equal(3, Quantiles.Of(sorted, 0.5), 1e-12);
        Assert.Equal(7.4, Quantiles.Of(sorted, 0.95), 1e-12);
        Assert.Equal(5, Quantiles.Of([5], 0.3));
        Assert.Equal(double.PositiveInfinity, Quantiles.Of([1, double.PositiveInfinity, double.PositiveInfinity], 0.75));
        Assert.Throws<ArgumentException>(() => Quantiles.Of([], 0.5));
    }

    [Fact]
    public void Spearman_handles_ties_and_constants()
    {
        Assert.Equal(1, RankCorrelation.Spearman([1, 2, 3, 4], [10, 100, 1000, 10000]), 1e-12);
        Assert.Equal(-1, RankCorrelation.Spearman([1, 2, 3], [3, 2, 1]), 1e-12);
        Assert.Equal(0, RankCorrelation.Spearman([1, 1, 1], [3, 2, 1]));
        // scipy.stats.spearmanr([1, 2, 2, 4], [1, 3, 2, 4]) = 0.9486832980505138.
        Assert.Equal(0.9486832980505138, RankCorrelation.Spearman([1, 2, 2, 4], [1, 3, 2, 4]), 1e-12);
    }

    [Fact]
    public void Brent_finds_roots_and_says_when_there_is_none()
    {
        // x^3 - 2x - 5 = 0 (Wallis): 2.0945514815423265.
        Assert.Equal(2.0945514815423265, RootFinding.Brent(x => (x * x * x) - (2 * x) - 5, 2, 3), 1e-11);
        Assert.Equal(0.7390851332151607, RootFinding.Brent(x => Math.Cos(x) - x, 0, 1), 1e-11);
        Assert.Equal(3, RootFinding.Brent(x => x - 3, 3, 10));
        Assert.Equal(1e-8, RootFinding.Brent(x => Math.Log(x / 1e-8), 1e-12, 1, 1e-20), 1e-17);
        Assert.Throws<ArgumentException>(() => RootFinding.Brent(x => (x * x) + 1, -1, 1));
    }
}
