using Electrolith.Quantities;

namespace Electrolith.Processing;

/// <summary>Closed forms of processing, SI units.</summary>
public static partial class ProcessEquations
{
    /// <summary>Relative density of a ductile powder under pressure (Heckel).</summary>
    /// <param name="pressure">Pa.</param>
    /// <param name="slope">K, 1/Pa; its inverse is the mean yield pressure.</param>
    /// <param name="intercept">A; 1 - exp(-A) is the density after rearrangement.</param>
    [Equation("processing.heckel", @"\ln\frac{1}{1-D}=KP+A", Source = "heckel1961", Locator = "eq. 1")]
    public static double HeckelDensity(double pressure, double slope, double intercept) => 1 - Math.Exp(-((slope * pressure) + intercept));

    /// <summary>Relative density of a brittle powder under pressure (Kawakita).</summary>
    /// <param name="pressure">Pa.</param>
    /// <param name="initialDensity">Relative density of the loose powder.</param>
    /// <param name="a">Relative volume reduction at infinite pressure.</param>
    /// <param name="b">1/Pa.</param>
    [Equation("processing.kawakita", @"C=\frac{abP}{1+bP},\ D=\frac{D_0}{1-C}", Source = "kawakita1971", Locator = "eq. 2")]
    public static double KawakitaDensity(double pressure, double initialDensity, double a, double b) =>
        initialDensity / (1 - (a * b * pressure / (1 + (b * pressure))));

    /// <summary>Conversion reached by Jander's law (diffusion into spheres).</summary>
    /// <param name="conversion">α, from 0 to 1.</param>
    /// <returns>k t.</returns>
    [Equation("processing.jander", @"[1-(1-\alpha)^{1/3}]^2=kt", Source = "jander1927", Locator = "diffusion through a flat layer")]
    public static double JanderTime(double conversion) => Math.Pow(1 - Math.Cbrt(1 - conversion), 2);

    /// <summary>Time of Ginstling and Brounshtein's law for a conversion.</summary>
    /// <param name="conversion">α, from 0 to 1.</param>
    /// <returns>k t.</returns>
    [Equation("processing.ginstling", @"1-\tfrac23\alpha-(1-\alpha)^{2/3}=kt", Source = "ginstling1950", Locator = "diffusion through a spherical shell")]
    public static double GinstlingTime(double conversion) => 1 - (2 * conversion / 3) - Math.Pow(1 - conversion, 2 / 3.0);

    /// <summary>Time of Carter and Valensi's law for a conversion.</summary>
    /// <param name="conversion">α, from 0 to 1.</param>
    /// <param name="volumeRatio">Product over reactant volume; not 1 (there it is half of Ginstling's).</param>
    /// <returns>k t.</returns>
    [Equation("processing.carter", @"\frac{z-[1+(z-1)\alpha]^{2/3}-(z-1)(1-\alpha)^{2/3}}{2(z-1)}=kt", Source = "carter1961", Locator = "volume change")]
    public static double CarterTime(double conversion, double volumeRatio) => Math.Abs(volumeRatio - 1) < 1e-6
        ? GinstlingTime(conversion) / 2
        : (volumeRatio - Math.Pow(1 + ((volumeRatio - 1) * conversion), 2 / 3.0) - ((volumeRatio - 1) * Math.Pow(1 - conversion, 2 / 3.0))) / (2 * (volumeRatio - 1));

    /// <summary>Transformed fraction at a constant temperature (Johnson, Mehl, Avrami, Kolmogorov).</summary>
    /// <param name="rateTime">k t.</param>
    /// <param name="exponent">n.</param>
    [Equation("processing.jmak", @"X=1-e^{-(kt)^n}", Source = "avrami1940", Locator = "isothermal")]
    public static double Avrami(double rateTime, double exponent) => 1 - Math.Exp(-Math.Pow(rateTime, exponent));

    /// <summary>Work of sintering of a ramp and a hold, s/K.</summary>
    /// <param name="temperature">Hold, K.</param>
    /// <param name="holdTime">s.</param>
    /// <param name="heatingRate">K/s.</param>
    /// <param name="activationEnergy">Q, J/mol.</param>
    /// <remarks>The ramp counts as the time RT²/(Qr) at the hold temperature: the leading term of the integral, good to 2RT/Q (about 6 %).</remarks>
    [Equation("processing.master-sintering", @"\Theta=\int_0^t\frac1T e^{-Q/RT}dt", Source = "su1996", Locator = "master sintering curve")]
    public static double WorkOfSintering(double temperature, double holdTime, double heatingRate, double activationEnergy)
    {
        var thermal = PhysicalConstants.MolarGas * temperature;
        return Math.Exp(-activationEnergy / thermal) / temperature * (holdTime + (thermal * temperature / (activationEnergy * heatingRate)));
    }

    /// <summary>Grain size after normal growth, m.</summary>
    /// <param name="initialSize">m.</param>
    /// <param name="growthConstant">mⁿ/s at the temperature.</param>
    /// <param name="time">s.</param>
    /// <param name="exponent">n: 2 free, 3 with pores or solutes.</param>
    [Equation("processing.grain-growth", @"G^n-G_0^n=kt", Source = "burke1952", Locator = "normal growth")]
    public static double GrainSize(double initialSize, double growthConstant, double time, double exponent) =>
        Math.Pow(Math.Pow(initialSize, exponent) + (growthConstant * time), 1 / exponent);

    /// <summary>Strength of a polycrystal, Pa.</summary>
    /// <param name="reference">S₀ of the dense body at the reference grain size, Pa.</param>
    /// <param name="grainRatio">Grain size over that of the reference.</param>
    /// <param name="grainExponent">a.</param>
    /// <param name="porosity">p.</param>
    /// <param name="porosityExponent">b.</param>
    [Equation("processing.strength", @"S=S_0G^{-a}e^{-bp}", Source = "knudsen1959", Locator = "dependence on grain size and porosity")]
    public static double KnudsenStrength(double reference, double grainRatio, double grainExponent, double porosity, double porosityExponent) =>
        reference * Math.Pow(grainRatio, -grainExponent) * Math.Exp(-porosityExponent * porosity);

    /// <summary>Vapour pressure of water over ice or supercooled air at a dew (frost) point, Pa.</summary>
    /// <param name="frostPoint">K, from 173 to 273 K; above 0 °C over water.</param>
    [Equation("processing.vapour-pressure", @"\ln e_i=-6024.5282/T+24.7219+0.010613868T-1.3198825\cdot10^{-5}T^2-0.49382577\ln T", Source = "sonntag1990", Locator = "over ice, hPa")]
    public static double VapourPressure(double frostPoint) => frostPoint <= PhysicalConstants.ZeroCelsius
        ? 100 * Math.Exp((-6024.5282 / frostPoint) + 24.7219 + (0.010613868 * frostPoint) - (1.3198825e-5 * frostPoint * frostPoint) - (0.49382577 * Math.Log(frostPoint)))
        : 100 * Math.Exp((-6096.9385 / frostPoint) + 16.635794 - (0.02711193 * frostPoint) + (1.673952e-5 * frostPoint * frostPoint) + (2.433502 * Math.Log(frostPoint)));

    /// <summary>Water in air at atmospheric pressure, mole fraction.</summary>
    /// <param name="dewPoint">K.</param>
    public static double WaterFraction(double dewPoint) => VapourPressure(dewPoint) / PhysicalConstants.StandardAtmosphere;

    /// <summary>Energy to heat a mass through a furnace, J/kg of product.</summary>
    /// <param name="heatCapacity">J/(kg K).</param>
    /// <param name="temperatureRise">K.</param>
    /// <param name="efficiency">Useful over supplied heat.</param>
    [Equation("processing.furnace-energy", @"E=\frac{c_p\Delta T}{\eta}", Source = "electrolith-derived", Locator = "energy balance")]
    public static double FurnaceEnergy(double heatCapacity, double temperatureRise, double efficiency) => heatCapacity * Math.Max(temperatureRise, 0) / efficiency;

    /// <summary>Shrunk or grown rate constant at another temperature.</summary>
    /// <param name="reference">Rate at the reference temperature.</param>
    /// <param name="referenceTemperature">K.</param>
    /// <param name="temperature">K.</param>
    /// <param name="activationEnergy">J/mol.</param>
    public static double ThermalRate(double reference, double referenceTemperature, double temperature, double activationEnergy) =>
        reference * Math.Exp(-activationEnergy / PhysicalConstants.MolarGas * ((1 / temperature) - (1 / referenceTemperature)));
}
