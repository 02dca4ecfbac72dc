using Electrolith.Quantities;

namespace Electrolith.Impedance.Desk;

/// <summary>Growth of a resistance with time, R = R0 + k tⁿ.</summary>
/// <param name="Start">R0, ohm.</param>
/// <param name="Rate">k, ohm per unit of time to the n.</param>
/// <param name="RateError">Standard error of k; infinity without a degree of freedom.</param>
/// <param name="Exponent">n.</param>
/// <param name="Determination">R², share of the variance that the law explains.</param>
public sealed record GrowthLaw(double Start, double Rate, double RateError, double Exponent, double Determination)
{
    /// <summary>Fits R0 and k for a given exponent: ½ for growth that diffusion through the layer limits, 1 for contact loss and cracks or a reaction that limits.</summary>
    /// <param name="times">From zero, in any unit; at least two different ones.</param>
    /// <param name="resistances">ohm, as many.</param>
    /// <param name="exponent">n, above zero.</param>
    /// <exception cref="ArgumentException">The numbers differ, a time is below zero, or fewer than two times differ.</exception>
    [Equation("impedance.resistance-growth", @"R=R_0+k\,t^n", Source = "jung2019", Locator = "n = 1/2 in the bulk, 1 at grain boundaries without coating")]
    public static GrowthLaw Of(IReadOnlyList<double> times, IReadOnlyList<double> resistances, double exponent)
    {
        Check(times, resistances, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exponent);
        var x = times.Select(time => Math.Pow(time, exponent)).ToArray();
        var (meanX, meanY) = (x.Average(), resistances.Average());
        var spread = x.Sum(value => (value - meanX) * (value - meanX));
        var slope = x.Zip(resistances, (a, b) => (a - meanX) * (b - meanY)).Sum() / spread;
        var residual = x.Zip(resistances, (a, b) => b - meanY - (slope * (a - meanX))).Sum(value => value * value);
        var variance = resistances.Sum(value => (value - meanY) * (value - meanY));
        var error = x.Length > 2 ? Math.Sqrt(residual / (x.Length - 2) / spread) : double.PositiveInfinity;
        return new GrowthLaw(meanY - (slope * meanX), slope, error, exponent, variance > 0 ? 1 - (residual / variance) : 1);
    }

    /// <summary>Finds the exponent: R0 is the first value, k and n are fitted.</summary>
    /// <param name="times">From zero, in any unit; the first is the start, and three later ones or more are different.</param>
    /// <param name="resistances">ohm, as many.</param>
    /// <returns>The law with the smallest squares, n from 0.1 to 2.</returns>
    /// <exception cref="ArgumentException">The numbers differ, a time is below zero, or fewer than four times differ.</exception>
    public static GrowthLaw Free(IReadOnlyList<double> times, IReadOnlyList<double> resistances)
    {
        Check(times, resistances, 4);
        var first = Enumerable.Range(0, times.Count).MinBy(index => times[index]);
        var t = times.Select(time => time - times[first]).ToArray();
        var y = resistances.Select(resistance => resistance - resistances[first]).ToArray();
        (double Rate, double Residual) At(double n)
        {
            var x = t.Select(time => Math.Pow(time, n)).ToArray();
            var rate = x.Zip(y, (a, b) => a * b).Sum() / x.Sum(value => value * value);
            return (rate, x.Zip(y, (a, b) => b - (rate * a)).Sum(value => value * value));
        }

        var start = 0.1 + (0.02 * Enumerable.Range(0, 96).MinBy(step => At(0.1 + (0.02 * step)).Residual));
        var (low, high) = (Math.Max(0.1, start - 0.02), Math.Min(2, start + 0.02));
        var ratio = (Math.Sqrt(5) - 1) / 2;
        while (high - low > 1e-9)
        {
            var (left, right) = (high - (ratio * (high - low)), low + (ratio * (high - low)));
            (low, high) = At(left).Residual < At(right).Residual ? (low, right) : (left, high);
        }

        var (best, residual) = At((low + high) / 2);
        var mean = resistances.Average();
        var variance = resistances.Sum(value => (value - mean) * (value - mean));
        return new GrowthLaw(resistances[first], best, double.NaN, (low + high) / 2, variance > 0 ? 1 - (residual / variance) : 1);
    }

    private static void Check(IReadOnlyList<double> times, IReadOnlyList<double> resistances, int least)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(resistances);
        if (times.Count != resistances.Count || times.Distinct().Count() < least || times.Any(time => !(time >= 0) || !double.IsFinite(time)) || resistances.Any(value => !double.IsFinite(value)))
        {
            throw new ArgumentException($"{times.Count} times and {resistances.Count} resistances: at least {least} different times from zero and as many resistances are expected", nameof(times));
        }
    }
}
