using Electrolith.Quantities;

namespace Electrolith.Processing.Fitting;

/// <summary>An activation energy from measurements.</summary>
/// <param name="ActivationEnergy">J/mol.</param>
/// <param name="StandardError">J/mol; infinite when two rates leave nothing to judge the scatter by: measure a third.</param>
public readonly record struct ActivationEnergyFit(double ActivationEnergy, double StandardError);

/// <summary>Activation energies from thermal analysis at several heating rates; rates in K/s, temperatures in K.</summary>
public static class ThermalAnalysis
{
    /// <summary>Kissinger's plot of peak temperatures; at a fixed conversion instead of the peak it is the method of Kissinger, Akahira and Sunose.</summary>
    /// <param name="heatingRates">K/s.</param>
    /// <param name="temperatures">K, one for each rate.</param>
    [Equation("processing.kissinger", @"\ln\frac{\beta}{T_p^2}=C-\frac{E}{RT_p}", Source = "kissinger1957", Locator = "peak method")]
    public static ActivationEnergyFit Kissinger(ReadOnlySpan<double> heatingRates, ReadOnlySpan<double> temperatures) =>
        Plot(heatingRates, temperatures, (rate, temperature) => Math.Log(rate / (temperature * temperature)), 1);

    /// <summary>Ozawa's plot, with Doyle's approximation 1.052.</summary>
    /// <param name="heatingRates">K/s.</param>
    /// <param name="temperatures">K, one for each rate.</param>
    [Equation("processing.ozawa", @"\ln\beta=C-1.052\frac{E}{RT}", Source = "ozawa1965", Locator = "isoconversional method")]
    public static ActivationEnergyFit Ozawa(ReadOnlySpan<double> heatingRates, ReadOnlySpan<double> temperatures) =>
        Plot(heatingRates, temperatures, (rate, _) => Math.Log(rate), 1.052);

    /// <summary>Friedman's plot of conversion rates at one conversion.</summary>
    /// <param name="conversionRates">dα/dt, 1/s.</param>
    /// <param name="temperatures">K, one for each rate.</param>
    [Equation("processing.friedman", @"\ln\frac{d\alpha}{dt}=C-\frac{E}{RT}", Source = "friedman1964", Locator = "isoconversional method")]
    public static ActivationEnergyFit Friedman(ReadOnlySpan<double> conversionRates, ReadOnlySpan<double> temperatures) =>
        Plot(conversionRates, temperatures, (rate, _) => Math.Log(rate), 1);

    /// <summary>Peak temperature at another heating rate by Kissinger's law, K.</summary>
    /// <param name="activationEnergy">J/mol.</param>
    /// <param name="knownRate">K/s.</param>
    /// <param name="knownPeak">K.</param>
    /// <param name="heatingRate">K/s.</param>
    public static double PeakAt(double activationEnergy, double knownRate, double knownPeak, double heatingRate)
    {
        double Miss(double temperature) => Math.Log(heatingRate / knownRate) - (2 * Math.Log(temperature / knownPeak))
            - (activationEnergy / PhysicalConstants.MolarGas * ((1 / knownPeak) - (1 / temperature)));
        return Numerics.RootFinding.Brent(Miss, knownPeak / 2, knownPeak * 2);
    }

    private static ActivationEnergyFit Plot(ReadOnlySpan<double> rates, ReadOnlySpan<double> temperatures, Func<double, double, double> ordinate, double factor)
    {
        if (rates.Length != temperatures.Length || rates.Length < 2)
        {
            throw new ArgumentException("as many temperatures as rates, and at least two of them, are needed", nameof(rates));
        }

        var (x, y) = (new double[rates.Length], new double[rates.Length]);
        for (var i = 0; i < rates.Length; i++)
        {
            if (!(rates[i] > 0) || !(temperatures[i] > 0))
            {
                throw new ArgumentOutOfRangeException(nameof(rates), rates[i], "rates and temperatures are above 0");
            }

            (x[i], y[i]) = (1 / temperatures[i], ordinate(rates[i], temperatures[i]));
        }

        var line = StraightLine.Fit(x, y);
        return new ActivationEnergyFit(-line.Slope * PhysicalConstants.MolarGas / factor, line.SlopeError * PhysicalConstants.MolarGas / factor);
    }
}
