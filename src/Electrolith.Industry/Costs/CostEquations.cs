using Electrolith.Quantities;

namespace Electrolith.Industry.Costs;

/// <summary>Closed forms of cost and factory energy.</summary>
public static class CostEquations
{
    private const double AirHeatCapacity = 1006;
    private const double MolarMassRatio = 0.62198;

    /// <summary>Share of what enters a step that leaves the end of the line as good product.</summary>
    /// <param name="yields">Yields of the steps in order, above 0, at most 1.</param>
    /// <param name="firstStep">Step at which it enters, from 0; the number of steps when it enters after all of them.</param>
    /// <returns>Product of the yields from that step on.</returns>
    [Equation("industry.yield-chain", @"Y_k=\prod_{i\ge k}y_i", Source = "electrolith-derived", Locator = "steps in series without rework")]
    public static double YieldFrom(ReadOnlySpan<double> yields, int firstStep)
    {
        var product = 1.0;
        foreach (var stepYield in yields[firstStep..])
        {
            product *= stepYield > 0 && stepYield <= 1
                ? stepYield
                : throw new ArgumentOutOfRangeException(nameof(yields), stepYield, "a yield is above 0 and at most 1");
        }

        return product;
    }

    /// <summary>Size of a step at another throughput.</summary>
    /// <param name="reference">Labour, capital or area at the reference throughput.</param>
    /// <param name="ratio">Throughput over reference throughput.</param>
    /// <param name="exponent">Scale exponent, 0 to 1.</param>
    [Equation("industry.scale", @"X=X_0(r/r_0)^p", Source = "batterycost", Locator = "scaling of process steps")]
    public static double Scale(double reference, double ratio, double exponent) => reference * Math.Pow(ratio, exponent);

    /// <summary>Cost after cumulative production has grown.</summary>
    /// <param name="cost">Cost at the start.</param>
    /// <param name="growth">Cumulative production over that at the start, above 0.</param>
    /// <param name="learningRate">Share saved per doubling, 0 to below 1.</param>
    [Equation("industry.learning", @"C=C_0(x/x_0)^{\log_2(1-LR)}", Source = "wright1936", Locator = "learning curve")]
    public static double Learned(double cost, double growth, double learningRate) => cost * Math.Pow(growth, Math.Log2(1 - learningRate));

    /// <summary>Water in air, mass per mass of dry air.</summary>
    /// <param name="waterFraction">Water vapour per total gas, mole fraction, 0 to below 1.</param>
    [Equation("industry.humidity-ratio", @"\omega=0.62198\frac{x}{1-x}", Source = "electrolith-derived", Locator = "molar masses of water and air")]
    public static double HumidityRatio(double waterFraction) => MolarMassRatio * waterFraction / (1 - waterFraction);

    /// <summary>Power to dry air with a desiccant wheel and to move it.</summary>
    /// <param name="airMassFlow">Dried air, kg/s.</param>
    /// <param name="humidityDrop">Water taken out per mass of air, kg/kg.</param>
    /// <param name="regenerationHeat">Heat per mass of water, J/kg.</param>
    /// <param name="temperatureDifference">Heating or cooling of that air, K.</param>
    /// <param name="fanPower">W.</param>
    /// <returns>W.</returns>
    [Equation("industry.dry-room", @"P=\dot m\left(\Delta\omega\,h+c_p\Delta T\right)+P_{fan}", Source = "electrolith-derived", Locator = "energy balance of a desiccant wheel")]
    public static double DryingPower(double airMassFlow, double humidityDrop, double regenerationHeat, double temperatureDifference, double fanPower) =>
        (airMassFlow * ((humidityDrop * regenerationHeat) + (AirHeatCapacity * temperatureDifference))) + fanPower;
}
