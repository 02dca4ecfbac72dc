using System.CommandLine;
using System.Text.Json;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Eis;
using Electrolith.Cli.Output.Stability;
using Electrolith.Impedance.Desk;
using Electrolith.Quantities;

namespace Electrolith.Cli.Commands.Eis;

/// <summary><c>eis short</c>: is there an electronic path through the cell?</summary>
internal static class EisShortCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var file = new Argument<string>("FILE") { Description = "Spectrum of the cell" };
        var reference = new Option<string?>("--reference") { Description = "Earlier spectrum of the same cell", HelpName = "FILE" };
        var conductivity = new Option<string?>("--conductivity") { Description = "Ionic conductivity of the electrolyte, in place of an earlier spectrum", HelpName = "SIGMA" };
        var thickness = new Option<string?>("--thickness") { Description = "Thickness of the electrolyte, with --conductivity", HelpName = "L" };
        var diameter = new Option<string?>("--diameter") { Description = "Diameter of the electrodes, with --conductivity", HelpName = "D" };
        var area = new Option<string?>("--area") { Description = "Area of the electrodes, in place of the diameter", HelpName = "A" };
        var json = EisRun.JsonOption();
        var command = new Command("short", "Signs of metal through the electrolyte, which the voltage of a symmetric cell never shows") { file, reference, conductivity, thickness, diameter, area, json };
        examples[command] = ["electrolith eis short cycle50.mpt --reference cycle1.mpt"];
        command.SetAction(result => EisRun.Do(result, run =>
        {
            var later = run.One(run.Load(result.GetValue(file)!), null, result.GetValue(file)!);
            var earlier = result.GetValue(reference) is { } path ? run.One(run.Load(path), null, path) : null;
            double? expected = null;
            if (result.GetValue(conductivity) is { } sigma)
            {
                var value = EisQuantity.Read(run, "--conductivity", sigma, QuantityKinds.Conductivity);
                if (result.GetValue(thickness) is null)
                {
                    run.Problem("--thickness: it is needed with --conductivity");
                }

                var length = result.GetValue(thickness) is { } text ? EisQuantity.Read(run, "--thickness", text, QuantityKinds.Length) : 1;
                expected = length / (value * EisQuantity.Area(run, result.GetValue(diameter), result.GetValue(area)));
            }

            return () =>
            {
                var found = earlier is null ? SoftShort.Look(later!, expected) : SoftShort.Compare(earlier, later!);
                if (earlier is not null && expected is not null && SoftShort.Look(later!, expected) is { } look)
                {
                    found = found with { Verdict = (ShortVerdict)Math.Max((int)found.Verdict, (int)look.Verdict), Reasons = [.. found.Reasons, .. look.Reasons] };
                }

                if (result.GetValue(json))
                {
                    JsonOutput.Write(run.Output, writer => WriteJson(writer, found));
                }
                else
                {
                    Write(run.Output, later!.Name, found);
                }
            };
        }));
        return command;
    }

    private static void WriteJson(Utf8JsonWriter writer, SoftShort found)
    {
        writer.WriteString("verdict", Word(found.Verdict));
        writer.WriteValue("shuntResistance", found.Verdict == ShortVerdict.NoSign ? null : 1 / found.ShuntConductance, "ohm");
        writer.WriteValue("shuntConductance", found.ShuntConductance, "S");
        writer.WriteValue("shuntConductanceError", found.ShuntConductanceError, "S");
        writer.WriteValue("electronicShare", found.Verdict == ShortVerdict.NoSign ? null : found.ElectronicShare, "");
        writer.WriteStartArray("reasons");
        found.Reasons.ToList().ForEach(writer.WriteStringValue);
        writer.WriteEndArray();
    }

    private static void Write(TextWriter output, string name, SoftShort found)
    {
        output.WriteParagraph($"{name}: {Word(found.Verdict)}");
        found.Reasons.ToList().ForEach(output.WriteItem);
        if (found.Verdict != ShortVerdict.NoSign && found is { ShuntConductance: { } shunt, ElectronicShare: { } share })
        {
            output.WriteItem($"shunt {FitText.Number(1 / shunt)} ohm, which carries {share:P0} of the direct current");
        }

        output.WriteItem("a symmetric cell rests at zero volt with and without a short: its voltage at rest proves nothing");
    }

    private static string Word(ShortVerdict verdict) => verdict switch { ShortVerdict.Short => "short", ShortVerdict.Suspected => "suspected", _ => "no sign of a short" };
}
