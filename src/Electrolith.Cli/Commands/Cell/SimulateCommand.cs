using System.CommandLine;
using Electrolith.Cells.Dynamics;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Cell;
using Electrolith.Quantities;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Cell;

/// <summary><c>cell simulate FILE</c>: runs the protocol of the file, or one given as a sentence.</summary>
internal static class SimulateCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var options = new CellOptions();
        var protocol = new Option<string?>("--protocol") { Description = "What to run, as a sentence: \"charge at C/3 to 4.3 V, hold until C/20, rest 10 min\"", HelpName = "SENTENCE" };
        var every = new Option<string?>("--every") { Description = "Also a sample every so often, for example \"10 s\"", HelpName = "TIME" };
        var csv = new Option<string?>("--csv") { Description = "Write the samples as columns", HelpName = "FILE.csv" };
        var command = options.Verb("simulate", "Voltage, losses and audit of a protocol");
        (command.Options).Add(protocol);
        command.Options.Add(every);
        command.Options.Add(csv);
        examples[command] = ["electrolith cell simulate examples/cells/li6ps5cl-nmc811.yaml", "electrolith cell simulate my-cell.yaml --protocol \"discharge at 2C to 3.4 V, rest 1 h\" --figure discharge.svg"];
        command.SetAction(result => CellSession.Do(result, options, session => Run(session, result.GetValue(protocol), result.GetValue(every), result.GetValue(csv))));
        return command;
    }

    private static int Run(CellSession session, string? sentence, string? every, string? csv)
    {
        var protocol = session.File.Protocol;
        if (sentence is not null)
        {
            if (ProtocolParser.Parse(sentence, out var problem) is not { } parsed)
            {
                session.Error.WriteParagraph($"--protocol {problem}");
                return ExitCodes.Usage;
            }

            protocol = parsed;
        }

        var simulation = session.Simulation;
        if (every is not null)
        {
            if (!QuantityParser.TryParse(every, QuantityKinds.Time, out var period, out var problem) || !(period > 0))
            {
                session.Error.WriteParagraph($"--every {every}: {problem?.Message ?? "a time above zero is expected"}");
                return ExitCodes.Usage;
            }

            simulation = simulation with { Every = period };
        }

        var run = new CellSimulator(session.File.Cell, simulation).Run(protocol);
        if (session.Json)
        {
            JsonOutput.Write(session.Output, json => CellJson.Simulation(json, session.File.Cell, session.Model, run));
        }
        else
        {
            CellText.Simulation(session.Output, session.File.Cell, session.Model, run);
        }

        if (csv is not null)
        {
            AtomicFile.WriteAllText(csv, CellText.Columns(run));
        }

        if (session.Figure is { } path)
        {
            AtomicFile.WriteAllText(path, CellFigures.Simulation(session.File.Cell.Name, run));
        }

        return run.IsComplete ? ExitCodes.Success : ExitCodes.Failed;
    }
}
