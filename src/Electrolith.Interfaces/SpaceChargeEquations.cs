using Electrolith.Quantities;

namespace Electrolith.Interfaces;

/// <summary>Whether a space-charge layer matters.</summary>
public enum SpaceChargeVerdict
{
    /// <summary>Below 0.05 ohm cm² in every case computed.</summary>
    Negligible,

    /// <summary>Depends on the material: compute it.</summary>
    Check,

    /// <summary>Depletion may make it the largest resistance.</summary>
    CouldDominate,
}

/// <summary>Space-charge layers of a site-limited lattice gas with immobile counter-charge, SI units.</summary>
public static class SpaceChargeEquations
{
    private const double NegligibleBelow = 0.2;
    private const double DominatesAbove = 0.4;

    /// <summary>Screening length, m.</summary>
    /// <param name="relativePermittivity">Relative permittivity.</param>
    /// <param name="siteConcentration">Lithium sites, mol/m³.</param>
    /// <param name="occupancy">Occupied share in the bulk, between 0 and 1.</param>
    /// <param name="temperature">K.</param>
    [Equation("interfaces.debye-length", @"\lambda_D=\sqrt{\frac{\varepsilon RT}{F^2c_my_0(1-y_0)}}", Source = "beckersteinberger2021", Locator = "lattice gas")]
    public static double DebyeLength(double relativePermittivity, double siteConcentration, double occupancy, double temperature) =>
        Math.Sqrt(relativePermittivity * PhysicalConstants.VacuumPermittivity * PhysicalConstants.MolarGas * temperature
            / (PhysicalConstants.Faraday * PhysicalConstants.Faraday * siteConcentration * occupancy * (1 - occupancy)));

    /// <summary>Rule by the potential step between bulk and interface.</summary>
    /// <param name="potentialStep">V, either sign.</param>
    public static SpaceChargeVerdict Verdict(double potentialStep) => Math.Abs(potentialStep) switch
    {
        < NegligibleBelow => SpaceChargeVerdict.Negligible,
        <= DominatesAbove => SpaceChargeVerdict.Check,
        _ => SpaceChargeVerdict.CouldDominate,
    };
}
