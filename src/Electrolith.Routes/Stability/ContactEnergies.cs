using System.Collections.Concurrent;
using System.Collections.Immutable;
using Electrolith.Materials.Formulas;
using Electrolith.Materials.Library;
using Electrolith.Routes.Compiling;
using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Routes.Stability;

/// <summary>Windows and reactions of materials, computed once for each pair of formulas.</summary>
internal static class ContactEnergies
{
    private static readonly EntrySet Set = EntrySet.Load(EntryOptions.Default);
    private static readonly ElementSet Lithium = ElementSet.Of(FormulaParser.Parse("Li"));
    private static readonly ConcurrentDictionary<string, StabilityWindow> Windows = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<(string, string), InterfaceReaction> Reactions = new();
    private static readonly HashSet<string> NonMetals = new(["H", "B", "C", "N", "O", "F", "P", "S", "Cl", "Se", "Br", "I"], StringComparer.Ordinal);

    /// <summary>Why a material has no computed energy; null when it has.</summary>
    /// <param name="material">The material.</param>
    public static string? Obstacle(Material material) =>
        material.Family is "polymer" or "composite" or "fluoropolymer" ? $"{material.Id}: a polymer, computed energies are of inorganic compounds"
        : material.Family == "anode-free" ? null
        : material.Formula.Length == 0 || !FormulaParser.TryParse(material.Formula, out var composition, out _) ? $"{material.Id}: no formula"
        : composition.AmountOf("H") > 0 ? $"{material.Id}: energies of hydrogen compounds are not good enough"
        : !ElementSet.Of(composition).IsPartOf(EntrySet.KnownElements) ? $"{material.Id}: no energies of its elements" : null;

    /// <summary>Sources of the computed energies and methods, when a route rests on any.</summary>
    /// <param name="route">Compiled route.</param>
    public static IEnumerable<string> Sources(CompiledRoute route) =>
        Obstacle(route.Separator.Electrolyte.Material) is null || (route.Cathode.Catholyte is { } catholyte && Obstacle(catholyte.Material) is null)
            ? ["bartel2020", "jain2013", "mp2019", "richards2016"] : [];

    /// <summary>The substance of a material that has no obstacle; lithium for an anode-free cell.</summary>
    /// <param name="material">The material.</param>
    public static Substance SubstanceOf(Material material) => Substance.Of(material.Family == "anode-free" ? "Li" : material.Formula);

    /// <summary>The cathode at the end of charge by the convention of published tables: half of the lithium left, none in phosphates.</summary>
    /// <param name="cathode">Discharged.</param>
    public static Substance Charged(Substance cathode)
    {
        var kept = cathode.Composition.AmountOf("P") > 0 ? 0 : 0.5;
        var composition = Composition.Of(cathode.Composition.Parts.Select(part => part.Element.Symbol == "Li" ? part with { Amount = part.Amount * kept } : part));
        return new Substance(composition.ToString(), composition);
    }

    /// <summary>The window of a substance.</summary>
    /// <param name="substance">The substance, not lithium itself.</param>
    public static StabilityWindow Window(Substance substance) =>
        Windows.GetOrAdd(substance.Formula, _ => StabilityWindow.Of(Set.Diagram(ElementSet.Of(substance.Composition).With(Lithium)), substance));

    /// <summary>The reaction of two substances.</summary>
    /// <param name="first">One.</param>
    /// <param name="second">The other.</param>
    public static InterfaceReaction Reaction(Substance first, Substance second) =>
        Reactions.GetOrAdd((first.Formula, second.Formula), _ => InterfaceReaction.Of(Set.Diagram(ElementSet.Of(first.Composition).With(ElementSet.Of(second.Composition))), first, second));

    /// <summary>A substance held at a voltage.</summary>
    /// <param name="substance">The substance, not lithium itself.</param>
    /// <param name="voltage">V.</param>
    public static VoltageStep At(Substance substance, double voltage) => Window(substance).Profile.At(Math.Max(0, voltage));

    /// <summary>Products that conduct electrons: metals and alloys, without any non-metal in them.</summary>
    /// <param name="step">A step of a profile.</param>
    public static ImmutableArray<string> Conducting(VoltageStep step) =>
        [.. step.Products.Where(item => item.Phase.Composition.Parts.All(part => !NonMetals.Contains(part.Element.Symbol)) && item.Phase.Elements != Lithium).Select(item => item.Phase.Formula)];
}
