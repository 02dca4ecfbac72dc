using Electrolith.Processing.Recipes;
using Electrolith.Quantities;

namespace Electrolith.Processing.Choosing;

/// <summary>Values that a person sets and writes down: steps of 1, 2 or 5 in the usual unit.</summary>
public static class SettingSteps
{
    /// <summary>The settings around a value, inside the range.</summary>
    /// <param name="varied">Parameter with its range.</param>
    /// <param name="value">SI value.</param>
    /// <param name="steps">How many steps the range has at least (logarithmic: how many steps a factor of e has).</param>
    /// <returns>The setting below and the one above, SI; both the same when the value is a setting.</returns>
    public static (double Below, double Above) Around(VariedParameter varied, double value, int steps)
    {
        ArgumentNullException.ThrowIfNull(varied);
        var kind = varied.Kind;
        var shown = QuantityPrinter.ToDisplay(value, kind);
        var range = varied.IsLogarithmic ? Math.Abs(shown) : Math.Abs(QuantityPrinter.ToDisplay(varied.High, kind) - QuantityPrinter.ToDisplay(varied.Low, kind));
        var step = Nice(range / steps);
        double Setting(double count) => QuantityPrinter.FromDisplay(double.Parse((count * step).ToString("G12", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture), kind);
        var count = shown / step;
        var nearest = Math.Round(count);
        var (below, above) = Math.Abs(count - nearest) < 1e-6 ? (nearest, nearest) : (Math.Floor(count), Math.Ceiling(count));
        return (Math.Clamp(Setting(below), varied.Low, varied.High), Math.Clamp(Setting(above), varied.Low, varied.High));
    }

    /// <summary>The nearest setting.</summary>
    /// <param name="varied">Parameter with its range.</param>
    /// <param name="value">SI value.</param>
    /// <param name="steps">How many steps the range has at least.</param>
    public static double Nearest(VariedParameter varied, double value, int steps)
    {
        var (below, above) = Around(varied, value, steps);
        return value - below < above - value ? below : above;
    }

    private static double Nice(double atMost)
    {
        if (!(atMost > 0))
        {
            return 1e-12;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(atMost)));
        return atMost / power is var digit && digit >= 5 ? 5 * power : digit >= 2 ? 2 * power : power;
    }
}
