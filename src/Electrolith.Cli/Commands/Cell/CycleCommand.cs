using System.CommandLine;
using Electrolith.Cells.Dynamics;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Cell;

namespace Electrolith.Cli.Commands.Cell;

/// <summary><c>cell cycle FILE</c>: capacity over many cycles with the ageing laws of the file.</summary>
internal static class CycleCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var options = new CellOptions();
        var cycles = new Option<int>("--cycles") { Description = "Number of cycles", HelpName = "N", DefaultValueFactory = _ => 1000 };
        var cycle = new Option<string?>("--cycle") { Description = "One cycle as a sentence, discharge first", HelpName = "SENTENCE" };
        var each = new Option<bool>("--every-cycle") { Description = "Compute every cycle instead of jumping over those that change little" };
        var command = options.Verb("cycle", "Capacity over many cycles, with the ageing laws of the file");
        foreach (var option in new Option[] { cycles, cycle, each })
        {
            command.Options.Add(option);
        }

        examples[command] = ["electrolith cell cycle examples/cells/li6ps5cl-nmc811.yaml --cycles 500", "electrolith cell cycle my-cell.yaml --cycle \"discharge at C/2 to 3.4 V, charge at C/2 to 4.2 V\""];
        command.SetAction((result, cancellation) => Task.FromResult(CellSession.Do(result, options, session => Run(session, result.GetValue(cycles), result.GetValue(cycle), result.GetValue(each), cancellation))));
        return command;
    }

    private static int Run(CellSession session, int cycles, string? sentence, bool isEach, CancellationToken cancellation)
    {
        var cell = session.File.Cell;
        var text = sentence ?? FormattableString.Invariant($"discharge at 1C to {cell.LowerVoltage} V, charge at C/3 to {cell.UpperVoltage} V, hold until C/20");
        if (cycles is < 1 or > 1_000_000)
        {
            session.Error.WriteParagraph($"--cycles {cycles}: from 1 to 1000000 is expected");
            return ExitCodes.Usage;
        }

        if (ProtocolParser.Parse(text, out var problem) is not { } protocol)
        {
            session.Error.WriteParagraph($"--cycle {problem}");
            return ExitCodes.Usage;
        }

        var results = CellCycler.Run(cell, session.File.Ageing, protocol, cycles, session.Simulation, !isEach, cancellation);
        if (session.Json)
        {
            JsonOutput.Write(session.Output, json => CellJson.Cycles(json, cell, session.Model, results));
        }
        else
        {
            CellText.Cycles(session.Output, cell, session.Model, results);
        }

        session.Draw(() => CellFigures.Cycles(cell.Name, results));

        return results[^1].Cycle == cycles ? ExitCodes.Success : ExitCodes.Failed;
    }
}
