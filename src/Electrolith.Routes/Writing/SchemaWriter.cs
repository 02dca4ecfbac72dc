using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Electrolith.Processing;
using Electrolith.Quantities;
using Electrolith.Routes.Reading;

namespace Electrolith.Routes.Writing;

/// <summary>Writes the JSON Schema of route files, for editors that complete and check while one types.</summary>
public static class SchemaWriter
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema, draft 2020-12.</summary>
    public static string Write()
    {
        var root = Section(RouteFields.Root);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Electrolith route",
            ["description"] = RouteFields.Root.Documentation,
        };
        foreach (var (name, value) in root.ToList())
        {
            root.Remove(name);
            schema[name] = value;
        }

        schema["properties"]!["format"]!["const"] = RouteFields.FormatName;
        schema["$defs"] = new JsonObject
        {
            ["recipe"] = Recipe(),
            ["properties"] = Overrides(),
        };
        // An included file gives the rest: a route that includes another need not repeat what is required.
        schema["if"] = new JsonObject { ["required"] = new JsonArray("include") };
        schema["then"] = new JsonObject();
        schema["else"] = Requirements(RouteFields.Root);
        return schema.ToJsonString(Options) + "\n";
    }

    private static JsonObject Section(FieldDefinition section)
    {
        var properties = new JsonObject();
        foreach (var field in section.Fields)
        {
            properties[field.Name] = Field(field);
        }

        return new JsonObject { ["type"] = "object", ["description"] = section.Documentation, ["properties"] = properties, ["additionalProperties"] = false };
    }

    /// <summary>What a section must give, with the sections below it.</summary>
    private static JsonObject Requirements(FieldDefinition section)
    {
        var requirements = new JsonObject();
        var required = section.Fields.Where(field => field.IsRequired).Select(field => (JsonNode)field.Name).ToArray();
        if (required.Length > 0)
        {
            requirements["required"] = new JsonArray(required);
        }

        var below = section.Fields.Where(field => field.Type == FieldType.Section).Select(field => (field.Name, Requirements(field))).Where(item => item.Item2.Count > 0).ToList();
        if (below.Count > 0)
        {
            requirements["properties"] = new JsonObject(below.Select(item => KeyValuePair.Create(item.Name, (JsonNode?)item.Item2)));
        }

        return requirements;
    }

    private static JsonObject Field(FieldDefinition field)
    {
        var schema = field.Type switch
        {
            FieldType.Section => Section(field),
            FieldType.Recipe => new JsonObject { ["$ref"] = "#/$defs/recipe" },
            FieldType.Properties => new JsonObject { ["$ref"] = "#/$defs/properties" },
            FieldType.Sources or FieldType.Files => new JsonObject { ["type"] = new JsonArray("string", "array"), ["items"] = new JsonObject { ["type"] = "string" } },
            FieldType.Choice => new JsonObject { ["enum"] = new JsonArray([.. field.Choices.Select(choice => (JsonNode)choice)]) },
            FieldType.Quantity => new JsonObject { ["type"] = field.Kind!.Dimension == QuantityKinds.Dimensionless.Dimension ? new JsonArray("string", "number") : "string" },
            _ => new JsonObject { ["type"] = "string" },
        };
        schema["description"] = Description(field);
        if (field.Default is { } usual)
        {
            schema["default"] = usual;
        }

        if (field.Example.Length > 0)
        {
            schema["examples"] = new JsonArray(field.Example);
        }

        return schema;
    }

    private static string Description(FieldDefinition field)
    {
        var text = new StringBuilder(field.Documentation);
        if (field.Kind is { } kind)
        {
            text.Append($" A {kind.Name}");
            var low = double.IsInfinity(field.Low) ? null : QuantityPrinter.Format(field.Low, kind);
            var high = double.IsInfinity(field.High) ? null : QuantityPrinter.Format(field.High, kind);
            text.Append(low is null && high is null ? "." : $", {(field.LowIsExcluded ? "above" : "from")} {low ?? "-"} to {high ?? "-"}.");
        }

        return text.ToString();
    }

    private static JsonObject Recipe()
    {
        var choices = new JsonArray();
        foreach (var operation in OperationCatalog.All)
        {
            var definition = RecipeReader.Section(operation);
            var section = Section(definition);
            section["type"] = definition.Fields.Any(field => field.IsRequired) ? "object" : new JsonArray("object", "null");
            foreach (var (name, value) in Requirements(definition).ToList())
            {
                section[name] = value!.DeepClone();
            }

            choices.Add(new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { [operation.Name] = section },
                ["required"] = new JsonArray(operation.Name),
                ["additionalProperties"] = false,
            });
        }

        choices.Insert(0, new JsonObject { ["enum"] = new JsonArray([.. OperationCatalog.All.Select(operation => (JsonNode)operation.Name)]) });
        return new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["oneOf"] = choices } };
    }

    private static JsonObject Overrides()
    {
        var value = new JsonObject { ["type"] = new JsonArray("string", "number") };
        var section = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["value"] = value, ["temperature"] = new JsonObject { ["type"] = "string" },
                ["source"] = new JsonObject { ["type"] = "string" }, ["note"] = new JsonObject { ["type"] = "string" },
            },
            ["required"] = new JsonArray("value"),
            ["additionalProperties"] = false,
        };
        return new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["oneOf"] = new JsonArray(value.DeepClone(), section) } };
    }
}
