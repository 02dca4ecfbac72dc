using System.Collections.Immutable;
using Electrolith.Materials.Formulas;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Thermodynamics.Entries;

/// <summary>Finds the known formulas that a mistyped or unknown one may have meant.</summary>
internal static class NearestFormulas
{
    private const int MostCharacters = 60;

    /// <summary>A fifth of the atoms may be others: their fractions count twice, once where they are and once where they are missing.</summary>
    private const double LargestDistance = 0.4;

    /// <summary>The nearest formulas, best first.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="shipped">The shipped entries; null for none.</param>
    /// <param name="own">The own entries.</param>
    /// <param name="count">At most so many.</param>
    public static IReadOnlyList<string> Find(string written, ShippedEntries? shipped, ImmutableArray<PhaseEntry> own, int count)
    {
        var text = string.Concat(written.Trim().Select(character => character is >= '₀' and <= '₉' ? (char)(character - '₀' + '0') : character));
        if (text.Length is 0 or > MostCharacters || count < 1)
        {
            return [];
        }

        var near = Candidates(shipped, own, ElementsIn(text));
        IEnumerable<string> found = ByLetters(text, near, count);
        if (FormulaParser.TryParse(text, out var composition, out _))
        {
            found = found.Concat(ByRatios(composition, near));
        }

        return [.. found.Distinct(StringComparer.Ordinal).Take(count)];
    }

    /// <summary>Formulas that few wrong letters lie between, compared as printed and with brackets multiplied out.</summary>
    private static List<string> ByLetters(string text, List<PhaseEntry> near, int count)
    {
        var printed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in near)
        {
            printed[entry.Composition.ToString()] = entry.Formula;
            printed[entry.Formula] = entry.Formula;
        }

        // A beginning counts as near however short it is; of several, the one of the right length comes first.
        return [.. NearestNames.Find(text, printed.Keys, 2 * count).OrderBy(name => Math.Abs(name.Length - text.Length)).Select(name => printed[name])];
    }

    /// <summary>Formulas of almost the same elements in almost the same ratios, nearest first.</summary>
    private static IEnumerable<string> ByRatios(Composition composition, List<PhaseEntry> near) =>
        near.Select(entry => (entry.Formula, Distance: Distance(entry.Composition, composition)))
            .Where(item => item.Distance <= LargestDistance)
            .OrderBy(item => item.Distance).ThenBy(item => item.Formula, StringComparer.Ordinal)
            .Select(item => item.Formula);

    /// <summary>Symbols that can be made out in a text, whether or not the whole can be read.</summary>
    private static UInt128 ElementsIn(string text)
    {
        var bits = UInt128.Zero;
        var comparison = text.Any(char.IsAsciiLetterUpper) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        for (var position = 0; position < text.Length; position++)
        {
            foreach (var length in (ReadOnlySpan<int>)[2, 1])
            {
                if (position + length <= text.Length && EntryElements.All.FirstOrDefault(item => text.AsSpan(position, length).Equals(item.Symbol, comparison)) is { } element)
                {
                    bits |= UInt128.One << element.Number;
                    position += length - 1;
                    break;
                }
            }
        }

        return bits;
    }

    private static List<PhaseEntry> Candidates(ShippedEntries? shipped, ImmutableArray<PhaseEntry> own, UInt128 elements)
    {
        var found = new List<PhaseEntry>(own.Where(entry => IsNear(entry.Elements.Bits, elements)));
        for (var group = 0; shipped is not null && group < shipped.Table.Systems.Length; group++)
        {
            if (IsNear(shipped.Table.Systems[group], elements))
            {
                found.AddRange(shipped.Group(group));
            }
        }

        return found;
    }

    /// <summary>The same elements but for one, which may be missing, added or exchanged.</summary>
    private static bool IsNear(UInt128 system, UInt128 wanted) =>
        UInt128.PopCount(system & ~wanted) <= 1 && UInt128.PopCount(wanted & ~system) <= 1 && (system & wanted) != UInt128.Zero;

    /// <summary>Sum of the differences of the atomic fractions, 0 to 2.</summary>
    private static double Distance(Composition known, Composition wanted)
    {
        var sum = 0.0;
        foreach (var part in known.Parts)
        {
            sum += Math.Abs((part.Amount / known.AtomCount) - (wanted.AmountOf(part.Element.Symbol) / wanted.AtomCount));
        }

        return sum + wanted.Parts.Where(part => known.AmountOf(part.Element.Symbol) == 0).Sum(part => part.Amount / wanted.AtomCount);
    }
}
