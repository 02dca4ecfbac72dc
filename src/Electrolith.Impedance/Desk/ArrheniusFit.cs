using Electrolith.Quantities;

namespace Electrolith.Impedance.Desk;

/// <summary>Activation energy of a temperature series.</summary>
/// <param name="ActivationEnergy">eV.</param>
/// <param name="ActivationEnergyError">Standard error, eV; infinity from two temperatures.</param>
/// <param name="Prefactor">S K/m for σT, S/m for σ.</param>
/// <param name="IsOfSigmaT">True for σT = A exp(−E/kT), false for σ = A exp(−E/kT).</param>
/// <param name="Deviation">Root mean square of ln (measured / fitted).</param>
public sealed record ArrheniusFit(double ActivationEnergy, double ActivationEnergyError, double Prefactor, bool IsOfSigmaT, double Deviation)
{
    /// <summary>Fits a straight line through ln σT (or ln σ) over 1/T.</summary>
    /// <param name="temperatures">K, above zero.</param>
    /// <param name="conductivities">S/m, above zero.</param>
    /// <param name="isOfSigmaT">σT, which ion hopping follows; the logarithm of σ alone gives an energy that is too low by about kT.</param>
    /// <exception cref="ArgumentException">The numbers differ, there are fewer than two different temperatures, or a value is not above zero.</exception>
    public static ArrheniusFit Of(IReadOnlyList<double> temperatures, IReadOnlyList<double> conductivities, bool isOfSigmaT = true)
    {
        ArgumentNullException.ThrowIfNull(temperatures);
        ArgumentNullException.ThrowIfNull(conductivities);
        if (temperatures.Count != conductivities.Count || temperatures.Distinct().Count() < 2 || temperatures.Concat(conductivities).Any(value => !(value > 0) || !double.IsFinite(value)))
        {
            throw new ArgumentException($"{temperatures.Count} temperatures and {conductivities.Count} conductivities: at least two different temperatures and as many conductivities, all above zero, are expected", nameof(temperatures));
        }

        var x = temperatures.Select(temperature => PhysicalConstants.ElementaryCharge / (PhysicalConstants.Boltzmann * temperature)).ToArray();
        var y = temperatures.Select((temperature, index) => Math.Log(isOfSigmaT ? conductivities[index] * temperature : conductivities[index])).ToArray();
        var (meanX, meanY) = (x.Average(), y.Average());
        var spread = x.Sum(value => (value - meanX) * (value - meanX));
        var slope = x.Select((value, index) => (value - meanX) * (y[index] - meanY)).Sum() / spread;
        var residual = x.Select((value, index) => y[index] - meanY - (slope * (value - meanX))).Sum(value => value * value);
        var error = x.Length > 2 ? Math.Sqrt(residual / (x.Length - 2) / spread) : double.PositiveInfinity;
        return new ArrheniusFit(-slope, error, Math.Exp(meanY - (slope * meanX)), isOfSigmaT, Math.Sqrt(residual / x.Length));
    }

    /// <summary>Conductivity at a temperature, S/m.</summary>
    /// <param name="temperature">K.</param>
    public double Conductivity(double temperature) =>
        Prefactor * Math.Exp(-ActivationEnergy * PhysicalConstants.ElementaryCharge / (PhysicalConstants.Boltzmann * temperature)) / (IsOfSigmaT ? temperature : 1);
}
