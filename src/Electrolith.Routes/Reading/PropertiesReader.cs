using System.Collections.Immutable;
using Electrolith.Materials.Library;
using Electrolith.Materials.Documents;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Routes.Reading;

/// <summary>Reads the values that a route puts in place of the library's.</summary>
/// <param name="sources">Sources that a value may name.</param>
/// <param name="bag">Receives the problems.</param>
internal sealed class PropertiesReader(SourceList sources, DiagnosticBag bag)
{
    /// <summary>Reads <c>properties:</c>.</summary>
    /// <param name="field">Definition.</param>
    /// <param name="node">Node.</param>
    /// <param name="path">Dotted path.</param>
    public PropertiesValue? Read(FieldDefinition field, DocumentNode node, string path)
    {
        if (node is not DocumentMap map)
        {
            Add(RouteCodes.WrongShape, node, path, "'properties' is a section of property ids", "for example 'ionic-conductivity: 3 mS/cm' on an indented line");
            return null;
        }

        var overrides = map.Entries.Select(entry => ReadOne(entry.Key, entry.Value, $"{path}.{entry.Key.Text}")).OfType<PropertyOverride>();
        return new PropertiesValue(field, path, node, [.. overrides]);
    }

    private PropertyOverride? ReadOne(DocumentScalar key, DocumentNode node, string path)
    {
        if (!PropertyCatalog.TryGet(key.Text, out var property) || property.IsText)
        {
            var nearest = NearestNames.Find(key.Text, PropertyCatalog.All.Where(item => !item.IsText).Select(item => item.Id));
            Add(RouteCodes.UnknownProperty, key, path, $"unknown property '{key.Text}'",
                nearest.Count > 0 ? $"did you mean {string.Join(", ", nearest)}?" : "electrolith materials show ID lists the properties of a material");
            return null;
        }

        var map = node as DocumentMap;
        var value = map is null ? node : map.TryGet("value", out var inner) ? inner : null;
        foreach (var (extra, _) in map?.Entries.Where(entry => entry.Key.Text is not ("value" or "temperature" or "kind" or "source" or "note")) ?? [])
        {
            Add(RouteCodes.UnknownKey, extra, $"{path}.{extra.Text}", $"unknown field '{extra.Text}'", "a property has: value, temperature, kind, source, note");
        }

        foreach (var (extra, given) in map?.Entries.Where(entry => entry.Key.Text is "temperature" or "kind" or "source" or "note" && entry.Value is not DocumentScalar { IsEmpty: false }) ?? [])
        {
            Add(RouteCodes.WrongShape, given, $"{path}.{extra.Text}", $"'{extra.Text}' takes one value, not {given.Describe}", "write it after the colon, or leave it out");
        }

        if (map is not null && value is null)
        {
            Add(RouteCodes.Missing, node, $"{path}.value", $"'value' is missing: the {property.Name} itself", $"write {{value: {property.Kind!.Example}, ...}}");
            return null;
        }

        if (value is not DocumentScalar scalar)
        {
            Add(RouteCodes.WrongShape, node, path, $"'{key.Text}' takes a quantity, or a section with value, temperature, kind, source and note", $"for example '{key.Text}: {property.Kind!.Example}'");
            return null;
        }

        var source = Scalar(map, "source")?.Text ?? "user";
        if (Scalar(map, "source") is { } place && !sources.TryGet(source, out _))
        {
            var nearest = NearestNames.Find(source, sources.All.Select(entry => entry.Key));
            Add(RouteCodes.UnknownSource, place, $"{path}.source", $"no source '{source}' in the source list", nearest.Count > 0 ? $"did you mean {string.Join(", ", nearest)}?" : "leave it out for your own value");
        }

        var read = ReadValue(property, scalar, source, Scalar(map, "note")?.Text ?? "", path);
        read = read is null || Scalar(map, "kind") is not { } kind ? read : WithKind(read, kind, $"{path}.kind");
        return read is null || Scalar(map, "temperature") is not { } at ? read : WithTemperature(read, at, $"{path}.temperature");
    }

    private PropertyOverride? WithKind(PropertyOverride read, DocumentScalar node, string path)
    {
        if (read.Property.Kinds.Contains(node.Text))
        {
            return read with { Kind = node.Text };
        }

        var nearest = NearestNames.Find(node.Text, read.Property.Kinds, 1);
        Add(RouteCodes.UnknownChoice, node, path, read.Property.Kinds.IsEmpty ? $"'{read.Property.Id}' has no kinds" : $"'{node.Text}' is not one of: {string.Join(", ", read.Property.Kinds)}",
            nearest.Count > 0 ? $"did you mean {nearest[0]}?" : "remove it");
        return null;
    }

    private PropertyOverride? WithTemperature(PropertyOverride read, DocumentScalar node, string path)
    {
        if (QuantityParser.TryParse(node.Text, QuantityKinds.Temperature, out var kelvin, out var problem))
        {
            return read with { TemperatureKelvin = kelvin };
        }

        bag.Add(QuantityDiagnostics.From(problem!, node, path));
        return null;
    }

    private PropertyOverride? ReadValue(PropertyDefinition property, DocumentScalar scalar, string source, string note, string path)
    {
        if (!EstimateReader.TryParse(scalar.Text, property.Kind!, out var estimate, out var money, out var problem))
        {
            bag.Add(QuantityDiagnostics.From(problem!, scalar, path));
            return null;
        }

        if (Math.Min(estimate.Low, estimate.Value) < property.Low || Math.Max(estimate.High, estimate.Value) > property.High)
        {
            Add(RouteCodes.OutOfRange, scalar, path,
                $"'{scalar.Text}' is outside what '{property.Id}' can be ({QuantityPrinter.Format(property.Low, property.Kind!)} to {QuantityPrinter.Format(property.High, property.Kind!)})",
                estimate.Value < 0 && property.Low >= 0 ? "it cannot be negative" : "check the unit");
            return null;
        }

        return new PropertyOverride(property, estimate, source, note, path, scalar) { Money = money };
    }

    private static DocumentScalar? Scalar(DocumentMap? map, string key) =>
        map is not null && map.TryGet(key, out var node) && node is DocumentScalar { IsEmpty: false } scalar ? scalar : null;

    private void Add(string code, DocumentNode node, string path, string message, string hint) =>
        bag.Add(new Diagnostic(code, Severity.Error, node.Source, node.Span, path, message, hint));
}
