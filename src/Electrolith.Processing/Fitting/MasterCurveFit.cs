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
/// <param name="Low">Lower end of the 95 % interval of Q, J/mol.</param>
/// <param name="High">Upper end, J/mol; at the end of the scan the data do not bound Q.</param>
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
        var least = Scatter(runs, shared, best);
        // Points of one run depend on each other, so the degrees of freedom are those of the run means; 95 % of F with (1, v) for the usual few.
        var freedom = Math.Max(1, (runs.Count - 1) * shared.Length - 1);
        var limit = least * Math.Sqrt(1 + ((freedom == 1 ? 161 : 3.84 + (12.0 / freedom)) / freedom));
        double End(int direction) => Crossing(energy => Scatter(runs, shared, energy), best, direction, limit);
        var curve = shared.Select(density => (density, runs.Average(run => LogWork(run, density, best))));
        return new MasterCurveResult(best, End(-1), End(1), least, scan.ToImmutable(), [.. curve]);
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
        foreach (var density in densities)
        {
            var works = runs.Select(run => LogWork(run, density, energy)).ToArray();
            var mean = works.Average();
            sum += works.Sum(work => (work - mean) * (work - mean)) / works.Length;
        }

        return Math.Sqrt(sum / densities.Length);
    }

    /// <summary>Where the scatter exceeds a limit, from the best energy outwards; the end of the scan when it never does.</summary>
    private static double Crossing(Func<double, double> scatter, double best, int direction, double limit)
    {
        var inside = best;
        while (inside is >= LowestEnergy and <= HighestEnergy && scatter(inside + (direction * Step)) <= limit)
        {
            inside += direction * Step;
        }

        var outside = inside + (direction * Step);
        for (var i = 0; i < 30; i++)
        {
            var middle = (inside + outside) / 2;
            (inside, outside) = scatter(middle) <= limit ? (middle, outside) : (inside, middle);
        }

        return Math.Clamp(inside, LowestEnergy, HighestEnergy);
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
