using System.Collections.Immutable;

namespace Electrolith.Cells.Dynamics;

/// <summary>How a value of a step is meant.</summary>
public enum StepKind
{
    /// <summary>Current density, A/m², positive on discharge.</summary>
    Current,

    /// <summary>Multiple of 1C, 1/h, positive on discharge.</summary>
    Rate,

    /// <summary>Voltage, V.</summary>
    Voltage,

    /// <summary>Power density, W/m², positive on discharge.</summary>
    Power,

    /// <summary>No current.</summary>
    Rest,
}

/// <summary>A step of a protocol. It ends at whichever of its ends is met first.</summary>
public sealed record ProtocolStep
{
    /// <summary>What is held.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>Its value, in the unit of the kind.</summary>
    public double Value { get; init; }

    /// <summary>Ends after this time, s.</summary>
    public double Duration { get; init; } = double.PositiveInfinity;

    /// <summary>Ends when the voltage falls to this, V; the cell's own limit where not given and discharging.</summary>
    public double? VoltageBelow { get; init; }

    /// <summary>Ends when the voltage rises to this, V; the cell's own limit where not given and charging.</summary>
    public double? VoltageAbove { get; init; }

    /// <summary>Ends when the magnitude of the current falls to this, A/m².</summary>
    public double? CurrentBelow { get; init; }

    /// <summary>The same as a multiple of 1C, 1/h.</summary>
    public double? RateBelow { get; init; }

    /// <summary>Ends after this charge, C/m².</summary>
    public double Charge { get; init; } = double.PositiveInfinity;

    /// <summary>The step in words.</summary>
    public string Text { get; init; } = "";
}

/// <summary>Steps one after the other, the whole list a number of times.</summary>
/// <param name="Steps">At least one.</param>
/// <param name="Repeats">At least 1.</param>
public sealed record Protocol(ImmutableArray<ProtocolStep> Steps, int Repeats = 1)
{
    /// <summary>True when the first step that ends by its voltage ends the whole protocol, as in a titration or a drive cycle.</summary>
    public bool StopsAtVoltage { get; init; }

    /// <summary>Galvanostatic intermittent titration: pulses with rests between them, until a pulse meets its voltage.</summary>
    /// <param name="pulse">The pulse, with its duration or charge.</param>
    /// <param name="rest">Rest after each pulse, s.</param>
    /// <param name="most">Most pulses.</param>
    public static Protocol Titration(ProtocolStep pulse, double rest, int most = 10_000) =>
        new([pulse, new ProtocolStep { Kind = StepKind.Rest, Duration = rest, Text = "rest" }], most) { StopsAtVoltage = true };

    /// <summary>One discharge at a rate to the lower limit of the cell.</summary>
    /// <param name="rate">Multiple of 1C, 1/h.</param>
    public static Protocol Discharge(double rate) => new([new ProtocolStep { Kind = StepKind.Rate, Value = rate, Text = $"discharge at {rate}C" }]);
}
