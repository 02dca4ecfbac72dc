namespace Electrolith.Materials.Formulas;

/// <summary>A position in a formula; typographic characters are read as their plain form, one for one, so that offsets hold.</summary>
/// <param name="text">The formula as written.</param>
internal sealed class FormulaScanner(string text)
{
    private readonly char[] characters = [.. text.Select(Plain)];

    /// <summary>Position of the next character, from 0.</summary>
    public int Position { get; set; }

    /// <summary>The next character, or <c>'\0'</c> at the end.</summary>
    public char Current => At(Position);

    /// <summary>True when nothing is left.</summary>
    public bool AtEnd => Position >= characters.Length;

    /// <summary>Everything from the position on.</summary>
    public ReadOnlySpan<char> Rest => characters.AsSpan(Math.Min(Position, characters.Length));

    /// <summary>True for a letter that may stand for a number in a subscript.</summary>
    /// <param name="character">The letter.</param>
    public static bool IsVariable(char character) => character is 'x' or 'y' or 'z' or 'u' or 'v' or 'w' or 'm' or 'n' or 'δ';

    /// <summary>A character at an absolute position, or <c>'\0'</c> outside.</summary>
    /// <param name="position">Position, from 0.</param>
    public char At(int position) => position < characters.Length ? characters[position] : '\0';

    /// <summary>Part of the formula in plain characters.</summary>
    /// <param name="start">First position.</param>
    /// <param name="end">Position after the last.</param>
    public string Slice(int start, int end) => new(characters, start, Math.Min(end, characters.Length) - start);

    /// <summary>Moves over blanks.</summary>
    public void SkipBlanks()
    {
        while (char.IsWhiteSpace(Current))
        {
            Position++;
        }
    }

    /// <summary>Position after an unsigned decimal number that starts at a position; the same position when there is none.</summary>
    /// <param name="start">First position.</param>
    public int EndOfNumber(int start)
    {
        var end = start;
        while (char.IsAsciiDigit(At(end)))
        {
            end++;
        }

        if (end == start || At(end) != '.' || !char.IsAsciiDigit(At(end + 1)))
        {
            return end;
        }

        var fraction = end + 1;
        while (char.IsAsciiDigit(At(fraction)))
        {
            fraction++;
        }

        // CuSO4.5H2O is a hydrate, not 4.5 oxygen.
        return Slice(fraction, fraction + 4).TrimEnd() == "H2O" && fraction + 3 == characters.Length ? end : fraction;
    }

    private static char Plain(char character) => character switch
    {
        >= '₀' and <= '₉' => (char)('0' + (character - '₀')),
        '₊' or '＋' => '+',
        '₋' or '−' or '–' or '—' or '‐' or '‑' => '-',
        '₍' => '(',
        '₎' => ')',
        'ₓ' => 'x',
        '•' or '∙' or '⋅' or '・' => '·',
        '\u00A0' or '\u2009' or '\u202F' => ' ',
        _ => character,
    };
}
