using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Electrolith.Materials.Elements;

/// <summary>One chemical element.</summary>
/// <param name="Number">Atomic number.</param>
/// <param name="Symbol">Symbol such as <c>Li</c>.</param>
/// <param name="Name">English name.</param>
/// <param name="StandardWeight">Standard atomic weight, dimensionless; equals the molar mass in g/mol.</param>
public sealed record Element(int Number, string Symbol, string Name, double StandardWeight)
{
    /// <inheritdoc/>
    public override string ToString() => Symbol;
}

/// <summary>The elements that have a standard atomic weight.</summary>
/// <remarks>
/// Abridged standard atomic weights of 2021 (five digits, conventional values where nature varies; source key
/// <c>iupac2021</c>). Lithium is the weak spot: 6.94 stands for 6.938 to 6.997, and commercial lithium is depleted in
/// 6Li to an unknown degree.
/// </remarks>
public static class PeriodicTable
{
    /// <summary>Symbols of elements without a standard atomic weight, up to plutonium.</summary>
    private static readonly FrozenSet<string> WithoutWeight =
        FrozenSet.Create(StringComparer.Ordinal, "Tc", "Pm", "Po", "At", "Rn", "Fr", "Ra", "Ac", "Np", "Pu");

    private static readonly ImmutableArray<Element> Table =
    [
        new(1, "H", "Hydrogen", 1.0080),
        new(2, "He", "Helium", 4.0026),
        new(3, "Li", "Lithium", 6.94),
        new(4, "Be", "Beryllium", 9.0122),
        new(5, "B", "Boron", 10.81),
        new(6, "C", "Carbon", 12.011),
        new(7, "N", "Nitrogen", 14.007),
        new(8, "O", "Oxygen", 15.999),
        new(9, "F", "Fluorine", 18.998),
        new(10, "Ne", "Neon", 20.180),
        new(11, "Na", "Sodium", 22.990),
        new(12, "Mg", "Magnesium", 24.305),
        new(13, "Al", "Aluminium", 26.982),
        new(14, "Si", "Silicon", 28.085),
        new(15, "P", "Phosphorus", 30.974),
        new(16, "S", "Sulfur", 32.06),
        new(17, "Cl", "Chlorine", 35.45),
        new(18, "Ar", "Argon", 39.95),
        new(19, "K", "Potassium", 39.098),
        new(20, "Ca", "Calcium", 40.078),
        new(21, "Sc", "Scandium", 44.956),
        new(22, "Ti", "Titanium", 47.867),
        new(23, "V", "Vanadium", 50.942),
        new(24, "Cr", "Chromium", 51.996),
        new(25, "Mn", "Manganese", 54.938),
        new(26, "Fe", "Iron", 55.845),
        new(27, "Co", "Cobalt", 58.933),
        new(28, "Ni", "Nickel", 58.693),
        new(29, "Cu", "Copper", 63.546),
        new(30, "Zn", "Zinc", 65.38),
        new(31, "Ga", "Gallium", 69.723),
        new(32, "Ge", "Germanium", 72.630),
        new(33, "As", "Arsenic", 74.922),
        new(34, "Se", "Selenium", 78.971),
        new(35, "Br", "Bromine", 79.904),
        new(36, "Kr", "Krypton", 83.798),
        new(37, "Rb", "Rubidium", 85.468),
        new(38, "Sr", "Strontium", 87.62),
        new(39, "Y", "Yttrium", 88.906),
        new(40, "Zr", "Zirconium", 91.224),
        new(41, "Nb", "Niobium", 92.906),
        new(42, "Mo", "Molybdenum", 95.95),
        new(44, "Ru", "Ruthenium", 101.07),
        new(45, "Rh", "Rhodium", 102.91),
        new(46, "Pd", "Palladium", 106.42),
        new(47, "Ag", "Silver", 107.87),
        new(48, "Cd", "Cadmium", 112.41),
        new(49, "In", "Indium", 114.82),
        new(50, "Sn", "Tin", 118.71),
        new(51, "Sb", "Antimony", 121.76),
        new(52, "Te", "Tellurium", 127.60),
        new(53, "I", "Iodine", 126.90),
        new(54, "Xe", "Xenon", 131.29),
        new(55, "Cs", "Caesium", 132.91),
        new(56, "Ba", "Barium", 137.33),
        new(57, "La", "Lanthanum", 138.91),
        new(58, "Ce", "Cerium", 140.12),
        new(59, "Pr", "Praseodymium", 140.91),
        new(60, "Nd", "Neodymium", 144.24),
        new(62, "Sm", "Samarium", 150.36),
        new(63, "Eu", "Europium", 151.96),
        new(64, "Gd", "Gadolinium", 157.25),
        new(65, "Tb", "Terbium", 158.93),
        new(66, "Dy", "Dysprosium", 162.50),
        new(67, "Ho", "Holmium", 164.93),
        new(68, "Er", "Erbium", 167.26),
        new(69, "Tm", "Thulium", 168.93),
        new(70, "Yb", "Ytterbium", 173.05),
        new(71, "Lu", "Lutetium", 174.97),
        new(72, "Hf", "Hafnium", 178.49),
        new(73, "Ta", "Tantalum", 180.95),
        new(74, "W", "Tungsten", 183.84),
        new(75, "Re", "Rhenium", 186.21),
        new(76, "Os", "Osmium", 190.23),
        new(77, "Ir", "Iridium", 192.22),
        new(78, "Pt", "Platinum", 195.08),
        new(79, "Au", "Gold", 196.97),
        new(80, "Hg", "Mercury", 200.59),
        new(81, "Tl", "Thallium", 204.38),
        new(82, "Pb", "Lead", 207.2),
        new(83, "Bi", "Bismuth", 208.98),
        new(90, "Th", "Thorium", 232.04),
        new(91, "Pa", "Protactinium", 231.04),
        new(92, "U", "Uranium", 238.03),
    ];

    private static readonly FrozenDictionary<string, Element> BySymbol = Table.ToFrozenDictionary(element => element.Symbol, StringComparer.Ordinal);

    /// <summary>All elements with a standard atomic weight, by atomic number.</summary>
    public static ImmutableArray<Element> All => Table;

    /// <summary>Finds an element by its symbol.</summary>
    /// <param name="symbol">Symbol with its usual capitals.</param>
    /// <param name="element">The element; null when there is none.</param>
    /// <returns>True when it exists and has a standard atomic weight.</returns>
    public static bool TryGet(string symbol, [NotNullWhen(true)] out Element? element) => BySymbol.TryGetValue(symbol, out element);

    /// <summary>True for an element that exists and has no standard atomic weight, such as technetium.</summary>
    /// <param name="symbol">Symbol with its usual capitals.</param>
    public static bool HasNoWeight(string symbol) => WithoutWeight.Contains(symbol);

    /// <summary>Symbols that a wrong symbol may have meant: the same letters in other capitals, then the same first letter.</summary>
    /// <param name="wrong">What was written.</param>
    /// <returns>At most three symbols, the likeliest first.</returns>
    public static ImmutableArray<string> Nearest(string wrong) =>
        wrong.Length == 0
            ? []
            :
            [
                .. Table.Where(element => string.Equals(element.Symbol, wrong, StringComparison.OrdinalIgnoreCase))
                    .Concat(Table.Where(element => wrong.StartsWith(element.Name, StringComparison.OrdinalIgnoreCase)))
                    .Concat(Table.Where(element => char.ToUpperInvariant(wrong[0]) == element.Symbol[0])
                        .OrderBy(element => wrong.Length > 1 && element.Symbol.Length > 1 ? Math.Abs(wrong[1] - element.Symbol[1]) : 100))
                    .Select(element => element.Symbol).Distinct(StringComparer.Ordinal).Take(3),
            ];
}
