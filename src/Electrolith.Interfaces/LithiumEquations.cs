using Electrolith.Quantities;

namespace Electrolith.Interfaces;

/// <summary>Lithium under stress and in cracks, SI units.</summary>
public static class LithiumEquations
{
    /// <summary>Molar volume of lithium as used in stability analyses, m³/mol.</summary>
    public const double MolarVolume = 13e-6;

    /// <summary>Creep rate by a power law, 1/s.</summary>
    /// <param name="stress">Pa.</param>
    /// <param name="referenceRate">1/s.</param>
    /// <param name="referenceStress">Pa.</param>
    /// <param name="exponent">Stress exponent.</param>
    [Equation("interfaces.power-law-creep", @"\dot\varepsilon=\dot\varepsilon_0(\sigma/\sigma_0)^n", Source = "roy2021", Locator = "sec. 2, room temperature: 0.01 1/s, 1 MPa, n = 5")]
    public static double PowerLawCreepRate(double stress, double referenceRate, double referenceStress, double exponent) =>
        referenceRate * Math.Pow(stress / referenceStress, exponent);

    /// <summary>Creep rate with thermal activation and a flow resistance, 1/s.</summary>
    /// <param name="stress">Pa.</param>
    /// <param name="prefactor">1/s.</param>
    /// <param name="activationEnergy">J/mol; 0 for a law at one temperature.</param>
    /// <param name="temperature">K.</param>
    /// <param name="flowResistance">Pa.</param>
    /// <param name="rateSensitivity">m.</param>
    [Equation("interfaces.viscoplastic-rate", @"\dot\varepsilon^p=A e^{-Q/RT}(\bar\sigma/S)^{1/m}", Source = "narayan2018", Locator = "Table 2 without the exponential")]
    public static double ViscoplasticRate(double stress, double prefactor, double activationEnergy, double temperature, double flowResistance, double rateSensitivity) =>
        prefactor * Math.Exp(-activationEnergy / (PhysicalConstants.MolarGas * temperature)) * Math.Pow(stress / flowResistance, 1 / rateSensitivity);

    /// <summary>Shrinking of a void under pressure, relative volume rate, 1/s, negative.</summary>
    /// <param name="pressure">Remote pressure, Pa.</param>
    /// <param name="referenceRate">1/s.</param>
    /// <param name="referenceStress">Pa.</param>
    /// <param name="exponent">Stress exponent.</param>
    [Equation("interfaces.void-closure", @"\dot V/V=-\tfrac32\dot\varepsilon_0\left(\frac{3p}{2n\sigma_0}\right)^n", Source = "budiansky1982", Locator = "spherical void, high triaxiality")]
    public static double VoidClosureRate(double pressure, double referenceRate, double referenceStress, double exponent) =>
        -1.5 * referenceRate * Math.Pow(3 * pressure / (2 * exponent * referenceStress), exponent);

    /// <summary>Stripping current that creep can just feed into voids of a radius, A/m².</summary>
    /// <param name="voidRadius">m.</param>
    /// <param name="pressure">Pa.</param>
    /// <param name="referenceRate">1/s.</param>
    /// <param name="referenceStress">Pa.</param>
    /// <param name="exponent">Stress exponent.</param>
    /// <remarks>A mechanistic bound; measured critical currents rise with about the square of the pressure, not its fifth power.</remarks>
    [Equation("interfaces.creep-supply", @"i=\frac{F}{V_m}a\dot\varepsilon_0\left(\frac{3p}{2n\sigma_0}\right)^n", Source = "roy2021", Locator = "order-of-magnitude balance of void closure and stripping")]
    public static double CreepSupplyCurrent(double voidRadius, double pressure, double referenceRate, double referenceStress, double exponent) =>
        PhysicalConstants.Faraday / MolarVolume * voidRadius * referenceRate * Math.Pow(3 * pressure / (2 * exponent * referenceStress), exponent);

    /// <summary>Pressure that an overpotential can build up in trapped lithium, Pa.</summary>
    /// <param name="overpotential">V.</param>
    [Equation("interfaces.overpotential-stress", @"P=\frac{\eta F}{V_m}", Source = "porz2017", Locator = "equilibrium of plating and stress")]
    public static double StressOfOverpotential(double overpotential) => overpotential * PhysicalConstants.Faraday / MolarVolume;

    /// <summary>Pressure in an edge crack at which it grows, Pa.</summary>
    /// <param name="fractureToughness">Pa m^0.5.</param>
    /// <param name="crackLength">m.</param>
    [Equation("interfaces.edge-crack", @"P_c=\frac{K_{IC}}{1.12\sqrt{\pi a}}", Source = "porz2017", Locator = "Griffith, edge crack")]
    public static double EdgeCrackPressure(double fractureToughness, double crackLength) => fractureToughness / (1.12 * Math.Sqrt(Math.PI * crackLength));

    /// <summary>Pressure in a penny-shaped crack at which it grows, Pa.</summary>
    /// <param name="fractureToughness">Pa m^0.5.</param>
    /// <param name="crackRadius">m.</param>
    [Equation("interfaces.penny-crack", @"P_c=\frac{K_{IC}\sqrt\pi}{2\sqrt a}", Source = "porz2017", Locator = "Griffith, penny crack")]
    public static double PennyCrackPressure(double fractureToughness, double crackRadius) => fractureToughness * Math.Sqrt(Math.PI) / (2 * Math.Sqrt(crackRadius));
}
