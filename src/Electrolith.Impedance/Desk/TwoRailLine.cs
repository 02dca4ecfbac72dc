using System.Numerics;
using Electrolith.Impedance.Circuits;
using Electrolith.Quantities;

namespace Electrolith.Impedance.Desk;

/// <summary>How the current enters and leaves a line of two rails.</summary>
public enum RailTerminals
{
    /// <summary>Into rail A at the front and out of rail C at the back: a symmetric cell, the working electrode of a cell (Z type).</summary>
    Across,

    /// <summary>Into rail A at the front and out of rail A at the back: current through one phase, the other blocked (T type).</summary>
    Through,

    /// <summary>Into rail A and out of rail C, both at the front (E type).</summary>
    SameEnd,
}

/// <summary>
/// A composite electrode as two rails, one of ions and one of electrons, joined all along by the interface, with an admittance
/// between the rails at either end: the universal line of Siroma et al. (2015), of which the T, Z and E types are cases.
/// </summary>
/// <param name="RailA">Impedance of the whole rail A, ohm; complex when the rail has grain boundaries of its own.</param>
/// <param name="RailC">Impedance of the whole rail C, ohm.</param>
/// <param name="Interface">Admittance of the whole interface, S.</param>
/// <remarks>
/// Valid for an electrode that is the same everywhere across its thickness, and small against its lateral size. Solved in sums
/// that keep their digits from a line that is all but shorted (no difference between the rails) to one that is endless.
/// </remarks>
public readonly record struct TwoRailLine(Complex RailA, Complex RailC, Complex Interface)
{
    /// <summary>Admittance between the rails at the front, S; none by default.</summary>
    public Complex Front { get; init; }

    /// <summary>Admittance between the rails at the back, S, such as that of a blocking wall; none by default.</summary>
    public Complex Back { get; init; }

    /// <summary>Impedance between the terminals, ohm.</summary>
    /// <param name="terminals">Where the current goes in and out.</param>
    [Equation("impedance.two-rail-line", @"\frac{d^2u}{dx^2}=(Z_A+Z_C)Y\,u,\quad u=\varphi_A-\varphi_C", Source = "siroma2015", Locator = "universal line, from its differential equation")]
    public Complex Impedance(RailTerminals terminals)
    {
        // u = p cosh(βx)/cosh(β/2) + q sinh(βx)/sinh(β/2) with x from −½ to ½.
        var sum = RailA + RailC;
        var tanh = SafeHyperbolic.TanhOverArgument(Complex.Sqrt(sum * Interface) / 2);
        var even = sum * Interface * tanh / 2; // β tanh(β/2)
        var odd = 2 / tanh; // β coth(β/2)
        var line = terminals == RailTerminals.SameEnd ? 0 : 1;
        var (into, outOf) = (1, terminals == RailTerminals.Through ? 1 : 0);
        // Current of rail A at either end: (Z_C I − u')/(Z_A + Z_C) = into − Front u(front), outOf + Back u(back).
        var (first, second) = ((RailC * line) - (sum * into), (RailC * line) - (sum * outOf));
        var (frontEven, frontOdd) = (-even - (sum * Front), odd + (sum * Front));
        var (backEven, backOdd) = (even + (sum * Back), odd + (sum * Back));
        var determinant = (frontEven * backOdd) - (frontOdd * backEven);
        var p = ((first * backOdd) - (frontOdd * second)) / determinant;
        var q = ((frontEven * second) - (first * backEven)) / determinant;
        var alongA = ((RailC * line) - (2 * q)) / sum; // mean current of rail A
        return terminals switch
        {
            RailTerminals.Through => RailA * alongA,
            RailTerminals.SameEnd => p - q,
            _ => p - q + (RailC * (line - alongA)),
        };
    }
}
