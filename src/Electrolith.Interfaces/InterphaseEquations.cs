using Electrolith.Quantities;

namespace Electrolith.Interfaces;

/// <summary>Growth of an interphase and what it costs, SI units.</summary>
public static class InterphaseEquations
{
    /// <summary>Thickness after diffusion-limited growth, m.</summary>
    /// <param name="initialThickness">m.</param>
    /// <param name="rateConstant">k in X² = X0² + 2kt, m²/s: half of the constant k_p in X² = k_p t that some papers print.</param>
    /// <param name="time">s.</param>
    [Equation("interfaces.parabolic-growth", @"X^2=X_0^2+2kt", Source = "wagner1933", Locator = "mixed conduction through the layer")]
    public static double ParabolicThickness(double initialThickness, double rateConstant, double time) =>
        Math.Sqrt((initialThickness * initialThickness) + (2 * rateConstant * time));

    /// <summary>Thickness when a slow reaction gives way to slow diffusion, m.</summary>
    /// <param name="parabolicConstant">k_p in X²/k_p + X/k_l = t, m²/s.</param>
    /// <param name="linearConstant">k_l, m/s.</param>
    /// <param name="time">s.</param>
    [Equation("interfaces.linear-parabolic-growth", @"\frac{X^2}{k_p}+\frac{X}{k_l}=t", Source = "deal1965", Locator = "eq. 11 with no initial layer")]
    public static double LinearParabolicThickness(double parabolicConstant, double linearConstant, double time)
    {
        // The root that does not cancel digits at short times.
        var half = parabolicConstant / (2 * linearConstant);
        return parabolicConstant * time / (half + Math.Sqrt((half * half) + (parabolicConstant * time)));
    }

    /// <summary>Resistance of a layer, ohm m² of its area.</summary>
    /// <param name="thickness">m.</param>
    /// <param name="conductivity">Ionic conductivity, S/m.</param>
    [Equation("interfaces.film-resistance", @"R=\frac{X}{\sigma}", Source = "electrolith-derived", Locator = "Ohm's law")]
    public static double FilmResistance(double thickness, double conductivity) => thickness / conductivity;

    /// <summary>Charge (as lithium) in an interphase, C/m².</summary>
    /// <param name="thickness">m.</param>
    /// <param name="volumePerCharge">m³/C.</param>
    [Equation("interfaces.interphase-charge", @"q=\frac{F X}{V_q}", Source = "electrolith-derived", Locator = "Faraday's law")]
    public static double ConsumedCharge(double thickness, double volumePerCharge) => thickness / volumePerCharge;

    /// <summary>Thickness of a passivating layer that grows with the logarithm of time, m; both constants are fits.</summary>
    /// <param name="initialThickness">m.</param>
    /// <param name="length">λ, m.</param>
    /// <param name="timeConstant">t₀, s.</param>
    /// <param name="time">s.</param>
    [Equation("interfaces.logarithmic-growth", @"X=X_0+\lambda\ln(1+t/t_0)", Source = "electrolith-assumed", Locator = "form of passivating layers such as on LiPON")]
    public static double LogarithmicThickness(double initialThickness, double length, double timeConstant, double time) =>
        initialThickness + (length * Math.Log(1 + (time / timeConstant)));

    /// <summary>Rate constant of growth by mixed conduction, m²/s.</summary>
    /// <param name="volumePerCharge">m³/C.</param>
    /// <param name="ambipolarConductivity">σ_i σ_e/(σ_i + σ_e), mean over the window, S/m.</param>
    /// <param name="drivingPotential">V.</param>
    [Equation("interfaces.wagner-constant", @"k=\frac{V_q}{F}\tilde\sigma\,\Delta E", Source = "wagner1933", Locator = "rational rate constant, half of k_p")]
    public static double WagnerConstant(double volumePerCharge, double ambipolarConductivity, double drivingPotential) => volumePerCharge * ambipolarConductivity * drivingPotential;

    /// <summary>Volume of reaction products per charge, m³/C.</summary>
    /// <param name="productVolume">Volume of the products of one formula turn, m³/mol.</param>
    /// <param name="electrons">Electrons of that turn.</param>
    [Equation("interfaces.volume-per-charge", @"\frac{V_q}{F}=\frac{\sum_p\nu_pM_p/\rho_p}{n_eF}", Source = "electrolith-derived", Locator = "volumes of the products")]
    public static double VolumePerCharge(double productVolume, double electrons) => productVolume / (electrons * PhysicalConstants.Faraday);
}
