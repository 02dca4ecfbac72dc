using System.Collections.Concurrent;
using System.Collections.Immutable;
using Electrolith.Materials.Elements;
using Electrolith.Materials.Formulas;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Thermodynamics.Hulls;

namespace Electrolith.Thermodynamics.Entries;

/// <summary>The phases that answers rest on: the shipped formation energies by a selection, and entries of one's own.</summary>
/// <remarks>
/// Immutable to its users and safe for several threads; chemical systems are decoded when they are first asked for. Energies are
/// formation energies at 0 K in eV/atom, elements are at zero. Source of the shipped ones: <c>jain2013</c>, compiled by <c>bartel2020</c>.
/// </remarks>
public sealed class EntrySet
{
    /// <summary>What the old correction took off for each sulfur atom of a sulfide, eV.</summary>
    public const double LegacySulfideCorrection = 0.66346;

    private const string Origin = "bartel2020";
    private static readonly HashSet<string> Molecules = new(["H", "N", "O", "F", "Cl"], StringComparer.Ordinal);

    private readonly EnergyTable table = EnergyTable.Default;
    private readonly ConcurrentDictionary<int, PhaseEntry[]> decoded = new();
    private readonly ConcurrentDictionary<ElementSet, PhaseDiagram> diagrams = new();
    private readonly ImmutableArray<PhaseEntry> own;
    private readonly ImmutableHashSet<string> ownKeys;

    private EntrySet(EntryOptions options, ImmutableArray<PhaseEntry> own)
    {
        (Options, this.own) = (options, own);
        ownKeys = [.. own.Select(entry => CompositionKey.Of(entry.Composition))];
    }

    /// <summary>How the shipped entries were chosen.</summary>
    public EntryOptions Options { get; }

    /// <summary>Entries of one's own.</summary>
    public ImmutableArray<PhaseEntry> Own => own;

    /// <summary>All elements of which a compound is known.</summary>
    public ElementSet Known => own.Aggregate(table.Known, (set, entry) => set.With(entry.Elements));

    /// <summary>Opens the shipped entries.</summary>
    /// <param name="options">Which of them, with which correction; null for the defaults.</param>
    public static EntrySet Load(EntryOptions? options = null) => new(options ?? new EntryOptions(), []);

    /// <summary>Adds entries of one's own; one of a composition that is known already takes its place, whichever is lower.</summary>
    /// <param name="entries">Formation energies relative to the elements.</param>
    public EntrySet With(IEnumerable<PhaseEntry> entries) => new(Options, own.AddRange(entries));

    /// <summary>All entries whose elements belong to a system, the elements themselves included.</summary>
    /// <param name="system">The chemical system.</param>
    public IReadOnlyList<PhaseEntry> InSystem(ElementSet system)
    {
        var result = new List<PhaseEntry>();
        foreach (var element in system.Elements)
        {
            result.Add(ElementEntry(element));
        }

        var systems = table.Systems;
        for (var index = 0; index < systems.Length; index++)
        {
            if (systems[index].IsPartOf(system))
            {
                result.AddRange(Decode(index));
            }
        }

        if (own.Length > 0)
        {
            result.RemoveAll(entry => ownKeys.Contains(CompositionKey.Of(entry.Composition)));
            result.AddRange(own.Where(entry => entry.Elements.IsPartOf(system)));
            result.AddRange(system.Elements.Where(element => !result.Exists(entry => entry.IsElement && entry.Elements == ElementSet.Of(element))).Select(ElementEntry));
        }

        return result;
    }

    /// <summary>The phase diagram of a system; kept, so that asking again costs nothing.</summary>
    /// <param name="system">The chemical system.</param>
    public PhaseDiagram Diagram(ElementSet system) => diagrams.GetOrAdd(system, key => PhaseDiagram.Of(InSystem(key)));

    /// <summary>All compounds of the selection, systems of few elements first; the elements are left out.</summary>
    public IEnumerable<PhaseEntry> Compounds()
    {
        for (var index = 0; index < table.Systems.Length; index++)
        {
            foreach (var entry in Decode(index))
            {
                if (!ownKeys.Contains(CompositionKey.Of(entry.Composition)))
                {
                    yield return entry;
                }
            }
        }

        foreach (var entry in own.Where(entry => !entry.IsElement))
        {
            yield return entry;
        }
    }

    /// <summary>Entries of a system that the selection leaves out, with reasons.</summary>
    /// <param name="system">The chemical system.</param>
    public ImmutableArray<ExcludedEntry> Excluded(ElementSet system)
    {
        if (Options.Selection == EntrySelection.All)
        {
            return [];
        }

        var result = ImmutableArray.CreateBuilder<ExcludedEntry>();
        for (var index = 0; index < table.Systems.Length; index++)
        {
            if (table.Systems[index].IsPartOf(system))
            {
                foreach (var row in table.Read(index))
                {
                    if (ScreenedEntries.ReasonAgainst(row, Options.Selection) is { } reason)
                    {
                        result.Add(new ExcludedEntry(row.Formula, reason));
                    }
                }
            }
        }

        return result.ToImmutable();
    }

    /// <summary>Known formulas that look like a wrong one.</summary>
    /// <param name="wrong">What was typed.</param>
    public IReadOnlyList<string> Nearest(string wrong) =>
        NearestNames.Find(wrong, Enumerable.Range(0, table.Systems.Length).SelectMany(index => table.Read(index)).Select(row => row.Formula));

    private static PhaseEntry ElementEntry(Element element)
    {
        var isMolecule = Molecules.Contains(element.Symbol);
        return new PhaseEntry(isMolecule ? element.Symbol + "2" : element.Symbol, Composition.Of([new ElementAmount(element, isMolecule ? 2 : 1)]), 0, Origin);
    }

    private PhaseEntry[] Decode(int index) => decoded.GetOrAdd(index, at =>
    [
        .. table.Read(at).Where(row => ScreenedEntries.ReasonAgainst(row, Options.Selection) is null).Select(Entry),
    ]);

    private PhaseEntry Entry(EnergyRow row)
    {
        var composition = FormulaParser.ParseAnyElement(row.Formula);
        var sulfur = composition.AmountOf("S");
        var isCorrected = sulfur > 0 && composition.AmountOf("O") == 0 && row.Formula != "H2S";
        var back = isCorrected && Options.SulfideCorrection == SulfideCorrection.None ? LegacySulfideCorrection * sulfur / composition.AtomCount : 0;
        return new PhaseEntry(row.Formula, composition, row.FormationEnergy + back, Origin);
    }
}
