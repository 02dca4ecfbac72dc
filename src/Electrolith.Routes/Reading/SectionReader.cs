using System.Collections.Immutable;
using Electrolith.Materials.Library;
using Electrolith.Materials.Documents;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Routes.Reading;

/// <summary>Reads a section of a route file by its definition; every problem goes to the bag, every good value is kept.</summary>
internal sealed class SectionReader(MaterialLibrary library, DiagnosticBag bag)
{
    private readonly FieldReader fields = new(library, bag);

    /// <summary>Reads one section.</summary>
    /// <param name="definition">Its definition.</param>
    /// <param name="node">Its node.</param>
    /// <param name="path">Dotted path of the section; empty for the root.</param>
    public SectionValue Read(FieldDefinition definition, DocumentMap node, string path)
    {
        var values = ImmutableDictionary.CreateBuilder<string, RouteValue>(StringComparer.Ordinal);
        foreach (var (key, value) in node.Entries)
        {
            var field = definition.Fields.FirstOrDefault(item => item.Name == key.Text);
            var below = Join(path, key.Text);
            if (field is null)
            {
                UnknownKey(definition, key, path);
            }
            else if (ReadField(field, value, below) is { } read)
            {
                values[field.Name] = read;
            }
        }

        foreach (var field in definition.Fields.Where(item => item.IsRequired && IsAbsent(definition, node, item.Name)))
        {
            var place = path.Length == 0 ? new SourceSpan(0, 0, 0) : node.Span;
            bag.Add(new Diagnostic(RouteCodes.Missing, Severity.Error, node.Source, place, Join(path, field.Name), MissingText(field), MissingHint(field)));
        }

        return new SectionValue(definition, path, node, values.ToImmutable());
    }

    /// <summary>
    /// True when a field is really missing: neither given, nor probably meant by a misspelt key, nor perhaps in an included
    /// file that could not be read. Those faults have their own message.
    /// </summary>
    /// <param name="definition">Definition of the section.</param>
    /// <param name="node">The section.</param>
    /// <param name="name">Name of the field.</param>
    public bool IsAbsent(FieldDefinition definition, DocumentMap node, string name) =>
        !node.TryGet(name, out _)
        && !node.Entries.Any(entry => definition.Fields.All(field => field.Name != entry.Key.Text)
            && NearestNames.Find(entry.Key.Text, definition.Fields.Select(field => field.Name), 1).Contains(name))
        && !bag.ToSorted().Any(item => item.Code is RouteCodes.IncludeNotFound or RouteCodes.CircularInclude);

    private static string MissingText(FieldDefinition field)
    {
        var what = field.Documentation.TrimEnd('.');
        return $"'{field.Name}' is missing: {(what.Length > 1 && char.IsLower(what[1]) ? char.ToLowerInvariant(what[0]) + what[1..] : what)}";
    }

    private static string MissingHint(FieldDefinition field)
    {
        if (field.Type == FieldType.Section)
        {
            var first = field.Fields.First(item => item.IsRequired);
            return $"add '{field.Name}:' with '{first.Name}: {first.Example}' on an indented line below";
        }

        var example = field.Example.Length > 0 ? field.Example : field.Kind?.Example ?? "...";
        return $"add for example '{field.Name}: {example}'";
    }

    private RouteValue? ReadField(FieldDefinition field, DocumentNode value, string path)
    {
        if (field.Type != FieldType.Section)
        {
            return fields.Read(field, value, path);
        }

        if (value is DocumentMap map)
        {
            return Read(field, map, path);
        }

        var first = field.Fields[0];
        bag.Add(new Diagnostic(RouteCodes.WrongShape, Severity.Error, value.Source, value.Span, path,
            $"'{field.Name}' is a section with its own fields ({string.Join(", ", field.Fields.Take(4).Select(item => item.Name))}{(field.Fields.Length > 4 ? ", ..." : "")})",
            $"put '{first.Name}: {(first.Example.Length > 0 ? first.Example : first.Default ?? "...")}' on an indented line of its own"));
        return null;
    }

    private void UnknownKey(FieldDefinition definition, DocumentScalar key, string path)
    {
        var nearest = NearestNames.Find(key.Text, definition.Fields.Select(item => item.Name));
        var elsewhere = RouteFields.Walk(RouteFields.Root).Where(item => item.Field.Name == key.Text).Select(item => item.Path).ToList();
        var hint = nearest.Count > 0 ? $"did you mean {string.Join(", ", nearest)}?"
            : elsewhere.Count > 0 ? $"move it to {string.Join(" or ", elsewhere.Take(3))}"
            : $"{(path.Length == 0 ? "a route" : path)} has: {string.Join(", ", definition.Fields.Select(item => item.Name))}";
        bag.Add(new Diagnostic(RouteCodes.UnknownKey, Severity.Error, key.Source, key.Span, Join(path, key.Text),
            $"unknown field '{key.Text}'{(path.Length == 0 ? "" : $" in {path}")}", hint));
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
