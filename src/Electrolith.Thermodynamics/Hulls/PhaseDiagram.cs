using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Electrolith.Materials.Elements;
using Electrolith.Materials.Formulas;
using Electrolith.Quantities;
using Electrolith.Thermodynamics.Entries;

namespace Electrolith.Thermodynamics.Hulls;

/// <summary>
/// The lower convex hull of a chemical system at 0 K and no pressure: which phases a composition falls apart into and how far above
/// them a compound lies.
/// </summary>
/// <remarks>
/// Immutable and safe to use from several threads; a diagram of a large system answers questions about every part of it. Hulls are
/// not built as facets: every question is a linear program over the phases of the elements concerned, which stays exact in any number
/// of elements. Entropy and vibrations are left out, so solid solutions and disordered phases come out less stable than they are.
/// Source: <c>richards2016</c>, <c>bartel2020</c>.
/// </remarks>
public sealed class PhaseDiagram
{
    private readonly ConcurrentDictionary<(ElementSet Conserved, int Varying), HullProblem> problems = new();
    private readonly double[] references;

    private PhaseDiagram(ImmutableArray<PhaseEntry> entries, ElementSet system, double[] references) => (Entries, System, this.references) = (entries, system, references);

    /// <summary>The lowest entry of every composition, by rising number of elements and then by formula.</summary>
    public ImmutableArray<PhaseEntry> Entries { get; }

    /// <summary>The elements of the diagram.</summary>
    public ElementSet System { get; }

    /// <summary>Makes a diagram of entries in any order.</summary>
    /// <param name="entries">Entries with energies of one reference; of equal compositions the lowest counts.</param>
    /// <exception cref="ArgumentException">An element of some entry has no entry of its own, so that there is nothing to fall apart into.</exception>
    public static PhaseDiagram Of(IEnumerable<PhaseEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var lowest = new Dictionary<string, PhaseEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var key = CompositionKey.Of(entry.Composition);
            if (!lowest.TryGetValue(key, out var other) || IsBefore(entry, other))
            {
                lowest[key] = entry;
            }
        }

        return OfDistinct(lowest.Values);
    }

    /// <summary>Makes a diagram of entries that are known to be of different compositions.</summary>
    /// <param name="entries">The entries.</param>
    internal static PhaseDiagram OfDistinct(IReadOnlyCollection<PhaseEntry> entries)
    {
        var pure = new double[EntryElements.All[^1].Number + 1];
        var (system, known) = (default(ElementSet), default(ElementSet));
        foreach (var entry in entries)
        {
            system = system.With(entry.Elements);
            if (entry.IsElement)
            {
                known = known.With(entry.Elements);
                pure[entry.Composition.Parts[0].Element.Number] = entry.EnergyPerAtom;
            }
        }

        var missing = system.Without(known);
        return missing.Count > 0
            ? throw new ArgumentException($"no entry for the element{(missing.Count > 1 ? "s" : "")} {string.Join(", ", missing.Elements)}: a hull needs each element as a phase of its own", nameof(entries))
            : new PhaseDiagram(Sorted(entries), system, pure);
    }

    /// <summary>Energy of an entry relative to the elements, eV/atom.</summary>
    /// <param name="entry">An entry of the reference of this diagram.</param>
    public double FormationEnergyPerAtom(PhaseEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var reference = 0.0;
        foreach (var part in entry.Composition.Parts)
        {
            reference += part.Amount * references[part.Element.Number];
        }

        return entry.EnergyPerAtom - (reference / entry.AtomCount);
    }

    /// <summary>The ground state at a composition.</summary>
    /// <param name="composition">Any composition within the system, fractional amounts allowed.</param>
    /// <returns>Phases, amounts, chemical potentials and the proof.</returns>
    /// <exception cref="ArgumentException">The composition is empty or holds an element that the diagram does not know.</exception>
    [Equation("thermodynamics.convex-hull", @"E_{hull}(c)=\min_{n\ge 0}\sum_i n_i E_i,\quad \sum_i n_i a_i=c", Source = "bartel2020", Locator = "decomposition energy")]
    public Equilibrium At(Composition composition)
    {
        var problem = Closed(Check(composition));
        var fractions = problem.Fractions(composition, out var size);
        return problem.Describe(problem.Solve(fractions, 0), size);
    }

    /// <summary>Energy of an entry above the hull, eV/atom; 0 for a stable phase, and for one that would lower the hull.</summary>
    /// <param name="entry">An entry of the system, in the diagram or not.</param>
    public double EnergyAboveHull(PhaseEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Math.Max(0, FormationEnergyPerAtom(entry) - At(entry.Composition).EnergyPerAtom);
    }

    /// <summary>
    /// Energy of a compound relative to the hull of all other compositions, eV/atom: above zero it is the energy above the hull,
    /// below zero how deep the compound pulls the hull down (<c>bartel2020</c>).
    /// </summary>
    /// <param name="entry">An entry of the system, in the diagram or not.</param>
    public double DecompositionEnergy(PhaseEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var problem = Closed(Check(entry.Composition));
        var costs = problem.Energies.ToArray();
        for (var column = 0; column < costs.Length; column++)
        {
            if (problem.Phases[column].Elements == entry.Elements && problem.Phases[column].Composition.HasSameRatiosAs(entry.Composition))
            {
                // Far above every other phase, so that it is never part of a ground state that others can form.
                costs[column] = 1e3;
            }
        }

        var others = problem.Solve(problem.Fractions(entry.Composition, out _), costs);
        return FormationEnergyPerAtom(entry) - others.Objective;
    }

    /// <summary>The entry of a composition, whatever the size of its formula unit.</summary>
    /// <param name="composition">The composition.</param>
    /// <returns>The lowest entry; null when there is none.</returns>
    public PhaseEntry? Find(Composition composition)
    {
        var set = ElementSet.Of(composition);
        foreach (var entry in Entries)
        {
            if (entry.Elements == set && entry.Composition.HasSameRatiosAs(composition))
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>All phases on the hull.</summary>
    /// <param name="tolerance">How far above the hull still counts, eV/atom; 1e-8 is the rounding of tabulated energies.</param>
    public ImmutableArray<PhaseEntry> StableEntries(double tolerance = 1e-8) => [.. Entries.Where(entry => EnergyAboveHull(entry) <= tolerance)];

    internal HullProblem Closed(ElementSet conserved) => problems.GetOrAdd((conserved, 0), key => HullProblem.Of(this, key.Conserved, null, []));

    internal HullProblem OpenTo(Element varying, ElementSet conserved) => problems.GetOrAdd((conserved, varying.Number), key => HullProblem.Of(this, key.Conserved, varying, []));

    internal ElementSet Check(Composition composition)
    {
        ArgumentNullException.ThrowIfNull(composition);
        var set = ElementSet.Of(composition);
        return set.Count == 0 ? throw new ArgumentException("the composition is empty", nameof(composition))
            : set.IsPartOf(System) ? set
            : throw new ArgumentException($"{composition} holds {string.Join(", ", set.Without(System).Elements)}, which the diagram {System} does not know", nameof(composition));
    }

    // Sorted, so that an answer never depends on the order in which entries were read.
    private static ImmutableArray<PhaseEntry> Sorted(IReadOnlyCollection<PhaseEntry> entries)
    {
        PhaseEntry[] sorted = [.. entries];
        Array.Sort(sorted, (a, b) => a.Elements.Count != b.Elements.Count ? a.Elements.Count.CompareTo(b.Elements.Count) : string.CompareOrdinal(a.Formula, b.Formula));
        return ImmutableCollectionsMarshal.AsImmutableArray(sorted);
    }

    private static bool IsBefore(PhaseEntry entry, PhaseEntry other) => entry.EnergyPerAtom != other.EnergyPerAtom
        ? entry.EnergyPerAtom < other.EnergyPerAtom
        : string.CompareOrdinal(entry.Formula, other.Formula) is var order and not 0 ? order < 0 : string.CompareOrdinal(entry.Origin, other.Origin) < 0;
}
