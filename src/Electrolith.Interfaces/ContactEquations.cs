using Electrolith.Quantities;

namespace Electrolith.Interfaces;

/// <summary>Real contact area and the crowding of ions into it, SI units.</summary>
public static class ContactEquations
{
    /// <summary>Reduced elastic modulus of two bodies in contact, Pa.</summary>
    /// <param name="modulus1">Young's modulus of the first, Pa.</param>
    /// <param name="poisson1">Its Poisson ratio.</param>
    /// <param name="modulus2">Young's modulus of the second, Pa.</param>
    /// <param name="poisson2">Its Poisson ratio.</param>
    [Equation("interfaces.reduced-modulus", @"\frac1{E^*}=\frac{1-\nu_1^2}{E_1}+\frac{1-\nu_2^2}{E_2}", Source = "johnson1985", Locator = "Hertz contact")]
    public static double ReducedModulus(double modulus1, double poisson1, double modulus2, double poisson2) =>
        1 / (((1 - (poisson1 * poisson1)) / modulus1) + ((1 - (poisson2 * poisson2)) / modulus2));

    /// <summary>Real over apparent contact area when the softer side yields.</summary>
    /// <param name="pressure">Apparent pressure, Pa.</param>
    /// <param name="hardness">Hardness of the softer side, about three times its flow strength, Pa.</param>
    /// <remarks>For lithium the hardness falls with time (creep), so the area of a fresh contact is a lower bound.</remarks>
    [Equation("interfaces.plastic-contact", @"\frac{A_r}{A}=\frac{p}{p+H}", Source = "yovanovich2005", Locator = "plastic contact")]
    public static double PlasticContactFraction(double pressure, double hardness) => pressure / (pressure + hardness);

    /// <summary>Real over apparent contact area of an elastic, randomly rough contact (Persson).</summary>
    /// <param name="pressure">Apparent pressure, Pa.</param>
    /// <param name="reducedModulus">Reduced modulus, Pa.</param>
    /// <param name="slope">Root mean square slope of the roughness.</param>
    [Equation("interfaces.elastic-contact", @"\frac{A_r}{A}=\mathrm{erf}\!\left(\frac{\sqrt2\,p}{E^*h'_{rms}}\right)", Source = "persson2001", Locator = "contact area")]
    public static double ElasticContactFraction(double pressure, double reducedModulus, double slope) =>
        Electrolith.Numerics.ErrorFunction.Of(Math.Sqrt(2) * pressure / (reducedModulus * slope));

    /// <summary>Constriction factor of a round spot in a round flux tube, relative to a spot on a half-space.</summary>
    /// <param name="relativeRadius">Spot radius over tube radius, from 0 to 1.</param>
    [Equation("interfaces.flux-tube", @"\psi=1-1.40978\varepsilon+0.34406\varepsilon^3+0.04305\varepsilon^5+0.02271\varepsilon^7", Source = "negus1984", Locator = "isothermal disc in a circular tube")]
    public static double FluxTubeFactor(double relativeRadius)
    {
        var square = relativeRadius * relativeRadius;
        var factor = 1 + (relativeRadius * (-1.40978 + (square * (0.34406 + (square * (0.04305 + (square * 0.02271)))))));
        return Math.Max(factor, 0);
    }

    /// <summary>Resistance of ions crowding into contact spots, ohm m². Only the ionic side counts: metals conduct 10⁸ times better.</summary>
    /// <param name="cellRadius">Radius of the area that each spot serves, m.</param>
    /// <param name="contactFraction">Real over apparent area, above 0 to 1.</param>
    /// <param name="conductivity">Ionic conductivity of the electrolyte, S/m.</param>
    [Equation("interfaces.constriction", @"R=\frac{\pi b\,\psi(\varepsilon)}{4\sigma\varepsilon},\ \varepsilon=\sqrt{A_r/A}", Source = "negus1984", Locator = "with Holm's spot resistance")]
    public static double ConstrictionResistance(double cellRadius, double contactFraction, double conductivity)
    {
        var relativeRadius = Math.Sqrt(contactFraction);
        return Math.PI * cellRadius * FluxTubeFactor(relativeRadius) / (4 * conductivity * relativeRadius);
    }
}
