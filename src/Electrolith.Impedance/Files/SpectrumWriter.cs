using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Files;

/// <summary>Writes spectra so that <see cref="SpectrumFile"/> and other programs read the same numbers back.</summary>
public static class SpectrumWriter
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>Comma-separated table: <c>frequency_Hz,real_ohm,imaginary_ohm</c>, with time and temperature when known and the number of the spectrum when there are several.</summary>
    /// <param name="spectra">At least one.</param>
    /// <returns>The text; Z'' of a capacitor is negative.</returns>
    public static string ToCsv(IReadOnlyList<Spectrum> spectra)
    {
        Check(spectra);
        var (hasTime, hasTemperature) = (spectra.All(spectrum => !spectrum.Times.IsEmpty), spectra.All(spectrum => spectrum.Temperature is not null));
        var text = new StringBuilder("frequency_Hz,real_ohm,imaginary_ohm").Append(hasTime ? ",time_s" : "").Append(hasTemperature ? ",temperature_K" : "").Append(spectra.Count > 1 ? ",spectrum" : "").Append('\n');
        for (var number = 0; number < spectra.Count; number++)
        {
            var spectrum = spectra[number];
            for (var point = 0; point < spectrum.Count; point++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{spectrum.Frequencies[point]:R},{spectrum.Impedances[point].Real:R},{spectrum.Impedances[point].Imaginary:R}")
                    .Append(hasTime ? $",{spectrum.Times[point]:R}" : "").Append(hasTemperature ? $",{spectrum.Temperature:R}" : "").Append(spectra.Count > 1 ? $",{number + 1}" : "").Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>JSON: <c>{"spectra":[{"name", "frequency_Hz", "real_ohm", "imaginary_ohm", "time_s", "temperature_K", "notes"}]}</c>.</summary>
    /// <param name="spectra">At least one.</param>
    /// <returns>The text; Z'' of a capacitor is negative.</returns>
    public static string ToJson(IReadOnlyList<Spectrum> spectra)
    {
        Check(spectra);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteStartArray("spectra");
            foreach (var spectrum in spectra)
            {
                Write(json, spectrum);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>ZPlot's text format (.z), which most fitting programs read; one spectrum per file.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <returns>The text; Z'' of a capacitor is negative.</returns>
    public static string ToZPlot(Spectrum spectrum)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        var text = new StringBuilder("ZPLOT2 ASCII\n  Experiment Type:            Sweep Frequency\n  Begin User Comments:        1\n")
            .Append("    ").Append(FileContent.Shown(spectrum.Name)).Append("\n  End User Comments:          1\n")
            .Append(CultureInfo.InvariantCulture, $"  Data Points:                {spectrum.Count}\n").Append("  Freq(Hz)\tAmpl\tBias\tTime(Sec)\tZ'(a)\tZ''(b)\tGD\tErr\tRange\nEnd Comments\n");
        for (var point = 0; point < spectrum.Count; point++)
        {
            var time = spectrum.Times.IsEmpty ? 0 : spectrum.Times[point];
            text.Append(CultureInfo.InvariantCulture, $"{spectrum.Frequencies[point]:R}\t0\t0\t{time:R}\t{spectrum.Impedances[point].Real:R}\t{spectrum.Impedances[point].Imaginary:R}\t0\t0\t0\n");
        }

        return text.ToString();
    }

    private static void Write(Utf8JsonWriter json, Spectrum spectrum)
    {
        json.WriteStartObject();
        json.WriteString("name", spectrum.Name);
        if (spectrum.Temperature is { } temperature)
        {
            json.WriteNumber("temperature_K", temperature);
        }

        Write(json, "frequency_Hz", spectrum.Frequencies);
        Write(json, "real_ohm", spectrum.Impedances.Select(impedance => impedance.Real));
        Write(json, "imaginary_ohm", spectrum.Impedances.Select(impedance => impedance.Imaginary));
        if (!spectrum.Times.IsEmpty)
        {
            Write(json, "time_s", spectrum.Times);
        }

        json.WriteStartObject("notes");
        foreach (var (name, value) in spectrum.Notes.OrderBy(note => note.Key, StringComparer.Ordinal))
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    private static void Check(IReadOnlyList<Spectrum> spectra)
    {
        ArgumentNullException.ThrowIfNull(spectra);
        if (spectra.Count == 0)
        {
            throw new ArgumentException("0 spectra: at least one is expected", nameof(spectra));
        }
    }
}
