using System.Collections.Immutable;
using Electrolith.Impedance.Spectra;
using Electrolith.Numerics.LeastSquares;

namespace Electrolith.Impedance.Relaxation;

/// <summary>Distribution of relaxation times: Z = R∞ + jωL + ∫ γ/(1 + jωτ) d ln τ (+ 1/(jωC)) by Tikhonov regularisation.</summary>
public static class RelaxationTimes
{
    private const int PointsPerBasis = 10;
    private const double LeastShare = 0.01;

    /// <summary>Computes the distribution.</summary>
    /// <param name="spectrum">At least five points.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">Fewer than five points, all of one frequency, or a λ that is not above zero.</exception>
    public static RelaxationResult Compute(Spectrum spectrum, RelaxationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        options ??= new RelaxationOptions();
        if (spectrum.Count < 5 || spectrum.Frequencies.Max() <= spectrum.Frequencies.Min())
        {
            throw new ArgumentException($"{spectrum.Count} points from {spectrum.Frequencies.Min()} to {spectrum.Frequencies.Max()} Hz: at least five points over a range of frequencies are needed", nameof(spectrum));
        }

        if (options.Selection == LambdaSelection.Given && !(options.Lambda > 0 && double.IsFinite(options.Lambda)))
        {
            throw new ArgumentException($"a regularisation above zero is expected, got {options.Lambda}", nameof(options));
        }

        var system = new RelaxationSystem(spectrum, options);
        var lambda = options.Selection == LambdaSelection.Given ? options.Lambda : LambdaSelector.Find(system, options.Selection);
        var (normal, gradient) = system.Normal(_ => true);
        var ridge = LambdaSelector.Ridge(system, normal, gradient, lambda);
        var solution = options.IsNonNegative
            ? NonNegativeLeastSquares.Solve(LambdaSelector.Regularised(system, normal, lambda), gradient, isFree: null, ridge ?? [])
            : ridge ?? throw new ArgumentException($"λ = {lambda} is too small for this spectrum", nameof(options));
        return Describe(system, solution, lambda, options);
    }

    private static RelaxationResult Describe(RelaxationSystem system, double[] solution, double lambda, RelaxationOptions options)
    {
        var count = ((system.Points - 1) * PointsPerBasis) + 1;
        // Half a decade beyond both ends, where the outermost basis functions still have area.
        var (low, high) = (system.LogTimes[0] - 1.2, system.LogTimes[^1] + 1.2);
        var (times, gamma) = (new double[count], new double[count]);
        for (var point = 0; point < count; point++)
        {
            var at = low + ((high - low) * point / (count - 1));
            times[point] = Math.Exp(at);
            for (var k = 0; k < system.Points; k++)
            {
                var a = system.Shape * (at - system.LogTimes[k]);
                gamma[point] += Math.Abs(a) < 7 ? solution[system.Extra + k] * Math.Exp(-a * a) : 0;
            }
        }

        var residual = Enumerable.Range(0, 2 * system.Points).Sum(row => Math.Pow(system.Residual(row, solution), 2));
        return new RelaxationResult(
            [.. times], [.. gamma], lambda, solution[0], options.WithInductor ? solution[1] : 0, options.WithCapacitor ? solution[system.Extra - 1] : 0,
            Peaks(times, gamma), Math.Sqrt(residual / (2 * system.Points)));
    }

    private static ImmutableArray<RelaxationPeak> Peaks(double[] times, double[] gamma)
    {
        var step = Math.Log(times[1] / times[0]);
        var total = gamma.Sum(Math.Abs) * step;
        var peaks = ImmutableArray.CreateBuilder<RelaxationPeak>();
        var from = 0;
        for (var point = 1; point < gamma.Length; point++)
        {
            var isEnd = point == gamma.Length - 1;
            var isMinimum = !isEnd && gamma[point] <= gamma[point - 1] && gamma[point] < gamma[point + 1];
            if (!isMinimum && !isEnd)
            {
                continue;
            }

            var top = Enumerable.Range(from, point - from + 1).MaxBy(index => gamma[index]);
            var area = gamma.AsSpan(from, point - from + 1).ToArray().Sum() * step;
            if (area > LeastShare * total && top > from && top < point)
            {
                peaks.Add(new RelaxationPeak(times[top], gamma[top], area));
            }

            from = point;
        }

        return peaks.ToImmutable();
    }
}
