using System.CommandLine;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Cli.Commands.Stability;

/// <summary>How an interface is open: which element, at which voltage, and at which energy the reactants stand.</summary>
internal sealed class InterfaceOpenings
{
    private readonly Option<string?> voltage = new("--voltage") { Description = "Hold the exchanged element at this voltage against its metal, for example 4.0V", HelpName = "V" };
    private readonly Option<string?> open = new("--open") { Description = "Element that is exchanged with the electrodes; the working ion when only --voltage is given, at 0 V when only --open is", HelpName = "ELEMENT" };
    private readonly Option<string> reactants = new("--reactants") { Description = "hull: reactants at the energy of the hull, so that only their reaction with each other counts; own: at their own energy", HelpName = "ENERGY", DefaultValueFactory = _ => "hull" };

    /// <summary>Adds the options to a verb.</summary>
    /// <param name="command">The verb.</param>
    public void AddTo(Command command)
    {
        command.Options.Add(voltage);
        command.Options.Add(open);
        command.Options.Add(reactants);
    }

    /// <summary>Reads the options.</summary>
    /// <param name="result">Parsed command line.</param>
    /// <param name="run">The run, which receives problems.</param>
    public InterfaceOptions Read(ParseResult result, StabilityRun run)
    {
        var (element, text, energy) = (result.GetValue(open), result.GetValue(voltage), result.GetValue(reactants)!);
        if (element is not null && element != run.Ion)
        {
            run.Problem($"--open {element}: the voltage is against the metal of the working ion; give --ion {element} as well");
        }

        if (energy is not ("hull" or "own"))
        {
            run.Problem($"--reactants {energy}: hull or own is expected");
        }

        return new InterfaceOptions(energy != "own", run.Voltage(text) ?? (element is null ? null : 0), run.Ion);
    }
}
