using Electrolith.Industry.Decisions;

namespace Electrolith.Industry.Tests;

public sealed class DecisionTests
{
    private static readonly Criterion[] Two =
    [
        new() { Id = "risk", Kind = CriterionKind.Cost, Weight = 0.5, ReferenceLow = 0, ReferenceHigh = 10 },
        new() { Id = "altitude", Kind = CriterionKind.Benefit, Weight = 0.5, ReferenceLow = 2000, ReferenceHigh = 5000 },
    ];

    [Fact]
    public void Topsis_agrees_with_the_mountain_example_of_Opricovic_and_Tzeng()
    {
        // Opricovic and Tzeng (2004), as quoted by pymcdm: 0.5, 0.617, 0.5 with min-max scaling.
        var scores = Topsis.Score([1, 3000, 2, 3750, 5, 4500], Two, TopsisScaling.MinMax);
        Assert.Equal(0.5, scores[0], 12);
        Assert.Equal(0.617, scores[1], 5e-4);
        Assert.Equal(0.5, scores[2], 12);
    }

    [Fact]
    public void Scores_do_not_depend_on_the_unit_or_on_the_scale_of_the_weights()
    {
        var scores = Topsis.Score([1, 3000, 2, 3750, 5, 4500], Two, TopsisScaling.Vector);
        var other = Topsis.Score([1000, 3, 2000, 3.75, 5000, 4.5], [Two[0] with { Weight = 7 }, Two[1] with { Weight = 7 }], TopsisScaling.Vector);
        Assert.Equal(scores, other, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void On_an_absolute_scale_a_third_option_changes_no_score()
    {
        var two = Topsis.Score([1, 3000, 2, 3750], Two, TopsisScaling.Absolute);
        var three = Topsis.Score([1, 3000, 2, 3750, 9, 4900], Two, TopsisScaling.Absolute);
        Assert.Equal(two[0], three[0]);
        Assert.Equal(two[1], three[1]);
    }

    [Fact]
    public void On_a_relative_scale_a_third_option_can_change_scores() =>
        Assert.NotEqual(Topsis.Score([1, 3000, 2, 3750], Two, TopsisScaling.MinMax)[1], Topsis.Score([1, 3000, 2, 3750, 9, 4900], Two, TopsisScaling.MinMax)[1]);

    [Theory]
    [InlineData(TopsisScaling.Vector)]
    [InlineData(TopsisScaling.MinMax)]
    [InlineData(TopsisScaling.Absolute)]
    public void The_best_in_everything_scores_one_and_the_worst_zero(TopsisScaling scaling)
    {
        var scores = Topsis.Score([0, 5000, 3, 3000, 10, 2000], Two, scaling);
        Assert.Equal(1, scores[0], 12);
        Assert.InRange(scores[1], 0.01, 0.99);
        Assert.Equal(0, scores[2], 12);
    }

    [Theory]
    [InlineData(TopsisScaling.Vector)]
    [InlineData(TopsisScaling.MinMax)]
    public void Equal_options_score_one_half(TopsisScaling scaling) =>
        Assert.All(Topsis.Score([3, 4000, 3, 4000], Two, scaling), score => Assert.Equal(0.5, score));

    [Fact]
    public void A_logarithmic_criterion_compares_decades()
    {
        Criterion[] one = [new() { Id = "resistance", Kind = CriterionKind.Cost, Weight = 1, IsLogarithmic = true }];
        Assert.Equal([1, 0.5, 0], Topsis.Score([1, 10, 100], one, TopsisScaling.MinMax), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => Topsis.Score([0, 10], one, TopsisScaling.MinMax));
    }

    [Fact]
    public void What_cannot_be_ranked_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Topsis.Score([1, 2, 3], Two, TopsisScaling.Vector));
        Assert.Throws<ArgumentOutOfRangeException>(() => Topsis.Score([double.NaN, 2], Two, TopsisScaling.Vector));
        Assert.Throws<ArgumentException>(() => Topsis.Score([1, 2], [Two[0] with { Weight = 0 }, Two[1] with { Weight = 0 }], TopsisScaling.Vector));
        Assert.Throws<ArgumentException>(() => Topsis.Score([1, 2], [Two[0], Two[1] with { ReferenceLow = null }], TopsisScaling.Absolute));
    }

    [Fact]
    public void Fronts_of_a_known_set()
    {
        CriterionKind[] kinds = [CriterionKind.Benefit, CriterionKind.Cost];
        Assert.Equal<int>([0, 0, 1, 2, 0], ParetoFront.Sort([5, 5, 3, 1, 4, 5, 3, 6, 5, 5], kinds).AsEnumerable());
    }

    [Fact]
    public void The_option_with_the_best_score_is_never_beaten()
    {
        double[] matrix = [1, 3000, 2, 3750, 5, 4500, 6, 2500];
        var best = Topsis.Score(matrix, Two, TopsisScaling.Absolute).Index().MaxBy(pair => pair.Item).Index;
        Assert.Equal(0, ParetoFront.Sort(matrix, [CriterionKind.Cost, CriterionKind.Benefit])[best]);
    }

    [Fact]
    public void Rank_shares_add_up_over_options_and_over_ranks()
    {
        var ranks = RankAcceptability.Of([3, 2, 1, 3, 1, 2, 1, 1, 1], 3);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(1, ranks[i, 0] + ranks[i, 1] + ranks[i, 2], 12);
            Assert.Equal(1, ranks[0, i] + ranks[1, i] + ranks[2, i], 12);
        }

        Assert.Equal((2 + (1.0 / 3)) / 3, ranks[0, 0], 12);
        Assert.Equal(2.5 / 3, ranks.WinsAgainst(0, 1), 12);
        Assert.Equal(1, ranks.WinsAgainst(0, 2) + ranks.WinsAgainst(2, 0), 12);
        Assert.Equal(6, ranks.MeanRank(0) + ranks.MeanRank(1) + ranks.MeanRank(2), 12);
    }

    [Fact]
    public void Net_flow_of_a_published_example()
    {
        // PROMETHEE II, usual preference, as quoted by pymcdm: 0.1, -0.3, 0.2.
        var criteria = new[] { 0.5, 0.3, 0.2 }.Select((weight, index) => new Criterion { Id = $"c{index}", Kind = CriterionKind.Benefit, Weight = weight }).ToArray();
        Assert.Equal([0.1, -0.3, 0.2], PairwiseMethods.NetFlow([4, 3, 2, 3, 2, 4, 5, 1, 3], criteria), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Hierarchy_weights_of_Wang_and_Chin_and_their_inconsistency()
    {
        // Weights quoted by pymcdm; eigenvalue 7.419870, CI 0.283974 and CR 0.2290 computed independently.
        double[] matrix =
        [
            1, 4, 3, 1, 3, 4,
            1.0 / 4, 1, 7, 3, 1.0 / 5, 1,
            1.0 / 3, 1.0 / 7, 1, 1.0 / 5, 1.0 / 5, 1.0 / 6,
            1, 1.0 / 3, 5, 1, 1, 1.0 / 3,
            1.0 / 3, 5, 5, 1, 1, 3,
            1.0 / 4, 1, 6, 3, 1.0 / 3, 1,
        ];
        var result = PairwiseMethods.Hierarchy(matrix, 6);
        Assert.Equal([0.3208, 0.1395, 0.0348, 0.1285, 0.2374, 0.1391], result.Weights, (a, b) => Math.Abs(a - b) < 5e-5);
        Assert.Equal(7.419870, result.Eigenvalue, 5e-7);
        Assert.Equal(0.283974, result.ConsistencyIndex, 5e-7);
        Assert.Equal(0.2290, result.ConsistencyRatio, 5e-5);
        Assert.False(result.IsConsistent);
    }
}
