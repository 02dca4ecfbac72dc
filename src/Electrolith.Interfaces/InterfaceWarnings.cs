using System.Collections.Immutable;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Interfaces;

/// <summary>Reasons to doubt the interfaces; <see cref="InterfaceWarningText"/> says them in words.</summary>
[Flags]
public enum InterfaceWarnings
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>EL2201: a metal that nothing presses or bonds.</summary>
    NoContact = 1,

    /// <summary>EL2202: a metal pressed harder than it resists.</summary>
    PressureAboveHardness = 2,

    /// <summary>EL2203: an interphase thicker than 1 µm.</summary>
    ThickInterphase = 4,

    /// <summary>EL2204: a pressed metal above the melting point of lithium.</summary>
    AboveLithiumMelting = 8,

    /// <summary>EL2205: a coating thicker than 50 nm.</summary>
    ThickCoating = 16,
}

/// <summary>The warnings in words.</summary>
public static class InterfaceWarningText
{
    private static readonly (InterfaceWarnings Flag, string Code, string Message, string? Hint)[] Texts =
    [
        (InterfaceWarnings.NoContact, "EL2201", "nothing presses or bonds the anode on the electrolyte: the contact of loosely resting metal was used", "give a stack pressure or a bonded anode"),
        (InterfaceWarnings.PressureAboveHardness, "EL2202", "the stack pressure exceeds the hardness of the anode metal, which then creeps into pores and cracks of the separator", "lower the stack pressure"),
        (InterfaceWarnings.ThickInterphase, "EL2203", "an interphase is thicker than 1 um: its parabolic growth is extrapolated", "add a coating or an interlayer, or look at a shorter age"),
        (InterfaceWarnings.AboveLithiumMelting, "EL2204", "lithium melts at 180.5 degC: the contact of a pressed solid was modelled", "treat the anode as in full contact"),
        (InterfaceWarnings.ThickCoating, "EL2205", "the coating is thicker than 50 nm: cracks of thick coatings are not modelled", null),
    ];

    /// <summary>Warnings as diagnostics without a place in a text.</summary>
    /// <param name="warnings">The flags of an <see cref="InterfaceSet"/>.</param>
    public static ImmutableArray<Diagnostic> Describe(InterfaceWarnings warnings) =>
    [
        .. Texts.Where(text => warnings.HasFlag(text.Flag))
            .Select(text => new Diagnostic(text.Code, Severity.Warning, Source: null, new SourceSpan(0, 1, 1), "interfaces", text.Message, text.Hint)),
    ];
}
