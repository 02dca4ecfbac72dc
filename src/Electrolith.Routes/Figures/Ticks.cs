namespace Electrolith.Routes.Figures;

/// <summary>The marks of an axis.</summary>
/// <param name="Values">Places of the labelled marks, ascending.</param>
/// <param name="Labels">One label per mark.</param>
/// <param name="Minor">Places of unlabelled marks.</param>
/// <param name="Exponent">The labels are values divided by ten to this power; 0 for plain values.</param>
public sealed record TickSet(
    IReadOnlyList<double> Values, IReadOnlyList<string> Labels, IReadOnlyList<double> Minor, int Exponent);

/// <summary>Round marks for axes: steps of 1, 2 or 5 times a power of ten.</summary>
public static class Ticks
{
    /// <summary>Marks of a linear axis.</summary>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end, above the lower.</param>
    /// <param name="target">About how many marks are wanted.</param>
    /// <returns>Marks inside the range, both ends included.</returns>
    public static TickSet Linear(double low, double high, int target = 6)
    {
        if (!(high > low) || !double.IsFinite(high - low))
        {
            throw new ArgumentOutOfRangeException(nameof(high), $"The range {low} to {high} of an axis is empty or not finite.");
        }
        (int mantissa, int power) = StepParts(low, high, target);
        double largest = Math.Max(Math.Abs(low), Math.Abs(high));
        int exponent = largest is >= 1e5 or < 1e-3 ? (int)Math.Floor(Math.Floor(Math.Log10(largest)) / 3) * 3 : 0;
        double first = Math.Ceiling(low / Scaled(mantissa, power) - 1e-9);
        double last = Math.Floor(high / Scaled(mantissa, power) + 1e-9);
        List<double> values = [];
        List<string> labels = [];
        for (double k = first; k <= last && values.Count < 200; k++)
        {
            values.Add(Scaled(k * mantissa, power));
            labels.Add(NumberText.Fixed(Scaled(k * mantissa, power - exponent), exponent - power));
        }
        return new TickSet(values, labels, [], exponent);
    }

    /// <summary>Marks of a logarithmic axis: decades, with 2 and 5 between them on short axes.</summary>
    /// <param name="low">Lower end, above zero.</param>
    /// <param name="high">Upper end, above the lower.</param>
    /// <param name="target">At most about how many labels are wanted.</param>
    /// <returns>Marks inside the range.</returns>
    public static TickSet Logarithmic(double low, double high, int target = 6)
    {
        if (!(low > 0) || !(high > low) || !double.IsFinite(high))
        {
            throw new ArgumentOutOfRangeException(nameof(low), $"The range {low} to {high} does not suit a logarithmic axis.");
        }
        int firstDecade = (int)Math.Floor(Math.Log10(low) + 1e-9);
        int lastDecade = (int)Math.Floor(Math.Log10(high) + 1e-9);
        double span = Math.Log10(high / low);
        if (span < 0.7)
        {
            return Linear(low, high, target);
        }
        int stride = Math.Max(1, (int)Math.Ceiling(span / (Math.Max(2, target) + 2)));
        int[] labelled = span <= 2.2 ? [1, 2, 5] : [1];
        bool isPlain = firstDecade >= -3 && lastDecade < 5;
        List<double> values = [];
        List<string> labels = [];
        List<double> minor = [];
        for (int decade = firstDecade; decade <= lastDecade; decade++)
        {
            for (int digit = 1; digit <= 9; digit++)
            {
                double value = Scaled(digit, decade);
                if (value < low * (1 - 1e-9) || value > high * (1 + 1e-9))
                {
                    continue;
                }
                if (Array.IndexOf(labelled, digit) >= 0 && decade % stride == 0)
                {
                    values.Add(value);
                    labels.Add(LogLabel(digit, decade, isPlain));
                }
                else if (stride == 1 || digit == 1)
                {
                    minor.Add(value);
                }
            }
        }
        return new TickSet(values, labels, minor, 0);
    }

    /// <summary>A range widened to round ends; a range of no length gets some.</summary>
    /// <param name="low">Lowest value shown.</param>
    /// <param name="high">Highest value shown.</param>
    /// <param name="scale">Kind of the axis; on a logarithmic one both are above zero.</param>
    /// <returns>Ends that contain both values.</returns>
    internal static (double Low, double High) RoundRange(double low, double high, AxisScaleKind scale)
    {
        if (scale == AxisScaleKind.Logarithmic)
        {
            if (high <= low * (1 + 1e-6))
            {
                (low, high) = (low / 2, high * 2);
            }
            return (RoundLog(low, down: true), RoundLog(high, down: false));
        }
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        if (size == 0)
        {
            return (-1, 1);
        }
        if (high - low <= size * 1e-9)
        {
            (low, high) = (low - size * 0.1, high + size * 0.1);
        }
        (int mantissa, int power) = StepParts(low, high, 6);
        double step = Scaled(mantissa, power);
        return (Scaled(Math.Floor(low / step + 1e-9) * mantissa, power), Scaled(Math.Ceiling(high / step - 1e-9) * mantissa, power));
    }

    private static double RoundLog(double value, bool down)
    {
        int decade = (int)Math.Floor(Math.Log10(value));
        double best = down ? Scaled(1, decade) : Scaled(1, decade + 1);
        foreach (int digit in (int[])[2, 5])
        {
            double candidate = Scaled(digit, decade);
            if (down && candidate <= value)
            {
                best = candidate;
            }
            else if (!down && candidate >= value && candidate < best)
            {
                best = candidate;
            }
        }
        return !down && Scaled(1, decade) >= value ? Scaled(1, decade) : best;
    }

    private static (int Mantissa, int Power) StepParts(double low, double high, int target)
    {
        double raw = (high - low) / Math.Max(1, target);
        int power = (int)Math.Floor(Math.Log10(raw));
        double lead = raw / Math.Pow(10, power);
        return lead switch
        {
            <= 1.5 => (1, power),
            <= 3.5 => (2, power),
            <= 7.5 => (5, power),
            _ => (1, power + 1),
        };
    }

    // Divides by a positive power so that 3 × 10^-1 is 0.3 and not 0.30000000000000004.
    private static double Scaled(double digits, int power) =>
        power >= 0 ? digits * Math.Pow(10, power) : digits / Math.Pow(10, -power);

    // One axis never mixes 0.001 with 10⁻⁴; only 1 and 10 stay plain among powers.
    private static string LogLabel(int digit, int decade, bool isPlain) =>
        isPlain || decade is 0 or 1 ? NumberText.Format(Scaled(digit, decade), 1)
        : digit == 1 ? "10" + NumberText.Superscript(decade)
        : digit + "×10" + NumberText.Superscript(decade);
}
