using System.Collections.Frozen;

namespace Electrolith.Materials.Formulas;

/// <summary>Short names that stand for a composition inside a formula: repeat units of polymers, and anions of lithium salts.</summary>
public static class FormulaAliases
{
    private static readonly FrozenDictionary<string, string> Formulas = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["PEO"] = "C2H4O",
        ["PVDF"] = "C2H2F2",
        ["HFP"] = "C3F6",
        ["PAN"] = "C3H3N",
        ["PPC"] = "C4H6O3",
        ["PEC"] = "C3H4O3",
        ["PCL"] = "C6H10O2",
        ["PMMA"] = "C5H8O2",
        ["PTFE"] = "C2F4",
        ["PDMS"] = "C2H6OSi",
        ["LiTFSI"] = "LiC2F6NO4S2",
        ["LiFSI"] = "LiF2NO4S2",
        ["LiBOB"] = "LiBC4O8",
        ["LiDFOB"] = "LiBC2F2O4",
        ["TFSI"] = "C2F6NO4S2",
        ["FSI"] = "F2NO4S2",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] LongestFirst = [.. Formulas.Keys.OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)];

    /// <summary>The short names and the formula of each; polymers are written as their repeat unit.</summary>
    public static IReadOnlyDictionary<string, string> All => Formulas;

    /// <summary>The longest short name that a text starts with.</summary>
    /// <param name="text">Rest of a formula.</param>
    /// <returns>The name, or null; a name that runs on in lower case is not meant.</returns>
    internal static string? StartOf(ReadOnlySpan<char> text)
    {
        foreach (var name in LongestFirst)
        {
            if (text.StartsWith(name, StringComparison.Ordinal) && (text.Length == name.Length || !char.IsAsciiLetterLower(text[name.Length]) || FormulaScanner.IsVariable(text[name.Length])))
            {
                return name;
            }
        }

        return null;
    }
}
