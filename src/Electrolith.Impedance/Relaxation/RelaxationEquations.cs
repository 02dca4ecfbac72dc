using System.Numerics;
using Electrolith.Quantities;

namespace Electrolith.Impedance.Relaxation;

/// <summary>Distributions in closed form, and what one relaxation adds to the impedance.</summary>
public static class RelaxationEquations
{
    /// <summary>One relaxation of 1 ohm: 1/(1 + jωτ).</summary>
    /// <param name="omegaTime">ωτ.</param>
    [Equation("impedance.drt", @"Z=R_\infty+j\omega L+\int_{-\infty}^{\infty}\frac{\gamma(\ln\tau)}{1+j\omega\tau}\,d\ln\tau", Source = "wan2015", Locator = "definition of the distribution")]
    public static Complex Relaxation(double omegaTime) => 1 / new Complex(1, omegaTime);

    /// <summary>γ of a resistor beside a constant-phase element (ZARC, Cole-Cole), ohm.</summary>
    /// <param name="resistance">Area under γ, ohm.</param>
    /// <param name="exponent">Exponent of the element, above 0 and below 1.</param>
    /// <param name="place">ln(τ/τ₀).</param>
    [Equation("impedance.drt.zarc", @"\gamma=\frac{R}{2\pi}\,\frac{\sin((1-\phi)\pi)}{\cosh(\phi\ln(\tau/\tau_0))-\cos((1-\phi)\pi)}", Source = "cole1941", Locator = "distribution of the depressed arc")]
    public static double DepressedArc(double resistance, double exponent, double place) =>
        resistance / (2 * Math.PI) * Math.Sin((1 - exponent) * Math.PI) / (Math.Cosh(exponent * place) - Math.Cos((1 - exponent) * Math.PI));

    /// <summary>Full width of that peak at half of its height, in ln τ.</summary>
    /// <param name="exponent">Exponent of the element, above 0 and below 1.</param>
    [Equation("impedance.drt.zarc-width", @"\Delta\ln\tau=\frac{2}{\phi}\,\mathrm{arcosh}(2-\cos((1-\phi)\pi))", Source = "electrolith-derived", Locator = "half of the maximum of impedance.drt.zarc")]
    public static double DepressedArcWidth(double exponent) => 2 / exponent * Math.Acosh(2 - Math.Cos((1 - exponent) * Math.PI));

    /// <summary>γ of a Gerischer element R/√(1 + jωτ₀), ohm.</summary>
    /// <param name="resistance">Area under γ, ohm.</param>
    /// <param name="ratio">τ/τ₀.</param>
    [Equation("impedance.drt.gerischer", @"\gamma=\frac{R}{\pi}\sqrt{\frac{\tau}{\tau_0-\tau}},\quad \tau<\tau_0", Source = "electrolith-derived", Locator = "jump of R/sqrt(1+s tau0) across its cut, divided by 2 pi")]
    public static double Gerischer(double resistance, double ratio) => ratio is > 0 and < 1 ? resistance / Math.PI * Math.Sqrt(ratio / (1 - ratio)) : 0;

    /// <summary>Minus twice the logarithm of the probability of a spectrum with the likeliest size of the noise, but for a constant.</summary>
    /// <param name="misfit">|r|² + μ · roughness.</param>
    /// <param name="freedom">Points less unknowns that the prior does not hold.</param>
    /// <param name="held">Unknowns that the prior holds.</param>
    /// <param name="strength">μ.</param>
    /// <param name="logDeterminant">ln of the determinant of the curvature of half the misfit.</param>
    [Equation("impedance.drt.evidence", @"-2\ln P=\nu\ln(|r|^2+\mu\,u^TMu)-m\ln\mu+\ln\det(J^TJ+\mu M)+const", Source = "mackay1992", Locator = "evidence for alpha and beta, the size of the noise eliminated")]
    public static double Improbability(double misfit, int freedom, int held, double strength, double logDeterminant) =>
        (freedom * Math.Log(misfit)) - (held * Math.Log(strength)) + logDeterminant;
}
