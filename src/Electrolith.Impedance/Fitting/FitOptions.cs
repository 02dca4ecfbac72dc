using System.Collections.Immutable;

namespace Electrolith.Impedance.Fitting;

/// <summary>How much a point counts.</summary>
public enum FitWeight
{
    /// <summary>All alike: large impedances decide.</summary>
    Unit,

    /// <summary>1/|Z|²: the relative error of the modulus counts.</summary>
    Modulus,

    /// <summary>1/Z'² and 1/Z''²: each part by its own size.</summary>
    Proportional,
}

/// <summary>How a circuit is fitted.</summary>
public sealed record FitOptions
{
    /// <summary>Weights; modulus by default, because errors of an instrument grow with what it measures.</summary>
    public FitWeight Weight { get; init; } = FitWeight.Modulus;

    /// <summary>Where parameters begin, by name; those not given are guessed from the spectrum.</summary>
    public ImmutableDictionary<string, double> Initial { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>Parameters that are held at a value.</summary>
    public ImmutableDictionary<string, double> Fixed { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>Searches from different places. 40: with fewer, the tutorial spectrum of the most used tool sometimes keeps its local minimum.</summary>
    public int Starts { get; init; } = 40;

    /// <summary>Seed of the places; same seed, same result.</summary>
    public ulong Seed { get; init; } = 1;
}
