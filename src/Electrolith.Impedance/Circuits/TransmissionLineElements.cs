using System.Numerics;

namespace Electrolith.Impedance.Circuits;

/// <summary>Composite electrodes as elements of a circuit: two rails of resistance A and C, joined by the interface Y = Qs^α, with derivatives.</summary>
/// <remarks>Parameters: resistance of rail A, of rail C, Q, α.</remarks>
internal static class TransmissionLineElements
{
    /// <summary>Current through rail A, rail C open at both ends: R_A R_C/S + R_A²/S tanh(h)/h with S = R_A + R_C, h = √(SY)/2.</summary>
    public static Complex Through(Complex s, ReadOnlySpan<double> p, Span<Complex> d)
    {
        var (a, c, sum, admittance) = (p[0], p[1], p[0] + p[1], p[2] * Complex.Pow(s, p[3]));
        var half = Complex.Sqrt(sum * admittance) / 2;
        var tanh = SafeHyperbolic.TanhOverArgument(half);
        var slope = DiffusionElements.TransmissiveSlope(half) / (2 * half); // by h²
        var z = ((a * c) + (a * a * tanh)) / sum;
        d[0] = ((c + (2 * a * tanh) + (a * a * slope * admittance / 4)) / sum) - (z / sum);
        d[1] = ((a + (a * a * slope * admittance / 4)) / sum) - (z / sum);
        Interface(s, p, a * a * slope / 4, admittance, d);
        return z;
    }

    /// <summary>From rail A at the front to rail C at the back: R_A R_C/S + [(R_A² + R_C²) coth(β)/β + 2 R_A R_C/(β sinh β)]/S with β = √(SY).</summary>
    public static Complex Across(Complex s, ReadOnlySpan<double> p, Span<Complex> d)
    {
        var (a, c, sum, admittance) = (p[0], p[1], p[0] + p[1], p[2] * Complex.Pow(s, p[3]));
        var square = sum * admittance;
        var beta = Complex.Sqrt(square);
        var coth = 1 / (square * SafeHyperbolic.TanhOverArgument(beta));
        var cosech = SafeHyperbolic.Cosech(beta) / beta;
        var cothSlope = DiffusionElements.BlockingSlope(beta) / (2 * beta); // by β²
        var cosechSlope = -cosech * ((1 / square) + coth) / 2;
        var (squares, twice) = ((a * a) + (c * c), 2 * a * c);
        var z = ((a * c) + (squares * coth) + (twice * cosech)) / sum;
        var bySquare = ((squares * cothSlope) + (twice * cosechSlope)) / sum;
        d[0] = ((c + (2 * a * coth) + (2 * c * cosech) - z) / sum) + (bySquare * admittance);
        d[1] = ((a + (2 * c * coth) + (2 * a * cosech) - z) / sum) + (bySquare * admittance);
        Interface(s, p, bySquare * sum, admittance, d);
        return z;
    }

    // From the derivative by Y to those by Q and α.
    private static void Interface(Complex s, ReadOnlySpan<double> p, Complex byAdmittance, Complex admittance, Span<Complex> d)
    {
        d[2] = byAdmittance * admittance / p[2];
        d[3] = byAdmittance * admittance * Complex.Log(s);
    }
}
