using System.Globalization;
using System.Text.Json;
using Electrolith.Materials.Formulas;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Thermodynamics.Entries.Files;

/// <summary>Reads entries from JSON: those of this program and those of pymatgen.</summary>
/// <param name="source">The text.</param>
/// <param name="bag">Receives every problem.</param>
internal sealed class JsonEntryReader(SourceText source, DiagnosticBag bag)
{
    private const string Example = "for example {\"formula\": \"Li2S\", \"formationEnergy\": {\"value\": -1.34, \"unit\": \"eV/atom\"}}";
    private static readonly string[] Kinds = ["ComputedEntry", "ComputedStructureEntry", "PDEntry"];

    /// <summary>Reads every entry that can be read.</summary>
    public List<FileEntry> Read()
    {
        var entries = new List<FileEntry>();
        var root = JsonTree.Read(source, bag);
        var list = root is { Kind: JsonValueKind.Object } ? root["entries"] ?? root : root;
        if (list is null)
        {
            return entries;
        }

        if (list.Kind != JsonValueKind.Array)
        {
            Report(list.Span, EntryCodes.WrongShape, $"a list of entries is expected, not {list.Describe}", "write [ {...}, {...} ] or {\"entries\": [...]}");
            return entries;
        }

        foreach (var item in list.Items)
        {
            if (item.Kind != JsonValueKind.Object)
            {
                Report(item.Span, EntryCodes.WrongShape, $"an entry is an object, not {item.Describe}", Example);
            }
            else if (Entry(item) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    private FileEntry? Entry(JsonItem item)
    {
        if (item["@class"] is { } kind && !Kinds.Contains(kind.Text))
        {
            Report(kind.Span, EntryCodes.UnknownKind, $"entries of the kind {kind.Text} are not read", $"read are {string.Join(", ", Kinds)}");
            return null;
        }

        var composition = new JsonCompositionReader(source, bag).Read(item);
        var energy = Energy(item, composition?.AtomCount ?? 1);
        var id = item["entry_id"] ?? item["id"] ?? item["name"];
        return composition is not null && energy is var (perAtom, isTotal, span) ? new FileEntry(composition, perAtom, isTotal, id?.Text ?? "", span) : null;
    }

    private (double PerAtom, bool IsTotal, SourceSpan Span)? Energy(JsonItem item, double atoms)
    {
        var formation = item["formationEnergy"];
        var total = item["energy"];
        if (formation is not null && total is not null)
        {
            Report(total.Span, EntryCodes.Contradiction, "the entry has a formation energy and a total energy", "keep one of them");
            return null;
        }

        if (formation is not null)
        {
            return Quantity(formation, atoms) is { } value ? (value, false, formation.Span) : null;
        }

        if (total is { Kind: JsonValueKind.Object })
        {
            return Quantity(total, atoms) is { } value ? (value, true, total.Span) : null;
        }

        if (total is null)
        {
            var near = NearestNames.Find("formationEnergy", item.Fields.Select(field => field.Name).Where(name => name.Length > 5));
            Report(item.Span, EntryCodes.Missing, "the entry has no energy", near.Count > 0 ? $"did you mean formationEnergy for {near[0]}?" : Example);
            return null;
        }

        // A bare energy is the one of pymatgen: eV for the composition as written.
        return Number(total) is { } energy && Correction(item) is { } correction ? ((energy + correction) / atoms, true, total.Span) : null;
    }

    private double? Quantity(JsonItem item, double atoms)
    {
        if (item.Kind != JsonValueKind.Object || item["value"] is not { } value)
        {
            Report(item.Span, item.Kind == JsonValueKind.Object ? EntryCodes.Missing : EntryCodes.BadUnit, $"an energy is written with its unit, not as {item.Describe}", "{\"value\": -1.34, \"unit\": \"eV/atom\"}");
            return null;
        }

        var unit = EnergyUnit.All.FirstOrDefault(unit => unit.Unit == item["unit"]?.Text);
        if (unit is null)
        {
            var written = item["unit"];
            Report(written?.Span ?? item.Span, EntryCodes.BadUnit, written is null ? "the energy has no unit" : $"{written.Describe} is no unit of energies here", $"known: {EnergyUnit.Known}");
        }

        return Number(value) is { } number ? unit?.PerAtom(number, atoms) : null;
    }

    /// <summary>The correction of pymatgen, eV: the field of that name, or the sum of the adjustments where it is absent.</summary>
    private double? Correction(JsonItem item)
    {
        if (item["correction"] is { } correction)
        {
            return Number(correction);
        }

        double? sum = 0;
        foreach (var adjustment in item["energy_adjustments"]?.Items ?? [])
        {
            sum += adjustment["value"] is { } value ? Number(value)
                : adjustment["adj_per_atom"] is { } perAtom && adjustment["n_atoms"] is { } atoms ? Number(perAtom) * Number(atoms)
                : Unreadable(adjustment);
        }

        return sum;
    }

    private double? Unreadable(JsonItem adjustment)
    {
        Report(adjustment.Span, EntryCodes.UnknownKind, "this adjustment of the energy cannot be read", "give its \"value\" in eV, or the \"correction\" of the entry");
        return null;
    }

    private double? Number(JsonItem item)
    {
        if (item.Kind == JsonValueKind.Number && double.TryParse(item.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
        {
            return value;
        }

        Report(item.Span, EntryCodes.BadEnergy, $"a number is expected, not {item.Describe}", item.Kind == JsonValueKind.String ? "leave the quotes out" : null);
        return null;
    }

    private void Report(SourceSpan span, string code, string message, string? hint) => bag.Add(new Diagnostic(code, Severity.Error, source, span, "", message, hint));
}
