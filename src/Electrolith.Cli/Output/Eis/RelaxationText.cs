using System.Text.Json;
using Electrolith.Impedance.Relaxation;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Cli.Output.Eis;

/// <summary>Prints distributions of relaxation times.</summary>
internal static class RelaxationText
{
    /// <summary>As a table of peaks.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="result">The distribution.</param>
    public static void Write(TextWriter output, Spectrum spectrum, RelaxationResult result)
    {
        output.WriteParagraph($"{spectrum.Name}: {result.Peaks.Length} {(result.Peaks.Length == 1 ? "process" : "processes")}, polarisation {FitText.Number(result.Polarisation)} ohm, series resistance {FitText.Number(result.SeriesResistance)} ohm{(result.Inductance > 0 ? $", inductance {FitText.Number(result.Inductance)} H" : "")}{(result.InverseCapacitance > 0 ? $", series capacitance {FitText.Number(1 / result.InverseCapacitance)} F" : "")}");
        output.WriteLine();
        var table = new TextTable(">time, s", ">resistance, ohm", ">capacitance, F", ">height, ohm", ">share");
        foreach (var peak in result.Peaks)
        {
            table.Add(FitText.Number(peak.Time), FitText.Number(peak.Resistance), FitText.Number(peak.Capacitance), FitText.Number(peak.Height), $"{peak.Resistance / result.Polarisation:P0}");
        }

        output.Write(table);
        output.WriteParagraph($"lambda {result.Lambda:G3}, root mean square residual {FitText.Number(result.RootMeanSquareResidual)}; small peaks beside a large one may come from the regularisation");
    }

    /// <summary>As JSON.</summary>
    /// <param name="json">Writer, inside an object.</param>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="result">The distribution.</param>
    public static void WriteJson(Utf8JsonWriter json, Spectrum spectrum, RelaxationResult result)
    {
        json.WriteString("file", spectrum.Name);
        json.WriteNumber("lambda", result.Lambda);
        json.WriteNumber("seriesResistance", result.SeriesResistance);
        json.WriteNumber("polarisation", result.Polarisation);
        json.WriteNumber("inductance", result.Inductance);
        json.WriteNumber("inverseCapacitance", result.InverseCapacitance);
        json.WriteNumber("rootMeanSquareResidual", result.RootMeanSquareResidual);
        json.WriteStartArray("peaks");
        foreach (var peak in result.Peaks)
        {
            json.WriteStartObject();
            json.WriteNumber("tau", peak.Time);
            json.WriteNumber("resistance", peak.Resistance);
            json.WriteNumber("capacitance", peak.Capacitance);
            json.WriteNumber("gamma", peak.Height);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("tau");
        result.Times.ToList().ForEach(json.WriteNumberValue);
        json.WriteEndArray();
        json.WriteStartArray("gamma");
        result.Gamma.ToList().ForEach(json.WriteNumberValue);
        json.WriteEndArray();
    }
}
