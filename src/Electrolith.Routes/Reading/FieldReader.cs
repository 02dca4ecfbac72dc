using System.Collections.Immutable;
using Electrolith.Materials.Library;
using Electrolith.Materials.Documents;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Routes.Reading;

/// <summary>Reads one value by its type.</summary>
internal sealed class FieldReader(MaterialLibrary library, DiagnosticBag bag)
{
    /// <summary>Reads a value that is not a section; null when it was faulty.</summary>
    /// <param name="field">Definition.</param>
    /// <param name="node">Node.</param>
    /// <param name="path">Dotted path.</param>
    public RouteValue? Read(FieldDefinition field, DocumentNode node, string path) => field.Type switch
    {
        FieldType.Recipe => new RecipeReader(library, bag).Read(field, node, path),
        FieldType.Properties => new PropertiesReader(library.Sources, bag).Read(field, node, path),
        _ when node is DocumentScalar { IsEmpty: true } && IsReported(node) => null,
        _ when node is DocumentScalar { IsEmpty: true } => WrongShape(node, path, $"'{field.Name}' is empty", field.Example.Length > 0 ? $"for example '{field.Name}: {field.Example}', or remove the line" : "give a value, or remove the line"),
        FieldType.Sources or FieldType.Files => ReadList(field, node, path),
        _ when node is not DocumentScalar => WrongShape(node, path, $"'{field.Name}' takes one value, not {node.Describe}", ExampleHint(field)),
        FieldType.Quantity => ReadQuantity(field, (DocumentScalar)node, path),
        FieldType.Material => ReadMaterial(field, (DocumentScalar)node, path),
        FieldType.Choice => ReadChoice(field, (DocumentScalar)node, path),
        _ => ReadText(field, (DocumentScalar)node, path),
    };

    private QuantityValue? ReadQuantity(FieldDefinition field, DocumentScalar node, string path)
    {
        var kind = field.Kind!;
        if (!EstimateReader.TryParse(node.Text, kind, out var estimate, out var money, out var problem))
        {
            bag.Add(QuantityDiagnostics.From(problem!, node, path));
            return null;
        }

        var low = Math.Min(estimate.Low, estimate.Value);
        var high = Math.Max(estimate.High, estimate.Value);
        if (low < field.Low || high > field.High || (field.LowIsExcluded && low <= field.Low))
        {
            bag.Add(new Diagnostic(RouteCodes.OutOfRange, Severity.Error, node.Source, node.Span, path,
                $"'{node.Text}' is outside what '{field.Name}' can be ({RangeText(field)})", RangeHint(field, estimate, node.Text)));
            return null;
        }

        return new QuantityValue(field, path, node, estimate) { Money = money };
    }

    private MaterialValue? ReadMaterial(FieldDefinition field, DocumentScalar node, string path)
    {
        if (!library.TryGet(node.Text, out var material))
        {
            var candidates = library.All.Where(item => field.Roles.IsEmpty || field.Roles.Contains(item.Role)).ToList();
            var nearest = NearestNames.Find(node.Text, candidates.SelectMany(item => item.Aliases.Prepend(item.Id)));
            bag.Add(new Diagnostic(RouteCodes.UnknownMaterial, Severity.Error, node.Source, node.Span, path,
                $"no material '{node.Text}' in the library",
                nearest.Count > 0 ? $"did you mean {string.Join(", ", nearest)}?" : $"known here: {string.Join(", ", candidates.Take(8).Select(item => item.Id))}, ... (electrolith materials list)"));
            return null;
        }

        if (!field.Roles.IsEmpty && !field.Roles.Contains(material.Role))
        {
            bag.Add(new Diagnostic(RouteCodes.WrongRole, Severity.Error, node.Source, node.Span, path,
                $"'{material.Id}' is {RoleText.WithArticle(material.Role)} and cannot be used here; expected {string.Join(" or ", field.Roles.Select(RoleText.WithArticle))}",
                $"for example {string.Join(", ", library.All.Where(item => field.Roles.Contains(item.Role)).Take(3).Select(item => item.Id))}"));
            return null;
        }

        return new MaterialValue(field, path, node, material);
    }

    private TextValue? ReadChoice(FieldDefinition field, DocumentScalar node, string path)
    {
        if (field.Choices.Contains(node.Text))
        {
            return new TextValue(field, path, node, node.Text);
        }

        var nearest = NearestNames.Find(node.Text, field.Choices);
        bag.Add(new Diagnostic(RouteCodes.UnknownChoice, Severity.Error, node.Source, node.Span, path,
            $"'{node.Text}' is not one of: {string.Join(", ", field.Choices)}", nearest.Count > 0 ? $"did you mean {nearest[0]}?" : null));
        return null;
    }

    private RouteValue? ReadText(FieldDefinition field, DocumentScalar node, string path) =>
        string.IsNullOrWhiteSpace(node.Text)
            ? WrongShape(node, path, $"'{field.Name}' is empty", field.Example.Length > 0 ? $"for example '{field.Name}: {field.Example}'" : null)
            : new TextValue(field, path, node, node.Text);

    private RouteValue? ReadList(FieldDefinition field, DocumentNode node, string path)
    {
        var items = node switch
        {
            DocumentScalar one => [one],
            DocumentSequence many when many.Items.All(item => item is DocumentScalar) => many.Items.Cast<DocumentScalar>().ToList(),
            _ => null,
        };
        if (items is null)
        {
            return WrongShape(node, path, $"'{field.Name}' is a list of {(field.Type == FieldType.Files ? "file paths" : "source keys")}",
                $"write '{field.Name}: [{(field.Type == FieldType.Files ? "first.yaml, second.yaml" : "kraft2017, lacey2021")}]'");
        }

        foreach (var item in items.Where(item => field.Type == FieldType.Sources && !library.Sources.TryGet(item.Text, out _)))
        {
            var nearest = NearestNames.Find(item.Text, library.Sources.All.Select(entry => entry.Key));
            bag.Add(new Diagnostic(RouteCodes.UnknownSource, Severity.Error, item.Source, item.Span, path,
                $"no source '{item.Text}' in the source list", nearest.Count > 0 ? $"did you mean {string.Join(", ", nearest)}?" : "source keys are in data/sources"));
        }

        return new TextListValue(field, path, node, [.. items.Select(item => item.Text)]);
    }

    private RouteValue? WrongShape(DocumentNode node, string path, string message, string? hint)
    {
        bag.Add(new Diagnostic(RouteCodes.WrongShape, Severity.Error, node.Source, node.Span, path, message, hint));
        return null;
    }

    private static string RangeText(FieldDefinition field)
    {
        var (from, to) = field.LowIsExcluded ? ("above ", ", up to ") : ("from ", " to ");
        return double.IsInfinity(field.High)
            ? from + Print(field, field.Low)
            : double.IsInfinity(field.Low) ? "up to " + Print(field, field.High) : $"{from}{Print(field, field.Low)}{to}{Print(field, field.High)}";
    }

    private static string RangeHint(FieldDefinition field, Estimate estimate, string text)
    {
        var low = Math.Min(estimate.Low, estimate.Value);
        if (estimate.Value >= field.Low && low < field.Low)
        {
            return $"the spread reaches down to {Print(field, low)}; make it smaller, or give both ends: low..high";
        }

        if (low < 0 && field.Low >= 0)
        {
            return "it cannot be negative";
        }

        return field.Kind!.DisplayUnit == "%" && field.High <= 1 && estimate.Value is > 1 and <= 100 && !text.Contains('%', StringComparison.Ordinal) ? $"did you mean {text} %?"
            : field.Example.Length > 0 ? $"a usual value is {field.Example}"
            : field.Default is { } usual ? $"the default is {usual}" : "check the unit";
    }

    private static string? ExampleHint(FieldDefinition field)
    {
        var example = field.Example.Length > 0 ? field.Example : field.Default ?? field.Kind?.Example;
        return example is null ? null : $"for example '{field.Name}: {example}'";
    }

    /// <summary>True when the file has an error here already, such as an alias of nothing.</summary>
    private bool IsReported(DocumentNode node) =>
        bag.ToSorted().Any(item => item.Severity == Severity.Error && ReferenceEquals(item.Source, node.Source) && item.Span == node.Span);

    private static string Print(FieldDefinition field, double value) => QuantityPrinter.Format(value, field.Kind!);
}
