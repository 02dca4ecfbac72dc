using System.CommandLine;
using Electrolith.Routes.Files;
using Electrolith.Routes.Writing;

namespace Electrolith.Cli.Commands;

/// <summary><c>init</c>: writes an annotated route file, or the schema of route files.</summary>
internal static class InitCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var file = new Argument<string>("FILE") { Description = "File to write", DefaultValueFactory = _ => "route.yaml" };
        var force = new Option<bool>("--force") { Description = "Replace the file when it exists" };
        var schema = new Option<bool>("--schema") { Description = "Print the JSON Schema of route files instead" };
        var command = new Command("init", "Write an annotated route file to start from") { file, force, schema };
        examples[command] = ["electrolith init my-route.yaml", "electrolith init --schema > route.schema.json"];
        command.SetAction(result =>
        {
            var output = result.InvocationConfiguration.Output;
            if (result.GetValue(schema))
            {
                output.Write(SchemaWriter.Write());
                return ExitCodes.Success;
            }

            var path = result.GetValue(file)!;
            if (File.Exists(path) && !result.GetValue(force))
            {
                result.InvocationConfiguration.Error.WriteLine($"{path} exists already; give another name, or --force to replace it");
                return ExitCodes.Usage;
            }

            AtomicFile.WriteAllText(path, TemplateWriter.Write());
            output.WriteLine($"{path} written; now: electrolith evaluate {path}");
            return ExitCodes.Success;
        });
        return command;
    }
}
