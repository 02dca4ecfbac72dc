using System.CommandLine;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Eis;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Desk;
using Electrolith.Impedance.Fitting;
using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Eis;

/// <summary><c>eis pellet</c>: from spectra of a pellet to its conductivity, and at several temperatures to its activation energy.</summary>
internal static class EisPelletCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files of an instrument, or tables; 60degC=FILE says at which temperature, else the file or its name does", Arity = ArgumentArity.OneOrMore };
        var thickness = new Option<string>("--thickness") { Description = "Thickness of the pellet, for example 1.2mm", HelpName = "L", Required = true };
        var diameter = new Option<string?>("--diameter") { Description = "Diameter of the electrodes, for example 10mm", HelpName = "D" };
        var area = new Option<string?>("--area") { Description = "Area of the electrodes, in place of the diameter", HelpName = "A" };
        var circuit = new Option<string?>("--circuit") { Description = "Circuit of the pellet; without it the best of a few usual ones is found", HelpName = "CIRCUIT" };
        var number = new Option<int?>("--spectrum") { Description = "Which spectrum of the file, from 1", HelpName = "N" };
        var (from, to) = EisRun.MaskOptions();
        var measured = new Option<string?>("--measured") { Description = "Write the measured electrolyte for 'electrolyte: {measured: FILE}' of a route", HelpName = "FILE.yaml" };
        var material = new Option<string?>("--material") { Description = "The library's material that the pellet is of, for --measured", HelpName = "ID" };
        var json = EisRun.JsonOption();
        var figure = EisRun.FigureOption("Write the Nyquist diagram, or of several temperatures the Arrhenius diagram");
        var report = CommonOptions.Report();
        var command = new Command("pellet", "Conductivity of bulk, grain boundaries and both, and the activation energy of a series") { files, thickness, diameter, area, circuit, number, from, to, measured, material, json, figure, report };
        examples[command] = ["electrolith eis pellet llzo.mpt --thickness 1.2mm --diameter 10mm", "electrolith eis pellet 0degC=a.z 60degC=b.z --thickness 1mm --area 0.8cm2"];
        command.SetAction((result, cancellation) => Task.FromResult(EisRun.Do(result, run =>
        {
            var loaded = result.GetValue(files)!.SelectMany(file => PelletFile.Load(run, file, result.GetValue(from), result.GetValue(to), result.GetValue(number))).ToList();
            var parsed = result.GetValue(circuit) is { } text ? EisCircuit.Read(run, text) : null;
            var length = EisQuantity.Read(run, "--thickness", result.GetValue(thickness)!, QuantityKinds.Length);
            var size = EisQuantity.Area(run, result.GetValue(diameter), result.GetValue(area));
            var known = Material(run, result.GetValue(measured), result.GetValue(material));
            return () =>
            {
                var series = PelletSeries.Of(Analyse(loaded, parsed, length, size, cancellation));
                if (result.GetValue(json))
                {
                    JsonOutput.Write(run.Output, writer => PelletText.WriteJson(writer, series));
                }
                else
                {
                    PelletText.Write(run.Output, series, loaded, parsed is null);
                }

                if (result.GetValue(figure) is { } svg)
                {
                    AtomicFile.WriteAllText(svg, PelletText.Figure(series));
                }

                if (result.GetValue(report) is { } html)
                {
                    AtomicFile.WriteAllText(html, EisReport.Pellet(series));
                }

                if (result.GetValue(measured) is { } yaml)
                {
                    AtomicFile.WriteAllText(yaml, MeasuredFile.Write(series, known!));
                }
            };
        })));
        return command;
    }

    private static PelletPoint[] Analyse(List<PelletFile> files, Circuit? circuit, double thickness, double area, CancellationToken cancellation)
    {
        var points = new PelletPoint[files.Count];
        Parallel.For(0, files.Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, index =>
        {
            var spectrum = files[index].Spectrum;
            var fit = circuit is null ? PelletCircuits.Choose(spectrum, cancellation) : CircuitFit.Fit(circuit, spectrum, null, cancellation);
            points[index] = new PelletPoint(spectrum, files[index].Temperature, fit, PelletAnalysis.Of(fit, thickness, area));
        });
        return points;
    }

    private static Material? Material(EisRun run, string? measured, string? id)
    {
        if ((measured is null) != (id is null))
        {
            run.Problem(id is null ? "--measured: --material is needed too, such as --material li6ps5cl; what was not measured comes from there" : "--material: it belongs to --measured FILE.yaml");
        }
        else if (id is not null)
        {
            var electrolytes = MaterialLibrary.Default.All.Where(item => item.Role == MaterialRole.Electrolyte).ToList();
            if (MaterialLibrary.Default.TryGet(id, out var found) && found.Role == MaterialRole.Electrolyte)
            {
                return found;
            }

            var near = NearestNames.Find(id, electrolytes.SelectMany(item => item.Aliases.Prepend(item.Id)));
            run.Problem($"--material {id}: the library has no such electrolyte; {(near.Count > 0 ? $"did you mean {string.Join(", ", near)}?" : "electrolith materials list shows them")}");
        }

        return null;
    }
}
