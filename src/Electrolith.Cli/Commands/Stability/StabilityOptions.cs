using System.CommandLine;

namespace Electrolith.Cli.Commands.Stability;

/// <summary>Options that all verbs of <c>stability</c> share.</summary>
internal sealed class StabilityOptions
{
    /// <summary><c>--json</c>.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Print JSON; every quantity is {value, unit}" };

    /// <summary><c>--entries</c>.</summary>
    public Option<string> Entries { get; } = new("--entries")
    {
        Description = "Which computed phases take part: screened (without doubtful ones), all, or matbench (the later cleaned selection as it is)",
        HelpName = "SELECTION",
        DefaultValueFactory = _ => "screened",
    };

    /// <summary><c>--sulfide-correction</c>.</summary>
    public Option<string> Sulfide { get; } = new("--sulfide-correction")
    {
        Description = "none takes back the old correction of sulfides, as published windows need; legacy keeps the energies as tabulated",
        HelpName = "CHOICE",
        DefaultValueFactory = _ => "none",
    };

    /// <summary><c>--own-entries</c>.</summary>
    public Option<string[]> Own { get; } = new("--own-entries")
    {
        Description = "Energies of your own, added to the computed ones or in their place: a table, JSON or a list of pymatgen entries; may be repeated",
        HelpName = "FILE",
        DefaultValueFactory = _ => [],
    };

    /// <summary><c>--ion</c>.</summary>
    public Option<string> Ion { get; } = new("--ion") { Description = "Working ion", HelpName = "ELEMENT", DefaultValueFactory = _ => "Li" };

    /// <summary><c>--figure</c>.</summary>
    public Option<string?> Figure { get; } = new("--figure") { Description = "Write a figure", HelpName = "FILE.svg" };

    /// <summary>Makes a verb with these options.</summary>
    /// <param name="name">Verb.</param>
    /// <param name="description">What it answers.</param>
    /// <param name="withFigure">Whether it can draw.</param>
    public Command Verb(string name, string description, bool withFigure = false)
    {
        var command = new Command(name, description) { Json, Entries, Sulfide, Own, Ion };
        if (withFigure)
        {
            command.Options.Add(Figure);
        }

        return command;
    }
}
