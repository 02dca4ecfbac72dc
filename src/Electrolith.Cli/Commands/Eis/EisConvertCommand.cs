using System.CommandLine;
using Electrolith.Cli.Output;
using Electrolith.Impedance.Files;
using Electrolith.Impedance.Spectra;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Eis;

/// <summary><c>eis convert</c>: the spectra of any file that can be read, as CSV, JSON or ZPlot's text.</summary>
internal static class EisConvertCommand
{
    /// <summary>Builds the verb.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var file = new Argument<string>("FILE") { Description = "File of an instrument" };
        var to = new Argument<string>("OUT") { Description = "File to write; its ending .csv, .json or .z says the format" };
        var spectrum = new Option<int?>("--spectrum") { Description = "Only this spectrum of the file, from 1", HelpName = "N" };
        var command = new Command("convert", "Write the spectra of a file as .csv, .json or .z") { file, to, spectrum };
        examples[command] = ["electrolith eis convert pellet.mpr pellet.csv", "electrolith eis convert cell.DTA cell.z --spectrum 1"];
        command.SetAction(result => EisRun.Do(result, run =>
        {
            var (path, target) = (result.GetValue(file)!, result.GetValue(to)!);
            var spectra = run.Load(path);
            IReadOnlyList<Spectrum> chosen = result.GetValue(spectrum) is { } number ? (run.One(spectra, number, path) is { } one ? [one] : []) : spectra;
            var ending = Path.GetExtension(target).ToLowerInvariant();
            if (ending is not (".csv" or ".json" or ".z"))
            {
                run.Problem($"{target}: the ending says the format; .csv, .json or .z is expected");
            }
            else if (ending == ".z" && chosen.Count > 1)
            {
                run.Problem($"{target}: a .z file holds one spectrum and {path} holds {chosen.Count}; choose one with --spectrum");
            }

            return () =>
            {
                AtomicFile.WriteAllText(target, ending switch { ".csv" => SpectrumWriter.ToCsv(chosen), ".json" => SpectrumWriter.ToJson(chosen), _ => SpectrumWriter.ToZPlot(chosen[0]) });
                run.Output.WriteLine($"{target}: {chosen.Count} {(chosen.Count == 1 ? "spectrum" : "spectra")}, {chosen.Sum(each => each.Count)} points");
            };
        }));
        return command;
    }
}
