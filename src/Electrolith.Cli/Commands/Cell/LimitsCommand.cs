using System.CommandLine;
using Electrolith.Cells.Dynamics;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Cell;

namespace Electrolith.Cli.Commands.Cell;

/// <summary><c>cell limits FILE</c>: which losses the voltage is made of, and what each lever would bring.</summary>
internal static class LimitsCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var options = new CellOptions();
        var rate = new Option<string>("--rate") { Description = "Discharge rate", HelpName = "RATE", DefaultValueFactory = _ => "1C" };
        var command = options.Verb("limits", "What limits: the losses at a rate, and what each lever would bring");
        command.Options.Add(rate);
        examples[command] = ["electrolith cell limits examples/cells/li6ps5cl-nmc811.yaml", "electrolith cell limits my-cell.yaml --rate 3C --json"];
        command.SetAction(result => CellSession.Do(result, options, session => Run(session, result.GetValue(rate)!)));
        return command;
    }

    private static int Run(CellSession session, string text)
    {
        if (session.Rates([text], "--rate") is not [var rate, ..])
        {
            return ExitCodes.Usage;
        }

        var limits = CellLimits.Find(session.File.Cell, session.Simulation, rate);
        if (session.Json)
        {
            JsonOutput.Write(session.Output, json => CellJson.Limits(json, session.File.Cell, session.Model, limits));
        }
        else
        {
            CellText.Limits(session.Output, session.File.Cell, session.Model, limits);
        }

        session.Draw(() => CellFigures.Limits(session.File.Cell.Name, limits));

        return limits.Capacity > 0 ? ExitCodes.Success : ExitCodes.Failed;
    }
}
