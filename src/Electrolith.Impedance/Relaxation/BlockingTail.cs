using System.Numerics;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Relaxation;

/// <summary>Whether a spectrum ends in a tail instead of coming to rest.</summary>
internal static class BlockingTail
{
    private const double Decades = 0.5;
    private const double LeastAngle = 35;
    private const double LeastShare = 0.1; // of −Z'' in |Z|: beside it, the end of an arc is noise

    /// <summary>Looks at the slowest half decade.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <returns>A constant-phase element when the impedance still runs off there, steeper than any arc that comes to rest; else none.</returns>
    public static RelaxationTail Find(Spectrum spectrum)
    {
        var (slower, faster) = Halves(spectrum);
        var isOpen = slower.Average(z => -z.Imaginary) > LeastShare * slower.Average(z => z.Magnitude);
        return isOpen && Angle(slower, faster) > LeastAngle ? RelaxationTail.ConstantPhase : RelaxationTail.None;
    }

    /// <summary>Exponent of the constant-phase element that runs off in the direction of the slowest half decade.</summary>
    /// <param name="spectrum">The spectrum.</param>
    public static double Exponent(Spectrum spectrum)
    {
        var (slower, faster) = Halves(spectrum);
        return Math.Clamp(Angle(slower, faster) / 90, 0.3, 0.97);
    }

    // The slower and the faster half of these points: their means have less noise than single points.
    private static (Complex[] Slower, Complex[] Faster) Halves(Spectrum spectrum)
    {
        var order = Enumerable.Range(0, spectrum.Count).OrderBy(point => spectrum.Frequencies[point]).ToArray();
        var slow = spectrum.Frequencies[order[0]];
        var last = order.TakeWhile(point => spectrum.Frequencies[point] <= slow * Math.Pow(10, Decades) * (1 + 1e-9)).ToArray();
        last = last.Length >= 3 ? last : [.. order.Take(3)];
        var half = last.Length / 2;
        return ([.. last.Take(half).Select(point => spectrum.Impedances[point])], [.. last.Skip(last.Length - half).Select(point => spectrum.Impedances[point])]);
    }

    // Degrees above the real axis of the way from fast to slow in a Nyquist diagram.
    private static double Angle(Complex[] slower, Complex[] faster)
    {
        var right = slower.Average(z => z.Real) - faster.Average(z => z.Real);
        var up = faster.Average(z => z.Imaginary) - slower.Average(z => z.Imaginary);
        return Math.Atan2(up, right) * 180 / Math.PI;
    }
}
