using System.Globalization;
using System.Text.Json;
using Electrolith.Cli.Output.Stability;
using Electrolith.Materials.Library;
using Electrolith.Routes.Stability;

namespace Electrolith.Cli.Output;

/// <summary>Prints the computed contacts of a route beside what the library holds.</summary>
internal static class StabilityTable
{
    /// <summary>Writes a table; nothing when nothing was computed.</summary>
    /// <param name="stability">Computed contacts.</param>
    /// <param name="output">Where to.</param>
    public static void Write(RouteStability stability, TextWriter output)
    {
        if (stability.Windows.IsEmpty && stability.Interfaces.IsEmpty)
        {
            return;
        }

        var table = new TextTable("stability, computed at 0 K", ">value", "unit", "library");
        foreach (var window in stability.Windows)
        {
            table.Add($"{window.Place} {window.Material.Id}: window", Limits(window), "V", Library(window));
        }

        foreach (var pair in stability.Interfaces)
        {
            table.Add($"{pair.Place}: {pair.First.Id} | {pair.Partner}", Milli(pair.Energy), "meV/atom", Printed(pair.Library));
        }

        output.Write(table);
        foreach (var reason in stability.NotComputed)
        {
            output.WriteParagraph("not computed: " + reason);
        }

        output.WriteLine();
    }

    /// <summary>Writes the contacts as a JSON object.</summary>
    /// <param name="json">Writer, inside an object.</param>
    /// <param name="stability">Computed contacts.</param>
    public static void Write(Utf8JsonWriter json, RouteStability stability)
    {
        json.WriteStartObject("stability");
        json.WriteStartArray("windows");
        foreach (var window in stability.Windows)
        {
            json.WriteStartObject();
            json.WriteString("place", window.Place);
            json.WriteString("material", window.Material.Id);
            json.WriteString("formula", window.Formula);
            json.WriteValue("reductionPotential", window.Reduction, StabilityJson.Volt);
            json.WriteValue("oxidationPotential", window.Oxidation, StabilityJson.Volt);
            json.WriteText("reductionReaction", window.ReductionReaction);
            json.WriteText("oxidationReaction", window.OxidationReaction);
            json.WriteText("library", Library(window));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("interfaces");
        foreach (var pair in stability.Interfaces)
        {
            json.WriteStartObject();
            json.WriteString("place", pair.Place);
            json.WriteString("first", pair.First.Id);
            json.WriteString("second", pair.Second.Id);
            json.WriteString("secondFormula", pair.State);
            json.WriteBoolean("charged", pair.IsCharged);
            json.WriteValue("minimumReactionEnergy", pair.Energy, StabilityJson.PerAtom);
            json.WriteText("reaction", pair.Reaction);
            json.WriteText("library", Printed(pair.Library));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notComputed");
        stability.NotComputed.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Limits(ComputedWindow window) => window.Reduction is not { } low || window.Oxidation is not { } high ? "none"
        : double.IsInfinity(high) ? $"from {low:F2}" : $"{low:F2} to {high:F2}";

    private static string Library(ComputedWindow window)
    {
        var (low, high) = (window.Library("reduction-limit"), window.Library("oxidation-limit"));
        return string.Join(", ", new[] { low, high }.OfType<PropertyValue>().Select(value => $"{value.PrintedValue} {value.Kind}").Distinct(StringComparer.Ordinal));
    }

    private static string Printed(PropertyValue? value) => value is null ? "" : $"{value.PrintedValue} {value.PrintedUnit}";

    private static string Milli(double energy) => (Math.Abs(energy) < 5e-4 ? 0 : 1e3 * energy).ToString("F0", CultureInfo.InvariantCulture);
}
