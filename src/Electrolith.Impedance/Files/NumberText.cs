using System.Globalization;

namespace Electrolith.Impedance.Files;

/// <summary>Numbers as instruments write them: decimal point or comma, exponents with E or D, quotes and blanks around.</summary>
internal static class NumberText
{
    private const int Longest = 64;

    public static bool TryParse(string cell, out double value)
    {
        var text = cell.AsSpan().Trim().Trim('"').Trim();
        value = double.NaN;
        if (text.Length is 0 or > Longest || !(char.IsAsciiDigit(text[^1]) || text[^1] == '.'))
        {
            return false;
        }

        Span<char> plain = stackalloc char[Longest];
        text.CopyTo(plain);
        plain = plain[..text.Length];
        plain.Replace('\u2212', '-');
        plain.Replace('D', 'E');
        var (comma, point) = (plain.LastIndexOf(','), plain.LastIndexOf('.'));
        if (comma >= 0 && point < 0)
        {
            plain[comma] = '.';
        }
        else if (comma >= 0)
        {
            return false;
        }

        return double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }
}
