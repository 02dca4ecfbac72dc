using System.CommandLine;
using Electrolith.Cli.Commands.Process.Robustness;

namespace Electrolith.Cli.Commands.Process;

/// <summary><c>process</c>: how it is made decides what it is.</summary>
internal static class ProcessCommand
{
    /// <summary>Builds the group of verbs.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var command = new Command("process", "Processing: recipes step by step, calibration of a powder, maps of schedules, the best schedule, robustness") { FitCommand.Build(examples), WindowCommand.Build(examples), RobustnessCommand.Build(examples) };
        RecipeCommands.Add(command, examples);
        command.Add(OptimiseCommand.Build(examples));
        command.Add(NextCommand.Build(examples));
        examples[command] = ["electrolith process fit examples/processing/llzo-dilatometry.csv", "electrolith process window garnet --density 95% --grain 5um --lithium-loss 2%"];
        return command;
    }
}
