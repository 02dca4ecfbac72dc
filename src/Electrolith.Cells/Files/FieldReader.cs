using Electrolith.Materials.Documents;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cells.Files;

/// <summary>Reads the fields of one map of a cell file, and says what is missing, misspelt or of the wrong kind.</summary>
internal sealed class FieldReader(DocumentMap map, string path, DiagnosticBag bag)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public DocumentMap Map => map;

    public string Path(string field) => path.Length == 0 ? field : $"{path}.{field}";

    /// <summary>A quantity in SI units; the fallback when it is left out and one is given, a problem otherwise.</summary>
    public double Quantity(string field, QuantityKind kind, double? fallback = null, double low = double.NegativeInfinity, double high = double.PositiveInfinity)
    {
        known.Add(field);
        if (!map.TryGet(field, out var node) || node is DocumentScalar { IsEmpty: true })
        {
            if (fallback is null)
            {
                Problem("EL2302", map.Span, field, $"{Path(field)} is missing; a {kind.Name} is expected", $"for example {field}: {kind.Example}");
            }

            return fallback ?? 1;
        }

        if (node is not DocumentScalar scalar)
        {
            Problem("EL2303", node.Span, field, $"a {kind.Name} is expected, not {node.Describe}", $"for example {kind.Example}");
            return fallback ?? 1;
        }

        if (!QuantityParser.TryParse(scalar.Text, kind, out var value, out var problem))
        {
            Problem(problem!.Code, new SourceSpan(node.Span.Line, node.Span.Column + problem.Offset, Math.Max(1, problem.Length)), field, problem.Message, problem.Hint);
            return fallback ?? 1;
        }

        if (!(value >= low && value <= high))
        {
            Problem("EL2304", node.Span, field, $"{scalar.Text} is outside {QuantityPrinter.Format(low, kind)} to {QuantityPrinter.Format(high, kind)}", null);
        }

        return value;
    }

    /// <summary>Whether a field is there.</summary>
    public bool Has(string field) => map.TryGet(field, out var node) && node is not DocumentScalar { IsEmpty: true };

    /// <summary>A text; null when it is left out.</summary>
    public DocumentScalar? Text(string field)
    {
        known.Add(field);
        if (!map.TryGet(field, out var node))
        {
            return null;
        }

        if (node is not DocumentScalar scalar)
        {
            Problem("EL2303", node.Span, field, $"a text is expected, not {node.Describe}", null);
            return null;
        }

        return scalar;
    }

    /// <summary>A whole number.</summary>
    public int Count(string field, int fallback, int low, int high)
    {
        if (Text(field) is not { } scalar)
        {
            return fallback;
        }

        if (int.TryParse(scalar.Text, out var value) && value >= low && value <= high)
        {
            return value;
        }

        Problem("EL2304", scalar.Span, field, $"{scalar.Text}: a whole number from {low} to {high} is expected", null);
        return fallback;
    }

    /// <summary>A map or a list.</summary>
    public DocumentNode? Node(string field)
    {
        known.Add(field);
        return map.TryGet(field, out var node) ? node : null;
    }

    /// <summary>A map below this one; a problem when it must be there and is not.</summary>
    public FieldReader? Section(string field, bool isRequired)
    {
        switch (Node(field))
        {
            case DocumentMap section:
                return new FieldReader(section, Path(field), bag);
            case null when !isRequired:
                return null;
            case null:
                Problem("EL2302", map.Span, field, $"{Path(field)} is missing", null);
                return null;
            case { } other:
                Problem("EL2303", other.Span, field, $"a map is expected, not {other.Describe}", null);
                return null;
        }
    }

    /// <summary>A reader of a map that stands in a list below this one.</summary>
    public FieldReader Nested(DocumentMap below, string name) => new(below, Path(name), bag);

    /// <summary>Reports fields that nothing asked for.</summary>
    public void Close()
    {
        foreach (var (key, _) in map.Entries)
        {
            if (!known.Contains(key.Text))
            {
                var near = NearestNames.Find(key.Text, known);
                Problem("EL2301", key.Span, key.Text, $"{Path(key.Text)} is not known here", near.Count > 0 ? $"did you mean {string.Join(", ", near)}?" : $"known: {string.Join(", ", known.Order(StringComparer.Ordinal))}");
            }
        }
    }

    /// <summary>Notes a problem.</summary>
    public void Problem(string code, SourceSpan span, string field, string message, string? hint) => bag.Add(new Diagnostic(code, Severity.Error, map.Source, span, Path(field), message, hint));
}
