using System.Text.Encodings.Web;
using System.Text.Json;
using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Cli.Output;

/// <summary>Writes JSON: every quantity is <c>{"value", "unit", "p05", "p95"}</c> in the unit of tables.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>Writes one document to a writer.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="write">Writes the content of the outer object.</param>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        output.Write(System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
        output.Write('\n');
    }

    /// <summary>A quantity with interval.</summary>
    /// <param name="json">Writer.</param>
    /// <param name="name">Property name.</param>
    /// <param name="summary">SI values.</param>
    /// <param name="kind">Kind of quantity.</param>
    public static void WriteQuantity(this Utf8JsonWriter json, string name, MetricSummary summary, QuantityKind kind) =>
        WriteQuantity(json, name, summary.Value, summary.P05, summary.P95, kind);

    /// <summary>A quantity with its own range.</summary>
    /// <param name="json">Writer.</param>
    /// <param name="name">Property name.</param>
    /// <param name="estimate">SI value and spread.</param>
    /// <param name="kind">Kind of quantity.</param>
    public static void WriteQuantity(this Utf8JsonWriter json, string name, Estimate estimate, QuantityKind kind) => WriteQuantity(
        json, name, estimate.Value, EstimateQuantile.At(estimate, 0.05), EstimateQuantile.At(estimate, 0.95), kind);

    /// <summary>A quantity without spread.</summary>
    /// <param name="json">Writer.</param>
    /// <param name="name">Property name.</param>
    /// <param name="si">SI value.</param>
    /// <param name="kind">Kind of quantity.</param>
    public static void WriteQuantity(this Utf8JsonWriter json, string name, double si, QuantityKind kind) => WriteQuantity(json, name, si, si, si, kind);

    /// <summary>A property that is left out when the text is empty.</summary>
    /// <param name="json">Writer.</param>
    /// <param name="name">Property name.</param>
    /// <param name="text">The text.</param>
    public static void WriteText(this Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(name, text);
        }
    }

    /// <summary>A quantity with the ends of its range.</summary>
    /// <param name="json">Writer.</param>
    /// <param name="name">Property name.</param>
    /// <param name="value">SI value.</param>
    /// <param name="low">5th percentile, SI.</param>
    /// <param name="high">95th percentile, SI.</param>
    /// <param name="kind">Kind of quantity.</param>
    public static void WriteQuantity(this Utf8JsonWriter json, string name, double value, double low, double high, QuantityKind kind)
    {
        json.WriteStartObject(name);
        WriteNumber(json, "value", QuantityPrinter.ToDisplay(value, kind));
        json.WriteString("unit", kind.DisplayUnit);
        WriteNumber(json, "p05", QuantityPrinter.ToDisplay(low, kind));
        WriteNumber(json, "p95", QuantityPrinter.ToDisplay(high, kind));
        json.WriteEndObject();
    }

    /// <summary>Nine digits: more than any input carries, few enough that rounding noise does not show.</summary>
    private static void WriteNumber(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WritePropertyName(name);
            json.WriteRawValue(QuantityPrinter.Number(value, 9));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
