using System.Text.Json;
using Electrolith.Materials.Library;
using Electrolith.Quantities;

namespace Electrolith.Cli.Output;

/// <summary>Prints materials.</summary>
internal static class MaterialText
{
    /// <summary>A role as written in data files.</summary>
    /// <param name="role">The role.</param>
    public static string Role(MaterialRole role) => MaterialNames.NameOf(role);

    /// <summary>A status as written in data files.</summary>
    /// <param name="status">The status.</param>
    public static string Status(ValueStatus status) => status == ValueStatus.UserGiven ? "user" : status.ToString().ToLowerInvariant();

    /// <summary>A list of materials.</summary>
    /// <param name="materials">The materials.</param>
    /// <param name="json">JSON instead of a table.</param>
    /// <param name="output">Where to.</param>
    public static void WriteList(IReadOnlyList<Material> materials, bool json, TextWriter output)
    {
        if (json)
        {
            JsonOutput.Write(output, writer =>
            {
                writer.WriteStartArray("materials");
                foreach (var material in materials)
                {
                    writer.WriteStartObject();
                    WriteHead(writer, material);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            });
            return;
        }

        if (materials.Count == 0)
        {
            output.WriteLine("no material found");
            return;
        }

        var table = new TextTable("id", "role", "family", "name");
        foreach (var material in materials)
        {
            table.Add(material.Id, Role(material.Role), material.Family, material.Name);
        }

        output.Write(table);
        output.WriteLine(materials.Count == 1 ? "1 material" : $"{materials.Count} materials");
    }

    /// <summary>One material with its values.</summary>
    /// <param name="material">The material.</param>
    /// <param name="property">Only this property; null for all.</param>
    /// <param name="json">JSON instead of text.</param>
    /// <param name="output">Where to.</param>
    public static void WriteOne(Material material, string? property, bool json, TextWriter output)
    {
        var values = material.Values.Where(value => property is null || value.Property.Id == property).ToList();
        if (json)
        {
            JsonOutput.Write(output, writer => WriteJson(writer, material, values));
            return;
        }

        output.WriteLine($"{material.Id}: {material.Name}");
        output.WriteParagraph($"{Role(material.Role)}, {material.Family}{(material.Formula.Length > 0 ? $", {material.Formula}" : "")}{(material.Aliases.Length > 0 ? $"; also {string.Join(", ", material.Aliases)}" : "")}");
        if (material.Note.Length > 0)
        {
            output.WriteParagraph(material.Note);
        }

        output.WriteLine();
        output.Write(ValueTable(values));
        output.WriteLine("* recommended: what a route uses. Sources: electrolith data show KEY");
    }

    /// <summary>The values under a heading for each property; the mark of recommended values stands in a column of its own.</summary>
    private static TextTable ValueTable(List<PropertyValue> values)
    {
        var table = new TextTable("", "value", "kind", "at", "status", "source");
        var heading = "";
        foreach (var value in values)
        {
            if (value.Property.Id != heading)
            {
                heading = value.Property.Id;
                table.AddHeading(heading);
            }

            if (value.Property.IsText)
            {
                table.AddText($"{value.Text} ({Status(value.Status)}, {value.SourceKey})");
                continue;
            }

            table.Add(value.IsRecommended ? "  *" : "", Printed(value), value.Kind.Length > 0 ? value.Kind : value.Condition, At(value), Status(value.Status), value.SourceKey);
        }

        return table;
    }

    /// <summary>Value with unit and bound.</summary>
    /// <param name="value">The value.</param>
    public static string Printed(PropertyValue value)
    {
        var bound = value.Bound switch { ValueBound.Upper => "<", ValueBound.Lower => ">", _ => "" };
        return value.Property.IsText ? value.Text : $"{bound}{value.PrintedValue.TrimStart('<', '>')} {value.PrintedUnit}".TrimEnd();
    }

    /// <summary>Temperature of a value.</summary>
    /// <param name="value">The value.</param>
    public static string At(PropertyValue value) => value.TemperatureKelvin is { } kelvin ? QuantityPrinter.Format(kelvin, QuantityKinds.Temperature) : "";

    private static void WriteHead(Utf8JsonWriter writer, Material material)
    {
        writer.WriteString("id", material.Id);
        writer.WriteString("name", material.Name);
        writer.WriteString("role", Role(material.Role));
        writer.WriteString("family", material.Family);
        writer.WriteText("formula", material.Formula);
    }

    private static void WriteJson(Utf8JsonWriter writer, Material material, List<PropertyValue> values)
    {
        WriteHead(writer, material);
        writer.WriteText("note", material.Note);
        writer.WriteStartArray("values");
        foreach (var value in values)
        {
            writer.WriteStartObject();
            WriteValue(writer, value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Members of one value.</summary>
    /// <param name="writer">Writer, inside an object.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter writer, PropertyValue value)
    {
        writer.WriteString("property", value.Property.Id);
        if (value.Property.IsText)
        {
            writer.WriteString("text", value.Text);
        }
        else
        {
            writer.WriteQuantity("quantity", value.ToEstimate(), value.Property.Kind!);
            writer.WriteText("bound", value.Bound == ValueBound.None ? null : value.Bound.ToString().ToLowerInvariant());
            writer.WriteString("printed", $"{value.PrintedValue} {value.PrintedUnit}".TrimEnd());
        }

        writer.WriteText("kind", value.Kind);
        writer.WriteText("temperature", At(value));
        writer.WriteText("condition", value.Condition);
        writer.WriteString("status", Status(value.Status));
        writer.WriteString("source", value.SourceKey);
        writer.WriteText("locator", value.Locator);
        writer.WriteBoolean("recommended", value.IsRecommended);
        writer.WriteText("note", value.Note);
    }
}
