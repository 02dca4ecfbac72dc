using System.CommandLine;
using Electrolith.Cli.Output;
using Electrolith.Materials.Library;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cli.Commands;

/// <summary><c>materials list|show|search</c>: what the library knows.</summary>
internal static class MaterialsCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var command = new Command("materials", "The material library: every value with source and status") { BuildList(examples), BuildShow(examples), BuildSearch(examples) };
        examples[command] = ["electrolith materials list --role electrolyte", "electrolith materials show li6ps5cl"];
        return command;
    }

    private static Command BuildList(Dictionary<Command, string[]> examples)
    {
        var role = new Option<string?>("--role") { Description = "Only materials of this role (electrolyte, cathode, anode, coating, ...)", HelpName = "ROLE" };
        var family = new Option<string?>("--family") { Description = "Only materials of this family (garnet, argyrodite, halide, polymer, ...)", HelpName = "FAMILY" };
        var json = CommonOptions.Json();
        var folders = CommonOptions.Library();
        var command = new Command("list", "List the materials") { role, family, json, folders };
        examples[command] = ["electrolith materials list --role electrolyte", "electrolith materials list --family halide --json"];
        command.SetAction(result =>
        {
            var error = result.InvocationConfiguration.Error;
            if (LibraryLoading.Open(result.GetValue(folders)!, error) is not { } library)
            {
                return ExitCodes.BadInput;
            }

            var wantedRole = result.GetValue(role);
            var wantedFamily = result.GetValue(family);
            if (Unknown("role", wantedRole, library.All.Select(item => MaterialText.Role(item.Role)), error) || Unknown("family", wantedFamily, library.All.Select(item => item.Family), error))
            {
                return ExitCodes.Usage;
            }

            var found = library.All.Where(item => (wantedRole is null || MaterialText.Role(item.Role) == wantedRole) && (wantedFamily is null || item.Family == wantedFamily)).ToList();
            MaterialText.WriteList(found, result.GetValue(json), result.InvocationConfiguration.Output);
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command BuildShow(Dictionary<Command, string[]> examples)
    {
        var id = new Argument<string>("ID") { Description = "Id or alias of a material" };
        var property = new Option<string?>("--property") { Description = "Only this property", HelpName = "PROPERTY" };
        var json = CommonOptions.Json();
        var folders = CommonOptions.Library();
        var command = new Command("show", "Show a material with all its values and their sources") { id, property, json, folders };
        examples[command] = ["electrolith materials show li6ps5cl", "electrolith materials show LLZTO --property ionic-conductivity --json"];
        command.SetAction(result =>
        {
            var error = result.InvocationConfiguration.Error;
            if (LibraryLoading.Open(result.GetValue(folders)!, error) is not { } library)
            {
                return ExitCodes.BadInput;
            }

            var name = result.GetValue(id)!;
            if (!library.TryGet(name, out var material))
            {
                var nearest = NearestNames.Find(name, library.All.SelectMany(item => item.Aliases.Prepend(item.Id)));
                error.WriteParagraph($"no material '{name}' in the library{(nearest.Count > 0 ? $"; did you mean {string.Join(", ", nearest)}?" : "; electrolith materials list shows them all")}");
                return ExitCodes.BadInput;
            }

            var wanted = result.GetValue(property);
            if (Unknown("property", wanted, material.Values.Select(value => value.Property.Id), error))
            {
                return ExitCodes.BadInput;
            }

            MaterialText.WriteOne(material, wanted, result.GetValue(json), result.InvocationConfiguration.Output);
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command BuildSearch(Dictionary<Command, string[]> examples)
    {
        var text = new Argument<string>("TEXT") { Description = "Part of a name, an alias, a family, or a formula in any order" };
        var json = CommonOptions.Json();
        var folders = CommonOptions.Library();
        var command = new Command("search", "Search the materials") { text, json, folders };
        examples[command] = ["electrolith materials search argyrodite", "electrolith materials search Li6PS5Cl"];
        command.SetAction(result =>
        {
            if (LibraryLoading.Open(result.GetValue(folders)!, result.InvocationConfiguration.Error) is not { } library)
            {
                return ExitCodes.BadInput;
            }

            var found = library.Search(result.GetValue(text)!).ToList();
            MaterialText.WriteList(found, result.GetValue(json), result.InvocationConfiguration.Output);
            return ExitCodes.Success;
        });
        return command;
    }

    private static bool Unknown(string what, string? wanted, IEnumerable<string> known, TextWriter error)
    {
        var names = known.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (wanted is null || names.Contains(wanted, StringComparer.Ordinal))
        {
            return false;
        }

        var nearest = NearestNames.Find(wanted, names);
        error.WriteParagraph($"no {what} '{wanted}'; {(nearest.Count > 0 ? $"did you mean {string.Join(", ", nearest)}?" : $"known: {string.Join(", ", names)}")}");
        return true;
    }
}
