using System.Collections.Immutable;
using System.Numerics;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Spectra;
using Electrolith.Numerics;
using Electrolith.Numerics.LeastSquares;

namespace Electrolith.Impedance.Fitting;

/// <summary>Complex non-linear least squares: fits a circuit to a spectrum from several places, with errors and what is not determined.</summary>
public static class CircuitFit
{
    private const int ShortSearch = 25;
    private const int LongSearch = 60;
    private const int Finalists = 6;
    private const int Jumps = 12;

    /// <summary>Fits.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="options">Weights, start, fixed parameters; null for the defaults.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The lowest minimum that was found.</returns>
    /// <exception cref="ArgumentException">A name is not a parameter of the circuit, a value cannot be, or there are fewer residuals than parameters.</exception>
    public static FitResult Fit(Circuit circuit, Spectrum spectrum, FitOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(spectrum);
        options ??= new FitOptions();
        Check(circuit, spectrum, options);
        var space = new ParameterSpace(circuit, spectrum, options);
        var problem = new Residuals(circuit, spectrum, space, options.Weight);
        var random = new RandomStream(options.Seed);
        // Many short searches find the valleys, the best few of them are followed to the bottom.
        var count = Math.Max(1, options.Starts);
        var (lower, upper) = (space.Lower, space.Upper);
        var valleys = new List<LeastSquaresResult>(count);
        for (var start = 0; start < count; start++)
        {
            cancellation.ThrowIfCancellationRequested();
            var place = start == 0 ? space.Start(options, random, 0) : start % 2 == 1 ? space.Start(options with { Initial = [] }, random, 0) : space.Start(options, random, 2);
            valleys.Add(LevenbergMarquardt.Minimise(problem.Evaluate, 2 * spectrum.Count, place, lower, upper, ShortSearch));
        }

        var best = valleys[0];
        foreach (var valley in Distinct(valleys))
        {
            cancellation.ThrowIfCancellationRequested();
            best = Lower(best, LevenbergMarquardt.Minimise(problem.Evaluate, 2 * spectrum.Count, valley.Parameters, lower, upper));
        }

        // A lower neighbour of the best valley is found by jumping out of it.
        for (var jump = 0; jump < (count > 1 ? Jumps : 0); jump++)
        {
            cancellation.ThrowIfCancellationRequested();
            best = Lower(best, LevenbergMarquardt.Minimise(problem.Evaluate, 2 * spectrum.Count, space.Near(best.Parameters, random), lower, upper, LongSearch));
        }

        best = LevenbergMarquardt.Minimise(problem.Evaluate, 2 * spectrum.Count, best.Parameters, lower, upper);
        return FitReport.Of(circuit, spectrum, space, options, best, count);
    }

    private static LeastSquaresResult Lower(LeastSquaresResult a, LeastSquaresResult b) => b.SumOfSquares < a.SumOfSquares ? b : a;

    // The first search, which began where the user said, and the best others; those that ended in the same place count once.
    private static List<LeastSquaresResult> Distinct(List<LeastSquaresResult> valleys)
    {
        var chosen = new List<LeastSquaresResult> { valleys[0] };
        foreach (var valley in valleys.Skip(1).OrderBy(valley => valley.SumOfSquares))
        {
            if (chosen.Count <= Finalists && chosen.TrueForAll(other => Math.Abs(other.SumOfSquares - valley.SumOfSquares) > 1e-4 * valley.SumOfSquares))
            {
                chosen.Add(valley);
            }
        }

        return chosen;
    }

    private static void Check(Circuit circuit, Spectrum spectrum, FitOptions options)
    {
        foreach (var (name, value) in options.Initial.Concat(options.Fixed))
        {
            var index = circuit.ParameterNames.IndexOf(name);
            if (index < 0)
            {
                throw new ArgumentException($"{name} is not a parameter of {circuit.Text}; there are {string.Join(", ", circuit.ParameterNames)}", nameof(options));
            }

            if (!(value > 0) || !double.IsFinite(value) || (circuit.Parameters[index].IsExponent && value > 1))
            {
                throw new ArgumentException($"{name} = {value}: {(circuit.Parameters[index].IsExponent ? "an exponent between 0 and 1" : "a value above zero")} is expected", nameof(options));
            }
        }

        if (2 * spectrum.Count < circuit.Parameters.Length - options.Fixed.Count)
        {
            throw new ArgumentException($"{spectrum.Count} points cannot determine {circuit.Parameters.Length - options.Fixed.Count} parameters", nameof(spectrum));
        }
    }
}

/// <summary>Weighted residuals of a circuit and their derivatives on the axes of the search.</summary>
internal sealed class Residuals(Circuit circuit, Spectrum spectrum, ParameterSpace space, FitWeight weight)
{
    private readonly Complex[] derivatives = new Complex[circuit.Parameters.Length];
    private readonly double[] values = new double[circuit.Parameters.Length];
    private readonly (double Real, double Imaginary)[] weights = [.. spectrum.Impedances.Select(z => WeightOf(z, weight))];

    /// <summary>Computes them.</summary>
    public void Evaluate(ReadOnlySpan<double> place, Span<double> residuals, Span<double> jacobian)
    {
        space.Fill(place, values);
        for (var point = 0; point < spectrum.Count; point++)
        {
            var difference = circuit.Impedance(spectrum.Frequencies[point], values, derivatives) - spectrum.Impedances[point];
            var (real, imaginary) = weights[point];
            residuals[2 * point] = real * difference.Real;
            residuals[(2 * point) + 1] = imaginary * difference.Imaginary;
            for (var axis = 0; axis < space.Size; axis++)
            {
                var slope = derivatives[space.Free[axis]] * space.Slope(axis, values);
                jacobian[(2 * point * space.Size) + axis] = real * slope.Real;
                jacobian[(((2 * point) + 1) * space.Size) + axis] = imaginary * slope.Imaginary;
            }
        }
    }

    private static (double Real, double Imaginary) WeightOf(Complex z, FitWeight weight) => weight switch
    {
        FitWeight.Unit => (1, 1),
        FitWeight.Modulus => (1 / z.Magnitude, 1 / z.Magnitude),
        _ => (1 / Math.Max(Math.Abs(z.Real), 1e-6 * z.Magnitude), 1 / Math.Max(Math.Abs(z.Imaginary), 1e-6 * z.Magnitude)),
    };
}
