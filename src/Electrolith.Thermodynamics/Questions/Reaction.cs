using System.Collections.Immutable;
using System.Globalization;
using Electrolith.Materials.Formulas;

namespace Electrolith.Thermodynamics.Questions;

/// <summary>A substance in a reaction.</summary>
/// <param name="Formula">As it is printed.</param>
/// <param name="Composition">One formula unit.</param>
/// <param name="Amount">Formula units; positive.</param>
public readonly record struct ReactionTerm(string Formula, Composition Composition, double Amount);

/// <summary>A balanced reaction.</summary>
/// <param name="Reactants">Left side.</param>
/// <param name="Products">Right side.</param>
public sealed record Reaction(ImmutableArray<ReactionTerm> Reactants, ImmutableArray<ReactionTerm> Products)
{
    /// <summary>Largest imbalance of an element between the sides, moles for the reaction as written.</summary>
    public double Imbalance
    {
        get
        {
            var sums = new SortedDictionary<string, double>(StringComparer.Ordinal);
            Add(sums, Reactants, -1);
            Add(sums, Products, 1);
            return sums.Values.Select(Math.Abs).DefaultIfEmpty(0).Max();
        }
    }

    /// <summary>The reaction as one line, amounts to four digits: <c>Li3PS4 + 5 Li -> 4 Li2S + P</c>.</summary>
    public override string ToString() => $"{Side(Reactants)} -> {Side(Products)}";

    /// <summary>An amount as it is printed before a formula.</summary>
    /// <param name="amount">Formula units.</param>
    /// <returns>Four significant digits without trailing zeros.</returns>
    public static string AmountText(double amount) => double.Parse(amount.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("0.##########", CultureInfo.InvariantCulture);

    private static string Side(ImmutableArray<ReactionTerm> terms) =>
        string.Join(" + ", terms.Select(term => AmountText(term.Amount) is var amount and not "1" ? $"{amount} {term.Formula}" : term.Formula));

    private static void Add(SortedDictionary<string, double> sums, ImmutableArray<ReactionTerm> terms, int sign)
    {
        foreach (var term in terms)
        {
            foreach (var part in term.Composition.Parts)
            {
                sums[part.Element.Symbol] = sums.GetValueOrDefault(part.Element.Symbol) + (sign * term.Amount * part.Amount);
            }
        }
    }
}
