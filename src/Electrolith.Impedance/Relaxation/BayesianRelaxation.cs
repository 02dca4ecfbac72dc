using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Relaxation;

/// <summary>
/// γ = exp(u) with a prior on the curvature of u that is Gaussian at heart and has the heavy tails of Student's law, so that u is smooth but
/// may have corners where a process is sharp. The width of the prior and the size of the noise are the likeliest ones.
/// </summary>
/// <remarks>
/// A Gaussian prior first: the probability of the spectrum in the approximation of Laplace, over a scan from smooth to rough. Then the heavy
/// tails as a mixture of Gaussians of different width, each curvature with a weight of its own, by expectation and maximisation.
/// </remarks>
internal static class BayesianRelaxation
{
    private const double NodesPerDecade = 10;
    private const double Beyond = 0.2; // decades: what is further out cannot be told from the series resistance
    private const double BeforeTail = -0.5; // decades: the slowest half decade is the tail's own
    private const double First = 1e-2; // of the mean square of the spectrum
    private const double Ratio = 0.1;
    private const double TailWeight = 2; // degrees of freedom of Student's law
    private const int MostStrengths = 13;
    private const int Worse = 2;
    private const int MostSweeps = 12;
    private const double ScanTolerance = 1e-4;
    private const double Tolerance = 1e-6;

    /// <summary>Computes the distribution.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="options">How.</param>
    /// <param name="tail">What stands for slower processes.</param>
    /// <param name="weight">How points are weighed; the likelier of both when automatic.</param>
    public static RelaxationResult Compute(Spectrum spectrum, RelaxationOptions options, RelaxationTail tail, RelaxationWeight weight)
    {
        // Both sets of weights have a geometric mean of one: the probabilities are of the same measurement and can be compared.
        var trials = new List<(RelaxationSystem System, LogPosterior Posterior, double Strength, double Evidence, bool IsRelative)>();
        foreach (var isRelative in weight switch { RelaxationWeight.Absolute => [false], RelaxationWeight.Relative => [true], _ => new[] { false, true } })
        {
            var system = new RelaxationSystem(spectrum, options, Basis(spectrum, options.Basis, tail), tail == RelaxationTail.Capacitor, isRelative);
            var posterior = new LogPosterior(system, tail == RelaxationTail.ConstantPhase);
            posterior.Start(BlockingTail.Exponent(spectrum));
            var (strength, evidence) = Scan(posterior, system.Right.Sum(value => value * value));
            trials.Add((system, posterior, strength, evidence, isRelative));
        }

        var best = trials.MaxBy(trial => trial.Evidence);
        best.Posterior.Minimise(best.Strength, ScanTolerance);
        var variance = (best.Posterior.Misfit + (best.Strength * best.Posterior.Roughness)) / best.Posterior.Freedom;
        var (inverse, noise, last) = Refine(best.Posterior, best.Strength, variance);
        return BayesianBand.Describe(best.System, best.Posterior, inverse, noise, last, options, best.IsRelative);
    }

    private static RelaxationBasis Basis(Spectrum spectrum, RelaxationBasisKind kind, RelaxationTail tail)
    {
        var low = -Math.Log(2 * Math.PI * spectrum.Frequencies.Max()) - (Beyond * Math.Log(10));
        var high = -Math.Log(2 * Math.PI * spectrum.Frequencies.Min()) + ((tail == RelaxationTail.None ? Beyond : BeforeTail) * Math.Log(10));
        var steps = Math.Max(10, (int)Math.Ceiling((high - low) / Math.Log(10) * NodesPerDecade));
        return RelaxationBasis.On(kind, [.. Enumerable.Range(0, steps + 1).Select(node => low + ((high - low) * node / steps))]);
    }

    // From smooth to rough, each from where the one before ended; leaves the posterior at the likeliest.
    private static (double Strength, double Evidence) Scan(LogPosterior posterior, double square)
    {
        var (strength, best, found, since) = (First * square / (posterior.Freedom + posterior.Unheld), double.NegativeInfinity, 0.0, 0);
        var (head, log) = (posterior.Head, posterior.Log);
        for (var round = 0; round < MostStrengths && since < Worse; round++)
        {
            posterior.Minimise(strength, ScanTolerance);
            var evidence = Evidence(posterior, strength);
            since++;
            if (evidence > best)
            {
                (best, found, head, log, since) = (evidence, strength, posterior.Head, posterior.Log, 0);
            }

            strength *= Ratio;
        }

        posterior.MoveTo(head, log);
        return (found, best);
    }

    private static double Evidence(LogPosterior posterior, double strength) =>
        -RelaxationEquations.Improbability(posterior.Misfit + (strength * posterior.Roughness), posterior.Freedom, posterior.Held, strength, posterior.Determinant(strength)) / 2;

    private static (double[] Inverse, double Noise, double Strength) Refine(LogPosterior posterior, double strength, double noise)
    {
        var (width, curvatures, offset) = (noise / strength, new double[posterior.Weights.Length], posterior.HeadCount);
        var size = posterior.HeadCount + posterior.Functions;
        var inverse = posterior.Curvature(strength) ?? throw new ArgumentException("the spectrum does not determine a distribution", nameof(posterior));
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var held = 0.0;
            for (var index = 0; index < curvatures.Length; index++)
            {
                var spread = Spread(inverse, size, offset + index);
                held += posterior.Weights[index] * posterior.RoughnessScale * spread;
                var difference = LogPosterior.Difference(posterior.Log, index);
                curvatures[index] = posterior.RoughnessScale * ((difference * difference) + (noise * spread));
            }

            var (before, determined) = (noise / width, size - (strength * held));
            noise = posterior.Misfit / Math.Max(1, posterior.Freedom + posterior.Unheld - determined);
            width = Weigh(posterior.Weights, curvatures, width);
            strength = noise / width;
            posterior.Minimise(strength, Tolerance);
            inverse = posterior.Curvature(strength) ?? inverse;
            if (Math.Abs(Math.Log(strength / before)) < 0.02)
            {
                break;
            }
        }

        return (inverse, noise, strength);
    }

    // Weights (ν + 1)/(ν + c/s²) and the width s² that goes with them.
    private static double Weigh(double[] weights, double[] curvatures, double width)
    {
        for (var round = 0; round < 20; round++)
        {
            var sum = 0.0;
            for (var index = 0; index < weights.Length; index++)
            {
                weights[index] = (TailWeight + 1) / (TailWeight + (curvatures[index] / width));
                sum += weights[index] * curvatures[index];
            }

            width = sum / weights.Length;
        }

        return width;
    }

    // Variance of a second difference, in units of the noise.
    private static double Spread(double[] inverse, int size, int first)
    {
        var stencil = Differences.Stencil(2);
        var sum = 0.0;
        for (var i = 0; i < stencil.Length; i++)
        {
            for (var j = 0; j < stencil.Length; j++)
            {
                sum += stencil[i] * stencil[j] * inverse[((first + i) * size) + first + j];
            }
        }

        return sum;
    }
}
