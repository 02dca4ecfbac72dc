using System.Text.RegularExpressions;

namespace Electrolith.Impedance.Files;

/// <summary>Cuts a line into cells.</summary>
internal static partial class RowSplitter
{
    /// <summary>Separators in the order in which they are tried: blanks last, because they also stand inside headings.</summary>
    public const string Separators = "\t;,= ";

    /// <summary>Stands for two or more blanks, which part headings that have single blanks in them.</summary>
    public const char Gap = '=';

    private const int LongestLine = 20_000;

    public static string[] Split(string line, char separator)
    {
        var text = line.Length > LongestLine ? "" : line.Trim(' ', '\t', '\r');
        if (text.Length > 1 && text[0] == '"' && text[^1] == '"' && text.IndexOf('"', 1) == text.Length - 1)
        {
            text = text.Trim('"', ' ');
        }

        var cells = separator switch
        {
            ' ' => text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries),
            Gap => Gaps().Split(text),
            _ => text.Split(separator, StringSplitOptions.TrimEntries),
        };
        var count = cells.Length;
        while (count > 0 && cells[count - 1].Length == 0)
        {
            count--;
        }

        return cells[..count];
    }

    [GeneratedRegex(@"\s{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Gaps();
}
