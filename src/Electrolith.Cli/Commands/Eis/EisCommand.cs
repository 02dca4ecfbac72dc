using System.CommandLine;

namespace Electrolith.Cli.Commands.Eis;

/// <summary><c>eis</c>: from the file of an instrument to a conductivity, an activation energy and a named process.</summary>
internal static class EisCommand
{
    /// <summary>Builds the group of verbs.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var command = new Command("eis", "Impedance spectra: circuits, validity, relaxation times, conductivities")
        {
            EisAnalysisCommands.BuildShow(examples),
            EisConvertCommand.Build(examples),
            EisFitCommand.Build(examples),
            EisProposeCommand.Build(examples),
            EisJointCommand.Build(examples),
            EisKramersKronigCommand.Build(examples),
            EisQualityCommand.Build(examples),
            EisZHitCommand.Build(examples),
            EisRelaxationCommand.Build(examples),
            EisPelletCommand.Build(examples),
            EisDeskCommands.BuildArrhenius(examples),
            EisLineCommand.Build(examples),
            EisProcessCommand.Build(examples),
            EisShortCommand.Build(examples),
            EisDirectCommand.Build(examples),
            EisDeskCommands.BuildSimulate(examples),
        };
        examples[command] = ["electrolith eis fit pellet.csv --circuit \"p(R1,CPE1)-CPE2\"", "electrolith eis drt cell.csv", "electrolith eis kk cell.csv"];
        return command;
    }
}
