using System.Collections.Immutable;
using Electrolith.Numerics;
using Electrolith.Numerics.LeastSquares;

namespace Electrolith.Processing.Fitting;

/// <summary>The three constants of a powder's master sintering curve: D = D0 + (1 - D0) / (1 + exp(-(ln Θ - centre) / width)).</summary>
/// <param name="ActivationEnergy">Q, J/mol.</param>
/// <param name="Centre">ln Θ in the middle, Θ in s/K.</param>
/// <param name="Width">Width in ln Θ.</param>
public readonly record struct MasterCurveConstants(double ActivationEnergy, double Centre, double Width);

/// <summary>A powder calibrated with dilatometry, with the spread of its constants.</summary>
public sealed record MasterCurvePowder
{
    /// <summary>Scan of Q and the points of the curve.</summary>
    public required MasterCurveResult Curve { get; init; }

    /// <summary>The constants.</summary>
    public required MasterCurveConstants Constants { get; init; }

    /// <summary>Standard errors in the order energy, centre, width.</summary>
    public required ImmutableArray<double> StandardErrors { get; init; }

    /// <summary>95 % interval of Q, J/mol.</summary>
    public required (double Low, double High) Interval { get; init; }

    /// <summary>Correlations: energy-centre, energy-width, centre-width.</summary>
    public required (double EnergyCentre, double EnergyWidth, double CentreWidth) Correlations { get; init; }

    /// <summary>Root mean square of density less curve.</summary>
    public required double Residual { get; init; }

    /// <summary>Readings over which the scatter of one run is remembered.</summary>
    public required double Memory { get; init; }

    /// <summary>What the interval rests on, in words.</summary>
    public required string Basis { get; init; }

    /// <summary>Green density of each run.</summary>
    public required ImmutableArray<double> GreenDensities { get; init; }
}

/// <summary>
/// Calibrates a powder, and says how well. Readings of one run follow each other and the curve is a model: counted as independent they would
/// give an interval that is several times too narrow. The scatter is drawn again in blocks as long as its memory, and with three runs or more
/// each is left out in turn; the wider of the two spreads counts.
/// </summary>
/// <remarks>Ignores errors of temperature and length that all runs share. With two runs nothing shows how runs differ.</remarks>
public static class MasterCurveCalibration
{
    private const int Draws = 160;

    /// <summary>Calibrates.</summary>
    /// <param name="runs">Two runs or more at different heating rates, each from the green density.</param>
    /// <param name="seed">Same seed, same interval.</param>
    /// <exception cref="ArgumentException">The runs share too few densities, or there is one run only.</exception>
    public static MasterCurvePowder Fit(IReadOnlyList<DilatometerRun> runs, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var levels = Levels(runs);
        var curve = MasterCurveFit.Fit(runs, levels);
        var (best, residuals, models) = Shape(runs, curve.ActivationEnergy);
        var memory = residuals.Average(Memory);
        var draws = Redraw(runs, residuals, models, memory, curve.ActivationEnergy, seed);
        var errors = new[] { Deviation(draws, item => item.ActivationEnergy), Deviation(draws, item => item.Centre), Deviation(draws, item => item.Width) };
        var energies = draws.Select(item => item.ActivationEnergy).Order().ToArray();
        var interval = (Quantiles.Of(energies, 0.025), Quantiles.Of(energies, 0.975));
        var basis = $"from {Draws} draws of the scatter in blocks of {Math.Ceiling(2 * memory):0} readings";
        basis += runs.Count == 2 ? "; two runs cannot show how runs differ" : "";
        if (runs.Count >= 3 && LeftOut(runs, curve.ActivationEnergy) is var spread && spread > errors[0])
        {
            var half = StudentT.Quantile(0.975, runs.Count - 1) * spread;
            interval = (curve.ActivationEnergy - half, curve.ActivationEnergy + half);
            // The centre follows Q: their ratio is that of the draws.
            (errors[1], errors[2], errors[0]) = (errors[1] * spread / errors[0], errors[2], spread);
            basis = "from leaving out one run at a time: the runs differ by more than the readings scatter";
        }

        return new MasterCurvePowder
        {
            Curve = curve with { Low = interval.Item1, High = interval.Item2 }, Constants = best, StandardErrors = [.. errors], Interval = interval, Basis = basis, Memory = memory,
            Correlations = (Correlation(draws, item => item.ActivationEnergy, item => item.Centre), Correlation(draws, item => item.ActivationEnergy, item => item.Width), Correlation(draws, item => item.Centre, item => item.Width)),
            Residual = Math.Sqrt(residuals.SelectMany(run => run).Average(residual => residual * residual)),
            GreenDensities = [.. runs.Select(Green)],
        };
    }

    /// <summary>Densities at which runs are compared: between a tenth and nine tenths of their common rise, because the flat ends hold noise only.</summary>
    /// <param name="runs">Runs.</param>
    public static double[] Levels(IReadOnlyList<DilatometerRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var low = runs.Max(run => run.Points.Where(point => point.Density > 0).Min(point => point.Density));
        var high = runs.Min(run => run.Points.Max(point => point.Density));
        return [.. Enumerable.Range(0, 9).Select(index => low + ((high - low) * (0.1 + (0.1 * index))))];
    }

    /// <summary>Relative density on a curve.</summary>
    /// <param name="constants">Curve.</param>
    /// <param name="logWork">ln Θ, s/K.</param>
    /// <param name="green">Density before firing.</param>
    public static double Density(in MasterCurveConstants constants, double logWork, double green) => green + ((1 - green) / (1 + Math.Exp(-(logWork - constants.Centre) / constants.Width)));

    // The first readings before shrinkage; their mean, because one reading has noise.
    private static double Green(DilatometerRun run)
    {
        var readings = run.Points.Where(point => point.Density > 0).Select(point => point.Density).ToList();
        var rise = readings.Max() - readings[0];
        return readings.TakeWhile(density => density < readings[0] + (0.03 * rise)).Take(5).DefaultIfEmpty(readings[0]).Average();
    }

    /// <summary>Centre and width for a given Q by least squares of the density, with what is left over.</summary>
    private static (MasterCurveConstants Constants, double[][] Residuals, double[][] Models) Shape(IReadOnlyList<DilatometerRun> runs, double energy)
    {
        var works = runs.Select(run => MasterCurveFit.LogWorks(run, energy)).ToArray();
        var densities = runs.Select(run => run.Points.Where(point => point.Density > 0).Select(point => point.Density).ToArray()).ToArray();
        var greens = runs.Select(Green).ToArray();
        var count = densities.Sum(run => run.Length);
        var middle = works.Select((run, at) => run[Array.FindIndex(densities[at], density => density >= (greens[at] + densities[at].Max()) / 2)]).Average();
        void Residuals(ReadOnlySpan<double> place, Span<double> residuals, Span<double> jacobian)
        {
            var (row, width) = (0, Math.Exp(place[1]));
            for (var run = 0; run < works.Length; run++)
            {
                for (var at = 0; at < works[run].Length; at++, row++)
                {
                    var z = (works[run][at] - place[0]) / width;
                    var share = 1 / (1 + Math.Exp(-z));
                    residuals[row] = greens[run] + ((1 - greens[run]) * share) - densities[run][at];
                    var slope = (1 - greens[run]) * share * (1 - share);
                    (jacobian[2 * row], jacobian[(2 * row) + 1]) = (-slope / width, -slope * z);
                }
            }
        }

        var found = LevenbergMarquardt.Minimise(Residuals, count, [middle, 0], [middle - 60, -4], [middle + 60, 4]);
        var constants = new MasterCurveConstants(energy, found.Parameters[0], Math.Exp(found.Parameters[1]));
        var models = works.Select((run, at) => run.Select(work => Density(constants, work, greens[at])).ToArray()).ToArray();
        return (constants, [.. models.Select((run, at) => run.Select((model, point) => densities[at][point] - model).ToArray())], models);
    }

    /// <summary>Integrated correlation time of a series, in readings; half for none.</summary>
    private static double Memory(double[] series)
    {
        var mean = series.Average();
        var variance = series.Sum(value => (value - mean) * (value - mean));
        var sum = 0.5;
        for (var lag = 1; lag < series.Length / 3 && variance > 0; lag++)
        {
            var correlation = 0.0;
            for (var at = lag; at < series.Length; at++)
            {
                correlation += (series[at] - mean) * (series[at - lag] - mean) / variance;
            }

            if (correlation <= 0)
            {
                break;
            }

            sum += correlation;
        }

        return sum;
    }

    private static MasterCurveConstants[] Redraw(IReadOnlyList<DilatometerRun> runs, double[][] residuals, double[][] models, double memory, double energy, ulong seed)
    {
        var root = new RandomStream(seed);
        var streams = Enumerable.Range(0, Draws).Select(draw => root.Fork(draw.ToString(System.Globalization.CultureInfo.InvariantCulture))).ToArray();
        var found = new MasterCurveConstants[Draws];
        Parallel.For(0, Draws, draw =>
        {
            var again = runs.Select((run, at) => Again(run, residuals[at], models[at], Math.Clamp((int)Math.Ceiling(2 * memory), 1, Math.Max(1, residuals[at].Length / 3)), streams[draw])).ToArray();
            found[draw] = Shape(again, MasterCurveFit.Energy(again, Levels(again), energy)).Constants;
        });
        return found;
    }

    private static DilatometerRun Again(DilatometerRun run, double[] residuals, double[] model, int block, RandomStream random)
    {
        var (points, reading, place) = (run.Points.ToBuilder(), 0, 0);
        for (var at = 0; at < points.Count; at++)
        {
            if (points[at].Density > 0)
            {
                place = reading % block == 0 ? random.NextInt32(Math.Max(1, residuals.Length - block + 1)) : place + 1;
                points[at] = (points[at].Time, points[at].Temperature, Math.Max(1e-3, model[reading] + residuals[place]));
                reading++;
            }
        }

        return new DilatometerRun(points.ToImmutable());
    }

    /// <summary>Jackknife error of Q over runs.</summary>
    private static double LeftOut(IReadOnlyList<DilatometerRun> runs, double energy)
    {
        var found = Enumerable.Range(0, runs.Count).Select(without =>
        {
            DilatometerRun[] rest = [.. runs.Where((_, at) => at != without)];
            return MasterCurveFit.Energy(rest, Levels(rest), energy);
        }).ToArray();
        var mean = found.Average();
        return Math.Sqrt((runs.Count - 1.0) / runs.Count * found.Sum(value => (value - mean) * (value - mean)));
    }

    private static double Deviation(MasterCurveConstants[] draws, Func<MasterCurveConstants, double> of)
    {
        var mean = draws.Average(of);
        return Math.Sqrt(draws.Sum(item => (of(item) - mean) * (of(item) - mean)) / (draws.Length - 1));
    }

    private static double Correlation(MasterCurveConstants[] draws, Func<MasterCurveConstants, double> first, Func<MasterCurveConstants, double> second)
    {
        var (meanFirst, meanSecond) = (draws.Average(first), draws.Average(second));
        var (cross, square, other) = (0.0, 0.0, 0.0);
        foreach (var item in draws)
        {
            var (a, b) = (first(item) - meanFirst, second(item) - meanSecond);
            (cross, square, other) = (cross + (a * b), square + (a * a), other + (b * b));
        }

        return square > 0 && other > 0 ? cross / Math.Sqrt(square * other) : 0;
    }
}
