using Electrolith.Quantities;

namespace Electrolith.Interfaces;

/// <summary>A surface of equal-tipped asperities with Gaussian heights, SI units.</summary>
/// <param name="Density">Asperities per area, 1/m².</param>
/// <param name="TipRadius">Tip radius, m.</param>
/// <param name="HeightSpread">Standard deviation of the heights, m.</param>
public readonly record struct AsperitySurface(double Density, double TipRadius, double HeightSpread);

/// <summary>Elastic asperities (Greenwood and Williamson). For electrolyte on cathode particles and on hard metals; lithium is plastic from the first touch.</summary>
public static class RoughnessEquations
{
    /// <summary>Gaussian integral of the asperity model, by quadrature.</summary>
    /// <param name="order">n: 0 number, 1 area, 1.5 load.</param>
    /// <param name="separation">h in units of the height spread.</param>
    /// <returns>F_n(h), to 7 digits for h from −3 to 5.</returns>
    [Equation("interfaces.greenwood-integral", @"F_n(h)=\int_h^\infty(s-h)^n\varphi(s)\,ds", Source = "greenwood1966", Locator = "asperity integrals")]
    public static double GaussianIntegral(double order, double separation)
    {
        // s = h + u² makes the integrand smooth for every order used here.
        const int Panels = 200;
        var end = Math.Sqrt(Math.Max(12, 12 - separation));
        var sum = 0.0;
        for (var index = 0; index <= 2 * Panels; index++)
        {
            var root = end * index / (2 * Panels);
            var height = separation + (root * root);
            var value = 2 * Math.Pow(root, (2 * order) + 1) * Math.Exp(-0.5 * height * height) / Math.Sqrt(2 * Math.PI);
            sum += value * (index is 0 or 2 * Panels ? 1 : index % 2 == 1 ? 4 : 2);
        }

        return sum * end / (6 * Panels);
    }

    /// <summary>Real over apparent contact area.</summary>
    /// <param name="surface">Roughness.</param>
    /// <param name="separation">h in units of the height spread.</param>
    [Equation("interfaces.greenwood-area", @"A_r/A=\pi\eta R_s\sigma_s F_1(h)", Source = "greenwood1966", Locator = "area of contact")]
    public static double ContactFraction(AsperitySurface surface, double separation) =>
        Math.PI * surface.Density * surface.TipRadius * surface.HeightSpread * GaussianIntegral(1, separation);

    /// <summary>Pressure that the asperities carry, Pa.</summary>
    /// <param name="surface">Roughness.</param>
    /// <param name="reducedModulus">E*, Pa.</param>
    /// <param name="separation">h in units of the height spread.</param>
    [Equation("interfaces.greenwood-pressure", @"p=\tfrac43\eta E^*R_s^{1/2}\sigma_s^{3/2}F_{3/2}(h)", Source = "greenwood1966", Locator = "load")]
    public static double Pressure(AsperitySurface surface, double reducedModulus, double separation) =>
        4.0 / 3 * surface.Density * reducedModulus * Math.Sqrt(surface.TipRadius) * Math.Pow(surface.HeightSpread, 1.5) * GaussianIntegral(1.5, separation);

    /// <summary>Plasticity index: above 1 the asperities flow from the first touch.</summary>
    /// <param name="surface">Roughness.</param>
    /// <param name="reducedModulus">E*, Pa.</param>
    /// <param name="hardness">H of the softer side, Pa.</param>
    [Equation("interfaces.plasticity-index", @"\psi=\frac{E^*}{H}\sqrt{\sigma_s/R_s}", Source = "greenwood1966", Locator = "plasticity index")]
    public static double PlasticityIndex(AsperitySurface surface, double reducedModulus, double hardness) =>
        reducedModulus / hardness * Math.Sqrt(surface.HeightSpread / surface.TipRadius);

    /// <summary>Resistance of one round spot on a half-space, ohm; only the ionic side counts.</summary>
    /// <param name="conductivity">Ionic conductivity, S/m.</param>
    /// <param name="spotRadius">m.</param>
    [Equation("interfaces.holm", @"R=\frac{1}{4\sigma a}", Source = "holm1967", Locator = "constriction of one half-space")]
    public static double SpotResistance(double conductivity, double spotRadius) => 1 / (4 * conductivity * spotRadius);

    /// <summary>Capacitance of the gap beside the spots per apparent area, F/m²: with the constriction resistance it sets the frequency of its arc.</summary>
    /// <param name="contactFraction">Real over apparent area.</param>
    /// <param name="gap">Mean gap, m.</param>
    [Equation("interfaces.gap-capacitance", @"C=\varepsilon_0(1-A_r/A)/g", Source = "electrolith-derived", Locator = "parallel plates over the open area")]
    public static double GapCapacitance(double contactFraction, double gap) => PhysicalConstants.VacuumPermittivity * (1 - contactFraction) / gap;
}
