namespace Electrolith.Numerics.GaussianProcesses;

/// <summary>What a Gaussian process assumes of a function.</summary>
/// <param name="Lengths">Distance in each coordinate over which the function changes.</param>
/// <param name="Signal">Variance of the function.</param>
/// <param name="Noise">Variance of a measurement about the function.</param>
public sealed record GaussianProcessParameters(double[] Lengths, double Signal, double Noise);

/// <summary>A value with its variance.</summary>
/// <param name="Mean">Expected value of the function.</param>
/// <param name="Variance">Variance of the function, without that of a measurement.</param>
public readonly record struct GaussianPrediction(double Mean, double Variance)
{
    /// <summary>Standard deviation of the function.</summary>
    public double Deviation => Math.Sqrt(Variance);

    /// <summary>Probability that the function is at most so much.</summary>
    /// <param name="value">Value.</param>
    public double ProbabilityBelow(double value) => Variance > 0 ? Normal.Cumulative((value - Mean) / Deviation) : Mean <= value ? 1 : 0;
}

/// <summary>
/// A function known at some points, seen as one of all functions of a given smoothness that pass by them: Matérn covariance with
/// ν = 5/2 and a length for each coordinate. Rasmussen and Williams (2006), Gaussian Processes for Machine Learning, chapters 2, 4, 5.
/// </summary>
public sealed class GaussianProcess
{
    private static readonly double RootFive = Math.Sqrt(5);
    private readonly double[][] points;
    private readonly double[] values;
    private readonly double[] weights;
    private readonly PositiveDefinite factor;
    private readonly double offset;
    private readonly double scale;

    /// <summary>Conditions on measurements.</summary>
    /// <param name="points">Where was measured.</param>
    /// <param name="values">What was measured.</param>
    /// <param name="parameters">Assumptions, in units of <paramref name="scale"/>.</param>
    /// <param name="offset">Mean of the function before anything is measured.</param>
    /// <param name="scale">Unit of the values.</param>
    /// <exception cref="ArgumentException">The sizes do not match, or a number is not finite.</exception>
    public GaussianProcess(IReadOnlyList<double[]> points, IReadOnlyList<double> values, GaussianProcessParameters parameters, double offset = 0, double scale = 1)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(parameters);
        if (points.Count != values.Count || points.Count == 0 || points.Any(point => point.Length != parameters.Lengths.Length))
        {
            throw new ArgumentException($"{points.Count} points and {values.Count} values with {parameters.Lengths.Length} coordinates do not match", nameof(points));
        }

        (this.points, this.offset, this.scale, Parameters) = ([.. points], offset, scale, parameters);
        this.values = [.. values.Select(value => (value - offset) / scale)];
        var size = points.Count;
        var matrix = Covariances(this.points, parameters);
        factor = PositiveDefinite.Factor(matrix, size, parameters.Signal + parameters.Noise) ?? throw new ArgumentException("a point or a parameter is not finite", nameof(points));
        weights = (double[])this.values.Clone();
        factor.Solve(weights);
    }

    /// <summary>Assumptions, in units of the scale of the values.</summary>
    public GaussianProcessParameters Parameters { get; }

    /// <summary>Standard deviation of a measurement about the function.</summary>
    public double NoiseDeviation => scale * Math.Sqrt(Parameters.Noise);

    /// <summary>Logarithm of the probability density of the measurements (equation 2.30), in units of the scale.</summary>
    public double LogMarginalLikelihood =>
        (-0.5 * PositiveDefinite.Dot(values, weights)) - (0.5 * factor.LogDeterminant) - (0.5 * values.Length * Math.Log(2 * Math.PI));

    /// <summary>Matérn covariance with ν = 5/2 over its value at no distance (equation 4.17).</summary>
    /// <param name="distance">Distance over the lengths.</param>
    public static double Matern(double distance) => (1 + (RootFive * distance) + (5 * distance * distance / 3)) * Math.Exp(-RootFive * distance);

    /// <summary>The function at a point (equations 2.25 and 2.26).</summary>
    /// <param name="point">Where.</param>
    public GaussianPrediction Predict(ReadOnlySpan<double> point)
    {
        Span<double> covariances = points.Length <= 256 ? stackalloc double[points.Length] : new double[points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            covariances[i] = Parameters.Signal * Matern(Distance(points[i], point, Parameters.Lengths));
        }

        var mean = PositiveDefinite.Dot(covariances, weights);
        factor.SolveLower(covariances);
        var variance = Math.Max(0, Parameters.Signal - PositiveDefinite.Dot(covariances, covariances));
        return new GaussianPrediction(offset + (scale * mean), scale * scale * variance);
    }

    /// <summary>What the others say of each measurement (equations 5.12): mean and variance of a measurement there, this one left out.</summary>
    public GaussianPrediction[] LeaveOneOut()
    {
        var inverse = factor.Inverse();
        var size = values.Length;
        return [.. Enumerable.Range(0, size).Select(i => new GaussianPrediction(offset + (scale * (values[i] - (weights[i] / inverse[(i * size) + i]))), scale * scale / inverse[(i * size) + i]))];
    }

    /// <summary>The same process with one more measurement.</summary>
    /// <param name="point">Where.</param>
    /// <param name="value">What.</param>
    public GaussianProcess With(double[] point, double value) => new([.. points, point], [.. values.Select(item => offset + (scale * item)), value], Parameters, offset, scale);

    /// <summary>Distance of two points over the lengths.</summary>
    /// <param name="first">One point.</param>
    /// <param name="second">Another.</param>
    /// <param name="lengths">Length of each coordinate.</param>
    public static double Distance(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double[] lengths)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        var sum = 0.0;
        for (var k = 0; k < lengths.Length; k++)
        {
            var part = (first[k] - second[k]) / lengths[k];
            sum += part * part;
        }

        return Math.Sqrt(sum);
    }

    private static double[] Covariances(double[][] points, GaussianProcessParameters parameters)
    {
        var size = points.Length;
        var matrix = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                matrix[(i * size) + j] = matrix[(j * size) + i] = parameters.Signal * Matern(Distance(points[i], points[j], parameters.Lengths));
            }

            matrix[(i * size) + i] += parameters.Noise;
        }

        return matrix;
    }
}
