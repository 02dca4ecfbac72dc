using Electrolith.Quantities;

namespace Electrolith.Transport;

/// <summary>Temperature laws of ionic conductivity, SI units (S/m, J, K).</summary>
public static class TemperatureEquations
{
    /// <summary>Hopping conductivity: ln(σT) against 1/T is a line.</summary>
    /// <param name="prefactor">A, S K/m.</param>
    /// <param name="activationEnergy">J per particle.</param>
    /// <param name="temperature">K.</param>
    [Equation("transport.arrhenius-sigma-t", @"\sigma=\frac{A}{T}e^{-E_a/kT}", Source = "famprikis2019", Locator = "m = -1")]
    public static double HoppingConductivity(double prefactor, double activationEnergy, double temperature) =>
        prefactor / temperature * Math.Exp(-activationEnergy / (PhysicalConstants.Boltzmann * temperature));

    /// <summary>Prefactor A of the hopping law from one value, S K/m.</summary>
    /// <param name="conductivity">S/m at <paramref name="temperature"/>.</param>
    /// <param name="activationEnergy">J per particle.</param>
    /// <param name="temperature">K.</param>
    [Equation("transport.hopping-prefactor", @"A=\sigma T e^{E_a/kT}", Source = "famprikis2019", Locator = "inverse of the hopping law")]
    public static double HoppingPrefactor(double conductivity, double activationEnergy, double temperature) =>
        conductivity * temperature * Math.Exp(activationEnergy / (PhysicalConstants.Boltzmann * temperature));

    /// <summary>Plain Arrhenius law: ln σ against 1/T is a line.</summary>
    /// <param name="prefactor">B, S/m.</param>
    /// <param name="activationEnergy">J per particle; about kT smaller than that of the hopping law.</param>
    /// <param name="temperature">K.</param>
    [Equation("transport.arrhenius-sigma", @"\sigma=B e^{-E_a/kT}", Source = "famprikis2019", Locator = "m = 0")]
    public static double ArrheniusConductivity(double prefactor, double activationEnergy, double temperature) =>
        prefactor * Math.Exp(-activationEnergy / (PhysicalConstants.Boltzmann * temperature));

    /// <summary>Vogel-Tammann-Fulcher law of amorphous polymers.</summary>
    /// <param name="prefactor">A, S K^0.5/m.</param>
    /// <param name="pseudoActivationEnergy">B, J per particle.</param>
    /// <param name="idealGlassTemperature">T0, K, below <paramref name="temperature"/>.</param>
    /// <param name="temperature">K; above the melting point of the polymer (about 60 °C for PEO).</param>
    [Equation("transport.vtf", @"\sigma=A T^{-1/2}e^{-B/k(T-T_0)}", Source = "bradford2023", Locator = "form (a)")]
    public static double VogelTammannFulcher(double prefactor, double pseudoActivationEnergy, double idealGlassTemperature, double temperature) =>
        prefactor / Math.Sqrt(temperature) * Math.Exp(-pseudoActivationEnergy / (PhysicalConstants.Boltzmann * (temperature - idealGlassTemperature)));

    /// <summary>Slope of ln σ against 1/T that the Vogel-Tammann-Fulcher law has at a temperature, J per particle.</summary>
    /// <param name="pseudoActivationEnergy">B, J per particle.</param>
    /// <param name="idealGlassTemperature">T0, K.</param>
    /// <param name="temperature">K.</param>
    [Equation("transport.vtf-apparent-energy", @"E=\frac{BT^2}{(T-T_0)^2}-\frac{kT}{2}", Source = "electrolith-derived", Locator = "derivative of the law")]
    public static double ApparentActivationEnergy(double pseudoActivationEnergy, double idealGlassTemperature, double temperature)
    {
        var ratio = temperature / (temperature - idealGlassTemperature);
        return (pseudoActivationEnergy * ratio * ratio) - (PhysicalConstants.Boltzmann * temperature / 2);
    }
}
