using Electrolith.Materials.Formulas;

namespace Electrolith.Thermodynamics.Entries;

/// <summary>The shipped energies under one choice of options; groups become entries when they are asked for, and stay.</summary>
internal sealed class ShippedEntries(EntryTable table, EntryOptions options)
{
    public const string SourceKey = "mp2019";

    /// <summary>Legacy correction of the Materials Project for sulfur in sulfides, eV per sulfur atom (source key <c>mp2019</c>, known problems).</summary>
    public const double LegacySulfurCorrection = -0.66346;

    private const int Oxygen = 8;
    private const int Sulfur = 16;
    private static readonly PhaseEntry?[] Elements = new PhaseEntry?[128];
    private readonly PhaseEntry[]?[] groups = new PhaseEntry[]?[table.Systems.Length];

    public EntryTable Table => table;

    public EntryOptions Options => options;

    /// <summary>The element as the reference of its energies: zero.</summary>
    /// <param name="number">Atomic number.</param>
    public static PhaseEntry Element(int number)
    {
        if (Volatile.Read(ref Elements[number]) is { } known)
        {
            return known;
        }

        var (formula, composition) = ReducedFormula.Reduce(Composition.Of([new ElementAmount(EntryElements.Of(number), 1)]));
        var made = new PhaseEntry(formula, composition, 0, SourceKey);
        return Interlocked.CompareExchange(ref Elements[number], made, comparand: null) ?? made;
    }

    /// <summary>The entries of one group that take part, in their order.</summary>
    /// <param name="group">Position in <see cref="EntryTable.Systems"/>.</param>
    public PhaseEntry[] Group(int group)
    {
        if (Volatile.Read(ref groups[group]) is { } known)
        {
            return known;
        }

        var made = Array.ConvertAll(Array.FindAll(table.Read(group), TakesPart), entry => Make(group, entry));
        return Interlocked.CompareExchange(ref groups[group], made, comparand: null) ?? made;
    }

    /// <summary>The entries of one group that the screened selection leaves out, whatever the options say.</summary>
    /// <param name="group">Position in <see cref="EntryTable.Systems"/>.</param>
    public IEnumerable<PhaseEntry> LeftOut(int group) =>
        table.Read(group).Where(entry => (entry.Flags & EntryTableFormat.ScreenedOut) != 0).Select(entry => Make(group, entry));

    private static double CorrectionBack(UInt128 system, Composition composition, string formula)
    {
        var hasSulfur = (system & (UInt128.One << Sulfur)) != UInt128.Zero;
        var hasOxygen = (system & (UInt128.One << Oxygen)) != UInt128.Zero;
        return hasSulfur && !hasOxygen && formula != "H2S" ? -LegacySulfurCorrection * composition.AmountOf("S") / composition.AtomCount : 0;
    }

    private bool TakesPart(StoredEntry entry) => options.Selection switch
    {
        EntrySelection.All => true,
        EntrySelection.Screened => (entry.Flags & EntryTableFormat.ScreenedOut) == 0,
        _ => (entry.Flags & EntryTableFormat.InMatbench) != 0 || (entry.Flags & EntryTableFormat.ScreenedOut) == 0, // Li4SnS4: kept by a verdict of its own
    };

    private PhaseEntry Make(int group, StoredEntry entry)
    {
        var system = table.Systems[group];
        var parts = new ElementAmount[entry.Amounts.Length];
        var rest = system;
        for (var index = 0; index < parts.Length; index++)
        {
            var number = (int)UInt128.TrailingZeroCount(rest);
            rest &= rest - UInt128.One;
            parts[index] = new ElementAmount(EntryElements.Of(number), entry.Amounts[index]);
        }

        var (formula, composition) = ReducedFormula.Reduce(parts);
        var energy = entry.MicroElectronvoltPerAtom * 1e-6;
        if (options.SulfideCorrection == SulfideCorrection.None)
        {
            energy += CorrectionBack(system, composition, formula);
        }

        return new PhaseEntry(formula, composition, energy, SourceKey);
    }
}
