using Electrolith.Numerics.Sensitivity;

namespace Electrolith.Numerics.Tests.Sensitivity;

public sealed class MorrisScreeningTests
{
    /// <summary>100 trajectories of four points in three inputs on four levels that SALib 1.5.2 drew for the Ishigami function: level of every coordinate.</summary>
    private const string Levels =
        "123121101301111131133333213233033031002022020220312332132130310110112132131331333313032232212210033013213211300320120122" +
        "210230232032030230232212103303301321002202200220121321301303121321301303033031231211030230232212311313333133223203003001" +
        "313113133131222220020000020022222202302102100120121123323303221223203003300320322122012212232230103303323321230232212012" +
        "001003203223220020000002322302102100103303301321232230030010213233231031311331333133000200220222123103101301211231233033" +
        "122120100300313333133131203223023021231233033013200220020022021001201203233033013011212012010030332312310110001021023223" +
        "120100102302220020022002211011031033112110310330123121101301013213233231123323303301311331131133322320120100122102302300" +
        "101301303323032012010210000020022222230210212012133113111311131111113313322122120100002022222220012032232230113313311331" +
        "131133113313112312332330103303323321222022020000323321121101221201001003021023003203313113133131322302102100011013213233" +
        "011031231233030010012212001021221223200202002022133131331311012010210230302102100120211231031033101103123323322302300100" +
        "212210010030120320300302130330310312000020220222033031231211022002202200001003203223120122102302121321301303233231211011";

    [Fact]
    public void Effects_of_SALib_s_trajectories_are_SALib_s()
    {
        var trajectories = Enumerable.Range(0, 100).Select(trajectory => Enumerable.Range(0, 4).Select(point => Enumerable.Range(0, 3)
            .Select(input => (Levels[(12 * trajectory) + (3 * point) + input] - '0') / 3.0).ToArray()).ToArray()).ToArray();
        var results = trajectories.Select(points => points.Select(point => Ishigami.At(point)).ToArray()).ToArray();

        var effects = MorrisScreening.Effects(3, trajectories, results);

        // mu, mu_star and sigma of salib.analyze.morris on the same points.
        double[] mu = [7.954005955726433, 0.4724999999999996, -1.1247832985999606], muStar = [7.954005955726433, 7.874999999999999, 6.623723869533106], sigma = [6.275250151289435, 7.900413539233814, 9.074075757380662];
        for (var input = 0; input < 3; input++)
        {
            Assert.Equal(mu[input], effects[input].Mean, 1e-9);
            Assert.Equal(muStar[input], effects[input].MeanAbsolute, 1e-9);
            Assert.Equal(sigma[input], effects[input].Deviation, 1e-9);
            Assert.Equal(100, effects[input].Effects);
        }
    }

    [Fact]
    public void Effects_of_a_linear_function_are_its_slopes()
    {
        double[] slopes = [3, -2, 0, 0.5, 10];
        var stream = new RandomStream(5);
        var trajectories = Enumerable.Range(0, 10).Select(_ => MorrisScreening.Trajectory(5, 4, stream)).ToArray();
        var effects = MorrisScreening.Effects(5, trajectories, [.. trajectories.Select(points => points.Select(point => 7 + point.Zip(slopes, (x, slope) => x * slope).Sum()).ToArray())]);

        for (var input = 0; input < 5; input++)
        {
            Assert.Equal(slopes[input], effects[input].Mean, 1e-12);
            Assert.Equal(Math.Abs(slopes[input]), effects[input].MeanAbsolute, 1e-12);
            Assert.Equal(0, effects[input].Deviation, 1e-12);
        }
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(7, 4)]
    [InlineData(40, 8)]
    public void A_trajectory_stays_in_the_cube_and_moves_every_input_once(int inputs, int levels)
    {
        var stream = new RandomStream(1);
        for (var round = 0; round < 20; round++)
        {
            var points = MorrisScreening.Trajectory(inputs, levels, stream);
            Assert.Equal(inputs + 1, points.Length);
            Assert.All(points, point => Assert.All(point, x => Assert.InRange(x, 0, 1)));
            Assert.All(Enumerable.Range(0, inputs), input => Assert.Equal(1, Enumerable.Range(1, inputs).Count(move => points[move][input] != points[move - 1][input])));
        }
    }

    [Fact]
    public void A_failed_run_costs_only_the_moves_beside_it()
    {
        double[][] points = [[0, 0], [1, 0], [1, 1]];
        var effects = MorrisScreening.Effects(2, [points, points], [[double.NaN, 2, 5], [1, 2, 5]]);
        Assert.Equal(1, effects[0].Effects);
        Assert.Equal(2, effects[1].Effects);
        Assert.Equal(3, effects[1].Mean, 1e-12);
    }

    [Fact]
    public void An_odd_grid_and_points_that_do_not_move_one_input_are_refused()
    {
        Assert.Throws<ArgumentException>(() => MorrisScreening.Trajectory(2, 3, new RandomStream(1)));
        Assert.Throws<ArgumentException>(() => MorrisScreening.Effects(2, [[[0, 0], [1, 1]]], [[0, 1]]));
    }
}
