using System.Collections.Frozen;

namespace Electrolith.Quantities.Units;

/// <summary>Every unit symbol that is read.</summary>
internal static class UnitTable
{
    private const double Minute = 60;
    private const double Hour = 3600;
    private const double Day = 86400;
    private const double Year = 365.25 * Day;

    private static readonly Dimension Length = Dimension.Of(length: 1);
    private static readonly Dimension Mass = Dimension.Of(mass: 1);
    private static readonly Dimension Time = Dimension.Of(time: 1);
    private static readonly Dimension Frequency = Dimension.Of(time: -1);
    private static readonly Dimension Current = Dimension.Of(current: 1);
    private static readonly Dimension Charge = Dimension.Of(current: 1, time: 1);
    private static readonly Dimension Volume = Dimension.Of(length: 3);
    private static readonly Dimension Pressure = Dimension.Of(length: -1, mass: 1, time: -2);
    private static readonly Dimension Energy = Dimension.Of(length: 2, mass: 1, time: -2);
    private static readonly Dimension Power = Dimension.Of(length: 2, mass: 1, time: -3);
    private static readonly Dimension Voltage = Dimension.Of(length: 2, mass: 1, time: -3, current: -1);
    private static readonly Dimension Resistance = Dimension.Of(length: 2, mass: 1, time: -3, current: -2);
    private static readonly Dimension Conductance = Dimension.Of(length: -2, mass: -1, time: 3, current: 2);
    private static readonly Dimension Temperature = Dimension.Of(temperature: 1);
    private static readonly Dimension Amount = Dimension.Of(amount: 1);

    /// <summary>SI prefixes; micro has two letters and a plain stand-in.</summary>
    public static readonly FrozenDictionary<char, double> Prefixes = new Dictionary<char, double>
    {
        ['f'] = 1e-15, ['p'] = 1e-12, ['n'] = 1e-9, ['u'] = 1e-6, ['\u00B5'] = 1e-6, ['\u03BC'] = 1e-6, ['m'] = 1e-3, ['c'] = 1e-2, ['d'] = 1e-1,
        ['k'] = 1e3, ['M'] = 1e6, ['G'] = 1e9, ['T'] = 1e12,
    }.ToFrozenDictionary();

    private const string Micro = "u\u00B5\u03BC";

    /// <summary>All units by symbol.</summary>
    public static readonly FrozenDictionary<string, UnitDefinition> Units = All().ToFrozenDictionary(unit => unit.Symbol, StringComparer.Ordinal);

    /// <summary>Finds a unit with or without prefix.</summary>
    /// <param name="symbol">As written.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="prefix">Value of the prefix, 1 without.</param>
    public static bool TryFind(string symbol, out UnitDefinition unit, out double prefix)
    {
        prefix = 1;
        if (Units.TryGetValue(symbol, out unit!))
        {
            return true;
        }

        return symbol.Length > 1 && Units.TryGetValue(symbol[1..], out unit!) && unit.Prefixes.Contains(symbol[0], StringComparison.Ordinal)
            && Prefixes.TryGetValue(symbol[0], out prefix);
    }

    /// <summary>Symbols that differ from the given one only in upper and lower case, the plainest first.</summary>
    /// <param name="symbol">As written.</param>
    public static IEnumerable<string> OtherCases(string symbol) =>
        Units.Values.SelectMany(unit => unit.Prefixes.Where(prefix => prefix < 128).Select(prefix => prefix + unit.Symbol).Prepend(unit.Symbol))
            .Where(name => string.Equals(name, symbol, StringComparison.OrdinalIgnoreCase) && name != symbol)
            .Order(StringComparer.Ordinal);

    private static IEnumerable<UnitDefinition> All() =>
    [
        new("m", 1, Length, "fpn" + Micro + "mcdk"), new("Å", 1e-10, Length), new("Angstrom", 1e-10, Length), new("angstrom", 1e-10, Length),
        new("g", 1e-3, Mass, "n" + Micro + "mk"), new("t", 1e3, Mass, "k"),
        new("s", 1, Time, "n" + Micro + "m"), new("sec", 1, Time), new("min", Minute, Time), new("h", Hour, Time), new("hr", Hour, Time), new("hour", Hour, Time), new("hours", Hour, Time),
        new("d", Day, Time), new("day", Day, Time), new("days", Day, Time), new("week", 7 * Day, Time), new("weeks", 7 * Day, Time),
        new("yr", Year, Time), new("year", Year, Time), new("years", Year, Time), new("a", Year, Time),
        new("Hz", 1, Frequency, "mkMG"), new("rpm", 1 / Minute, Frequency),
        new("A", 1, Current, "fpn" + Micro + "mk"), new("Ah", Hour, Charge, Micro + "mk"), new("C", 1, Charge, Micro + "m"),
        new("L", 1e-3, Volume, Micro + "m"), new("l", 1e-3, Volume, Micro + "m"), new("cc", 1e-6, Volume),
        new("Pa", 1, Pressure, "mkMG"), new("bar", 1e5, Pressure, "m"), new("atm", PhysicalConstants.StandardAtmosphere, Pressure),
        new("J", 1, Energy, Micro + "mkMG"), new("Wh", Hour, Energy, "mkMGT"), new("eV", PhysicalConstants.ElementaryCharge, Energy, "mk"), new("N", 1, Dimension.Of(length: 1, mass: 1, time: -2), "mk"),
        new("W", 1, Power, Micro + "mkMG"), new("V", 1, Voltage, Micro + "mk"), new("F", 1, Dimension.Of(length: -2, mass: -1, time: 4, current: 2), "fpn" + Micro + "m"),
        new("\u03A9", 1, Resistance, Micro + "mkM"), new("\u2126", 1, Resistance, Micro + "mkM"), new("ohm", 1, Resistance, Micro + "mkM"), new("Ohm", 1, Resistance, Micro + "mkM"), new("ohms", 1, Resistance),
        new("S", 1, Conductance, "fpn" + Micro + "mk"),
        new("K", 1, Temperature, "m"), new("degC", 1, Temperature), new("°C", 1, Temperature), new("\u2103", 1, Temperature), new("celsius", 1, Temperature), new("Celsius", 1, Temperature),
        new("mol", 1, Amount, "n" + Micro + "mk"), new("atom", 1, Dimension.None), new("atoms", 1, Dimension.None),
        new("%", 1e-2, Dimension.None), new("wt%", 1e-2, Dimension.None, "", ShareBasis.Mass), new("mass%", 1e-2, Dimension.None, "", ShareBasis.Mass),
        new("vol%", 1e-2, Dimension.None, "", ShareBasis.Volume), new("mol%", 1e-2, Dimension.None, "", ShareBasis.Amount), new("at%", 1e-2, Dimension.None, "", ShareBasis.Amount),
        new("ppm", 1e-6, Dimension.None), new("ppmv", 1e-6, Dimension.None, "", ShareBasis.Volume), new("ppb", 1e-9, Dimension.None),
    ];
}
