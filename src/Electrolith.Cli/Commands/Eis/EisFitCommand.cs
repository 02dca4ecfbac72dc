using System.CommandLine;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Eis;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Fitting;
using Electrolith.Impedance.Spectra;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Eis;

/// <summary><c>eis fit FILE --circuit …</c>: circuits fitted to spectra.</summary>
internal static class EisFitCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files of an instrument, or tables of frequency, real and imaginary part", Arity = ArgumentArity.OneOrMore };
        var circuits = new Option<string[]>("--circuit") { Description = "Such as \"R0-p(R1,CPE1)-Wo1\", or Boukamp's \"R(RQ)(C[RW])\"; may be repeated to compare", HelpName = "CIRCUIT", Required = true };
        var set = new FitOptionSet();
        var number = new Option<int?>("--spectrum") { Description = "Which spectrum of the file, from 1", HelpName = "N" };
        var all = new Option<bool>("--all") { Description = "Every spectrum of the files" };
        var mask = new MaskOptionSet();
        var profile = new Option<bool>("--profile") { Description = "Intervals from the profile of the likelihood" };
        var bootstrap = new Option<int?>("--bootstrap") { Description = "Intervals from so many refits of drawn residuals", HelpName = "N" };
        var kind = new Option<string>("--draw") { Description = "What a bootstrap draws: residual or parametric (normal scatter)", HelpName = "WHAT", DefaultValueFactory = _ => "residual" };
        var correlation = new Option<bool>("--correlation") { Description = "Print the correlation of the parameters" };
        var json = EisRun.JsonOption();
        var figure = EisRun.FigureOption("Write a Nyquist diagram with the fit");
        var report = CommonOptions.Report();
        var command = new Command("fit", "Fit circuits: values, errors, and what the spectrum does not determine") { files, circuits };
        set.AddTo(command);
        mask.AddTo(command);
        foreach (var option in new Option[] { number, all, profile, bootstrap, kind, correlation, json, figure, report })
        {
            command.Add(option);
        }

        examples[command] = ["electrolith eis fit pellet.csv --circuit \"p(R1,CPE1)-CPE2\"", "electrolith eis fit cell.mpt --circuit \"R0-p(R1,C1)-Wo1\" --weight unit --json", "electrolith eis fit cell.mpt --circuit \"R(RQ)\" --circuit \"R(RQ)(RQ)\""];
        command.SetAction((result, cancellation) => Task.FromResult(EisRun.Do(result, run =>
        {
            var parsed = result.GetValue(circuits)!.Select(text => EisCircuit.Read(run, text)).ToList();
            var options = set.Read(run, result, [.. parsed.OfType<Circuit>()]);
            var scatter = set.Scatter(run, result);
            var draw = EisCircuit.Choice<BootstrapKind>(run, "--draw", result.GetValue(kind)!);
            var paths = result.GetValue(files)!;
            var spectra = paths.SelectMany(path => mask.Load(run, result, path) is var loaded && (paths.Length > 1 || result.GetValue(all)) ? loaded : run.One(loaded, result.GetValue(number), path) is { } one ? [one] : Array.Empty<Spectrum>()).ToList();
            if (result.GetValue(bootstrap) is < 10)
            {
                run.Problem($"--bootstrap {result.GetValue(bootstrap)}: at least 10 refits are expected; 200 give a standard deviation to 5 %");
            }

            if (parsed.Count > 1 && spectra.Count > 1)
            {
                run.Problem("--circuit: several circuits are compared on one spectrum; give one file, or --spectrum N");
            }

            return () =>
            {
                var progress = new ProgressLine(run.Error, !Console.IsErrorRedirected && !result.GetValue(json)) { Title = "fitting" };
                var fits = Fit(parsed!, spectra, spectrum => scatter(options, spectrum), progress, cancellation);
                var intervals = FitIntervals.Of(fits[0], spectra[0], FitOptionSet.Of(scatter(options, spectra[0]), fits[0].Circuit), result.GetValue(profile), result.GetValue(bootstrap), draw, progress, cancellation);
                progress.Clear();
                FitOutput.Write(run.Output, fits, spectra, intervals, parsed.Count > 1, result.GetValue(correlation), result.GetValue(json));
                if (result.GetValue(figure) is { } svg)
                {
                    AtomicFile.WriteAllText(svg, EisFigures.Nyquist(spectra[0], fits[0].Model, fits[0].Circuit.Text));
                }

                if (result.GetValue(report) is { } html)
                {
                    AtomicFile.WriteAllText(html, EisReport.Fit(parsed.Count > 1 ? [spectra[0]] : spectra, fits, intervals));
                }
            };
        })));
        return command;
    }

    // Several circuits: all on the one spectrum, the best by the Bayesian criterion first. Several spectra: the one circuit on each.
    private static IReadOnlyList<FitResult> Fit(List<Circuit> circuits, List<Spectrum> spectra, Func<Spectrum, FitOptions> options, IProgress<double> progress, CancellationToken cancellation)
    {
        if (circuits.Count > 1)
        {
            return [.. circuits.Select(circuit => CircuitFit.Fit(circuit, spectra[0], FitOptionSet.Of(options(spectra[0]), circuit), cancellation)).OrderBy(fit => fit.Bayesian)];
        }

        return spectra.Count == 1 ? [CircuitFit.Fit(circuits[0], spectra[0], options(spectra[0]), cancellation)]
            : options(spectra[0]).Weight == FitWeight.Measured ? [.. spectra.Select(spectrum => CircuitFit.Fit(circuits[0], spectrum, options(spectrum), cancellation))]
            : BatchFit.Fit(circuits[0], spectra, options(spectra[0]), progress, cancellation);
    }
}
