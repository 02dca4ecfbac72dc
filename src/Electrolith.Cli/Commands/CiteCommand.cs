using System.CommandLine;
using Electrolith.Cli.Output;

namespace Electrolith.Cli.Commands;

/// <summary><c>cite ROUTE</c>: the sources behind a route, and <c>data show ID</c>: one source or material.</summary>
internal static class CiteCommand
{
    /// <summary>Builds <c>cite</c>.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var routes = new Argument<string[]>("ROUTE") { Description = "Route files", Arity = ArgumentArity.OneOrMore };
        var json = CommonOptions.Json();
        var folders = CommonOptions.Library();
        var command = new Command("cite", "List the sources that a route's numbers come from") { routes, json, folders };
        examples[command] = ["electrolith cite routes/lipon-lco-lithium.yaml"];
        command.SetAction(result =>
        {
            var error = result.InvocationConfiguration.Error;
            if (LibraryLoading.Open(result.GetValue(folders)!, error) is not { } library || RouteLoading.Load(result.GetValue(routes)!, library, error) is not { } loaded)
            {
                return ExitCodes.BadInput;
            }

            var keys = loaded.SelectMany(route => route.SourceKeys()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            var used = loaded.SelectMany(route => route.Inputs).ToLookup(input => input.SourceKey, input => input.Name, StringComparer.Ordinal);
            CitationText.WriteMany(keys, library.Sources, used, result.GetValue(json), result.InvocationConfiguration.Output);
            return ExitCodes.Success;
        });
        return command;
    }
}
