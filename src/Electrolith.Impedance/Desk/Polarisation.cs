using System.Collections.Immutable;

namespace Electrolith.Impedance.Desk;

/// <summary>Current at constant voltage, from its first value to its steady one.</summary>
/// <param name="InitialCurrent">At the first point, A.</param>
/// <param name="SteadyCurrent">To which the last part tends, A.</param>
/// <param name="SteadyCurrentError">Standard error, A.</param>
/// <param name="TimeConstant">Of the last exponential, s; null when the last part is level already.</param>
/// <param name="Findings">Whether it was long enough.</param>
public sealed record Polarisation(double InitialCurrent, double SteadyCurrent, double SteadyCurrentError, double? TimeConstant, ImmutableArray<string> Findings)
{
    private const int Candidates = 120;

    /// <summary>Analyses a curve: the second half of the time is fitted by a constant and one exponential, the last mode of a relaxation by diffusion.</summary>
    /// <param name="times">s, rising.</param>
    /// <param name="currents">A, as many, at least eight.</param>
    /// <exception cref="ArgumentException">Too few points, or times that do not rise.</exception>
    public static Polarisation Of(IReadOnlyList<double> times, IReadOnlyList<double> currents)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(currents);
        if (times.Count != currents.Count || times.Count < 8 || times.Zip(times.Skip(1)).Any(pair => !(pair.Second > pair.First)) || times.Concat(currents).Any(value => !double.IsFinite(value)))
        {
            throw new ArgumentException($"{times.Count} times and {currents.Count} currents: at least eight, with rising times, are expected", nameof(times));
        }

        var (start, end) = (times[0], times[^1]);
        var from = Math.Min(Enumerable.Range(0, times.Count).First(index => times[index] >= start + ((end - start) / 2)), times.Count - 6);
        var t = times.Skip(from).Select(time => time - times[from]).ToArray();
        var y = currents.Skip(from).ToArray();
        // For a given time constant it is a straight line; only that constant is searched.
        var best = Enumerable.Range(0, Candidates).Select(step => t[^1] * Math.Pow(10, -2 + (3.0 * step / (Candidates - 1)))).Select(tau => (Tau: tau, Line: Line(t, y, tau))).MinBy(item => item.Line.Residual);
        var flat = y.Sum(value => Math.Pow(value - y.Average(), 2));
        var findings = ImmutableArray.CreateBuilder<string>();
        // One exponential must lower the squares by more than noise does: F of two more parameters at about 1 %.
        if ((flat - best.Line.Residual) / 2 < 5 * best.Line.Residual / Math.Max(1, y.Length - 3))
        {
            return new Polarisation(currents[0], y.Average(), Math.Sqrt(flat / (y.Length - 1) / y.Length), null, findings.ToImmutable());
        }

        if (best.Tau > t[^1])
        {
            findings.Add($"the current still falls with a time constant of {best.Tau / 3600:G3} h at the end of {(end - start) / 3600:G3} h: the steady value is extrapolated; measure {3 * best.Tau / 3600:G2} h or longer");
        }

        return new Polarisation(currents[0], best.Line.Steady, best.Line.Error, best.Tau, findings.ToImmutable());
    }

    private static (double Steady, double Error, double Residual) Line(double[] t, double[] y, double tau)
    {
        var x = t.Select(time => Math.Exp(-time / tau)).ToArray();
        var (meanX, meanY) = (x.Average(), y.Average());
        var spread = x.Sum(value => (value - meanX) * (value - meanX));
        var slope = spread > 0 ? x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / spread : 0;
        var residual = x.Zip(y, (a, b) => b - meanY - (slope * (a - meanX))).Sum(value => value * value);
        var error = Math.Sqrt(residual / Math.Max(1, y.Length - 3) * ((1.0 / y.Length) + (spread > 0 ? meanX * meanX / spread : 0)));
        return (meanY - (slope * meanX), error, residual);
    }
}
