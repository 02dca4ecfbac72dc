using System.Text.RegularExpressions;

namespace Electrolith.Impedance.Files;

/// <summary>What the head of a file says, as pairs of name and value.</summary>
internal static partial class HeadNotes
{
    private const int Most = 200;

    public static Dictionary<string, string> Read(string[] lines, int until)
    {
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Take(until).Where(line => line.Length < 400))
        {
            var match = Pair().Match(line);
            if (match.Success && notes.Count < Most)
            {
                notes.TryAdd(match.Groups["name"].Value.Trim(), match.Groups["value"].Value.Trim());
            }
        }

        return notes;
    }

    /// <summary>Head of Gamry's files: name, type, value and label, parted by tabs.</summary>
    public static Dictionary<string, string> ReadGamry(string[] lines, int until)
    {
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cells in lines.Take(until).Where(line => line.Length is > 0 and < 400).Select(line => line.Split('\t')))
        {
            if (cells.Length >= 3 && cells[0].Length > 0 && cells[1] is "LABEL" or "QUANT" or "POTEN" or "PSTAT" or "IQUANT")
            {
                notes.TryAdd(cells[0], cells[2].Trim());
            }
        }

        return notes;
    }

    [GeneratedRegex(@"^[\s""]*(?<name>[A-Za-z][^:=\t,;]{0,50}?)\s*[:=]\s*(?<value>[^\s].*)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Pair();
}
