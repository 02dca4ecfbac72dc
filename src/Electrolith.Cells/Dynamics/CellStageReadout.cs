using System.Collections.Immutable;

namespace Electrolith.Cells.Dynamics;

/// <summary>What is read from a solved stage: losses, heat and profiles.</summary>
internal sealed partial class CellStage
{
    private readonly double[] flowsOfPositive;
    private readonly double[] flowsOfNegative;
    private readonly double[] weightsOfPositive;
    private readonly double[] weightsOfNegative;

    /// <summary>Parts of the last voltage; they add up to it. Nothing unless the stage was made with them.</summary>
    public VoltageParts Parts { get; private set; }

    /// <summary>Heat released in the last solution, W/m².</summary>
    public HeatSplit HeatRate { get; private set; }

    private void ReadParts(ReadOnlySpan<double> state)
    {
        ElectrodeSplit positive, negative = default;
        (double Cathode, double Separator, double Anode, double Concentration) losses;
        if (salt is not null)
        {
            salt.Flows(isPositive: true, current, flowsOfPositive.AsSpan(0, Positive.Cells - 1));
            positive = Positive.Split(state[..negativeAt], flowsOfPositive.AsSpan(0, Math.Max(Positive.Cells - 1, 1)), weightsOfPositive);
            if (Negative is not null)
            {
                salt.Flows(isPositive: false, current, flowsOfNegative.AsSpan(0, Negative.Cells - 1));
                negative = Negative.Split(state[negativeAt..scalarsAt], flowsOfNegative.AsSpan(0, Math.Max(Negative.Cells - 1, 1)), weightsOfNegative);
            }

            losses = salt.Losses(weightsOfPositive, weightsOfNegative, current);
        }
        else
        {
            positive = Positive.Split(state[..negativeAt]);
            negative = Negative?.Split(state[negativeAt..scalarsAt]) ?? default;
            losses = uniformSalt is null
                ? (-positive.Ionic, current * seriesResistance, 0, 0)
                : (current * uniformSalt.Shares.Positive, current * (uniformSalt.Shares.Separator + cell.ContactResistance), current * uniformSalt.Shares.Negative, -uniformSalt.Offset - (current * uniformSalt.Slope));
        }

        var parts = Negative is not null ? VoltageParts.Of(positive, negative, losses.Separator) : VoltageParts.Of(positive, cell.Anode!.Potential, 0, current * metalInterface, losses.Separator);
        parts = parts with { CathodeIonic = losses.Cathode, AnodeTransport = parts.AnodeTransport + losses.Anode, Concentration = losses.Concentration };
        // What a flat anode's charge transfer takes is what is left: its exchange current follows the salt at its face and the contact.
        Parts = Negative is null ? parts with { AnodeChargeTransfer = parts.Voltage - Voltage } : parts;
        var entropic = Positive.Entropic() - (Negative?.Entropic() ?? 0);
        var ohmic = parts.Separator + parts.AnodeInterface + parts.CathodeIonic + parts.CathodeElectronic + parts.CathodeFilm + losses.Anode + negative.Ionic + negative.Electronic;
        var reaction = Parts.CathodeChargeTransfer + Parts.AnodeChargeTransfer;
        HeatRate = new HeatSplit(-current * lastTemperature * entropic, current * reaction, current * ohmic, current * (Parts.OpenCircuit - Voltage - reaction - ohmic));
    }

    /// <summary>Heat and temperature at the end of a stage.</summary>
    private void Warm(double coefficient, ReadOnlySpan<double> basis, Span<double> state)
    {
        var at = scalarsAt + 5;
        if (withParts)
        {
            state[at] = basis[at] + (coefficient * HeatRate.Reversible);
            state[at + 1] = basis[at + 1] + (coefficient * HeatRate.Reaction);
            state[at + 2] = basis[at + 2] + (coefficient * HeatRate.Ohmic);
            state[at + 3] = basis[at + 3] + (coefficient * HeatRate.Mixing);
        }
        else
        {
            basis.Slice(at, 4).CopyTo(state[at..]);
        }

        var before = basis[scalarsAt + 3];
        if (cell.Heat is not { } heat || coefficient == 0)
        {
            state[scalarsAt + 3] = before;
            return;
        }

        var source = withParts ? HeatRate.Total : Source(state);
        // Implicit in the loss to the surroundings.
        state[scalarsAt + 3] = (before + (coefficient / heat.HeatCapacity * (source + (heat.TransferCoefficient * cell.Temperature))))
            / (1 + (coefficient * heat.TransferCoefficient / heat.HeatCapacity));
    }

    private double Source(ReadOnlySpan<double> state)
    {
        var positive = Positive.Equilibrium(Positive.Charge(state[..negativeAt]));
        var negative = Negative is null ? cell.Anode!.Potential : Negative.Equilibrium(Negative.Charge(state[negativeAt..scalarsAt]));
        return current * (positive - negative - Voltage - (lastTemperature * (Positive.Entropic() - (Negative?.Entropic() ?? 0))));
    }

    /// <summary>The cell through its depth, as last solved.</summary>
    public CellProfile Profile(ReadOnlySpan<double> state, double time)
    {
        var points = ImmutableArray.CreateBuilder<ProfilePoint>();
        var salted = state[saltAt..positiveAlgebraicAt].ToArray();
        var thickness = cell.Separator.Sum(layer => layer.Thickness);
        var anodeThickness = cell.Negative?.Thickness ?? 0;
        // Electrolyte at the face between separator and negative side, and what the separator takes of it.
        var face = -(salt is null ? AnodePotential(out _) : 0);
        var between = ElectrolyteLoss(current) - (current * cell.ContactResistance);
        double[] offsets = new double[salted.Length];
        if (salt is not null)
        {
            salt.Potentials(current, offsets);
            var start = Negative is null ? Positive.Difference[^1] + offsets[^1] - (current * Positive.Width / 2 / cell.Positive.ElectronicConductivity) - (current * cell.ContactResistance) - Voltage
                : Negative.Difference[^1] + (current * Negative.Width / 2 / cell.Negative!.ElectronicConductivity);
            for (var k = 0; k < offsets.Length; k++)
            {
                offsets[k] -= start;
            }
        }

        if (Negative is not null)
        {
            Electrode(points, Negative, state[negativeAt..scalarsAt], CellRegion.Anode, 0, face, offsets, salted);
        }

        Separator(points, thickness, anodeThickness, face, between, offsets, salted);
        Electrode(points, Positive, state[..negativeAt], CellRegion.Cathode, anodeThickness + thickness, face - between, offsets, salted);
        return new CellProfile(time, Voltage, current, points.ToImmutable());
    }

    private void Separator(ImmutableArray<ProfilePoint>.Builder points, double thickness, double start, double face, double loss, double[] offsets, double[] salted)
    {
        var cells = salted.Length > 0 ? salted.Length - SaltCells(Positive) - (Negative is null ? 0 : SaltCells(Negative)) : 2;
        var first = Negative is null || salted.Length == 0 ? 0 : SaltCells(Negative);
        for (var k = 0; k < cells; k++)
        {
            var share = salted.Length > 0 ? (k + 0.5) / cells : k;
            points.Add(new ProfilePoint(
                CellRegion.Separator, start + (share * thickness), salted.Length > 0 ? salted[first + k] : null, salt is not null ? offsets[first + k] : face - (share * loss), null, null, null, []));
        }
    }

    private int SaltCells(HostElectrodeStage electrode) => salt is not null ? electrode.Cells : uniformSalt is null ? 0 : saltSize / (Negative is null ? 2 : 3);

    private void Electrode(ImmutableArray<ProfilePoint>.Builder points, HostElectrodeStage electrode, ReadOnlySpan<double> particles, CellRegion region, double start, double face, double[] offsets, double[] salted)
    {
        var isNegative = region == CellRegion.Anode;
        var cells = electrode.Cells;
        var ionic = new double[cells];
        electrode.ReadDepth(ionic);
        var entering = isNegative ? -current : current;
        var rows = new ProfilePoint[cells];
        _ = electrode.Charge(particles);
        for (var local = 0; local < cells; local++)
        {
            var kinds = electrode.ReadParticles(particles, local, out var reaction);
            var position = isNegative ? electrode.Host.Thickness - ((local + 0.5) * electrode.Width) : (local + 0.5) * electrode.Width;
            var at = salt is null ? 0 : isNegative ? cells - 1 - local : salted.Length - cells + local;
            var potential = salt is null ? face + ionic[local] : offsets[at];
            double? concentration = salt is not null ? salted[at] : uniformSalt is null ? null : MeanSalt(salted, isNegative);
            var mean = entering / electrode.Host.Thickness;
            rows[isNegative ? cells - 1 - local : local] = new ProfilePoint(
                region, start + position, concentration, potential, potential + electrode.Difference[local], reaction, Math.Abs(mean) > 0 ? reaction / mean : null, kinds);
        }

        points.AddRange(rows);
    }

    private double MeanSalt(double[] salted, bool isNegative)
    {
        var cells = saltSize / (Negative is null ? 2 : 3);
        return (isNegative ? salted.AsSpan(0, cells) : salted.AsSpan(saltSize - cells)).ToArray().Average();
    }
}
