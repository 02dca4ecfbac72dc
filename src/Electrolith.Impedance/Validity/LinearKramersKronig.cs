using System.Collections.Immutable;
using System.Numerics;
using Electrolith.Impedance.Spectra;
using Electrolith.Numerics.LeastSquares;

namespace Electrolith.Impedance.Validity;

/// <summary>Which parts of the impedance are fitted.</summary>
public enum KramersKronigParts
{
    /// <summary>Real and imaginary part together.</summary>
    Complex,

    /// <summary>The real part; the imaginary part is then predicted.</summary>
    Real,
}

/// <summary>How the test is made.</summary>
/// <param name="Parts">What is fitted.</param>
/// <param name="WithCapacitor">Include a series capacitor: needed for a blocking tail, or the test raises a false alarm.</param>
/// <param name="Limit">The order rises until μ falls to this; 0.85 after Schönleber et al. 2014.</param>
/// <param name="HighestOrder">Most RC elements.</param>
public sealed record KramersKronigOptions(KramersKronigParts Parts = KramersKronigParts.Complex, bool WithCapacitor = true, double Limit = 0.85, int HighestOrder = 100);

/// <summary>Outcome of the linear Kramers–Kronig test.</summary>
/// <param name="Order">Number of RC elements.</param>
/// <param name="Mu">1 − Σ|negative R| / Σ positive R.</param>
/// <param name="RealResiduals">(Z' − fit)/|Z|.</param>
/// <param name="ImaginaryResiduals">(Z'' − fit)/|Z|.</param>
public sealed record KramersKronigResult(int Order, double Mu, ImmutableArray<double> RealResiduals, ImmutableArray<double> ImaginaryResiduals)
{
    /// <summary>Largest residual of either part, a fraction of |Z|.</summary>
    public double LargestResidual => RealResiduals.Concat(ImaginaryResiduals).Max(Math.Abs);
}

/// <summary>
/// Linear Kramers–Kronig test: a chain of RC elements with fixed time constants, a resistor, an inductor and a capacitor obeys the
/// relations; what they cannot reproduce is noise, drift or non-linearity (<c>boukamp1995</c>, <c>schonleber2014</c>).
/// </summary>
public static class LinearKramersKronig
{
    /// <summary>Runs the test.</summary>
    /// <param name="spectrum">At least three points.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">Fewer than three points.</exception>
    public static KramersKronigResult Test(Spectrum spectrum, KramersKronigOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        options ??= new KramersKronigOptions();
        if (spectrum.Count < 3)
        {
            throw new ArgumentException($"{spectrum.Count} points are too few: at least three are needed", nameof(spectrum));
        }

        var most = Math.Min(options.HighestOrder, options.Parts == KramersKronigParts.Real ? spectrum.Count - 1 : (2 * spectrum.Count) - 3);
        var (order, mu) = (0, 1.0);
        Complex[] fit = [];
        // Fewer than two elements for each decade cannot follow any arc: the rule of mu only counts from there on.
        var least = Math.Min(most, 2 * Math.Log10(spectrum.Frequencies.Max() / spectrum.Frequencies.Min()));
        while ((mu > options.Limit || order < Math.Floor(least + 1e-9)) && order < most)
        {
            order++;
            (fit, mu) = Fit(spectrum, order, options);
        }

        return new KramersKronigResult(
            order, mu, [.. fit.Select((z, point) => (spectrum.Impedances[point].Real - z.Real) / spectrum.Impedances[point].Magnitude)],
            [.. fit.Select((z, point) => (spectrum.Impedances[point].Imaginary - z.Imaginary) / spectrum.Impedances[point].Magnitude)]);
    }

    private static (Complex[] Fit, double Mu) Fit(Spectrum spectrum, int order, KramersKronigOptions options)
    {
        var times = TimeConstants(spectrum, order);
        var isReal = options.Parts == KramersKronigParts.Real;
        // Unknowns: series resistance, RC resistances, and (unless they follow afterwards) inductance and 1/capacitance.
        var columns = 1 + order + (isReal ? 0 : options.WithCapacitor ? 2 : 1);
        var rows = isReal ? spectrum.Count : 2 * spectrum.Count;
        var (matrix, right) = (new double[rows * columns], new double[rows]);
        for (var point = 0; point < spectrum.Count; point++)
        {
            var (z, omega) = (spectrum.Impedances[point], 2 * Math.PI * spectrum.Frequencies[point]);
            right[point] = z.Real / z.Magnitude;
            if (!isReal)
            {
                right[spectrum.Count + point] = z.Imaginary / z.Magnitude;
            }

            for (var column = 0; column < columns; column++)
            {
                var entry = Entry(column, order, times, omega) / z.Magnitude;
                matrix[(point * columns) + column] = entry.Real;
                if (!isReal)
                {
                    matrix[((spectrum.Count + point) * columns) + column] = entry.Imaginary;
                }
            }
        }

        var solution = LinearLeastSquares.Solve(matrix, right, columns);
        var fit = new Complex[spectrum.Count];
        for (var point = 0; point < fit.Length; point++)
        {
            for (var column = 0; column < columns; column++)
            {
                fit[point] += solution[column] * Entry(column, order, times, 2 * Math.PI * spectrum.Frequencies[point]);
            }
        }

        if (isReal)
        {
            AddReactive(spectrum, fit, options.WithCapacitor);
        }

        var resistances = solution.AsSpan(1, order);
        var (positive, negative) = (0.0, 0.0);
        foreach (var resistance in resistances)
        {
            positive += Math.Max(0, resistance);
            negative += Math.Max(0, -resistance);
        }

        return (fit, positive > 0 ? 1 - (negative / positive) : 0);
    }

    // Inductance and capacitance do not show in the real part: they are fitted to what is left of the imaginary part.
    private static void AddReactive(Spectrum spectrum, Complex[] fit, bool withCapacitor)
    {
        var columns = withCapacitor ? 2 : 1;
        var (matrix, right) = (new double[spectrum.Count * columns], new double[spectrum.Count]);
        for (var point = 0; point < spectrum.Count; point++)
        {
            var (z, omega) = (spectrum.Impedances[point], 2 * Math.PI * spectrum.Frequencies[point]);
            right[point] = (z.Imaginary - fit[point].Imaginary) / z.Magnitude;
            matrix[point * columns] = omega / z.Magnitude;
            if (withCapacitor)
            {
                matrix[(point * columns) + 1] = -1 / (omega * z.Magnitude);
            }
        }

        var solution = LinearLeastSquares.Solve(matrix, right, columns);
        for (var point = 0; point < fit.Length; point++)
        {
            var omega = 2 * Math.PI * spectrum.Frequencies[point];
            fit[point] += new Complex(0, (solution[0] * omega) - (withCapacitor ? solution[1] / omega : 0));
        }
    }

    private static Complex Entry(int column, int order, double[] times, double omega) =>
        column == 0 ? 1
        : column <= order ? 1 / new Complex(1, omega * times[column - 1])
        : column == order + 1 ? new Complex(0, omega) : new Complex(0, -1 / omega);

    private static double[] TimeConstants(Spectrum spectrum, int order)
    {
        var (fastest, slowest) = (1 / (2 * Math.PI * spectrum.Frequencies.Max()), 1 / (2 * Math.PI * spectrum.Frequencies.Min()));
        return [.. Enumerable.Range(0, order).Select(k => order == 1 ? fastest : fastest * Math.Pow(slowest / fastest, (double)k / (order - 1)))];
    }
}
