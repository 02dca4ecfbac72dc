using System.Collections.Immutable;
using Electrolith.Materials.Elements;
using Electrolith.Materials.Formulas;

namespace Electrolith.Thermodynamics.Entries;

/// <summary>A chemical system: a set of elements as one bit each, so that "is a part of" is one operation.</summary>
/// <param name="Bits">Bit n is set when the element of atomic number n belongs to the set.</param>
public readonly record struct ElementSet(UInt128 Bits)
{
    /// <summary>How many elements the set holds.</summary>
    public int Count => (int)UInt128.PopCount(Bits);

    /// <summary>The elements by rising atomic number.</summary>
    public ImmutableArray<Element> Elements
    {
        get
        {
            var bits = Bits;
            return [.. EntryElements.All.Where(element => (bits & (UInt128.One << element.Number)) != UInt128.Zero)];
        }
    }

    /// <summary>The set of one element.</summary>
    /// <param name="element">The element.</param>
    public static ElementSet Of(Element element) => new(UInt128.One << element.Number);

    /// <summary>The elements of a formula.</summary>
    /// <param name="composition">The formula.</param>
    public static ElementSet Of(Composition composition)
    {
        var bits = UInt128.Zero;
        foreach (var part in composition.Parts)
        {
            bits |= UInt128.One << part.Element.Number;
        }

        return new ElementSet(bits);
    }

    /// <summary>True when every element of this set is in the other.</summary>
    /// <param name="other">The larger set.</param>
    public bool IsPartOf(ElementSet other) => (Bits & ~other.Bits) == UInt128.Zero;

    /// <summary>All elements of both sets.</summary>
    /// <param name="other">The other set.</param>
    public ElementSet With(ElementSet other) => new(Bits | other.Bits);

    /// <summary>The elements of this set that are not in the other.</summary>
    /// <param name="other">What is taken out.</param>
    public ElementSet Without(ElementSet other) => new(Bits & ~other.Bits);

    /// <summary>The system as it is written, symbols in alphabetical order: <c>Li-P-S</c>.</summary>
    public override string ToString() => string.Join('-', Elements.Select(element => element.Symbol).Order(StringComparer.Ordinal));
}
