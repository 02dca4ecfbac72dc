using System.Numerics;
using Electrolith.Impedance.Spectra;
using Electrolith.Numerics.LeastSquares;
using Electrolith.Quantities;

namespace Electrolith.Impedance.Validity;

/// <summary>A chain that was fitted.</summary>
/// <param name="Impedances">Of the chain at the frequencies of the spectrum, ohm.</param>
/// <param name="Mu">Share of negative elements.</param>
/// <param name="SumOfSquares">Of the residuals of the fitted parts, relative to the modulus.</param>
/// <param name="Rows">Number of residuals.</param>
/// <param name="Unknowns">Number of unknowns.</param>
internal sealed record ChainFit(Complex[] Impedances, double Mu, double SumOfSquares, int Rows, int Unknowns);

/// <summary>A chain of elements with fixed time constants that obeys the Kramers–Kronig relations, fitted to an impedance or admittance.</summary>
internal sealed class ImmittanceChain
{
    private readonly Complex[] values;
    private readonly double[] omega;
    private readonly double[] times;
    private readonly bool isAdmittance;
    private readonly bool withInductor;
    private readonly int reactive;

    private ImmittanceChain(Spectrum spectrum, int order, KramersKronigOptions options)
    {
        isAdmittance = options.Form == KramersKronigForm.Admittance;
        values = [.. spectrum.Impedances.Select(z => isAdmittance ? 1 / z : z)];
        omega = [.. spectrum.Frequencies.Select(frequency => 2 * Math.PI * frequency)];
        times = TimeConstants(omega, order);
        withInductor = options.WithInductor;
        reactive = (options.WithInductor ? 1 : 0) + (options.WithCapacitor ? 1 : 0);
    }

    /// <summary>Fits.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="order">Number of elements.</param>
    /// <param name="options">What is fitted.</param>
    public static ChainFit Fit(Spectrum spectrum, int order, KramersKronigOptions options) => new ImmittanceChain(spectrum, order, options).Solve(options.Parts);

    /// <summary>An element of the chain with a resistance of 1 ohm: 1/(1 + jωτ).</summary>
    /// <param name="omegaTime">ωτ.</param>
    [Equation("impedance.kk.chain", @"Z=R_0+j\omega L+\frac{1}{j\omega C}+\sum_k\frac{R_k}{1+j\omega\tau_k}", Source = "boukamp1995", Locator = "linear transform test, series form")]
    public static Complex SeriesElement(double omegaTime) => 1 / new Complex(1, omegaTime);

    /// <summary>An element of the chain side by side with a conductance of 1 S: jωτ/(1 + jωτ).</summary>
    /// <param name="omegaTime">ωτ.</param>
    [Equation("impedance.kk.ladder", @"Y=\frac{1}{R_0}+j\omega C+\frac{1}{j\omega L}+\sum_k\frac{j\omega C_k}{1+j\omega\tau_k}", Source = "boukamp1995", Locator = "linear transform test, parallel form")]
    public static Complex ParallelElement(double omegaTime) => new Complex(0, omegaTime) / new Complex(1, omegaTime);

    private ChainFit Solve(KramersKronigParts parts)
    {
        // Unknowns that a part does not show follow afterwards from the other part.
        int[] resistive = [0, .. Enumerable.Range(1, times.Length)];
        int[] later = parts switch { KramersKronigParts.Real => [.. Enumerable.Range(times.Length + 1, reactive)], KramersKronigParts.Imaginary => [0], _ => [] };
        int[] first = [.. resistive.Concat(Enumerable.Range(times.Length + 1, reactive)).Except(later)];
        var fit = new Complex[values.Length];
        var solution = Fit(fit, first, parts != KramersKronigParts.Imaginary, parts != KramersKronigParts.Real);
        var elements = Enumerable.Range(0, first.Length).Where(index => first[index] >= 1 && first[index] <= times.Length).Select(index => solution[index]).ToArray();
        var (sum, rows) = (0.0, parts == KramersKronigParts.Complex ? 2 * values.Length : values.Length);
        for (var point = 0; point < values.Length; point++)
        {
            var residual = (values[point] - fit[point]) / values[point].Magnitude;
            sum += (parts == KramersKronigParts.Imaginary ? 0 : residual.Real * residual.Real) + (parts == KramersKronigParts.Real ? 0 : residual.Imaginary * residual.Imaginary);
        }

        if (later.Length > 0)
        {
            _ = Fit(fit, later, parts == KramersKronigParts.Imaginary, parts == KramersKronigParts.Real);
        }

        return new ChainFit([.. fit.Select(value => isAdmittance ? 1 / value : value)], LinearKramersKronig.Mu(elements), sum, rows, first.Length);
    }

    // Fits what is left of the values with some of the columns and adds it to the fit.
    private double[] Fit(Complex[] fit, int[] columns, bool takesReal, bool takesImaginary)
    {
        var (count, parts) = (columns.Length, (takesReal ? 1 : 0) + (takesImaginary ? 1 : 0));
        var (matrix, right) = (new double[values.Length * parts * count], new double[values.Length * parts]);
        for (var point = 0; point < values.Length; point++)
        {
            var (magnitude, second) = (values[point].Magnitude, takesReal ? values.Length + point : point);
            var left = (values[point] - fit[point]) / magnitude;
            for (var column = 0; column < count; column++)
            {
                var entry = Entry(columns[column], omega[point]) / magnitude;
                if (takesReal)
                {
                    (matrix[(point * count) + column], right[point]) = (entry.Real, left.Real);
                }

                if (takesImaginary)
                {
                    (matrix[(second * count) + column], right[second]) = (entry.Imaginary, left.Imaginary);
                }
            }
        }

        var solution = LinearLeastSquares.Solve(matrix, right, count);
        for (var point = 0; point < fit.Length; point++)
        {
            for (var column = 0; column < count; column++)
            {
                fit[point] += solution[column] * Entry(columns[column], omega[point]);
            }
        }

        return solution;
    }

    // Columns: a resistance, the chain, then what rises with the frequency and what falls with it.
    private Complex Entry(int column, double at)
    {
        if (column == 0)
        {
            return 1;
        }

        if (column <= times.Length)
        {
            return isAdmittance ? ParallelElement(at * times[column - 1]) : SeriesElement(at * times[column - 1]);
        }

        // In series an inductor rises and a capacitor falls; side by side it is the other way round.
        var isInductor = withInductor && column == times.Length + 1;
        return isInductor != isAdmittance ? new Complex(0, at) : new Complex(0, -1 / at);
    }

    private static double[] TimeConstants(double[] omega, int order)
    {
        var (fastest, slowest) = (1 / omega.Max(), 1 / omega.Min());
        return [.. Enumerable.Range(0, order).Select(k => order == 1 ? fastest : fastest * Math.Pow(slowest / fastest, (double)k / (order - 1)))];
    }
}
