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

    /// <summary>1/(Z'² + Z''²), as Boukamp weights: the same as <see cref="Modulus"/>, under the name that some programs use.</summary>
    Boukamp,

    /// <summary>1/σ² with the standard deviations of <see cref="FitOptions.StandardDeviations"/>; the sum of squares is then χ².</summary>
    Measured,
}

/// <summary>What is compared with the model.</summary>
public enum FitQuantity
{
    /// <summary>Real and imaginary part of the impedance.</summary>
    Impedance,

    /// <summary>Real and imaginary part of the admittance: small impedances, such as those of a bulk beside an electrode tail, decide more.</summary>
    Admittance,

    /// <summary>|Z| alone, for spectra whose phase cannot be trusted.</summary>
    Modulus,
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

    /// <summary>Lower and upper bound of parameters, by name, in the parameter's unit.</summary>
    public ImmutableDictionary<string, (double Low, double High)> Bounds { get; init; } = ImmutableDictionary<string, (double Low, double High)>.Empty;

    /// <summary>Parameters that are a multiple of another one: name, the other's name, ratio. They have no freedom of their own.</summary>
    public ImmutableDictionary<string, (string Other, double Ratio)> Ties { get; init; } = ImmutableDictionary<string, (string Other, double Ratio)>.Empty;

    /// <summary>Pairs of which the first stays below the second, so that arcs keep their places.</summary>
    public ImmutableArray<(string Smaller, string Larger)> Order { get; init; } = [];

    /// <summary>Impedance unless the spectrum asks for something else.</summary>
    public FitQuantity Quantity { get; init; } = FitQuantity.Impedance;

    /// <summary>Standard deviations of real and imaginary part at each point, ohm, for <see cref="FitWeight.Measured"/>; see <see cref="ErrorStructure"/>.</summary>
    public ImmutableArray<(double Real, double Imaginary)> StandardDeviations { get; init; } = [];

    /// <summary>Searches from different places. 40: with fewer, the tutorial spectrum of the most used tool sometimes keeps its local minimum.</summary>
    public int Starts { get; init; } = 40;

    /// <summary>Seed of the places; same seed, same result.</summary>
    public ulong Seed { get; init; } = 1;
}
