namespace Electrolith.Cells;

/// <summary>A layer of the cell, per geometric area of one face.</summary>
/// <param name="MassPerArea">kg/m².</param>
/// <param name="Thickness">m.</param>
public readonly record struct Layer(double MassPerArea, double Thickness)
{
    /// <summary>A layer from its density.</summary>
    /// <param name="thickness">m.</param>
    /// <param name="density">kg/m³, pores included.</param>
    public static Layer Of(double thickness, double density) => new(thickness * density, thickness);

    /// <summary>Two layers as one.</summary>
    /// <param name="left">First.</param>
    /// <param name="right">Second.</param>
    public static Layer operator +(Layer left, Layer right) => new(left.MassPerArea + right.MassPerArea, left.Thickness + right.Thickness);
}

/// <summary>What closes the stack at its outer faces.</summary>
public enum EndElectrode
{
    /// <summary>One more negative collector without coating.</summary>
    FoilOnly,

    /// <summary>Nothing beyond the repeat units.</summary>
    None,

    /// <summary>One more complete negative electrode, coated on both faces (as in Lacey's model).</summary>
    Complete,
}

/// <summary>How the volume of a pouch is counted.</summary>
public enum PouchVolume
{
    /// <summary>The sealed body, plus the metal of the terminals that stick out.</summary>
    BodyAndTerminals,

    /// <summary>The whole strip of the body's width in which the terminals stand (as in Lacey's model).</summary>
    TerminalStrip,
}

/// <summary>A stacked pouch cell. Defaults are those of Lacey's automotive example.</summary>
public sealed record PouchFormat
{
    /// <summary>Electrode width, m.</summary>
    public double Width { get; init; } = 0.1;

    /// <summary>Electrode height, m.</summary>
    public double Height { get; init; } = 0.3;

    /// <summary>Number of double-sided cathodes; the cell has twice as many faces.</summary>
    public double DoubleLayers { get; init; } = 35;

    /// <summary>Thickness of the pouch foil, m; 0 for bare repeat units.</summary>
    public double FoilThickness { get; init; } = 113e-6;

    /// <summary>Density of the pouch foil, kg/m³.</summary>
    public double FoilDensity { get; init; } = 1800;

    /// <summary>What the pouch is larger than the electrodes, in each direction, m.</summary>
    public double Clearance { get; init; } = 0.01;

    /// <summary>Length of each terminal outside the seal, m.</summary>
    public double TerminalHeight { get; init; } = 0.02;

    /// <summary>Width of each terminal, m.</summary>
    public double TerminalWidth { get; init; } = 0.05;

    /// <summary>Thickness of each terminal, m.</summary>
    public double TerminalThickness { get; init; } = 0.5e-3;

    /// <summary>Density of the positive terminal (aluminium), kg/m³.</summary>
    public double PositiveTerminalDensity { get; init; } = 2700;

    /// <summary>Density of the negative terminal (nickel), kg/m³.</summary>
    public double NegativeTerminalDensity { get; init; } = 8900;

    /// <summary>Tapes and whatever else has mass, kg.</summary>
    public double ExtraMass { get; init; } = 0.010;

    /// <summary>What closes the stack.</summary>
    public EndElectrode EndElectrode { get; init; } = EndElectrode.FoilOnly;

    /// <summary>How the volume is counted.</summary>
    public PouchVolume Volume { get; init; } = PouchVolume.BodyAndTerminals;
}

/// <summary>A cell design as the energy calculator needs it, per geometric area of one face, SI units.</summary>
public sealed record CellDesign
{
    /// <summary>Cathode coating of one face, as built (discharged).</summary>
    public required Layer Cathode { get; init; }

    /// <summary>Separator.</summary>
    public required Layer Separator { get; init; }

    /// <summary>Anode of one face as built: excess lithium, interlayer, or a composite coating.</summary>
    public required Layer Anode { get; init; }

    /// <summary>Whole negative collector foil; each face has half of it.</summary>
    public required Layer NegativeCollector { get; init; }

    /// <summary>Whole positive collector foil; each face has half of it.</summary>
    public required Layer PositiveCollector { get; init; }

    /// <summary>Nominal areal capacity of the cathode, C/m².</summary>
    public required double ArealCapacity { get; init; }

    /// <summary>Average discharge voltage of the cell at no current, V.</summary>
    public required double AverageVoltage { get; init; }

    /// <summary>Share of the nominal capacity that cycles: 1 minus the first-cycle loss that is not yet in the capacity.</summary>
    public double UsableFraction { get; init; } = 1;

    /// <summary>Growth of one face on charge, m: plated lithium minus the shrinking of the cathode. No mass goes with it.</summary>
    public double GrowthOnCharge { get; init; }

    /// <summary>Mass of liquid electrolyte per usable capacity, kg/C; 0 for a solid cell.</summary>
    public double LiquidMassPerCharge { get; init; }

    /// <summary>Format and size.</summary>
    public PouchFormat Format { get; init; } = new();
}
