using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Eis;
using Electrolith.Impedance.Spectra;
using Electrolith.Impedance.Validity;

namespace Electrolith.Cli.Commands.Eis;

/// <summary><c>eis quality FILE</c>: which frequencies are not to be trusted, and why.</summary>
internal static class EisQualityCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var file = new Argument<string>("FILE") { Description = "File of an instrument, or a table" };
        var number = new Option<int?>("--spectrum") { Description = "Which spectrum of the file, from 1", HelpName = "N" };
        var (from, to) = EisRun.MaskOptions();
        var json = EisRun.JsonOption();
        var command = new Command("quality", "Which frequencies can be trusted, and why not the others") { file, number, from, to, json };
        examples[command] = ["electrolith eis quality pellet.csv"];
        command.SetAction(result => EisRun.Do(result, run =>
        {
            var path = result.GetValue(file)!;
            var spectrum = run.One(run.Load(path, result.GetValue(from), result.GetValue(to)), result.GetValue(number), path);
            return () =>
            {
                var report = SpectrumQuality.Assess(spectrum!);
                if (result.GetValue(json))
                {
                    JsonOutput.Write(run.Output, writer => WriteJson(writer, spectrum!, report));
                }
                else
                {
                    Write(run.Output, spectrum!, report);
                }
            };
        }));
        return command;
    }

    private static void Write(TextWriter output, Spectrum spectrum, QualityReport report)
    {
        output.WriteParagraph($"{spectrum.Name}: {(report.Trusted is { } range ? report.Decades.All(decade => decade.Grade == QualityGrade.Good) ? "valid from end to end" : $"to be trusted from {FitText.Number(range.From)} to {FitText.Number(range.To)} Hz" : "no decade can be trusted")}");
        output.WriteLine();
        var table = new TextTable(">from, Hz", ">to, Hz", ">points", ">residual, %", ">|Z| from phase, %", "verdict");
        foreach (var decade in report.Decades)
        {
            table.Add(FitText.Number(decade.From), FitText.Number(decade.To), $"{decade.Points}", Fixed(100 * decade.Residual), double.IsNaN(decade.ModulusDeviation) ? "-" : Fixed(100 * decade.ModulusDeviation), Word(decade.Grade));
        }

        output.Write(table);
        foreach (var group in Groups(report.Decades.Where(decade => decade.Grade != QualityGrade.Good)))
        {
            output.WriteItem($"{FitText.Number(group[0].From)} to {FitText.Number(group[^1].To)} Hz: {group.MaxBy(decade => decade.Residual)!.Reason}");
        }

        foreach (var note in report.Notes)
        {
            output.WriteItem(note);
        }

        output.WriteParagraph($"linear Kramers-Kronig test with {report.KramersKronig.Order} elements{(report.Model is { } model ? $"; measurement model with {model.Elements.Length}, which leaves noise of {100 * model.Noise:G2} % of |Z|" : "")}");
    }

    // Neighbours with the same reason but for its numbers are told once, with the numbers of the worst.
    private static List<List<DecadeQuality>> Groups(IEnumerable<DecadeQuality> decades)
    {
        var groups = new List<List<DecadeQuality>>();
        foreach (var decade in decades)
        {
            if (groups.Count > 0 && Words(groups[^1][0].Reason) == Words(decade.Reason))
            {
                groups[^1].Add(decade);
            }
            else
            {
                groups.Add([decade]);
            }
        }

        return groups;
    }

    private static string Words(string reason) => string.Concat(reason.Where(letter => !char.IsDigit(letter) && letter != '.'));

    private static void WriteJson(Utf8JsonWriter json, Spectrum spectrum, QualityReport report)
    {
        json.WriteString("file", spectrum.Name);
        if (report.Trusted is { } range)
        {
            json.WriteStartObject("trusted");
            json.WriteNumber("from", range.From);
            json.WriteNumber("to", range.To);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("trusted");
        }

        json.WriteStartArray("decades");
        foreach (var decade in report.Decades)
        {
            json.WriteStartObject();
            json.WriteNumber("from", decade.From);
            json.WriteNumber("to", decade.To);
            json.WriteNumber("points", decade.Points);
            json.WriteNumber("residual", decade.Residual);
            if (!double.IsNaN(decade.ModulusDeviation))
            {
                json.WriteNumber("modulusDeviation", decade.ModulusDeviation);
            }

            json.WriteString("verdict", Word(decade.Grade));
            json.WriteString("reason", decade.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        report.Notes.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteNumber("order", report.KramersKronig.Order);
        json.WriteNumber("maxResidual", report.KramersKronig.LargestResidual);
        WriteModel(json, report.Model);
    }

    private static void WriteModel(Utf8JsonWriter json, MeasurementModelResult? model)
    {
        if (model is null)
        {
            json.WriteNull("measurementModel");
            return;
        }

        json.WriteStartObject("measurementModel");
        json.WriteNumber("noise", model.Noise);
        json.WriteNumber("seriesResistance", model.SeriesResistance);
        json.WriteNumber("inductance", model.Inductance);
        json.WriteNumber("inverseCapacitance", model.InverseCapacitance);
        json.WriteStartArray("elements");
        foreach (var element in model.Elements)
        {
            json.WriteStartObject();
            json.WriteNumber("tau", element.Time);
            json.WriteNumber("resistance", element.Resistance);
            json.WriteNumber("resistanceError", element.ResistanceError);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Word(QualityGrade grade) => grade switch { QualityGrade.Good => "good", QualityGrade.Doubtful => "doubtful", _ => "bad" };

    private static string Fixed(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
