using Electrolith.Quantities;

namespace Electrolith.Interfaces;

/// <summary>Voids, uneven current and leakage at a lithium electrode, SI units. No first-principles law of the critical current is validated: these are bounds and fits.</summary>
public static class StrippingEquations
{
    // Edge current over mean current at a debonded disc, by a boundary-element solution of the half-space (converged from 150 to 300 panels).
    private static readonly double[] Radii = [0.1, 1, 1.5, 3, 3.75, 10, 30, 100];
    private static readonly double[] Factors = [1.055, 1.378, 1.513, 1.841, 1.980, 2.859, 4.611, 8.13];

    /// <summary>Speed at which stripping moves the lithium surface, m/s.</summary>
    /// <param name="current">A/m².</param>
    [Equation("interfaces.recession", @"v=\frac{iV_m}{F}", Source = "electrolith-derived", Locator = "Faraday's law")]
    public static double RecessionSpeed(double current) => current * LithiumEquations.MolarVolume / PhysicalConstants.Faraday;

    /// <summary>Critical stripping current as a power of the pressure, A/m²: an empirical law.</summary>
    /// <param name="pressure">Pa.</param>
    /// <param name="referencePressure">Pa.</param>
    /// <param name="referenceCurrent">Critical current at the reference pressure, A/m².</param>
    /// <param name="exponent">Fitted; two reports on Li6PS5Cl (0.2 mA/cm² at 3 MPa and, unconfirmed, 1.0 at 7 MPa) give 1.9.</param>
    [Equation("interfaces.empirical-stripping", @"i_{CCS}=i_0(p/p_0)^m", Source = "kasemchainan2019", Locator = "form fitted to critical currents at several pressures")]
    public static double EmpiricalCriticalCurrent(double pressure, double referencePressure, double referenceCurrent, double exponent) =>
        referenceCurrent * Math.Pow(pressure / referencePressure, exponent);

    /// <summary>Current at the edge of a debonded disc over the mean current.</summary>
    /// <param name="radius">Radius of the disc, m.</param>
    /// <param name="conductivity">Ionic conductivity of the electrolyte, S/m.</param>
    /// <param name="interfaceResistance">Resistance of the interface around it, ohm m², above 0.</param>
    /// <returns>1 or more; interpolated in a table on logarithmic axes from 0.1 to 100 of a/(κZ), cut above.</returns>
    [Equation("interfaces.flux-focusing", @"k_J=f\left(\frac{a}{\kappa Z}\right)", Source = "electrolith-derived", Locator = "boundary-element solution of the problem of roy2021")]
    public static double EdgeFactor(double radius, double conductivity, double interfaceResistance)
    {
        var reduced = radius / (conductivity * interfaceResistance);
        if (reduced <= Radii[0])
        {
            // Proportional to the radius below the table.
            return 1 + ((Factors[0] - 1) * reduced / Radii[0]);
        }

        var index = Array.FindIndex(Radii, value => value >= reduced);
        if (index < 0)
        {
            return Factors[^1];
        }

        var share = Math.Log(reduced / Radii[index - 1]) / Math.Log(Radii[index] / Radii[index - 1]);
        return Factors[index - 1] * Math.Pow(Factors[index] / Factors[index - 1], share);
    }

    /// <summary>Electronic current that leaks through an electrolyte, A/m².</summary>
    /// <param name="electronicConductivity">S/m.</param>
    /// <param name="potentialDrop">V.</param>
    /// <param name="thickness">m.</param>
    [Equation("interfaces.electronic-leakage", @"i_e=\sigma_e\Delta E/L", Source = "electrolith-derived", Locator = "Ohm's law")]
    public static double LeakageCurrent(double electronicConductivity, double potentialDrop, double thickness) => electronicConductivity * potentialDrop / thickness;

    /// <summary>Current at which the overpotential of the interface can grow a crack, A/m².</summary>
    /// <param name="crackPressure">Pressure at which the crack grows, Pa.</param>
    /// <param name="resistance">Resistance between lithium and electrolyte, ohm m².</param>
    /// <param name="edgeFactor">Local over mean current, 1 or more.</param>
    [Equation("interfaces.fracture-current", @"i_c=\frac{P_cV_m}{F\,R\,k_J}", Source = "porz2017", Locator = "overpotential of the crack pressure over the local resistance")]
    public static double FractureCurrent(double crackPressure, double resistance, double edgeFactor) =>
        crackPressure * LithiumEquations.MolarVolume / (PhysicalConstants.Faraday * resistance * edgeFactor);
}
