using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Stability;
using Electrolith.Processing.Fitting;
using Electrolith.Quantities;
using Electrolith.Routes.Figures;

namespace Electrolith.Cli.Commands.Process;

/// <summary><c>process fit FILE.csv</c>: a master sintering curve from dilatometer runs.</summary>
internal static class FitCommand
{
    private const string Header = "run,time_s,temperature_degC,relative_density";

    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var file = new Argument<string>("FILE.csv") { Description = $"Dilatometer runs with the columns {Header}" };
        var json = new Option<bool>("--json") { Description = "Print JSON; every quantity is {value, unit}" };
        var figure = new Option<string?>("--figure") { Description = "Write the scatter against Q as a figure", HelpName = "FILE.svg" };
        var command = new Command("fit", "Master sintering curve from dilatometry at several heating rates") { file, json, figure };
        examples[command] = ["electrolith process fit examples/processing/llzo-dilatometry.csv --figure q.svg"];
        command.SetAction(result => Do(result.GetValue(file)!, result.GetValue(json), result.GetValue(figure), result.InvocationConfiguration));
        return command;
    }

    private static int Do(string file, bool asJson, string? figure, InvocationConfiguration streams)
    {
        try
        {
            var runs = Read(file);
            var low = runs.Max(run => run.Points.Min(point => point.Density));
            var high = runs.Min(run => run.Points.Max(point => point.Density));
            // The flat ends of the curve hold noise only: compare between a tenth and nine tenths of the common rise.
            var levels = Enumerable.Range(0, 9).Select(index => low + ((high - low) * (0.1 + (0.1 * index)))).ToArray();
            var fit = MasterCurveFit.Fit(runs, levels);
            Write(fit, runs.Length, asJson, streams.Output);
            if (figure is not null)
            {
                File.WriteAllBytes(figure, SvgRenderer.RenderFile(Draw(fit)));
            }

            return ExitCodes.Success;
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or FileNotFoundException or DirectoryNotFoundException)
        {
            streams.Error.WriteParagraph(problem.Message);
            return ExitCodes.BadInput;
        }
    }

    private static void Write(MasterCurveResult fit, int runs, bool asJson, TextWriter output)
    {
        var advice = fit.High - fit.Low > 0.3 * fit.ActivationEnergy || runs < 3
            ? "the data hardly determine Q: add a run at a heating rate three times higher or lower" : "";
        if (asJson)
        {
            JsonOutput.Write(output, json =>
            {
                json.WriteString("model", "master-sintering-curve");
                json.WriteValue("activationEnergy", fit.ActivationEnergy / 1e3, "kJ/mol");
                json.WriteValue("activationEnergyLow", fit.Low / 1e3, "kJ/mol");
                json.WriteValue("activationEnergyHigh", fit.High / 1e3, "kJ/mol");
                json.WriteNumber("scatter", Math.Round(fit.Scatter, 9));
                json.WriteNumber("runs", runs);
                json.WriteStartArray("curve");
                foreach (var (density, work) in fit.Curve)
                {
                    json.WriteStartObject();
                    json.WriteNumber("relativeDensity", Math.Round(density, 9));
                    json.WriteNumber("logWork", Math.Round(work, 9));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteText("advice", advice);
            });
            return;
        }

        output.WriteParagraph(FormattableString.Invariant($"Q = {fit.ActivationEnergy / 1e3:F0} kJ/mol (95 %: {fit.Low / 1e3:F0} to {fit.High / 1e3:F0}) from {runs} runs; ln Theta scatters by {fit.Scatter:F3} between them"));
        var table = new TextTable(">relative density", ">ln Theta (s/K)");
        fit.Curve.ToList().ForEach(point => table.Add(point.Density.ToString("F3", CultureInfo.InvariantCulture), point.LogWork.ToString("F2", CultureInfo.InvariantCulture)));
        output.Write(table);
        if (advice.Length > 0)
        {
            output.WriteParagraph(advice);
        }
    }

    private static Figure Draw(MasterCurveResult fit) => new()
    {
        Title = "Scatter between heating rates",
        AltText = "Root mean square of ln Theta between runs against the activation energy",
        XAxis = new FigureAxis { Label = "Q", Unit = "kJ/mol" },
        YAxis = new FigureAxis { Label = "scatter of ln Theta", IncludesZero = true },
        Series = [new LineSeries { Name = "scatter", Points = [.. fit.Scan.Select(item => (item.ActivationEnergy / 1e3, item.Scatter))] }],
    };

    private static ImmutableArray<DilatometerRun> Read(string file)
    {
        var lines = File.ReadAllLines(file);
        if (lines.Length < 2 || lines[0].Trim() != Header)
        {
            throw new FormatException($"{file}:1: the header '{Header}' is expected");
        }

        var runs = new Dictionary<string, List<(double, double, double)>>(StringComparer.Ordinal);
        var order = new List<string>();
        for (var i = 1; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            var cells = lines[i].Split(',');
            if (cells.Length != 4 || !TryNumber(cells[1], out var time) || !TryNumber(cells[2], out var celsius) || !TryNumber(cells[3], out var density))
            {
                throw new FormatException($"{file}:{i + 1}: a run and three numbers are expected");
            }

            if (celsius < -PhysicalConstants.ZeroCelsius || density is <= 0 or > 1)
            {
                throw new FormatException($"{file}:{i + 1}: a temperature above 0 K and a relative density above 0 to 1 are expected");
            }

            if (!runs.TryGetValue(cells[0], out var points))
            {
                runs[cells[0]] = points = [];
                order.Add(cells[0]);
            }

            if (points.Count > 0 && time <= points[^1].Item1)
            {
                throw new FormatException($"{file}:{i + 1}: the times of a run ascend");
            }

            points.Add((time, celsius + PhysicalConstants.ZeroCelsius, density));
        }

        return [.. order.Select(name => new DilatometerRun([.. runs[name]]))];
    }

    private static bool TryNumber(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
