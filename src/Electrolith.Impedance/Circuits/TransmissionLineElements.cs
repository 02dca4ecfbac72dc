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

    /// <summary>
    /// As <see cref="Across"/>, with an admittance w between the rails at the back, such as that of a blocking collector:
    /// {R_A R_C + [R_A² + R_C² + 2 R_A R_C/cosh β + R_A² S w tanh(β)/β]/(β tanh β + S w)}/S. Parameters five and six: w = W s^α_W.
    /// </summary>
    public static Complex AcrossToWall(Complex s, ReadOnlySpan<double> p, Span<Complex> d)
    {
        var (a, c, sum) = (p[0], p[1], p[0] + p[1]);
        var (admittance, wall) = (p[2] * Complex.Pow(s, p[3]), p[4] * Complex.Pow(s, p[5]));
        var square = sum * admittance;
        var beta = Complex.Sqrt(square);
        var tanh = SafeHyperbolic.TanhOverArgument(beta);
        var sech = SafeHyperbolic.Sech(beta);
        var tanhSlope = DiffusionElements.TransmissiveSlope(beta) / (2 * beta); // both by β²
        var sechSlope = -sech * tanh / 2;
        var above = (a * a) + (c * c) + (2 * a * c * sech) + (a * a * sum * wall * tanh);
        var below = (square * tanh) + (sum * wall);
        var z = ((a * c) + (above / below)) / sum;
        var aboveBySquare = (2 * a * c * sechSlope) + (a * a * sum * wall * tanhSlope);
        var belowBySquare = tanh + (square * tanhSlope);
        Complex Slope(Complex ofAbove, Complex ofBelow) => (ofAbove - (above / below * ofBelow)) / (below * sum);
        var common = (a * a * wall * tanh) + (aboveBySquare * admittance);
        var belowByRail = (belowBySquare * admittance) + wall;
        d[0] = ((c - z) / sum) + Slope((2 * a) + (2 * c * sech) + (2 * a * sum * wall * tanh) + common, belowByRail);
        d[1] = ((a - z) / sum) + Slope((2 * c) + (2 * a * sech) + common, belowByRail);
        Interface(s, p, sum * Slope(aboveBySquare, belowBySquare), admittance, d);
        var byWall = Slope(a * a * sum * tanh, sum);
        d[4] = byWall * wall / p[4];
        d[5] = byWall * wall * Complex.Log(s);
        return z;
    }

    // From the derivative by Y to those by Q and α.
    private static void Interface(Complex s, ReadOnlySpan<double> p, Complex byAdmittance, Complex admittance, Span<Complex> d)
    {
        d[2] = byAdmittance * admittance / p[2];
        d[3] = byAdmittance * admittance * Complex.Log(s);
    }
}
