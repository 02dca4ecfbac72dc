using System.Collections.Immutable;

namespace Electrolith.Cells.Dynamics;

/// <summary>One run of a convergence study.</summary>
/// <param name="What">What was changed.</param>
/// <param name="Cells">Over the depth of an electrode.</param>
/// <param name="Shells">In a particle.</param>
/// <param name="Tolerance">Of the voltage for a time step, V.</param>
/// <param name="Charge">Passed at the end, C/m².</param>
/// <param name="LargestChange">Largest difference of the voltage to the finest run at the same time, V; 0 for the finest itself.</param>
public sealed record ConvergenceRun(string What, int Cells, int Shells, double Tolerance, double Charge, double LargestChange);

/// <summary>How far the result depends on mesh and tolerance.</summary>
/// <param name="Runs">From coarse to fine in space, then in time.</param>
/// <param name="Order">Observed order in space, from the last two halvings; null when the differences are at rounding or at the tolerance.</param>
/// <param name="Error">Estimate of the error of the voltage as asked for, V: space by Richardson's rule, and time.</param>
public sealed record ConvergenceReport(ImmutableArray<ConvergenceRun> Runs, double? Order, double Error)
{
    private const int Compared = 40;

    // The last twentieth, where the voltage falls off a cliff, would measure the charge and not the voltage.
    private const double LastShare = 0.95;

    /// <summary>Runs a protocol on four meshes and three tolerances and compares the first step that passes charge.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="options">As asked for; the meshes are its half, itself, twice and four times as fine.</param>
    /// <param name="protocol">The protocol; its first step is compared.</param>
    /// <param name="cancellation">Stops the run.</param>
    public static ConvergenceReport Of(CellParameters cell, SimulationOptions options, Protocol protocol, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(protocol);
        var first = new Protocol([protocol.Steps.First(step => step.Kind != StepKind.Rest)]);
        const double Strict = 1e-7;
        SimulationOptions With(int times, int over, double tolerance) => options with { VoltageTolerance = tolerance, WithParts = false, Mesh = options.Mesh with { Cells = Math.Max(2, options.Mesh.Cells * times / over), Shells = Math.Max(3, options.Mesh.Shells * times / over) } };
        CellRun Run(SimulationOptions chosen) => new CellSimulator(cell, chosen).Run(first, cancellation);
        // Compared at times of their own, so that no interpolation between time steps comes in.
        var duration = Run(With(1, 1, options.VoltageTolerance)).Steps[0].Duration;
        options = options with { Times = [.. Enumerable.Range(1, Compared).Select(point => duration * LastShare * point / Compared)] };
        var (half, same, twice, fourfold) = (With(1, 2, Strict), With(1, 1, Strict), With(2, 1, Strict), With(4, 1, Strict));
        var space = new[] { half, same, twice, fourfold }.Select(chosen => (Options: chosen, Run: Run(chosen))).ToArray();
        var times = new[] { 10.0, 1.0, 0.1 }.Select(factor => With(1, 1, options.VoltageTolerance * factor)).Select(chosen => (Options: chosen, Run: Run(chosen))).ToArray();
        ImmutableArray<ConvergenceRun> runs =
        [
            .. space.Select(item => Row("mesh", item.Options, item.Run, space[^1].Run)), .. times.Select(item => Row("tolerance", item.Options, item.Run, space[1].Run)),
        ];
        // Differences to a mesh four times as fine: e(h) − e(h/4) and e(2h) − e(h/4) of a method of order p.
        var (coarse, usual, fine) = (runs[0].LargestChange, runs[1].LargestChange, runs[2].LargestChange);
        double? order = fine > 20 * Strict && coarse > usual && usual > fine ? Math.Log2(((coarse - usual) / (usual - fine)) is > 1 and var ratio ? ratio : 1) : null;
        var spatial = order is > 0.5 ? usual / (1 - Math.Pow(4, -order.Value)) : usual;
        return new ConvergenceReport(runs, order, spatial + runs[5].LargestChange);
    }

    private static ConvergenceRun Row(string what, SimulationOptions options, CellRun run, CellRun finest)
    {
        var reference = finest.Samples.GroupBy(sample => sample.Time).ToDictionary(group => group.Key, group => group.First().Voltage);
        var largest = ReferenceEquals(run, finest) ? 0 : options.Times.Max(time => run.Samples.FirstOrDefault(sample => sample.Time == time) is { Voltage: > 0 } sample && reference.TryGetValue(time, out var voltage) ? Math.Abs(sample.Voltage - voltage) : 0);
        return new ConvergenceRun(what, options.Mesh.Cells, options.Mesh.Shells, options.VoltageTolerance, run.Samples[^1].Charge, largest);
    }
}
