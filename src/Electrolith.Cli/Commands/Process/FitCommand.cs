using System.CommandLine;
using Electrolith.Cli.Output;
using Electrolith.Materials.Documents;
using Electrolith.Processing.Fitting;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Figures;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Process;

/// <summary><c>process fit FILE.csv</c>: a master sintering curve from dilatometer runs, and the calibration file that recipes take.</summary>
internal static class FitCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var file = new Argument<string>("FILE.csv") { Description = $"Dilatometer runs with the columns {string.Join(',', DilatometryFile.Columns)}, or peaks of thermal analysis with {ThermalPeakFile.RateColumn},{ThermalPeakFile.PeakColumn}" };
        var particle = new Option<string?>("--particle-size") { Description = "Particle size of the powder that was measured; without it the curve holds for the powder that a recipe fires", HelpName = "D" };
        var write = new Option<string?>("--out") { Description = "Write the constants as a calibration for --calibration of the other verbs", HelpName = "FILE.yaml" };
        var json = new Option<bool>("--json") { Description = "Print JSON; every quantity is {value, unit}" };
        var figure = new Option<string?>("--figure") { Description = "Write the readings on their master curve as a figure", HelpName = "FILE.svg" };
        var command = new Command("fit", "Master sintering curve from dilatometry, or an activation energy from peaks of thermal analysis") { file, particle, write, json, figure };
        examples[command] = ["electrolith process fit examples/processing/llzo-dilatometry.csv --out my-powder.yaml", "electrolith process run llzo-plain-1100 --calibration my-powder.yaml"];
        command.SetAction(result => Do(result.GetValue(file)!, result.GetValue(particle), result.GetValue(write), result.GetValue(json), result.GetValue(figure), result.InvocationConfiguration));
        return command;
    }

    private static int Do(string file, string? particle, string? write, bool asJson, string? figure, InvocationConfiguration streams)
    {
        var size = 0.0;
        if (particle is not null && !QuantityParser.TryParse(particle, QuantityKinds.Length, out size, out var wrong))
        {
            streams.Error.WriteParagraph($"--particle-size {particle}: {wrong!.Message}");
            return ExitCodes.BadInput;
        }

        var bag = new DiagnosticBag();
        if (DocumentFile.Load(file, bag) is { } text && ThermalPeakFile.Recognises(text.Content))
        {
            return Peaks(file, text.Content, write, asJson, figure, bag, streams);
        }

        var runs = bag.HasErrors ? [] : DilatometryFile.Load(file, bag);
        if (bag.HasErrors)
        {
            streams.Error.Write(DiagnosticPrinter.Print(bag.ToSorted()));
            return ExitCodes.BadInput;
        }

        try
        {
            var fit = MasterCurveCalibration.Fit([.. runs.Select(run => run.Run)]);
            var calibration = CalibrationOf(fit, Path.GetFileName(file), runs.Sum(run => run.Run.Points.Length), size);
            FitText.Write(fit, runs, asJson, streams.Output);
            if (write is not null)
            {
                AtomicFile.WriteAllText(write, CalibrationFile.Write(calibration));
                if (!asJson)
                {
                    streams.Output.WriteParagraph($"written: {write}; use it with 'process run RECIPE --calibration {write}'");
                }
            }

            if (figure is not null)
            {
                AtomicFile.Write(figure, stream => stream.Write(SvgRenderer.RenderFile(FitText.Draw(fit, runs))));
            }

            return ExitCodes.Success;
        }
        catch (ArgumentException problem)
        {
            streams.Error.WriteParagraph($"{file}: {problem.Message.Replace(" (Parameter 'runs')", "", StringComparison.Ordinal).Replace(" (Parameter 'densities')", "", StringComparison.Ordinal)}");
            return ExitCodes.BadInput;
        }
    }

    private static int Peaks(string file, string text, string? write, bool asJson, string? figure, DiagnosticBag bag, InvocationConfiguration streams)
    {
        var peaks = ThermalPeakFile.Read(file, text, bag);
        if (bag.HasErrors)
        {
            streams.Error.Write(DiagnosticPrinter.Print(bag.ToSorted()));
            return ExitCodes.BadInput;
        }

        if (write is not null)
        {
            streams.Error.WriteParagraph($"--out {write}: peaks of thermal analysis give an energy that no operation takes yet; nothing is written");
            return ExitCodes.BadInput;
        }

        var fit = ThermalPeakFit.Of(peaks);
        PeakFitText.Write(fit, asJson, streams.Output);
        if (figure is not null)
        {
            AtomicFile.Write(figure, stream => stream.Write(SvgRenderer.RenderFile(PeakFitText.Draw(fit))));
        }

        return ExitCodes.Success;
    }

    private static Calibration CalibrationOf(MasterCurvePowder fit, string file, int readings, double particleSize)
    {
        const string Energy = "sinter.densification-energy", Centre = "sinter.curve-centre", Width = "sinter.curve-width";
        var (constants, errors) = (fit.Constants, fit.StandardErrors);
        CalibratedConstant Of(string path, double value, double error) => new(path, value, error, value - (1.96 * error), value + (1.96 * error));
        return new Calibration
        {
            Title = $"master sintering curve from {file}",
            Data = [new CalibrationData(file, "dilatometry", readings)],
            Constants =
            [
                Of(Energy, constants.ActivationEnergy, errors[0]) with { Low = fit.Interval.Low, High = fit.Interval.High, IsDetermined = FitText.IsDetermined(fit) },
                Of(Centre, constants.Centre, errors[1]), Of(Width, constants.Width, errors[2]), new CalibratedConstant("sinter.curve-particle-size", particleSize, 0, particleSize, particleSize),
            ],
            Correlations = [(Energy, Centre, fit.Correlations.EnergyCentre), (Energy, Width, fit.Correlations.EnergyWidth), (Centre, Width, fit.Correlations.CentreWidth)],
            Notes = [$"interval of Q {fit.Basis}", "grain growth and loss of lithium are not in dilatometry and stay assumed"],
        };
    }
}
