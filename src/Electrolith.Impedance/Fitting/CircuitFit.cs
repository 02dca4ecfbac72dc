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
    private const int FewSearches = 4;

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
        FitOptionsCheck.Run(circuit, spectrum, options);
        // What stays above another parameter is searched by its excess, where valleys are narrow: the optimum without the order, its arcs put in order, is the first place.
        if (options.Order.Length > 0 && options.Initial.IsEmpty && options.Starts > 1
            && ArcOrder.Arrange(circuit, [.. Fit(circuit, spectrum, options with { Order = [] }, cancellation).Parameters.Select(parameter => parameter.Value)], options) is { } arranged)
        {
            options = options with { Initial = [.. circuit.ParameterNames.Select((name, index) => KeyValuePair.Create(name, arranged[index])).Where(pair => pair.Value > 0 && !options.Fixed.ContainsKey(pair.Key))] };
        }

        var space = new ParameterSpace(circuit, spectrum, options);
        var problem = new Residuals(circuit, spectrum, space, options);
        var random = new RandomStream(options.Seed);
        // Many short searches find the valleys, the best few of them are followed to the bottom.
        var count = Math.Max(1, options.Starts);
        var (lower, upper) = (space.Lower, space.Upper);
        var places = new double[count][];
        for (var start = 0; start < count; start++)
        {
            places[start] = start == 0 ? space.Start(options, random, 0) : start % 2 == 1 ? space.Start(options with { Initial = [] }, random, 0) : space.Start(options, random, 2);
        }

        LeastSquaresResult[] Search(IReadOnlyList<double[]> from, int? steps) => Searches(from, () => new Residuals(circuit, spectrum, space, options), (own, place) =>
            steps is { } most ? LevenbergMarquardt.Minimise(own.Evaluate, 2 * spectrum.Count, place, lower, upper, most) : LevenbergMarquardt.Minimise(own.Evaluate, 2 * spectrum.Count, place, lower, upper), cancellation);
        var valleys = Search(places, ShortSearch);
        var best = Search([.. Distinct(valleys).Select(valley => valley.Parameters)], null).Aggregate(valleys[0], Lower);

        // A lower neighbour of the best valley is found by jumping out of it.
        for (var jump = 0; jump < (count > 1 ? Jumps : 0); jump++)
        {
            cancellation.ThrowIfCancellationRequested();
            best = Lower(best, LevenbergMarquardt.Minimise(problem.Evaluate, 2 * spectrum.Count, space.Near(best.Parameters, random), lower, upper, LongSearch));
        }

        // Arcs that could change places are named from fast to slow.
        var values = space.ToValues(best.Parameters);
        var last = space.ToPlace(ArcOrder.Sort(circuit, values, options), best.Parameters);
        best = LevenbergMarquardt.Minimise(problem.Evaluate, 2 * spectrum.Count, last, lower, upper);
        return FitReport.Of(circuit, spectrum, space, options, best, count);
    }

    // On all cores; the places are drawn before, so that the result does not depend on the number of cores.
    private static LeastSquaresResult[] Searches(IReadOnlyList<double[]> places, Func<Residuals> problem, Func<Residuals, double[], LeastSquaresResult> minimise, CancellationToken cancellation)
    {
        var results = new LeastSquaresResult[places.Count];
        Parallel.For(0, places.Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = places.Count < FewSearches ? 1 : Environment.ProcessorCount }, problem, (index, _, own) =>
        {
            results[index] = minimise(own, places[index]);
            return own;
        }, _ => { });
        return results;
    }

    private static LeastSquaresResult Lower(LeastSquaresResult a, LeastSquaresResult b) => b.SumOfSquares < a.SumOfSquares ? b : a;

    // The first search, which began where the user said, and the best others; those that ended in the same place count once.
    private static List<LeastSquaresResult> Distinct(LeastSquaresResult[] valleys)
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
}
