using System.CommandLine;

namespace Electrolith.Cli.Commands.Cell;

/// <summary>Options that the verbs on cell files share.</summary>
internal sealed class CellOptions
{
    /// <summary>The cell file.</summary>
    public Argument<string> File { get; } = new("FILE") { Description = "Cell file (format: electrolith-cell/1), or a route" };

    /// <summary><c>--json</c>.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Print JSON; every quantity is {value, unit, p05, p95}" };

    /// <summary><c>--model</c>.</summary>
    public Option<string> Model { get; } = new("--model")
    {
        Description = "p2d (depth of the electrodes resolved), spm (one particle per electrode) or spme (the same, with the salt of the electrolyte resolved)",
        HelpName = "MODEL",
        DefaultValueFactory = _ => "p2d",
    };

    /// <summary><c>--tolerance</c>.</summary>
    public Option<string> Tolerance { get; } = new("--tolerance") { Description = "Error of the voltage that a time step may add", HelpName = "VOLTAGE", DefaultValueFactory = _ => "0.1 mV" };

    /// <summary><c>--figure</c>.</summary>
    public Option<string?> Figure { get; } = new("--figure") { Description = "Write a figure", HelpName = "FILE.svg" };

    /// <summary><c>--report</c>.</summary>
    public Option<string?> Report { get; } = CommonOptions.Report();

    /// <summary>Makes a verb with these options.</summary>
    /// <param name="name">Verb.</param>
    /// <param name="description">What it answers.</param>
    /// <param name="withFigure">Whether it draws.</param>
    public Command Verb(string name, string description, bool withFigure = true)
    {
        var command = new Command(name, description) { File, Json, Model, Tolerance };
        if (withFigure)
        {
            command.Options.Add(Figure);
            command.Options.Add(Report);
        }

        return command;
    }
}
