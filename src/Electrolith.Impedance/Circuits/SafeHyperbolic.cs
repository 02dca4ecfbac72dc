using System.Numerics;

namespace Electrolith.Impedance.Circuits;

/// <summary>Hyperbolic functions of a complex argument with a positive real part that neither overflow nor lose digits.</summary>
internal static class SafeHyperbolic
{
    /// <summary>Below this the difference of exponentials loses digits and the series has them all.</summary>
    public const double Small = 0.05;

    // Six terms of the asymptotic series leave less than a unit in the last digit.
    private const double Far = 200;

    /// <summary>tanh(x)/x; 1 at zero.</summary>
    public static Complex TanhOverArgument(Complex x)
    {
        if (Complex.Abs(x) < Small)
        {
            var square = x * x;
            return 1 - (square * ((1.0 / 3) - (square * ((2.0 / 15) - (square * ((17.0 / 315) - (square * (62.0 / 2835))))))));
        }

        return Tanh(x) / x;
    }

    /// <summary>tanh(x).</summary>
    public static Complex Tanh(Complex x)
    {
        var fading = Complex.Exp(-2 * x);
        return (1 - fading) / (1 + fading);
    }

    /// <summary>1/sinh(x).</summary>
    public static Complex Cosech(Complex x)
    {
        if (Complex.Abs(x) < Small)
        {
            var square = x * x;
            return (1 - (square * ((1.0 / 6) - (square * ((7.0 / 360) - (square * ((31.0 / 15120) - (square * (127.0 / 604800))))))))) / x;
        }

        var fading = Complex.Exp(-x);
        return 2 * fading / (1 - (fading * fading));
    }

    /// <summary>1/cosh(x).</summary>
    public static Complex Sech(Complex x)
    {
        var fading = Complex.Exp(-x);
        return 2 * fading / (1 + (fading * fading));
    }

    /// <summary>1/sinh²(x).</summary>
    public static Complex CosechSquared(Complex x)
    {
        var fading = Complex.Exp(-2 * x);
        var difference = 1 - fading;
        return 4 * fading / (difference * difference);
    }

    /// <summary>1/cosh²(x).</summary>
    public static Complex SechSquared(Complex x)
    {
        var fading = Complex.Exp(-2 * x);
        var sum = 1 + fading;
        return 4 * fading / (sum * sum);
    }

    /// <summary>x coth(x) − 1, which a difference would not give for small x: the continued fraction x²/(3 + x²/(5 + …)).</summary>
    public static Complex CothExcess(Complex x)
    {
        if (Complex.Abs(x) > 1)
        {
            return (x / Tanh(x)) - 1;
        }

        var square = x * x;
        var value = new Complex(25, 0);
        for (var n = 23; n >= 3; n -= 2)
        {
            value = n + (square / value);
        }

        return square / value;
    }

    /// <summary>I1(x)/I0(x) of the modified Bessel functions: their continued fraction, and far out the asymptotic series.</summary>
    public static Complex BesselRatio(Complex x)
    {
        if (Complex.Abs(x) > Far)
        {
            var u = 1 / x;
            return 1 - (u * (0.5 + (u * (0.125 + (u * (0.125 + (u * ((25.0 / 128) + (u * ((13.0 / 32) + (u * (1073.0 / 1024))))))))))));
        }

        var terms = 30 + (int)(2 * Complex.Abs(x));
        var value = Complex.Zero;
        for (var n = terms; n >= 1; n--)
        {
            value = 1 / ((2 * n / x) + value);
        }

        return value;
    }

    /// <summary>Derivative of I1(x)/I0(x): 1 − r/x − r², of which far out nothing would be left by subtraction.</summary>
    public static Complex BesselRatioSlope(Complex x, Complex ratio)
    {
        if (Complex.Abs(x) <= Far)
        {
            return 1 - (ratio / x) - (ratio * ratio);
        }

        var u = 1 / x;
        return u * u * (0.5 + (u * (0.25 + (u * (0.375 + (u * ((25.0 / 32) + (u * ((65.0 / 32) + (u * (3219.0 / 512)))))))))));
    }
}
