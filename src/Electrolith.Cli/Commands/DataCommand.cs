using System.CommandLine;
using Electrolith.Cli.Output;
using Electrolith.Industry.Scenarios;
using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cli.Commands;

/// <summary><c>data show ID</c>: a source, a property, a material or an application.</summary>
internal static class DataCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var id = new Argument<string>("ID") { Description = "Source key, property, material or application" };
        var (json, folders) = (CommonOptions.Json(), CommonOptions.Library());
        var show = new Command("show", "Show what stands behind an id") { id, json, folders };
        examples[show] = ["electrolith data show kraft2017", "electrolith data show ionic-conductivity", "electrolith data show ev-premium"];
        show.SetAction(result => Show(result.GetValue(id)!, result.GetValue(folders)!, result.GetValue(json), result.InvocationConfiguration.Output, result.InvocationConfiguration.Error));
        var command = new Command("data", "The data behind the library") { show };
        examples[command] = examples[show];
        return command;
    }

    private static int Show(string id, string[] folders, bool json, TextWriter output, TextWriter error)
    {
        if (LibraryLoading.Open(folders, error) is not { } library)
        {
            return ExitCodes.BadInput;
        }

        if (library.Sources.TryGet(id, out _))
        {
            ShowSource(id, library, json, output);
        }
        else if (PropertyCatalog.TryGet(id, out var property))
        {
            ShowProperty(property, library, json, output);
        }
        else if (ScenarioLibrary.Default.TryGet(id, out var scenario))
        {
            ScenarioText.Write(scenario, json, output);
        }
        else if (library.TryGet(id, out var material))
        {
            MaterialText.WriteOne(material, null, json, output);
        }
        else
        {
            var known = library.Sources.All.Select(entry => entry.Key).Concat(PropertyCatalog.All.Select(item => item.Id))
                .Concat(ScenarioLibrary.Default.All.Select(item => item.Id)).Concat(library.All.Select(item => item.Id));
            var nearest = NearestNames.Find(id, known);
            error.WriteParagraph($"nothing is called '{id}'{(nearest.Count > 0 ? $"; did you mean {string.Join(", ", nearest)}?" : "; a source key, a property, a material or an application is expected")}");
            return ExitCodes.BadInput;
        }

        return ExitCodes.Success;
    }

    private static void ShowSource(string key, MaterialLibrary library, bool json, TextWriter output)
    {
        var used = library.All.SelectMany(material => material.Values).Where(value => value.SourceKey == key)
            .ToLookup(value => value.SourceKey, value => $"{value.MaterialId} {value.Property.Id}{(value.Property.IsText ? "" : $" {value.PrintedValue} {value.PrintedUnit}".TrimEnd())}", StringComparer.Ordinal);
        CitationText.WriteMany([key], library.Sources, used, json, output);
    }

    private static void ShowProperty(PropertyDefinition property, MaterialLibrary library, bool json, TextWriter output)
    {
        var values = library.All.SelectMany(material => material.ValuesOf(property.Id)).ToList();
        if (json)
        {
            JsonOutput.Write(output, writer =>
            {
                writer.WriteString("property", property.Id);
                writer.WriteString("name", property.Name);
                writer.WriteString("kind", property.IsText ? "text" : property.Kind.Id);
                writer.WriteStartArray("values");
                foreach (var value in values)
                {
                    writer.WriteStartObject();
                    writer.WriteString("material", value.MaterialId);
                    MaterialText.WriteValue(writer, value);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            });
            return;
        }

        output.WriteLine(property.IsText ? $"{property.Id}: {property.Name}"
            : $"{property.Id}: {property.Name}, {QuantityPrinter.Format(property.Low, property.Kind)} to {QuantityPrinter.Format(property.High, property.Kind)}");
        output.WriteLine();
        var table = new TextTable("material", "value", "kind", "at", "status", "source");
        values.ForEach(value => table.Add((value.IsRecommended ? "* " : "  ") + value.MaterialId, MaterialText.Printed(value), value.Kind, MaterialText.At(value), MaterialText.Status(value.Status), value.SourceKey));
        output.Write(table);
        output.WriteLine("* recommended: what a route uses");
    }
}
