using System.Numerics;
using Electrolith.Impedance.Spectra;
using Electrolith.Numerics.LeastSquares;

namespace Electrolith.Impedance.Relaxation;

/// <summary>
/// A discrete distribution from the poles of the rational function that interpolates the spectrum: no penalty and no grid, and
/// resistances of either sign. The order is the least of Schwarz's criterion.
/// </summary>
internal static class LoewnerRelaxation
{
    private const int HighestOrder = 30;
    private const double Beyond = 3; // factor over the measured range at which a pole still is a relaxation
    private const double NarrowestCell = 0.23; // a tenth of a decade in ln τ
    private const double Rounding = 1e-20; // of the squares of the spectrum: a residual below it is no reason for one more pole

    /// <summary>Computes the distribution.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="options">How.</param>
    /// <param name="tail">None or a capacitor.</param>
    /// <param name="isRelative">Weigh by 1/|Z|.</param>
    public static RelaxationResult Compute(Spectrum spectrum, RelaxationOptions options, RelaxationTail tail, bool isRelative)
    {
        var order = Enumerable.Range(0, spectrum.Count).OrderByDescending(point => spectrum.Frequencies[point]).DistinctBy(point => spectrum.Frequencies[point]).ToArray();
        double[] omega = [.. order.Select(point => 2 * Math.PI * spectrum.Frequencies[point])];
        Complex[] values = [.. order.Select(point => spectrum.Impedances[point])];
        var matrices = new LoewnerMatrices(omega, values);
        var weights = isRelative ? values.Select(z => 1 / z.Magnitude).ToArray() : [.. values.Select(_ => 1.0)];
        var floor = Rounding * values.Zip(weights, (z, weight) => weight * weight * z.Magnitude * z.Magnitude).Sum();
        var (best, found) = (double.PositiveInfinity, default(Candidate));
        for (var size = 1; size <= Math.Min(HighestOrder, matrices.Highest); size++)
        {
            var candidate = Fit(omega, values, weights, Times(matrices.Poles(size), omega), options, tail);
            var score = (2 * omega.Length * Math.Log(candidate.Sum + floor)) + ((candidate.Solution.Length + candidate.Times.Length) * Math.Log(2 * omega.Length));
            (best, found) = score < best ? (score, candidate) : (best, found);
        }

        return Describe(found!, options, tail, isRelative, omega.Length, weights);
    }

    // Real poles on the left within reach of the measured range; pairs belong to noise or to the ends.
    private static double[] Times(Complex[] poles, double[] omega) =>
        [.. poles.Where(pole => pole.Real < 0 && Math.Abs(pole.Imaginary) < 1e-9 * Math.Abs(pole.Real)).Select(pole => -1 / pole.Real)
            .Where(time => time > 1 / (Beyond * omega[0]) && time < Beyond / omega[^1]).Order()];

    private static Candidate Fit(double[] omega, Complex[] values, double[] weights, double[] times, RelaxationOptions options, RelaxationTail tail)
    {
        var head = 1 + (options.WithInductor ? 1 : 0) + (tail == RelaxationTail.Capacitor ? 1 : 0);
        var (columns, count) = (head + times.Length, omega.Length);
        var (matrix, right) = (new double[2 * count * columns], new double[2 * count]);
        for (var point = 0; point < count; point++)
        {
            var (real, imaginary) = (point * columns, (count + point) * columns);
            (right[point], right[count + point]) = (weights[point] * values[point].Real, weights[point] * values[point].Imaginary);
            matrix[real] = weights[point];
            if (options.WithInductor)
            {
                matrix[imaginary + 1] = weights[point] * omega[point];
            }

            if (tail == RelaxationTail.Capacitor)
            {
                matrix[imaginary + head - 1] = -weights[point] / omega[point];
            }

            for (var k = 0; k < times.Length; k++)
            {
                var entry = weights[point] * RelaxationEquations.Relaxation(omega[point] * times[k]);
                (matrix[real + head + k], matrix[imaginary + head + k]) = (entry.Real, entry.Imaginary);
            }
        }

        if (columns > 2 * count)
        {
            return new Candidate(times, new double[columns], head, double.PositiveInfinity);
        }

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

        return new Candidate(times, solution, head, sum);
    }

    private static RelaxationResult Describe(Candidate found, RelaxationOptions options, RelaxationTail tail, bool isRelative, int points, double[] weights)
    {
        var resistances = found.Solution[found.Head..];
        var cells = found.Times.Select((_, index) => Cell(found.Times, index)).ToArray();
        // Relative weights are scaled to a geometric mean of 1, as with the other methods.
        var scale = Math.Exp(-weights.Average(Math.Log));
        return new RelaxationResult(
            [.. found.Times], [.. resistances.Zip(cells, (resistance, cell) => resistance / cell)], 0, found.Solution[0], options.WithInductor ? found.Solution[1] : 0,
            [.. found.Times.Select((time, index) => new RelaxationPeak(time, resistances[index] / cells[index], resistances[index]))], scale * Math.Sqrt(found.Sum / (2 * points)))
        {
            Method = RelaxationMethod.Loewner, IsRelative = isRelative, IsDiscrete = true,
            Tail = tail == RelaxationTail.Capacitor && found.Solution[found.Head - 1] > 0 ? new SeriesTail(1 / found.Solution[found.Head - 1], 1) : null,
        };
    }

    // Half way to the neighbours on both sides: the stretch of ln τ that a relaxation stands for.
    private static double Cell(double[] times, int index)
    {
        var before = index > 0 ? Math.Log(times[index] / times[index - 1]) : double.NaN;
        var after = index + 1 < times.Length ? Math.Log(times[index + 1] / times[index]) : double.NaN;
        var cell = double.IsNaN(before) ? after : double.IsNaN(after) ? before : (before + after) / 2;
        return double.IsNaN(cell) ? NarrowestCell : Math.Max(NarrowestCell, cell);
    }

    private sealed record Candidate(double[] Times, double[] Solution, int Head, double Sum);
}
