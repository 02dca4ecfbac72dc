using System.Collections.Immutable;
using System.Numerics;

namespace Electrolith.Impedance.Desk;

/// <summary>The line of a composite electrode with named parameters, the same for every way of contacting it.</summary>
/// <remarks>Parameters are held as logarithms, exponents as they are; <see cref="Names"/> tells their order.</remarks>
internal sealed class CompositeLine
{
    private readonly bool hasGrainBoundaries;
    private readonly int series;

    /// <summary>Makes the model.</summary>
    /// <param name="options">What the line has.</param>
    /// <param name="measurements">Number of spectra, each with its own series resistance when there is one.</param>
    public CompositeLine(CompositeFitOptions options, int measurements)
    {
        hasGrainBoundaries = options.HasGrainBoundaries;
        var names = new List<string> { "electronResistance", "ionResistance", "interfaceQ", "interfaceAlpha" };
        if (hasGrainBoundaries)
        {
            names.AddRange(["electronBoundaryResistance", "electronBoundaryQ", "electronBoundaryAlpha", "ionBoundaryResistance", "ionBoundaryQ", "ionBoundaryAlpha"]);
        }

        series = options.HasSeriesResistance ? names.Count : -1;
        if (series >= 0)
        {
            names.AddRange(Enumerable.Range(1, measurements).Select(number => $"seriesResistance{number}"));
        }

        Names = [.. names];
    }

    /// <summary>Names of the parameters.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>True for an exponent, which is not held as a logarithm.</summary>
    /// <param name="index">Which parameter.</param>
    public bool IsExponent(int index) => Names[index].EndsWith("Alpha", StringComparison.Ordinal);

    /// <summary>Unit of a parameter.</summary>
    /// <param name="index">Which parameter.</param>
    public string Unit(int index) => IsExponent(index) ? "" : Names[index].EndsWith('Q') ? "S s^alpha" : "ohm";

    /// <summary>Value of a parameter.</summary>
    /// <param name="held">As held by the search.</param>
    /// <param name="index">Which parameter.</param>
    public double Value(ReadOnlySpan<double> held, int index) => IsExponent(index) ? held[index] : Math.Exp(held[index]);

    /// <summary>Impedance, ohm.</summary>
    /// <param name="held">Parameters as held by the search.</param>
    /// <param name="angular">2πf, 1/s.</param>
    /// <param name="contact">How the electrode is contacted.</param>
    /// <param name="measurement">Number of the spectrum, for its series resistance.</param>
    public Complex Impedance(ReadOnlySpan<double> held, double angular, CompositeContact contact, int measurement)
    {
        var s = new Complex(0, angular);
        Complex electrons = Math.Exp(held[0]);
        Complex ions = Math.Exp(held[1]);
        if (hasGrainBoundaries)
        {
            electrons += Boundary(s, held, 4);
            ions += Boundary(s, held, 7);
        }

        var admittance = Math.Exp(held[2]) * Complex.Pow(s, held[3]);
        var z = contact == CompositeContact.Electrons ? new TwoRailLine(electrons, ions, admittance).Impedance(RailTerminals.Through)
            : new TwoRailLine(ions, electrons, admittance).Impedance(contact == CompositeContact.Ions ? RailTerminals.Through : RailTerminals.Across);
        return series < 0 ? z : z + Math.Exp(held[series + measurement]);
    }

    private static Complex Boundary(Complex s, ReadOnlySpan<double> held, int first)
    {
        var resistance = Math.Exp(held[first]);
        return resistance / (1 + (resistance * Math.Exp(held[first + 1]) * Complex.Pow(s, held[first + 2])));
    }
}
