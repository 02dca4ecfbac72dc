using System.Collections.Immutable;
using Electrolith.Materials.Documents;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Thermodynamics.Entries.Files;

/// <summary>Reads entries of one's own from a table, from JSON or from a list of pymatgen entries. Never throws on bad input.</summary>
/// <remarks>
/// Table: the columns <c>formula</c> and one energy, for example <c>formation_energy_eV_per_atom</c> or <c>energy_eV_per_atom</c>;
/// other columns are not read. JSON: <c>[{"formula": "Li3YCl6", "formationEnergy": {"value": -2.01, "unit": "eV/atom"}}]</c>, or
/// <c>"energy"</c> in the same form for a total energy. pymatgen: a list of <c>ComputedEntry</c> or <c>ComputedStructureEntry</c>, bare or under
/// <c>"entries"</c>; correction and energy are added up, structures are not looked at.
/// Total energies become formation energies relative to the lowest pure element of the same file; every element needs one.
/// </remarks>
public static class EntryFile
{
    /// <summary>Lists with structures are large: about ten thousand entries of pymatgen with theirs.</summary>
    private static readonly DocumentLimits Limits = DocumentLimits.Default with { Characters = 64_000_000 };

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path as the user typed it; it is shown in messages.</param>
    /// <param name="bag">Receives every problem, EL11xx and EL13xx.</param>
    /// <returns>Formation energies, eV/atom; those that could be read when there are problems.</returns>
    public static ImmutableArray<PhaseEntry> Load(string path, DiagnosticBag bag) =>
        DocumentFile.Load(path, bag, Limits) is { } source ? Read(source, bag) : [];

    /// <summary>Reads a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="bag">Receives every problem, EL11xx and EL13xx.</param>
    /// <returns>Formation energies, eV/atom; those that could be read when there are problems.</returns>
    public static ImmutableArray<PhaseEntry> Read(SourceText source, DiagnosticBag bag)
    {
        var before = bag.Count;
        var isJson = source.Content.AsSpan().TrimStart() is ['[' or '{', ..];
        var entries = isJson ? new JsonEntryReader(source, bag).Read() : CsvEntryReader.Read(source, bag);
        if (entries.Count == 0 && bag.Count == before)
        {
            bag.Add(new Diagnostic(EntryCodes.NoEntries, Severity.Error, source, new SourceSpan(0, 1, 1), "", "the file holds no entry", "give at least one formula with its energy"));
        }

        return ElementReferences.ToFormationEnergies(source, entries, bag);
    }
}
