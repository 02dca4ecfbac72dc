namespace Electrolith.Cells.Dynamics;

/// <summary>When a step ends, with the limits of the cell filled in.</summary>
internal sealed class StepEnds
{
    private readonly ProtocolStep step;
    private readonly double below;
    private readonly double above;
    private readonly double smallCurrent;
    private readonly bool hasReserve;
    // Of a hold on full or empty particles: a millionth of 1C, below any instrument. What follows is below the digits of the filling.
    private readonly double diedAway;

    public StepEnds(ProtocolStep step, CellParameters cell)
    {
        this.step = step;
        (Mode, Target) = step.Kind switch
        {
            StepKind.Rate => (ControlMode.Current, step.Value * cell.CurrentAt1C),
            StepKind.Voltage => (ControlMode.Voltage, step.Value),
            StepKind.Power => (ControlMode.Power, step.Value),
            StepKind.Rest => (ControlMode.Current, 0),
            _ => (ControlMode.Current, step.Value),
        };
        var (isDischarge, isCharge) = (Mode != ControlMode.Voltage && Target > 0, Mode != ControlMode.Voltage && Target < 0);
        below = step.VoltageBelow ?? (isDischarge ? cell.LowerVoltage : double.NegativeInfinity);
        above = step.VoltageAbove ?? (isCharge ? cell.UpperVoltage : double.PositiveInfinity);
        smallCurrent = step.CurrentBelow ?? (step.RateBelow * cell.CurrentAt1C) ?? -1;
        diedAway = 1e-6 * cell.CurrentAt1C;
        hasReserve = cell.Anode is { } anode && double.IsFinite(anode.Reserve);
        // Without any end of its own a step would go on for ever; a thousand hours at the rate of the whole charge is beyond use.
        Limit = double.IsFinite(step.Duration) ? step.Duration : 3.6e6 * Math.Max(1, Mode == ControlMode.Current && Target != 0 ? cell.CurrentAt1C / Math.Abs(Target) : 1);
    }

    public ControlMode Mode { get; }

    public double Target { get; }

    /// <summary>Latest time of the step, s.</summary>
    public double Limit { get; }

    public double FirstStep(SimulationOptions options) => Math.Min(1e-3 * Math.Sqrt(options.VoltageTolerance / 1e-4), Limit / 10);

    /// <summary>Which end is met.</summary>
    public (StepEnd End, string Reason)? IsMet(CellStage stage, ReadOnlySpan<double> state, double charge, double time)
    {
        var voltage = stage.Voltage;
        const double Near = 2e-9;
        if (Mode != ControlMode.Voltage && voltage <= below + Near)
        {
            return (StepEnd.Voltage, $"voltage fell to {below:0.0###} V");
        }

        if (Mode != ControlMode.Voltage && voltage >= above - Near)
        {
            return (StepEnd.Voltage, $"voltage rose to {above:0.0###} V");
        }

        if (Mode != ControlMode.Current && smallCurrent >= 0 && Math.Abs(stage.Current) <= smallCurrent * (1 + Near))
        {
            return (StepEnd.Current, $"current fell to {smallCurrent / 10:0.####} mA/cm2");
        }

        if (Mode == ControlMode.Voltage && Math.Abs(stage.Current) <= diedAway && stage.IsSaturated)
        {
            return (StepEnd.Current, "the current has died away: particles are full or empty at their surface");
        }

        if (Math.Abs(stage.Passed(state) - charge) >= step.Charge * (1 - Near))
        {
            return (StepEnd.Charge, $"{step.Charge / 36000:0.####} mAh/cm2 were passed");
        }

        if (hasReserve && stage.Current > 0 && stage.AnodeCharge(state) <= Near)
        {
            return (StepEnd.AnodeExhausted, "the anode has no lithium left to strip");
        }

        return time >= Limit ? (StepEnd.Time, $"{Limit / 60:0.###} min were over") : null;
    }

    /// <summary>Continuous measure that passes zero where the first end is met: largest of the scaled excesses.</summary>
    public double Excess(CellStage stage, ReadOnlySpan<double> state, double charge, double time)
    {
        var excess = (time - Limit) / Limit;
        if (Mode != ControlMode.Voltage)
        {
            excess = Math.Max(excess, Math.Max(below - stage.Voltage, stage.Voltage - above));
        }

        if (Mode != ControlMode.Current && smallCurrent >= 0)
        {
            excess = Math.Max(excess, (smallCurrent - Math.Abs(stage.Current)) / Math.Max(smallCurrent, 1e-12));
        }

        if (double.IsFinite(step.Charge))
        {
            excess = Math.Max(excess, (Math.Abs(stage.Passed(state) - charge) - step.Charge) / Math.Max(step.Charge, 1e-12));
        }

        return hasReserve && stage.Current > 0 ? Math.Max(excess, -stage.AnodeCharge(state) / 3600) : excess;
    }

    public string NoStart(CellStage stage, double time) => Mode == ControlMode.Current && Target == 0
        ? $"at {time:0.###} s no state without current was found: a particle is outside 0 to 1"
        : $"at {time:0.###} s the cell cannot carry {What()}: the surface of the particles would be {(Target > 0 ? "over-full" : "over-empty")} at once";

    public string NoWayOn(CellStage stage, double time, CellParameters cell)
    {
        var (place, filling) = ("the separator side of the cathode", 0.5);
        void Look(HostElectrodeStage electrode, HostElectrode host, string name)
        {
            foreach (var kind in electrode.Kinds)
            {
                for (var index = 0; index < electrode.Cells; index++)
                {
                    var surface = kind.SurfaceFilling(index);
                    if (double.IsFinite(surface) && Math.Abs(surface - 0.5) > Math.Abs(filling - 0.5))
                    {
                        (place, filling) = ($"{(index + 0.5) / electrode.Cells * host.Thickness * 1e6:0.##} um into the {name}", surface);
                    }
                }
            }
        }

        Look(stage.Positive, cell.Positive, "cathode");
        if (stage.Negative is { } negative)
        {
            Look(negative, cell.Negative!, "anode");
        }

        if (cell.Anode?.Voids is not null && stage.LastContact < 1e-3)
        {
            return $"at {time:0.###} s stripping has parted the lithium from the electrolyte: voids leave no contact, {What()} cannot go on";
        }

        return Math.Abs(filling - 0.5) > 0.49
            ? $"at {time:0.###} s the particles {place} are {(filling > 0.5 ? "full" : "empty")} at their surface: {What()} cannot go on"
            : $"at {time:0.###} s no further state carries {What()}";
    }

    private string What() => Mode switch
    {
        ControlMode.Voltage => $"{Target:0.####} V",
        ControlMode.Power => $"{Target / 10:0.####} mW/cm2",
        _ => $"{Math.Abs(Target) / 10:0.####} mA/cm2",
    };
}
