using System.Collections.Immutable;
using System.Numerics;
using Electrolith.Impedance.Spectra;
using Electrolith.Numerics.LeastSquares;
using Electrolith.Quantities;

namespace Electrolith.Impedance.Validity;

/// <summary>One element of a measurement model.</summary>
/// <param name="Resistance">R, ohm; may be negative.</param>
/// <param name="Time">τ, s.</param>
/// <param name="ResistanceError">Standard error of R, ohm.</param>
public sealed record VoigtElement(double Resistance, double Time, double ResistanceError);

/// <summary>A measurement model: as many RC elements as the spectrum supports.</summary>
/// <param name="SeriesResistance">ohm.</param>
/// <param name="Inductance">H.</param>
/// <param name="InverseCapacitance">1/F; 0 when the spectrum comes to rest.</param>
/// <param name="Elements">From fast to slow; the 95 % interval of no resistance holds zero.</param>
/// <param name="Fit">Of the model at the frequencies of the spectrum, ohm.</param>
/// <param name="Noise">Standard deviation of what the model leaves, a fraction of |Z|: an upper bound of the noise.</param>
public sealed record MeasurementModelResult(
    double SeriesResistance, double Inductance, double InverseCapacitance, ImmutableArray<VoigtElement> Elements, ImmutableArray<Complex> Fit, double Noise);

/// <summary>
/// The measurement model of Agarwal, Orazem and García-Rubio: RC elements with free time constants are added one by one, until the interval of a
/// resistance holds zero. What such a model can describe obeys the Kramers–Kronig relations.
/// </summary>
public static class MeasurementModel
{
    private const int Most = 12;
    private const int Grid = 60;
    private const double Sigmas = 1.96;
    private const double Reach = 2.3; // ln of a decade beyond the measured range

    /// <summary>Finds the model.</summary>
    /// <param name="spectrum">At least five points.</param>
    /// <param name="withCapacitor">A series capacitance, for a blocking tail.</param>
    /// <exception cref="ArgumentException">Fewer than five points, or an impedance of zero.</exception>
    public static MeasurementModelResult Find(Spectrum spectrum, bool withCapacitor = true)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        if (spectrum.Count < 5 || spectrum.Impedances.Any(z => z == Complex.Zero))
        {
            throw new ArgumentException($"{spectrum.Count} points: at least five, none of zero impedance, are needed", nameof(spectrum));
        }

        var problem = new Problem(spectrum, withCapacitor);
        var best = problem.Fit([]);
        while (best.Times.Length < Most && 2 * (best.Times.Length + 1) + problem.Fixed < 2 * spectrum.Count)
        {
            var next = problem.Fit(problem.Refine([.. best.Times, problem.NextTime(best.Times)]));
            if (next.Sum >= best.Sum || Enumerable.Range(0, next.Times.Length).Any(element => Math.Abs(next.Resistance(element)) < Sigmas * next.Error(element)))
            {
                break;
            }

            best = next;
        }

        return best.Result(spectrum);
    }

    /// <summary>Impedance of the model.</summary>
    /// <param name="omega">Angular frequency, 1/s.</param>
    /// <param name="seriesResistance">ohm.</param>
    /// <param name="elements">Resistances, ohm, and times, s.</param>
    [Equation("impedance.measurement-model", @"Z=R_0+\sum_k\frac{R_k}{1+j\omega\tau_k}", Source = "agarwal1992", Locator = "Voigt elements in series")]
    public static Complex Impedance(double omega, double seriesResistance, IEnumerable<VoigtElement> elements) =>
        elements.Aggregate(new Complex(seriesResistance, 0), (sum, element) => sum + (element.Resistance / new Complex(1, omega * element.Time)));

    // ln τ are searched; for each of their sets the resistances follow from linear least squares.
    private sealed class Problem(Spectrum spectrum, bool withCapacitor)
    {
        private readonly double[] omega = [.. spectrum.Frequencies.Select(frequency => 2 * Math.PI * frequency)];

        public int Fixed => withCapacitor ? 3 : 2;

        public Trial Fit(double[] logTimes)
        {
            Array.Sort(logTimes);
            var columns = Fixed + logTimes.Length;
            var (matrix, right) = Rows(logTimes);
            var solution = LinearLeastSquares.Solve([.. matrix], [.. right], columns);
            var sum = 0.0;
            for (var row = 0; row < right.Length; row++)
            {
                var left = right[row];
                for (var column = 0; column < columns; column++)
                {
                    left -= matrix[(row * columns) + column] * solution[column];
                }

                sum += left * left;
            }

            return new Trial(this, logTimes, solution, sum);
        }

        // Where one more element lowers the sum most.
        public double NextTime(double[] logTimes)
        {
            var (low, high) = (-Math.Log(omega.Max()) - 1, -Math.Log(omega.Min()) + 1);
            return Enumerable.Range(0, Grid).Select(node => low + ((high - low) * node / (Grid - 1))).MinBy(place => Fit([.. logTimes, place]).Sum);
        }

        public double[] Refine(double[] logTimes)
        {
            var (low, high) = (-Math.Log(omega.Max()) - Reach, -Math.Log(omega.Min()) + Reach);
            var start = Fit(logTimes);
            var unknowns = Fixed + (2 * logTimes.Length);
            double[] from = [.. start.Solution, .. start.Times];
            double[] lower = [.. Enumerable.Repeat(double.NegativeInfinity, Fixed + logTimes.Length), .. Enumerable.Repeat(low, logTimes.Length)];
            double[] upper = [.. Enumerable.Repeat(double.PositiveInfinity, Fixed + logTimes.Length), .. Enumerable.Repeat(high, logTimes.Length)];
            // Columns differ by many decades (ohm, henry, 1/farad): scaled to one.
            var scale = Scale(start);
            var found = LevenbergMarquardt.Minimise(
                (parameters, residuals, jacobian) => Evaluate(parameters, scale, logTimes.Length, residuals, jacobian), 2 * omega.Length,
                [.. from.Select((value, index) => value / scale[index])], lower, upper, 60);
            return found.Parameters[(unknowns - logTimes.Length)..];
        }

        private double[] Scale(Trial start)
        {
            var scale = Enumerable.Repeat(1.0, Fixed + (2 * start.Times.Length)).ToArray();
            var columns = Fixed + start.Times.Length;
            var (matrix, _) = Rows(start.Times);
            for (var column = 0; column < columns; column++)
            {
                var length = 0.0;
                for (var row = 0; row < 2 * omega.Length; row++)
                {
                    length += matrix[(row * columns) + column] * matrix[(row * columns) + column];
                }

                scale[column] = 1 / Math.Sqrt(Math.Max(length, 1e-300));
            }

            return scale;
        }

        private void Evaluate(ReadOnlySpan<double> parameters, double[] scale, int elements, Span<double> residuals, Span<double> jacobian)
        {
            var (columns, unknowns) = (Fixed + elements, Fixed + (2 * elements));
            var (matrix, right) = Rows(parameters[columns..].ToArray());
            for (var row = 0; row < right.Length; row++)
            {
                residuals[row] = -right[row];
                for (var column = 0; column < columns; column++)
                {
                    var entry = matrix[(row * columns) + column] * scale[column];
                    residuals[row] += entry * parameters[column];
                    jacobian[(row * unknowns) + column] = entry;
                }
            }

            for (var point = 0; point < omega.Length; point++)
            {
                for (var element = 0; element < elements; element++)
                {
                    var slope = Slope(point, parameters[columns + element]) * (parameters[Fixed + element] * scale[Fixed + element] / spectrum.Impedances[point].Magnitude);
                    jacobian[(point * unknowns) + columns + element] = slope.Real;
                    jacobian[((omega.Length + point) * unknowns) + columns + element] = slope.Imaginary;
                }
            }
        }

        /// <summary>d(1/(1 + jωτ))/d ln τ.</summary>
        private Complex Slope(int point, double logTime)
        {
            var product = new Complex(0, omega[point] * Math.Exp(logTime));
            return -product / ((1 + product) * (1 + product));
        }

        /// <summary>Rows relative to |Z|: real parts, then imaginary parts.</summary>
        private (double[] Matrix, double[] Right) Rows(double[] logTimes)
        {
            var columns = Fixed + logTimes.Length;
            var (matrix, right) = (new double[2 * omega.Length * columns], new double[2 * omega.Length]);
            for (var point = 0; point < omega.Length; point++)
            {
                var (real, imaginary, weight) = (point * columns, (omega.Length + point) * columns, 1 / spectrum.Impedances[point].Magnitude);
                (right[point], right[omega.Length + point]) = (spectrum.Impedances[point].Real * weight, spectrum.Impedances[point].Imaginary * weight);
                matrix[real] = weight;
                matrix[imaginary + 1] = omega[point] * weight;
                if (withCapacitor)
                {
                    matrix[imaginary + 2] = -weight / omega[point];
                }

                for (var element = 0; element < logTimes.Length; element++)
                {
                    var entry = weight / new Complex(1, omega[point] * Math.Exp(logTimes[element]));
                    (matrix[real + Fixed + element], matrix[imaginary + Fixed + element]) = (entry.Real, entry.Imaginary);
                }
            }

            return (matrix, right);
        }

        /// <summary>Standard errors of the linear unknowns, from the curvature in all unknowns.</summary>
        public double[] Errors(double[] solution, double[] logTimes, double sum)
        {
            var elements = logTimes.Length;
            var (unknowns, scale) = (Fixed + (2 * elements), Scale(new Trial(this, logTimes, solution, sum)));
            var (residuals, jacobian) = (new double[2 * omega.Length], new double[2 * omega.Length * unknowns]);
            double[] parameters = [.. solution.Select((value, index) => value / scale[index]), .. logTimes];
            Evaluate(parameters, scale, elements, residuals, jacobian);
            var normal = new double[unknowns * unknowns];
            for (var row = 0; row < residuals.Length; row++)
            {
                for (var i = 0; i < unknowns; i++)
                {
                    for (var j = 0; j < unknowns; j++)
                    {
                        normal[(i * unknowns) + j] += jacobian[(row * unknowns) + i] * jacobian[(row * unknowns) + j];
                    }
                }
            }

            var inverse = Cholesky.Inverse(normal, unknowns);
            var variance = sum / Math.Max(1, residuals.Length - unknowns);
            return [.. Enumerable.Range(0, solution.Length).Select(index => inverse is null ? double.PositiveInfinity : scale[index] * Math.Sqrt(variance * inverse[(index * unknowns) + index]))];
        }
    }

    private sealed record Trial(Problem Problem, double[] Times, double[] Solution, double Sum)
    {
        private double[]? errors;

        public double Resistance(int element) => Solution[Problem.Fixed + element];

        public double Error(int element) => (errors ??= Problem.Errors(Solution, Times, Sum))[Problem.Fixed + element];

        public MeasurementModelResult Result(Spectrum spectrum)
        {
            ImmutableArray<VoigtElement> elements = [.. Times.Select((time, element) => new VoigtElement(Resistance(element), Math.Exp(time), Error(element)))];
            var inverse = Problem.Fixed == 3 ? Solution[2] : 0;
            var fit = spectrum.Frequencies.Select(frequency =>
            {
                var omega = 2 * Math.PI * frequency;
                return Impedance(omega, Solution[0], elements) + new Complex(0, (omega * Solution[1]) - (inverse / omega));
            });
            return new MeasurementModelResult(Solution[0], Solution[1], inverse, elements, [.. fit], Math.Sqrt(Sum / Math.Max(1, (2 * spectrum.Count) - Problem.Fixed - (2 * Times.Length))));
        }
    }
}
