using System.Numerics;

namespace Electrolith.Impedance.Circuits;

/// <summary>Impedances of finite diffusion with derivatives, safe at any frequency.</summary>
internal static class DiffusionElements
{
    /// <summary>R coth(x)/x with x = √(sτ).</summary>
    public static Complex Blocking(Complex s, ReadOnlySpan<double> p, Span<Complex> d) => Fixed(s, p, d, isBlocking: true);

    /// <summary>R tanh(x)/x with x = √(sτ).</summary>
    public static Complex Transmissive(Complex s, ReadOnlySpan<double> p, Span<Complex> d) => Fixed(s, p, d, isBlocking: false);

    /// <summary>R coth(x)/x with x = (sτ)^α.</summary>
    public static Complex GeneralBlocking(Complex s, ReadOnlySpan<double> p, Span<Complex> d) => General(s, p, d, isBlocking: true);

    /// <summary>R tanh(x)/x with x = (sτ)^α.</summary>
    public static Complex GeneralTransmissive(Complex s, ReadOnlySpan<double> p, Span<Complex> d) => General(s, p, d, isBlocking: false);

    /// <summary>R tanh(x)/(x − tanh(x)) = R/(x coth(x) − 1) with x = √(sτ).</summary>
    public static Complex Sphere(Complex s, ReadOnlySpan<double> p, Span<Complex> d)
    {
        var x = Complex.Sqrt(s * p[1]);
        var excess = SafeHyperbolic.CothExcess(x);
        var shape = 1 / excess;
        // Derivative of x coth x: for small x from its own differential equation, x c' = x² + c − c², for large x as it stands.
        var rise = Complex.Abs(x) > 1 ? ((excess + 1) / x) - (x * SafeHyperbolic.CosechSquared(x)) : ((x * x) - (excess * (1 + excess))) / x;
        var slope = -rise * shape * shape;
        (d[0], d[1]) = (shape, p[0] * slope * x / (2 * p[1]));
        return p[0] * shape;
    }

    /// <summary>R I0(x)/(x I1(x)) with x = √(sτ).</summary>
    public static Complex Cylinder(Complex s, ReadOnlySpan<double> p, Span<Complex> d)
    {
        var x = Complex.Sqrt(s * p[1]);
        var ratio = SafeHyperbolic.BesselRatio(x);
        var shape = 1 / (x * ratio);
        var slope = -shape * ((1 / x) + (SafeHyperbolic.BesselRatioSlope(x, ratio) / ratio));
        (d[0], d[1]) = (shape, p[0] * slope * x / (2 * p[1]));
        return p[0] * shape;
    }

    /// <summary>√(R/Y) coth √(RY) with Y = Qs^α: ions in a pore whose wall blocks.</summary>
    public static Complex Pore(Complex s, ReadOnlySpan<double> p, Span<Complex> d)
    {
        var admittance = p[1] * Complex.Pow(s, p[2]);
        var x = Complex.Sqrt(p[0] * admittance);
        var shape = 1 / (x * x * SafeHyperbolic.TanhOverArgument(x));
        var slope = Slope(x, shape, isBlocking: true);
        d[0] = shape + (slope * x / 2);
        d[1] = p[0] * slope * x / (2 * p[1]);
        d[2] = p[0] * slope * x / 2 * Complex.Log(s);
        return p[0] * shape;
    }

    /// <summary>Derivative of coth(x)/x.</summary>
    public static Complex BlockingSlope(Complex x) => Slope(x, Shape(x, isBlocking: true), isBlocking: true);

    /// <summary>Derivative of tanh(x)/x.</summary>
    public static Complex TransmissiveSlope(Complex x) => Slope(x, Shape(x, isBlocking: false), isBlocking: false);

    private static Complex Fixed(Complex s, ReadOnlySpan<double> p, Span<Complex> d, bool isBlocking)
    {
        var x = Complex.Sqrt(s * p[1]);
        var shape = Shape(x, isBlocking);
        (d[0], d[1]) = (shape, p[0] * Slope(x, shape, isBlocking) * x / (2 * p[1]));
        return p[0] * shape;
    }

    private static Complex General(Complex s, ReadOnlySpan<double> p, Span<Complex> d, bool isBlocking)
    {
        var logarithm = Complex.Log(s * p[1]);
        var x = Complex.Exp(p[2] * logarithm);
        var shape = Shape(x, isBlocking);
        var slope = p[0] * Slope(x, shape, isBlocking) * x;
        (d[0], d[1], d[2]) = (shape, slope * p[2] / p[1], slope * logarithm);
        return p[0] * shape;
    }

    private static Complex Shape(Complex x, bool isBlocking)
    {
        var tanh = SafeHyperbolic.TanhOverArgument(x);
        return isBlocking ? 1 / (x * x * tanh) : tanh;
    }

    // Derivative of coth(x)/x or tanh(x)/x.
    private static Complex Slope(Complex x, Complex shape, bool isBlocking)
    {
        if (Complex.Abs(x) < SafeHyperbolic.Small)
        {
            var square = x * x;
            return isBlocking ? (-2 / (x * square)) - (x * ((2.0 / 45) - (square * ((8.0 / 945) - (square * (6.0 / 4725))))))
                : -x * ((2.0 / 3) - (square * ((8.0 / 15) - (square * ((102.0 / 315) - (square * (496.0 / 2835)))))));
        }

        return isBlocking ? (-SafeHyperbolic.CosechSquared(x) / x) - (shape / x) : (SafeHyperbolic.SechSquared(x) / x) - (shape / x);
    }
}
