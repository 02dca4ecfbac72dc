using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Eis;
using Electrolith.Impedance.Fitting;
using Electrolith.Impedance.Spectra;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Eis;

/// <summary><c>eis propose FILE</c>: circuits for a spectrum, ranked.</summary>
internal static class EisProposeCommand
{
    private const int Shown = 6;

    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var file = new Argument<string>("FILE") { Description = "File of an instrument, or a table of frequency, real and imaginary part" };
        var weight = new Option<string>("--weight") { Description = "unit, modulus, proportional or boukamp", HelpName = "WEIGHT", DefaultValueFactory = _ => "modulus" };
        var number = new Option<int?>("--spectrum") { Description = "Which spectrum of the file, from 1", HelpName = "N" };
        var seed = CommonOptions.Seed();
        var mask = new MaskOptionSet();
        var json = EisRun.JsonOption();
        var figure = EisRun.FigureOption("Write a Nyquist diagram with the best circuit");
        var report = CommonOptions.Report();
        var command = new Command("propose", "Circuits for a spectrum from its relaxation times and ends, ranked") { file, weight, number, seed, json, figure, report };
        mask.AddTo(command);
        examples[command] = ["electrolith eis propose cell.mpt"];
        command.SetAction((result, cancellation) => Task.FromResult(EisRun.Do(result, run =>
        {
            var path = result.GetValue(file)!;
            var spectrum = run.One(mask.Load(run, result, path), result.GetValue(number), path);
            var options = new FitOptions { Weight = EisCircuit.Choice<FitWeight>(run, "--weight", result.GetValue(weight)!), Seed = result.GetValue(seed) };
            if (options.Weight == FitWeight.Measured)
            {
                run.Problem("--weight measured: circuits are proposed with unit, modulus, proportional or boukamp weights");
            }

            return () =>
            {
                var progress = new ProgressLine(run.Error, !Console.IsErrorRedirected && !result.GetValue(json)) { Title = "trying circuits" };
                var proposal = CircuitProposal.Of(spectrum!, options, progress, cancellation);
                progress.Clear();
                if (result.GetValue(json))
                {
                    JsonOutput.Write(run.Output, writer => WriteJson(writer, spectrum!, proposal));
                }
                else
                {
                    Write(run.Output, spectrum!, proposal);
                }

                if (result.GetValue(figure) is { } svg)
                {
                    AtomicFile.WriteAllText(svg, EisFigures.Nyquist(spectrum!, proposal.Circuits[0].Fit.Model, proposal.Circuits[0].Fit.Circuit.Text));
                }

                if (result.GetValue(report) is { } html)
                {
                    AtomicFile.WriteAllText(html, EisReport.Fit([spectrum!], [.. proposal.Circuits.Take(Shown).Select(item => item.Fit)], new FitIntervals([], [])));
                }
            };
        })));
        return command;
    }

    private static void Write(TextWriter output, Spectrum spectrum, ProposalResult proposal)
    {
        output.WriteParagraph($"{spectrum.Name}: {proposal.Circuits.Length} circuits were tried");
        proposal.Reasons.ToList().ForEach(output.WriteItem);
        output.WriteLine();
        var table = new TextTable("circuit", ">BIC", ">AIC", ">largest residual", "not determined");
        foreach (var item in proposal.Circuits.Take(Shown))
        {
            var largest = Enumerable.Range(0, spectrum.Count).Max(point => (item.Fit.Model[point] - spectrum.Impedances[point]).Magnitude / spectrum.Impedances[point].Magnitude);
            table.Add(item.Fit.Circuit.Text, Above(item.Bayesian), Above(item.Akaike), largest.ToString("P1", CultureInfo.InvariantCulture), item.Undetermined.Length == 0 ? "" : string.Join(", ", item.Undetermined));
        }

        output.Write(table);
        output.WriteParagraph("BIC and AIC above the best of all; 10 is decisive, below 2 is none. A circuit with parameters that the spectrum does not determine stands behind one without. Different circuits can have the same impedance: vary temperature, pressure or area to tell them apart");
        output.WriteLine();
        FitText.Write(output, spectrum, proposal.Circuits[0].Fit);
    }

    private static string Above(double value) => value.ToString("F1", CultureInfo.InvariantCulture);

    private static void WriteJson(Utf8JsonWriter json, Spectrum spectrum, ProposalResult proposal)
    {
        json.WriteStartArray("reasons");
        proposal.Reasons.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteStartArray("circuits");
        foreach (var item in proposal.Circuits)
        {
            json.WriteStartObject();
            json.WriteNumber("bayesianAboveBest", item.Bayesian);
            json.WriteNumber("akaikeAboveBest", item.Akaike);
            json.WriteStartArray("undetermined");
            item.Undetermined.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            FitText.WriteJson(json, spectrum, item.Fit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
