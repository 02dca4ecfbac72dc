using System.CommandLine;
using System.Globalization;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Eis;
using Electrolith.Impedance.Relaxation;
using Electrolith.Quantities;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Eis;

/// <summary><c>eis drt FILE</c>: the distribution of relaxation times of a spectrum.</summary>
internal sealed class EisRelaxationCommand
{
    private static readonly (string Name, LambdaSelection Value)[] Rules =
    [
        ("k-fold", LambdaSelection.KFold), ("gcv", LambdaSelection.GeneralisedCrossValidation), ("l-curve", LambdaSelection.LCurve), ("re-im", LambdaSelection.RealImaginary), ("evidence", LambdaSelection.Evidence),
    ];

    private static readonly (string Name, RelaxationMethod Value)[] Methods = [("bayes", RelaxationMethod.Bayesian), ("tikhonov", RelaxationMethod.Tikhonov), ("loewner", RelaxationMethod.Loewner)];
    private static readonly (string Name, RelaxationTail Value)[] Tails = [("auto", RelaxationTail.Automatic), ("none", RelaxationTail.None), ("capacitor", RelaxationTail.Capacitor), ("cpe", RelaxationTail.ConstantPhase)];
    private static readonly (string Name, RelaxationWeight Value)[] Weights = [("auto", RelaxationWeight.Automatic), ("absolute", RelaxationWeight.Absolute), ("relative", RelaxationWeight.Relative)];
    private static readonly (string Name, RelaxationBasisKind Value)[] Bases = [("gaussian", RelaxationBasisKind.Gaussian), ("linear", RelaxationBasisKind.PiecewiseLinear)];

    private readonly Argument<string> file = new("FILE") { Description = "File of an instrument, or a table" };
    private readonly Option<string?> method = new("--method") { Description = "bayes: positive, with a band, strength found from the spectrum; tikhonov: penalty on the roughness; loewner: single relaxations of either sign, from poles", HelpName = "METHOD" };
    private readonly Option<string?> lambda = new("--lambda") { Description = "Strength of the tikhonov method: a number, or the rule that finds it: k-fold, gcv, l-curve, re-im, evidence (k-fold; evidence when signed)", HelpName = "LAMBDA" };
    private readonly Option<int?> derivative = new("--derivative") { Description = "Derivative that the tikhonov method keeps small: 1 or 2 (1; 2 when signed)", HelpName = "N" };
    private readonly Option<string> basis = new("--basis") { Description = "Functions of the distribution: gaussian or linear", HelpName = "BASIS", DefaultValueFactory = _ => "gaussian" };
    private readonly Option<string> tail = new("--tail") { Description = "What stands for processes slower than the spectrum: auto, none, capacitor, cpe", HelpName = "TAIL", DefaultValueFactory = _ => "auto" };
    private readonly Option<string> weight = new("--weight") { Description = "How points count: auto, absolute, relative (1/|Z|)", HelpName = "WEIGHT", DefaultValueFactory = _ => "auto" };
    private readonly Option<bool> capacitor = new("--capacitor") { Description = "The same as --tail capacitor" };
    private readonly Option<bool> relative = new("--relative") { Description = "The same as --weight relative" };
    private readonly Option<bool> signed = new("--signed") { Description = "Allow negative values, for inductive loops (tikhonov method)" };
    private readonly Option<bool> withoutInductor = new("--without-inductor") { Description = "Leave out the series inductance" };
    private readonly Option<bool> bands = new("--bands") { Description = "Print the 95 % credible band too (it is always in the figure)" };
    private readonly Option<string?> thickness = new("--thickness") { Description = "Thickness of the sample; with its area, capacitances point to processes", HelpName = "L" };
    private readonly Option<string?> diameter = new("--diameter") { Description = "Diameter of the electrodes", HelpName = "D" };
    private readonly Option<string?> area = new("--area") { Description = "Area of the electrodes, in place of the diameter", HelpName = "A" };
    private readonly Option<int?> number = new("--spectrum") { Description = "Which spectrum of the file, from 1", HelpName = "N" };
    private readonly Option<bool> json = EisRun.JsonOption();
    private readonly Option<string?> figure = EisRun.FigureOption("Write the distribution");
    private readonly Option<string?> report = CommonOptions.Report();

    private EisRelaxationCommand()
    {
    }

    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples) => new EisRelaxationCommand().Make(examples);

    private Command Make(Dictionary<Command, string[]> examples)
    {
        var (from, to) = EisRun.MaskOptions();
        var command = new Command("drt", "Distribution of relaxation times: which processes, how large")
        {
            file, method, lambda, derivative, basis, tail, weight, capacitor, relative, signed, withoutInductor, bands, thickness, diameter, area, number, from, to, json, figure, report,
        };
        examples[command] = ["electrolith eis drt cell.csv", "electrolith eis drt pellet.csv --thickness 1mm --area 1cm2 --figure drt.svg", "electrolith eis drt cell.csv --lambda gcv --json"];
        command.SetAction(result => EisRun.Do(result, run =>
        {
            var path = result.GetValue(file)!;
            var spectrum = run.One(run.Load(path, result.GetValue(from), result.GetValue(to)), result.GetValue(number), path);
            var options = Options(run, result);
            var geometry = Geometry(run, result);
            return () =>
            {
                var found = RelaxationTimes.Compute(spectrum!, options);
                var answer = new RelaxationAnswer(spectrum!, found, geometry, result.GetValue(bands));
                if (result.GetValue(json))
                {
                    JsonOutput.Write(run.Output, writer => RelaxationText.WriteJson(writer, answer));
                }
                else
                {
                    RelaxationText.Write(run.Output, answer);
                }

                if (result.GetValue(figure) is { } svg)
                {
                    AtomicFile.WriteAllText(svg, EisFigures.Relaxation(spectrum!, found));
                }

                if (result.GetValue(report) is { } html)
                {
                    AtomicFile.WriteAllText(html, EisReport.Relaxation(spectrum!, found));
                }
            };
        }));
        return command;
    }

    private RelaxationOptions Options(EisRun run, ParseResult result)
    {
        var text = result.GetValue(lambda);
        var rule = Array.FindIndex(Rules, item => item.Name == text);
        var given = 0.0;
        if (text is not null && rule < 0 && !(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out given) && given > 0 && double.IsFinite(given)))
        {
            run.Problem($"--lambda {text}: a number above zero, or {string.Join(", ", Rules.Select(item => item.Name))} is expected");
        }

        if (result.GetValue(derivative) is not (null or 1 or 2))
        {
            run.Problem($"--derivative {result.GetValue(derivative)}: 1 or 2 is expected");
        }

        // A rule or a strength is of the Tikhonov method, and so is a signed distribution.
        var chosen = run.Choose("--method", result.GetValue(method) ?? (text is null && !result.GetValue(signed) ? "bayes" : "tikhonov"), Methods);
        if (chosen == RelaxationMethod.Bayesian && (text is not null || result.GetValue(signed)))
        {
            run.Problem($"{(text is not null ? "--lambda" : "--signed")}: of --method tikhonov only; the bayes method finds its strength itself and is positive");
        }
        else if (chosen == RelaxationMethod.Loewner && text is not null)
        {
            run.Problem("--lambda: of --method tikhonov only; the loewner method has no strength");
        }

        // A signed distribution is a Gaussian process with a band: its strength is the likeliest one.
        var usual = result.GetValue(signed) ? LambdaSelection.Evidence : LambdaSelection.KFold;

        return new RelaxationOptions
        {
            Method = chosen, Selection = text is null ? usual : rule < 0 ? LambdaSelection.Given : Rules[rule].Value, Lambda = given, Derivative = result.GetValue(derivative) ?? (result.GetValue(signed) ? 2 : 1),
            Basis = run.Choose("--basis", result.GetValue(basis)!, Bases), IsNonNegative = !result.GetValue(signed), WithInductor = !result.GetValue(withoutInductor),
            Tail = run.Choose("--tail", result.GetValue(capacitor) ? "capacitor" : result.GetValue(tail)!, Tails),
            Weight = run.Choose("--weight", result.GetValue(relative) ? "relative" : result.GetValue(weight)!, Weights),
        };
    }

    private (double Thickness, double Area)? Geometry(EisRun run, ParseResult result)
    {
        if (result.GetValue(thickness) is not { } length)
        {
            if (result.GetValue(diameter) is not null || result.GetValue(area) is not null)
            {
                run.Problem("--thickness: expected beside --diameter or --area");
            }

            return null;
        }

        return (EisQuantity.Read(run, "--thickness", length, QuantityKinds.Length), EisQuantity.Area(run, result.GetValue(diameter), result.GetValue(area)));
    }
}
