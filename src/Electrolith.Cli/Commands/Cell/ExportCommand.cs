using System.CommandLine;
using Electrolith.Cells.Files;
using Electrolith.Cli.Output;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Cell;

/// <summary><c>cell export FILE --bpx OUT</c>: a cell for other programs.</summary>
internal static class ExportCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var options = new CellOptions();
        var bpx = new Option<string>("--bpx") { Description = "Write a BPX file, with the solid electrolyte and a flat anode as user-defined fields", HelpName = "FILE.json", Required = true };
        var command = options.Verb("export", "Write the cell for other programs", withFigure: false);
        command.Options.Add(bpx);
        examples[command] = ["electrolith cell export my-cell.yaml --bpx my-cell.json"];
        command.SetAction(result => CellSession.Do(result, options, session =>
        {
            AtomicFile.WriteAllText(result.GetValue(bpx)!, BpxWriter.Write(session.File.Cell));
            if (session.Json)
            {
                JsonOutput.Write(session.Output, json => json.WriteString("written", result.GetValue(bpx)));
            }
            else
            {
                session.Output.WriteParagraph($"{result.GetValue(bpx)} written");
            }

            return ExitCodes.Success;
        }));
        return command;
    }
}
