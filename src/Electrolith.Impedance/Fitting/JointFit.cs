using System.Collections.Immutable;
using System.Numerics;
using Electrolith.Impedance.Circuits;
using Electrolith.Numerics.LeastSquares;

namespace Electrolith.Impedance.Fitting;

/// <summary>One circuit fitted to a series of spectra at once, with laws over temperature, pressure or time.</summary>
/// <param name="Circuit">The circuit.</param>
/// <param name="Parameters">What was fitted: shared values, values at the reference, energies and exponents, and the values of single spectra.</param>
/// <param name="Values">Parameters of the circuit in each spectrum.</param>
/// <param name="Models">Impedance of the model for each spectrum, ohm.</param>
/// <param name="SumOfSquares">Weighted sum over all spectra.</param>
/// <param name="SingleSumOfSquares">The same of separate fits without any law: laws that hold cost little.</param>
/// <param name="Reference">Condition at which the values at the reference hold, K, Pa or s.</param>
/// <param name="HasConverged">True when the search ended at a minimum.</param>
/// <param name="Findings">What the series does not determine, and laws that do not hold.</param>
public sealed record JointFit(
    Circuit Circuit, ImmutableArray<FittedParameter> Parameters, ImmutableArray<ImmutableArray<double>> Values, ImmutableArray<ImmutableArray<Complex>> Models,
    double SumOfSquares, double SingleSumOfSquares, double Reference, bool HasConverged, ImmutableArray<string> Findings)
{
    private const double RoomTemperature = 298.15;

    // A fit from its neighbour's parameters that is this much worse has probably missed its valley.
    private const double Suspicious = 3;

    /// <summary>Fits; begins from separate fits, each from the last one's parameters.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="series">Two spectra or more with different conditions.</param>
    /// <param name="options">Laws; null for separate values of everything.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">Fewer than two conditions, names that the circuit does not have, laws that do not go together, or too few points.</exception>
    public static JointFit Of(Circuit circuit, IReadOnlyList<SeriesSpectrum> series, JointOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(series);
        options ??= new JointOptions();
        Check(circuit, series, options);
        var conditions = series.Select(item => item.Condition).ToArray();
        var reference = options.Reference ?? (options.Laws.ContainsValue(SeriesLaw.Arrhenius) ? RoomTemperature : Middle(conditions));
        var singles = Singles(circuit, series, options.Single, cancellation);
        var space = new JointSpace(circuit, conditions, reference, options);
        var points = series.Sum(item => item.Spectrum.Count);
        if (2 * points <= space.Size)
        {
            throw new ArgumentException($"{points} points cannot determine {space.Size} parameters", nameof(series));
        }

        var problem = new JointResiduals(circuit, series, space, options.Single);
        var (lower, upper) = Bounds(space);
        LeastSquaresResult? best = null;
        // Lines through the separate fits; and, as an arc may have changed its place among those, usual exponents from the middle one alone.
        foreach (var start in JointStart.All(circuit, singles, conditions, reference, space))
        {
            cancellation.ThrowIfCancellationRequested();
            var found = LevenbergMarquardt.Minimise(problem.Evaluate, 2 * points, start, lower, upper, 500);
            best = best is null || found.SumOfSquares < best.SumOfSquares ? found : best;
        }

        return JointReport.Of(circuit, series, space, best!, singles.Sum(fit => fit.SumOfSquares), singles.Sum(fit => fit.Free), 2 * points, reference);
    }

    private static double Middle(double[] conditions) => conditions.Order().Where(value => value > 0).ElementAt((conditions.Count(value => value > 0) - 1) / 2);

    // From the middle outwards, each from its neighbour: arcs keep their names along the series.
    private static FitResult[] Singles(Circuit circuit, IReadOnlyList<SeriesSpectrum> series, FitOptions options, CancellationToken cancellation)
    {
        var order = Enumerable.Range(0, series.Count).OrderBy(index => series[index].Condition).ToArray();
        var fits = new FitResult[series.Count];
        var middle = order.Length / 2;
        fits[order[middle]] = CircuitFit.Fit(circuit, series[order[middle]].Spectrum, options, cancellation);
        foreach (var step in Enumerable.Range(middle + 1, order.Length - middle - 1).Select(at => (at, at - 1)).Concat(Enumerable.Range(0, middle).Select(at => (middle - 1 - at, middle - at))))
        {
            var from = fits[order[step.Item2]];
            var warm = options with { Starts = 1, Initial = [.. from.Parameters.Where(parameter => parameter.StandardError is not null).Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value))] };
            var fit = CircuitFit.Fit(circuit, series[order[step.Item1]].Spectrum, warm, cancellation);
            if (fit.ReducedSumOfSquares > Suspicious * from.ReducedSumOfSquares)
            {
                var full = CircuitFit.Fit(circuit, series[order[step.Item1]].Spectrum, options, cancellation);
                fit = full.SumOfSquares < fit.SumOfSquares ? full : fit;
            }

            fits[order[step.Item1]] = fit;
        }

        return fits;
    }

    private static (double[] Lower, double[] Upper) Bounds(JointSpace space)
    {
        var isElement = space.Axes.Select((axis, index) => !space.IsLogarithm(index) && axis.Unit.Length == 0 && !axis.Name.EndsWith("exponent", StringComparison.Ordinal)).ToArray();
        return (
            [.. space.Axes.Select((axis, index) => isElement[index] ? 0.1 : space.IsLogarithm(index) ? double.NegativeInfinity : axis.Unit == "eV" ? -1 : -4)],
            [.. space.Axes.Select((axis, index) => isElement[index] ? 1.0 : space.IsLogarithm(index) ? double.PositiveInfinity : axis.Unit == "eV" ? 3 : 4)]);
    }

    private static void Check(Circuit circuit, IReadOnlyList<SeriesSpectrum> series, JointOptions options)
    {
        if (series.Select(item => item.Condition).Distinct().Count() < 2)
        {
            throw new ArgumentException("at least two different temperatures, pressures or times are expected", nameof(series));
        }

        var single = options.Single;
        if (single.Bounds.Count + single.Ties.Count + single.Order.Length > 0 || single.Quantity != FitQuantity.Impedance || single.Weight == FitWeight.Measured)
        {
            throw new ArgumentException("bounds, ties, an order, measured weights, and fits of admittance or modulus are for single spectra; in a series hold a parameter, or give it a law", nameof(options));
        }

        foreach (var (name, law) in options.Laws)
        {
            var index = circuit.ParameterNames.IndexOf(name);
            if (index < 0)
            {
                throw new ArgumentException($"{name} is not a parameter of {circuit.Text}; there are {string.Join(", ", circuit.ParameterNames)}", nameof(options));
            }

            if (circuit.Parameters[index].IsExponent && law is not (SeriesLaw.Own or SeriesLaw.Shared))
            {
                throw new ArgumentException($"{name} is an exponent: it can be shared, and has no law of its own", nameof(options));
            }
        }

        var laws = options.Laws.Values.Where(law => law is not (SeriesLaw.Own or SeriesLaw.Shared)).Distinct().ToList();
        if (laws.Count > 1)
        {
            throw new ArgumentException($"{string.Join(" and ", laws)} in one series: its condition is a temperature, a pressure or a time", nameof(options));
        }

        var least = laws.Contains(SeriesLaw.Growth) ? 0 : double.Epsilon;
        if (series.FirstOrDefault(item => !(item.Condition >= least) || !double.IsFinite(item.Condition)) is { } odd)
        {
            throw new ArgumentException($"{odd.Spectrum.Name}: {odd.Condition} is no temperature, pressure or time", nameof(series));
        }
    }
}
