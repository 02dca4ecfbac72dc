namespace Electrolith.Cells;

/// <summary>
/// Energy of a stacked cell from its layers. Each foil is shared by two faces; lithium that the cathode brings has its
/// thickness counted when charged and its mass only once, in the cathode.
/// </summary>
public static class CellEnergyModel
{
    /// <summary>Evaluates a design.</summary>
    /// <param name="design">The design; thicknesses and capacity above zero.</param>
    public static CellEnergy Evaluate(CellDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(design.ArealCapacity);
        var format = design.Format;
        var usable = design.ArealCapacity * design.UsableFraction;
        var unit = design.Cathode + design.Separator + design.Anode;
        var unitMass = unit.MassPerArea + (0.5 * (design.NegativeCollector.MassPerArea + design.PositiveCollector.MassPerArea)) + (usable * design.LiquidMassPerCharge);
        var unitThickness = unit.Thickness + (0.5 * (design.NegativeCollector.Thickness + design.PositiveCollector.Thickness));
        var charged = unitThickness + design.GrowthOnCharge;

        var face = format.Width * format.Height;
        var faces = 2 * format.DoubleLayers;
        var area = face * faces;
        var end = End(design);
        var pouchFoil = 2 * format.FoilThickness * format.FoilDensity * BodyArea(format);
        var packaging = (face * end.MassPerArea) + pouchFoil + TerminalMass(format) + (format.FoilThickness > 0 ? format.ExtraMass : 0);
        var around = end.Thickness + (2 * format.FoilThickness);
        var chargedThickness = (faces * charged) + around + (format.EndElectrode == EndElectrode.Complete ? 2 * design.GrowthOnCharge : 0);
        return new CellEnergy
        {
            UnitMass = unitMass,
            UnitThicknessDischarged = unitThickness,
            UnitThicknessCharged = charged,
            ArealEnergy = usable * design.AverageVoltage,
            Area = area,
            Capacity = usable * area,
            Energy = usable * design.AverageVoltage * area,
            Mass = (area * unitMass) + packaging,
            ThicknessDischarged = (faces * unitThickness) + around,
            ThicknessCharged = chargedThickness,
            Volume = Volume(format, chargedThickness),
            PackagingMass = packaging,
            PouchFoilMass = pouchFoil,
        };
    }

    private static Layer End(CellDesign design) => design.Format.EndElectrode switch
    {
        EndElectrode.None => default,
        EndElectrode.Complete => design.NegativeCollector + design.Anode + design.Anode,
        _ => design.NegativeCollector,
    };

    private static double BodyArea(PouchFormat format) => (format.Width + format.Clearance) * (format.Height + format.Clearance);

    private static double TerminalMass(PouchFormat format) => format.FoilThickness <= 0 ? 0
        : (format.TerminalHeight + format.Clearance) * format.TerminalWidth * format.TerminalThickness
            * (format.PositiveTerminalDensity + format.NegativeTerminalDensity);

    private static double Volume(PouchFormat format, double thickness)
    {
        if (format.FoilThickness <= 0)
        {
            return format.Width * format.Height * thickness;
        }

        return format.Volume == PouchVolume.TerminalStrip
            ? (format.Width + format.Clearance) * (format.Height + format.Clearance + format.TerminalHeight) * thickness
            : (BodyArea(format) * thickness) + (2 * format.TerminalHeight * format.TerminalWidth * format.TerminalThickness);
    }
}
