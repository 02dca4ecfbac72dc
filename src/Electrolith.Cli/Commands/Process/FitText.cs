using System.Globalization;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Stability;
using Electrolith.Processing.Fitting;
using Electrolith.Routes.Figures;

namespace Electrolith.Cli.Commands.Process;

/// <summary>Prints and draws a calibrated master curve.</summary>
internal static class FitText
{
    /// <summary>False when the interval of Q is wider than 0.6 of Q: then other schedules than those measured are guesses.</summary>
    /// <param name="fit">The fit.</param>
    public static bool IsDetermined(MasterCurvePowder fit) => fit.Interval.High - fit.Interval.Low < 0.6 * fit.Constants.ActivationEnergy;

    /// <summary>Prints it.</summary>
    public static void Write(MasterCurvePowder fit, IReadOnlyList<(string Name, DilatometerRun Run)> runs, bool asJson, TextWriter output)
    {
        var advice = Advice(fit, runs);
        if (asJson)
        {
            WriteJson(fit, runs.Count, advice, output);
            return;
        }

        var (constants, errors) = (fit.Constants, fit.StandardErrors);
        output.WriteParagraph(FormattableString.Invariant($"Q = {constants.ActivationEnergy / 1e3:F0} kJ/mol (95 %: {fit.Interval.Low / 1e3:F0} to {fit.Interval.High / 1e3:F0}), {fit.Basis}"));
        output.WriteParagraph(FormattableString.Invariant($"curve: centre ln Theta {constants.Centre:F2} +/- {errors[1]:F2} (moves with Q, correlation {fit.Correlations.EnergyCentre:F3}), width {constants.Width:F2} +/- {errors[2]:F2}; density deviates by {fit.Residual:F4} from it"));
        var table = new TextTable(">relative density", ">ln Theta (s/K)");
        fit.Curve.Curve.ToList().ForEach(point => table.Add(point.Density.ToString("F3", CultureInfo.InvariantCulture), point.LogWork.ToString("F2", CultureInfo.InvariantCulture)));
        output.Write(table);
        output.WriteParagraph(FormattableString.Invariant($"{runs.Count} runs; ln Theta scatters by {fit.Curve.Scatter:F3} between them; green density {string.Join(", ", fit.GreenDensities.Select(green => green.ToString("F3", CultureInfo.InvariantCulture)).Distinct())}"));
        foreach (var line in advice)
        {
            output.WriteParagraph(line, "    ", "  - ");
        }
    }

    /// <summary>The readings on their curve.</summary>
    public static Figure Draw(MasterCurvePowder fit, IReadOnlyList<(string Name, DilatometerRun Run)> runs)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        var series = new List<FigureSeries>();
        foreach (var (name, run) in runs)
        {
            var works = MasterCurveFit.LogWorks(run, fit.Constants.ActivationEnergy);
            var densities = run.Points.Where(point => point.Density > 0).Select(point => point.Density).ToArray();
            // Long before the middle nothing shrinks: the work is next to nothing there.
            var shown = Enumerable.Range(0, works.Length).Where(at => works[at] > fit.Constants.Centre - (8 * fit.Constants.Width)).ToArray();
            series.Add(new PointSeries { Name = name, Points = [.. shown.Select(at => new FigurePoint(works[at], densities[at]))] });
            (low, high) = (Math.Min(low, shown.Length > 0 ? works[shown[0]] : low), Math.Max(high, works[^1]));
        }

        var green = fit.GreenDensities.Average();
        series.Add(new LineSeries { Name = "master curve", Points = [.. Enumerable.Range(0, 121).Select(step => low + ((high - low) * step / 120)).Select(work => (work, MasterCurveCalibration.Density(fit.Constants, work, green)))] });
        return new Figure
        {
            Title = FormattableString.Invariant($"Master sintering curve, Q = {fit.Constants.ActivationEnergy / 1e3:F0} kJ/mol"), AltText = "Relative density of every run against ln of the work of sintering, with the fitted curve",
            XAxis = new FigureAxis { Label = "ln of the work of sintering", Unit = "s/K" }, YAxis = new FigureAxis { Label = "Relative density" }, Series = series,
        };
    }

    private static List<string> Advice(MasterCurvePowder fit, IReadOnlyList<(string Name, DilatometerRun Run)> runs)
    {
        var advice = new List<string>();
        var rates = runs.Select(run => (run.Run.Points[^1].Temperature - run.Run.Points[0].Temperature) / (run.Run.Points[^1].Time - run.Run.Points[0].Time) * 60).Where(rate => rate > 0).Order().ToList();
        if (rates.Count > 1 && (!IsDetermined(fit) || runs.Count < 3))
        {
            advice.Add(FormattableString.Invariant($"Q is {(IsDetermined(fit) ? "bounded by two rates only" : "hardly determined")}: add a run at {3 * rates[^1]:G2} K/min or at {rates[0] / 3:G2} K/min"));
        }

        if (fit.Residual > 0.01)
        {
            advice.Add("the runs do not lie on one sigmoid to 0.01: grains that grow, two stages, or gas in the pores; trust it between the measured schedules only");
        }

        return advice;
    }

    private static void WriteJson(MasterCurvePowder fit, int runs, List<string> advice, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteString("model", "master-sintering-curve");
        json.WriteValue("activationEnergy", fit.Constants.ActivationEnergy / 1e3, "kJ/mol");
        json.WriteValue("activationEnergyError", fit.StandardErrors[0] / 1e3, "kJ/mol");
        json.WriteValue("activationEnergyLow", fit.Interval.Low / 1e3, "kJ/mol");
        json.WriteValue("activationEnergyHigh", fit.Interval.High / 1e3, "kJ/mol");
        json.WriteString("interval", fit.Basis);
        json.WriteNumber("curveCentre", Math.Round(fit.Constants.Centre, 9));
        json.WriteNumber("curveCentreError", Math.Round(fit.StandardErrors[1], 9));
        json.WriteNumber("curveWidth", Math.Round(fit.Constants.Width, 9));
        json.WriteNumber("curveWidthError", Math.Round(fit.StandardErrors[2], 9));
        json.WriteNumber("correlationEnergyCentre", Math.Round(fit.Correlations.EnergyCentre, 6));
        json.WriteNumber("residual", Math.Round(fit.Residual, 9));
        json.WriteNumber("scatter", Math.Round(fit.Curve.Scatter, 9));
        json.WriteNumber("runs", runs);
        json.WriteStartArray("curve");
        foreach (var (density, work) in fit.Curve.Curve)
        {
            json.WriteStartObject();
            json.WriteNumber("relativeDensity", Math.Round(density, 9));
            json.WriteNumber("logWork", Math.Round(work, 9));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("advice");
        advice.ForEach(json.WriteStringValue);
        json.WriteEndArray();
    });
}
