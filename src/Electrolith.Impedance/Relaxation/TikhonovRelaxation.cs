using Electrolith.Impedance.Spectra;
using Electrolith.Numerics.LeastSquares;

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
        var residual = Enumerable.Range(0, 2 * system.Points).Sum(row => Math.Pow(system.Residual(row, solution), 2));
        return new RelaxationResult(
            [.. curve.Times], [.. curve.Gamma], lambda, solution[0], options.WithInductor ? solution[1] : 0,
            [.. curve.Peaks().Select(peak => new RelaxationPeak(curve.Times[peak.Top], curve.Gamma[peak.Top], curve.Area(peak.From, peak.To)))],
            Math.Sqrt(residual / (2 * system.Points)))
        {
            Method = RelaxationMethod.Tikhonov, IsRelative = isRelative, Tail = hasCapacitor && solution[system.Extra - 1] > 0 ? new SeriesTail(1 / solution[system.Extra - 1], 1) : null,
        };
    }
}
