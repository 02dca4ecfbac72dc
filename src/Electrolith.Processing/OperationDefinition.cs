using System.Collections.Immutable;
using Electrolith.Quantities;

namespace Electrolith.Processing;

/// <summary>A value used when the recipe is silent.</summary>
/// <param name="Text">As written in a route file.</param>
/// <param name="Status">How sure it is.</param>
/// <param name="Source">Source key.</param>
/// <param name="Locator">Where in the source, or why.</param>
public sealed record ParameterDefault(string Text, ValueStatus Status, string Source, string Locator)
{
    /// <summary>A default chosen for this project.</summary>
    /// <param name="text">As written in a route file.</param>
    /// <param name="why">Why.</param>
    public static ParameterDefault Assumed(string text, string why) => new(text, ValueStatus.Assumed, "electrolith-assumed", why);
}

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Key in a recipe.</param>
/// <param name="Documentation">One sentence.</param>
public sealed record OperationParameter(string Name, string Documentation)
{
    /// <summary>Kind of quantity; null for choices and materials.</summary>
    public QuantityKind? Kind { get; init; }

    /// <summary>Allowed words of a choice.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>True when it names a material.</summary>
    public bool IsMaterial { get; init; }

    /// <summary>True when the recipe must give it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Smallest allowed SI value.</summary>
    public double Low { get; init; } = double.NegativeInfinity;

    /// <summary>Largest allowed SI value.</summary>
    public double High { get; init; } = double.PositiveInfinity;

    /// <summary>Largest SI value that a family stands, with the reason; null when only <see cref="High"/> counts.</summary>
    public Func<string, (double Value, string Reason)?> Limit { get; init; } = _ => null;

    /// <summary>Default by family; null when the operation can do without.</summary>
    public Func<string, ParameterDefault?> Default { get; init; } = _ => null;

    /// <summary>A quantity.</summary>
    /// <param name="name">Key.</param>
    /// <param name="kind">Kind of quantity.</param>
    /// <param name="low">Smallest SI value.</param>
    /// <param name="high">Largest SI value.</param>
    /// <param name="documentation">One sentence.</param>
    /// <param name="byFamily">Default by family.</param>
    public static OperationParameter Quantity(
        string name, QuantityKind kind, double low, double high, string documentation, Func<string, ParameterDefault?>? byFamily = null) =>
        new(name, documentation) { Kind = kind, Low = low, High = high, Default = byFamily ?? (_ => null) };

    /// <summary>A word of a list; the first is the default.</summary>
    /// <param name="name">Key.</param>
    /// <param name="documentation">One sentence.</param>
    /// <param name="choices">Allowed words.</param>
    public static OperationParameter Choice(string name, string documentation, params ImmutableArray<string> choices) =>
        new(name, documentation) { Choices = choices };
}

/// <summary>What a model computes, where it holds, what it leaves out, and which of its constants are only assumed.</summary>
/// <param name="Equations">Ids of published equations.</param>
/// <param name="Range">Where it holds.</param>
/// <param name="Ignores">What it leaves out.</param>
/// <param name="Assumed">Constants that nobody has measured for the powder at hand.</param>
public sealed record ModelCard(ImmutableArray<string> Equations, string Range, string Ignores, string Assumed)
{
    /// <summary>A card that says nothing.</summary>
    public static ModelCard Empty { get; } = new([], "", "", "");
}

/// <summary>Parameter values in the order of the definition.</summary>
/// <param name="Numbers">SI values; a choice is its index; NaN where neither the recipe nor a default gives one.</param>
/// <param name="Materials">Materials of material parameters; null elsewhere.</param>
public sealed record OperationValues(double[] Numbers, Constituent?[] Materials);

/// <summary>Turns a lot into the next one.</summary>
/// <param name="lot">Lot before.</param>
/// <param name="values">Parameter values.</param>
/// <param name="warn">Receives code and message of what is unusual; null when nobody listens.</param>
public delegate Lot LotTransformation(Lot lot, OperationValues values, Action<string, string>? warn);

/// <summary>A unit operation: its parameters, the families that cannot take it, and what it does.</summary>
public sealed record OperationDefinition
{
    /// <summary>Key in a recipe.</summary>
    public required string Name { get; init; }

    /// <summary>One sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Parameters.</summary>
    public required ImmutableArray<OperationParameter> Parameters { get; init; }

    /// <summary>What it does.</summary>
    public required LotTransformation Apply { get; init; }

    /// <summary>What the model computes, where it holds and what it leaves out.</summary>
    public ModelCard Card { get; init; } = ModelCard.Empty;

    /// <summary>Why a family cannot take it, with the alternative; null when it can.</summary>
    public required Func<string, string?> Refusal { get; init; }

    /// <summary>True when it sets the thickness of the layer.</summary>
    public bool SetsThickness { get; init; }

    /// <summary>True when a liquid cannot take it.</summary>
    public bool NeedsSolid { get; init; }

    /// <summary>True when it decides the density of the layer.</summary>
    public bool SetsDensity { get; init; }
}
