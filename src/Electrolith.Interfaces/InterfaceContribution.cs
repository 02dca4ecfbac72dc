using System.Collections.Immutable;

namespace Electrolith.Interfaces;

/// <summary>The parts of the interface resistance.</summary>
public enum InterfaceContribution
{
    /// <summary>Charge transfer into the cathode's active material.</summary>
    CathodeChargeTransfer,

    /// <summary>Coating of the active material.</summary>
    CathodeCoating,

    /// <summary>Interphase on the active material.</summary>
    CathodeInterphase,

    /// <summary>Ions crowding into the contact spots of the anode.</summary>
    AnodeConstriction,

    /// <summary>Interlayer at the anode.</summary>
    AnodeInterlayer,

    /// <summary>Surface layer that processing left.</summary>
    AnodeSurfaceLayer,

    /// <summary>Interphase at the anode.</summary>
    AnodeInterphase,

    /// <summary>Charge transfer at the anode.</summary>
    AnodeChargeTransfer,

    /// <summary>Both collectors.</summary>
    Collectors,
}

/// <summary>Names of the parts, for tables and figures.</summary>
public static class InterfaceContributionText
{
    /// <summary>All parts.</summary>
    public static ImmutableArray<InterfaceContribution> All { get; } = [.. Enum.GetValues<InterfaceContribution>()];

    /// <summary>Name of a part.</summary>
    /// <param name="part">Which part.</param>
    /// <param name="isMeasured">True when a measured resistance of the whole interface stands in it.</param>
    public static string Name(InterfaceContribution part, bool isMeasured = false) => part switch
    {
        InterfaceContribution.CathodeChargeTransfer => isMeasured ? "cathode interface (measured)" : "cathode charge transfer",
        InterfaceContribution.CathodeCoating => "cathode coating",
        InterfaceContribution.CathodeInterphase => "cathode interphase",
        InterfaceContribution.AnodeConstriction => "anode contact",
        InterfaceContribution.AnodeInterlayer => "anode interlayer",
        InterfaceContribution.AnodeSurfaceLayer => "anode surface layer",
        InterfaceContribution.AnodeInterphase => "anode interphase",
        InterfaceContribution.AnodeChargeTransfer => isMeasured ? "anode interface (measured)" : "anode charge transfer",
        InterfaceContribution.Collectors => "collectors",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "not a part of the interfaces"),
    };
}
