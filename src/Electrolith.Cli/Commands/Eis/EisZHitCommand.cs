using System.CommandLine;
using System.Globalization;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Eis;
using Electrolith.Impedance.Validity;

namespace Electrolith.Cli.Commands.Eis;

/// <summary><c>eis zhit FILE</c>: the modulus from the phase, to see drift.</summary>
internal static class EisZHitCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var file = new Argument<string>("FILE") { Description = "File of an instrument, or a table" };
        var number = new Option<int?>("--spectrum") { Description = "Which spectrum of the file, from 1", HelpName = "N" };
        var (from, to) = EisRun.MaskOptions();
        var json = EisRun.JsonOption();
        var command = new Command("zhit", "Z-HIT: does the modulus follow from the phase, or did the sample drift?") { file, number, from, to, json };
        examples[command] = ["electrolith eis zhit cell.csv"];
        command.SetAction(result => EisRun.Do(result, run =>
        {
            var path = result.GetValue(file)!;
            var spectrum = run.One(run.Load(path, result.GetValue(from), result.GetValue(to)), result.GetValue(number), path);
            return () =>
            {
                var found = ZHit.Test(spectrum!);
                if (result.GetValue(json))
                {
                    JsonOutput.Write(run.Output, writer =>
                    {
                        writer.WriteString("file", spectrum!.Name);
                        writer.WriteNumber("maxResidual", found.LargestResidual);
                        writer.WriteStartArray("points");
                        for (var point = 0; point < found.Frequencies.Length; point++)
                        {
                            writer.WriteStartObject();
                            writer.WriteNumber("frequency", found.Frequencies[point]);
                            writer.WriteNumber("modulus", found.Modulus[point]);
                            writer.WriteNumber("residual", found.Residuals[point]);
                            writer.WriteEndObject();
                        }

                        writer.WriteEndArray();
                    });
                    return;
                }

                run.Output.WriteParagraph($"{spectrum!.Name}: {(found.LargestResidual < 0.03 ? "the modulus follows from the phase to 3 %" : "the modulus does not follow from the phase: drift, or a sharp corner in the spectrum")}");
                run.Output.WriteLine();
                var table = new TextTable(">frequency, Hz", ">|Z| from phase", ">deviation, %");
                foreach (var point in Enumerable.Range(0, found.Frequencies.Length).OrderByDescending(point => Math.Abs(found.Residuals[point])).Take(5))
                {
                    table.Add(FitText.Number(found.Frequencies[point]), FitText.Number(found.Modulus[point]), (100 * (Math.Exp(found.Residuals[point]) - 1)).ToString("F2", CultureInfo.InvariantCulture));
                }

                run.Output.Write(table);
                run.Output.WriteLine("the five largest deviations; the method itself is right to 1 to 2 %");
            };
        }));
        return command;
    }
}
