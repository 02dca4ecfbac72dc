using Electrolith.Cells;
using Electrolith.Routes.Compiling;
using Electrolith.Routes.Reading;

namespace Electrolith.Routes.Pipeline;

/// <summary>The cell design of a route.</summary>
internal static class CellStage
{
    /// <summary>The design for one draw.</summary>
    /// <param name="route">Compiled route.</param>
    /// <param name="draw">One sample.</param>
    /// <param name="separator">Finished separator.</param>
    /// <param name="cathode">Built cathode.</param>
    /// <param name="anode">Built anode.</param>
    public static CellDesign Design(CompiledRoute route, ReadOnlySpan<double> draw, in FinishedSeparator separator, in BuiltElectrode cathode, in BuiltElectrode anode)
    {
        var lot = separator.Lot;
        return new CellDesign
        {
            Cathode = cathode.Layer,
            Separator = Layer.Of(lot.Thickness, lot.SolidDensity * lot.RelativeDensity),
            Anode = anode.Layer,
            NegativeCollector = Layer.Of(draw[route.AnodeFoil.Thickness], draw[route.AnodeFoil.Density]),
            PositiveCollector = Layer.Of(draw[route.CathodeFoil.Thickness], draw[route.CathodeFoil.Density]),
            ArealCapacity = draw[route.Cathode.Loading],
            AverageVoltage = draw[route.Cathode.Potential] - draw[route.Anode.Potential],
            GrowthOnCharge = anode.Growth,
            Format = Format(route.Cell, draw),
        };
    }

    /// <summary>Rate of charge at which the plating current reaches the critical current density, 1/s; infinite when none limits.</summary>
    /// <param name="route">Compiled route.</param>
    /// <param name="draw">One sample.</param>
    /// <param name="arealCapacity">C/m².</param>
    public static double CriticalRate(CompiledRoute route, ReadOnlySpan<double> draw, double arealCapacity) =>
        AnodeFamilies.IsMetal(route.Anode.Material.Family) && route.Separator.CriticalCurrentDensity >= 0
            ? draw[route.Separator.CriticalCurrentDensity] / arealCapacity
            : double.PositiveInfinity;

    /// <summary>How much one cathode face shrinks on charge, m: the volume change of its active material, all of it across the layer.</summary>
    /// <param name="plan">Handles.</param>
    /// <param name="draw">One sample.</param>
    /// <param name="cathode">Built cathode.</param>
    public static double CathodeShrinking(CathodePlan plan, ReadOnlySpan<double> draw, in BuiltElectrode cathode) =>
        plan.VolumeChange >= 0 ? -draw[plan.VolumeChange] * cathode.Layer.Thickness * cathode.Composite!.ActiveVolumeFraction : 0;

    private static PouchFormat Format(CellPlan plan, ReadOnlySpan<double> draw) => new()
    {
        Width = draw[plan.Width],
        Height = draw[plan.Height],
        DoubleLayers = draw[plan.DoubleLayers],
        FoilThickness = plan.IsPouch ? draw[plan.Pouch.Thickness] : 0,
        FoilDensity = draw[plan.Pouch.Density],
        Clearance = draw[plan.Clearance],
        TerminalWidth = Math.Min(0.05, draw[plan.Width] / 2),
        ExtraMass = draw[plan.ExtraMass],
        EndElectrode = plan.IsPouch ? EndElectrode.FoilOnly : EndElectrode.None,
    };
}
