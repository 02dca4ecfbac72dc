namespace Electrolith.Numerics.GaussianProcesses;

/// <summary>How well assumptions explain measurements, with the derivatives by the logarithms of the assumptions.</summary>
/// <param name="points">Where was measured.</param>
/// <param name="values">What was measured, about zero.</param>
public sealed class MarginalLikelihood(IReadOnlyList<double[]> points, double[] values)
{
    private static readonly double RootFive = Math.Sqrt(5);

    /// <summary>Minus the logarithm of the likelihood (equations 2.30 and 5.9).</summary>
    /// <param name="logarithms">Logarithms of the lengths, of the signal variance and of the noise variance.</param>
    /// <param name="gradient">Receives the derivatives.</param>
    /// <returns>Infinite where the covariances cannot be factored.</returns>
    public double Negative(ReadOnlySpan<double> logarithms, Span<double> gradient)
    {
        var (size, dimensions) = (values.Length, logarithms.Length - 2);
        var lengths = new double[dimensions];
        for (var k = 0; k < dimensions; k++)
        {
            lengths[k] = Math.Exp(logarithms[k]);
        }

        var (signal, noise) = (Math.Exp(logarithms[^2]), Math.Exp(logarithms[^1]));
        var (covariances, slopes) = (new double[size * size], new double[size * size]);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var distance = GaussianProcess.Distance(points[i], points[j], lengths);
                var decay = signal * Math.Exp(-RootFive * distance);
                covariances[(i * size) + j] = covariances[(j * size) + i] = decay * (1 + (RootFive * distance) + (5 * distance * distance / 3));
                slopes[(i * size) + j] = decay * 5 / 3 * (1 + (RootFive * distance));
            }

            covariances[(i * size) + i] = signal + noise;
        }

        gradient.Clear();
        if (PositiveDefinite.Factor(covariances, size, signal + noise) is not { } factor)
        {
            return double.PositiveInfinity;
        }

        var weights = (double[])values.Clone();
        factor.Solve(weights);
        AddGradient(gradient, factor.Inverse(), weights, lengths, (signal, noise), covariances, slopes);
        return (0.5 * PositiveDefinite.Dot(values, weights)) + (0.5 * factor.LogDeterminant) + (0.5 * size * Math.Log(2 * Math.PI));
    }

    private void AddGradient(Span<double> gradient, double[] inverse, double[] weights, double[] lengths, (double Signal, double Noise) variances, double[] covariances, double[] slopes)
    {
        var (size, dimensions) = (weights.Length, lengths.Length);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++)
            {
                // Both triangles: twice half of (inverse - weights weights').
                var factor = inverse[(i * size) + j] - (weights[i] * weights[j]);
                gradient[dimensions] += factor * covariances[(i * size) + j];
                factor *= slopes[(i * size) + j];
                for (var k = 0; k < dimensions; k++)
                {
                    var part = (points[i][k] - points[j][k]) / lengths[k];
                    gradient[k] += factor * part * part;
                }
            }

            var diagonal = 0.5 * (inverse[(i * size) + i] - (weights[i] * weights[i]));
            gradient[dimensions] += diagonal * variances.Signal;
            gradient[dimensions + 1] += diagonal * variances.Noise;
        }
    }
}
