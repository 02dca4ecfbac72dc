using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Desk;

/// <summary>How a composite electrode was contacted.</summary>
public enum CompositeContact
{
    /// <summary>Between electron conductors that block ions: the direct current is of electrons (T type).</summary>
    Electrons,

    /// <summary>Between electrolyte layers that block electrons: the direct current is of ions (T type).</summary>
    Ions,

    /// <summary>Electrolyte on one side, a metal on the other, nothing but the interface between the phases: no direct current (Z type).</summary>
    Across,
}

/// <summary>A spectrum of a composite electrode.</summary>
/// <param name="Spectrum">The spectrum.</param>
/// <param name="Contact">How it was contacted.</param>
public sealed record CompositeMeasurement(Spectrum Spectrum, CompositeContact Contact);

/// <summary>How the line is fitted.</summary>
public sealed record CompositeFitOptions
{
    /// <summary>True when both rails have grain boundaries, a resistor beside a constant-phase element each. Off by default: four parameters are enough for most spectra.</summary>
    public bool HasGrainBoundaries { get; init; }

    /// <summary>True when every spectrum has a resistance in series (electrolyte layers, contacts). Off by default: with the line alone direct current and high frequency determine both rails.</summary>
    public bool HasSeriesResistance { get; init; }

    /// <summary>Searches from different places; the valleys of a line are few, 24 find the lowest.</summary>
    public int Starts { get; init; } = 24;

    /// <summary>Seed of the places.</summary>
    public ulong Seed { get; init; } = 1;
}
