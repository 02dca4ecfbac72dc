using Electrolith.Numerics.DifferentialEquations;

namespace Electrolith.Cells.Dynamics;

/// <summary>What is held during a step.</summary>
public enum ControlMode
{
    /// <summary>Current density, A/m², positive on discharge.</summary>
    Current,

    /// <summary>Voltage, V.</summary>
    Voltage,

    /// <summary>Power density, W/m², positive on discharge.</summary>
    Power,
}

/// <summary>
/// The cell as a differential-algebraic system. Unknowns: particles of both electrodes, charge left in a flat anode, charge
/// passed, energy delivered, temperature, then the algebraic ones of the electrodes and the current.
/// </summary>
internal sealed class CellStage : IImplicitStage
{
    private const int MostIterations = 40;
    private const int PlainIterations = 6;
    // A full Newton step smaller than this leaves an error of about its square over 50 mV.
    private const double ClosenessVolt = 1e-6;
    private readonly CellParameters cell;
    private readonly double voltageTolerance;
    private readonly int negativeAt;
    private readonly int scalarsAt;
    private readonly int saltAt;
    private readonly SaltTransport? salt;
    private readonly int positiveAlgebraicAt;
    private readonly int negativeAlgebraicAt;
    private double lastTemperature = double.NaN;
    private double seriesResistance;
    private double metalExchange;
    private double metalInterface;
    private double current;
    private long iterations;

    public CellStage(CellParameters cell, MeshOptions mesh, double voltageTolerance)
    {
        (this.cell, this.voltageTolerance) = (cell, voltageTolerance);
        int Cells(HostElectrode host) => mesh.IsSingleParticle || host.Shape == HostShape.Slab ? 1 : mesh.Cells;
        Positive = new HostElectrodeStage(cell.Positive, Cells(cell.Positive), mesh, 1e-3 * cell.CurrentAt1C);
        Negative = cell.Negative is { } negative ? new HostElectrodeStage(negative, Cells(negative), mesh, 1e-3 * cell.CurrentAt1C) : null;
        negativeAt = Positive.ParticleSize;
        scalarsAt = negativeAt + (Negative?.ParticleSize ?? 0);
        saltAt = scalarsAt + 4;
        salt = cell.Salt is null || mesh.IsSingleParticle ? null : new SaltTransport(cell, Positive, Negative, mesh.Cells);
        positiveAlgebraicAt = saltAt + (salt?.Size ?? 0);
        negativeAlgebraicAt = positiveAlgebraicAt + Positive.AlgebraicSize;
        Size = negativeAlgebraicAt + (Negative?.AlgebraicSize ?? 0) + 1;
    }

    public int Size { get; }

    public HostElectrodeStage Positive { get; }

    public HostElectrodeStage? Negative { get; }

    public ControlMode Mode { get; set; }

    public double Target { get; set; }

    /// <summary>Voltage of the last solution, V.</summary>
    public double Voltage { get; private set; }

    /// <summary>Current of the last solution, A/m².</summary>
    public double Current => current;

    /// <summary>Resistance in series: separator and contacts, ohm m².</summary>
    public double SeriesResistance => seriesResistance;

    /// <summary>Newton iterations so far.</summary>
    public long Iterations => iterations + (salt?.Iterations ?? 0);

    public ReadOnlySpan<double> PositiveParticles(ReadOnlySpan<double> state) => state[..negativeAt];

    public ReadOnlySpan<double> NegativeParticles(ReadOnlySpan<double> state) => state[negativeAt..scalarsAt];

    public double AnodeCharge(ReadOnlySpan<double> state) => state[scalarsAt];

    public double Passed(ReadOnlySpan<double> state) => state[scalarsAt + 1];

    public double Energy(ReadOnlySpan<double> state) => state[scalarsAt + 2];

    public double Temperature(ReadOnlySpan<double> state) => state[scalarsAt + 3];

    /// <summary>A uniform state.</summary>
    public double[] InitialState()
    {
        var state = new double[Size];
        Positive.Fill(state.AsSpan(0, negativeAt));
        Negative?.Fill(state.AsSpan(negativeAt, scalarsAt - negativeAt));
        var reserve = cell.Anode?.Reserve ?? 0;
        (state[scalarsAt], state[scalarsAt + 3]) = (double.IsFinite(reserve) ? reserve : 0, cell.Temperature);
        Array.Fill(state, cell.Salt?.InitialConcentration ?? 0, saltAt, positiveAlgebraicAt - saltAt);
        return state;
    }

    /// <summary>Salt per area, mol/m²; 0 without salt transport.</summary>
    public double Salt(ReadOnlySpan<double> state) => salt?.Total(state[saltAt..positiveAlgebraicAt]) ?? 0;

    public bool Solve(double time, double coefficient, ReadOnlySpan<double> basis, Span<double> state)
    {
        SetTemperature(coefficient == 0 ? basis[scalarsAt + 3] : state[scalarsAt + 3]);
        var isJump = coefficient == 0;
        current = Mode == ControlMode.Current ? Target : state[Size - 1];
        if (!Positive.Begin(coefficient, basis[..negativeAt], state[..negativeAt], state[positiveAlgebraicAt..negativeAlgebraicAt], current, isJump)
            || (Negative is not null && !Negative.Begin(coefficient, basis[negativeAt..scalarsAt], state[negativeAt..scalarsAt], state[negativeAlgebraicAt..(Size - 1)], -current, isJump)))
        {
            return false;
        }

        var isSolved = salt?.Solve(coefficient, basis[saltAt..positiveAlgebraicAt], state[saltAt..positiveAlgebraicAt], Mode, Target, lastTemperature, ref current) ?? Iterate();
        if (!isSolved || !Positive.IsWithin() || Negative is { } host && !host.IsWithin())
        {
            return false;
        }

        Positive.Finish(state[..negativeAt], state[positiveAlgebraicAt..negativeAlgebraicAt]);
        Negative?.Finish(state[negativeAt..scalarsAt], state[negativeAlgebraicAt..(Size - 1)]);
        salt?.Concentration.CopyTo(state[saltAt..positiveAlgebraicAt]);
        Voltage = salt?.Voltage ?? Positive.Potential - AnodePotential(out _) - (current * seriesResistance);
        if (!double.IsFinite(Voltage) || Math.Abs(Voltage) > 1e3)
        {
            return false;
        }

        state[Size - 1] = current;
        state[scalarsAt] = basis[scalarsAt] - (coefficient * current);
        state[scalarsAt + 1] = basis[scalarsAt + 1] + (coefficient * current);
        state[scalarsAt + 2] = basis[scalarsAt + 2] + (coefficient * current * Voltage);
        state[scalarsAt + 3] = Heat(coefficient, basis, state);
        return true;
    }

    public double Norm(ReadOnlySpan<double> difference)
    {
        var volts = Positive.SquaredVolts(difference[..negativeAt]) + (Negative?.SquaredVolts(difference[negativeAt..scalarsAt]) ?? 0);
        // A twentieth of a kelvin counts as one tolerance.
        var warm = cell.Heat is null ? 0 : difference[scalarsAt + 3] / 0.05;
        // The energy too: an error of it counts as an error of the voltage over a fifth of the capacity. It keeps steps short where the
        // voltage bends although the fillings move evenly.
        var energy = difference[scalarsAt + 2] / (0.2 * cell.NominalCharge);
        volts += energy * energy;
        return Math.Sqrt(((volts + SaltVolts(difference)) / (voltageTolerance * voltageTolerance)) + (warm * warm));
    }

    /// <summary>Mean square of what a change of the concentrations is worth in volts, at 2RT/F for all of it.</summary>
    private double SaltVolts(ReadOnlySpan<double> difference)
    {
        if (salt is null)
        {
            return 0;
        }

        var sum = 0.0;
        foreach (var change in difference[saltAt..positiveAlgebraicAt])
        {
            var volts = 0.05 * change / cell.Salt!.InitialConcentration;
            sum += volts * volts;
        }

        return sum / salt.Size;
    }

    private bool Iterate()
    {
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            iterations++;
            Positive.Linearise(current);
            Negative?.Linearise(-current);
            var change = ChangeOfCurrent();
            var share = Math.Min(Positive.Limit(change), Negative?.Limit(-change) ?? 1);
            if (share < 1 && iteration >= PlainIterations)
            {
                // Near full or empty a step along the tangent moves every cell by what one of them allows: there the law is solved
                // cell by cell, and the step is taken in the potentials alone.
                share = Math.Min(Positive.Largest(change), Negative?.Largest(-change) ?? 1);
                Positive.ApplyPotentials(share, change);
                Negative?.ApplyPotentials(share, -change);
                current += share * change;
                continue;
            }

            var moved = Math.Max(Positive.Apply(share, change), Negative?.Apply(share, -change) ?? 0);
            current += share * change;
            if (!double.IsFinite(moved) || !double.IsFinite(current))
            {
                return false;
            }

            if (share == 1 && moved < ClosenessVolt && Math.Abs(change) * seriesResistance < ClosenessVolt)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Newton's change of the current that meets the control, with the electrodes following.</summary>
    private double ChangeOfCurrent()
    {
        if (Mode == ControlMode.Current)
        {
            return 0;
        }

        var anode = Negative is null ? AnodePotential(out _) : Negative.PotentialAhead;
        var voltage = Positive.PotentialAhead - anode - (current * seriesResistance);
        _ = AnodePotential(out var anodeSlope);
        var slope = Positive.PotentialSlope - anodeSlope - seriesResistance;
        return Mode == ControlMode.Voltage
            ? (Target - voltage) / slope
            : (Target - (voltage * current)) / (voltage + (current * slope));
    }

    /// <summary>Potential of the negative terminal against the electrolyte at the separator, V.</summary>
    private double AnodePotential(out double slope)
    {
        if (Negative is not null)
        {
            slope = -Negative.PotentialSlope;
            return Negative.Potential;
        }

        var overpotential = CellDynamicsEquations.MetalOverpotential(current, metalExchange, cell.Anode!.TransferCoefficient, lastTemperature, out slope);
        slope += metalInterface;
        return cell.Anode.Potential + overpotential + (current * metalInterface);
    }

    private void SetTemperature(double kelvin)
    {
        if (kelvin == lastTemperature)
        {
            return;
        }

        lastTemperature = kelvin;
        var reference = cell.ReferenceTemperature;
        Positive.SetTemperature(kelvin, reference);
        Negative?.SetTemperature(kelvin, reference);
        seriesResistance = cell.ContactResistance;
        foreach (var layer in cell.Separator)
        {
            seriesResistance += layer.Thickness / (layer.Conductivity * CellDynamicsEquations.Arrhenius(layer.ActivationEnergy, kelvin, reference));
        }

        if (cell.Anode is { } anode)
        {
            var factor = CellDynamicsEquations.Arrhenius(anode.ActivationEnergy, kelvin, reference);
            (metalExchange, metalInterface) = (anode.ExchangeCurrentDensity * factor, anode.InterfaceResistance / factor);
        }
    }

    private double Heat(double coefficient, ReadOnlySpan<double> basis, ReadOnlySpan<double> state)
    {
        var before = basis[scalarsAt + 3];
        if (cell.Heat is not { } heat || coefficient == 0)
        {
            return before;
        }

        var positive = Positive.Equilibrium(Positive.Charge(state[..negativeAt]));
        var negative = Negative is null ? cell.Anode!.Potential : Negative.Equilibrium(Negative.Charge(state[negativeAt..scalarsAt]));
        var source = current * (positive - negative - Voltage - (before * (Positive.Entropic() - (Negative?.Entropic() ?? 0))));
        // Implicit in the loss to the surroundings.
        return (before + (coefficient / heat.HeatCapacity * (source + (heat.TransferCoefficient * cell.Temperature))))
            / (1 + (coefficient * heat.TransferCoefficient / heat.HeatCapacity));
    }

    /// <summary>Parts of the voltage; the separate members of the result add up to it.</summary>
    public VoltageParts Parts(ReadOnlySpan<double> state)
    {
        if (salt is not null)
        {
            return PartsWithSalt(state, salt);
        }

        var positive = Positive.Split(state[..negativeAt]);
        if (Negative is not null)
        {
            var negative = Negative.Split(state[negativeAt..scalarsAt]);
            return VoltageParts.Of(positive, negative, current * seriesResistance);
        }

        var overpotential = CellDynamicsEquations.MetalOverpotential(current, metalExchange, cell.Anode!.TransferCoefficient, lastTemperature, out _);
        return VoltageParts.Of(positive, cell.Anode.Potential, overpotential, current * metalInterface, current * seriesResistance);
    }

    private VoltageParts PartsWithSalt(ReadOnlySpan<double> state, SaltTransport transport)
    {
        var (flows, weights, others) = (new double[Math.Max(Positive.Cells, 2) - 1], new double[Positive.Cells], new double[Negative?.Cells ?? 0]);
        transport.Flows(isPositive: true, current, flows.AsSpan(0, Positive.Cells - 1));
        var positive = Positive.Split(state[..negativeAt], flows, weights);
        ElectrodeSplit negative = default;
        if (Negative is not null)
        {
            flows = new double[Math.Max(Negative.Cells, 2) - 1];
            transport.Flows(isPositive: false, current, flows.AsSpan(0, Negative.Cells - 1));
            negative = Negative.Split(state[negativeAt..scalarsAt], flows, others);
        }

        var losses = transport.Losses(weights, others, current);
        var parts = Negative is not null ? VoltageParts.Of(positive, negative, losses.Separator)
            : VoltageParts.Of(positive, cell.Anode!.Potential, 0, current * metalInterface, losses.Separator);
        parts = parts with { CathodeIonic = losses.Cathode, AnodeTransport = parts.AnodeTransport + losses.Anode, Concentration = losses.Concentration };
        // What a flat anode's charge transfer takes is what is left: its exchange current follows the salt at its face.
        return Negative is null ? parts with { AnodeChargeTransfer = parts.Voltage - Voltage } : parts;
    }

    /// <summary>Whether some particle is full or empty at its surface to a millionth.</summary>
    public bool IsSaturated => Positive.IsSaturated || (Negative?.IsSaturated ?? false);

    /// <summary>Larger charge residual of the electrodes.</summary>
    public double ChargeResidual() => Math.Max(Positive.ChargeResidual(), Negative?.ChargeResidual() ?? 0);

    /// <summary>Lithium of electrodes and flat anode, C/m².</summary>
    public double Lithium(ReadOnlySpan<double> state) =>
        Positive.Charge(state[..negativeAt]) + (Negative?.Charge(state[negativeAt..scalarsAt]) ?? state[scalarsAt]);
}
