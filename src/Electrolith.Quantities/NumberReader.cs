using System.Globalization;
using Electrolith.Quantities.Units;

namespace Electrolith.Quantities;

/// <summary>Reads the number at the start of a text: <c>1e-4</c>, <c>1.2×10⁻³</c>, <c>−20</c>.</summary>
internal static class NumberReader
{
    /// <summary>Reads a number.</summary>
    /// <param name="text">Starts with the number.</param>
    /// <param name="value">The number.</param>
    /// <param name="length">How many characters it took; 0 when there is none.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out double value, out int length)
    {
        Span<char> digits = stackalloc char[64];
        var used = 0;
        length = 0;
        var position = Sign(text, 0, digits, ref used);
        var start = position;
        while (position < text.Length && used < 60 && (char.IsAsciiDigit(text[position]) || (text[position] == '.' && !IsRange(text, position))))
        {
            digits[used++] = text[position++];
        }

        if (position == start || (position == start + 1 && text[start] == '.'))
        {
            value = 0;
            return false;
        }

        position = PowerOfTen(text, position, digits, ref used);
        length = position;
        return double.TryParse(digits[..used], NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    private static bool IsRange(ReadOnlySpan<char> text, int position) =>
        (position + 1 < text.Length && text[position + 1] == '.') || (position > 0 && text[position - 1] == '.');

    private static int Sign(ReadOnlySpan<char> text, int position, Span<char> digits, ref int used)
    {
        if (position < text.Length && text[position] is '-' or '\u2212' or '\u2013')
        {
            digits[used++] = '-';
            return position + 1;
        }

        return position < text.Length && text[position] == '+' ? position + 1 : position;
    }

    private static int PowerOfTen(ReadOnlySpan<char> text, int position, Span<char> digits, ref int used)
    {
        var after = position;
        if (after + 1 < text.Length && text[after] is 'e' or 'E')
        {
            after++;
        }
        else
        {
            while (after < text.Length && text[after] == ' ')
            {
                after++;
            }

            if (after + 2 < text.Length && text[after] is '\u00D7' or 'x' or '·' or '*' && SkipTen(text, after + 1) is var ten and > 0)
            {
                after = ten;
            }
            else
            {
                return position;
            }
        }

        Span<char> exponent = stackalloc char[8];
        var count = 0;
        if (after < text.Length && text[after] is '-' or '\u2212' or '\u207B')
        {
            exponent[count++] = '-';
            after++;
        }
        else if (after < text.Length && text[after] is '+' or '\u207A')
        {
            after++;
        }

        var first = count;
        while (after < text.Length && count < 6 && Superscripts.Digit(text[after]) is var digit and >= 0)
        {
            exponent[count++] = (char)('0' + digit);
            after++;
        }

        if (count == first)
        {
            return position;
        }

        digits[used++] = 'e';
        exponent[..count].CopyTo(digits[used..]);
        used += count;
        return after;
    }

    private static int SkipTen(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }

        if (position + 2 > text.Length || text[position] != '1' || text[position + 1] != '0')
        {
            return -1;
        }

        position += 2;
        return position < text.Length && text[position] == '^' ? position + 1 : position;
    }
}
