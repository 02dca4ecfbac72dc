using System.Collections.Immutable;
using System.Numerics;
using Electrolith.Impedance.Fitting;
using Electrolith.Numerics;
using Electrolith.Numerics.LeastSquares;

namespace Electrolith.Impedance.Desk;

/// <summary>A transmission line fitted to one or several spectra of the same composite electrode at once.</summary>
/// <param name="Parameters">Parameters with errors, in the order of the line.</param>
/// <param name="ElectronResistance">Direct-current resistance of the electron rail with its grain boundaries, ohm.</param>
/// <param name="IonResistance">Direct-current resistance of the ion rail with its grain boundaries, ohm.</param>
/// <param name="Models">Impedance of the model for each spectrum, ohm.</param>
/// <param name="SumOfSquares">Sum of squared relative residuals (modulus weights).</param>
/// <param name="Findings">What the spectra do not determine, in words.</param>
public sealed record CompositeFit(
    ImmutableArray<FittedParameter> Parameters, double ElectronResistance, double IonResistance, ImmutableArray<ImmutableArray<Complex>> Models, double SumOfSquares, ImmutableArray<string> Findings)
{
    private const double Step = 1e-6;

    /// <summary>Fits.</summary>
    /// <param name="measurements">Spectra of one electrode; both contacts together determine both rails best.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">No spectrum, or fewer residuals than parameters.</exception>
    public static CompositeFit Of(IReadOnlyList<CompositeMeasurement> measurements, CompositeFitOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        options ??= new CompositeFitOptions();
        var line = new CompositeLine(options, measurements.Count);
        var count = measurements.Sum(item => 2 * item.Spectrum.Count);
        if (count <= line.Names.Length)
        {
            throw new ArgumentException($"{count / 2} points are too few for {line.Names.Length} parameters of a transmission line", nameof(measurements));
        }

        var (lower, upper) = Bounds(line);
        var random = new RandomStream(options.Seed);
        LeastSquaresResult? best = null;
        for (var start = 0; start < Math.Max(1, options.Starts); start++)
        {
            cancellation.ThrowIfCancellationRequested();
            var found = LevenbergMarquardt.Minimise((p, r, j) => Residuals(line, measurements, p, r, j), count, Start(line, measurements, random, start), lower, upper);
            best = best is null || found.SumOfSquares < best.SumOfSquares ? found : best;
        }

        return Report(line, measurements, best!, count);
    }

    private static (double[] Lower, double[] Upper) Bounds(CompositeLine line) =>
    (
        [.. line.Names.Select((_, index) => line.IsExponent(index) ? 0.3 : Math.Log(1e-15))],
        [.. line.Names.Select((_, index) => line.IsExponent(index) ? 1.0 : Math.Log(1e12))]);

    // Resistances of the size of the spectra, an interface that relaxes inside the window; later starts are spread over decades.
    private static double[] Start(CompositeLine line, IReadOnlyList<CompositeMeasurement> measurements, RandomStream random, int start)
    {
        var size = measurements.Average(item => Math.Log(item.Spectrum.Impedances.Max(z => Math.Abs(z.Real)) + double.Epsilon));
        var slow = measurements.Min(item => item.Spectrum.Frequencies.Min());
        var fast = measurements.Max(item => item.Spectrum.Frequencies.Max());
        return [.. line.Names.Select((name, index) =>
        {
            var spread = start == 0 ? 0.5 : random.NextDouble();
            return line.IsExponent(index) ? 0.7 + (0.3 * spread)
                : name.EndsWith('Q') ? -size - Math.Log(2 * Math.PI) - Math.Log(slow) - (spread * Math.Log(fast / slow))
                : size + (4 * (spread - 0.6));
        })];
    }

    private static void Residuals(CompositeLine line, IReadOnlyList<CompositeMeasurement> measurements, ReadOnlySpan<double> held, Span<double> residuals, Span<double> jacobian)
    {
        Span<double> moved = stackalloc double[held.Length];
        held.CopyTo(moved);
        var row = 0;
        for (var number = 0; number < measurements.Count; number++)
        {
            var (spectrum, contact) = (measurements[number].Spectrum, measurements[number].Contact);
            for (var point = 0; point < spectrum.Count; point++, row += 2)
            {
                var angular = 2 * Math.PI * spectrum.Frequencies[point];
                var scale = 1 / spectrum.Impedances[point].Magnitude;
                var difference = (line.Impedance(held, angular, contact, number) - spectrum.Impedances[point]) * scale;
                (residuals[row], residuals[row + 1]) = (difference.Real, difference.Imaginary);
                for (var index = 0; index < held.Length; index++)
                {
                    // Central differences of logarithms: exact to 1e-10, far below the noise of a spectrum.
                    moved[index] = held[index] + Step;
                    var above = line.Impedance(moved, angular, contact, number);
                    moved[index] = held[index] - Step;
                    var slope = (above - line.Impedance(moved, angular, contact, number)) * (scale / (2 * Step));
                    moved[index] = held[index];
                    (jacobian[(row * held.Length) + index], jacobian[((row + 1) * held.Length) + index]) = (slope.Real, slope.Imaginary);
                }
            }
        }
    }

    private static CompositeFit Report(CompositeLine line, IReadOnlyList<CompositeMeasurement> measurements, LeastSquaresResult best, int count)
    {
        var size = line.Names.Length;
        var variance = best.SumOfSquares / (count - size);
        var errors = Errors(line, best, variance);
        var (findings, unknown) = (ImmutableArray.CreateBuilder<string>(), new List<string>());
        var parameters = ImmutableArray.CreateBuilder<FittedParameter>(size);
        for (var index = 0; index < size; index++)
        {
            var value = line.Value(best.Parameters, index);
            var error = errors[index] * (line.IsExponent(index) ? 1 : value);
            parameters.Add(new FittedParameter(line.Names[index], value, error, line.Unit(index)));
            if (!(error < value))
            {
                unknown.Add(line.Names[index]);
            }
        }

        if (unknown.Count > 0)
        {
            var advice = unknown.Select(Advice).FirstOrDefault(text => text.Length > 0);
            findings.Add($"{string.Join(", ", unknown)} {(unknown.Count == 1 ? "is" : "are")} not determined by these spectra{(advice is null ? "" : $": {advice}")}");
        }

        var models = measurements.Select((item, number) => item.Spectrum.Frequencies.Select(f => line.Impedance(best.Parameters, 2 * Math.PI * f, item.Contact, number)).ToImmutableArray());
        var all = parameters.MoveToImmutable();
        double Rail(string name) => all.Where(parameter => parameter.Name == name + "Resistance" || parameter.Name == name + "BoundaryResistance").Sum(parameter => parameter.Value);
        return new CompositeFit(all, Rail("electron"), Rail("ion"), [.. models], best.SumOfSquares, findings.ToImmutable());
    }

    // Standard errors of the parameters as they are held; one that ended at a bound, or has no effect, has none.
    private static double[] Errors(CompositeLine line, LeastSquaresResult best, double variance)
    {
        var size = line.Names.Length;
        var (lower, upper) = Bounds(line);
        var free = Enumerable.Range(0, size).Where(index => best.Parameters[index] > lower[index] + 1e-6 && best.Parameters[index] < upper[index] - 1e-6 && best.NormalMatrix[(index * size) + index] > 1e-12 * variance).ToArray();
        var matrix = new double[free.Length * free.Length];
        for (var at = 0; at < matrix.Length; at++)
        {
            matrix[at] = best.NormalMatrix[(free[at / free.Length] * size) + free[at % free.Length]];
        }

        var errors = Enumerable.Repeat(double.PositiveInfinity, size).ToArray();
        if (Cholesky.Inverse(matrix, free.Length) is { } inverse)
        {
            for (var at = 0; at < free.Length; at++)
            {
                errors[free[at]] = Math.Sqrt(Math.Max(0, inverse[(at * free.Length) + at]) * variance);
            }
        }

        return errors;
    }

    private static string Advice(string name) => name switch
    {
        "electronResistance" => "measure between metals that block ions (--electrons)",
        "ionResistance" => "measure between electrolytes that block electrons (--ions)",
        "electronBoundaryResistance" or "ionBoundaryResistance" => "leave out --grain-boundaries, or measure to higher frequencies",
        _ => "",
    };
}
