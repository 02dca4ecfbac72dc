using Electrolith.Quantities;

namespace Electrolith.Processing.Sintering;

/// <summary>Closed forms of sintering, SI units.</summary>
public static class SinterEquations
{
    /// <summary>Relative density on the master sintering curve.</summary>
    /// <param name="greenDensity">D₀, relative density before firing, 0 to 1.</param>
    /// <param name="work">Θ over its value in the middle of the curve.</param>
    /// <param name="width">Width b of the curve in ln Θ.</param>
    [Equation("processing.master-curve", @"D=D_0+\frac{1-D_0}{1+(\Theta/\Theta_m)^{-1/b}}", Source = "su1996", Locator = "sigmoid form of the master sintering curve")]
    public static double MasterCurve(double greenDensity, double work, double width) =>
        work > 0 ? greenDensity + ((1 - greenDensity) / (1 + Math.Pow(work, -1 / width))) : greenDensity;

    /// <summary>Rate of the work of sintering, 1/K.</summary>
    /// <param name="temperature">K.</param>
    /// <param name="activationEnergy">Q, J/mol.</param>
    [Equation("processing.work-rate", @"\dot\Theta=\frac1T e^{-Q/RT}", Source = "su1996", Locator = "integrand of the master sintering curve")]
    public static double WorkRate(double temperature, double activationEnergy) => Math.Exp(-activationEnergy / (PhysicalConstants.MolarGas * temperature)) / temperature;

    /// <summary>Densification rate of the combined-stage model, 1/s.</summary>
    /// <param name="density">D.</param>
    /// <param name="grainSize">G, m.</param>
    /// <param name="boundary">γΩδD_b/(kT), m⁴/s.</param>
    /// <param name="volume">γΩD_v/(kT), m³/s.</param>
    /// <returns>dD/dt, never negative.</returns>
    /// <remarks>Γ falls by three decades from the green to the dense state (assumed shape exp(-7(D-0.5)/0.5)), and the rate ends with the last pore.</remarks>
    [Equation("processing.combined-stage", @"\frac{dD}{dt}=3D\frac{\gamma\Omega}{kT}\left[\frac{\delta D_b\Gamma_b}{G^4}+\frac{D_v\Gamma_v}{G^3}\right]", Source = "hansen1992", Locator = "combined-stage model")]
    public static double CombinedStageRate(double density, double grainSize, double boundary, double volume)
    {
        var open = Math.Max(1 - density, 0);
        var geometry = Math.Exp(-7 * (density - 0.5) / 0.5) * (open / (open + 0.02));
        var cube = grainSize * grainSize * grainSize;
        return 3 * density * geometry * ((boundary / (cube * grainSize)) + (volume / cube));
    }

    /// <summary>Rate of grain growth, m/s.</summary>
    /// <param name="grainSize">G, m.</param>
    /// <param name="constant">k, mⁿ/s at the temperature.</param>
    /// <param name="exponent">n.</param>
    /// <param name="largest">Zener limit, m; infinite without particles.</param>
    [Equation("processing.grain-growth-rate", @"\dot G=\frac{k}{nG^{n-1}}\left(1-\frac{G}{G_{max}}\right)", Source = "burke1952", Locator = "differential form with a limiting size")]
    public static double GrainGrowthRate(double grainSize, double constant, double exponent, double largest) =>
        constant / (exponent * Math.Pow(grainSize, exponent - 1)) * Math.Max(0, 1 - (grainSize / largest));

    /// <summary>Largest grain that second-phase particles allow, m.</summary>
    /// <param name="particleRadius">m.</param>
    /// <param name="volumeFraction">Of the particles, above 0.</param>
    [Equation("processing.zener", @"G_{max}=\frac{4r_p}{3f_p}", Source = "smith1948", Locator = "Zener's limit as told by Smith")]
    public static double ZenerLimit(double particleRadius, double volumeFraction) => 4 * particleRadius / (3 * volumeFraction);

    /// <summary>Pore fraction at which trapped gas balances the capillary pressure.</summary>
    /// <param name="gasPressure">When the pores closed, Pa.</param>
    /// <param name="poreRadius">m.</param>
    /// <param name="surfaceEnergy">γ, J/m².</param>
    /// <param name="appliedPressure">Pa.</param>
    /// <remarks>Pores close at a relative density of 0.92. Gases that dissolve (oxygen, water) do not count.</remarks>
    [Equation("processing.trapped-gas", @"1-D=0.08\frac{p_0}{p_0+2\gamma/r+P}", Source = "electrolith-derived", Locator = "ideal gas in closed pores against capillary pressure")]
    public static double TrappedPorosity(double gasPressure, double poreRadius, double surfaceEnergy, double appliedPressure) =>
        0.08 * gasPressure / (gasPressure + (2 * surfaceEnergy / poreRadius) + appliedPressure);

    /// <summary>Flux of lithium into the gas, mol/(m² s).</summary>
    /// <param name="pressure">Vapour pressure of lithium species at the surface less that in the gas, Pa (lithium atoms).</param>
    /// <param name="transfer">Mass transfer coefficient of the gas film, m/s.</param>
    /// <param name="temperature">K.</param>
    [Equation("processing.lithium-flux", @"J=k_m\frac{p_s-p_\infty}{RT}", Source = "electrolith-derived", Locator = "gas film")]
    public static double LithiumFlux(double pressure, double transfer, double temperature) => transfer * pressure / (PhysicalConstants.MolarGas * temperature);
}
