using System.Collections.Immutable;
using Electrolith.Materials.Library;
using Electrolith.Quantities;

namespace Electrolith.Routes.Reading;

/// <summary>What a field of a route file holds.</summary>
public enum FieldType
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>One word of a list.</summary>
    Choice,

    /// <summary>A quantity with unit, possibly with a spread.</summary>
    Quantity,

    /// <summary>The id or an alias of a library material.</summary>
    Material,

    /// <summary>A nested section.</summary>
    Section,

    /// <summary>A list of unit operations.</summary>
    Recipe,

    /// <summary>Values that replace those of the library.</summary>
    Properties,

    /// <summary>A list of source keys.</summary>
    Sources,

    /// <summary>The path of a file, or a list of paths.</summary>
    Files,
}

/// <summary>One field of a route file. The reader, the JSON Schema, the reference page and the <c>init</c> template all follow from it.</summary>
/// <param name="Name">Key as written in the file.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Documentation">One sentence for the reader.</param>
public sealed record FieldDefinition(string Name, FieldType Type, string Documentation)
{
    /// <summary>Kind of the quantity; null for other types.</summary>
    public QuantityKind? Kind { get; init; }

    /// <summary>Smallest allowed SI value.</summary>
    public double Low { get; init; } = double.NegativeInfinity;

    /// <summary>Largest allowed SI value.</summary>
    public double High { get; init; } = double.PositiveInfinity;

    /// <summary>True when <see cref="Low"/> itself is not allowed (a thickness of zero).</summary>
    public bool LowIsExcluded { get; init; }

    /// <summary>True when a route must give it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Value used when the route is silent, written as in a route file; null when there is none.</summary>
    public string? Default { get; init; }

    /// <summary>Source key of the default.</summary>
    public string DefaultSource { get; init; } = "electrolith-assumed";

    /// <summary>Status of the default.</summary>
    public ValueStatus DefaultStatus { get; init; } = ValueStatus.Assumed;

    /// <summary>Where in the source the default is found, or why it was chosen.</summary>
    public string DefaultLocator { get; init; } = "";

    /// <summary>A value to show as an example.</summary>
    public string Example { get; init; } = "";

    /// <summary>Allowed words of a choice.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Roles that a material may have here; empty when any.</summary>
    public ImmutableArray<MaterialRole> Roles { get; init; } = [];

    /// <summary>Fields of a section.</summary>
    public ImmutableArray<FieldDefinition> Fields { get; init; } = [];

    /// <summary>A quantity field.</summary>
    /// <param name="name">Key.</param>
    /// <param name="kind">Kind of quantity.</param>
    /// <param name="documentation">One sentence.</param>
    public static FieldDefinition Quantity(string name, QuantityKind kind, string documentation) =>
        new(name, FieldType.Quantity, documentation) { Kind = kind };

    /// <summary>A material field.</summary>
    /// <param name="name">Key.</param>
    /// <param name="documentation">One sentence.</param>
    /// <param name="roles">Allowed roles.</param>
    public static FieldDefinition Material(string name, string documentation, params ImmutableArray<MaterialRole> roles) =>
        new(name, FieldType.Material, documentation) { Roles = roles };

    /// <summary>A section.</summary>
    /// <param name="name">Key.</param>
    /// <param name="documentation">One sentence.</param>
    /// <param name="fields">Its fields, in the order of the documentation.</param>
    public static FieldDefinition Section(string name, string documentation, params ImmutableArray<FieldDefinition> fields) =>
        new(name, FieldType.Section, documentation) { Fields = fields };
}
