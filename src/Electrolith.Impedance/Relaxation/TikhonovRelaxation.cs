using Electrolith.Impedance.Spectra;
using Electrolith.Numerics.LeastSquares;
using Electrolith.Quantities;

namespace Electrolith.Impedance.Relaxation;

/// <summary>Least squares with a penalty on the roughness of γ, non-negative or signed.</summary>
internal static class TikhonovRelaxation
{
    /// <summary>Computes the distribution.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="options">How.</param>
    /// <param name="tail">None or a capacitor.</param>
    /// <param name="isRelative">Weigh by 1/|Z|.</param>
    public static RelaxationResult Compute(Spectrum spectrum, RelaxationOptions options, RelaxationTail tail, bool isRelative)
    {
        if (options.Selection == LambdaSelection.Given && !(options.Lambda > 0 && double.IsFinite(options.Lambda)))
        {
            throw new ArgumentException($"a regularisation above zero is expected, got {options.Lambda}", nameof(options));
        }

        var factor = options.TimesAtInverseFrequency ? 1 : 2 * Math.PI;
        var basis = RelaxationBasis.On(options.Basis, [.. spectrum.Frequencies.OrderDescending().Select(frequency => -Math.Log(factor * frequency))]);
        var hasCapacitor = tail == RelaxationTail.Capacitor;
        var system = new RelaxationSystem(spectrum, options, basis, hasCapacitor, isRelative);
        var lambda = options.Selection == LambdaSelection.Given ? options.Lambda : LambdaSelector.Find(system, options.Selection);
        var (normal, gradient) = system.Normal(_ => true);
        var ridge = LambdaSelector.Ridge(system, normal, gradient, lambda);
        var solution = options.IsNonNegative
            ? NonNegativeLeastSquares.Solve(LambdaSelector.Regularised(system, normal, lambda), gradient, isFree: null, ridge ?? [])
            : ridge ?? throw new ArgumentException($"λ = {lambda} is too small for this spectrum", nameof(options));
        var curve = RelaxationCurve.Of(basis, solution.AsSpan(system.Extra));
        var misfit = Enumerable.Range(0, 2 * system.Points).Sum(row => Math.Pow(system.Residual(row, solution), 2));
        var result = new RelaxationResult(
            [.. curve.Times], [.. curve.Gamma], lambda, solution[0], options.WithInductor ? solution[1] : 0,
            [.. curve.Peaks(!options.IsNonNegative).Select(peak => new RelaxationPeak(curve.Times[peak.Top], curve.Gamma[peak.Top], curve.Area(peak.From, peak.To)))],
            Math.Sqrt(misfit / (2 * system.Points)))
        {
            Method = RelaxationMethod.Tikhonov, IsRelative = isRelative, Tail = hasCapacitor && solution[system.Extra - 1] > 0 ? new SeriesTail(1 / solution[system.Extra - 1], 1) : null,
        };
        return options.IsNonNegative ? result : WithBand(result, system, curve, LambdaSelector.Regularised(system, normal, lambda), misfit + (lambda * LambdaSelector.Form(system, solution)));
    }

    /// <summary>
    /// A signed distribution is a Gaussian process: least squares with a penalty is its most probable course, and the inverse of the normal matrix times
    /// the variance of the noise its covariance.
    /// </summary>
    [Equation("impedance.drt.gaussian-process", @"\Sigma=\sigma^2(A^TA+\lambda M)^{-1},\quad \sigma^2=\frac{|Ax-b|^2+\lambda x^TMx}{n-n_0}", Source = "liu2020gp", Locator = "posterior covariance; the variance of the noise is the likeliest one")]
    private static RelaxationResult WithBand(RelaxationResult result, RelaxationSystem system, RelaxationCurve curve, double[] matrix, double penalised)
    {
        if (Cholesky.Inverse(matrix, system.Size) is not { } inverse)
        {
            return result;
        }

        var (variance, count) = (penalised / Math.Max(1, (2 * system.Points) - system.Extra), system.Basis.Count);
        var covariance = new double[count * count];
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column < count; column++)
            {
                covariance[(row * count) + column] = variance * inverse[((system.Extra + row) * system.Size) + system.Extra + column];
            }
        }

        var reach = Enumerable.Range(0, curve.Places.Length).Select(point => BayesianBand.Sigmas * Math.Sqrt(BayesianBand.Variance(system.Basis, covariance, curve, point, point))).ToArray();
        // A peak whose band holds zero is none.
        var places = BayesianBand.Distinct(system.Basis, covariance, curve, raised: null).Where(place => Math.Abs(curve.Gamma[place.Top]) > reach[place.Top]);
        return result with
        {
            Lower = [.. curve.Gamma.Zip(reach, (gamma, sigma) => gamma - sigma)], Upper = [.. curve.Gamma.Zip(reach, (gamma, sigma) => gamma + sigma)],
            PolarisationError = curve.Step * Math.Sqrt(BayesianBand.Variance(system.Basis, covariance, curve, 0, curve.Places.Length - 1)),
            Peaks = [.. places.Select(place => new RelaxationPeak(curve.Times[place.Top], curve.Gamma[place.Top], curve.Area(place.From, place.To))
            {
                ResistanceError = curve.Step * Math.Sqrt(BayesianBand.Variance(system.Basis, covariance, curve, place.From, place.To)),
            })],
        };
    }
}
