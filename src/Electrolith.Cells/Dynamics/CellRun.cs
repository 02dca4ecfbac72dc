using System.Collections.Immutable;

namespace Electrolith.Cells.Dynamics;

/// <summary>Heat by its cause: per area as a rate in W/m² or summed over time in J/m². The parts add up to the energy balance I (U − V) − I T dU/dT.</summary>
/// <param name="Reversible">Of the entropy of both electrodes.</param>
/// <param name="Reaction">Of charge transfer.</param>
/// <param name="Ohmic">Of ions, electrons, interfaces, films and contacts.</param>
/// <param name="Mixing">Of concentration differences: in particles, over the depth and in the electrolyte. It is counted while they build up, not while they even out.</param>
public readonly record struct HeatSplit(double Reversible, double Reaction, double Ohmic, double Mixing)
{
    /// <summary>All of it.</summary>
    public double Total => Reversible + Reaction + Ohmic + Mixing;

    internal HeatSplit Since(HeatSplit earlier) => new(Reversible - earlier.Reversible, Reaction - earlier.Reaction, Ohmic - earlier.Ohmic, Mixing - earlier.Mixing);
}

/// <summary>Where a run ended, to go on from: of use to a cell with the same electrodes, mesh and kinds of particles.</summary>
public sealed class CellState
{
    internal CellState(double[] values) => Values = values;

    internal double[] Values { get; }
}

/// <summary>The cell at one time.</summary>
/// <param name="Time">From the start, s.</param>
/// <param name="Step">Index of the step of the protocol, counted on over repeats.</param>
/// <param name="Current">A/m², positive on discharge.</param>
/// <param name="Voltage">V.</param>
/// <param name="Charge">Passed since the start, C/m², discharge positive.</param>
/// <param name="Energy">Delivered since the start, J/m².</param>
/// <param name="Temperature">K.</param>
/// <param name="Stoichiometry">Mean of the positive electrode.</param>
/// <param name="Parts">What the voltage is made of.</param>
/// <param name="AnodeContact">Contacted share of a flat anode; 1 where no voids are counted.</param>
/// <param name="HeatRate">Heat released now, W/m²; zero without losses.</param>
/// <param name="Heat">Heat released since the start, J/m².</param>
public readonly record struct CellSample(
    double Time, int Step, double Current, double Voltage, double Charge, double Energy, double Temperature, double Stoichiometry, VoltageParts Parts,
    double AnodeContact = 1, HeatSplit HeatRate = default, HeatSplit Heat = default);

/// <summary>What ended a step.</summary>
public enum StepEnd
{
    /// <summary>Its time.</summary>
    Time,

    /// <summary>A voltage limit.</summary>
    Voltage,

    /// <summary>A small current.</summary>
    Current,

    /// <summary>Its charge.</summary>
    Charge,

    /// <summary>The limit was already passed when the step began; it was left out.</summary>
    AlreadyMet,

    /// <summary>A flat anode ran out of lithium.</summary>
    AnodeExhausted,

    /// <summary>Particles are full or empty, or no state of the cell carries what is asked for.</summary>
    NoSolution,
}

/// <summary>A finished step.</summary>
/// <param name="Index">Counted over repeats.</param>
/// <param name="Text">In words.</param>
/// <param name="End">What ended it.</param>
/// <param name="Reason">The same as a sentence, with place and time.</param>
/// <param name="Duration">s.</param>
/// <param name="Charge">C/m², discharge positive.</param>
/// <param name="Energy">J/m², delivered positive.</param>
/// <param name="Heat">Released, J/m²; zero without losses.</param>
public sealed record StepResult(int Index, string Text, StepEnd End, string Reason, double Duration, double Charge, double Energy, HeatSplit Heat = default);

/// <summary>What was conserved, and how well.</summary>
/// <param name="ChargeResidual">Largest of any step: sum of the reactions against the current, relative.</param>
/// <param name="LithiumResidual">Largest drift of the lithium of electrodes and anode, relative to what they hold.</param>
/// <param name="ThroughputResidual">Largest difference between the filling of the positive electrode and the charge passed, relative to its capacity.</param>
public readonly record struct ConservationAudit(double ChargeResidual, double LithiumResidual, double ThroughputResidual);

/// <summary>A simulation that was run; it holds what was computed also when it ended early.</summary>
/// <param name="Samples">In order of time.</param>
/// <param name="Steps">Finished steps.</param>
/// <param name="Audit">Conservation.</param>
/// <param name="IsComplete">True when every step reached one of its own ends.</param>
/// <param name="SolverSteps">Accepted time steps.</param>
/// <param name="Rejections">Rejected ones.</param>
/// <param name="Iterations">Newton iterations.</param>
public sealed record CellRun(
    ImmutableArray<CellSample> Samples, ImmutableArray<StepResult> Steps, ConservationAudit Audit, bool IsComplete, int SolverSteps, int Rejections, long Iterations)
{
    /// <summary>Profiles that were asked for, in order of time; those after the end are missing.</summary>
    public ImmutableArray<CellProfile> Profiles { get; init; } = [];

    /// <summary>Where the run ended.</summary>
    public required CellState End { get; init; }

    /// <summary>Voltage where a charge had passed, V, between samples by a line.</summary>
    /// <param name="charge">C/m².</param>
    /// <returns>NaN never: null when the charge was not reached.</returns>
    public double? VoltageAt(double charge)
    {
        for (var index = 1; index < Samples.Length; index++)
        {
            var (left, right) = (Samples[index - 1], Samples[index]);
            if ((left.Charge - charge) * (right.Charge - charge) <= 0 && left.Charge != right.Charge)
            {
                return left.Voltage + ((right.Voltage - left.Voltage) * (charge - left.Charge) / (right.Charge - left.Charge));
            }
        }

        return null;
    }
}
