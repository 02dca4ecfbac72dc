using System.Globalization;
using System.Text.Json;
using Electrolith.Cli.Commands.Eis;
using Electrolith.Cli.Output.Stability;
using Electrolith.Impedance.Desk;
using Electrolith.Impedance.Fitting;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Cli.Output.Eis;

/// <summary>Prints conductivities of a pellet.</summary>
internal static class PelletText
{
    private const double Milli = 10; // mS/cm in one S/m

    /// <summary>As text: one spectrum in full, several as a table over temperature.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="series">The analysed spectra.</param>
    /// <param name="files">Where the temperatures are from.</param>
    /// <param name="isChosen">True when the circuits were found, not given.</param>
    public static void Write(TextWriter output, PelletSeries series, IReadOnlyList<PelletFile> files, bool isChosen)
    {
        if (series.Points.Length == 1)
        {
            var only = series.Points[0];
            Write(output, only.Spectrum, only.Fit, only.Pellet);
            output.WriteParagraph($"circuit {only.Fit.Circuit.Text}{(isChosen ? ", the simplest that fits as well as any (Bayesian criterion)" : "")}");
            return;
        }

        var circuits = series.Points.Select(point => point.Fit.Circuit.Text).Distinct().ToList();
        var table = new TextTable([">T, degC", ">total, mS/cm", ">+/-", ">bulk", ">grain boundary", .. circuits.Count > 1 ? ["circuit"] : Array.Empty<string>()]);
        foreach (var point in series.Points)
        {
            var bulk = point.Pellet.Arcs.Any(arc => arc.Process == "bulk") ? point.Pellet.Bulk : null;
            table.Add(
                point.Temperature is { } kelvin ? (kelvin - 273.15).ToString("0.##", CultureInfo.InvariantCulture) : "?", Cell(point.Pellet.Total), Cell(point.Pellet.TotalError),
                Cell(bulk), Cell(point.Pellet.GrainBoundary), point.Fit.Circuit.Text);
        }

        output.Write(table);
        if (circuits.Count == 1)
        {
            output.WriteParagraph($"circuit {circuits[0]}{(isChosen ? ", the simplest that fits as well as any (Bayesian criterion)" : "")}");
        }

        output.WriteLine();
        Line(output, "total", series.Total);
        Line(output, "bulk", series.Bulk);
        Line(output, "grain boundary", series.GrainBoundary);
        foreach (var finding in series.Findings.Concat(Origins(files)))
        {
            output.WriteItem(finding);
        }
    }

    private static IEnumerable<string> Origins(IReadOnlyList<PelletFile> files)
    {
        if (files.Any(file => file.Temperature is null))
        {
            yield return "no temperature is known of " + string.Join(", ", files.Where(file => file.Temperature is null).Select(file => Path.GetFileName(file.Spectrum.Name))) + ": write 25degC=FILE";
        }

        if (files.Any(file => file.Origin == "from its name"))
        {
            yield return "temperatures were taken from the names of the files";
        }
    }

    private static void Line(TextWriter output, string name, ArrheniusFit? fit)
    {
        if (fit is not null)
        {
            var error = double.IsFinite(fit.ActivationEnergyError) ? $" +/- {fit.ActivationEnergyError:F3}" : "";
            output.WriteParagraph($"{name}: activation energy {fit.ActivationEnergy:F3}{error} eV (of sigma T), prefactor {FitText.Number(fit.Prefactor / 100)} S K/cm, {FitText.Number(fit.Conductivity(298.15) * Milli)} mS/cm at 25 degC");
        }
    }

    private static string Cell(double? conductivity) => conductivity is { } value ? FitText.Number(value * Milli) : "-";

    /// <summary>The Nyquist diagram of one spectrum, or the Arrhenius diagram of several.</summary>
    /// <param name="series">The analysed spectra.</param>
    /// <exception cref="ArgumentException">Several spectra of which fewer than two temperatures are known.</exception>
    public static string Figure(PelletSeries series)
    {
        if (series.Points.Length == 1)
        {
            return EisFigures.Nyquist(series.Points[0].Spectrum, series.Points[0].Fit.Model, series.Points[0].Fit.Circuit.Text);
        }

        var known = series.Points.Where(point => point.Temperature is not null && point.Pellet.Total is not null).ToList();
        return EisFigures.Arrhenius(
            [.. known.Select(point => point.Temperature!.Value)], [.. known.Select(point => point.Pellet.Total!.Value)],
            series.Total ?? throw new ArgumentException("--figure: fewer than two temperatures are known; write 25degC=FILE"));
    }

    /// <summary>As JSON: the fields of one spectrum, and of several a list with the lines through them.</summary>
    /// <param name="json">Writer, inside an object.</param>
    /// <param name="series">The analysed spectra.</param>
    public static void WriteJson(Utf8JsonWriter json, PelletSeries series)
    {
        if (series.Points.Length == 1)
        {
            WriteJson(json, series.Points[0].Spectrum, series.Points[0].Fit, series.Points[0].Pellet);
            return;
        }

        json.WriteStartArray("spectra");
        foreach (var point in series.Points)
        {
            json.WriteStartObject();
            json.WriteValue("temperature", point.Temperature, "K");
            WriteJson(json, point.Spectrum, point.Fit, point.Pellet);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteLine(json, "total", series.Total);
        WriteLine(json, "bulk", series.Bulk);
        WriteLine(json, "grainBoundary", series.GrainBoundary);
        if (series.Vogel is { } vogel)
        {
            json.WriteStartObject("vogel");
            json.WriteValue("pseudoActivationEnergy", vogel.PseudoActivationEnergy, "eV");
            json.WriteValue("idealGlassTemperature", vogel.IdealGlassTemperature, "K");
            json.WriteValue("prefactor", vogel.Prefactor / 100, "S K^0.5/cm");
            json.WriteNumber("deviation", vogel.Deviation);
            json.WriteBoolean("determined", vogel.IsDetermined);
            json.WriteEndObject();
        }

        json.WriteStartArray("findings");
        series.Findings.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }

    private static void WriteLine(Utf8JsonWriter json, string name, ArrheniusFit? fit)
    {
        if (fit is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteValue("activationEnergy", fit.ActivationEnergy, "eV");
        json.WriteValue("activationEnergyError", double.IsFinite(fit.ActivationEnergyError) ? fit.ActivationEnergyError : null, "eV");
        json.WriteValue("prefactor", fit.Prefactor / 100, "S K/cm");
        json.WriteNumber("deviation", fit.Deviation);
        json.WriteValue("conductivityAt25degC", fit.Conductivity(298.15) * Milli, "mS/cm");
        json.WriteEndObject();
    }

    /// <summary>One spectrum as text.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="fit">The fit.</param>
    /// <param name="pellet">The analysis.</param>
    private static void Write(TextWriter output, Spectrum spectrum, FitResult fit, PelletAnalysis pellet)
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
    private static void WriteJson(Utf8JsonWriter json, Spectrum spectrum, FitResult fit, PelletAnalysis pellet)
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
