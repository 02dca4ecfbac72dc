using System.Globalization;
using System.Text;

namespace Electrolith.Routes.Figures;

/// <summary>Numbers as a reader of a figure or a table expects them: few digits, a true minus sign, powers of ten.</summary>
public static class NumberText
{
    /// <summary>A number with few digits.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="digits">Significant digits, 1 to 15.</param>
    /// <returns>Plain digits between 0.001 and 99 999, else a power of ten; a dash when not finite.</returns>
    public static string Format(double value, int digits = 3)
    {
        if (!double.IsFinite(value))
        {
            return "–";
        }
        if (value == 0)
        {
            return "0";
        }
        string scientific = value.ToString("E" + Math.Clamp(digits - 1, 0, 14), CultureInfo.InvariantCulture);
        int mark = scientific.IndexOf('E', StringComparison.Ordinal);
        int exponent = int.Parse(scientific.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (exponent is >= -3 and < 5)
        {
            double rounded = double.Parse(scientific, CultureInfo.InvariantCulture);
            int decimals = Math.Max(0, Math.Clamp(digits, 1, 15) - 1 - exponent);
            return Minus(Trim(rounded.ToString("F" + decimals, CultureInfo.InvariantCulture)));
        }
        return Minus(Trim(scientific[..mark])) + "×10" + Superscript(exponent);
    }

    /// <summary>An integer in superscript digits.</summary>
    /// <param name="value">Any integer.</param>
    /// <returns>For example `⁻³`.</returns>
    public static string Superscript(int value)
    {
        StringBuilder text = new();
        foreach (char c in value.ToString(CultureInfo.InvariantCulture))
        {
            text.Append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']);
        }
        return text.ToString();
    }

    internal static string Fixed(double value, int decimals)
    {
        string text = value.ToString("F" + Math.Clamp(decimals, 0, 15), CultureInfo.InvariantCulture);
        bool isZero = text.AsSpan().IndexOfAnyInRange('1', '9') < 0;
        return isZero ? text.TrimStart('-') : Minus(text);
    }

    private static string Trim(string text) =>
        text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;

    private static string Minus(string text) => text.StartsWith('-') ? "−" + text[1..] : text;
}
