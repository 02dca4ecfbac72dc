using System.CommandLine;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Eis;
using Electrolith.Impedance.Spectra;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Eis;

/// <summary><c>eis show</c>: what files hold.</summary>
internal static class EisAnalysisCommands
{
    /// <summary>Builds <c>show</c>.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command BuildShow(Dictionary<Command, string[]> examples)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files of instruments, or tables of frequency, real and imaginary part", Arity = ArgumentArity.OneOrMore };
        var json = EisRun.JsonOption();
        var figure = EisRun.FigureOption("Write a Nyquist diagram of the first spectrum");
        var command = new Command("show", "What files hold: spectra, ranges, what the instrument noted") { files, json, figure };
        examples[command] = ["electrolith eis show pellet.mpt cell.DTA", "electrolith eis show pellet.mpt --figure nyquist.svg"];
        command.SetAction(result => EisRun.Do(result, run =>
        {
            var spectra = result.GetValue(files)!.SelectMany(file => run.Load(file)).ToList();
            return () =>
            {
                if (result.GetValue(json))
                {
                    JsonOutput.Write(run.Output, writer => SpectrumText.WriteJson(writer, spectra));
                }
                else
                {
                    SpectrumText.Write(run.Output, spectra);
                }

                if (result.GetValue(figure) is { } svg && spectra.Count > 0)
                {
                    AtomicFile.WriteAllText(svg, EisFigures.Nyquist(spectra[0], [], ""));
                }
            };
        }));
        return command;
    }
}
