using System.Collections.Immutable;
using Electrolith.Materials.Library;

namespace Electrolith.Routes.Stability;

/// <summary>The computed window of a material of a route beside what the library holds.</summary>
/// <param name="Place">Where the material stands: separator, catholyte, coating, interlayer.</param>
/// <param name="Material">The material.</param>
/// <param name="Formula">The formula that was computed.</param>
/// <param name="Reduction">Reduction limit, V; null without a window.</param>
/// <param name="Oxidation">Oxidation limit, V; infinity when nothing oxidises it; null without a window.</param>
/// <param name="ReductionReaction">What happens below; empty when nothing does.</param>
/// <param name="OxidationReaction">What happens above; empty when nothing does.</param>
public sealed record ComputedWindow(string Place, Material Material, string Formula, double? Reduction, double? Oxidation, string ReductionReaction, string OxidationReaction)
{
    /// <summary>A limit that the library gives; a practical, measured one before a thermodynamic one.</summary>
    /// <param name="property"><c>reduction-limit</c> or <c>oxidation-limit</c>.</param>
    public PropertyValue? Library(string property) =>
        Material.ValuesOf(property).FirstOrDefault(value => value.Kind == "practical") ?? Material.ValuesOf(property).FirstOrDefault();
}

/// <summary>The strongest reaction of two neighbours of a route beside what the library holds.</summary>
/// <param name="Place">Where they touch.</param>
/// <param name="First">One material.</param>
/// <param name="Second">The other.</param>
/// <param name="State">Formula of the second as it was taken, such as the charged cathode.</param>
/// <param name="Energy">eV/atom, not above zero; both reactants at the energy of the hull.</param>
/// <param name="Reaction">The reaction; empty when there is none.</param>
public sealed record ComputedInterface(string Place, Material First, Material Second, string State, double Energy, string Reaction)
{
    /// <summary>True when the second is the cathode at the end of charge.</summary>
    public bool IsCharged { get; init; }

    /// <summary>The second in words: <c>nmc811</c>, or <c>charged nmc811</c>.</summary>
    public string Partner => IsCharged ? "charged " + Second.Id : Second.Id;

    /// <summary>The reaction energy that the library gives for the pair; it knows discharged cathodes only.</summary>
    public PropertyValue? Library => IsCharged ? null : First.ValuesOf("reaction-energy").FirstOrDefault(value => value.Kind == Second.Id);
}

/// <summary>What the anode does to the electrolyte that touches it.</summary>
/// <param name="Electrolyte">The electrolyte.</param>
/// <param name="Anode">The anode.</param>
/// <param name="Potential">Potential of the anode, V.</param>
/// <param name="IsStable">True when the electrolyte is not reduced at that potential.</param>
/// <param name="Energy">Driving force, eV for one atom of the electrolyte.</param>
/// <param name="Reaction">The reaction; empty when stable.</param>
/// <param name="Conducting">Products that conduct electrons, so that the reaction does not stop itself.</param>
public sealed record AnodeContactFinding(Material Electrolyte, Material Anode, double Potential, bool IsStable, double Energy, string Reaction, ImmutableArray<string> Conducting);

/// <summary>What thermodynamics says about the contacts of a route.</summary>
/// <param name="Windows">Windows of the electrolytes and coatings.</param>
/// <param name="Anode">The anode contact; null when it cannot be computed.</param>
/// <param name="Interfaces">Pairs that touch.</param>
/// <param name="NotComputed">Materials without computed energies, and why.</param>
public sealed record RouteStability(ImmutableArray<ComputedWindow> Windows, AnodeContactFinding? Anode, ImmutableArray<ComputedInterface> Interfaces, ImmutableArray<string> NotComputed)
{
    /// <summary>Nothing was computed.</summary>
    public static RouteStability None { get; } = new([], null, [], []);
}
