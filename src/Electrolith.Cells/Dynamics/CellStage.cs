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
/// passed, energy delivered, temperature, contacted share of a flat anode, heat by its four causes, salt, then the algebraic ones of
/// the electrodes and the current.
/// </summary>
internal sealed partial class CellStage : IImplicitStage
{
    private const int MostIterations = 40;
    // Below a millionth no cell works any more.
    private const double LeastContact = 1e-6;
    private const int PlainIterations = 6;
    // A full Newton step smaller than this leaves an error of about its square over 50 mV.
    private const double ClosenessVolt = 1e-6;
    private readonly CellParameters cell;
    private readonly double voltageTolerance;
    private readonly int negativeAt;
    private readonly int scalarsAt;
    private readonly int saltAt;
    private readonly bool withParts;
    private readonly SaltTransport? salt;
    private readonly UniformSalt? uniformSalt;
    private readonly int saltSize;
    private readonly int positiveAlgebraicAt;
    private readonly int negativeAlgebraicAt;
    private double lastTemperature = double.NaN;
    private double seriesResistance;
    private double metalExchange;
    private double metalInterface;
    private double wholeExchange;
    private double wholeInterface;
    private double contact = 1;
    private double current;
    private long iterations;

    public CellStage(CellParameters cell, MeshOptions mesh, double voltageTolerance, bool withParts)
    {
        (this.cell, this.voltageTolerance, this.withParts) = (cell, voltageTolerance, withParts);
        int Cells(HostElectrode host) => mesh.IsSingleParticle || host.Shape == HostShape.Slab ? 1 : mesh.Cells;
        var isUniform = cell.Salt is not null && mesh is { IsSingleParticle: true, ResolvesSalt: true };
        // With salt under a uniform reaction the electrolyte of the electrodes is counted with the salt.
        HostElectrodeStage Stage(HostElectrode host) => new(isUniform ? host with { IonicConductivity = 1e30 } : host, Cells(host), mesh, 1e-3 * cell.CurrentAt1C);
        Positive = Stage(cell.Positive);
        Negative = cell.Negative is { } negative ? Stage(negative) : null;
        negativeAt = Positive.ParticleSize;
        scalarsAt = negativeAt + (Negative?.ParticleSize ?? 0);
        saltAt = scalarsAt + 9;
        salt = cell.Salt is null || mesh.IsSingleParticle ? null : new SaltTransport(cell, Positive, Negative, mesh.Cells);
        uniformSalt = isUniform ? new UniformSalt(cell, mesh.Cells) : null;
        saltSize = salt?.Size ?? uniformSalt?.Size ?? 0;
        positiveAlgebraicAt = saltAt + saltSize;
        negativeAlgebraicAt = positiveAlgebraicAt + Positive.AlgebraicSize;
        Size = negativeAlgebraicAt + (Negative?.AlgebraicSize ?? 0) + 1;
        (flowsOfPositive, flowsOfNegative) = (new double[Math.Max(Positive.Cells, 2) - 1], new double[Math.Max(Negative?.Cells ?? 0, 2) - 1]);
        (weightsOfPositive, weightsOfNegative) = (new double[Positive.Cells], new double[Negative?.Cells ?? 0]);
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

    /// <summary>Contacted share of a flat anode.</summary>
    public double AnodeContact(ReadOnlySpan<double> state) => state[scalarsAt + 4];

    /// <summary>Contacted share in the last solution.</summary>
    public double LastContact => contact;

    /// <summary>Heat released since the start, J/m².</summary>
    public HeatSplit Heat(ReadOnlySpan<double> state) => new(state[scalarsAt + 5], state[scalarsAt + 6], state[scalarsAt + 7], state[scalarsAt + 8]);

    /// <summary>A state to go on from with other parameters: what was counted begins again, and lithium that was lost leaves the anode.</summary>
    public double[] Restart(ReadOnlySpan<double> end, double lost)
    {
        if (end.Length != Size)
        {
            throw new ArgumentException("the state belongs to a cell with other electrodes or another mesh", nameof(end));
        }

        var state = end.ToArray();
        if (Negative is null)
        {
            state[scalarsAt] = cell.Anode is { } flat && double.IsFinite(flat.Reserve) ? Math.Max(state[scalarsAt] - lost, 0) : state[scalarsAt];
        }
        else if (lost != 0)
        {
            var share = lost / cell.Negative!.FullCharge;
            foreach (ref var filling in state.AsSpan(negativeAt, scalarsAt - negativeAt))
            {
                filling = Math.Clamp(filling - share, 1e-9, 1 - 1e-9);
            }
        }

        Array.Clear(state, scalarsAt + 1, 2);
        Array.Clear(state, scalarsAt + 5, 4);
        return state;
    }

    /// <summary>A uniform state.</summary>
    public double[] InitialState()
    {
        var state = new double[Size];
        Positive.Fill(state.AsSpan(0, negativeAt));
        Negative?.Fill(state.AsSpan(negativeAt, scalarsAt - negativeAt));
        var reserve = cell.Anode?.Reserve ?? 0;
        (state[scalarsAt], state[scalarsAt + 3]) = (double.IsFinite(reserve) ? reserve : 0, cell.Temperature);
        state[scalarsAt + 4] = cell.Anode?.Voids?.InitialContact ?? 1;
        Array.Fill(state, cell.Salt?.InitialConcentration ?? 0, saltAt, positiveAlgebraicAt - saltAt);
        return state;
    }

    /// <summary>Salt per area, mol/m²; 0 without salt transport.</summary>
    public double Salt(ReadOnlySpan<double> state) => salt?.Total(state[saltAt..positiveAlgebraicAt]) ?? uniformSalt?.Total(state[saltAt..positiveAlgebraicAt]) ?? 0;

    public bool Solve(double time, double coefficient, ReadOnlySpan<double> basis, Span<double> state)
    {
        SetTemperature(coefficient == 0 ? basis[scalarsAt + 3] : state[scalarsAt + 3]);
        if (!SetContact(coefficient == 0 ? basis[scalarsAt + 4] : state[scalarsAt + 4]))
        {
            return false;
        }

        var isJump = coefficient == 0;
        if (uniformSalt is not null)
        {
            uniformSalt.Begin(coefficient, basis[saltAt..positiveAlgebraicAt], coefficient == 0 ? basis[saltAt..positiveAlgebraicAt] : state[saltAt..positiveAlgebraicAt], lastTemperature);
            Array.Fill(Positive.SaltFactor, uniformSalt.PositiveFactor);
            Array.Fill(Negative?.SaltFactor ?? [], uniformSalt.NegativeFactor);
        }

        current = Mode == ControlMode.Current ? Target : state[Size - 1];
        if (!Positive.Begin(coefficient, basis[..negativeAt], state[..negativeAt], state[positiveAlgebraicAt..negativeAlgebraicAt], current, isJump)
            || (Negative is not null && !Negative.Begin(coefficient, basis[negativeAt..scalarsAt], state[negativeAt..scalarsAt], state[negativeAlgebraicAt..(Size - 1)], -current, isJump)))
        {
            return false;
        }

        var isSolved = salt?.Solve(coefficient, basis[saltAt..positiveAlgebraicAt], state[saltAt..positiveAlgebraicAt], Mode, Target, lastTemperature, contact, ref current) ?? Iterate();
        if (!isSolved || !Positive.IsWithin() || Negative is { } host && !host.IsWithin())
        {
            return false;
        }

        Positive.Finish(state[..negativeAt], state[positiveAlgebraicAt..negativeAlgebraicAt]);
        Negative?.Finish(state[negativeAt..scalarsAt], state[negativeAlgebraicAt..(Size - 1)]);
        salt?.Concentration.CopyTo(state[saltAt..positiveAlgebraicAt]);
        if (uniformSalt?.Finish(current, state[saltAt..positiveAlgebraicAt]) == false)
        {
            return false;
        }

        Voltage = salt?.Voltage ?? Positive.Potential - AnodePotential(out _) - ElectrolyteLoss(current);
        if (!double.IsFinite(Voltage) || Math.Abs(Voltage) > 1e3)
        {
            return false;
        }

        state[Size - 1] = current;
        state[scalarsAt] = basis[scalarsAt] - (coefficient * current);
        state[scalarsAt + 1] = basis[scalarsAt + 1] + (coefficient * current);
        state[scalarsAt + 2] = basis[scalarsAt + 2] + (coefficient * current * Voltage);
        state[scalarsAt + 4] = Contact(coefficient, basis[scalarsAt + 4]);
        if (withParts)
        {
            ReadParts(state);
        }

        Warm(coefficient, basis, state);
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
        // A relative change of the contact is worth 2RT/F and the loss of the interface.
        var voids = cell.Anode?.Voids is null ? 0 : difference[scalarsAt + 4] / contact * (0.05 + Math.Abs(current * metalInterface));
        volts += voids * voids;
        return Math.Sqrt(((volts + SaltVolts(difference)) / (voltageTolerance * voltageTolerance)) + (warm * warm));
    }

    /// <summary>Mean square of what a change of the concentrations is worth in volts, at 2RT/F for all of it.</summary>
    private double SaltVolts(ReadOnlySpan<double> difference)
    {
        if (saltSize == 0)
        {
            return 0;
        }

        var sum = 0.0;
        foreach (var change in difference[saltAt..positiveAlgebraicAt])
        {
            var volts = 0.05 * change / cell.Salt!.InitialConcentration;
            sum += volts * volts;
        }

        return sum / saltSize;
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

            if (share == 1 && moved < ClosenessVolt && Math.Abs(change * ElectrolyteSlope) < ClosenessVolt)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What electrolyte between the electrodes and contacts take of the voltage, V.</summary>
    private double ElectrolyteLoss(double at) => uniformSalt is null ? at * seriesResistance : (at * ElectrolyteSlope) - uniformSalt.Offset;

    private double ElectrolyteSlope => uniformSalt is null ? seriesResistance : cell.ContactResistance + uniformSalt.Resistance - uniformSalt.Slope;

    /// <summary>Newton's change of the current that meets the control, with the electrodes following.</summary>
    private double ChangeOfCurrent()
    {
        if (Mode == ControlMode.Current)
        {
            return 0;
        }

        var anode = Negative is null ? AnodePotential(out _) : Negative.PotentialAhead;
        var voltage = Positive.PotentialAhead - anode - ElectrolyteLoss(current);
        _ = AnodePotential(out var anodeSlope);
        var slope = Positive.PotentialSlope - anodeSlope - ElectrolyteSlope;
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

        var overpotential = CellDynamicsEquations.MetalOverpotential(current, MetalExchange, cell.Anode!.TransferCoefficient, lastTemperature, out slope);
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
            (wholeExchange, wholeInterface) = (anode.ExchangeCurrentDensity * factor, anode.InterfaceResistance / factor);
        }

        contact = double.NaN;
    }

    private double MetalExchange => metalExchange * (uniformSalt?.NegativeFactor ?? 1);

    /// <summary>Kinetics and interface of a flat anode on the share that is in contact.</summary>
    /// <returns>False when nothing is left.</returns>
    private bool SetContact(double share)
    {
        if (share == contact)
        {
            return true;
        }

        if (!(share > LeastContact))
        {
            return false;
        }

        (contact, metalExchange, metalInterface) = (share, wholeExchange * share, wholeInterface / share);
        return true;
    }

    /// <summary>Contact at the end of a stage: closing implicit, opening at the predicted contact.</summary>
    private double Contact(double coefficient, double before)
    {
        if (cell.Anode?.Voids is not { } voids || coefficient == 0)
        {
            return before;
        }

        var closing = voids.ClosureRate;
        var opening = StrippingVoids.ContactRate(contact, current, voids.Supply, closing, voids.VoidCharge) - (closing * (1 - contact));
        return (before + (coefficient * (opening + closing))) / (1 + (coefficient * closing));
    }

    /// <summary>Whether some particle is full or empty at its surface to a millionth.</summary>
    public bool IsSaturated => Positive.IsSaturated || (Negative?.IsSaturated ?? false);

    /// <summary>Larger charge residual of the electrodes.</summary>
    public double ChargeResidual() => Math.Max(Positive.ChargeResidual(), Negative?.ChargeResidual() ?? 0);

    /// <summary>Lithium of electrodes and flat anode, C/m².</summary>
    public double Lithium(ReadOnlySpan<double> state) =>
        Positive.Charge(state[..negativeAt]) + (Negative?.Charge(state[negativeAt..scalarsAt]) ?? state[scalarsAt]);
}
