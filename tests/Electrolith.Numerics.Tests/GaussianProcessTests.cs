using Electrolith.Numerics.GaussianProcesses;

namespace Electrolith.Numerics.Tests;

/// <summary>Gaussian processes against closed forms and functions that are known.</summary>
public sealed class GaussianProcessTests
{
    private static double Wave(double[] x) => Math.Sin(6 * x[0]) + (0.5 * x[1] * x[1]);

    private static (double[][] Points, double[] Values) Sample(int count, int dimensions, Func<double[], double> function, double noise, ulong seed)
    {
        var stream = new RandomStream(seed);
        var cube = new double[count * dimensions];
        LatinHypercube.Fill(stream, count, dimensions, cube);
        double[][] points = [.. Enumerable.Range(0, count).Select(i => cube[(i * dimensions)..((i + 1) * dimensions)])];
        return (points, [.. points.Select(point => function(point) + (noise * Normal.Quantile(Math.Clamp(stream.NextDouble(), 1e-9, 1 - 1e-9))))]);
    }

    [Fact]
    public void One_measurement_is_the_textbook_case()
    {
        // K = s2 + n2 = 2.5: mean k/2.5 y, variance 2 - k2/2.5, log p = -y2/5 - ln(2.5)/2 - ln(2 pi)/2, all by hand.
        var process = new GaussianProcess([[0.0]], [1.5], new GaussianProcessParameters([1], 2, 0.5));
        // Matern 5/2 at distance 1: (1 + 2.2360680 + 5/3) exp(-2.2360680) = 0.5239941088318203.
        Assert.Equal(0.5239941088318203, GaussianProcess.Matern(1), 1e-12);
        var covariance = 2 * 0.5239941088318203;
        var (mean, variance) = process.Predict([1.0]);
        Assert.Equal(covariance / 2.5 * 1.5, mean, 1e-12);
        Assert.Equal(2 - (covariance * covariance / 2.5), variance, 1e-12);
        Assert.Equal((-1.5 * 1.5 / 5) - (0.5 * Math.Log(2.5)) - (0.5 * Math.Log(2 * Math.PI)), process.LogMarginalLikelihood, 1e-12);
    }

    [Fact]
    public void Two_measurements_have_the_likelihood_of_a_two_by_two_matrix()
    {
        // K = [[a, b], [b, a]], a = 1.1, b = Matern(0.5): log p from the inverse and the determinant a2 - b2.
        var process = new GaussianProcess([[0.0], [0.5]], [1, -0.5], new GaussianProcessParameters([1], 1, 0.1));
        const double a = 1.1;
        var b = (1 + (Math.Sqrt(5) * 0.5) + (5 * 0.25 / 3)) * Math.Exp(-Math.Sqrt(5) * 0.5);
        var determinant = (a * a) - (b * b);
        var quadratic = ((a * 1) + (a * 0.25) - (2 * b * 1 * -0.5)) / determinant;
        Assert.Equal((-0.5 * quadratic) - (0.5 * Math.Log(determinant)) - Math.Log(2 * Math.PI), process.LogMarginalLikelihood, 1e-12);
    }

    [Fact]
    public void Without_noise_the_measurements_are_met_and_certain()
    {
        var (points, values) = Sample(20, 2, Wave, 0, 1);
        var process = new GaussianProcess(points, values, new GaussianProcessParameters([0.4, 0.8], 1, 0));
        for (var i = 0; i < points.Length; i++)
        {
            var prediction = process.Predict(points[i]);
            Assert.Equal(values[i], prediction.Mean, 1e-6);
            Assert.InRange(prediction.Variance, 0, 1e-8);
        }
    }

    [Fact]
    public void The_gradient_of_the_likelihood_is_that_of_differences()
    {
        var (points, values) = Sample(15, 3, point => Wave(point) + point[2], 0.1, 2);
        var likelihood = new MarginalLikelihood(points, values);
        double[] at = [-0.5, 0.1, 0.4, 0.2, -3];
        var gradient = new double[5];
        likelihood.Negative(at, gradient);
        for (var k = 0; k < 5; k++)
        {
            const double step = 1e-5;
            double[] Moved(double by) => [.. at.Select((value, i) => i == k ? value + by : value)];
            var difference = (likelihood.Negative(Moved(step), new double[5]) - likelihood.Negative(Moved(-step), new double[5])) / (2 * step);
            Assert.Equal(difference, gradient[k], 1e-6 * (1 + Math.Abs(difference)));
        }
    }

    [Fact]
    public void A_known_function_and_its_noise_are_recovered()
    {
        var (points, values) = Sample(60, 2, Wave, 0.1, 3);
        var process = GaussianProcessFit.Fit(points, values, new GaussianProcessFitOptions());
        Assert.InRange(process.NoiseDeviation, 0.06, 0.15);
        // The function does not change along a line of equal x[0] and little along x[1]: the lengths say so.
        Assert.True(process.Parameters.Lengths[1] > 1.5 * process.Parameters.Lengths[0]);
    }

    [Fact]
    public void Intervals_hold_what_they_promise()
    {
        // Errors of one set of measurements hang together from place to place, so twelve independent sets are counted: 95 of 100 places
        // lie within 1.96 standard deviations when the assumptions are known, a little less when they are fitted.
        var (within, squares) = (0, 0.0);
        for (var seed = 10UL; seed < 22; seed++)
        {
            var (points, values) = Sample(40, 2, Wave, 0.1, seed);
            var process = GaussianProcessFit.Fit(points, values, new GaussianProcessFitOptions());
            var (probes, truth) = Sample(100, 2, Wave, 0, seed + 100);
            for (var i = 0; i < probes.Length; i++)
            {
                var prediction = process.Predict(probes[i]);
                within += Math.Abs(prediction.Mean - truth[i]) < 1.96 * prediction.Deviation ? 1 : 0;
                squares += Math.Pow(prediction.Mean - truth[i], 2);
            }
        }

        Assert.InRange(within / 1200.0, 0.88, 0.99);
        Assert.InRange(Math.Sqrt(squares / 1200), 0, 0.1);
    }

    [Fact]
    public void Leaving_one_out_by_formula_is_leaving_one_out()
    {
        var (points, values) = Sample(12, 2, Wave, 0.1, 5);
        var parameters = new GaussianProcessParameters([0.5, 0.7], 1.2, 0.05);
        var left = new GaussianProcess(points, values, parameters, 0.3, 2).LeaveOneOut();
        for (var i = 0; i < points.Length; i++)
        {
            var others = new GaussianProcess([.. points.Where((_, k) => k != i)], [.. values.Where((_, k) => k != i)], parameters, 0.3, 2).Predict(points[i]);
            Assert.Equal(others.Mean, left[i].Mean, 1e-10);
            Assert.Equal(others.Variance + (2 * 2 * 0.05), left[i].Variance, 1e-10);
        }
    }

    [Fact]
    public void One_more_measurement_is_the_same_as_all_at_once()
    {
        var (points, values) = Sample(10, 2, Wave, 0.1, 6);
        var parameters = new GaussianProcessParameters([0.5, 0.7], 1.2, 0.05);
        var grown = new GaussianProcess(points[..9], values[..9], parameters, 0.1, 2).With(points[9], values[9]);
        Assert.Equal(new GaussianProcess(points, values, parameters, 0.1, 2).Predict([0.3, 0.3]).Mean, grown.Predict([0.3, 0.3]).Mean, 1e-12);
    }

    [Fact]
    public void Few_equal_or_repeated_measurements_stay_sane()
    {
        var options = new GaussianProcessFitOptions();
        var one = GaussianProcessFit.Fit([[0.5]], [3], options).Predict([0.1]);
        Assert.True(double.IsFinite(one.Mean) && one.Variance > 0);
        var equal = GaussianProcessFit.Fit([[0.1], [0.5], [0.9]], [2, 2, 2], options).Predict([0.3]);
        Assert.Equal(2, equal.Mean, 1e-6);
        var repeated = GaussianProcessFit.Fit([[0.5], [0.5], [0.5], [0.1]], [1, 1.2, 0.8, 3], options).Predict([0.5]);
        Assert.InRange(repeated.Mean, 0.7, 1.4);
        Assert.Throws<ArgumentException>(() => GaussianProcessFit.Fit([[0.5]], [double.NaN], options));
        Assert.Throws<ArgumentException>(() => GaussianProcessFit.Fit([], [], options));
    }

    [Fact]
    public void The_same_seed_gives_the_same_process()
    {
        var (points, values) = Sample(30, 2, Wave, 0.1, 7);
        double Run() => GaussianProcessFit.Fit(points, values, new GaussianProcessFitOptions { Seed = 5 }).LogMarginalLikelihood;
        Assert.Equal(Run(), Run());
    }

    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(1.6448536269514722, 0.95)]
    public void A_probability_is_that_of_the_normal_distribution(double deviations, double expected) =>
        Assert.Equal(expected, new GaussianPrediction(2, 9).ProbabilityBelow(2 + (3 * deviations)), 1e-12);
}
