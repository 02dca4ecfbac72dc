using System.CommandLine;
using System.Globalization;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Eis;
using Electrolith.Impedance.Spectra;
using Electrolith.Impedance.Validity;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Eis;

/// <summary><c>eis show</c> and <c>eis kk</c>: a spectrum without a circuit.</summary>
internal static class EisAnalysisCommands
{
    /// <summary>Builds <c>show</c>.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command BuildShow(Dictionary<Command, string[]> examples)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files of instruments, or tables of frequency, real and imaginary part", Arity = ArgumentArity.OneOrMore };
        var json = EisRun.JsonOption();
        var figure = EisRun.FigureOption("Write a Nyquist diagram of the first spectrum");
        var command = new Command("show", "What files hold: spectra, ranges, what the instrument noted") { files, json, figure };
        examples[command] = ["electrolith eis show pellet.mpt cell.DTA", "electrolith eis show pellet.mpt --figure nyquist.svg"];
        command.SetAction(result => EisRun.Do(result, run =>
        {
            var spectra = result.GetValue(files)!.SelectMany(file => run.Load(file)).ToList();
            return () =>
            {
                if (result.GetValue(json))
                {
                    JsonOutput.Write(run.Output, writer => SpectrumText.WriteJson(writer, spectra));
                }
                else
                {
                    SpectrumText.Write(run.Output, spectra);
                }

                if (result.GetValue(figure) is { } svg && spectra.Count > 0)
                {
                    AtomicFile.WriteAllText(svg, EisFigures.Nyquist(spectra[0], [], ""));
                }
            };
        }));
        return command;
    }

    /// <summary>Builds <c>kk</c>.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command BuildKramersKronig(Dictionary<Command, string[]> examples)
    {
        var file = new Argument<string>("FILE") { Description = "File of an instrument, or a table" };
        var parts = new Option<string>("--parts") { Description = "complex: both parts are fitted; real: the imaginary part is predicted", HelpName = "PARTS", DefaultValueFactory = _ => "complex" };
        var without = new Option<bool>("--without-capacitor") { Description = "Leave out the series capacitance; a blocking tail then looks like a violation" };
        var limit = new Option<double>("--limit") { Description = "The order rises until mu falls to this", HelpName = "MU", DefaultValueFactory = _ => 0.85 };
        var number = new Option<int?>("--spectrum") { Description = "Which spectrum of the file, from 1", HelpName = "N" };
        var (from, to) = EisRun.MaskOptions();
        var capacitive = EisRun.CapacitiveOption();
        var json = EisRun.JsonOption();
        var command = new Command("kk", "Linear Kramers-Kronig test: is the spectrum valid?") { file, parts, without, limit, number, from, to, capacitive, json };
        examples[command] = ["electrolith eis kk pellet.csv", "electrolith eis kk cell.csv --parts real --json"];
        command.SetAction(result => EisRun.Do(result, run =>
        {
            var path = result.GetValue(file)!;
            var spectrum = run.One(run.Load(path, result.GetValue(from), result.GetValue(to), result.GetValue(capacitive)), result.GetValue(number), path);
            var which = result.GetValue(parts)!;
            if (which is not ("complex" or "real"))
            {
                run.Problem($"--parts {which}: complex or real is expected");
            }

            if (result.GetValue(limit) is not (> 0 and < 1))
            {
                run.Problem($"--limit {result.GetValue(limit)}: a number between 0 and 1 is expected");
            }

            var options = new KramersKronigOptions(which == "real" ? KramersKronigParts.Real : KramersKronigParts.Complex, !result.GetValue(without), result.GetValue(limit));
            return () => Answer(run, spectrum!, LinearKramersKronig.Test(spectrum!, options), result.GetValue(json));
        }));
        return command;
    }

    private static void Answer(EisRun run, Spectrum spectrum, KramersKronigResult found, bool isJson)
    {
        if (isJson)
        {
            JsonOutput.Write(run.Output, json =>
            {
                json.WriteString("file", spectrum.Name);
                json.WriteNumber("order", found.Order);
                json.WriteNumber("mu", found.Mu);
                json.WriteNumber("maxResidual", found.LargestResidual);
                json.WriteNumber("maxResidualReal", found.RealResiduals.Max(Math.Abs));
                json.WriteNumber("maxResidualImaginary", found.ImaginaryResiduals.Max(Math.Abs));
                json.WriteStartArray("residuals");
                for (var point = 0; point < spectrum.Count; point++)
                {
                    json.WriteStartObject();
                    json.WriteNumber("frequency", spectrum.Frequencies[point]);
                    json.WriteNumber("real", found.RealResiduals[point]);
                    json.WriteNumber("imaginary", found.ImaginaryResiduals[point]);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
            return;
        }

        var verdict = found.LargestResidual < 0.01 ? "obeys the Kramers-Kronig relations to 1 %" : found.LargestResidual < 0.05 ? "obeys the Kramers-Kronig relations to 5 %" : "breaks the Kramers-Kronig relations: drift, non-linearity or noise";
        run.Output.WriteParagraph($"{spectrum.Name}: {verdict}");
        run.Output.WriteParagraph($"largest residual {found.LargestResidual:P2} of |Z| with {found.Order} RC elements (mu = {found.Mu:F3})", "  ");
        var worst = Enumerable.Range(0, spectrum.Count).OrderByDescending(point => Math.Max(Math.Abs(found.RealResiduals[point]), Math.Abs(found.ImaginaryResiduals[point]))).Take(5);
        var table = new TextTable(">frequency, Hz", ">real, %", ">imaginary, %");
        foreach (var point in worst)
        {
            table.Add(FitText.Number(spectrum.Frequencies[point]), (100 * found.RealResiduals[point]).ToString("F2", CultureInfo.InvariantCulture), (100 * found.ImaginaryResiduals[point]).ToString("F2", CultureInfo.InvariantCulture));
        }

        run.Output.WriteLine();
        run.Output.Write(table);
        run.Output.WriteLine("the five points with the largest residuals");
    }
}
