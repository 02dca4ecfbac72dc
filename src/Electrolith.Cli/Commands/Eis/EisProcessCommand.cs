using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Electrolith.Cli.Output;
using Electrolith.Impedance.Desk;
using Electrolith.Quantities;

namespace Electrolith.Cli.Commands.Eis;

/// <summary><c>eis process</c>: which process is an arc?</summary>
internal static class EisProcessCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var capacitance = new Option<double?>("--capacitance") { Description = "Effective capacitance of the arc, for a cell constant of 1/cm (of a face: per cm2)", HelpName = "F" };
        var energy = new Option<string?>("--activation-energy") { Description = "Of 1/R of the arc", HelpName = "EV" };
        var bulk = new Option<string?>("--bulk-activation-energy") { Description = "Of the bulk of the electrolyte, to compare with", HelpName = "EV" };
        var pressure = new Option<double?>("--pressure-exponent") { Description = "m in R ~ p^m, such as -0.5", HelpName = "M" };
        var time = new Option<double?>("--time-exponent") { Description = "n in R = R0 + k t^n, such as 0.5", HelpName = "N" };
        var product = new Option<double?>("--time-constant-ratio") { Description = "R C later over R C earlier", HelpName = "RATIO" };
        var json = EisRun.JsonOption();
        var command = new Command("process", "Which process an arc is: capacitance, activation energy, pressure, time and R C") { capacitance, energy, bulk, pressure, time, product, json };
        examples[command] = ["electrolith eis process --capacitance 5e-10 --pressure-exponent -0.5"];
        command.SetAction(result => EisRun.Do(result, run =>
        {
            double? Energy(Option<string?> option) => result.GetValue(option) is { } text ? EisQuantity.Read(run, option.Name, text, QuantityKinds.ActivationEnergy) / PhysicalConstants.ElementaryCharge : null;
            var evidence = new ProcessEvidence
            {
                Capacitance = result.GetValue(capacitance), ActivationEnergy = Energy(energy), BulkActivationEnergy = Energy(bulk),
                PressureExponent = result.GetValue(pressure), TimeExponent = result.GetValue(time), TimeConstantRatio = result.GetValue(product),
            };
            foreach (var (option, value) in new[] { (capacitance, evidence.Capacitance), (product, evidence.TimeConstantRatio) })
            {
                if (value is { } number && !(number > 0 && double.IsFinite(number)))
                {
                    run.Problem($"{option.Name} {number}: a value above zero is expected");
                }
            }

            if (evidence.ActivationEnergy is null != (evidence.BulkActivationEnergy is null))
            {
                run.Problem("--activation-energy and --bulk-activation-energy: each means something beside the other only; give both");
            }

            return () =>
            {
                var found = ProcessFinder.Find(evidence);
                if (result.GetValue(json))
                {
                    JsonOutput.Write(run.Output, writer => WriteJson(writer, found));
                }
                else
                {
                    Write(run.Output, found);
                }
            };
        }));
        return command;
    }

    private static void WriteJson(Utf8JsonWriter writer, ImmutableArray<ProcessCandidate> found)
    {
        writer.WriteStartArray("candidates");
        foreach (var candidate in found)
        {
            writer.WriteStartObject();
            writer.WriteString("process", candidate.Name);
            writer.WriteNumber("score", candidate.Score);
            writer.WriteStartArray("reasons");
            candidate.Reasons.ToList().ForEach(writer.WriteStringValue);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(TextWriter output, ImmutableArray<ProcessCandidate> found)
    {
        var table = new TextTable("process", ">score");
        foreach (var candidate in found)
        {
            table.Add(candidate.Name, candidate.Score.ToString("F2", CultureInfo.InvariantCulture));
        }

        output.Write(table);
        output.WriteLine();
        foreach (var candidate in found.Where(candidate => candidate.Score >= found[0].Score - 0.1).Take(3))
        {
            output.WriteParagraph(candidate.Name);
            candidate.Reasons.ToList().ForEach(output.WriteItem);
        }
    }
}
