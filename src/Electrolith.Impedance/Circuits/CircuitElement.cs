using System.Collections.Immutable;
using System.Numerics;

namespace Electrolith.Impedance.Circuits;

/// <summary>What a parameter of an element may be, and where a search begins.</summary>
/// <param name="Suffix">Part of the parameter's name after the element's; empty when the element has one parameter.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="IsExponent">True for an exponent between 0 and 1; false for a positive quantity that is searched on a logarithmic axis.</param>
public sealed record ElementParameter(string Suffix, string Unit, bool IsExponent);

/// <summary>A kind of circuit element: its impedance and the derivatives of it.</summary>
/// <param name="Symbol">How it is written in a circuit.</param>
/// <param name="Name">What it is.</param>
/// <param name="Formula">Impedance in TeX, s = jω.</param>
/// <param name="Parameters">Its parameters in order.</param>
/// <param name="Evaluate">Computes impedance and derivatives.</param>
public sealed record CircuitElement(string Symbol, string Name, string Formula, ImmutableArray<ElementParameter> Parameters, ElementFunction Evaluate)
{
    /// <summary>Impedance at low and at high frequency, in TeX, as far as it is simpler than the formula.</summary>
    public string Limits { get; init; } = "";

    /// <summary>Key of the source.</summary>
    public string Source { get; init; } = "barsoukov2018";
}

/// <summary>Computes the impedance of an element.</summary>
/// <param name="s">jω, rad/s.</param>
/// <param name="parameters">Values in the order of the element.</param>
/// <param name="derivatives">Receives dZ/dp for each parameter.</param>
/// <returns>Impedance, ohm.</returns>
public delegate Complex ElementFunction(Complex s, ReadOnlySpan<double> parameters, Span<Complex> derivatives);
