using System.Globalization;
using System.Text.Json;
using Electrolith.Impedance.Fitting;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Cli.Output.Eis;

/// <summary>Prints fitted circuits.</summary>
internal static class FitText
{
    /// <summary>As a table.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="fit">The fit.</param>
    public static void Write(TextWriter output, Spectrum spectrum, FitResult fit)
    {
        output.WriteParagraph($"{spectrum.Name}: {spectrum.Count} points from {spectrum.Frequencies.Min():G4} to {spectrum.Frequencies.Max():G4} Hz, circuit {fit.Circuit.Text}");
        output.WriteLine();
        var table = new TextTable("parameter", ">value", ">std. error", ">%", "unit");
        foreach (var parameter in fit.Parameters)
        {
            table.Add(parameter.Name, Number(parameter.Value), parameter.StandardError is { } error ? Number(error) : "fixed", parameter.StandardError is null ? "" : Percent(parameter.RelativeError), parameter.Unit);
        }

        output.Write(table);
        output.WriteLine();
        var largest = Enumerable.Range(0, spectrum.Count).Max(point => (fit.Model[point] - spectrum.Impedances[point]).Magnitude / spectrum.Impedances[point].Magnitude);
        output.WriteParagraph($"sum of squares {fit.SumOfSquares.ToString("G6", CultureInfo.InvariantCulture)} ({fit.Weight.ToString().ToLowerInvariant()} weights{(fit.Quantity == FitQuantity.Impedance ? "" : $", fitted as {fit.Quantity.ToString().ToLowerInvariant()}")}), largest deviation {largest:P2} of |Z|, best of {fit.Starts} searches{(fit.HasConverged ? "" : "; not converged")}");
        foreach (var finding in fit.Findings)
        {
            output.WriteItem(finding);
        }
    }

    /// <summary>As JSON.</summary>
    /// <param name="json">Writer, inside an object.</param>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="fit">The fit.</param>
    public static void WriteJson(Utf8JsonWriter json, Spectrum spectrum, FitResult fit)
    {
        json.WriteString("file", spectrum.Name);
        json.WriteString("circuit", fit.Circuit.Text);
        json.WriteNumber("points", spectrum.Count);
        json.WriteString("weight", fit.Weight.ToString().ToLowerInvariant());
        json.WriteString("as", fit.Quantity.ToString().ToLowerInvariant());
        json.WriteNumber("sumOfSquares", fit.SumOfSquares);
        json.WriteNumber("reducedSumOfSquares", fit.ReducedSumOfSquares);
        json.WriteNumber("akaike", fit.Akaike);
        json.WriteNumber("bayesian", fit.Bayesian);
        json.WriteBoolean("converged", fit.HasConverged);
        json.WriteStartObject("parameters");
        foreach (var parameter in fit.Parameters)
        {
            json.WriteStartObject(parameter.Name);
            json.WriteNumber("value", parameter.Value);
            json.WriteString("unit", parameter.Unit);
            if (parameter.StandardError is { } error && double.IsFinite(error))
            {
                json.WriteNumber("standardError", error);
            }
            else
            {
                json.WriteNull("standardError");
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("findings");
        fit.Findings.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }

    /// <summary>Parameters of a fit that is more than one circuit on one spectrum; an error that is not known is left out.</summary>
    /// <param name="json">Writer, inside an object.</param>
    /// <param name="parameters">The parameters.</param>
    public static void WriteParameters(Utf8JsonWriter json, IEnumerable<FittedParameter> parameters)
    {
        json.WriteStartObject("parameters");
        foreach (var parameter in parameters)
        {
            json.WriteStartObject(parameter.Name);
            json.WriteNumber("value", parameter.Value);
            json.WriteString("unit", parameter.Unit);
            if (parameter.StandardError is { } error && double.IsFinite(error))
            {
                json.WriteNumber("standardError", error);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Four significant digits.</summary>
    /// <param name="value">Any number.</param>
    public static string Number(double value) => double.IsInfinity(value) ? "-" : value.ToString("G4", CultureInfo.InvariantCulture);

    private static string Percent(double share) => share > 9.99 ? "> 999" : (100 * share).ToString("F1", CultureInfo.InvariantCulture);
}
