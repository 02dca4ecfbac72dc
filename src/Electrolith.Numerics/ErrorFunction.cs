using MathNet.Numerics;

namespace Electrolith.Numerics;

/// <summary>The error function.</summary>
public static class ErrorFunction
{
    /// <summary>Value of the error function.</summary>
    /// <param name="argument">Any number.</param>
    public static double Of(double argument) => SpecialFunctions.Erf(argument);
}
