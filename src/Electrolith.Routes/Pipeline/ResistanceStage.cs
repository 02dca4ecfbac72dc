using Electrolith.Cells;
using Electrolith.Interfaces;
using Electrolith.Routes.Compiling;

namespace Electrolith.Routes.Pipeline;

/// <summary>The resistance budget of a cell: every part in ohm m² of electrode area, adding up to the whole.</summary>
internal static class ResistanceStage
{
    /// <summary>Effective electronic conductivity of a composite anode, S/m; never limiting.</summary>
    private const double AnodeElectronicConductivity = 100;

    /// <summary>All parts.</summary>
    public static double[] Evaluate(
        CompiledRoute route, ReadOnlySpan<double> draw, in FinishedSeparator separator, in InterfaceSet interfaces, in BuiltElectrode cathode, in BuiltElectrode anode, double temperature)
    {
        var parts = new double[ResistanceParts.All.Length];
        parts[(int)ResistancePart.Separator] = separator.Lot.Thickness / separator.Conductivity;
        parts[(int)ResistancePart.AnodeContact] = interfaces.AnodeConstriction;
        parts[(int)ResistancePart.AnodeInterlayer] = interfaces.AnodeInterlayer;
        parts[(int)ResistancePart.AnodeSurfaceLayer] = interfaces.AnodeSurfaceLayer;
        parts[(int)ResistancePart.Collectors] = interfaces.Collectors;
        AddCathode(route.Cathode, draw, interfaces, cathode, temperature, parts);
        AddAnode(route, draw, separator, interfaces, anode, parts);
        return parts;
    }

    /// <summary>Contacted surface of the active material per electrode area, m²/m²; a film touches with its face.</summary>
    /// <param name="plan">Handles.</param>
    /// <param name="draw">One sample.</param>
    /// <param name="cathode">Built cathode.</param>
    public static double ContactedSurface(CathodePlan plan, ReadOnlySpan<double> draw, in BuiltElectrode cathode) => plan.Catholyte is null
        ? draw[plan.ContactFraction]
        : cathode.Layer.Thickness * PorousElectrodeEquations.ActiveSurface(cathode.Composite!.ActiveVolumeFraction, draw[plan.ParticleRadius], draw[plan.ContactFraction]);

    private static void AddCathode(CathodePlan plan, ReadOnlySpan<double> draw, in InterfaceSet interfaces, in BuiltElectrode cathode, double temperature, double[] parts)
    {
        var surface = ContactedSurface(plan, draw, cathode);
        if (plan.Catholyte is not { } catholyte)
        {
            parts[(int)ResistancePart.CathodeTransport] = cathode.Layer.Thickness / (3 * draw[plan.ElectronicConductivity]);
            parts[(int)ResistancePart.CathodeChargeTransfer] = interfaces.CathodeChargeTransfer / surface;
            parts[(int)ResistancePart.CathodeCoating] = interfaces.CathodeCoating / surface;
            return;
        }

        var electrode = CellPerformanceModel.Electrode(new ElectrodeTransport(
            cathode.Layer.Thickness,
            PorousElectrodeEquations.EffectiveConductivity(catholyte.ConductivityAt(draw, temperature), cathode.Composite!.ElectrolyteVolumeFraction, draw[plan.TortuosityExponent]),
            draw[plan.ElectronicConductivity], surface / cathode.Layer.Thickness,
            interfaces.CathodeChargeTransfer, interfaces.CathodeCoating, interfaces.CathodeInterphase));
        parts[(int)ResistancePart.CathodeTransport] = electrode.Transport;
        parts[(int)ResistancePart.CathodeChargeTransfer] = electrode.ChargeTransfer;
        parts[(int)ResistancePart.CathodeCoating] = electrode.Coating;
        parts[(int)ResistancePart.CathodeInterphase] = electrode.Interphase;
    }

    private static void AddAnode(
        CompiledRoute route, ReadOnlySpan<double> draw, in FinishedSeparator separator, in InterfaceSet interfaces, in BuiltElectrode anode, double[] parts)
    {
        if (anode.Composite is not { } composite)
        {
            parts[(int)ResistancePart.AnodeChargeTransfer] = interfaces.AnodeChargeTransfer;
            parts[(int)ResistancePart.AnodeInterphase] = interfaces.AnodeInterphase;
            return;
        }

        var plan = route.Anode;
        var electrode = CellPerformanceModel.Electrode(new ElectrodeTransport(
            anode.Layer.Thickness,
            PorousElectrodeEquations.EffectiveConductivity(separator.Conductivity, composite.ElectrolyteVolumeFraction, draw[route.Cathode.TortuosityExponent]),
            AnodeElectronicConductivity,
            PorousElectrodeEquations.ActiveSurface(composite.ActiveVolumeFraction, draw[plan.ParticleRadius], draw[route.Cathode.ContactFraction]),
            interfaces.AnodeChargeTransfer, 0, interfaces.AnodeInterphase));
        parts[(int)ResistancePart.AnodeTransport] = electrode.Transport;
        parts[(int)ResistancePart.AnodeChargeTransfer] = electrode.ChargeTransfer;
        parts[(int)ResistancePart.AnodeInterphase] = electrode.Interphase;
    }
}
