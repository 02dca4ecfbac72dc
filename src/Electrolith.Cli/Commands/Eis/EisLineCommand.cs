using System.CommandLine;
using System.Text.Json;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Eis;
using Electrolith.Cli.Output.Stability;
using Electrolith.Impedance.Desk;
using Electrolith.Quantities;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Eis;

/// <summary><c>eis tlm</c>: a transmission line through spectra of a composite electrode.</summary>
internal static class EisLineCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var contacts = new (CompositeContact Contact, Option<string[]> Option)[]
        {
            (CompositeContact.Electrons, Files("--electrons", "Spectrum between metals that block ions; may be repeated")),
            (CompositeContact.Ions, Files("--ions", "Spectrum between electrolytes that block electrons; may be repeated")),
            (CompositeContact.Across, Files("--across", "Spectrum with electrolyte on one side and metal on the other; may be repeated")),
        };
        var thickness = new Option<string>("--thickness") { Description = "Thickness of the electrode, for example 470um", HelpName = "L", Required = true };
        var diameter = new Option<string?>("--diameter") { Description = "Diameter, for example 10mm", HelpName = "D" };
        var area = new Option<string?>("--area") { Description = "Area, in place of the diameter", HelpName = "A" };
        var electrons = Phase("electron", "active material and carbon");
        var ions = Phase("ion", "electrolyte");
        var boundaries = new Option<bool>("--grain-boundaries") { Description = "Both rails have grain boundaries" };
        var series = new Option<bool>("--series") { Description = "Every spectrum has a resistance in series, such as electrolyte layers" };
        var (from, to) = EisRun.MaskOptions();
        var json = EisRun.JsonOption();
        var figure = EisRun.FigureOption("Write the Nyquist diagram of the first spectrum with the line");
        var command = new Command("tlm", "Ion and electron transport in a composite electrode, by a transmission line")
        { contacts[0].Option, contacts[1].Option, contacts[2].Option, thickness, diameter, area, electrons.Pure, electrons.Fraction, ions.Pure, ions.Fraction, boundaries, series, from, to, json, figure };
        examples[command] = ["electrolith eis tlm --electrons e.z --ions i.z --thickness 90um --area 1cm2"];
        command.SetAction((result, cancellation) => Task.FromResult(EisRun.Do(result, run =>
        {
            var measurements = contacts.SelectMany(contact => (result.GetValue(contact.Option) ?? []).SelectMany(file =>
                run.One(run.Load(file, result.GetValue(from), result.GetValue(to)), null, file) is { } spectrum ? [new CompositeMeasurement(spectrum, contact.Contact)] : Array.Empty<CompositeMeasurement>())).ToList();
            if (contacts.All(contact => result.GetValue(contact.Option) is not { Length: > 0 }))
            {
                run.Problem("--electrons FILE, --ions FILE or --across FILE: at least one spectrum is expected");
            }

            var length = EisQuantity.Read(run, "--thickness", result.GetValue(thickness)!, QuantityKinds.Length);
            var size = EisQuantity.Area(run, result.GetValue(diameter), result.GetValue(area));
            var (electronPure, electronShare) = electrons.Read(run, result);
            var (ionPure, ionShare) = ions.Read(run, result);
            return () =>
            {
                var fit = CompositeFit.Of(measurements, new CompositeFitOptions { HasGrainBoundaries = result.GetValue(boundaries), HasSeriesResistance = result.GetValue(series) }, cancellation);
                var rails = new (string Name, RailTransport Rail)[]
                {
                    ("electron", RailTransport.Of(fit.ElectronResistance, length, size, electronPure, electronShare)), ("ion", RailTransport.Of(fit.IonResistance, length, size, ionPure, ionShare)),
                };
                if (result.GetValue(json))
                {
                    JsonOutput.Write(run.Output, writer => WriteJson(writer, fit, rails));
                }
                else
                {
                    Write(run.Output, fit, rails, measurements);
                }

                if (result.GetValue(figure) is { } svg)
                {
                    AtomicFile.WriteAllText(svg, EisFigures.Nyquist(measurements[0].Spectrum, fit.Models[0], "transmission line"));
                }
            };
        })));
        return command;
    }

    private static Option<string[]> Files(string name, string description) => new(name) { Description = description, HelpName = "FILE" };

    private static PhaseOptions Phase(string name, string phase) => new(
        name, new Option<string?>($"--{name}-conductivity") { Description = $"Of the pure {phase}, for tortuosity", HelpName = "SIGMA" },
        new Option<string?>($"--{name}-fraction") { Description = $"Volume fraction of the {phase}, for tortuosity", HelpName = "SHARE" });

    private static void Write(TextWriter output, CompositeFit fit, (string Name, RailTransport Rail)[] rails, List<CompositeMeasurement> measurements)
    {
        output.WriteParagraph($"{string.Join(", ", measurements.Select(item => $"{item.Spectrum.Name} ({item.Contact.ToString().ToLowerInvariant()})"))}: transmission line through {measurements.Count} {(measurements.Count == 1 ? "spectrum" : "spectra at once")}");
        output.WriteLine();
        var table = new TextTable("rail", ">R, ohm", ">mS/cm", ">tau^2", ">tau", ">MacMullin", ">Bruggeman n");
        foreach (var (name, rail) in rails)
        {
            table.Add(name, FitText.Number(rail.Resistance), FitText.Number(rail.EffectiveConductivity * 10), Cell(rail.TortuosityFactor), Cell(rail.Tortuosity), Cell(rail.MacMullin), Cell(rail.BruggemanExponent));
        }

        output.Write(table);
        output.WriteLine();
        var parameters = new TextTable("parameter", ">value", ">std. error", "unit");
        fit.Parameters.ToList().ForEach(parameter => parameters.Add(parameter.Name, FitText.Number(parameter.Value), double.IsFinite(parameter.StandardError!.Value) ? FitText.Number(parameter.StandardError.Value) : "-", parameter.Unit));
        output.Write(parameters);
        output.WriteParagraph("tau^2 = share x pure / effective conductivity of the direct current through the rail; some papers call it tau. A blocking cell shows a third of the rail at low frequency, which is taken into account here.");
        fit.Findings.ToList().ForEach(output.WriteItem);
    }

    private static string Cell(double? value) => value is { } number ? FitText.Number(number) : "-";

    private static void WriteJson(Utf8JsonWriter json, CompositeFit fit, (string Name, RailTransport Rail)[] rails)
    {
        foreach (var (name, rail) in rails)
        {
            json.WriteStartObject(name);
            json.WriteValue("resistance", rail.Resistance, "ohm");
            json.WriteValue("effectiveConductivity", rail.EffectiveConductivity * 10, "mS/cm");
            json.WriteValue("tortuosityFactor", rail.TortuosityFactor, "");
            json.WriteValue("tortuosity", rail.Tortuosity, "");
            json.WriteValue("macMullin", rail.MacMullin, "");
            json.WriteValue("bruggemanExponent", rail.BruggemanExponent, "");
            json.WriteEndObject();
        }

        json.WriteNumber("sumOfSquares", fit.SumOfSquares);
        FitText.WriteParameters(json, fit.Parameters);
        json.WriteStartArray("findings");
        fit.Findings.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }

    private sealed record PhaseOptions(string Name, Option<string?> Pure, Option<string?> Fraction)
    {
        public (double? Pure, double? Share) Read(EisRun run, ParseResult result)
        {
            double? pure = result.GetValue(Pure) is { } conductivity ? EisQuantity.Read(run, Pure.Name, conductivity, QuantityKinds.Conductivity) : null;
            double? share = result.GetValue(Fraction) is { } fraction ? EisQuantity.Read(run, Fraction.Name, fraction, QuantityKinds.VolumeFraction) : null;
            if (share >= 1)
            {
                run.Problem($"{Fraction.Name} {result.GetValue(Fraction)}: a share above 0 and below 1 is expected, such as 44%");
            }

            return (pure, share);
        }
    }
}
