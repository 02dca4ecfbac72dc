using System.Globalization;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Stability;
using Electrolith.Processing.Fitting;
using Electrolith.Quantities;
using Electrolith.Routes.Figures;

namespace Electrolith.Cli.Commands.Process;

/// <summary>Prints and draws the activation energy from peaks of thermal analysis.</summary>
internal static class PeakFitText
{
    /// <summary>Prints it.</summary>
    public static void Write(ThermalPeakFit fit, bool asJson, TextWriter output)
    {
        if (asJson)
        {
            JsonOutput.Write(output, json =>
            {
                json.WriteString("model", "thermal-peaks");
                foreach (var method in fit.Methods)
                {
                    json.WriteStartObject(method.Method.ToLowerInvariant());
                    json.WriteValue("activationEnergy", method.ActivationEnergy / 1e3, "kJ/mol");
                    json.WriteValue("activationEnergyLow", method.Low / 1e3, "kJ/mol");
                    json.WriteValue("activationEnergyHigh", method.High / 1e3, "kJ/mol");
                    json.WriteEndObject();
                }

                json.WriteStartArray("advice");
                fit.Advice.ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
            });
            return;
        }

        foreach (var method in fit.Methods)
        {
            output.WriteParagraph(FormattableString.Invariant($"{method.Method}: E = {method.ActivationEnergy / 1e3:F0} kJ/mol{(method.Low is { } low ? $" (95 %: {low / 1e3:F0} to {method.High / 1e3:F0})" : "")}"));
        }

        var table = new TextTable(">K/min", ">peak, degC", ">line, degC");
        fit.Peaks.ToList().ForEach(item => table.Add(Text(item.Peak.HeatingRate * 60, "G4"), Text(item.Peak.Temperature - PhysicalConstants.ZeroCelsius, "F1"), Text(item.Computed - PhysicalConstants.ZeroCelsius, "F1")));
        output.Write(table);
        fit.Advice.ToList().ForEach(line => output.WriteParagraph(line, "    ", "  - "));
        output.WriteParagraph("No operation takes this energy yet: it is not written to a calibration.");
    }

    /// <summary>Kissinger's plot.</summary>
    public static Figure Draw(ThermalPeakFit fit)
    {
        static double Ordinate(double rate, double temperature) => Math.Log(rate / (temperature * temperature));
        return new Figure
        {
            Title = FormattableString.Invariant($"Kissinger plot, E = {fit.Methods[0].ActivationEnergy / 1e3:F0} kJ/mol"), AltText = "Logarithm of heating rate over squared peak temperature against the inverse peak temperature",
            XAxis = new FigureAxis { Label = "1000 / T", Unit = "1/K" }, YAxis = new FigureAxis { Label = "ln of rate over squared temperature" },
            Series =
            [
                new LineSeries { Name = "line", Points = [.. fit.Peaks.Select(item => (1000 / item.Computed, Ordinate(item.Peak.HeatingRate, item.Computed)))] },
                new PointSeries { Name = "measured", Style = SeriesStyle.Measured, Points = [.. fit.Peaks.Select(item => new FigurePoint(1000 / item.Peak.Temperature, Ordinate(item.Peak.HeatingRate, item.Peak.Temperature)))] },
            ],
        };
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
