using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Electrolith.Materials.Formulas;

namespace Electrolith.Thermodynamics.Entries;

/// <summary>The way in which formulas of phases are printed: <c>Li10Ge(PS6)2</c>, <c>LiTi2(PO4)3</c>, <c>O2</c>.</summary>
/// <remarks>
/// The convention of pymatgen (source key <c>ong2013</c>), in which the data set is written: smallest whole amounts,
/// elements by rising electronegativity, then by symbol; the last two elements of three or more in brackets when their
/// amounts have a common factor and their electronegativities differ by less than 1.65; a few peroxides and the gases of
/// two atoms are not reduced further. Amounts that are not whole are left as they are, without brackets. It gives the text of
/// all 85,014 formulas of the shipped set.
/// </remarks>
public static class ReducedFormula
{
    private const double LargestBracketDifference = 1.65;
    private static readonly string[] Doubled = ["LiO", "NaO", "KO", "HO", "CsO", "RbO", "H", "N", "O", "F", "Cl"];

    /// <summary>The printed formula.</summary>
    /// <param name="composition">Elements and amounts; not empty.</param>
    public static string Of(Composition composition) => Reduce(composition).Formula;

    /// <summary>The printed formula and what it stands for.</summary>
    /// <param name="composition">Elements and amounts; not empty.</param>
    /// <returns>The text, and its elements and amounts in the printed order.</returns>
    /// <exception cref="ArgumentException">The composition is empty.</exception>
    public static (string Formula, Composition Composition) Reduce(Composition composition)
    {
        if (composition.Parts.IsEmpty)
        {
            throw new ArgumentException("a formula has at least one element", nameof(composition));
        }

        return Reduce(composition.Parts.ToArray());
    }

    /// <summary>The same for elements and amounts that are not a composition yet; the array is used up.</summary>
    /// <param name="parts">Each element once, amounts positive.</param>
    internal static (string Formula, Composition Composition) Reduce(ElementAmount[] parts)
    {
        Array.Sort(parts, Order);
        if (!Array.TrueForAll(parts, part => part.Amount == Math.Floor(part.Amount) && part.Amount < 1e9))
        {
            return (Print(parts), Composition.Of(parts));
        }

        var divisor = parts.Aggregate(0L, (divisor, part) => CommonDivisor(divisor, (long)part.Amount));
        Divide(parts, divisor);
        var text = PrintWhole(parts);
        if (parts.Length <= 2 && Doubled.Contains(text))
        {
            Divide(parts, 0.5);
            text = Print(parts);
        }

        return (text, Composition.Of(parts));
    }

    private static int Order(ElementAmount left, ElementAmount right)
    {
        var order = Electronegativity.Of(left.Element.Number).CompareTo(Electronegativity.Of(right.Element.Number));
        return order != 0 ? order : string.CompareOrdinal(left.Element.Symbol, right.Element.Symbol);
    }

    private static string PrintWhole(ElementAmount[] parts)
    {
        if (parts is not [.. var head, var before, var last] || head.Length == 0)
        {
            return Print(parts);
        }

        var common = CommonDivisor((long)before.Amount, (long)last.Amount);
        var difference = Electronegativity.Of(last.Element.Number) - Electronegativity.Of(before.Element.Number);
        if (common == 1 || !(difference < LargestBracketDifference))
        {
            return Print(parts);
        }

        var pair = new[] { before, last };
        Divide(pair, common);
        return $"{Print(head)}({Print(pair)}){common}";
    }

    private static string Print(ReadOnlySpan<ElementAmount> parts)
    {
        var text = new StringBuilder();
        foreach (var (element, amount) in parts)
        {
            text.Append(element.Symbol);
            if (amount != 1)
            {
                text.Append(CultureInfo.InvariantCulture, $"{amount:0.########}");
            }
        }

        return text.ToString();
    }

    private static void Divide(ElementAmount[] parts, double divisor)
    {
        for (var index = 0; index < parts.Length && divisor != 1; index++)
        {
            parts[index] = parts[index] with { Amount = parts[index].Amount / divisor };
        }
    }

    private static long CommonDivisor(long first, long second) => second == 0 ? first : CommonDivisor(second, first % second);
}
