namespace Electrolith.Interfaces;

/// <summary>Growth of an interphase, SI units.</summary>
/// <param name="InitialThickness">m.</param>
/// <param name="RateConstant">k in X² = X0² + 2kt, m²/s.</param>
/// <param name="Conductivity">Ionic conductivity of the interphase, S/m.</param>
/// <param name="VolumePerCharge">m³/C.</param>
public readonly record struct Interphase(double InitialThickness, double RateConstant, double Conductivity, double VolumePerCharge);

/// <summary>A layer between two bodies, SI units; thickness 0 when there is none.</summary>
/// <param name="Thickness">m.</param>
/// <param name="Conductivity">Ionic conductivity, S/m.</param>
public readonly record struct InterfaceLayer(double Thickness, double Conductivity)
{
    /// <summary>Resistance, ohm m².</summary>
    public double Resistance => Thickness > 0 ? InterphaseEquations.FilmResistance(Thickness, Conductivity) : 0;
}

/// <summary>How the anode meets the electrolyte.</summary>
public enum AnodeContact
{
    /// <summary>A soft metal is pressed on; its real contact area follows from pressure and hardness.</summary>
    PressedMetal,

    /// <summary>Full contact: a melt, a deposited film, a wetting polymer, or a composite made in one piece.</summary>
    Full,
}

/// <summary>The interfaces of a cell as the resistance model sees them, SI units.</summary>
public sealed record InterfaceInputs
{
    /// <summary>K.</summary>
    public required double Temperature { get; init; }

    /// <summary>Pressure on the stack, Pa.</summary>
    public required double StackPressure { get; init; }

    /// <summary>Age at which interphases are evaluated, s.</summary>
    public required double Age { get; init; }

    /// <summary>Ionic conductivity of the separator, S/m.</summary>
    public required double SeparatorConductivity { get; init; }

    /// <summary>Exchange current density at the cathode's active surface, A/m².</summary>
    public required double CathodeExchangeCurrentDensity { get; init; }

    /// <summary>Coating on the active material.</summary>
    public InterfaceLayer CathodeCoating { get; init; }

    /// <summary>Interphase on the active material (or on its coating); null when the pair does not react.</summary>
    public Interphase? CathodeInterphase { get; init; }

    /// <summary>Exchange current density at the anode, A/m².</summary>
    public required double AnodeExchangeCurrentDensity { get; init; }

    /// <summary>How the anode meets the electrolyte.</summary>
    public AnodeContact AnodeContact { get; init; } = AnodeContact.PressedMetal;

    /// <summary>Hardness of the pressed metal, Pa.</summary>
    public double AnodeHardness { get; init; } = 2.4e6;

    /// <summary>Radius of the area that one contact spot serves, m.</summary>
    public double AnodeContactSpacing { get; init; } = 10e-6;

    /// <summary>Share of the contact that assembly made and that stays without pressure (evaporated, molten or isostatically pressed metal), 0 to 1. None is claimed by default.</summary>
    public double AnodeBondedFraction { get; init; }

    /// <summary>Porosity of the separator at its surface, 0 to below 1: contact cannot exceed the rest.</summary>
    public double AnodeSurfacePorosity { get; init; }

    /// <summary>Measured resistance of the anode's interface at assembly, ohm m²; stands for all of it, and only what grows later is added. Null when not measured.</summary>
    public double? MeasuredAnodeResistance { get; init; }

    /// <summary>Measured resistance of the cathode's interface at assembly, ohm m² of contacted surface; used likewise. Null when not measured.</summary>
    public double? MeasuredCathodeResistance { get; init; }

    /// <summary>Interlayer between electrolyte and anode.</summary>
    public InterfaceLayer AnodeInterlayer { get; init; }

    /// <summary>Surface layer that processing left on the separator (carbonate, hydrolysis).</summary>
    public InterfaceLayer AnodeSurfaceLayer { get; init; }

    /// <summary>Interphase at the anode; null when the pair does not react.</summary>
    public Interphase? AnodeInterphase { get; init; }

    /// <summary>Contact resistance of the two collectors together, ohm m².</summary>
    public double CollectorContactResistance { get; init; }
}

/// <summary>Resistances of the interfaces. Cathode values are per contacted particle surface, all others per electrode area; ohm m².</summary>
/// <param name="CathodeChargeTransfer">Charge transfer at the active surface.</param>
/// <param name="CathodeCoating">Coating.</param>
/// <param name="CathodeInterphase">Interphase.</param>
/// <param name="AnodeConstriction">Ions crowding into contact spots.</param>
/// <param name="AnodeInterlayer">Interlayer.</param>
/// <param name="AnodeSurfaceLayer">Surface layer left by processing.</param>
/// <param name="AnodeInterphase">Interphase.</param>
/// <param name="AnodeChargeTransfer">Charge transfer.</param>
/// <param name="Collectors">Both collectors.</param>
/// <param name="AnodeContactFraction">Real over apparent contact area at the anode.</param>
/// <param name="AnodeInterphaseThickness">m.</param>
/// <param name="CathodeInterphaseThickness">m.</param>
/// <param name="AnodeConsumedCharge">Lithium bound in the anode's interphase, C/m².</param>
/// <param name="CathodeConsumedCharge">Lithium bound in the cathode's interphase, C/m² of contacted surface.</param>
public readonly record struct InterfaceSet(
    double CathodeChargeTransfer, double CathodeCoating, double CathodeInterphase,
    double AnodeConstriction, double AnodeInterlayer, double AnodeSurfaceLayer, double AnodeInterphase, double AnodeChargeTransfer, double Collectors,
    double AnodeContactFraction, double AnodeInterphaseThickness, double CathodeInterphaseThickness, double AnodeConsumedCharge, double CathodeConsumedCharge)
{
    /// <summary>True when the anode's charge transfer holds a measured resistance of the whole interface.</summary>
    public bool IsAnodeMeasured { get; init; }

    /// <summary>True when the cathode's charge transfer holds a measured resistance of the whole interface.</summary>
    public bool IsCathodeMeasured { get; init; }

    /// <summary>Reasons to doubt the result.</summary>
    public InterfaceWarnings Warnings { get; init; }

    /// <summary>All of the anode's interface, ohm m² of electrode.</summary>
    public double AnodeTotal => AnodeConstriction + AnodeInterlayer + AnodeSurfaceLayer + AnodeInterphase + AnodeChargeTransfer;

    /// <summary>All of the cathode's interface, ohm m² of contacted surface.</summary>
    public double CathodeTotal => CathodeChargeTransfer + CathodeCoating + CathodeInterphase;

    /// <summary>Lithium bound in the anode's interphase, mAh/cm².</summary>
    public double AnodeConsumedMilliampereHourPerSquareCentimetre => AnodeConsumedCharge / 36_000;

    /// <summary>One part: the cathode's per contacted surface, all others per electrode area; ohm m².</summary>
    /// <param name="part">Which part.</param>
    public double this[InterfaceContribution part] => part switch
    {
        InterfaceContribution.CathodeChargeTransfer => CathodeChargeTransfer,
        InterfaceContribution.CathodeCoating => CathodeCoating,
        InterfaceContribution.CathodeInterphase => CathodeInterphase,
        InterfaceContribution.AnodeConstriction => AnodeConstriction,
        InterfaceContribution.AnodeInterlayer => AnodeInterlayer,
        InterfaceContribution.AnodeSurfaceLayer => AnodeSurfaceLayer,
        InterfaceContribution.AnodeInterphase => AnodeInterphase,
        InterfaceContribution.AnodeChargeTransfer => AnodeChargeTransfer,
        InterfaceContribution.Collectors => Collectors,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "not a part of the interfaces"),
    };
}
