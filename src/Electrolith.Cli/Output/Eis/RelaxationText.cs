using System.Text.Json;
using Electrolith.Impedance.Desk;
using Electrolith.Impedance.Relaxation;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Cli.Output.Eis;

/// <summary>A distribution and what is to be printed with it.</summary>
/// <param name="Spectrum">The spectrum.</param>
/// <param name="Result">The distribution.</param>
/// <param name="Geometry">Thickness, m, and area, m²; null when not known.</param>
/// <param name="HasBands">Print the credible band.</param>
internal sealed record RelaxationAnswer(Spectrum Spectrum, RelaxationResult Result, (double Thickness, double Area)? Geometry, bool HasBands)
{
    /// <summary>What a peak points to; null without a geometry, and for an inductive one.</summary>
    /// <param name="peak">The peak.</param>
    public string? Process(RelaxationPeak peak) => Geometry is { } size && peak.Capacitance > 0 ? ProcessClass.Of(peak.Capacitance, size.Thickness, size.Area) : null;

    /// <summary>Points of the curve at the top of a peak.</summary>
    /// <param name="peak">The peak.</param>
    public int Top(RelaxationPeak peak) => Result.Times.IndexOf(peak.Time);
}

/// <summary>Prints distributions of relaxation times.</summary>
internal static class RelaxationText
{
    /// <summary>As a table of peaks.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="answer">The distribution.</param>
    public static void Write(TextWriter output, RelaxationAnswer answer)
    {
        var result = answer.Result;
        output.WriteParagraph($"{answer.Spectrum.Name}: {result.Peaks.Length} {(result.Peaks.Length == 1 ? "process" : "processes")}, polarisation {Value(result.Polarisation, result.PolarisationError)} ohm, series resistance {FitText.Number(result.SeriesResistance)} ohm{(result.Inductance != 0 ? $", inductance {FitText.Number(result.Inductance)} H" : "")}{Tail(result.Tail)}");
        output.WriteLine();
        var hasBand = answer.HasBands && !result.Lower.IsEmpty;
        string[] head = [">time, s", ">resistance, ohm", ">+/-", ">capacitance, F", ">height, ohm"];
        var table = new TextTable([.. head, .. hasBand ? [">from", ">to"] : Array.Empty<string>(), ">share", .. answer.Geometry is null ? [] : new[] { "points to" }]);
        foreach (var peak in result.Peaks)
        {
            string[] cells = [FitText.Number(peak.Time), FitText.Number(peak.Resistance), peak.ResistanceError is { } error ? FitText.Number(error) : "-", FitText.Number(peak.Capacitance), FitText.Number(peak.Height)];
            string[] band = hasBand ? [FitText.Number(result.Lower[answer.Top(peak)]), FitText.Number(result.Upper[answer.Top(peak)])] : [];
            table.Add([.. cells, .. band, $"{peak.Resistance / result.Polarisation:P0}", .. answer.Geometry is null ? [] : new[] { answer.Process(peak) ?? "-" }]);
        }

        output.Write(table);
        output.WriteParagraph($"{Name(result.Method)} method, {(result.IsDiscrete ? "" : $"lambda {result.Lambda:G3}, ")}{(result.IsRelative ? "relative" : "absolute")} weights, root mean square residual {FitText.Number(result.RootMeanSquareResidual)}{Caution(result.Method)}");
        if (result.Inductance < 0)
        {
            output.WriteParagraph("an inductance below zero is none: it stands for processes faster than the spectrum, or for noise");
        }

        if (result.Tail is not null)
        {
            output.WriteParagraph("the spectrum does not come to rest at low frequency: what is slower stands in the series element, not in the distribution (--tail none puts it there)");
        }
    }

    /// <summary>As JSON.</summary>
    /// <param name="json">Writer, inside an object.</param>
    /// <param name="answer">The distribution.</param>
    public static void WriteJson(Utf8JsonWriter json, RelaxationAnswer answer)
    {
        var result = answer.Result;
        json.WriteString("file", answer.Spectrum.Name);
        json.WriteString("method", result.Method switch { RelaxationMethod.Bayesian => "bayes", RelaxationMethod.Loewner => "loewner", _ => "tikhonov" });
        json.WriteNumber("lambda", result.Lambda);
        json.WriteString("weight", result.IsRelative ? "relative" : "absolute");
        json.WriteNumber("seriesResistance", result.SeriesResistance);
        json.WriteNumber("polarisation", result.Polarisation);
        WriteOptional(json, "polarisationError", result.PolarisationError);
        json.WriteNumber("inductance", result.Inductance);
        json.WriteNumber("inverseCapacitance", result.Tail is { Exponent: 1 } capacitor ? 1 / capacitor.Coefficient : 0);
        WriteTail(json, result.Tail);
        json.WriteNumber("rootMeanSquareResidual", result.RootMeanSquareResidual);
        json.WriteStartArray("peaks");
        foreach (var peak in result.Peaks)
        {
            WritePeak(json, answer, peak);
        }

        json.WriteEndArray();
        WriteArray(json, "tau", result.Times);
        WriteArray(json, "gamma", result.Gamma);
        if (answer.HasBands && !result.Lower.IsEmpty)
        {
            WriteArray(json, "lower", result.Lower);
            WriteArray(json, "upper", result.Upper);
        }
    }

    private static void WritePeak(Utf8JsonWriter json, RelaxationAnswer answer, RelaxationPeak peak)
    {
        json.WriteStartObject();
        json.WriteNumber("tau", peak.Time);
        json.WriteNumber("resistance", peak.Resistance);
        WriteOptional(json, "resistanceError", peak.ResistanceError);
        json.WriteNumber("capacitance", peak.Capacitance);
        json.WriteNumber("gamma", peak.Height);
        if (answer.Process(peak) is { } process)
        {
            json.WriteString("process", process);
        }

        json.WriteEndObject();
    }

    private static void WriteTail(Utf8JsonWriter json, SeriesTail? tail)
    {
        if (tail is null)
        {
            json.WriteNull("tail");
            return;
        }

        json.WriteStartObject("tail");
        json.WriteNumber("coefficient", tail.Coefficient);
        json.WriteNumber("exponent", tail.Exponent);
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    private static string Name(RelaxationMethod method) => method switch { RelaxationMethod.Bayesian => "Bayesian", RelaxationMethod.Loewner => "Loewner", _ => "Tikhonov" };

    private static string Caution(RelaxationMethod method) => method switch
    {
        RelaxationMethod.Bayesian => "",
        RelaxationMethod.Loewner => "; single relaxations: a depressed arc is a row of them",
        _ => "; small peaks beside a large one may come from the regularisation",
    };

    private static string Value(double value, double? error) => FitText.Number(value) + (error is { } spread ? $" +/- {FitText.Number(spread)}" : "");

    private static string Tail(SeriesTail? tail) => tail switch
    {
        null => "",
        { Exponent: 1 } => $", series capacitance {FitText.Number(tail.Coefficient)} F",
        _ => $", series constant-phase element {FitText.Number(tail.Coefficient)} S s^{tail.Exponent:F3}",
    };
}
