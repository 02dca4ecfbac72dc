using System.Collections.Immutable;
using Electrolith.Quantities.Units;

namespace Electrolith.Quantities;

/// <summary>A kind of quantity: a dimension with a meaning, and the units that people print it in.</summary>
public sealed class QuantityKind
{
    internal QuantityKind(string id, string name, Dimension dimension, string example, params string[] displayUnits)
    {
        Id = id;
        Name = name;
        Dimension = dimension;
        Example = example;
        DisplayUnits = [.. displayUnits.Select(Read)];
    }

    /// <summary>Stable id, for example <c>area-specific-resistance</c>.</summary>
    public string Id { get; }

    /// <summary>Name in a sentence, for example "area-specific resistance".</summary>
    public string Name { get; }

    /// <summary>Name with its article, for example "an areal capacity".</summary>
    public string NameWithArticle => ("aeiou".Contains(Name[0], StringComparison.Ordinal) ? "an " : "a ") + Name;

    /// <summary>Dimension of its units.</summary>
    public Dimension Dimension { get; }

    /// <summary>A value as one writes it, for hints.</summary>
    public string Example { get; }

    /// <summary>Units in which it is printed, from small to large; the first is the usual one when <see cref="Scales"/> is false.</summary>
    public ImmutableArray<(string Symbol, double Factor)> DisplayUnits { get; }

    /// <summary>True when printing chooses the unit by the size of the value.</summary>
    public bool Scales => DisplayUnits.Length > 1;

    /// <summary>The unit of tables, JSON and axes, in ASCII.</summary>
    public string DisplayUnit => Usual.Symbol;

    /// <summary>SI value of one <see cref="DisplayUnit"/>.</summary>
    public double DisplayFactor => Usual.Factor;

    /// <summary>What a share is a share of.</summary>
    public ShareBasis Basis { get; internal init; }

    /// <summary>Index of the usual unit in <see cref="DisplayUnits"/>.</summary>
    internal int UsualIndex { get; init; }

    private (string Symbol, double Factor) Usual => DisplayUnits[UsualIndex];

    /// <inheritdoc/>
    public override string ToString() => Id;

    private (string Symbol, double Factor) Read(string symbol)
    {
        if (symbol.Length == 0)
        {
            return (symbol, 1);
        }

        if (symbol == "C")
        {
            return (symbol, 1.0 / 3600);
        }

        // A money unit needs a year to be read; its factor does not depend on it.
        var text = symbol.StartsWith("USD/", StringComparison.Ordinal) ? "USD(2024)" + symbol[3..] : symbol == "USD" ? "USD(2024)" : symbol;
        return UnitParser.TryParse(text, out var unit, out var problem)
            ? (symbol, Id == "activation-energy" && symbol == "kJ/mol" ? unit.Factor / PhysicalConstants.Avogadro : unit.Factor)
            : throw new ArgumentException($"display unit '{symbol}' of {Id}: {problem!.Message}", nameof(symbol));
    }
}
