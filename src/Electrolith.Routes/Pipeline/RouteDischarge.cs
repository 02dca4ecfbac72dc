using System.Collections.Immutable;
using Electrolith.Cells.Dynamics;
using Electrolith.Routes.Compiling;

namespace Electrolith.Routes.Pipeline;

/// <summary>How the discharge of a route's cell is computed.</summary>
public enum RouteModel
{
    /// <summary>Constant resistance.</summary>
    Closed,

    /// <summary>One particle in each electrode, over time.</summary>
    SingleParticle,

    /// <summary>Depth of the electrodes and particles resolved, over time.</summary>
    Resolved,
}

/// <summary>What one model says about the discharge at the route's rate.</summary>
/// <param name="Model">Which.</param>
/// <param name="DeliveredShare">Charge delivered over the areal capacity of the route.</param>
/// <param name="Loss">Mean of the open-circuit voltage minus the voltage over the charge delivered, V.</param>
/// <param name="EnergyFraction">Energy delivered over what the cathode's window holds without current.</param>
/// <param name="SpecificEnergy">The route's specific energy times that share, J/kg.</param>
/// <param name="Reason">What ended it; empty for the closed form.</param>
/// <param name="Audit">Conservation; null for the closed form.</param>
public sealed record DischargeEstimate(
    RouteModel Model, double DeliveredShare, double Loss, double EnergyFraction, double SpecificEnergy, string Reason, ConservationAudit? Audit);

/// <summary>The discharge of the nominal route, by the closed form and by what resolves more.</summary>
/// <param name="Rate">1/s.</param>
/// <param name="Estimates">The closed form first, then by what is resolved.</param>
/// <param name="Remark">Why a model is missing or what is simpler in it; empty when there is nothing to say.</param>
public sealed record RouteDischarge(double Rate, ImmutableArray<DischargeEstimate> Estimates, string Remark)
{
    private const int PotentialPoints = 400;

    /// <summary>Discharges a route.</summary>
    /// <param name="route">Compiled route.</param>
    /// <param name="draw">One number for each input, SI.</param>
    /// <param name="outcome">Its evaluation for the same inputs.</param>
    /// <param name="model">The finest model; the coarser ones stand beside it.</param>
    public static RouteDischarge Of(CompiledRoute route, ReadOnlySpan<double> draw, RouteOutcome outcome, RouteModel model)
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(outcome);
        var rate = draw[route.Operation.Rate];
        var fraction = outcome.SpecificEnergyAtRate / outcome.SpecificEnergy;
        var estimates = ImmutableArray.CreateBuilder<DischargeEstimate>();
        estimates.Add(new DischargeEstimate(RouteModel.Closed, fraction > 0 ? 1 : 0, outcome.VoltageDrop, fraction, outcome.SpecificEnergyAtRate, "", null));
        if (model == RouteModel.Closed)
        {
            return new RouteDischarge(rate, estimates.ToImmutable(), "");
        }

        if (RouteCell.From(route, draw, out var problem) is not { } cell)
        {
            return new RouteDischarge(rate, estimates.ToImmutable(), $"{problem}: the closed form stands alone");
        }

        var stored = StoredEnergy(cell);
        for (var finer = RouteModel.SingleParticle; finer <= model; finer++)
        {
            estimates.Add(Simulate(cell, finer, rate, stored, outcome.SpecificEnergy));
        }

        return new RouteDischarge(rate, estimates.ToImmutable(), RouteCell.Remark(route));
    }

    private static DischargeEstimate Simulate(CellParameters cell, RouteModel model, double rate, double stored, double specificEnergy)
    {
        var options = new SimulationOptions { Mesh = new MeshOptions { IsSingleParticle = model == RouteModel.SingleParticle } };
        // No further than the areal capacity of the route, which its energy counts.
        var discharge = new Protocol([new ProtocolStep { Kind = StepKind.Rate, Value = rate * 3600, Charge = cell.NominalCharge, Text = "discharge" }]);
        var run = new CellSimulator(cell, options).Run(discharge);
        var (step, openCircuit) = (run.Steps[0], 0.0);
        for (var index = 1; index < run.Samples.Length; index++)
        {
            var (left, right) = (run.Samples[index - 1], run.Samples[index]);
            openCircuit += (right.Charge - left.Charge) * (left.Parts.OpenCircuit + right.Parts.OpenCircuit) / 2;
        }

        var loss = step.Charge > 0 ? (openCircuit - step.Energy) / step.Charge : double.NaN;
        return new DischargeEstimate(model, step.Charge / cell.NominalCharge, loss, step.Energy / stored, specificEnergy * step.Energy / stored, step.Reason, run.Audit);
    }

    /// <summary>Energy between the ends of the window without current, J/m².</summary>
    private static double StoredEnergy(CellParameters cell)
    {
        var (positive, negative) = (cell.Positive, cell.Negative);
        var sum = 0.0;
        for (var point = 0; point < PotentialPoints; point++)
        {
            var charge = (point + 0.5) / PotentialPoints * cell.NominalCharge;
            var below = negative is null ? cell.Anode!.Potential : negative.Potential.At(negative.InitialStoichiometry - (charge / negative.FullCharge));
            sum += positive.Potential.At(positive.InitialStoichiometry + (charge / positive.FullCharge)) - below;
        }

        return sum / PotentialPoints * cell.NominalCharge;
    }
}
