using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Electrolith.Materials.Elements;

namespace Electrolith.Materials.Formulas;

/// <summary>How much of one element a formula unit holds.</summary>
/// <param name="Element">The element.</param>
/// <param name="Amount">Moles per mole of formula units; positive.</param>
public readonly record struct ElementAmount(Element Element, double Amount);

/// <summary>The elements of one formula unit, in the order of first appearance.</summary>
/// <remarks>Amounts are kept to twelve significant digits, so that 2 − 0.6 and 1.4 are the same. Equality ignores the order.</remarks>
public sealed class Composition : IEquatable<Composition>
{
    private Composition(ImmutableArray<ElementAmount> parts) => Parts = parts;

    /// <summary>A composition without any element.</summary>
    public static Composition Empty { get; } = new([]);

    /// <summary>The elements in the order of first appearance, each once, amounts positive.</summary>
    public ImmutableArray<ElementAmount> Parts { get; }

    /// <summary>Molar mass of the formula unit, kg/mol (weights: <c>iupac2021</c>).</summary>
    public double MolarMassKilogramPerMole
    {
        get
        {
            var sum = 0.0;
            foreach (var part in Parts)
            {
                sum += part.Amount * part.Element.StandardWeight;
            }

            return sum * 1e-3;
        }
    }

    /// <summary>Number of atoms in the formula unit.</summary>
    public double AtomCount => Parts.Sum(part => part.Amount);

    /// <summary>Builds a composition; repeated elements are added up, zero amounts left out.</summary>
    /// <param name="parts">Elements and amounts.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative or not finite.</exception>
    public static Composition Of(IEnumerable<ElementAmount> parts)
    {
        var order = new List<Element>();
        var sums = new Dictionary<Element, double>();
        foreach (var (element, amount) in parts)
        {
            if (!(amount >= 0) || double.IsInfinity(amount))
            {
                throw new ArgumentOutOfRangeException(nameof(parts), amount, $"the amount of {element.Symbol} must be finite and not negative");
            }

            if (!sums.TryAdd(element, amount))
            {
                sums[element] += amount;
            }
            else
            {
                order.Add(element);
            }
        }

        return new Composition([.. order.Select(element => new ElementAmount(element, Round(sums[element]))).Where(part => part.Amount > 0)]);
    }

    /// <summary>Moles of an element per mole of formula units; 0 when it is absent.</summary>
    /// <param name="symbol">Symbol of the element.</param>
    public double AmountOf(string symbol)
    {
        foreach (var part in Parts)
        {
            if (part.Element.Symbol == symbol)
            {
                return part.Amount;
            }
        }

        return 0;
    }

    /// <summary>Mass of an element per mass of compound, dimensionless between 0 and 1.</summary>
    /// <param name="symbol">Symbol of the element.</param>
    public double MassFractionOf(string symbol)
    {
        foreach (var part in Parts)
        {
            if (part.Element.Symbol == symbol)
            {
                return part.Amount * part.Element.StandardWeight * 1e-3 / MolarMassKilogramPerMole;
            }
        }

        return 0;
    }

    /// <summary>Adds two compositions, as in a mixture of one formula unit of each.</summary>
    /// <param name="other">What is added.</param>
    public Composition Add(Composition other) => Of([.. Parts, .. other.Parts]);

    /// <summary>Multiplies every amount.</summary>
    /// <param name="factor">Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is negative or not finite.</exception>
    public Composition Scale(double factor) => Of(Parts.Select(part => part with { Amount = part.Amount * factor }));

    /// <summary>True when both hold the same elements in the same ratio, whatever the size of the formula unit.</summary>
    /// <param name="other">The other composition.</param>
    public bool HasSameRatiosAs(Composition other)
    {
        if (Parts.Length != other.Parts.Length || Parts.Length == 0)
        {
            return Parts.Length == other.Parts.Length;
        }

        var factor = other.AtomCount / AtomCount;
        return Parts.All(part => Math.Abs((part.Amount * factor) - other.AmountOf(part.Element.Symbol)) <= 1e-9 * part.Amount * factor);
    }

    /// <summary>The formula with its elements in the order of first appearance, brackets multiplied out.</summary>
    public override string ToString() => Print(Parts);

    /// <summary>The formula in Hill order: carbon, then hydrogen, then the alphabet; without carbon only the alphabet.</summary>
    public string ToHillString()
    {
        var organic = AmountOf("C") > 0;
        return Print(Parts.OrderBy(part => (organic, part.Element.Symbol) switch
        {
            (true, "C") => 0,
            (true, "H") => 1,
            _ => 2,
        }).ThenBy(part => part.Element.Symbol, StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public bool Equals(Composition? other) =>
        other is not null && Parts.Length == other.Parts.Length && Parts.All(part => part.Amount == other.AmountOf(part.Element.Symbol));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Composition);

    /// <inheritdoc/>
    public override int GetHashCode() => Parts.Aggregate(0, (hash, part) => hash ^ HashCode.Combine(part.Element.Number, part.Amount));

    private static string Print(IEnumerable<ElementAmount> parts)
    {
        var text = new StringBuilder();
        foreach (var (element, amount) in parts)
        {
            text.Append(element.Symbol);
            if (amount != 1)
            {
                text.Append(amount.ToString("0.##############################", CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }

    private static double Round(double amount) =>
        amount == Math.Floor(amount) && amount < 1e11 ? amount : double.Parse(amount.ToString("E11", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
