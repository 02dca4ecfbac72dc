using System.Collections.Immutable;

namespace Electrolith.Cells.Dynamics;

/// <summary>What a lever brings.</summary>
/// <param name="Name">The lever.</param>
/// <param name="Capacity">With it, C/m².</param>
/// <param name="Energy">With it, J/m².</param>
public sealed record LeverResult(string Name, double Capacity, double Energy);

/// <summary>What limits a cell at a rate.</summary>
/// <param name="Rate">1/h.</param>
/// <param name="Capacity">C/m².</param>
/// <param name="Energy">J/m².</param>
/// <param name="Voltage">Mean, V.</param>
/// <param name="OpenCircuit">Mean of the open-circuit voltage over the same discharge, V.</param>
/// <param name="Losses">Mean of each loss over the charge, V, in the order of <see cref="VoltageParts.LossNames"/>.</param>
/// <param name="Levers">What each lever brings, best first.</param>
/// <param name="Utilisation">Share of the cathode's stoichiometry window that was used.</param>
public sealed record LimitReport(double Rate, double Capacity, double Energy, double Voltage, double OpenCircuit, ImmutableArray<double> Losses, ImmutableArray<LeverResult> Levers, double Utilisation);

/// <summary>Finds what limits a cell: mean losses, and discharges with one cause halved at a time.</summary>
public static class CellLimits
{
    /// <summary>Finds what limits.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="options">How it is simulated.</param>
    /// <param name="rate">Discharge rate, 1/h.</param>
    public static LimitReport Find(CellParameters cell, SimulationOptions options, double rate)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(options);
        var run = new CellSimulator(cell, options with { WithParts = true }).Run(Protocol.Discharge(rate));
        var (step, losses, openCircuit, total) = (run.Steps[0], new double[VoltageParts.LossCount], 0.0, 0.0);
        for (var index = 1; index < run.Samples.Length; index++)
        {
            var (left, right) = (run.Samples[index - 1], run.Samples[index]);
            var half = (right.Charge - left.Charge) / 2;
            total += 2 * half;
            openCircuit += half * (left.Parts.OpenCircuit + right.Parts.OpenCircuit);
            for (var loss = 0; loss < losses.Length; loss++)
            {
                losses[loss] += half * (left.Parts.Loss(loss) + right.Parts.Loss(loss));
            }
        }

        var scale = total > 0 ? 1 / total : 0;
        var levers = Levers(cell).Select(lever => (lever.Name, Run: new CellSimulator(lever.Cell, options with { WithParts = false }).Run(Protocol.Discharge(rate))))
            .Select(lever => new LeverResult(lever.Name, lever.Run.Steps[0].Charge, lever.Run.Steps[0].Energy)).OrderByDescending(lever => lever.Energy);
        var window = cell.WindowCharge;
        // The mean voltage belongs to the same sum over the samples as the losses, so that they add up.
        var voltage = (openCircuit - losses.Sum()) * scale;
        return new LimitReport(rate, step.Charge, step.Energy, voltage, openCircuit * scale, [.. losses.Select(loss => loss * scale)], [.. levers], window > 0 ? step.Charge / window : 0);
    }

    private static IEnumerable<(string Name, CellParameters Cell)> Levers(CellParameters cell)
    {
        var positive = cell.Positive;
        yield return ("separator half as thick", cell with { Separator = [.. cell.Separator.Select(layer => layer with { Thickness = layer.Thickness / 2 })] });
        yield return ("cathode ions twice as fast", cell with { Positive = FasterIons(positive) });
        yield return ("cathode electrons twice as fast", cell with { Positive = positive with { ElectronicConductivity = positive.ElectronicConductivity * 2 } });
        yield return ("cathode particles half as large", cell with { Positive = positive.WithKinds(kind => kind with { ParticleRadius = kind.ParticleRadius / 2 }) });
        yield return ("cathode diffusion twice as fast", cell with { Positive = positive.WithKinds(kind => kind with { Diffusivity = kind.Diffusivity * 2 }) });
        yield return ("cathode charge transfer twice as fast", cell with { Positive = positive.WithKinds(kind => kind with { ExchangeCurrentDensity = kind.ExchangeCurrentDensity * 2 }) });
        if (positive.Kinds.Any(kind => kind.ContactFraction < 1))
        {
            yield return ("cathode contact twice as large", cell with { Positive = positive.WithKinds(kind => kind with { ContactFraction = Math.Min(kind.ContactFraction * 2, 1) }) });
        }

        if (positive.Kinds.Any(kind => kind.FilmResistance > 0))
        {
            yield return ("cathode films half as resistive", cell with { Positive = positive.WithKinds(kind => kind with { FilmResistance = kind.FilmResistance / 2 }) });
        }

        if (cell.Anode is { } anode)
        {
            yield return ("anode charge transfer twice as fast", cell with { Anode = anode with { ExchangeCurrentDensity = anode.ExchangeCurrentDensity * 2 } });
            yield return ("anode interface half as resistive", cell with { Anode = anode with { InterfaceResistance = anode.InterfaceResistance / 2 } });
        }

        if (cell.Anode is { Voids: { } voids } pressed)
        {
            yield return ("pressure on the lithium twice as high", cell with { Anode = pressed with { Voids = voids with { Pressure = voids.Pressure * 2 } } });
        }

        if (cell.Negative is { } negative)
        {
            yield return ("anode ions twice as fast", cell with { Negative = FasterIons(negative) });
            yield return ("anode diffusion twice as fast", cell with { Negative = negative.WithKinds(kind => kind with { Diffusivity = kind.Diffusivity * 2 }) });
        }
    }

    // With salt the paths through the electrode count, without it their conductivity.
    private static HostElectrode FasterIons(HostElectrode host) => host with { IonicConductivity = host.IonicConductivity * 2, TransportEfficiency = host.TransportEfficiency * 2 };
}
