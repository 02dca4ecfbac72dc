using System.Collections.Immutable;
using Electrolith.Materials.Elements;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Thermodynamics.Entries.Files;

/// <summary>Turns the energies of a file into formation energies from the elements.</summary>
internal static class ElementReferences
{
    /// <summary>More than any compound of ordinary chemistry binds, eV/atom; the strongest of the shipped set is -4.61.</summary>
    private const double LargestFormationEnergy = 10;

    /// <summary>Formation energies of every entry that has what it needs.</summary>
    /// <param name="source">The file.</param>
    /// <param name="entries">Its entries.</param>
    /// <param name="bag">Receives EL1308, EL1310 and EL1313.</param>
    public static ImmutableArray<PhaseEntry> ToFormationEnergies(SourceText source, List<FileEntry> entries, DiagnosticBag bag)
    {
        var lowest = new Dictionary<Element, double>();
        foreach (var entry in entries.Where(entry => entry is { IsTotal: true, IsElement: true }))
        {
            var element = entry.Composition.Parts[0].Element;
            lowest[element] = Math.Min(lowest.GetValueOrDefault(element, double.PositiveInfinity), entry.EnergyPerAtom);
        }

        // After a syntax error the elements may stand in the part that was not read.
        if (!bag.ToSorted().Any(problem => problem.Source == source && problem.Code == EntryCodes.BadJson))
        {
            ReportMissing(source, entries, lowest, bag);
        }

        var phases = ImmutableArray.CreateBuilder<PhaseEntry>();
        foreach (var entry in entries)
        {
            if (Formation(entry, lowest) is { } energy && IsPlausible(source, entry, energy, bag))
            {
                var (formula, composition) = ReducedFormula.Reduce(entry.Composition);
                phases.Add(new PhaseEntry(formula, composition, energy, $"{source.Path} line {entry.Span.Line}{(entry.Id.Length > 0 ? $" ({entry.Id})" : "")}"));
            }
        }

        return phases.ToImmutable();
    }

    private static double? Formation(FileEntry entry, Dictionary<Element, double> lowest)
    {
        if (!entry.IsTotal)
        {
            return entry.EnergyPerAtom;
        }

        var elements = 0.0;
        foreach (var (element, amount) in entry.Composition.Parts)
        {
            if (!lowest.TryGetValue(element, out var reference))
            {
                return null;
            }

            elements += amount * reference;
        }

        return entry.EnergyPerAtom - (elements / entry.Composition.AtomCount);
    }

    /// <summary>One message for each element that is missing, at the first entry that needs it.</summary>
    private static void ReportMissing(SourceText source, List<FileEntry> entries, Dictionary<Element, double> lowest, DiagnosticBag bag)
    {
        var reported = new HashSet<Element>();
        foreach (var entry in entries.Where(entry => entry.IsTotal))
        {
            foreach (var element in entry.Composition.Parts.Select(part => part.Element).Where(element => !lowest.ContainsKey(element) && reported.Add(element)))
            {
                var count = entries.Count(other => other.IsTotal && other.Composition.AmountOf(element.Symbol) > 0);
                bag.Add(new Diagnostic(EntryCodes.NoReference, Severity.Error, source, entry.Span, "",
                    $"{count} total {(count == 1 ? "energy needs" : "energies need")} a reference for {element.Symbol}, and the file has no pure {element.Symbol}",
                    $"add an entry of pure {element.Symbol} from the same kind of calculation, or give formation energies"));
            }
        }
    }

    private static bool IsPlausible(SourceText source, FileEntry entry, double energy, DiagnosticBag bag)
    {
        if (Math.Abs(energy) > LargestFormationEnergy)
        {
            var hint = entry.IsTotal ? "the pure elements and the compounds must come from the same kind of calculation" : $"is the unit right? known: {EnergyUnit.Known}";
            bag.Add(new Diagnostic(EntryCodes.SuspiciousEnergy, Severity.Error, source, entry.Span, "", $"the formation energy of {ReducedFormula.Of(entry.Composition)} is {energy:0.###} eV/atom; more than {LargestFormationEnergy} is not possible", hint));
            return false;
        }

        if (entry.IsElement && energy < 0)
        {
            var symbol = entry.Composition.Parts[0].Element.Symbol;
            bag.Add(new Diagnostic(EntryCodes.ElementBelowReference, Severity.Error, source, entry.Span, "", $"pure {symbol} has a formation energy of {energy} eV/atom; formation energies count from the element at 0", $"give total energies for all entries, or 0 for {symbol}"));
            return false;
        }

        return true;
    }
}
