using System.Text.Json;
using Electrolith.Cli.Output.Stability;
using Electrolith.Impedance.Desk;
using Electrolith.Impedance.Fitting;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Cli.Output.Eis;

/// <summary>Prints conductivities of a pellet.</summary>
internal static class PelletText
{
    private const double Milli = 10; // mS/cm in one S/m

    /// <summary>As text.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="fit">The fit.</param>
    /// <param name="pellet">The analysis.</param>
    public static void Write(TextWriter output, Spectrum spectrum, FitResult fit, PelletAnalysis pellet)
    {
        output.WriteParagraph($"{spectrum.Name}: {(pellet.Total is { } total ? $"total conductivity {FitText.Number(total * Milli)} +/- {FitText.Number((pellet.TotalError ?? 0) * Milli)} mS/cm" : "no conductivity: the circuit has neither an arc of bulk or grain boundary nor a series resistance")}");
        output.WriteLine();
        if (!pellet.Arcs.IsEmpty)
        {
            var table = new TextTable("arc", ">R, ohm", ">C, F", ">tau, s", ">mS/cm", "points to");
            foreach (var arc in pellet.Arcs)
            {
                table.Add(arc.Name, FitText.Number(arc.Resistance), FitText.Number(arc.Capacitance), FitText.Number(arc.Time), FitText.Number(arc.Conductivity * Milli), arc.Process);
            }

            output.Write(table);
        }

        if (pellet.SpecificGrainBoundary is { } specific)
        {
            output.WriteParagraph($"grain boundaries themselves {FitText.Number(specific * Milli)} mS/cm (brick layer, equal permittivity)");
        }

        foreach (var finding in pellet.Findings.Concat(fit.Findings))
        {
            output.WriteItem(finding);
        }
    }

    /// <summary>As JSON.</summary>
    /// <param name="json">Writer, inside an object.</param>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="fit">The fit.</param>
    /// <param name="pellet">The analysis.</param>
    public static void WriteJson(Utf8JsonWriter json, Spectrum spectrum, FitResult fit, PelletAnalysis pellet)
    {
        json.WriteValue("totalConductivity", pellet.Total * Milli, "mS/cm");
        json.WriteValue("totalConductivityError", pellet.TotalError * Milli, "mS/cm");
        json.WriteValue("bulkConductivity", pellet.Bulk * Milli, "mS/cm");
        json.WriteValue("grainBoundaryConductivity", pellet.GrainBoundary * Milli, "mS/cm");
        json.WriteValue("specificGrainBoundaryConductivity", pellet.SpecificGrainBoundary * Milli, "mS/cm");
        json.WriteStartArray("arcs");
        foreach (var arc in pellet.Arcs)
        {
            json.WriteStartObject();
            json.WriteString("name", arc.Name);
            json.WriteValue("resistance", arc.Resistance, "ohm");
            json.WriteNumber("capacitance", arc.Capacitance);
            json.WriteNumber("tau", arc.Time);
            json.WriteValue("conductivity", arc.Conductivity * Milli, "mS/cm");
            json.WriteString("process", arc.Process);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("fit");
        FitText.WriteJson(json, spectrum, fit);
        json.WriteEndObject();
    }
}
