using System.Collections.Immutable;
using Electrolith.Materials.Documents;
using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Recipes;

/// <summary>Reads a recipe file to its end; every problem goes to the bag.</summary>
/// <param name="library">Materials.</param>
/// <param name="bag">Receives every problem.</param>
internal sealed class RecipeDocumentReader(MaterialLibrary library, DiagnosticBag bag)
{
    private static readonly string[] Keys = ["recipe", "title", "material", "source", "locator", "note", "powder", "steps", "reported"];

    private static readonly ImmutableArray<OperationParameter> Results =
    [
        OperationParameter.Quantity("relative-density", QuantityKinds.Fraction, 0, 1, "Relative density."),
        OperationParameter.Quantity("grain-size", QuantityKinds.Length, 0, 1, "Grain size."),
        OperationParameter.Quantity("conductivity", QuantityKinds.Conductivity, 0, 1e3, "Total ionic conductivity near room temperature."),
        OperationParameter.Quantity("hydrogen-sulfide", QuantityKinds.GasRelease, 0, 10, "Hydrogen sulfide set free."),
        OperationParameter.Quantity("conductivity-kept", QuantityKinds.Fraction, 0, 1, "Conductivity over that before the last step."),
    ];

    private readonly ImmutableArray<RecipeParameter>.Builder parameters = ImmutableArray.CreateBuilder<RecipeParameter>();
    private readonly ImmutableArray<RecipeStep>.Builder steps = ImmutableArray.CreateBuilder<RecipeStep>();

    /// <summary>Reads the root of a file.</summary>
    /// <param name="root">Root node.</param>
    public RecipeRun? Read(DocumentNode root)
    {
        if (root is not DocumentMap map)
        {
            Add("EL2502", root, "", "a recipe file is a map", "begin with 'recipe: a-name'");
            return null;
        }

        foreach (var entry in map.Entries.Where(entry => !Keys.Contains(entry.Key.Text)))
        {
            Unknown(entry.Key, "", entry.Key.Text, Keys);
        }

        var header = new RecipeHeader(Text(map, "recipe", true), Text(map, "title", false), Text(map, "source", false), Text(map, "locator", false), Text(map, "note", false), Reported(map));
        var material = Material(map);
        ReadPowder(map, material?.Family ?? "");
        if (map.TryGet("steps", out var list) && list is DocumentSequence { Items.Length: > 0 } sequence)
        {
            for (var i = 0; i < sequence.Items.Length; i++)
            {
                ReadStep(sequence.Items[i], $"steps[{i}]", material?.Family ?? "");
            }
        }
        else
        {
            Add("EL2503", list ?? map, "steps", "'steps' is missing: a list of operations", "write each on a line of its own: '- press: {pressure: 400 MPa}'");
        }

        return bag.HasErrors || material is null ? null : new RecipeRun(header, material, parameters.ToImmutable(), steps.ToImmutable());
    }

    private Material? Material(DocumentMap map)
    {
        if (!map.TryGet("material", out var node) || node is not DocumentScalar scalar)
        {
            Add("EL2503", node ?? map, "material", "'material' is missing: an electrolyte of the library", "add for example 'material: llzto'");
            return null;
        }

        if (library.TryGet(scalar.Text, out var material) && material.Role == MaterialRole.Electrolyte)
        {
            return material;
        }

        Unknown(scalar, "material", scalar.Text, library.All.Where(item => item.Role == MaterialRole.Electrolyte).Select(item => item.Id));
        return null;
    }

    private void ReadPowder(DocumentMap map, string family)
    {
        var given = map.TryGet("powder", out var node) ? node as DocumentMap : null;
        if (node is not null && given is null)
        {
            Add("EL2502", node, "powder", "'powder' takes named parameters", "for example 'powder: {particle-size: 2 um}'");
        }

        CheckNames(given, "powder", RecipeFile.Powder);
        foreach (var parameter in RecipeFile.Powder)
        {
            AddNumber("powder", parameter, given, "powder", family, given ?? (DocumentNode)map);
        }
    }

    private void ReadStep(DocumentNode item, string path, string family)
    {
        var (name, value) = item switch
        {
            DocumentScalar scalar => (scalar, null),
            DocumentMap { Entries.Length: 1 } map => (map.Entries[0].Key, map.Entries[0].Value),
            _ => ((DocumentScalar?)null, (DocumentNode?)null),
        };
        if (name is null)
        {
            Add("EL2502", item, path, "each step is one operation with its parameters", "for example '- press: {pressure: 400 MPa}'");
            return;
        }

        var definition = OperationCatalog.All.FirstOrDefault(operation => operation.Name == name.Text);
        if (definition is null)
        {
            Unknown(name, path, name.Text, OperationCatalog.All.Select(operation => operation.Name));
            return;
        }

        if (family.Length > 0 && definition.Refusal(family) is { } refusal)
        {
            Add("EL2505", name, path, $"{family} cannot take '{name.Text}': {refusal}", null);
            return;
        }

        var given = value as DocumentMap;
        if (given is null && value is not (null or DocumentScalar { IsEmpty: true }))
        {
            Add("EL2502", value, path, $"'{name.Text}' takes named parameters", null);
        }

        ReadParameters(definition, given, name, $"{path}.{name.Text}", family);
    }

    private void ReadParameters(OperationDefinition definition, DocumentMap? given, DocumentNode place, string path, string family)
    {
        CheckNames(given, path, definition.Parameters);
        var count = steps.Count(step => step.Definition == definition) + 1;
        var prefix = count == 1 ? definition.Name : $"{definition.Name}{count}";
        var slots = new int[definition.Parameters.Length];
        var choices = new double[slots.Length];
        var materials = new Constituent?[slots.Length];
        Array.Fill(slots, -1);
        Array.Fill(choices, double.NaN);
        for (var i = 0; i < slots.Length; i++)
        {
            var parameter = definition.Parameters[i];
            if (parameter.Kind is not null)
            {
                slots[i] = AddNumber(prefix, parameter, given, path, family, place);
                continue;
            }

            var text = given is not null && given.TryGet(parameter.Name, out var node) ? node as DocumentScalar : null;
            if (text is null)
            {
                Missing(parameter, place, path);
            }
            else if (parameter.IsMaterial)
            {
                materials[i] = Constituent(text, $"{path}.{parameter.Name}");
            }
            else if (parameter.Choices.IndexOf(text.Text) is var index and >= 0)
            {
                choices[i] = index;
            }
            else
            {
                Unknown(text, $"{path}.{parameter.Name}", text.Text, parameter.Choices);
            }
        }

        steps.Add(new RecipeStep(definition, slots, choices, materials));
    }

    private int AddNumber(string prefix, OperationParameter parameter, DocumentMap? given, string path, string family, DocumentNode place)
    {
        if (given is not null && given.TryGet(parameter.Name, out var node))
        {
            if (Quantity(node, parameter, $"{path}.{parameter.Name}", $"{prefix}.{parameter.Name}", family) is not { } estimate)
            {
                return -1;
            }

            parameters.Add(new RecipeParameter($"{prefix}.{parameter.Name}", parameter, estimate.Value, estimate.Low, estimate.High, ValueStatus.UserGiven, "user", true) { Spread = estimate.Spread });
            return parameters.Count - 1;
        }

        if (parameter.Default(family) is not { } usual || !QuantityParser.TryParseEstimate(usual.Text, parameter.Kind!, out var value, out _))
        {
            Missing(parameter, place, path);
            return -1;
        }

        parameters.Add(new RecipeParameter($"{prefix}.{parameter.Name}", parameter, value.Value, value.Low, value.High, usual.Status, usual.Source, false) { Spread = value.Spread });
        return parameters.Count - 1;
    }

    private Estimate? Quantity(DocumentNode node, OperationParameter parameter, string path, string name, string family)
    {
        if (node is not DocumentScalar scalar)
        {
            Add("EL2502", node, path, "a quantity is expected", $"for example '{parameter.Kind!.Example}'");
            return null;
        }

        if (!QuantityParser.TryParseEstimate(scalar.Text, parameter.Kind!, out var estimate, out var problem))
        {
            Add(problem!.Code, node, path, problem.Message, problem.Hint);
            return null;
        }

        if (StepReasons.Of(name, parameter, family, estimate.Value) is { } reason)
        {
            Add("EL2506", node, path, reason, null);
            return null;
        }

        return estimate;
    }

    private ImmutableArray<ReportedValue> Reported(DocumentMap root)
    {
        if (!root.TryGet("reported", out var node) || node is not DocumentMap map)
        {
            return [];
        }

        CheckNames(map, "reported", Results);
        return [.. from result in Results where map.TryGet(result.Name, out _) let estimate = Quantity(Value(map, result.Name), result, $"reported.{result.Name}", result.Name, "") where estimate is not null select new ReportedValue(result.Name, estimate.Value)];
    }

    private static DocumentNode Value(DocumentMap map, string name) => map.TryGet(name, out var node) ? node : map;

    private Constituent? Constituent(DocumentScalar text, string path)
    {
        if (library.TryGet(text.Text, out var material) && material.Recommended("ionic-conductivity") is { } conductivity && material.Recommended("density") is { } density)
        {
            return new Constituent(material.Id, material.Family, conductivity.Value, density.Value);
        }

        Unknown(text, path, text.Text, library.All.Where(item => item.Role == MaterialRole.Electrolyte).Select(item => item.Id));
        return null;
    }

    private void CheckNames(DocumentMap? map, string path, ImmutableArray<OperationParameter> known)
    {
        foreach (var entry in map?.Entries ?? [])
        {
            if (known.All(parameter => parameter.Name != entry.Key.Text))
            {
                Unknown(entry.Key, path, entry.Key.Text, known.Select(parameter => parameter.Name));
            }
        }
    }

    private void Missing(OperationParameter parameter, DocumentNode place, string path)
    {
        if (parameter.IsRequired)
        {
            Add("EL2503", place, $"{path}.{parameter.Name}", $"'{parameter.Name}' is missing: {parameter.Documentation.TrimEnd('.')}", parameter.Kind is { } kind ? $"for example '{parameter.Name}: {kind.Example}'" : null);
        }
    }

    private string Text(DocumentMap map, string key, bool required)
    {
        if (map.TryGet(key, out var node) && node is DocumentScalar { IsEmpty: false } scalar)
        {
            return scalar.Text;
        }

        if (required)
        {
            Add("EL2503", node ?? map, key, $"'{key}' is missing", $"add '{key}: a-name'");
        }

        return "";
    }

    private void Unknown(DocumentScalar node, string path, string wrong, IEnumerable<string> known)
    {
        var names = known.ToArray();
        var nearest = NearestNames.Find(wrong, names);
        Add("EL2504", node, path, $"unknown '{wrong}'", nearest.Count > 0 ? $"did you mean {string.Join(", ", nearest)}?" : $"known: {string.Join(", ", names.Take(20))}");
    }

    private void Add(string code, DocumentNode node, string path, string message, string? hint) =>
        bag.Add(new Diagnostic(code, Severity.Error, node.Source, node.Span, path, message, hint));
}
