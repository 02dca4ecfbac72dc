using Electrolith.Quantities;

namespace Electrolith.Impedance.Desk;

/// <summary>Vogel–Tammann–Fulcher law of a temperature series: σ = A T^(−1/2) exp(−B/k(T − T0)), as amorphous polymers follow above melting.</summary>
/// <param name="PseudoActivationEnergy">B, eV.</param>
/// <param name="PseudoActivationEnergyError">Standard error, eV; infinity from three temperatures.</param>
/// <param name="IdealGlassTemperature">T0, K.</param>
/// <param name="IdealGlassTemperatureError">Standard error, K; infinity from three temperatures.</param>
/// <param name="Prefactor">A, S K^0.5/m.</param>
/// <param name="Deviation">Root mean square of ln (measured / fitted).</param>
/// <param name="IsDetermined">False when T0 ran into an end of its range: the series is a straight line, and the Arrhenius law says all.</param>
public sealed record VogelFit(
    double PseudoActivationEnergy, double PseudoActivationEnergyError, double IdealGlassTemperature, double IdealGlassTemperatureError, double Prefactor, double Deviation, bool IsDetermined)
{
    private const double BoltzmannInElectronVolt = PhysicalConstants.Boltzmann / PhysicalConstants.ElementaryCharge;
    private const int Candidates = 400;

    /// <summary>Fits the law; for a given T0 it is a straight line, so that only T0 is searched.</summary>
    /// <param name="temperatures">K, above zero, at least three different ones.</param>
    /// <param name="conductivities">S/m, above zero.</param>
    /// <exception cref="ArgumentException">The numbers differ, there are fewer than three different temperatures, or a value is not above zero.</exception>
    public static VogelFit Of(IReadOnlyList<double> temperatures, IReadOnlyList<double> conductivities)
    {
        ArgumentNullException.ThrowIfNull(temperatures);
        ArgumentNullException.ThrowIfNull(conductivities);
        if (temperatures.Count != conductivities.Count || temperatures.Distinct().Count() < 3 || temperatures.Concat(conductivities).Any(value => !(value > 0) || !double.IsFinite(value)))
        {
            throw new ArgumentException($"{temperatures.Count} temperatures and {conductivities.Count} conductivities: at least three different temperatures and as many conductivities, all above zero, are expected", nameof(temperatures));
        }

        var y = temperatures.Select((temperature, index) => Math.Log(conductivities[index] * Math.Sqrt(temperature))).ToArray();
        var ceiling = temperatures.Min() - 1;
        var best = Enumerable.Range(0, Candidates).MinBy(step => Line(temperatures, y, ceiling * step / Candidates).Residual);
        var (low, high) = (ceiling * Math.Max(0, best - 1) / Candidates, ceiling * Math.Min(Candidates, best + 1) / Candidates);
        var zero = Golden(trial => Line(temperatures, y, trial).Residual, low, high);
        var (slope, intercept, residual) = Line(temperatures, y, zero);
        var (slopeError, zeroError) = Errors(temperatures, slope, zero, residual);
        return new VogelFit(
            -slope, slopeError, zero, zeroError, Math.Exp(intercept), Math.Sqrt(residual / y.Length), best > 0 && best < Candidates - 1 && -slope > 0);
    }

    /// <summary>Conductivity at a temperature, S/m.</summary>
    /// <param name="temperature">K, above T0.</param>
    public double Conductivity(double temperature) =>
        Prefactor / Math.Sqrt(temperature) * Math.Exp(-PseudoActivationEnergy / (BoltzmannInElectronVolt * (temperature - IdealGlassTemperature)));

    private static (double Slope, double Intercept, double Residual) Line(IReadOnlyList<double> temperatures, double[] y, double zero)
    {
        var x = temperatures.Select(temperature => 1 / (BoltzmannInElectronVolt * (temperature - zero))).ToArray();
        var (meanX, meanY) = (x.Average(), y.Average());
        var slope = x.Select((value, index) => (value - meanX) * (y[index] - meanY)).Sum() / x.Sum(value => (value - meanX) * (value - meanX));
        var residual = x.Select((value, index) => y[index] - meanY - (slope * (value - meanX))).Sum(value => value * value);
        return (slope, meanY - (slope * meanX), residual);
    }

    private static double Golden(Func<double, double> function, double low, double high)
    {
        var ratio = (Math.Sqrt(5) - 1) / 2;
        for (var step = 0; step < 80 && high - low > 1e-10 * (1 + high); step++)
        {
            var (left, right) = (high - (ratio * (high - low)), low + (ratio * (high - low)));
            (low, high) = function(left) < function(right) ? (low, right) : (left, high);
        }

        return (low + high) / 2;
    }

    // Linearised: columns 1, x and B dx/dT0 of ln σ√T; the inverse of their normal matrix times the variance.
    private static (double Slope, double Zero) Errors(IReadOnlyList<double> temperatures, double slope, double zero, double residual)
    {
        var free = temperatures.Count - 3;
        if (free <= 0)
        {
            return (double.PositiveInfinity, double.PositiveInfinity);
        }

        var normal = new double[9];
        foreach (var temperature in temperatures)
        {
            var x = 1 / (BoltzmannInElectronVolt * (temperature - zero));
            double[] row = [1, x, slope * x / (temperature - zero)];
            for (var at = 0; at < 9; at++)
            {
                normal[at] += row[at / 3] * row[at % 3];
            }
        }

        return Numerics.LeastSquares.Cholesky.Inverse(normal, 3) is { } inverse
            ? (Math.Sqrt(inverse[4] * residual / free), Math.Sqrt(inverse[8] * residual / free))
            : (double.PositiveInfinity, double.PositiveInfinity);
    }
}
