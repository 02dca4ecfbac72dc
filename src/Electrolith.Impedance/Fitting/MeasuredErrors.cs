using System.Collections.Immutable;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Fitting;

/// <summary>Standard deviations of real and imaginary part over frequency, as an instrument or a series of measurements gave them.</summary>
public sealed class MeasuredErrors
{
    // Frequencies of two files agree to their printed digits.
    private const double SameFrequency = 0.01;

    private readonly (double Frequency, double Real, double Imaginary)[] points;

    /// <summary>Makes them.</summary>
    /// <param name="points">Frequency in Hz and standard deviations in ohm, all above zero; no frequency twice.</param>
    /// <exception cref="ArgumentException">There is none, a value cannot be, or a frequency stands there twice.</exception>
    public MeasuredErrors(IEnumerable<(double Frequency, double Real, double Imaginary)> points)
    {
        this.points = [.. points.OrderBy(point => point.Frequency)];
        if (this.points.Length == 0 || Array.Exists(this.points, point => !(point.Frequency > 0 && point.Real > 0 && point.Imaginary > 0) || !double.IsFinite(point.Frequency + point.Real + point.Imaginary)))
        {
            throw new ArgumentException("frequencies and standard deviations above zero are expected, at least one of each", nameof(points));
        }

        if (this.points.Zip(this.points.Skip(1)).FirstOrDefault(pair => pair.First.Frequency == pair.Second.Frequency) is { First.Frequency: > 0 } twice)
        {
            throw new ArgumentException($"{twice.First.Frequency:G6} Hz stands there twice", nameof(points));
        }
    }

    /// <summary>Standard deviations at the points of a spectrum, between the given ones on logarithmic axes.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <exception cref="ArgumentException">It goes beyond the frequencies of the errors.</exception>
    public ImmutableArray<(double Real, double Imaginary)> For(Spectrum spectrum)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        return [.. spectrum.Frequencies.Select(At)];
    }

    private (double Real, double Imaginary) At(double frequency)
    {
        var (first, last) = (points[0], points[^1]);
        if (frequency < first.Frequency * (1 - SameFrequency) || frequency > last.Frequency * (1 + SameFrequency))
        {
            throw new ArgumentException($"no errors are given at {frequency:G4} Hz, only from {first.Frequency:G4} to {last.Frequency:G4} Hz; leave the other points out, or give their errors", nameof(frequency));
        }

        var above = Math.Max(0, Array.FindIndex(points, point => point.Frequency >= frequency));
        above = frequency > last.Frequency ? points.Length - 1 : above;
        var (low, high) = (points[Math.Max(0, above - 1)], points[above]);
        var share = high.Frequency > low.Frequency ? Math.Clamp(Math.Log(frequency / low.Frequency) / Math.Log(high.Frequency / low.Frequency), 0, 1) : 0;
        return (low.Real * Math.Pow(high.Real / low.Real, share), low.Imaginary * Math.Pow(high.Imaginary / low.Imaginary, share));
    }
}
