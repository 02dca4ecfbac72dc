using System.Numerics;
using Electrolith.Impedance.Circuits;

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
    public static Complex Through(double throughRail, double otherRail, Complex admittance)
    {
        var sum = throughRail + otherRail;
        var half = Complex.Sqrt(sum * admittance) / 2;
        return (throughRail * otherRail / sum) + (throughRail * throughRail / sum * SafeHyperbolic.TanhOverArgument(half));
    }

    /// <summary>Impedance from one rail at the front to the other at the back, the far ends open: a symmetric cell.</summary>
    /// <param name="firstRail">ohm.</param>
    /// <param name="secondRail">ohm.</param>
    /// <param name="admittance">Admittance of the whole interface, S.</param>
    /// <returns>Ohm; with one rail of no resistance it is de Levie's pore, a third of the other rail at low frequency.</returns>
    public static Complex Across(double firstRail, double secondRail, Complex admittance)
    {
        var sum = firstRail + secondRail;
        var beta = Complex.Sqrt(sum * admittance);
        var tanh = SafeHyperbolic.TanhOverArgument(beta);
        var coth = 1 / (beta * beta * tanh);
        var cosech = Complex.Sqrt(SafeHyperbolic.CosechSquared(beta)) / beta;
        return (firstRail * secondRail / sum) + ((((firstRail * firstRail) + (secondRail * secondRail)) * coth) + (2 * firstRail * secondRail * cosech)) / sum;
    }

    /// <summary>Tortuosity factor τ² = φ σ0 / σ_eff of a phase in a composite.</summary>
    /// <param name="volumeFraction">Of the phase.</param>
    /// <param name="pureConductivity">σ0, S/m.</param>
    /// <param name="effectiveConductivity">In the composite, S/m.</param>
    public static double TortuosityFactor(double volumeFraction, double pureConductivity, double effectiveConductivity) => volumeFraction * pureConductivity / effectiveConductivity;
}
