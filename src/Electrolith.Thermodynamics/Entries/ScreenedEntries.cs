using System.Collections.Immutable;

namespace Electrolith.Thermodynamics.Entries;

/// <summary>An entry that a selection leaves out.</summary>
/// <param name="Formula">Its formula.</param>
/// <param name="Reason">Why it is left out.</param>
public sealed record ExcludedEntry(string Formula, string Reason);

/// <summary>Which entries of the shipped table are doubtful, and why.</summary>
internal static class ScreenedEntries
{
    private const string NotKept = "the cleaned selection of the same data base (Matbench) no longer has it: a withdrawn or replaced calculation";

    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["Li7Ti10O24"] = "a bad calculation, gone from the cleaned selection: with it Li4Ti5O12 and LLTO would oxidise at 2.51 V instead of 3.71 V",
        ["InCl2"] = "a bad calculation, gone from the cleaned selection: with it Li3InCl6 would be reduced at 2.62 V instead of 2.51 V",
        ["Li19La12Zr8O48"] = "a defect model of LLZO, gone from the cleaned selection",
        ["Li5La3Ta2O12"] = "lies 294 meV/atom above the hull although the compound is made and stable: a bad calculation",
        ["LiS4"] = "computed only, no such compound is known; it would decide what sulfides oxidise to",
        ["P2S7"] = "computed only, no such compound is known; it would decide what thiophosphates oxidise to",
        ["S8O"] = "lies 0.49 eV/atom below everything else because a correction meant for oxides was applied to eight sulfur atoms and one oxygen",
    };

    /// <summary>Why a selection leaves a row out; null when it takes part.</summary>
    /// <param name="row">The row.</param>
    /// <param name="selection">The selection.</param>
    public static string? ReasonAgainst(in EnergyRow row, EntrySelection selection) => selection switch
    {
        EntrySelection.All => null,
        EntrySelection.Screened when Named.TryGetValue(row.Formula, out var reason) => reason,
        _ => row.IsInMatbench || row.Formula == "Li4SnS4" ? null : NotKept, // Li4SnS4 is made and measured; its energy fits.
    };

    /// <summary>The named entries.</summary>
    public static ImmutableArray<ExcludedEntry> All { get; } = [.. Named.Select(item => new ExcludedEntry(item.Key, item.Value))];
}
