using System.CommandLine;
using Electrolith.Cells.Dynamics;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Cell;

namespace Electrolith.Cli.Commands.Cell;

/// <summary><c>cell eis FILE</c>: impedance of the linearised model at rest.</summary>
internal static class ImpedanceCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var options = new CellOptions();
        var from = new Option<double>("--from") { Description = "Highest frequency, Hz", HelpName = "HZ", DefaultValueFactory = _ => 1e5 };
        var to = new Option<double>("--to") { Description = "Lowest frequency, Hz", HelpName = "HZ", DefaultValueFactory = _ => 1e-3 };
        var points = new Option<int>("--points") { Description = "Points per decade", HelpName = "N", DefaultValueFactory = _ => 6 };
        var layer = new Option<double>("--double-layer") { Description = "Capacitance of the reacting surfaces, F/m2", HelpName = "F/M2", DefaultValueFactory = _ => 0.2 };
        var command = options.Verb("eis", "Impedance of the same model at rest");
        foreach (var option in new Option[] { from, to, points, layer })
        {
            command.Options.Add(option);
        }

        examples[command] = ["electrolith cell eis examples/cells/li6ps5cl-nmc811.yaml --figure impedance.svg"];
        command.SetAction(result => CellSession.Do(result, options, session => Run(session, result.GetValue(from), result.GetValue(to), result.GetValue(points), result.GetValue(layer))));
        return command;
    }

    private static int Run(CellSession session, double from, double to, int points, double layer)
    {
        if (!(from > to && to > 0 && from < 1e12 && points is >= 1 and <= 1000 && layer >= 0 && layer < 1e6))
        {
            session.Error.WriteParagraph($"--from {from} --to {to} --points {points} --double-layer {layer}: from above to above 0 Hz, 1 to 1000 points and a capacitance from 0 on are expected");
            return ExitCodes.Usage;
        }

        var count = (int)Math.Round(Math.Log10(from / to) * points) + 1;
        var frequencies = Enumerable.Range(0, count).Select(index => from * Math.Pow(to / from, count == 1 ? 0 : (double)index / (count - 1))).ToArray();
        var spectrum = CellImpedance.Spectrum(session.File.Cell, frequencies, session.Simulation.Mesh, layer);
        if (session.Json)
        {
            JsonOutput.Write(session.Output, json => CellJson.Impedance(json, session.File.Cell, session.Model, frequencies, spectrum));
        }
        else
        {
            CellText.Impedance(session.Output, session.File.Cell, session.Model, frequencies, spectrum);
        }

        session.Draw(() => CellFigures.Impedance(session.File.Cell.Name, spectrum));

        return ExitCodes.Success;
    }
}
