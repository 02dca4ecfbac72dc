using System.Collections.Immutable;
using Electrolith.Quantities;

namespace Electrolith.Cells.Dynamics;

/// <summary>How a cell changes with time and cycles.</summary>
public sealed record AgeingLaws
{
    /// <summary>Seconds of a year of 365 days.</summary>
    public const double Year = 365 * 86400.0;

    /// <summary>Resistance of the film that a year grows on bare cathode particles, ohm m²; parabolic in time.</summary>
    public double FilmAfterYear { get; init; }

    /// <summary>Resistance that a year adds at a bare flat anode, ohm m²; parabolic in time.</summary>
    public double AnodeAfterYear { get; init; }

    /// <summary>Share of the contacted area that is left in the end.</summary>
    public double ContactAtEnd { get; init; } = 1;

    /// <summary>Cycles after which the loss of contact is 63 % of its final size.</summary>
    public double ContactCycles { get; init; } = 100;

    /// <summary>Share of plated lithium that can be stripped again, each cycle.</summary>
    public double CoulombicEfficiency { get; init; } = 1;

    /// <summary>Thickness-like quantity that grows by a parabolic law.</summary>
    /// <param name="start">At the start, any unit.</param>
    /// <param name="afterYear">What a year grows on nothing, same unit.</param>
    /// <param name="seconds">Time, s.</param>
    /// <returns>Same unit.</returns>
    [Equation("cells.parabolic-growth", @"x=\sqrt{x_0^2+x_{1a}^2\,t/1\,\mathrm{a}}", Source = "electrolith-derived", Locator = "dx/dt = k/x")]
    public static double Parabolic(double start, double afterYear, double seconds) => Math.Sqrt((start * start) + (afterYear * afterYear * seconds / Year));

    /// <summary>Contacted share after a number of cycles.</summary>
    /// <param name="start">At the start.</param>
    /// <param name="atEnd">Share of the start that is left in the end.</param>
    /// <param name="cycles">Cycles.</param>
    /// <param name="scale">Cycles of 63 % of the loss.</param>
    [Equation("cells.contact-loss", @"f=f_0\left(x_\infty+(1-x_\infty)e^{-N/N_0}\right)", Source = "electrolith-assumed", Locator = "exponential approach to a final contact")]
    public static double Contact(double start, double atEnd, double cycles, double scale) => start * (atEnd + ((1 - atEnd) * Math.Exp(-cycles / scale)));
}

/// <summary>A cycle that was computed.</summary>
/// <param name="Cycle">Number, from 1.</param>
/// <param name="Time">When it began, s.</param>
/// <param name="Capacity">Discharged, C/m².</param>
/// <param name="Energy">Discharged, J/m².</param>
/// <param name="EnergyEfficiency">Energy discharged over energy charged.</param>
/// <param name="Contact">Contacted share.</param>
/// <param name="Film">Resistance of the films on the particles, ohm m².</param>
/// <param name="LithiumLost">Of the inventory, C/m².</param>
/// <param name="Limit">What ended the discharge.</param>
/// <param name="AnodeContact">Smallest contacted share of a flat anode in the cycle.</param>
public readonly record struct CycleResult(int Cycle, double Time, double Capacity, double Energy, double EnergyEfficiency, double Contact, double Film, double LithiumLost, StepEnd Limit, double AnodeContact = 1);

/// <summary>Cycles a cell that ages: computes a cycle, lets the laws act over as many cycles as change little, and so on.</summary>
public static class CellCycler
{
    /// <summary>Largest relative change of the capacity over one jump: a thousandth.</summary>
    private const double MostChange = 1e-3;

    /// <summary>Cycles a cell.</summary>
    /// <param name="cell">Charged cell.</param>
    /// <param name="laws">How it ages.</param>
    /// <param name="protocol">One cycle: discharge first, then charge.</param>
    /// <param name="cycles">How many cycles.</param>
    /// <param name="options">Choices of each simulation.</param>
    /// <param name="skips">False computes every cycle.</param>
    /// <param name="cancellation">Asked between cycles.</param>
    /// <returns>The computed cycles, the first and the last among them unless nothing is left to cycle.</returns>
    public static ImmutableArray<CycleResult> Run(CellParameters cell, AgeingLaws laws, Protocol protocol, int cycles, SimulationOptions options, bool skips = true, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(laws);
        ArgumentNullException.ThrowIfNull(protocol);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(cycles, 1);
        var results = ImmutableArray.CreateBuilder<CycleResult>();
        var (cycle, time, lost, loss, jump) = (1, 0.0, 0.0, 0.0, 1);
        var quiet = options with { WithParts = false };
        var previous = double.NaN;
        CellState? end = null;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var aged = Aged(cell, laws, cycle - 1, time);
            var simulator = new CellSimulator(aged, quiet);
            // Each cycle begins where the one before it ended: particles have not evened out, and voids stay.
            var run = end is null ? simulator.Run(protocol, cancellation) : simulator.Run(protocol, end, loss, cancellation);
            var result = Summarise(run, cycle, time, lost, aged);
            results.Add(result);
            if (cycle == cycles || result.Capacity <= 0 || run.Samples.IsEmpty)
            {
                return results.ToImmutable();
            }

            var change = Math.Abs(result.Capacity - previous) / result.Capacity;
            // A contact of the lithium that drifts is followed cycle by cycle until it drifts by less than a thousandth.
            change = Math.Max(change, Math.Abs(run.Samples[^1].AnodeContact - run.Samples[0].AnodeContact));
            jump = !skips || double.IsNaN(change) ? 1 : Math.Clamp((int)(jump * Math.Clamp(MostChange / Math.Max(change, 1e-9), 0.3, 2)), 1, cycles - cycle);
            previous = result.Capacity;
            jump = Math.Min(jump, cycles - cycle);
            time += run.Steps.Sum(step => step.Duration) * jump;
            loss = (1 - laws.CoulombicEfficiency) * result.Capacity * jump;
            lost += loss;
            end = run.End;
            cycle += jump;
        }
    }

    /// <summary>The cell after some ageing.</summary>
    /// <param name="cell">As new.</param>
    /// <param name="laws">How it ages.</param>
    /// <param name="cycles">Cycles behind it.</param>
    /// <param name="time">Age, s.</param>
    public static CellParameters Aged(CellParameters cell, AgeingLaws laws, double cycles, double time)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(laws);
        var positive = cell.Positive.WithKinds(kind => kind with
        {
            ContactFraction = AgeingLaws.Contact(kind.ContactFraction, laws.ContactAtEnd, cycles, laws.ContactCycles),
            FilmResistance = AgeingLaws.Parabolic(kind.FilmResistance, laws.FilmAfterYear, time),
        });
        var anode = cell.Anode is { } flat ? flat with { InterfaceResistance = AgeingLaws.Parabolic(flat.InterfaceResistance, laws.AnodeAfterYear, time) } : null;
        return cell with { Positive = positive, Anode = anode };
    }

    private static CycleResult Summarise(CellRun run, int cycle, double time, double lost, CellParameters aged)
    {
        double capacity = 0, energy = 0, charged = 0;
        var limit = StepEnd.NoSolution;
        foreach (var step in run.Steps)
        {
            if (step.Charge > 0)
            {
                (capacity, energy) = (capacity + step.Charge, energy + step.Energy);
                limit = capacity == step.Charge ? step.End : limit;
            }
            else
            {
                charged -= step.Energy;
            }
        }

        return new CycleResult(cycle, time, capacity, energy, charged > 0 ? energy / charged : 0, aged.Positive.ContactFraction, aged.Positive.FilmResistance, lost, limit, run.Samples.IsEmpty ? 1 : run.Samples.Min(sample => sample.AnodeContact));
    }
}
