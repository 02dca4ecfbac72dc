using System.Collections.Immutable;
using Electrolith.Impedance.Spectra;
using Electrolith.Quantities;

namespace Electrolith.Impedance.Validity;

/// <summary>Outcome of the Z-HIT check.</summary>
/// <param name="Frequencies">Hz, falling.</param>
/// <param name="Modulus">|Z| reconstructed from the phase, ohm.</param>
/// <param name="Residuals">ln of reconstructed over measured |Z|.</param>
public sealed record ZHitResult(ImmutableArray<double> Frequencies, ImmutableArray<double> Modulus, ImmutableArray<double> Residuals)
{
    /// <summary>Largest residual, about a fraction of |Z|.</summary>
    public double LargestResidual => Residuals.Max(Math.Abs);
}

/// <summary>
/// Z-HIT: the modulus follows from the phase, which drift leaves almost untouched: ln|Z| = const + (2/π)∫φ d ln ω − (π/6) dφ/d ln ω.
/// </summary>
/// <remarks>
/// The logarithmic form of the Kramers–Kronig relations cut after its first local term; within one to two percent for spectra without sharp
/// corners. The constant is fitted to the measured modulus.
/// </remarks>
public static class ZHit
{
    private const int FewestPoints = 5;

    /// <summary>Runs the check.</summary>
    /// <param name="spectrum">At least five points of different frequencies.</param>
    /// <exception cref="ArgumentException">Fewer than five different frequencies.</exception>
    public static ZHitResult Test(Spectrum spectrum)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        var points = Enumerable.Range(0, spectrum.Count).OrderByDescending(point => spectrum.Frequencies[point]).DistinctBy(point => spectrum.Frequencies[point]).ToArray();
        if (points.Length < FewestPoints)
        {
            throw new ArgumentException($"{points.Length} frequencies are too few: at least {FewestPoints} are needed", nameof(spectrum));
        }

        var place = points.Select(point => Math.Log(spectrum.Frequencies[point])).ToArray();
        var phase = Unwrapped(points.Select(point => spectrum.Impedances[point].Phase).ToArray());
        var measured = points.Select(point => Math.Log(spectrum.Impedances[point].Magnitude)).ToArray();
        var found = new double[points.Length];
        var integral = 0.0;
        for (var point = 0; point < points.Length; point++)
        {
            integral += point == 0 ? 0 : (phase[point] + phase[point - 1]) / 2 * (place[point] - place[point - 1]);
            var (before, after) = (Math.Max(0, point - 1), Math.Min(points.Length - 1, point + 1));
            found[point] = LogModulus(integral, (phase[after] - phase[before]) / (place[after] - place[before]));
        }

        // The constant: the middle of all points, so that drift at one end does not move it.
        var offset = Median([.. measured.Zip(found, (a, b) => a - b)]);
        return new ZHitResult(
            [.. points.Select(point => spectrum.Frequencies[point])], [.. found.Select(value => Math.Exp(value + offset))],
            [.. found.Zip(measured, (a, b) => a + offset - b)]);
    }

    /// <summary>ln|Z| from the phase, but for a constant.</summary>
    /// <param name="integral">∫φ d ln ω from a fixed frequency, rad.</param>
    /// <param name="slope">dφ/d ln ω, rad.</param>
    [Equation("impedance.z-hit", @"\ln|Z(\omega_0)|=C+\frac{2}{\pi}\int^{\omega_0}\varphi\,d\ln\omega-\frac{\pi}{6}\,\frac{d\varphi}{d\ln\omega}", Source = "schiller2001", Locator = "modified logarithmic Hilbert transform")]
    public static double LogModulus(double integral, double slope) => (2 / Math.PI * integral) - (Math.PI / 6 * slope);

    private static double[] Unwrapped(double[] phase)
    {
        for (var point = 1; point < phase.Length; point++)
        {
            phase[point] -= 2 * Math.PI * Math.Round((phase[point] - phase[point - 1]) / (2 * Math.PI));
        }

        return phase;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
