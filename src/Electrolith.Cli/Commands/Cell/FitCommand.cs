using System.CommandLine;
using Electrolith.Cells.Dynamics;
using Electrolith.Cells.Files;
using Electrolith.Cli.Output;
using Electrolith.Materials.Documents;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cli.Commands.Cell;

/// <summary><c>cell fit FILE --data CURVE.csv</c>: parameters from a measured constant-current discharge.</summary>
internal static class FitCommand
{
    private const int MostPoints = 400;

    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var options = new CellOptions();
        var data = new Option<string>("--data") { Description = "Measured discharge, as the cycler exports it", HelpName = "FILE.csv", Required = true };
        var rate = new Option<string?>("--rate") { Description = "Its rate or current density; without it 1C", HelpName = "RATE" };
        var parameters = new Option<string[]>("--parameters")
        {
            Description = "What to fit, separated by commas: " + string.Join(", ", CellFit.Names), HelpName = "NAMES", AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => ["cathode-diffusivity,anode-interface-resistance"],
        };
        var command = options.Verb("fit", "Parameters from a measured constant-current discharge", withFigure: false);
        foreach (var option in new Option[] { data, rate, parameters })
        {
            command.Options.Add(option);
        }

        examples[command] = ["electrolith cell fit my-cell.yaml --data discharge.csv --rate C/2 --parameters cathode-diffusivity,anode-interface-resistance"];
        command.SetAction(result => CellSession.Do(result, options, session => Run(session, result.GetValue(data)!, result.GetValue(rate) ?? "1C", result.GetValue(parameters)!)));
        return command;
    }

    private static int Run(CellSession session, string path, string rate, string[] texts)
    {
        var names = texts.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in names.Where(name => !CellFit.Names.Contains(name, StringComparer.Ordinal)))
        {
            session.Error.WriteParagraph($"--parameters {name}: known are {string.Join(", ", CellFit.Names)}");
            return ExitCodes.Usage;
        }

        var cell = session.File.Cell;
        if (!QuantityParser.TryParse(rate, QuantityKinds.ChargeRate, out var current, out _))
        {
            if (!QuantityParser.TryParse(rate, QuantityKinds.CurrentDensity, out current, out _))
            {
                session.Error.WriteParagraph($"--rate {rate}: a C-rate or a current density is expected, for example C/3 or 1 mA/cm2");
                return ExitCodes.Usage;
            }
        }
        else
        {
            current *= cell.NominalCharge;
        }

        if (names.Count == 0 || !(current > 0) || names.Exists(name => !(CellFit.ValueOf(cell, name) > 0)))
        {
            session.Error.WriteParagraph("--rate must be above zero, and so must every parameter of --parameters in the cell file, because they are searched on a logarithmic scale");
            return ExitCodes.Usage;
        }

        var bag = new DiagnosticBag();
        var curve = DocumentFile.Load(path, bag) is { } source ? MeasuredCurve.Read(source, bag) : null;
        if (curve is null)
        {
            session.Error.Write(DiagnosticPrinter.Print(bag.ToSorted()));
            return ExitCodes.BadInput;
        }

        var every = Math.Max(1, (curve.Time.Length + MostPoints - 1) / MostPoints);
        var rows = Enumerable.Range(0, curve.Time.Length).Where(index => index % every == 0 && curve.Time[index] > 0 && (index == 0 || curve.Time[index] > curve.Time[index - 1])).ToList();
        var fit = CellFit.Fit(cell, current, [.. rows.Select(index => curve.Time[index])], [.. rows.Select(index => curve.Voltage[index])], names, session.Simulation);
        Write(session, fit, rows.Count);
        return fit.HasConverged ? ExitCodes.Success : ExitCodes.Failed;
    }

    private static void Write(CellSession session, CellFitResult fit, int points)
    {
        if (session.Json)
        {
            JsonOutput.Write(session.Output, json =>
            {
                json.WriteString("name", session.File.Cell.Name);
                json.WriteString("model", session.Model);
                json.WriteBoolean("converged", fit.HasConverged);
                json.WriteNumber("points", points);
                json.WriteQuantity("errorBefore", fit.StartError, QuantityKinds.Voltage);
                json.WriteQuantity("error", fit.Error, QuantityKinds.Voltage);
                json.WriteStartArray("parameters");
                foreach (var parameter in fit.Parameters)
                {
                    json.WriteStartObject();
                    json.WriteString("name", parameter.Name);
                    json.WriteNumber("start", parameter.Start);
                    json.WriteNumber("value", parameter.Value);
                    json.WriteNumber("low", parameter.Low);
                    json.WriteNumber("high", parameter.High);
                    json.WriteString("unit", "SI");
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
            return;
        }

        session.Output.WriteLine($"{session.File.Cell.Name}: {points} points, {fit.StartError * 1e3:F2} mV before, {fit.Error * 1e3:F2} mV after{(fit.HasConverged ? "" : " (not converged)")}");
        session.Output.WriteLine();
        var table = new TextTable("parameter (SI)", ">start", ">value", ">95 % from", ">to");
        foreach (var parameter in fit.Parameters)
        {
            table.Add(parameter.Name, $"{parameter.Start:G4}", $"{parameter.Value:G4}", $"{parameter.Low:G4}", $"{parameter.High:G4}");
        }

        session.Output.Write(table);
    }
}
