using Electrolith.Numerics.LinearAlgebra;
using Electrolith.Quantities;

namespace Electrolith.Cells.Dynamics;

/// <summary>
/// Salt and charge in the electrolyte through all regions, together with the reactions: per cell the concentration and, in an
/// electrode, the difference between solid and electrolyte. Transport coefficients are taken at the predicted concentrations,
/// which keeps the order of the method and makes every row linear but for the reaction.
/// </summary>
internal sealed class SaltTransport
{
    private const double Faraday = PhysicalConstants.Faraday;
    private const int MostRenewals = 6;
    private const int MostPolish = 3;
    private readonly CellParameters cell;
    private readonly SaltElectrolyte salt;
    private readonly HostElectrodeStage positive;
    private readonly HostElectrodeStage? negative;
    private readonly int first;
    private readonly int last;
    private readonly double[] prepared;
    private readonly double[] widths;
    private readonly double[] fractions;
    private readonly double[] efficiencies;
    private readonly double[] faceDiffusion;
    private readonly double[] faceResistance;
    private readonly double[] faceActivity;
    private readonly double[] faceSolid;
    private readonly double[] faceConductance;
    private readonly double[] difference;
    private readonly double[] nodeConductivity;
    private readonly double[] nodeDiffusivity;
    private readonly double[] step;
    private readonly double[] stepOfCurrent;
    private readonly double[] trialConcentration;
    private readonly double[] trialDifference;
    private readonly BlockTridiagonalLu matrix;
    private double anodeLayer;
    private double contact = 1;

    public SaltTransport(CellParameters cell, HostElectrodeStage positive, HostElectrodeStage? negative, int separatorCells)
    {
        (this.cell, salt, this.positive, this.negative) = (cell, cell.Salt!, positive, negative);
        first = negative?.Cells ?? 0;
        last = first + separatorCells;
        Size = last + positive.Cells;
        double[] New() => new double[Size];
        (widths, fractions, efficiencies, Concentration, difference) = (New(), New(), New(), New(), New());
        (faceDiffusion, faceResistance, faceActivity, faceSolid, faceConductance) = (New(), New(), New(), New(), New());
        (nodeConductivity, nodeDiffusivity) = (New(), New());
        (trialConcentration, trialDifference, prepared) = (New(), New(), New());
        (step, stepOfCurrent, matrix) = (new double[2 * Size], new double[2 * Size], new BlockTridiagonalLu(Size, 2));
        var separator = 0.0;
        foreach (var layer in cell.Separator)
        {
            separator += layer.Thickness;
        }

        for (var k = 0; k < Size; k++)
        {
            var electrode = Electrode(k);
            (widths[k], fractions[k], efficiencies[k]) = electrode is null
                ? (separator / separatorCells, salt.SeparatorFraction, salt.SeparatorEfficiency)
                : (electrode.Width, electrode.Host.ElectrolyteFraction, electrode.Host.TransportEfficiency);
        }
    }

    /// <summary>Cells through all regions.</summary>
    public int Size { get; }

    /// <summary>Salt concentrations, mol/m³.</summary>
    public double[] Concentration { get; }

    /// <summary>Voltage of the last solution, V.</summary>
    public double Voltage { get; private set; }

    /// <summary>Newton iterations.</summary>
    public long Iterations { get; private set; }

    /// <summary>Salt per area, mol/m².</summary>
    public double Total(ReadOnlySpan<double> concentrations)
    {
        var sum = 0.0;
        for (var k = 0; k < Size; k++)
        {
            sum += fractions[k] * widths[k] * concentrations[k];
        }

        return sum;
    }

    private HostElectrodeStage? Electrode(int k) => k < first ? negative : k >= last ? positive : null;

    private int Local(int k) => k < first ? first - 1 - k : k - last;

    /// <summary>Solves a stage; the electrodes have begun theirs.</summary>
    public bool Solve(double coefficient, ReadOnlySpan<double> basis, ReadOnlySpan<double> predicted, ControlMode mode, double target, double temperature, double anodeContact, ref double current)
    {
        contact = anodeContact;
        Prepare(predicted, temperature);
        var (renewals, polished) = (0, 0);
        for (var iteration = 0; iteration < 40 + (20 * renewals); iteration++)
        {
            Iterations++;
            if (!Assemble(coefficient, basis, current))
            {
                return false;
            }

            var change = mode == ControlMode.Current ? 0 : Change(mode, target, temperature, current);
            var share = Share(change);
            var moved = Apply(share, change);
            current += share * change;
            if (!double.IsFinite(moved) || !double.IsFinite(current))
            {
                return false;
            }

            if (share == 1 && moved < 1e-6)
            {
                // Coefficients of the predicted concentration are good while the prediction is; where salt runs out they are taken again,
                // or the prediction would feed on itself.
                if (renewals < MostRenewals && HasStrayed())
                {
                    renewals++;
                    Prepare(Concentration, temperature);
                    continue;
                }

                positive.Enter(current);
                negative?.Enter(-current);
                // In thin layers that conduct well rounding of the last step is worth a current: a further one is smaller, and so is its rounding.
                if (polished < MostPolish && (Math.Max(positive.ChargeResidual(), negative?.ChargeResidual() ?? 0) > 1e-13 || !KeepsSalt(basis)))
                {
                    polished++;
                    continue;
                }

                for (var k = 0; k < Size; k++)
                {
                    RefreshFactor(k);
                }

                Voltage = Path(Concentration, difference, current) - Anode(current, temperature, out _);
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether no salt came or went, to rounding.</summary>
    private bool KeepsSalt(ReadOnlySpan<double> basis)
    {
        var before = Total(basis);
        return Math.Abs(Total(Concentration) - before) <= 1e-14 * Math.Abs(before);
    }

    /// <summary>Whether a concentration is a thousandth away from where the coefficients were taken.</summary>
    private bool HasStrayed()
    {
        for (var k = 0; k < Size; k++)
        {
            if (Math.Abs(Concentration[k] - prepared[k]) > 1e-3 * prepared[k])
            {
                return true;
            }
        }

        return false;
    }

    private void Prepare(ReadOnlySpan<double> predicted, double temperature)
    {
        var factor = CellDynamicsEquations.Arrhenius(salt.ActivationEnergy, temperature, cell.ReferenceTemperature);
        var activity = 2 * PhysicalConstants.MolarGas * temperature / Faraday * (1 - salt.TransferenceNumber) * salt.ThermodynamicFactor;
        for (var k = 0; k < Size; k++)
        {
            var concentration = Math.Max(predicted[k], 1e-6 * salt.InitialConcentration);
            (Concentration[k], prepared[k]) = (concentration, concentration);
            nodeConductivity[k] = Math.Max(salt.Conductivity(concentration), 1e-9) * efficiencies[k] * factor;
            nodeDiffusivity[k] = Math.Max(salt.Diffusivity(concentration), 1e-20) * efficiencies[k] * factor;
            if (Electrode(k) is { } electrode)
            {
                difference[k] = electrode.Difference[Local(k)];
            }
        }

        for (var k = 0; k < Size - 1; k++)
        {
            var (left, right) = (widths[k] / 2, widths[k + 1] / 2);
            faceDiffusion[k] = 1 / ((left / nodeDiffusivity[k]) + (right / nodeDiffusivity[k + 1]));
            faceResistance[k] = (left / nodeConductivity[k]) + (right / nodeConductivity[k + 1]);
            faceActivity[k] = activity / (((right * Concentration[k]) + (left * Concentration[k + 1])) / (left + right));
            var isInside = Electrode(k) is { } electrode && ReferenceEquals(electrode, Electrode(k + 1));
            faceSolid[k] = isInside ? widths[k] / Electrode(k)!.Host.ElectronicConductivity : 0;
            faceConductance[k] = isInside ? 1 / (faceResistance[k] + faceSolid[k]) : 0;
        }

        // From the surface of a flat anode to the middle of the first cell: ohmic and, by the flux that no anion takes part in, of concentration.
        anodeLayer = negative is null
            ? widths[0] / 2 * ((1 / nodeConductivity[0]) + (activity / Concentration[0] * (1 - salt.TransferenceNumber) / (Faraday * nodeDiffusivity[0]))) : 0;
    }

    /// <summary>Ionic current at the face behind a cell.</summary>
    private double Flow(int k, ReadOnlySpan<double> concentrations, ReadOnlySpan<double> differences, double current) =>
        k < 0 ? (negative is null ? current : 0) : k == Size - 1 ? 0 : faceConductance[k] == 0 ? current
            : faceConductance[k] * (differences[k + 1] - differences[k] + (current * faceSolid[k]) + (faceActivity[k] * (concentrations[k + 1] - concentrations[k])));

    private bool Assemble(double coefficient, ReadOnlySpan<double> basis, double current)
    {
        matrix.Clear();
        var drift = coefficient * (1 - salt.TransferenceNumber) / Faraday;
        var flowIn = Flow(-1, Concentration, difference, current);
        for (var k = 0; k < Size; k++)
        {
            var flowOut = Flow(k, Concentration, difference, current);
            var diagonal = matrix.Diagonal(k);
            var below = matrix.Below(k);
            var above = matrix.Above(k);
            // Anions leave with the gradient and against the current; none cross the ends. The current drifts by what it changes.
            var rest = fractions[k] * widths[k] * (Concentration[k] - basis[k]);
            diagonal[0] = fractions[k] * widths[k];
            double currentOnSalt = 0, currentOnCharge = 0;
            if (k > 0)
            {
                Face(k - 1, coefficient, drift, diagonal, below, -1, isAhead: false, ref currentOnSalt, ref currentOnCharge);
                rest += coefficient * faceDiffusion[k - 1] * (Concentration[k] - Concentration[k - 1]) + (drift * flowIn);
            }

            if (k < Size - 1)
            {
                Face(k, coefficient, drift, diagonal, above, 1, isAhead: true, ref currentOnSalt, ref currentOnCharge);
                rest -= (coefficient * faceDiffusion[k] * (Concentration[k + 1] - Concentration[k])) + (drift * flowOut);
            }

            var charge = 0.0;
            if (Electrode(k) is { } electrode)
            {
                React(k, electrode, diagonal, out var reaction);
                charge = flowOut - flowIn + reaction;
            }
            else
            {
                (diagonal[2], diagonal[3], below[2], below[3], above[2], above[3], currentOnCharge) = (0, 1, 0, 0, 0, 0, 0);
            }

            (step[2 * k], step[(2 * k) + 1]) = (-rest, -charge);
            (stepOfCurrent[2 * k], stepOfCurrent[(2 * k) + 1]) = (-currentOnSalt, -currentOnCharge);
            flowIn = flowOut;
        }

        if (!matrix.Factor())
        {
            return false;
        }

        matrix.Solve(step);
        matrix.Solve(stepOfCurrent);
        return true;
    }

    /// <summary>Derivatives of the balances of a cell with respect to what a face passes.</summary>
    private void Face(int face, double coefficient, double drift, Span<double> diagonal, Span<double> beside, double sign, bool isAhead, ref double currentOnSalt, ref double currentOnCharge)
    {
        var (conductance, activity) = (faceConductance[face], faceActivity[face]);
        // Of the cell itself and of the one beside: gradients grow with what lies ahead.
        var (own, other) = isAhead ? (-1.0, 1.0) : (1.0, -1.0);
        diagonal[0] -= sign * ((coefficient * faceDiffusion[face]) + (drift * conductance * activity)) * own;
        beside[0] -= sign * ((coefficient * faceDiffusion[face]) + (drift * conductance * activity)) * other;
        diagonal[1] -= sign * drift * conductance * own;
        beside[1] -= sign * drift * conductance * other;
        currentOnSalt -= sign * drift * (conductance == 0 ? 1 : conductance * faceSolid[face]);
        diagonal[2] += sign * conductance * activity * own;
        beside[2] += sign * conductance * activity * other;
        diagonal[3] += sign * conductance * own;
        beside[3] += sign * conductance * other;
        currentOnCharge += sign * (conductance == 0 ? 1 : conductance * faceSolid[face]);
    }

    private void React(int k, HostElectrodeStage electrode, Span<double> diagonal, out double reaction)
    {
        var local = Local(k);
        RefreshFactor(k);
        reaction = 0;
        foreach (var kind in electrode.Kinds)
        {
            var surface = kind.Surface * widths[k];
            var part = surface * kind.Linearise(local, electrode.Difference[local], electrode.SaltFactor[local], Concentration[k], out var law, out var byConcentration);
            diagonal[2] -= part * byConcentration;
            diagonal[3] -= part;
            reaction += (surface * kind.Current[local]) - (part * law);
        }
    }

    private void RefreshFactor(int k)
    {
        if (Electrode(k) is { } electrode)
        {
            electrode.SaltFactor[Local(k)] = Math.Sqrt(Concentration[k] / salt.InitialConcentration);
        }
    }

    private double Change(ControlMode mode, double target, double temperature, double current)
    {
        // Path is linear: its value after the step, and its slope along the change of the current.
        double Along(double[] move, double[] concentrations, double[] differences, double share, double at)
        {
            for (var k = 0; k < Size; k++)
            {
                trialConcentration[k] = (share * concentrations[k]) + move[2 * k];
                trialDifference[k] = (share * differences[k]) + move[(2 * k) + 1];
            }

            return Path(trialConcentration, trialDifference, at);
        }

        var anode = Anode(current, temperature, out var anodeSlope);
        var voltage = Along(step, Concentration, difference, 1, current) - anode;
        var slope = Along(stepOfCurrent, Concentration, difference, 0, 1) - anodeSlope;
        return mode == ControlMode.Voltage ? (target - voltage) / slope : (target - (voltage * current)) / (voltage + (current * slope));
    }

    private double At(int index, double change) => step[index] + (stepOfCurrent[index] * change);

    private double Share(double change)
    {
        var share = 1.0;
        for (var k = 0; k < Size; k++)
        {
            var salted = At(2 * k, change);
            if (-salted > 0.9 * Concentration[k])
            {
                share = Math.Min(share, 0.9 * Concentration[k] / -salted);
            }

            if (Electrode(k) is { } electrode)
            {
                foreach (var kind in electrode.Kinds)
                {
                    share = kind.Limit(Local(k), kind.CurrentStep(Local(k), At((2 * k) + 1, change), salted), share);
                }
            }
        }

        return share;
    }

    private double Apply(double share, double change)
    {
        var largest = 0.0;
        for (var k = 0; k < Size; k++)
        {
            if (Electrode(k) is { } electrode)
            {
                var local = Local(k);
                foreach (var kind in electrode.Kinds)
                {
                    kind.Current[local] += share * kind.CurrentStep(local, At((2 * k) + 1, change), At(2 * k, change));
                }

                difference[k] += share * At((2 * k) + 1, change);
                electrode.Difference[local] = difference[k];
                largest = Math.Max(largest, Math.Abs(At((2 * k) + 1, change)));
            }

            // A relative change of the concentration is worth about as many volts times RT/F.
            largest = Math.Max(largest, 0.05 * Math.Abs(At(2 * k, change)) / Concentration[k]);
            Concentration[k] += share * At(2 * k, change);
        }

        return largest;
    }

    /// <summary>Voltage between the terminals but for a flat anode's overpotential: linear in everything.</summary>
    private double Path(ReadOnlySpan<double> concentrations, ReadOnlySpan<double> differences, double current)
    {
        var sum = differences[Size - 1] - (negative is null ? 0 : differences[0]) - (current * (anodeLayer + cell.ContactResistance))
            - (current * positive.Width / 2 / positive.Host.ElectronicConductivity) - (negative is null ? 0 : current * negative.Width / 2 / negative.Host.ElectronicConductivity);
        for (var k = 0; k < Size - 1; k++)
        {
            sum += (faceActivity[k] * (concentrations[k + 1] - concentrations[k])) - (Flow(k, concentrations, differences, current) * faceResistance[k]);
        }

        return sum;
    }

    private double Anode(double current, double temperature, out double slope)
    {
        slope = 0;
        if (cell.Anode is not { } flat)
        {
            return 0;
        }

        var factor = CellDynamicsEquations.Arrhenius(flat.ActivationEnergy, temperature, cell.ReferenceTemperature);
        var exchange = flat.ExchangeCurrentDensity * factor * contact * Math.Sqrt(Math.Max(Concentration[0], 1e-9) / salt.InitialConcentration);
        var overpotential = CellDynamicsEquations.MetalOverpotential(current, exchange, flat.TransferCoefficient, temperature, out slope);
        slope += flat.InterfaceResistance / (factor * contact);
        return flat.Potential + overpotential + (current * flat.InterfaceResistance / (factor * contact));
    }

    /// <summary>Losses in the electrolyte between the weighted middles of the electrodes, V.</summary>
    /// <param name="weightsOfPositive">Weights of the cells from the separator.</param>
    /// <param name="weightsOfNegative">The same of the other electrode; empty for a flat anode.</param>
    /// <param name="current">A/m².</param>
    public (double Cathode, double Separator, double Anode, double Concentration) Losses(ReadOnlySpan<double> weightsOfPositive, ReadOnlySpan<double> weightsOfNegative, double current)
    {
        double ohmic = 0, activity = 0, atNegative = 0, atPositive = 0, activityNegative = 0, activityPositive = 0, faceOne = 0, faceTwo = 0;
        for (var k = 0; k < Size; k++)
        {
            if (k < first)
            {
                atNegative += weightsOfNegative[Local(k)] * ohmic;
                activityNegative += weightsOfNegative[Local(k)] * activity;
            }
            else if (k >= last)
            {
                atPositive += weightsOfPositive[Local(k)] * ohmic;
                activityPositive += weightsOfPositive[Local(k)] * activity;
            }

            if (k == Size - 1)
            {
                break;
            }

            var flow = Flow(k, Concentration, difference, current);
            if (k == first - 1)
            {
                faceOne = ohmic - (flow * widths[k] / 2 / nodeConductivity[k]);
            }

            if (k == last - 1)
            {
                faceTwo = ohmic - (flow * widths[k] / 2 / nodeConductivity[k]);
            }

            ohmic -= flow * faceResistance[k];
            activity += faceActivity[k] * (Concentration[k + 1] - Concentration[k]);
        }

        var layer = negative is null ? current * widths[0] / 2 / nodeConductivity[0] : 0;
        return (faceTwo - atPositive, faceOne - faceTwo + layer + (current * cell.ContactResistance), atNegative - faceOne, activityNegative - activityPositive + (negative is null ? (current * anodeLayer) - layer : 0));
    }

    /// <summary>Electrolyte potential in each cell against that in the first, V.</summary>
    public void Potentials(double current, Span<double> potentials)
    {
        potentials[0] = 0;
        for (var k = 0; k < Size - 1; k++)
        {
            potentials[k + 1] = potentials[k] + (faceActivity[k] * (Concentration[k + 1] - Concentration[k])) - (Flow(k, Concentration, difference, current) * faceResistance[k]);
        }
    }

    /// <summary>What lies between the surface of a flat anode and the first cell, ohm m².</summary>
    public double AnodeLayer => anodeLayer;

    /// <summary>Width of a cell, m.</summary>
    public double Width(int k) => widths[k];

    /// <summary>Entering flows at the inner faces of an electrode, from the separator.</summary>
    public void Flows(bool isPositive, double current, Span<double> flows)
    {
        for (var index = 0; index < flows.Length; index++)
        {
            flows[index] = isPositive ? Flow(last + index, Concentration, difference, current) : -Flow(first - 2 - index, Concentration, difference, current);
        }
    }
}
