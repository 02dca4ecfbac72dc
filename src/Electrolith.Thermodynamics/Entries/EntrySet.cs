using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Electrolith.Materials.Formulas;
using Electrolith.Thermodynamics.Hulls;

namespace Electrolith.Thermodynamics.Entries;

/// <summary>A set of phases with formation energies, asked by chemical system.</summary>
/// <remarks>
/// The shipped set is the ground state of every compound of the Materials Project of 2019 (source key <c>mp2019</c>; PBE and PBE+U, 0 K, legacy
/// corrections), eV/atom relative to the elements, which stand at zero. Opening it reads the list of chemical systems only.
/// Immutable and safe to use from several threads.
/// </remarks>
public sealed class EntrySet
{
    private static readonly ConcurrentDictionary<EntryOptions, EntrySet> Loaded = new();
    private readonly ShippedEntries? shipped;
    private readonly OwnEntries own;
    private readonly Lazy<ImmutableArray<ExcludedEntry>> excluded;
    private readonly ConcurrentDictionary<ElementSet, PhaseDiagram> diagrams = new();

    private EntrySet(ShippedEntries? shipped, OwnEntries own)
    {
        this.shipped = shipped;
        this.own = own;
        excluded = new(() => ExcludedCount == 0 ? [] : [.. Indices().SelectMany(Exclusions)]);
    }

    /// <summary>The elements of which the shipped set holds a compound.</summary>
    public static ElementSet KnownElements { get; } = Union();

    /// <summary>The options of the shipped energies; the default ones when the set holds own entries alone.</summary>
    public EntryOptions Options => shipped?.Options ?? EntryOptions.Default;

    /// <summary>True when the set rests on the shipped energies, with or without own entries.</summary>
    public bool HasShipped => shipped is not null;

    /// <summary>The entries of one's own, in the order they were given.</summary>
    public ImmutableArray<PhaseEntry> Own => own.All;

    /// <summary>Shipped entries that own ones of the same composition took the place of.</summary>
    public ImmutableArray<ReplacedEntry> Replaced => own.Replaced;

    /// <summary>The entries that the screened selection leaves out, each with its reason; empty when all take part.</summary>
    public ImmutableArray<ExcludedEntry> Excluded => excluded.Value;

    /// <summary>Number of shipped compounds that take part.</summary>
    public int ShippedCount => shipped is null ? 0 : shipped.Table.EntryCount - ExcludedCount - own.Replaced.Length;

    /// <summary>Number of shipped compounds that are left out.</summary>
    public int ExcludedCount => shipped is { Options.Selection: EntrySelection.Screened } ? shipped.Table.ScreenedOutCount : 0;

    /// <summary>Every compound, element references left out: the shipped ones in the order of the table, then the own ones.</summary>
    public IEnumerable<PhaseEntry> All => Indices().SelectMany(group => Kept(group)).Concat(own.All);

    /// <summary>The shipped set; the same object for the same options.</summary>
    /// <param name="options">Which entries, and with which correction.</param>
    public static EntrySet Load(EntryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Loaded.GetOrAdd(options, key => new EntrySet(new ShippedEntries(EntryTable.Default, key), OwnEntries.Empty));
    }

    /// <summary>A set of own entries and the elements at zero, without the shipped energies.</summary>
    /// <param name="entries">Formation energies, eV/atom relative to the elements.</param>
    /// <exception cref="ArgumentException">An entry of one element lies below zero, the energy of its reference.</exception>
    public static EntrySet Only(IEnumerable<PhaseEntry> entries) => new(shipped: null, OwnEntries.Empty.With(entries, _ => null));

    /// <summary>This set with own entries added; a shipped entry of the same composition gives way.</summary>
    /// <param name="entries">Formation energies, eV/atom relative to the elements.</param>
    /// <returns>A new set; its <see cref="Replaced"/> says which shipped entries gave way.</returns>
    /// <exception cref="ArgumentException">An entry of one element lies below zero, the energy of its reference.</exception>
    public EntrySet With(IEnumerable<PhaseEntry> entries) => new(shipped, own.With(entries, FindShipped));

    /// <summary>The phases that can form from some elements: the elements at zero energy first (by atomic number), then the compounds.</summary>
    /// <param name="elements">The elements that are there.</param>
    /// <returns>Always in the same order; the entries are the same objects each time.</returns>
    public IReadOnlyList<PhaseEntry> InSystem(ElementSet elements)
    {
        var found = new List<PhaseEntry>();
        foreach (var element in elements.Elements)
        {
            found.Add(ShippedEntries.Element(element.Number));
        }

        if (shipped is not null)
        {
            foreach (var group in shipped.Table.Within(elements.Bits))
            {
                found.AddRange(Kept(group));
            }
        }

        found.AddRange(own.All.Where(entry => entry.Elements.IsPartOf(elements)));
        return found;
    }

    /// <summary>The phase diagram of a system; kept, so that asking again costs nothing.</summary>
    /// <param name="elements">The elements that are there.</param>
    public PhaseDiagram Diagram(ElementSet elements) => diagrams.GetOrAdd(elements, Build);

    /// <summary>The phase diagram of a system, made anew and not kept: for runs over very many systems.</summary>
    /// <param name="elements">The elements that are there.</param>
    public PhaseDiagram Build(ElementSet elements) => own.All.IsEmpty ? PhaseDiagram.OfDistinct(InSystem(elements)) : PhaseDiagram.Of(InSystem(elements));

    /// <summary>Finds the phase of a composition, whatever the size of the formula unit; the lowest when there are several.</summary>
    /// <param name="composition">Elements and amounts.</param>
    /// <param name="entry">The phase; null when there is none.</param>
    public bool TryFind(Composition composition, [NotNullWhen(true)] out PhaseEntry? entry)
    {
        ArgumentNullException.ThrowIfNull(composition);
        entry = own.Find(composition);
        if (entry is null || entry.IsElement)
        {
            entry = composition.Parts is [var single] ? ShippedEntries.Element(single.Element.Number) : FindShipped(composition);
        }

        return entry is not null;
    }

    /// <summary>Says whether a compound is in the shipped set and left out, and why.</summary>
    /// <param name="composition">Elements and amounts.</param>
    /// <param name="entry">The reason; null when it is not left out.</param>
    public bool TryFindExcluded(Composition composition, [NotNullWhen(true)] out ExcludedEntry? entry)
    {
        ArgumentNullException.ThrowIfNull(composition);
        entry = null;
        if (ExcludedCount > 0 && shipped!.Table.Find(ElementSet.Of(composition).Bits) is >= 0 and var group
            && shipped.LeftOut(group).FirstOrDefault(found => found.Composition.HasSameRatiosAs(composition)) is { } left)
        {
            entry = Screening.Default.ReasonFor(left.Formula);
        }

        return entry is not null;
    }

    /// <summary>The left-out entries that would lie in a system.</summary>
    /// <param name="elements">The elements that are there.</param>
    public ImmutableArray<ExcludedEntry> ExcludedIn(ElementSet elements) =>
        ExcludedCount == 0 ? [] : [.. shipped!.Table.Within(elements.Bits).SelectMany(Exclusions)];

    /// <summary>Known formulas that a mistyped or unknown one may have meant, the likeliest first.</summary>
    /// <param name="formula">What was written.</param>
    /// <param name="count">At most so many.</param>
    public IReadOnlyList<string> Nearest(string formula, int count = 3) => NearestFormulas.Find(formula, shipped, own.All, count);

    /// <summary>What the energies are, in one sentence.</summary>
    public string Describe()
    {
        var parts = new List<string>();
        if (shipped is not null)
        {
            var left = ExcludedCount > 0 ? $", {ExcludedCount} doubtful entries left out" : ", doubtful entries included";
            var sulfur = Options.SulfideCorrection == SulfideCorrection.None ? "sulfide correction removed" : "legacy sulfide correction kept";
            parts.Add($"{ShippedCount} computed compounds of the Materials Project 2019 (PBE+U, 0 K{left}; {sulfur})");
        }

        if (!own.All.IsEmpty)
        {
            var replaced = own.Replaced.IsEmpty ? "" : $", in place of the shipped {string.Join(", ", own.Replaced.Select(entry => entry.Own.Formula).Distinct(StringComparer.Ordinal))}";
            parts.Add($"{own.All.Length} own {(own.All.Length == 1 ? "entry" : "entries")}{replaced}");
        }

        return parts.Count == 0 ? "elements only" : string.Join(" and ", parts);
    }

    private static ElementSet Union()
    {
        var bits = UInt128.Zero;
        foreach (var system in EntryTable.Default.Systems)
        {
            bits |= system;
        }

        return new ElementSet(bits);
    }

    private PhaseEntry? FindShipped(Composition composition) =>
        shipped is not null && shipped.Table.Find(ElementSet.Of(composition).Bits) is >= 0 and var group
            ? Array.Find(shipped.Group(group), entry => entry.Composition.HasSameRatiosAs(composition))
            : null;

    private IEnumerable<PhaseEntry> Kept(int group) => own.WithoutReplaced(shipped!.Group(group));

    private IEnumerable<ExcludedEntry> Exclusions(int group) => shipped!.LeftOut(group).Select(entry => Screening.Default.ReasonFor(entry.Formula));

    private IEnumerable<int> Indices() => shipped is null ? [] : Enumerable.Range(0, shipped.Table.Systems.Length);
}
