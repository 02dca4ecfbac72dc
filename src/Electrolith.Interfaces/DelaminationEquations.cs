using Electrolith.Quantities;

namespace Electrolith.Interfaces;

/// <summary>Gaps, contact loss and stack pressure, SI units.</summary>
public static class DelaminationEquations
{
    /// <summary>Pressure between a particle that changed its volume and its matrix, Pa; negative is tension.</summary>
    /// <param name="strain">Linear strain of the free particle.</param>
    /// <param name="compliance">1/Pa, see <see cref="MisfitEquations.Compliance"/>.</param>
    [Equation("interfaces.misfit-pressure", @"p=\varepsilon/C", Source = "eshelby1957", Locator = "sphere in an infinite matrix")]
    public static double MisfitPressure(double strain, double compliance) => strain / compliance;

    /// <summary>Gap around a particle that shrank freely, m; 0 for a particle that grew.</summary>
    /// <param name="radius">m.</param>
    /// <param name="strain">Linear strain.</param>
    [Equation("interfaces.free-gap", @"g=-r\varepsilon", Source = "electrolith-derived", Locator = "geometry")]
    public static double FreeGap(double radius, double strain) => Math.Max(0, -radius * strain);

    /// <summary>Misfit pressure above which the matrix flows around a particle, Pa.</summary>
    /// <param name="yieldStrength">Pa.</param>
    /// <param name="modulus">Young's modulus of the matrix, Pa.</param>
    /// <param name="poisson">Poisson ratio of the matrix.</param>
    [Equation("interfaces.plastic-cavity", @"p_Y=\tfrac23Y\left[1+\ln\frac{E}{3(1-\nu)Y}\right]", Source = "johnson1985", Locator = "expanding spherical cavity")]
    public static double YieldPressure(double yieldStrength, double modulus, double poisson) =>
        2.0 / 3 * yieldStrength * (1 + Math.Log(modulus / (3 * (1 - poisson) * yieldStrength)));

    /// <summary>Share of contact left after cycling: an empirical decay to a floor.</summary>
    /// <param name="floor">Contact that remains, 0 to 1.</param>
    /// <param name="cycles">Cycles, 0 or more.</param>
    /// <param name="decayCycles">Cycles of the decay, above 0.</param>
    [Equation("interfaces.contact-loss", @"\theta=\theta_\infty+(1-\theta_\infty)e^{-N/N_0}", Source = "electrolith-assumed", Locator = "saturating loss; resistance goes with 1/θ, capacitance with θ")]
    public static double ContactLeft(double floor, double cycles, double decayCycles) => floor + ((1 - floor) * Math.Exp(-cycles / decayCycles));

    /// <summary>Stiffness of a layer per area in series with others, Pa/m.</summary>
    /// <param name="modulus">Pa.</param>
    /// <param name="thickness">m.</param>
    [Equation("interfaces.layer-stiffness", @"k=E/L", Source = "electrolith-derived", Locator = "uniaxial stress")]
    public static double LayerStiffness(double modulus, double thickness) => modulus / thickness;

    /// <summary>Rise of the stack pressure when the stack grows between clamps, Pa.</summary>
    /// <param name="growth">Growth of the stack, m; negative when it shrinks.</param>
    /// <param name="stiffnesses">Stiffness per area of the spring and of every layer, Pa/m, in series.</param>
    [Equation("interfaces.stack-pressure-change", @"\Delta p=\frac{\Delta L}{\sum_j 1/k_j}", Source = "electrolith-derived", Locator = "springs in series")]
    public static double StackPressureChange(double growth, ReadOnlySpan<double> stiffnesses)
    {
        var compliance = 0.0;
        foreach (var stiffness in stiffnesses)
        {
            compliance += stiffness > 0 ? 1 / stiffness : throw new ArgumentOutOfRangeException(nameof(stiffnesses), stiffness, "a stiffness is above zero");
        }

        return compliance > 0 ? growth / compliance : throw new ArgumentException("at least one stiffness is needed", nameof(stiffnesses));
    }

    /// <summary>Thickness of lithium that a charge plates, m.</summary>
    /// <param name="charge">C/m².</param>
    [Equation("interfaces.plated-thickness", @"L=\frac{qM}{\rho F}", Source = "electrolith-derived", Locator = "6.94 g/mol, 0.534 g/cm3")]
    public static double PlatedThickness(double charge) => charge * (6.94e-3 / 534) / PhysicalConstants.Faraday;
}
