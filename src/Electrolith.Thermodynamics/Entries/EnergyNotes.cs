using System.Collections.Immutable;

namespace Electrolith.Thermodynamics.Entries;

/// <summary>What is known to be wrong with the shipped energies of a chemical system.</summary>
public static class EnergyNotes
{
    /// <summary>Sentences for a system; empty when nothing particular is known.</summary>
    /// <param name="system">The elements of a question.</param>
    public static ImmutableArray<string> For(ElementSet system)
    {
        var symbols = system.Elements.Select(element => element.Symbol).ToHashSet(StringComparer.Ordinal);
        var notes = ImmutableArray.CreateBuilder<string>();
        if (symbols.Contains("H"))
        {
            notes.Add("energies of hydrogen compounds in this set are wrong by up to 0.8 eV per H; 'stability moisture' uses measured gases and hydroxide instead");
        }

        if (symbols.Contains("C") && symbols.Contains("O"))
        {
            notes.Add("energies of carbonates in this set are too low; 'stability moisture' uses the measured carbonate instead");
        }

        if (symbols.Contains("Br") || symbols.Contains("I"))
        {
            notes.Add("bromides and iodides are bound too weakly by 0.2 to 0.4 eV/atom in this set: their oxidation limits come out too low");
        }

        return notes.ToImmutable();
    }
}
