using System.Collections.Immutable;

namespace Electrolith.Routes.Pipeline;

/// <summary>Where in the cell a resistance arises.</summary>
public enum ResistancePart
{
    /// <summary>Ions through the separator.</summary>
    Separator,

    /// <summary>Ions and electrons through the depth of the cathode, with charge transfer spread over that depth.</summary>
    CathodeTransport,

    /// <summary>Charge transfer at the active material.</summary>
    CathodeChargeTransfer,

    /// <summary>Ions through the coating of the active material.</summary>
    CathodeCoating,

    /// <summary>Ions through the interphase on the active material.</summary>
    CathodeInterphase,

    /// <summary>Ions crowding into the contact spots at the anode.</summary>
    AnodeContact,

    /// <summary>Ions through the interlayer.</summary>
    AnodeInterlayer,

    /// <summary>Ions through a surface layer left by processing (carbonate, hydrolysis).</summary>
    AnodeSurfaceLayer,

    /// <summary>Ions through the interphase at the anode.</summary>
    AnodeInterphase,

    /// <summary>Charge transfer at the anode.</summary>
    AnodeChargeTransfer,

    /// <summary>Ions through the depth of a composite anode.</summary>
    AnodeTransport,

    /// <summary>Contact to the two current collectors.</summary>
    Collectors,
}

/// <summary>Names of the parts.</summary>
public static class ResistanceParts
{
    /// <summary>All parts in the order from collector to collector used in tables.</summary>
    public static ImmutableArray<ResistancePart> All { get; } = [.. Enum.GetValues<ResistancePart>()];

    /// <summary>Name in tables and figures.</summary>
    /// <param name="part">The part.</param>
    public static string Name(this ResistancePart part) => part switch
    {
        ResistancePart.Separator => "separator",
        ResistancePart.CathodeTransport => "cathode transport",
        ResistancePart.CathodeChargeTransfer => "cathode charge transfer",
        ResistancePart.CathodeCoating => "cathode coating",
        ResistancePart.CathodeInterphase => "cathode interphase",
        ResistancePart.AnodeContact => "anode contact",
        ResistancePart.AnodeInterlayer => "anode interlayer",
        ResistancePart.AnodeSurfaceLayer => "anode surface layer",
        ResistancePart.AnodeInterphase => "anode interphase",
        ResistancePart.AnodeChargeTransfer => "anode charge transfer",
        ResistancePart.AnodeTransport => "anode transport",
        _ => "collectors",
    };
}
