using System.Numerics;
using Electrolith.Quantities;

namespace Electrolith.Impedance.Desk;

/// <summary>Composite electrodes as two rails, ions and electrons, joined all along by the interface (Siroma et al. 2015).</summary>
/// <remarks>
/// Two conventions of tortuosity are in use. Current that goes through one rail (blocking or non-blocking direct current) sees the whole
/// resistance of the rail; a symmetric cell with blocking walls sees a third of it at low frequency. Both are kept apart here by name.
/// </remarks>
public static class TransmissionLineEquations
{
    /// <summary>Impedance between both ends of the first rail; the second rail is open at both ends.</summary>
    /// <param name="throughRail">Resistance of the rail that carries the direct current, ohm.</param>
    /// <param name="otherRail">Resistance of the other rail, ohm.</param>
    /// <param name="admittance">Admittance of the whole interface, S.</param>
    /// <returns>Ohm; both rails in parallel at high frequency, the first alone at direct current.</returns>
    [Equation("impedance.line-through", @"Z=\frac{R_AR_C}{s}+\frac{2R_A^2}{s\,\beta}\tanh\frac{\beta}{2},\quad s=R_A+R_C,\ \beta=\sqrt{sY}", Source = "siroma2015", Locator = "T type, both rails open")]
    public static Complex Through(double throughRail, double otherRail, Complex admittance) => new TwoRailLine(throughRail, otherRail, admittance).Impedance(RailTerminals.Through);

    /// <summary>Impedance from one rail at the front to the other at the back, the far ends open: a symmetric cell.</summary>
    /// <param name="firstRail">ohm.</param>
    /// <param name="secondRail">ohm.</param>
    /// <param name="admittance">Admittance of the whole interface, S.</param>
    /// <returns>Ohm; with one rail of no resistance it is de Levie's pore, a third of the other rail at low frequency.</returns>
    [Equation("impedance.line-across", @"Z=\frac{R_AR_C}{s}+\frac{(R_A^2+R_C^2)\coth\beta}{s\,\beta}+\frac{2R_AR_C}{s\,\beta\sinh\beta}", Source = "siroma2015", Locator = "Z type, both rails open")]
    public static Complex Across(double firstRail, double secondRail, Complex admittance) => new TwoRailLine(firstRail, secondRail, admittance).Impedance(RailTerminals.Across);

    /// <summary>Tortuosity factor τ² = φ σ0 / σ_eff of a phase in a composite.</summary>
    /// <param name="volumeFraction">Of the phase.</param>
    /// <param name="pureConductivity">σ0, S/m.</param>
    /// <param name="effectiveConductivity">In the composite, S/m.</param>
    [Equation("impedance.tortuosity-factor", @"\tau^2=\varphi\,\sigma_0/\sigma_{\mathrm{eff}}", Source = "minnmann2021", Locator = "as its values follow; its eq. 4 is printed inverted")]
    public static double TortuosityFactor(double volumeFraction, double pureConductivity, double effectiveConductivity) => volumeFraction * pureConductivity / effectiveConductivity;
}
