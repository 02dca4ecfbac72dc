using Electrolith.Quantities;

namespace Electrolith.Cells.Dynamics;

/// <summary>Kinetics of the one-dimensional cell model, SI units.</summary>
public static class CellDynamicsEquations
{
    /// <summary>Exchange current density of a host, A/m² of contacted surface.</summary>
    /// <param name="halfFilled">At half filling, A/m².</param>
    /// <param name="stoichiometry">Surface stoichiometry, in (0, 1).</param>
    [Equation("cells.exchange-current", @"i_0=2\,i_{00}\sqrt{\theta(1-\theta)}", Source = "electrolith-derived", Locator = "symmetric insertion kinetics with the constant salt activity folded into the constant")]
    public static double ExchangeCurrent(double halfFilled, double stoichiometry) => 2 * halfFilled * Math.Sqrt(stoichiometry * (1 - stoichiometry));

    /// <summary>The same with an anodic transfer coefficient other than one half, A/m² of contacted surface.</summary>
    /// <param name="halfFilled">At half filling, A/m².</param>
    /// <param name="stoichiometry">Surface stoichiometry, in (0, 1).</param>
    /// <param name="transferCoefficient">Anodic coefficient (of taking lithium out), in (0, 1).</param>
    [Equation("cells.exchange-current-unsymmetric", @"i_0=2\,i_{00}(1-\theta)^{\alpha}\theta^{1-\alpha}", Source = "electrolith-derived", Locator = "Butler-Volmer kinetics of an insertion host with the anodic coefficient alpha, one half gives the symmetric form")]
    public static double ExchangeCurrent(double halfFilled, double stoichiometry, double transferCoefficient) => transferCoefficient == 0.5
        ? ExchangeCurrent(halfFilled, stoichiometry) : 2 * halfFilled * Math.Pow(1 - stoichiometry, transferCoefficient) * Math.Pow(stoichiometry, 1 - transferCoefficient);

    /// <summary>Overpotential that drives a local reduction current, V; negative for a positive current.</summary>
    /// <param name="current">Local reduction current density, A/m².</param>
    /// <param name="exchangeCurrent">A/m².</param>
    /// <param name="temperature">K.</param>
    [Equation("cells.insertion-overpotential", @"\eta=-\frac{2RT}{F}\,\mathrm{arsinh}\frac{j}{2i_0}", Source = "electrolith-derived", Locator = "Butler-Volmer with transfer coefficients of one half, solved for the overpotential")]
    public static double InsertionOverpotential(double current, double exchangeCurrent, double temperature) =>
        -2 * PhysicalConstants.MolarGas * temperature / PhysicalConstants.Faraday * Math.Asinh(current / (2 * exchangeCurrent));

    /// <summary>Overpotential of a flat anode that delivers a current, V; positive for a positive current.</summary>
    /// <param name="current">Stripping current density, A/m².</param>
    /// <param name="exchangeCurrent">A/m².</param>
    /// <param name="transferCoefficient">Anodic coefficient, in (0, 1).</param>
    /// <param name="temperature">K.</param>
    /// <param name="slope">Derivative with respect to the current, ohm m².</param>
    [Equation("cells.metal-overpotential", @"I=i_0\left(e^{\alpha F\eta/RT}-e^{-(1-\alpha)F\eta/RT}\right)", Source = "electrolith-derived", Locator = "Butler-Volmer, solved for the overpotential by Newton's method")]
    public static double MetalOverpotential(double current, double exchangeCurrent, double transferCoefficient, double temperature, out double slope)
    {
        var thermal = PhysicalConstants.MolarGas * temperature / PhysicalConstants.Faraday;
        var ratio = current / exchangeCurrent;
        if (transferCoefficient == 0.5)
        {
            slope = 2 * thermal / Math.Sqrt((current * current) + (4 * exchangeCurrent * exchangeCurrent));
            return 2 * thermal * Math.Asinh(ratio / 2);
        }

        // Newton from beyond the root on the steep branch: there the function is convex and every step comes closer.
        var alpha = ratio >= 0 ? transferCoefficient : 1 - transferCoefficient;
        var size = Math.Abs(ratio);
        var x = Math.Log(1 + size) / alpha;
        for (var iteration = 0; iteration < 60; iteration++)
        {
            var (up, down) = (Math.Exp(alpha * x), Math.Exp(-(1 - alpha) * x));
            var step = (up - down - size) / ((alpha * up) + ((1 - alpha) * down));
            x -= step;
            if (Math.Abs(step) <= 1e-14 * (1 + Math.Abs(x)))
            {
                break;
            }
        }

        slope = thermal / (exchangeCurrent * ((alpha * Math.Exp(alpha * x)) + ((1 - alpha) * Math.Exp(-(1 - alpha) * x))));
        return Math.CopySign(thermal * x, ratio);
    }

    /// <summary>Arrhenius factor of a rate.</summary>
    /// <param name="activationEnergy">J/mol.</param>
    /// <param name="temperature">K.</param>
    /// <param name="reference">Temperature at which the factor is 1, K.</param>
    [Equation("cells.arrhenius-factor", @"f=e^{\frac{E}{R}\left(\frac1{T_0}-\frac1T\right)}", Source = "electrolith-derived", Locator = "definition")]
    public static double Arrhenius(double activationEnergy, double temperature, double reference) =>
        activationEnergy == 0 ? 1 : Math.Exp(activationEnergy / PhysicalConstants.MolarGas * ((1 / reference) - (1 / temperature)));
}
