using System.Text;
using Electrolith.Processing;
using Electrolith.Routes.Reading;

namespace Electrolith.Routes.Writing;

/// <summary>Writes an annotated route file: what is needed is filled in, everything else is there as a comment with its default.</summary>
public static class TemplateWriter
{
    private const int CommentColumn = 38;
    private const string FilledFamily = "argyrodite";

    private static readonly Dictionary<string, string> Filled = new(StringComparer.Ordinal)
    {
        ["format"] = RouteFields.FormatName,
        ["name"] = "Li6PS5Cl with NMC811 and lithium",
        ["application"] = "ev-premium",
        ["separator.material"] = "li6ps5cl",
        ["separator.thickness"] = "30 um",
        ["cathode.active"] = "nmc811",
        ["cathode.loading"] = "4 mAh/cm2",
        ["cathode.composition.active"] = "80 %",
        ["cathode.composition.electrolyte"] = "17 %",
        ["cathode.composition.carbon"] = "1 %",
        ["cathode.composition.binder"] = "2 %",
        ["cathode.coating.material"] = "linbo3",
        ["cathode.coating.thickness"] = "10 nm",
        ["anode.material"] = "lithium",
        ["anode.excess"] = "20 um",
    };

    /// <summary>The text of the file.</summary>
    public static string Write()
    {
        var text = new StringBuilder();
        text.Append("# A route: an electrolyte, how it is made, its interfaces, the cell, the factory, the application.\n");
        text.Append("# Quantities need their unit; a spread is written 30 +/- 2 um, 25..35 um, 1e-4..1e-3 S/cm (log) or 5 (2..15) %.\n");
        text.Append("# Lines that start with '#' show a default; remove the '#' to change it.\n");
        text.Append("# Evaluate it with: electrolith evaluate FILE --report report.html\n");
        Append(text, RouteFields.Root, "", 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, FieldDefinition section, string path, int depth)
    {
        foreach (var field in section.Fields)
        {
            var below = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            var indent = new string(' ', 2 * depth);
            switch (field.Type)
            {
                case FieldType.Section:
                    AppendSection(text, field, below, depth, indent);
                    break;
                case FieldType.Recipe:
                    AppendRecipe(text, field, indent);
                    break;
                case FieldType.Properties:
                    Line(text, $"{indent}# {field.Name}: {{{Override(path)}}}", "");
                    break;
                default:
                    var isFilled = Filled.TryGetValue(below, out var value);
                    Line(text, $"{indent}{(isFilled ? "" : "# ")}{field.Name}: {value ?? field.Default ?? (field.Example.Length > 0 ? field.Example : "...")}", field.Documentation);
                    break;
            }
        }
    }

    private static string Override(string section) => section switch
    {
        "cathode" => "practical-specific-capacity: 200 mAh/g",
        "anode" => "price: 100 USD(2024)/kg",
        _ => "ionic-conductivity: {value: 3 mS/cm, temperature: 25 degC}",
    };

    private static void AppendSection(StringBuilder text, FieldDefinition field, string path, int depth, string indent)
    {
        var isUsed = Filled.Keys.Any(key => key.StartsWith(path + ".", StringComparison.Ordinal));
        if (depth == 0)
        {
            text.Append('\n');
        }

        Line(text, $"{indent}{(isUsed ? "" : "# ")}{field.Name}:", field.Documentation);
        Append(text, field, path, depth + 1);
    }

    private static void AppendRecipe(StringBuilder text, FieldDefinition field, string indent)
    {
        Line(text, $"{indent}# recipe:", field.Documentation);
        foreach (var operation in OperationCatalog.All.Where(operation => operation.Refusal(FilledFamily) is null))
        {
            Line(text, $"{indent}#   # {operation.Summary}:", "");
            Line(text, $"{indent}#   - {operation.Name}: {{{string.Join(", ", operation.Parameters.Select(parameter => $"{parameter.Name}: {Usual(parameter)}"))}}}", "");
        }
    }

    private static string Usual(OperationParameter parameter) =>
        parameter.Default(FilledFamily)?.Text
        ?? (parameter.Choices.Length > 0 ? parameter.Choices[0] : parameter.IsMaterial ? "llzto" : parameter.Kind!.Example);

    /// <summary>One line with its comment in a common column, or above it when the line is long.</summary>
    private static void Line(StringBuilder text, string line, string comment)
    {
        if (comment.Length == 0)
        {
            text.Append(line).Append('\n');
        }
        else
        {
            text.Append(line.PadRight(CommentColumn)).Append(line.Length >= CommentColumn ? "  # " : "# ").Append(comment.TrimEnd('.')).Append('\n');
        }
    }
}
