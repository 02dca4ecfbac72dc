using Electrolith.Quantities;

namespace Electrolith.Interfaces;

/// <summary>An elastic sphere on a flat.</summary>
public static class HertzEquations
{
    /// <summary>Radius of the contact circle.</summary>
    /// <param name="load">Force, N.</param>
    /// <param name="sphereRadius">Radius, m.</param>
    /// <param name="compositeModulus">E*, Pa.</param>
    /// <returns>a, m.</returns>
    [Equation("interfaces.hertz.radius", @"a=\left(\frac{3WR}{4E^*}\right)^{1/3}", Source = "johnson1985", Locator = "sphere on flat")]
    public static double ContactRadius(double load, double sphereRadius, double compositeModulus) =>
        Math.Cbrt(3 * load * sphereRadius / (4 * compositeModulus));

    /// <summary>Pressure at the centre.</summary>
    /// <param name="load">Force, N.</param>
    /// <param name="contactRadius">a, m.</param>
    /// <returns>p₀, Pa.</returns>
    [Equation("interfaces.hertz.pressure", @"p_0=\frac{3W}{2\pi a^2}", Source = "johnson1985", Locator = "sphere on flat")]
    public static double PeakPressure(double load, double contactRadius) => 3 * load / (2 * Math.PI * contactRadius * contactRadius);

    /// <summary>Approach of the bodies.</summary>
    /// <param name="contactRadius">a, m.</param>
    /// <param name="sphereRadius">Radius, m.</param>
    /// <returns>δ, m.</returns>
    [Equation("interfaces.hertz.approach", @"\delta=a^2/R", Source = "johnson1985", Locator = "sphere on flat")]
    public static double Approach(double contactRadius, double sphereRadius) => contactRadius * contactRadius / sphereRadius;

    /// <summary>Load at which yield starts below the surface, where the peak pressure reaches 1.6 Y.</summary>
    /// <param name="sphereRadius">Radius, m.</param>
    /// <param name="yieldStrength">Y, Pa.</param>
    /// <param name="compositeModulus">E*, Pa.</param>
    /// <returns>W_Y, N.</returns>
    [Equation("interfaces.hertz.first-yield", @"W_Y=21.2\,R^2Y^3/E^{*2}", Source = "johnson1985", Locator = "with first yield at 1.6 Y")]
    public static double FirstYieldLoad(double sphereRadius, double yieldStrength, double compositeModulus) =>
        21.2 * sphereRadius * sphereRadius * Math.Pow(yieldStrength, 3) / (compositeModulus * compositeModulus);
}
