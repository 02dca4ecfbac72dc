using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Eis;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Fitting;
using Electrolith.Impedance.Spectra;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Eis;

/// <summary><c>eis fit FILE --circuit …</c>: a circuit fitted to a spectrum.</summary>
internal static class EisFitCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var file = new Argument<string>("FILE") { Description = "File of an instrument, or a table of frequency, real and imaginary part" };
        var circuit = new Option<string>("--circuit") { Description = "Such as \"R0-p(R1,CPE1)-Wo1\", or Boukamp's \"R(RQ)(C[RW])\"", HelpName = "CIRCUIT", Required = true };
        var weight = new Option<string>("--weight") { Description = "unit, modulus or proportional", HelpName = "WEIGHT", DefaultValueFactory = _ => "modulus" };
        var initial = new Option<string?>("--initial") { Description = "Where parameters begin, such as R0=0.01,CPE1_Q=1e-6; the rest is guessed", HelpName = "NAME=VALUE,..." };
        var held = new Option<string?>("--fix") { Description = "Parameters that are held, such as CPE1_alpha=1", HelpName = "NAME=VALUE,..." };
        var starts = new Option<int>("--starts") { Description = "Searches from different places", HelpName = "N", DefaultValueFactory = _ => 40 };
        var seed = CommonOptions.Seed();
        var number = new Option<int?>("--spectrum") { Description = "Which spectrum of the file, from 1", HelpName = "N" };
        var (from, to) = EisRun.MaskOptions();
        var capacitive = EisRun.CapacitiveOption();
        var json = EisRun.JsonOption();
        var figure = EisRun.FigureOption("Write a Nyquist diagram with the fit");
        var command = new Command("fit", "Fit a circuit: values, errors, and what the spectrum does not determine") { file, circuit, weight, initial, held, starts, seed, number, from, to, capacitive, json, figure };
        examples[command] = ["electrolith eis fit pellet.csv --circuit \"p(R1,CPE1)-CPE2\"", "electrolith eis fit cell.mpt --circuit \"R0-p(R1,C1)-Wo1\" --weight unit --json"];
        command.SetAction((result, cancellation) => Task.FromResult(EisRun.Do(result, run =>
        {
            var path = result.GetValue(file)!;
            var spectrum = run.One(run.Load(path, result.GetValue(from), result.GetValue(to), result.GetValue(capacitive)), result.GetValue(number), path);
            var parsed = EisCircuit.Read(run, result.GetValue(circuit)!);
            var options = new FitOptions
            {
                Weight = EisCircuit.Weight(run, result.GetValue(weight)!), Starts = result.GetValue(starts), Seed = result.GetValue(seed),
                Initial = EisCircuit.Values(run, parsed, "--initial", result.GetValue(initial)), Fixed = EisCircuit.Values(run, parsed, "--fix", result.GetValue(held)),
            };
            if (options.Starts < 1)
            {
                run.Problem($"--starts {options.Starts}: a number from 1 on is expected");
            }

            return () =>
            {
                var fit = CircuitFit.Fit(parsed!, spectrum!, options, cancellation);
                if (result.GetValue(json))
                {
                    JsonOutput.Write(run.Output, writer => FitText.WriteJson(writer, spectrum!, fit));
                }
                else
                {
                    FitText.Write(run.Output, spectrum!, fit);
                }

                if (result.GetValue(figure) is { } svg)
                {
                    AtomicFile.WriteAllText(svg, EisFigures.Nyquist(spectrum!, fit.Model, fit.Circuit.Text));
                }
            };
        })));
        return command;
    }
}
