using Electrolith.Quantities;

namespace Electrolith.Transport;

/// <summary>Diffusion and conductivity, SI units.</summary>
public static class DiffusionEquations
{
    /// <summary>Conductivity of independent carriers, S/m.</summary>
    /// <param name="carriers">Number density, 1/m³.</param>
    /// <param name="diffusivity">m²/s.</param>
    /// <param name="temperature">K.</param>
    [Equation("transport.nernst-einstein", @"\sigma=\frac{n e^2 D}{kT}", Source = "gao2020", Locator = "Nernst-Einstein, single charge")]
    public static double NernstEinstein(double carriers, double diffusivity, double temperature) =>
        carriers * PhysicalConstants.ElementaryCharge * PhysicalConstants.ElementaryCharge * diffusivity / (PhysicalConstants.Boltzmann * temperature);

    /// <summary>Haven ratio as tabulated with nuclear magnetic resonance: conductivity over that of the tracer diffusion coefficient.</summary>
    /// <param name="conductivity">Measured, S/m.</param>
    /// <param name="carriers">Number density, 1/m³.</param>
    /// <param name="tracerDiffusivity">m²/s.</param>
    /// <param name="temperature">K.</param>
    [Equation("transport.haven-ratio", @"H_R=\frac{D^*}{D_\sigma}", Source = "gao2020", Locator = "definition")]
    public static double HavenRatio(double conductivity, double carriers, double tracerDiffusivity, double temperature) =>
        NernstEinstein(carriers, tracerDiffusivity, temperature) / conductivity;

    /// <summary>Transference number from a polarisation test (Bruce and Vincent).</summary>
    /// <param name="voltage">Applied step, V.</param>
    /// <param name="initialCurrent">A.</param>
    /// <param name="steadyCurrent">A.</param>
    /// <param name="initialResistance">Interface resistance before, ohm.</param>
    /// <param name="steadyResistance">Interface resistance after, ohm.</param>
    [Equation("transport.bruce-vincent", @"t_+=\frac{I_s(\Delta V-I_0R_0)}{I_0(\Delta V-I_sR_s)}", Source = "bruce1987", Locator = "ideal, dilute electrolyte")]
    public static double BruceVincent(double voltage, double initialCurrent, double steadyCurrent, double initialResistance, double steadyResistance) =>
        steadyCurrent * (voltage - (initialCurrent * initialResistance)) / (initialCurrent * (voltage - (steadyCurrent * steadyResistance)));

    /// <summary>Self-discharge current through the electronic conductivity, A/m².</summary>
    /// <param name="electronicConductivity">S/m.</param>
    /// <param name="voltage">Cell voltage, V.</param>
    /// <param name="thickness">m.</param>
    [Equation("transport.electronic-leakage", @"i=\frac{\sigma_e V}{L}", Source = "electrolith-derived", Locator = "Ohm's law")]
    public static double ElectronicLeakage(double electronicConductivity, double voltage, double thickness) => electronicConductivity * voltage / thickness;
}
