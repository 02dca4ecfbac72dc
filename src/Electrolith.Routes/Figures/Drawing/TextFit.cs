namespace Electrolith.Routes.Figures.Drawing;

/// <summary>Widths of text without a font at hand: rounded up from common sans-serif fonts, so text never needs more room than reserved.</summary>
internal static class TextFit
{
    public static double Width(string text, double size, bool bold = false)
    {
        double units = 0;
        foreach (char c in text)
        {
            units += c switch
            {
                'i' or 'j' or 'l' or '.' or ',' or ':' or ';' or '|' or '\'' or '!' or 'I' => 0.31,
                'f' or 't' or 'r' or ' ' or '(' or ')' or '[' or ']' or '/' or '-' => 0.39,
                'm' or 'w' or 'M' or 'W' or '%' or '@' or '–' or '—' or '…' => 0.93,
                >= '⁰' and <= '₟' or '¹' or '²' or '³' => 0.42,
                >= 'A' and <= 'Z' => 0.71,
                >= '\u1100' => 0.85,
                _ => 0.6,
            };
        }
        return units * size * (bold ? 1.1 : 1);
    }

    public static string Clip(string text, double width, double size)
    {
        if (Width(text, size) <= width)
        {
            return text;
        }
        int length = text.Length;
        while (length > 1 && Width(text[..length].TrimEnd() + "…", size) > width)
        {
            length--;
        }
        if (length > 1 && char.IsHighSurrogate(text[length - 1]))
        {
            length--;
        }
        return text[..length].TrimEnd() + "…";
    }

    public static IReadOnlyList<string> Wrap(string text, double width, double size, int maximumLines, bool bold = false)
    {
        List<string> lines = [];
        string line = "";
        string[] words = text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < words.Length; i++)
        {
            string longer = line.Length == 0 ? words[i] : line + " " + words[i];
            if (line.Length == 0 || Width(longer, size, bold) <= width)
            {
                line = longer;
                continue;
            }
            if (lines.Count + 1 == maximumLines)
            {
                line += " " + string.Join(' ', words[i..]);
                break;
            }
            lines.Add(line);
            line = words[i];
        }
        if (line.Length > 0)
        {
            lines.Add(line);
        }
        return lines.ConvertAll(l => Clip(l, width / (bold ? 1.1 : 1), size));
    }
}
