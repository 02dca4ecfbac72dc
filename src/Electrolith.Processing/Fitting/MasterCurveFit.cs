using System.Collections.Immutable;
using Electrolith.Processing.Kinetics;
using Electrolith.Processing.Sintering;

namespace Electrolith.Processing.Fitting;

/// <summary>A dilatometer run.</summary>
/// <param name="Points">Time (s), temperature (K) and relative density, times ascending.</param>
public sealed record DilatometerRun(ImmutableArray<(double Time, double Temperature, double Density)> Points)
{
    /// <summary>A run at constant heating rate.</summary>
    /// <param name="heatingRate">K/s.</param>
    /// <param name="start">Where the work of sintering begins to count, K.</param>
    /// <param name="points">Temperature (K) and relative density, ascending.</param>
    public static DilatometerRun AtConstantRate(double heatingRate, double start, IEnumerable<(double Temperature, double Density)> points) =>
        new([(0, start, 0), .. points.Select(point => ((point.Temperature - start) / heatingRate, point.Temperature, point.Density))]);
}

/// <summary>A master sintering curve from dilatometry.</summary>
/// <param name="ActivationEnergy">Q with the least scatter between runs, J/mol.</param>
/// <param name="Low">Lower end of the interval of Q, J/mol: of the scan, until <see cref="MasterCurveCalibration"/> narrows it.</param>
/// <param name="High">Upper end, J/mol.</param>
/// <param name="Scatter">Root mean square of ln Θ between runs at equal density.</param>
/// <param name="Scan">Scatter against Q.</param>
/// <param name="Curve">Mean ln Θ (s/K) at each density.</param>
public sealed record MasterCurveResult(
    double ActivationEnergy, double Low, double High, double Scatter, ImmutableArray<(double ActivationEnergy, double Scatter)> Scan, ImmutableArray<(double Density, double LogWork)> Curve);

/// <summary>Finds the activation energy with which runs at different heating rates fall on one curve.</summary>
public static class MasterCurveFit
{
    private const double LowestEnergy = 50e3;
    private const double HighestEnergy = 1500e3;
    private const double Step = 5e3;

    /// <summary>Fits runs.</summary>
    /// <param name="runs">At least two runs at different heating rates.</param>
    /// <param name="densities">Densities at which the runs are compared; every run must reach at least two of them.</param>
    /// <exception cref="ArgumentException">The runs share too few densities.</exception>
    public static MasterCurveResult Fit(IReadOnlyList<DilatometerRun> runs, IReadOnlyList<double> densities)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(densities);
        if (runs.Count < 2)
        {
            throw new ArgumentException("one heating rate cannot tell temperature from time: measure at two more, each a factor of two to four apart", nameof(runs));
        }

        var shared = densities.Where(density => runs.All(run => Reaches(run, density))).ToArray();
        if (shared.Length < 2)
        {
            throw new ArgumentException($"the runs share {shared.Length} of {densities.Count} densities; two or more are needed", nameof(densities));
        }

        var scan = ImmutableArray.CreateBuilder<(double, double)>();
        for (var energy = LowestEnergy; energy <= HighestEnergy; energy += Step)
        {
            scan.Add((energy, Scatter(runs, shared, energy)));
        }

        var best = Golden(energy => Scatter(runs, shared, energy), scan.MinBy(item => item.Item2).Item1);
        var curve = shared.Select(density => (density, runs.Average(run => LogWork(run, density, best))));
        return new MasterCurveResult(best, LowestEnergy, HighestEnergy, Scatter(runs, shared, best), scan.ToImmutable(), [.. curve]);
    }

    /// <summary>Q of the least scatter near a known one, J/mol: for refits.</summary>
    /// <param name="runs">Runs.</param>
    /// <param name="densities">Densities at which they are compared; those that a run does not reach are left out.</param>
    /// <param name="near">Where to begin, J/mol.</param>
    internal static double Energy(IReadOnlyList<DilatometerRun> runs, IReadOnlyList<double> densities, double near)
    {
        var shared = densities.Where(density => runs.All(run => Reaches(run, density))).ToArray();
        var (centre, step) = (near, 16 * Step);
        // Downhill in large steps, then in small ones: the scatter has one minimum.
        while (step >= Step)
        {
            var here = Scatter(runs, shared, centre);
            var next = new[] { Math.Max(LowestEnergy, centre - step), Math.Min(HighestEnergy, centre + step) }.MinBy(energy => Scatter(runs, shared, energy));
            (centre, step) = Scatter(runs, shared, next) < here ? (next, step) : (centre, step / 2);
        }

        return Golden(energy => Scatter(runs, shared, energy), centre);
    }

    /// <summary>ln Θ (s/K) at each reading of a run.</summary>
    /// <param name="run">The run; points of no density only mark where the work begins.</param>
    /// <param name="activationEnergy">J/mol.</param>
    public static double[] LogWorks(DilatometerRun run, double activationEnergy)
    {
        ArgumentNullException.ThrowIfNull(run);
        var works = new List<double>(run.Points.Length);
        var sum = 0.0;
        for (var i = 0; i < run.Points.Length; i++)
        {
            sum += i == 0 ? 0 : Integrate(run.Points[i - 1].Temperature, run.Points[i].Temperature, run.Points[i].Time - run.Points[i - 1].Time, activationEnergy);
            if (run.Points[i].Density > 0)
            {
                works.Add(Math.Log(Math.Max(sum, 1e-300)));
            }
        }

        return [.. works];
    }

    /// <summary>ln Θ (s/K) when a run reaches a density.</summary>
    /// <param name="run">The run.</param>
    /// <param name="density">Relative density that the run reaches.</param>
    /// <param name="activationEnergy">J/mol.</param>
    public static double LogWork(DilatometerRun run, double density, double activationEnergy)
    {
        ArgumentNullException.ThrowIfNull(run);
        var sum = 0.0;
        for (var i = 1; i < run.Points.Length; i++)
        {
            var (a, b) = (run.Points[i - 1], run.Points[i]);
            var share = b.Density >= density && a.Density < density && a.Density > 0 ? (density - a.Density) / (b.Density - a.Density) : 1;
            sum += Integrate(a.Temperature, a.Temperature + (share * (b.Temperature - a.Temperature)), share * (b.Time - a.Time), activationEnergy);
            if (b.Density >= density)
            {
                break;
            }
        }

        return Math.Log(sum);
    }

    /// <summary>ln Θ at ascending densities in one pass: each where the run first reaches it.</summary>
    private static double[] LogWorksAt(DilatometerRun run, double[] densities, double energy)
    {
        var works = new double[densities.Length];
        var (level, sum) = (0, 0.0);
        for (var i = 1; i < run.Points.Length && level < densities.Length; i++)
        {
            var (a, b) = (run.Points[i - 1], run.Points[i]);
            while (level < densities.Length && b.Density >= densities[level])
            {
                var share = a.Density < densities[level] && a.Density > 0 ? (densities[level] - a.Density) / (b.Density - a.Density) : 1;
                works[level++] = Math.Log(sum + Integrate(a.Temperature, a.Temperature + (share * (b.Temperature - a.Temperature)), share * (b.Time - a.Time), energy));
            }

            sum += Integrate(a.Temperature, b.Temperature, b.Time - a.Time, energy);
        }

        return works;
    }

    private static bool Reaches(DilatometerRun run, double density) => run.Points.Any(point => point.Density >= density) && run.Points.Any(point => point.Density > 0 && point.Density <= density);

    private static double Integrate(double from, double to, double time, double energy)
    {
        var pieces = Math.Max(1, (int)Math.Ceiling(Math.Abs(to - from) / 4));
        var (h, sum) = (time / pieces, 0.0);
        for (var i = 0; i < pieces; i++)
        {
            double At(double share) => from + ((to - from) * (i + share) / pieces);
            sum += h / 6 * (SinterEquations.WorkRate(At(0), energy) + (4 * SinterEquations.WorkRate(At(0.5), energy)) + SinterEquations.WorkRate(At(1), energy));
        }

        return sum;
    }

    private static double Scatter(IReadOnlyList<DilatometerRun> runs, double[] densities, double energy)
    {
        var sum = 0.0;
        var all = runs.Select(run => LogWorksAt(run, densities, energy)).ToArray();
        for (var level = 0; level < densities.Length; level++)
        {
            var mean = all.Average(works => works[level]);
            sum += all.Average(works => (works[level] - mean) * (works[level] - mean));
        }

        return Math.Sqrt(sum / densities.Length);
    }

    private static double Golden(Func<double, double> function, double centre)
    {
        var (low, high) = (centre - Step, centre + Step);
        var ratio = (Math.Sqrt(5) - 1) / 2;
        for (var i = 0; i < 40; i++)
        {
            var (a, b) = (high - (ratio * (high - low)), low + (ratio * (high - low)));
            (low, high) = function(a) < function(b) ? (low, b) : (a, high);
        }

        return (low + high) / 2;
    }
}
