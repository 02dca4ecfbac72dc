using Electrolith.Quantities;

namespace Electrolith.Cells;

/// <summary>Closed forms of a porous electrode with a single-ion conductor, SI units.</summary>
public static class PorousElectrodeEquations
{
    /// <summary>Beyond this, hyperbolic functions would overflow; the electrode is then a thin reacting layer.</summary>
    private const double LargeNumber = 300;

    /// <summary>Small argument below which the series is exact to rounding.</summary>
    private const double SmallNumber = 1e-4;

    /// <summary>
    /// Resistance of a porous electrode for a small direct current: linear kinetics, ions and electrons with finite
    /// conductivity, ohm m² of geometric area.
    /// </summary>
    /// <param name="thickness">Thickness, m.</param>
    /// <param name="ionicConductivity">Effective ionic conductivity, S/m.</param>
    /// <param name="electronicConductivity">Effective electronic conductivity, S/m.</param>
    /// <param name="activeSurface">Contacted surface per electrode volume, 1/m.</param>
    /// <param name="localResistance">Resistance of that surface (charge transfer and films), ohm m².</param>
    /// <remarks>No concentration gradients: transference number 1, and particles that follow. Valid while the overpotential is below about RT/F.</remarks>
    [Equation("cells.porous-electrode", @"R=\frac{L}{\kappa+\sigma}\left[1+\frac{2+(\sigma/\kappa+\kappa/\sigma)\cosh\nu}{\nu\sinh\nu}\right],\ \nu=L\sqrt{\frac{a}{r}\left(\frac1\kappa+\frac1\sigma\right)}",
        Source = "newman1962", Locator = "linear kinetics, both conductivities finite")]
    public static double Resistance(double thickness, double ionicConductivity, double electronicConductivity, double activeSurface, double localResistance)
    {
        var number = thickness * Math.Sqrt(activeSurface / localResistance * ((1 / ionicConductivity) + (1 / electronicConductivity)));
        var ratio = (electronicConductivity / ionicConductivity) + (ionicConductivity / electronicConductivity);
        var scale = thickness / (ionicConductivity + electronicConductivity);
        if (number < SmallNumber)
        {
            return (localResistance / (activeSurface * thickness)) + (thickness / (3 * ionicConductivity)) + (thickness / (3 * electronicConductivity));
        }

        var bracket = number > LargeNumber
            ? 1 + (ratio / number)
            : 1 + ((2 + (ratio * Math.Cosh(number))) / (number * Math.Sinh(number)));
        return scale * bracket;
    }

    /// <summary>Contacted surface of spherical particles per electrode volume, 1/m.</summary>
    /// <param name="activeVolumeFraction">Volume fraction of active material.</param>
    /// <param name="particleRadius">m.</param>
    /// <param name="contactFraction">Share of the surface that touches electrolyte.</param>
    [Equation("cells.active-surface", @"a=\frac{3\varepsilon_{CAM}}{R_p}f_c", Source = "stavola2023", Locator = "geometric surface times contact fraction")]
    public static double ActiveSurface(double activeVolumeFraction, double particleRadius, double contactFraction) =>
        3 * activeVolumeFraction / particleRadius * contactFraction;

    /// <summary>Effective ionic conductivity of a composite electrode, S/m.</summary>
    /// <param name="conductivity">Conductivity of the electrolyte, S/m.</param>
    /// <param name="volumeFraction">Its volume fraction.</param>
    /// <param name="tortuosityExponent">a in τ² = ε^-a; 0.5 is Bruggeman, 2.7 fits pressed composites at 58 vol%.</param>
    [Equation("cells.effective-conductivity", @"\kappa_{eff}=\frac{\kappa\varepsilon}{\tau^2},\ \tau^2=\varepsilon^{-a}", Source = "minnmann2021", Locator = "τ² = φσ0/σ_eff")]
    public static double EffectiveConductivity(double conductivity, double volumeFraction, double tortuosityExponent) =>
        conductivity * Math.Pow(volumeFraction, 1 + tortuosityExponent);

    /// <summary>Coulombic efficiency needed to keep a share of the capacity over a number of cycles without lithium reserve.</summary>
    /// <param name="remainingShare">Share of the capacity at the end, for example 0.8.</param>
    /// <param name="cycles">Number of cycles, at least 1.</param>
    [Equation("cells.required-efficiency", @"\eta=x^{1/N}", Source = "electrolith-derived", Locator = "geometric loss per cycle")]
    public static double RequiredCoulombicEfficiency(double remainingShare, double cycles) => Math.Pow(remainingShare, 1 / cycles);
}
