using System.Collections.Immutable;
using Electrolith.Numerics.LeastSquares;

namespace Electrolith.Cells.Dynamics;

/// <summary>A parameter that was fitted.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Start">Where the search began, SI.</param>
/// <param name="Value">Best value, SI.</param>
/// <param name="Low">Lower end of the 95 % interval, SI.</param>
/// <param name="High">Upper end, SI.</param>
public sealed record FittedParameter(string Name, double Start, double Value, double Low, double High);

/// <summary>A fit of a cell to a measured discharge.</summary>
/// <param name="Cell">The cell with the fitted parameters.</param>
/// <param name="Parameters">Each parameter.</param>
/// <param name="StartError">Root mean square before, V.</param>
/// <param name="Error">Root mean square after, V.</param>
/// <param name="HasConverged">True when no step lowered it any more.</param>
public sealed record CellFitResult(CellParameters Cell, ImmutableArray<FittedParameter> Parameters, double StartError, double Error, bool HasConverged);

/// <summary>Fits parameters of a cell to a measured constant-current discharge, on logarithmic scales.</summary>
public static class CellFit
{
    // Beyond a factor of a thousand from the start a parameter has no say in the curve.
    private const double Reach = 1000;

    private static readonly Dictionary<string, (Func<CellParameters, double> Get, Func<CellParameters, double, CellParameters> Set, double High)> Known = new(StringComparer.Ordinal)
    {
        ["cathode-diffusivity"] = (cell => cell.Positive.Diffusivity, (cell, value) => cell with { Positive = cell.Positive with { Diffusivity = value } }, 1),
        ["cathode-exchange-current-density"] = (cell => cell.Positive.ExchangeCurrentDensity, (cell, value) => cell with { Positive = cell.Positive with { ExchangeCurrentDensity = value } }, 1e12),
        ["cathode-ionic-conductivity"] = (cell => cell.Positive.IonicConductivity, (cell, value) => cell with { Positive = cell.Positive with { IonicConductivity = value } }, 1e9),
        ["cathode-electronic-conductivity"] = (cell => cell.Positive.ElectronicConductivity, (cell, value) => cell with { Positive = cell.Positive with { ElectronicConductivity = value } }, 1e9),
        ["cathode-contact-fraction"] = (cell => cell.Positive.ContactFraction, (cell, value) => cell with { Positive = cell.Positive with { ContactFraction = value } }, 1),
        ["cathode-active-fraction"] = (cell => cell.Positive.ActiveFraction, (cell, value) => cell with { Positive = cell.Positive with { ActiveFraction = value } }, 1),
        ["cathode-initial-stoichiometry"] = (cell => cell.Positive.InitialStoichiometry, (cell, value) => cell with { Positive = cell.Positive with { InitialStoichiometry = value } }, 1),
        ["anode-interface-resistance"] = (cell => cell.Anode?.InterfaceResistance ?? double.NaN, (cell, value) => cell with { Anode = cell.Anode! with { InterfaceResistance = value } }, 1e6),
        ["anode-exchange-current-density"] = (cell => cell.Anode?.ExchangeCurrentDensity ?? double.NaN, (cell, value) => cell with { Anode = cell.Anode! with { ExchangeCurrentDensity = value } }, 1e9),
        ["contact-resistance"] = (cell => cell.ContactResistance, (cell, value) => cell with { ContactResistance = value }, 1e6),
    };

    /// <summary>Names of the parameters that can be fitted.</summary>
    public static IEnumerable<string> Names => Known.Keys;

    /// <summary>Value of a parameter in a cell, SI; NaN when the cell has none.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static double ValueOf(CellParameters cell, string name) => Known[name].Get(cell);

    /// <summary>Fits.</summary>
    /// <param name="cell">Where the search begins; parameters must be above zero there.</param>
    /// <param name="current">Discharge current, A/m².</param>
    /// <param name="times">Measured times from the start of the discharge, s, ascending.</param>
    /// <param name="voltages">Measured, V.</param>
    /// <param name="names">Parameters to fit, of <see cref="Names"/>.</param>
    /// <param name="options">How the cell is simulated.</param>
    public static CellFitResult Fit(CellParameters cell, double current, ReadOnlySpan<double> times, ReadOnlySpan<double> voltages, IReadOnlyList<string> names, SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(options);
        var (points, measured) = (times.ToArray(), voltages.ToArray());
        var start = names.Select(name => ValueOf(cell, name)).ToArray();
        if (start.Any(value => !(value > 0)))
        {
            throw new ArgumentException("every parameter must be above zero where the search begins", nameof(cell));
        }

        double[] begin = [.. start.Select(value => Math.Log(value))];
        double[] lower = [.. begin.Select(value => value - Math.Log(Reach))], upper = [.. begin.Zip(names, (value, name) => Math.Min(value + Math.Log(Reach), Math.Log(Known[name].High)))];
        CellParameters With(ReadOnlySpan<double> logs)
        {
            var changed = cell;
            for (var index = 0; index < names.Count; index++)
            {
                changed = Known[names[index]].Set(changed, Math.Min(Math.Exp(logs[index]), Known[names[index]].High));
            }

            return changed;
        }

        // Simulated beyond the lower limit, so that a too steep trial still has a voltage at every measured time.
        var quiet = options with { WithParts = false, Times = [.. points.Where(time => time > 0)], VoltageTolerance = Math.Min(options.VoltageTolerance, 1e-5) };
        var step = new Protocol([new ProtocolStep { Kind = StepKind.Current, Value = current, Duration = points[^1] * (1 + 1e-9), VoltageBelow = -5, VoltageAbove = 20 }]);
        void Residuals(ReadOnlySpan<double> logs, Span<double> residuals) => Deviations(new CellSimulator(With(logs), quiet).Run(step), points, measured, residuals);

        var shifted = new double[points.Length];
        void Derivatives(ReadOnlySpan<double> logs, Span<double> residuals, Span<double> jacobian)
        {
            const double Step = 1e-3;
            Residuals(logs, residuals);
            var moved = logs.ToArray();
            for (var index = 0; index < moved.Length; index++)
            {
                // Away from the upper bound, beyond which nothing changes.
                var direction = moved[index] + Step > upper[index] ? -Step : Step;
                moved[index] += direction;
                Residuals(moved, shifted);
                moved[index] -= direction;
                for (var row = 0; row < shifted.Length; row++)
                {
                    jacobian[(row * moved.Length) + index] = (shifted[row] - residuals[row]) / direction;
                }
            }
        }

        var minimum = LevenbergMarquardt.Minimise(Derivatives, points.Length, begin, lower, upper, 60);
        Residuals(begin, shifted);
        return new CellFitResult(With(minimum.Parameters), Intervals(names, start, minimum, points.Length), Math.Sqrt(shifted.Sum(value => value * value) / points.Length), Math.Sqrt(minimum.SumOfSquares / points.Length), minimum.HasConverged);
    }

    private static void Deviations(CellRun run, double[] points, double[] measured, Span<double> residuals)
    {
        var at = 0;
        for (var index = 0; index < points.Length; index++)
        {
            while (at < run.Samples.Length - 1 && run.Samples[at].Time < points[index] - 1e-6)
            {
                at++;
            }

            // A trial that ends early keeps its last voltage, a little worse the earlier it ended.
            var missing = run.Samples.IsEmpty ? points[index] : Math.Max(points[index] - run.Samples[at].Time, 0);
            residuals[index] = (run.Samples.IsEmpty ? 0 : run.Samples[at].Voltage) - measured[index] - (missing / points[^1]);
        }
    }

    private static ImmutableArray<FittedParameter> Intervals(IReadOnlyList<string> names, double[] start, LeastSquaresResult minimum, int points)
    {
        var covariance = Cholesky.Inverse(minimum.NormalMatrix, names.Count);
        var variance = minimum.SumOfSquares / Math.Max(points - names.Count, 1);
        return
        [
            .. names.Select((name, index) =>
            {
                var value = Math.Exp(minimum.Parameters[index]);
                // A parameter that the curve does not feel has no interval but everything in reach.
                var deviation = covariance is null ? Math.Log(Reach) : Math.Min(1.96 * Math.Sqrt(Math.Max(variance * covariance[(index * names.Count) + index], 0)), Math.Log(Reach));
                return new FittedParameter(name, start[index], value, value * Math.Exp(-deviation), value * Math.Exp(deviation));
            }),
        ];
    }
}
