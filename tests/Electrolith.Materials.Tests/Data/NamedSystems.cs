using Electrolith.Materials.Formulas;
using Electrolith.Materials.Library;

namespace Electrolith.Materials.Tests.Data;

/// <summary>A system that the library must have.</summary>
/// <param name="Name">Name for the message.</param>
/// <param name="Set">Data set that should hold it.</param>
/// <param name="IsMet">True for a material that is this system.</param>
internal sealed record NamedSystem(string Name, string Set, Func<Material, bool> IsMet);

/// <summary>The systems that the product promises.</summary>
internal static class NamedSystems
{
    public static NamedSystem[] All { get; } =
    [
        Elements("oxides", "garnet", "Al", "La", "Zr"), Elements("oxides", "garnet", "Ta", "La", "Zr"), Elements("oxides", "garnet", "Nb", "La", "Zr"), Elements("oxides", "garnet", "Ga", "La", "Zr"),
        Elements("oxides", "nasicon", "Al", "Ti"), Elements("oxides", "nasicon", "Al", "Ge"), Elements("oxides", "perovskite", "La", "Ti"), Elements("oxides", "lipon", "P", "N"),
        Elements("sulfides", "lgps", "Ge"), Elements("sulfides", "lgps", "Si", "Cl"), Elements("sulfides", "lgps", "Sn"),
        Formula("sulfides", "Li6PS5Cl"), Formula("sulfides", "Li6PS5Br"), Formula("sulfides", "Li6PS5I"), Formula("sulfides", "Li5.5PS4.5Cl1.5"),
        Formula("sulfides", "Li3PS4", "thiophosphate-crystal"), Formula("sulfides", "75Li2S-25P2S5", "thiophosphate-glass"), Formula("sulfides", "Li7P3S11"),
        Formula("halides", "Li3YCl6"), Formula("halides", "Li3YBr6"), Formula("halides", "Li3InCl6"), Formula("halides", "Li2ZrCl6"), Formula("halides", "Li3ScCl6"),
        Words("polymers", "peo", "litfsi"), Words("polymers", "peo", "liclo4"), Words("polymers", "pvdf-hfp"), Words("polymers", "pan"), Words("polymers", "ppc"),
        Words("composites", "peo", "llzto", "dispersed"), Words("composites", "peo", "llzto", "framework"), Words("composites", "peo", "llzto", "layer"),
        Id("nmc811"), Id("nmc622"), Id("nca"), Id("lco"), Id("lfp"), Id("lithium"), Id("anode-free"), Id("lithium-indium"), Id("graphite"), Id("silicon"),
    ];

    private static NamedSystem Elements(string set, string family, params string[] symbols) => new(
        $"{family} with {string.Join(", ", symbols)}", set,
        material => material.Role == MaterialRole.Electrolyte && material.Family == family && material.Composition is { } composition && Array.TrueForAll(symbols, symbol => composition.AmountOf(symbol) > 0));

    private static NamedSystem Formula(string set, string formula, string? family = null)
    {
        var wanted = FormulaParser.Parse(formula);
        return new(formula, set, material => material.Role == MaterialRole.Electrolyte && (family is null || material.Family == family) && material.Composition is { } composition && composition.HasSameRatiosAs(wanted));
    }

    private static NamedSystem Words(string set, params string[] words) => new(
        string.Join('+', words), set,
        material => material.Role == MaterialRole.Electrolyte && Array.TrueForAll(words, word => $"{material.Id} {material.Name} {material.Formula} {string.Join(' ', material.Aliases)}".Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static NamedSystem Id(string id) => new(id, "electrodes", material => string.Equals(material.Id, id, StringComparison.Ordinal) || material.Aliases.Contains(id, StringComparer.OrdinalIgnoreCase));
}
