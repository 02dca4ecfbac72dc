using System.Collections.Immutable;
using Electrolith.Materials.Library;
using Electrolith.Materials.Documents;
using Electrolith.Processing;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Routes.Reading;

/// <summary>A value read from a route file, with its place.</summary>
/// <param name="Field">The field it belongs to.</param>
/// <param name="Path">Dotted path, for example <c>separator.thickness</c>.</param>
/// <param name="Node">Where it stands.</param>
public abstract record RouteValue(FieldDefinition Field, string Path, DocumentNode Node)
{
    /// <summary>An error at this value.</summary>
    /// <param name="code">Stable code.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="hint">The likely fix.</param>
    public Diagnostic Error(string code, string message, string? hint) =>
        new(code, Severity.Error, Node.Source, Node.Span, Path, message, hint);
}

/// <summary>A quantity; <see cref="Money"/> says in which currency and year an amount of money is.</summary>
public sealed record QuantityValue(FieldDefinition Field, string Path, DocumentNode Node, Estimate Estimate)
    : RouteValue(Field, Path, Node)
{
    /// <summary>Currency and year; null for anything but money.</summary>
    public MoneyBasis? Money { get; init; }
}

/// <summary>A text or a choice.</summary>
public sealed record TextValue(FieldDefinition Field, string Path, DocumentNode Node, string Text)
    : RouteValue(Field, Path, Node);

/// <summary>A material of the library.</summary>
public sealed record MaterialValue(FieldDefinition Field, string Path, DocumentNode Node, Material Material)
    : RouteValue(Field, Path, Node);

/// <summary>A list of texts.</summary>
public sealed record TextListValue(FieldDefinition Field, string Path, DocumentNode Node, ImmutableArray<string> Items)
    : RouteValue(Field, Path, Node);

/// <summary>One property that replaces the library's.</summary>
/// <param name="Property">Which property.</param>
/// <param name="Estimate">SI value with spread.</param>
/// <param name="SourceKey">Source key; <c>user</c> when none was given.</param>
/// <param name="Note">Remark, such as the condition of the measurement.</param>
/// <param name="Path">Dotted path.</param>
/// <param name="Node">Where it stands.</param>
public sealed record PropertyOverride(
    PropertyDefinition Property, Estimate Estimate, string SourceKey, string Note, string Path, DocumentNode Node)
{
    /// <summary>Currency and year; null for anything but money.</summary>
    public MoneyBasis? Money { get; init; }

    /// <summary>Temperature of the value; null when not stated.</summary>
    public double? TemperatureKelvin { get; init; }

    /// <summary>Kind of the value, such as <c>sigma-T</c> of an activation energy; null when not stated.</summary>
    public string? Kind { get; init; }
}

/// <summary>Properties that replace the library's.</summary>
public sealed record PropertiesValue(
    FieldDefinition Field, string Path, DocumentNode Node, ImmutableArray<PropertyOverride> Overrides) : RouteValue(Field, Path, Node);

/// <summary>One unit operation of a recipe.</summary>
/// <param name="Definition">Which operation.</param>
/// <param name="Values">One entry for each parameter of the definition; null where the route is silent.</param>
/// <param name="Path">Dotted path.</param>
/// <param name="Node">Where it stands.</param>
public sealed record RecipeStep(OperationDefinition Definition, ImmutableArray<RouteValue?> Values, string Path, DocumentNode Node);

/// <summary>A recipe.</summary>
public sealed record RecipeValue(FieldDefinition Field, string Path, DocumentNode Node, ImmutableArray<RecipeStep> Steps)
    : RouteValue(Field, Path, Node);

/// <summary>A section with its values; a field that the route does not give is absent.</summary>
public sealed record SectionValue(
    FieldDefinition Field, string Path, DocumentNode Node, ImmutableDictionary<string, RouteValue> Values) : RouteValue(Field, Path, Node)
{
    /// <summary>The value of one field, or null when the route is silent or the value was faulty.</summary>
    /// <param name="path">Dotted path inside this section.</param>
    public RouteValue? Find(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return Values.GetValueOrDefault(path);
        }

        return Values.GetValueOrDefault(path[..dot]) is SectionValue section ? section.Find(path[(dot + 1)..]) : null;
    }

    /// <summary>A material field, or null.</summary>
    /// <param name="path">Dotted path inside this section.</param>
    public Material? Material(string path) => (Find(path) as MaterialValue)?.Material;

    /// <summary>A text field, or null.</summary>
    /// <param name="path">Dotted path inside this section.</param>
    public string? Text(string path) => (Find(path) as TextValue)?.Text;

    /// <summary>A quantity, or null.</summary>
    /// <param name="path">Dotted path inside this section.</param>
    public Estimate? Quantity(string path) => (Find(path) as QuantityValue)?.Estimate;
}
