using System.Collections.Immutable;
using Electrolith.Materials.Library;
using Electrolith.Materials.Documents;
using Electrolith.Processing;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Routes.Reading;

/// <summary>Reads a recipe: a list whose items are <c>- press: {pressure: 400 MPa}</c> or just <c>- anneal</c>.</summary>
internal sealed class RecipeReader(MaterialLibrary library, DiagnosticBag bag)
{
    private static readonly MaterialRole[] Fillers =
        [MaterialRole.Electrolyte, MaterialRole.Salt, MaterialRole.PolymerHost, MaterialRole.Coating, MaterialRole.Binder];

    /// <summary>Reads <c>recipe:</c>.</summary>
    /// <param name="field">Definition.</param>
    /// <param name="node">Node.</param>
    /// <param name="path">Dotted path.</param>
    public RecipeValue? Read(FieldDefinition field, DocumentNode node, string path)
    {
        if (node is not DocumentSequence list)
        {
            Add(RouteCodes.WrongShape, node, path, "a recipe is a list of operations", "write each on a line of its own: '- press: {pressure: 400 MPa}'");
            return null;
        }

        var steps = list.Items.Select((item, index) => ReadStep(item, $"{path}[{index}]"));
        return new RecipeValue(field, path, node, [.. steps.OfType<RecipeStep>()]);
    }

    private RecipeStep? ReadStep(DocumentNode item, string path)
    {
        var (name, value) = item switch
        {
            DocumentScalar scalar => (scalar, (DocumentNode?)null),
            DocumentMap { Entries.Length: 1 } map => (map.Entries[0].Key, map.Entries[0].Value),
            _ => (null, null),
        };
        if (name is null)
        {
            var second = (item as DocumentMap)?.Entries is { Length: > 1 } entries ? entries[1].Key : null;
            var isOperation = second is not null && OperationCatalog.All.Any(operation => operation.Name == second.Text);
            Add(RouteCodes.WrongShape, second ?? item, path, "each item of a recipe is one operation with its parameters",
                isOperation ? $"start it as an item of its own: '- {second!.Text}:'"
                : second is not null ? $"indent '{second.Text}' two spaces more, below the operation"
                : "for example '- press: {pressure: 400 MPa}'");
            return null;
        }

        var definition = OperationCatalog.All.FirstOrDefault(operation => operation.Name == name.Text);
        if (definition is null)
        {
            var nearest = NearestNames.Find(name.Text, OperationCatalog.All.Select(operation => operation.Name));
            Add(RouteCodes.UnknownOperation, name, path, $"unknown operation '{name.Text}'",
                nearest.Count > 0 ? $"did you mean {string.Join(", ", nearest)}?" : $"known: {string.Join(", ", OperationCatalog.All.Select(operation => operation.Name))}");
            return null;
        }

        var section = Section(definition);
        if (value is null or DocumentScalar { IsEmpty: true })
        {
            CheckRequired(definition, name, path);
            return new RecipeStep(definition, [.. definition.Parameters.Select(_ => (RouteValue?)null)], path, name);
        }

        if (value is not DocumentMap parameters)
        {
            Add(RouteCodes.WrongShape, value, path, $"'{name.Text}' takes named parameters: {string.Join(", ", section.Fields.Select(parameter => parameter.Name))}", null);
            return null;
        }

        var read = new SectionReader(library, bag).Read(section, parameters, $"{path}.{name.Text}");
        return new RecipeStep(definition, [.. definition.Parameters.Select(parameter => read.Values.GetValueOrDefault(parameter.Name))], path, name);
    }

    private void CheckRequired(OperationDefinition definition, DocumentScalar name, string path)
    {
        foreach (var parameter in definition.Parameters.Where(parameter => parameter.IsRequired))
        {
            Add(RouteCodes.Missing, name, $"{path}.{definition.Name}.{parameter.Name}", $"'{parameter.Name}' is missing: {parameter.Documentation.TrimEnd('.')}", null);
        }
    }

    /// <summary>An operation as a section of fields, for the reader, the schema and the reference.</summary>
    /// <param name="definition">The operation.</param>
    public static FieldDefinition Section(OperationDefinition definition) => new(definition.Name, FieldType.Section, definition.Summary)
    {
        Fields = [.. definition.Parameters.Select(Field)],
    };

    private static FieldDefinition Field(OperationParameter parameter) => new(
        parameter.Name,
        parameter.IsMaterial ? FieldType.Material : parameter.Choices.IsDefaultOrEmpty ? FieldType.Quantity : FieldType.Choice,
        parameter.Documentation)
    {
        Kind = parameter.Kind,
        Low = parameter.Low,
        High = parameter.High,
        IsRequired = parameter.IsRequired,
        Example = parameter.IsMaterial ? "llzto" : "",
        Choices = parameter.Choices.IsDefault ? [] : parameter.Choices,
        Roles = parameter.IsMaterial ? [.. Fillers] : [],
    };

    private void Add(string code, DocumentNode node, string path, string message, string? hint) =>
        bag.Add(new Diagnostic(code, Severity.Error, node.Source, node.Span, path, message, hint));
}
