using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Library;

/// <summary>Whether a value is known or only bounded.</summary>
public enum ValueBound
{
    /// <summary>The value itself.</summary>
    None,

    /// <summary>The true value lies below (<c>&lt;1e-10</c>).</summary>
    Upper,

    /// <summary>The true value lies above (<c>&gt;4.2</c>).</summary>
    Lower,
}

/// <summary>One reported value of a property, with everything needed to judge it.</summary>
public sealed record PropertyValue
{
    /// <summary>Id of the material.</summary>
    public required string MaterialId { get; init; }

    /// <summary>The property.</summary>
    public required PropertyDefinition Property { get; init; }

    /// <summary>Value in SI (a price: its currency per SI unit); NaN for a text, the bound itself for a bound.</summary>
    public double Value { get; init; } = double.NaN;

    /// <summary>Low end of the reported range, SI; the value when no range is given.</summary>
    public double Low { get; init; } = double.NaN;

    /// <summary>High end of the reported range, SI; the value when no range is given.</summary>
    public double High { get; init; } = double.NaN;

    /// <summary>The text of a text property; empty for a number.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether the value is only a bound.</summary>
    public ValueBound Bound { get; init; }

    /// <summary>What was measured on what, for example <c>total</c>, or the id of a partner; empty when not stated.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Temperature, K; null when the source does not state it.</summary>
    public double? TemperatureKelvin { get; init; }

    /// <summary>Other conditions in words.</summary>
    public string Condition { get; init; } = "";

    /// <summary>How sure the value is.</summary>
    public ValueStatus Status { get; init; }

    /// <summary>Key in the source list.</summary>
    public required string SourceKey { get; init; }

    /// <summary>Where in the source.</summary>
    public string Locator { get; init; } = "";

    /// <summary>True for the row that is used when nothing else is asked.</summary>
    public bool IsRecommended { get; init; }

    /// <summary>Remark, for example why it is recommended.</summary>
    public string Note { get; init; } = "";

    /// <summary>Value as printed by the source, with its digits and its bound sign.</summary>
    public string PrintedValue { get; init; } = "";

    /// <summary>Unit as printed.</summary>
    public string PrintedUnit { get; init; } = "";

    /// <summary>Currency and year of a price; null for anything else.</summary>
    public MoneyBasis? Money { get; init; }

    /// <summary>The file the row stands in.</summary>
    public required SourceText Origin { get; init; }

    /// <summary>Place of the value in the file.</summary>
    public SourceSpan OriginSpan { get; init; }

    /// <summary>True when the source or all reports together give a range.</summary>
    public bool HasRange => Low < High;

    /// <summary>The value with its range as a spread.</summary>
    /// <returns>
    /// Logarithmic between low and high for properties that differ by decades by nature, even between low and high for
    /// the others, and without spread when no range is given.
    /// </returns>
    /// <exception cref="InvalidOperationException">The property is a text.</exception>
    public Estimate ToEstimate()
    {
        if (Property.IsText)
        {
            throw new InvalidOperationException($"{Property.Id} of {MaterialId} is a text, not a number");
        }

        return !HasRange
            ? Estimate.Exact(Value)
            : new Estimate(Value, Low, High, Property.SpansDecades && Low > 0 ? Spread.LogUniform : Spread.Uniform);
    }

    /// <inheritdoc/>
    public override string ToString() => Property.IsText ? Text : $"{PrintedValue} {PrintedUnit}".TrimEnd();
}
