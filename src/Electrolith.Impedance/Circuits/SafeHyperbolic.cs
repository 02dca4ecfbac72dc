using System.Numerics;

namespace Electrolith.Impedance.Circuits;

/// <summary>Hyperbolic functions of a complex argument with a positive real part that neither overflow nor lose digits.</summary>
internal static class SafeHyperbolic
{
    /// <summary>Below this the difference of exponentials loses digits and the series has them all.</summary>
    public const double Small = 0.05;

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
        var fading = Complex.Exp(-x);
        return 2 * fading / (1 - (fading * fading));
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

    /// <summary>I1(x)/I0(x) of the modified Bessel functions, by their continued fraction.</summary>
    public static Complex BesselRatio(Complex x)
    {
        var terms = 30 + (int)(2 * Math.Min(Complex.Abs(x), 500));
        var value = Complex.Zero;
        for (var n = terms; n >= 1; n--)
        {
            value = 1 / ((2 * n / x) + value);
        }

        return value;
    }
}
