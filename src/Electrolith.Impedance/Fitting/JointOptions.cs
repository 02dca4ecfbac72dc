using System.Collections.Immutable;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Fitting;

/// <summary>A spectrum of a series.</summary>
/// <param name="Spectrum">The spectrum.</param>
/// <param name="Condition">Temperature in K, pressure in Pa or time in s, by the law of the series.</param>
public sealed record SeriesSpectrum(Spectrum Spectrum, double Condition);

/// <summary>How a parameter goes through a series.</summary>
public enum SeriesLaw
{
    /// <summary>A value of its own in each spectrum.</summary>
    Own,

    /// <summary>The same value in all.</summary>
    Shared,

    /// <summary>A resistance or time of a hopping process: p = p_ref (T/T_ref) exp(E/k (1/T − 1/T_ref)), the conductivity times temperature being activated.</summary>
    Arrhenius,

    /// <summary>p = p_ref (x/x_ref)^m, as resistances go with stack pressure.</summary>
    Power,

    /// <summary>p = p0 + k xⁿ with its own p0, k and n, as interphases grow with time.</summary>
    Growth,
}

/// <summary>How a series is fitted.</summary>
public sealed record JointOptions
{
    /// <summary>Laws by parameter name; a parameter that is not named has a value of its own in each spectrum.</summary>
    public ImmutableDictionary<string, SeriesLaw> Laws { get; init; } = ImmutableDictionary<string, SeriesLaw>.Empty;

    /// <summary>Groups of parameters with the same activation energy, exponent of pressure, or exponent of time.</summary>
    public ImmutableArray<ImmutableArray<string>> SharedExponents { get; init; } = [];

    /// <summary>Where the laws have their reference value: 25 °C, or the condition in the middle of the series when null.</summary>
    public double? Reference { get; init; }

    /// <summary>Weights, starts, held parameters of the single fits that the joint one begins from.</summary>
    public FitOptions Single { get; init; } = new();
}
