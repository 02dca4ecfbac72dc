using System.Collections.Immutable;
using Electrolith.Materials.Formulas;

namespace Electrolith.Thermodynamics.Entries;

/// <summary>Entries of one's own, and which shipped ones they took the place of.</summary>
internal sealed class OwnEntries
{
    private readonly ILookup<ElementSet, PhaseEntry> bySystem;

    private readonly HashSet<PhaseEntry> givenWay;

    private OwnEntries(ImmutableArray<PhaseEntry> all, ImmutableArray<ReplacedEntry> replaced, HashSet<PhaseEntry> givenWay)
    {
        (All, Replaced, this.givenWay) = (all, replaced, givenWay);
        bySystem = all.ToLookup(entry => entry.Elements);
    }

    public static OwnEntries Empty { get; } = new([], [], []);

    public ImmutableArray<PhaseEntry> All { get; }

    public ImmutableArray<ReplacedEntry> Replaced { get; }

    /// <summary>These and further ones. An element at zero is the reference that is always there and is not added.</summary>
    /// <param name="entries">What is added.</param>
    /// <param name="findShipped">Gives the shipped entry of a composition.</param>
    public OwnEntries With(IEnumerable<PhaseEntry> entries, Func<Composition, PhaseEntry?> findShipped)
    {
        var all = All.ToBuilder();
        var replaced = Replaced.ToBuilder();
        var without = new HashSet<PhaseEntry>(givenWay);
        foreach (var entry in entries)
        {
            if (entry.IsElement && entry.EnergyPerAtom <= 0)
            {
                if (entry.EnergyPerAtom < 0)
                {
                    throw new ArgumentException($"{entry.Formula} has {entry.EnergyPerAtom} eV/atom; an element cannot lie below its own reference at 0", nameof(entries));
                }

                continue;
            }

            if (findShipped(entry.Composition) is { } shipped && without.Add(shipped))
            {
                replaced.Add(new ReplacedEntry(entry, shipped.EnergyPerAtom));
            }

            all.Add(entry);
        }

        return new OwnEntries(all.ToImmutable(), replaced.ToImmutable(), without);
    }

    /// <summary>The lowest own entry of a composition; null when there is none.</summary>
    /// <param name="composition">Elements and amounts.</param>
    public PhaseEntry? Find(Composition composition) =>
        All.IsEmpty ? null : bySystem[ElementSet.Of(composition)].Where(entry => entry.Composition.HasSameRatiosAs(composition)).MinBy(entry => entry.EnergyPerAtom);

    /// <summary>Shipped entries without those that an own entry replaces.</summary>
    /// <param name="group">Entries of one chemical system.</param>
    public IEnumerable<PhaseEntry> WithoutReplaced(PhaseEntry[] group) =>
        givenWay.Count == 0 ? group : group.Where(entry => !givenWay.Contains(entry));
}
