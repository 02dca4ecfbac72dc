using System.Collections.Immutable;
using Electrolith.Materials.Elements;

namespace Electrolith.Thermodynamics.Entries;

/// <summary>The elements that phases may hold: those of the periodic table and the radioactive ones that computed sets also cover.</summary>
public static class EntryElements
{
    /// <summary>Elements without a standard atomic weight; the weight is the mass number of the longest-lived isotope, as the
    /// periodic tables of IUPAC print it in brackets. No energy depends on it.</summary>
    private static readonly ImmutableArray<Element> Radioactive =
    [
        new(43, "Tc", "Technetium", 97),
        new(61, "Pm", "Promethium", 145),
        new(89, "Ac", "Actinium", 227),
        new(93, "Np", "Neptunium", 237),
        new(94, "Pu", "Plutonium", 244),
    ];

    private static readonly Element?[] ByNumber = Index();

    /// <summary>All of them by rising atomic number.</summary>
    public static ImmutableArray<Element> All { get; } = [.. ByNumber.OfType<Element>()];

    /// <summary>The element of an atomic number.</summary>
    /// <param name="number">Atomic number.</param>
    /// <exception cref="ArgumentOutOfRangeException">No element of that number is known here.</exception>
    public static Element Of(int number) =>
        (uint)number < (uint)ByNumber.Length && ByNumber[number] is { } element
            ? element
            : throw new ArgumentOutOfRangeException(nameof(number), number, "no element of this atomic number is known");

    private static Element?[] Index()
    {
        var table = new Element?[95];
        foreach (var element in PeriodicTable.All.Concat(Radioactive))
        {
            table[element.Number] = element;
        }

        return table;
    }
}
