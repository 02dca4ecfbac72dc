using System.CommandLine;
using System.Globalization;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Eis;
using Electrolith.Impedance.Relaxation;
using Electrolith.Impedance.Spectra;
using Electrolith.Impedance.Validity;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Eis;

/// <summary><c>eis show</c>, <c>eis kk</c> and <c>eis drt</c>: a spectrum without a circuit.</summary>
internal static class EisAnalysisCommands
{
    private static readonly (string Name, LambdaSelection Selection)[] Selections =
    [
        ("k-fold", LambdaSelection.KFold), ("gcv", LambdaSelection.GeneralisedCrossValidation), ("l-curve", LambdaSelection.LCurve), ("re-im", LambdaSelection.RealImaginary),
    ];

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

    /// <summary>Builds <c>drt</c>.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command BuildRelaxation(Dictionary<Command, string[]> examples)
    {
        var file = new Argument<string>("FILE") { Description = "File of an instrument, or a table" };
        var lambda = new Option<string>("--lambda") { Description = "A number, or the rule that finds it: k-fold, gcv, l-curve, re-im", HelpName = "LAMBDA", DefaultValueFactory = _ => "k-fold" };
        var derivative = new Option<int>("--derivative") { Description = "Derivative that is kept small: 1 or 2", HelpName = "N", DefaultValueFactory = _ => 1 };
        var signed = new Option<bool>("--signed") { Description = "Allow negative values, for inductive loops" };
        var capacitor = new Option<bool>("--capacitor") { Description = "Include a series capacitance, for a blocking tail" };
        var relative = new Option<bool>("--relative") { Description = "Weigh by 1/|Z|, for spectra over decades of impedance" };
        var number = new Option<int?>("--spectrum") { Description = "Which spectrum of the file, from 1", HelpName = "N" };
        var (from, to) = EisRun.MaskOptions();
        var json = EisRun.JsonOption();
        var figure = EisRun.FigureOption("Write the distribution");
        var command = new Command("drt", "Distribution of relaxation times: which processes, how large") { file, lambda, derivative, signed, capacitor, relative, number, from, to, json, figure };
        examples[command] = ["electrolith eis drt cell.csv", "electrolith eis drt pellet.csv --capacitor --relative --figure drt.svg"];
        command.SetAction(result => EisRun.Do(result, run =>
        {
            var path = result.GetValue(file)!;
            var spectrum = run.One(run.Load(path, result.GetValue(from), result.GetValue(to)), result.GetValue(number), path);
            var text = result.GetValue(lambda)!;
            var rule = Array.FindIndex(Selections, item => item.Name == text);
            var given = 0.0;
            if (rule < 0 && !(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out given) && given > 0 && double.IsFinite(given)))
            {
                run.Problem($"--lambda {text}: a number above zero, or {string.Join(", ", Selections.Select(item => item.Name))} is expected");
            }

            if (result.GetValue(derivative) is not (1 or 2))
            {
                run.Problem($"--derivative {result.GetValue(derivative)}: 1 or 2 is expected");
            }

            var options = new RelaxationOptions
            {
                Selection = rule < 0 ? LambdaSelection.Given : Selections[rule].Selection, Lambda = given, Derivative = result.GetValue(derivative),
                IsNonNegative = !result.GetValue(signed), WithCapacitor = result.GetValue(capacitor), IsRelative = result.GetValue(relative),
            };
            return () =>
            {
                var found = RelaxationTimes.Compute(spectrum!, options);
                if (result.GetValue(json))
                {
                    JsonOutput.Write(run.Output, writer => RelaxationText.WriteJson(writer, spectrum!, found));
                }
                else
                {
                    RelaxationText.Write(run.Output, spectrum!, found);
                }

                if (result.GetValue(figure) is { } svg)
                {
                    AtomicFile.WriteAllText(svg, EisFigures.Relaxation(spectrum!, found));
                }
            };
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
