using System.Text.Json;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Cli.Output.Eis;

/// <summary>Prints what spectra are.</summary>
internal static class SpectrumText
{
    /// <summary>As a table.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="spectra">The spectra.</param>
    public static void Write(TextWriter output, IReadOnlyList<Spectrum> spectra)
    {
        var table = new TextTable("spectrum", ">points", ">from, Hz", ">to, Hz", ">|Z| at to", ">|Z| at from");
        foreach (var spectrum in spectra)
        {
            var (slow, fast) = (spectrum.Frequencies.IndexOf(spectrum.Frequencies.Min()), spectrum.Frequencies.IndexOf(spectrum.Frequencies.Max()));
            table.Add(spectrum.Name.Length > 32 ? "..." + spectrum.Name[^29..] : spectrum.Name, $"{spectrum.Count}", FitText.Number(spectrum.Frequencies[slow]), FitText.Number(spectrum.Frequencies[fast]), FitText.Number(spectrum.Impedances[fast].Magnitude), FitText.Number(spectrum.Impedances[slow].Magnitude));
        }

        output.Write(table);
        output.WriteLine("|Z| in ohm");
        foreach (var spectrum in spectra.Where(spectrum => spectrum.Notes.Count > 0))
        {
            output.WriteParagraph($"{spectrum.Name}: {string.Join("; ", spectrum.Notes.OrderBy(note => note.Key, StringComparer.Ordinal).Select(note => $"{note.Key} {note.Value}"))}");
        }
    }

    /// <summary>As JSON with every point.</summary>
    /// <param name="json">Writer, inside an object.</param>
    /// <param name="spectra">The spectra.</param>
    public static void WriteJson(Utf8JsonWriter json, IReadOnlyList<Spectrum> spectra)
    {
        json.WriteStartArray("spectra");
        foreach (var spectrum in spectra)
        {
            json.WriteStartObject();
            json.WriteString("name", spectrum.Name);
            json.WriteNumber("points", spectrum.Count);
            json.WriteStartObject("notes");
            foreach (var (key, value) in spectrum.Notes.OrderBy(note => note.Key, StringComparer.Ordinal))
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
            WriteArray(json, "frequency", spectrum.Frequencies);
            WriteArray(json, "real", spectrum.Impedances.Select(z => z.Real));
            WriteArray(json, "imaginary", spectrum.Impedances.Select(z => z.Imaginary));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WriteStartArray(name);
        values.ToList().ForEach(json.WriteNumberValue);
        json.WriteEndArray();
    }
}
