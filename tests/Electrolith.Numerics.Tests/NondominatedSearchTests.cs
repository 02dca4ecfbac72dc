using Electrolith.Numerics.Optimisation;

namespace Electrolith.Numerics.Tests;

/// <summary>Compromises against problems whose true fronts are known.</summary>
public sealed class NondominatedSearchTests
{
    private static List<Candidate> Search(Func<double[], (double[] Objectives, double[] Excesses)> function, double[] low, double[] high, int size, int budget, ulong seed, int threads = 0)
    {
        var pool = new EvaluationPool(
            at => function([.. at.Select((value, k) => low[k] + (value * (high[k] - low[k])))]) is var (objectives, excesses) ? new Evaluation([.. objectives], [.. excesses]) : throw new InvalidOperationException(), budget, threads);
        return NondominatedSearch.Search(pool, low.Length, size, new RandomStream(seed), []);
    }

    // Zitzler, Deb and Thiele (2000), test functions T1 to T3 with 30 variables.
    private static Func<double[], (double[], double[])> Zdt(int number) => x =>
    {
        var g = 1 + (9 * x.Skip(1).Average());
        var ratio = x[0] / g;
        return ([x[0], g * (number switch { 1 => 1 - Math.Sqrt(ratio), 2 => 1 - (ratio * ratio), _ => 1 - Math.Sqrt(ratio) - (ratio * Math.Sin(10 * Math.PI * x[0])) })], []);
    };

    private static double TrueVolume(int number)
    {
        // Closed forms for T1 and T2 (integral of the front, and the margin of 0.1 to the reference); T3 from its front, g = 1, on a fine grid.
        return number switch
        {
            1 => (2.0 / 3) + 0.1 + 0.11,
            2 => (1.0 / 3) + 0.1 + 0.11,
            _ => Hypervolume.Of(Enumerable.Range(0, 4001).Select(i => i / 4000.0).Select(x => new[] { x, 1 - Math.Sqrt(x) - (x * Math.Sin(10 * Math.PI * x)) }), [1.1, 1.1]),
        };
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_front_of_a_test_function_is_reached(int number)
    {
        var front = Search(Zdt(number), new double[30], Enumerable.Repeat(1.0, 30).ToArray(), 100, 25000, 1);
        var share = Hypervolume.Of(front.Select(item => item.Evaluation.Objectives.ToArray()), [1.1, 1.1]) / TrueVolume(number);
        // Deb et al. (2002) use 25 000 evaluations too; a hundred points of the true front lose about half a percent to the gaps between them.
        Assert.InRange(share, 0.975, 1.0);
    }

    [Fact]
    public void The_constrained_front_of_Binh_and_Korn_is_reached()
    {
        // Deb (2001), section 8.3.1: the front is x = y in [0, 3], then y = 3 and x in [3, 5].
        var front = Search(x => ([4 * ((x[0] * x[0]) + (x[1] * x[1])), Math.Pow(x[0] - 5, 2) + Math.Pow(x[1] - 5, 2)],
            [(Math.Pow(x[0] - 5, 2) + (x[1] * x[1]) - 25) / 25, (7.7 - Math.Pow(x[0] - 8, 2) - Math.Pow(x[1] + 3, 2)) / 7.7]), [0, 0], [5, 3], 60, 6000, 1);
        double[][] truth = [.. Enumerable.Range(0, 2001).Select(i => i / 400.0).Select(x => Math.Min(x, 3) is var y ? new[] { 4 * ((x * x) + (y * y)), Math.Pow(x - 5, 2) + Math.Pow(y - 5, 2) } : [])];
        var found = Hypervolume.Of(front.Select(item => item.Evaluation.Objectives.ToArray()), [140, 50]);
        Assert.InRange(found / Hypervolume.Of(truth, [140, 50]), 0.985, 1.0);
        Assert.All(front, item => Assert.True(item.Evaluation.IsFeasible));
    }

    [Fact]
    public void The_constrained_front_of_Srinivas_and_Deb_is_reached()
    {
        // Deb (2001), section 8.3.3: the front is x = -2.5, y from 2.50 (second constraint) to 14.79 (first).
        var front = Search(x => ([2 + Math.Pow(x[0] - 2, 2) + Math.Pow(x[1] - 1, 2), (9 * x[0]) - Math.Pow(x[1] - 1, 2)],
            [((x[0] * x[0]) + (x[1] * x[1]) - 225) / 225, (x[0] - (3 * x[1]) + 10) / 10]), [-20, -20], [20, 20], 60, 9000, 1);
        double[][] truth = [.. Enumerable.Range(0, 2001).Select(i => 2.5 + (12.29 * i / 2000)).Select(y => new[] { 2 + (4.5 * 4.5) + ((y - 1) * (y - 1)), -22.5 - ((y - 1) * (y - 1)) })];
        var found = Hypervolume.Of(front.Select(item => item.Evaluation.Objectives.ToArray()), [300, 0]);
        Assert.InRange(found / Hypervolume.Of(truth, [300, 0]), 0.98, 1.001);
    }

    [Fact]
    public void Fronts_and_crowding_are_those_of_a_hand_made_set()
    {
        Candidate[] set = [.. new double[][] { [1, 5], [2, 3], [4, 1], [3, 4], [5, 5], [2, 3] }.Select(values => new Candidate([0], new Evaluation([.. values], [])))];
        var fronts = NondominatedSorting.Fronts(set);
        Assert.Equal([0, 1, 2, 5], fronts[0]);
        Assert.Equal([3], fronts[1]);
        Assert.Equal([4], fronts[2]);
        // Sides of the rectangle between the neighbours over the ranges 3 and 4: 1 + 1 for a point in the middle of three.
        Assert.Equal([double.PositiveInfinity, 2, double.PositiveInfinity], NondominatedSorting.Crowding(set, [0, 1, 2]));
    }

    [Fact]
    public void A_volume_of_two_boxes_counts_the_overlap_once()
    {
        // To (3, 3): the box from (1, 1) is 2 by 2 and holds that from (2, 2); boxes of 3 by 1 and 1 by 3 share a unit square.
        Assert.Equal(4, Hypervolume.Of([[1, 1], [2, 2]], [3, 3]), 1e-12);
        Assert.Equal(5, Hypervolume.Of([[0, 2], [2, 0]], [3, 3]), 1e-12);
    }

    [Fact]
    public void A_volume_in_three_dimensions_is_that_of_the_boxes()
    {
        // Two unit-depth boxes of 2x1x1 and 1x2x1 and their common unit cube, to the corner (2, 2, 1).
        Assert.Equal(3, Hypervolume.Of([[0, 1, 0], [1, 0, 0]], [2, 2, 1]), 1e-12);
        Assert.Equal(0, Hypervolume.Of([[2, 2, 2]], [1, 1, 1]));
        Assert.Equal(0, Hypervolume.Of([], [1, 1, 1]));
    }

    [Fact]
    public void The_number_of_threads_does_not_change_the_front()
    {
        List<Candidate> Run(int threads) => Search(Zdt(1), new double[5], Enumerable.Repeat(1.0, 5).ToArray(), 20, 1000, 3, threads);
        Assert.Equal(Run(1).SelectMany(item => item.Position), Run(4).SelectMany(item => item.Position));
    }
}
