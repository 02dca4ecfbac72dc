using System.CommandLine;

namespace Electrolith.Cli.Commands.Stability;

/// <summary><c>stability</c>: what is stable next to what, at which voltage, in which air.</summary>
internal static class StabilityCommand
{
    /// <summary>Builds the group of verbs.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var command = new Command("stability", "Stability from first principles: hulls, windows, interfaces, moist air, coatings")
        {
            HullCommand.Build(examples), WindowCommand.Build(examples), ProfileCommand.Build(examples), ProfileCommand.BuildAt(examples),
            InterfaceCommand.Build(examples), MatrixCommand.Build(examples), MoistureCommand.Build(examples), CoatingCommand.Build(examples), DiagramCommand.Build(examples),
        };
        examples[command] = ["electrolith stability window Li6PS5Cl", "electrolith stability interface Li6PS5Cl nmc811", "electrolith stability coating --electrolyte Li6PS5Cl --cathode lco --charged"];
        return command;
    }
}
