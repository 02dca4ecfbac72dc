using Electrolith.Materials.Formulas;

namespace Electrolith.Materials.Library;

/// <summary>Finds materials by words or by composition.</summary>
internal static class MaterialSearch
{
    private const int NoMatch = int.MaxValue;

    /// <summary>The materials that match, best first.</summary>
    /// <param name="materials">Where to look.</param>
    /// <param name="text">Words or a formula.</param>
    public static IReadOnlyList<Material> Find(IReadOnlyList<Material> materials, string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return materials;
        }

        var wanted = FormulaParser.TryParse(text.Trim(), out var composition, out _) ? composition : null;
        return
        [
            .. materials.Select((material, index) => (Material: material, Index: index, Rank: Rank(material, text.Trim(), words, wanted)))
                .Where(item => item.Rank != NoMatch).OrderBy(item => item.Rank).ThenBy(item => item.Index).Select(item => item.Material),
        ];
    }

    private static int Rank(Material material, string text, string[] words, Composition? wanted)
    {
        if (Same(material.Id, text) || material.Aliases.Any(alias => Same(alias, text)))
        {
            return 0;
        }

        if (wanted is not null && material.Composition is { } composition && composition.HasSameRatiosAs(wanted))
        {
            return 1;
        }

        if (material.Id.StartsWith(text, StringComparison.OrdinalIgnoreCase))
        {
            return 2;
        }

        return Array.TrueForAll(words, word => Contains(material, word)) ? 3 : NoMatch;
    }

    private static bool Contains(Material material, string word) =>
        Has(material.Id, word) || Has(material.Name, word) || Has(material.Formula, word) || Has(material.Family, word)
        || Has(MaterialNames.NameOf(material.Role), word) || material.Aliases.Any(alias => Has(alias, word));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
