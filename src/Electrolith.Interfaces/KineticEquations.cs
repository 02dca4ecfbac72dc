using Electrolith.Quantities;

namespace Electrolith.Interfaces;

/// <summary>Charge transfer at an interface, SI units.</summary>
public static class KineticEquations
{
    /// <summary>Resistance of charge transfer by small currents, ohm m² of contacted surface.</summary>
    /// <param name="exchangeCurrentDensity">A/m².</param>
    /// <param name="temperature">K.</param>
    /// <remarks>The linear range ends at an overpotential of about RT/F, 26 mV at room temperature.</remarks>
    [Equation("interfaces.charge-transfer", @"r_{ct}=\frac{RT}{F i_0}", Source = "newman1962", Locator = "Butler-Volmer equation, linear range")]
    public static double ChargeTransferResistance(double exchangeCurrentDensity, double temperature) =>
        PhysicalConstants.MolarGas * temperature / (PhysicalConstants.Faraday * exchangeCurrentDensity);
}
