using Electrolith.Quantities;

namespace Electrolith.Interfaces;

/// <summary>Stress and gaps around particles that change their volume, SI units.</summary>
public static class MisfitEquations
{
    /// <summary>Linear strain of a volume change.</summary>
    /// <param name="volumeChange">Relative change of volume, negative when shrinking.</param>
    [Equation("interfaces.linear-strain", @"\varepsilon=(1+\Delta V)^{1/3}-1", Source = "electrolith-derived", Locator = "geometry")]
    public static double LinearStrain(double volumeChange) => Math.Cbrt(1 + volumeChange) - 1;

    /// <summary>Compliance of a sphere in a matrix, 1/Pa.</summary>
    /// <param name="particleModulus">Pa.</param>
    /// <param name="particlePoisson">Poisson ratio.</param>
    /// <param name="matrixModulus">Pa.</param>
    /// <param name="matrixPoisson">Poisson ratio.</param>
    [Equation("interfaces.misfit-compliance", @"C=\frac{1-2\nu_i}{E_i}+\frac{1+\nu_m}{2E_m}", Source = "eshelby1957", Locator = "sphere in an infinite matrix")]
    public static double Compliance(double particleModulus, double particlePoisson, double matrixModulus, double matrixPoisson) =>
        ((1 - (2 * particlePoisson)) / particleModulus) + ((1 + matrixPoisson) / (2 * matrixModulus));

    /// <summary>Particle radius above which shrinking opens the interface, m.</summary>
    /// <param name="workOfAdhesion">J/m².</param>
    /// <param name="compliance">1/Pa.</param>
    /// <param name="strain">Linear strain.</param>
    [Equation("interfaces.debonding-radius", @"r_c=\frac{2\Gamma C}{\varepsilon^2}", Source = "electrolith-derived", Locator = "release of the whole misfit energy")]
    public static double DebondingRadius(double workOfAdhesion, double compliance, double strain) => 2 * workOfAdhesion * compliance / (strain * strain);
}
