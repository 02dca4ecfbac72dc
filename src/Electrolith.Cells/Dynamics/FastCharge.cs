namespace Electrolith.Cells.Dynamics;

/// <summary>Time of a partial charge at constant current, held at the upper voltage when that is reached.</summary>
public static class FastCharge
{
    private const double LongestHold = 24 * 3600.0;

    /// <summary>Time from one state of charge to another, s.</summary>
    /// <param name="cell">The cell; its cathode must name its charged and discharged stoichiometry, and so must a composite anode.</param>
    /// <param name="options">How it is simulated.</param>
    /// <param name="rate">Charge rate, 1/h.</param>
    /// <param name="from">State of charge at the start, from 0.</param>
    /// <param name="to">State of charge at the end, to 1.</param>
    /// <returns>Null when it is not reached within a day of holding, or when the stoichiometries are not known.</returns>
    public static double? Time(CellParameters cell, SimulationOptions options, double rate, double from = 0.1, double to = 0.8)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        if (!(from >= 0 && from < to && to <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(to), to, $"above {from} to 1");
        }

        if (cell.Positive.Kinds.Concat(cell.Negative?.Kinds ?? []).Any(kind => At(kind, from) is null))
        {
            return null;
        }

        var wanted = (to - from) * Math.Abs(cell.WindowCharge);
        var start = cell with
        {
            Positive = cell.Positive.WithKinds(kind => kind with { InitialStoichiometry = At(kind, from)!.Value }),
            Negative = cell.Negative?.WithKinds(kind => kind with { InitialStoichiometry = At(kind, from)!.Value }),
        };
        var run = new CellSimulator(start, options with { WithParts = false }).Run(new Protocol(
        [
            new ProtocolStep { Kind = StepKind.Rate, Value = -rate, Charge = wanted, VoltageAbove = cell.UpperVoltage },
            new ProtocolStep { Kind = StepKind.Voltage, Value = cell.UpperVoltage, Charge = wanted, Duration = LongestHold },
        ]));
        for (var index = 1; index < run.Samples.Length; index++)
        {
            var (left, right) = (run.Samples[index - 1], run.Samples[index]);
            if (-right.Charge >= wanted * (1 - 1e-9))
            {
                var share = right.Charge == left.Charge ? 1 : Math.Clamp((-wanted - left.Charge) / (right.Charge - left.Charge), 0, 1);
                return left.Time + (share * (right.Time - left.Time));
            }
        }

        return null;
    }

    private static double? At(HostElectrode host, double stateOfCharge) =>
        host.ChargedStoichiometry is { } charged && host.DischargedStoichiometry is { } discharged ? discharged + (stateOfCharge * (charged - discharged)) : null;
}
