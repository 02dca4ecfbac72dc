namespace Electrolith.Numerics.Tests.Sensitivity;

/// <summary>sin x1 + 7 sin² x2 + 0.1 x3⁴ sin x1 on [-pi, pi]³ (Ishigami and Homma, 1990) with its exact indices, and SALib's numbers for it.</summary>
internal static class Ishigami
{
    private static readonly double First = Math.Pow(1 + (0.1 * Math.Pow(Math.PI, 4) / 5), 2) / 2;
    private static readonly double Joint = 0.01 * Math.Pow(Math.PI, 8) * ((1 / 18.0) - (1 / 50.0));

    /// <summary>Exact variance: alone x1, alone x2 (49/8), x1 with x3.</summary>
    public static double Variance => First + (49 / 8.0) + Joint;

    public static double[] ExactFirst => [First / Variance, 49 / 8.0 / Variance, 0];

    public static double[] ExactTotal => [(First + Joint) / Variance, 49 / 8.0 / Variance, Joint / Variance];

    /// <summary>The function at a point of the unit cube.</summary>
    public static double At(ReadOnlySpan<double> unit)
    {
        var (x1, x2, x3) = ((2 * unit[0]) - 1, (2 * unit[1]) - 1, ((2 * unit[2]) - 1) * Math.PI);
        return Math.Sin(Math.PI * x1) + (7 * Math.Pow(Math.Sin(Math.PI * x2), 2)) + (0.1 * Math.Pow(x3, 4) * Math.Sin(Math.PI * x1));
    }
}
