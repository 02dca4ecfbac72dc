using System.Collections.Immutable;
using Electrolith.Materials.Formulas;

namespace Electrolith.Thermodynamics.Entries;

/// <summary>Entries of one's own, and which shipped ones they took the place of.</summary>
internal sealed class OwnEntries
{
    private readonly ILookup<ElementSet, PhaseEntry> bySystem;

    private OwnEntries(ImmutableArray<PhaseEntry> all, ImmutableArray<ReplacedEntry> replaced)
    {
        (All, Replaced) = (all, replaced);
        bySystem = all.ToLookup(entry => entry.Elements);
    }

    public static OwnEntries Empty { get; } = new([], []);

    public ImmutableArray<PhaseEntry> All { get; }

    public ImmutableArray<ReplacedEntry> Replaced { get; }

    /// <summary>These and further ones. An element at zero is the reference that is always there and is not added.</summary>
    /// <param name="entries">What is added.</param>
    /// <param name="findShipped">Gives the shipped entry of a composition.</param>
    public OwnEntries With(IEnumerable<PhaseEntry> entries, Func<Composition, PhaseEntry?> findShipped)
    {
        var all = All.ToBuilder();
        var replaced = Replaced.ToBuilder();
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

            if (!entry.IsElement && !replaced.Any(item => item.Own.Composition.HasSameRatiosAs(entry.Composition)) && findShipped(entry.Composition) is { } shipped)
            {
                replaced.Add(new ReplacedEntry(entry, shipped.EnergyPerAtom));
            }

            all.Add(entry);
        }

        return new OwnEntries(all.ToImmutable(), replaced.ToImmutable());
    }

    /// <summary>The lowest own entry of a composition; null when there is none.</summary>
    /// <param name="composition">Elements and amounts.</param>
    public PhaseEntry? Find(Composition composition) =>
        All.IsEmpty ? null : bySystem[ElementSet.Of(composition)].Where(entry => entry.Composition.HasSameRatiosAs(composition)).MinBy(entry => entry.EnergyPerAtom);

    /// <summary>Shipped entries without those that an own entry replaces.</summary>
    /// <param name="group">Entries of one chemical system.</param>
    public IEnumerable<PhaseEntry> WithoutReplaced(PhaseEntry[] group) =>
        Replaced.IsEmpty || group.Length == 0 || !bySystem.Contains(group[0].Elements)
            ? group
            : group.Where(entry => Find(entry.Composition) is null);
}
