using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Files;

/// <summary>
/// JSON: any object whose fields are lists of numbers named as columns are (this is what the writer makes), and PalmSens
/// .pssession, in which each column is an object with a description, a unit and its values.
/// </summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowTrailingCommas = true };
    private static readonly (string Name, double Factor)[] Prefixes = [("Giga", 1e9), ("Mega", 1e6), ("Kilo", 1e3), ("Milli", 1e-3), ("Micro", 1e-6), ("Nano", 1e-9)];

    public static bool Recognises(FileContent file) => !file.IsBinary && file.Text.AsSpan().TrimStart() is ['{', ..] or ['[', '{', ..];

    public static ImmutableArray<Spectrum> Read(FileContent file)
    {
        var text = file.Text.Trim('\uFEFF', '\0', ' ', '\n', '\t');
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            var spectra = new List<Spectrum>();
            Walk(file, document.RootElement, "", spectra);
            return WithoutCopies(spectra);
        }
        catch (JsonException problem)
        {
            file.Fail(SpectrumFileCodes.Unreadable, (int)Math.Min(file.Lines.Length, (problem.LineNumber ?? 0) + 1), "this begins as JSON and is not: " + FileContent.Shown(problem.Message), "the file may be cut off; export it again");
            return [];
        }
    }

    /// <summary>PalmSens writes the points of a measurement twice: as its data, and again for its figures.</summary>
    private static ImmutableArray<Spectrum> WithoutCopies(List<Spectrum> spectra)
    {
        var kept = new List<Spectrum>();
        foreach (var spectrum in spectra)
        {
            if (!kept.Exists(other => other.Frequencies.SequenceEqual(spectrum.Frequencies) && other.Impedances.SequenceEqual(spectrum.Impedances)))
            {
                kept.Add(spectrum);
            }
        }

        return [.. kept];
    }

    private static void Walk(FileContent file, JsonElement element, string title, List<Spectrum> spectra)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            var columns = element.EnumerateArray().Select(Described).Where(column => column.Values.Length > 0).ToList();
            if (!Take(file, columns, title, null, spectra))
            {
                foreach (var item in element.EnumerateArray())
                {
                    Walk(file, item, title, spectra);
                }
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            var own = Text(element, "name") ?? Text(element, "title") ?? title;
            var columns = element.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.Array).Select(field => (Heading: field.Name, Values: Numbers(field.Value))).Where(column => column.Values.Length > 0).ToList();
            if (!Take(file, columns, own, element, spectra))
            {
                foreach (var field in element.EnumerateObject())
                {
                    Walk(file, field.Value, own, spectra);
                }
            }
        }
    }

    private static bool Take(FileContent file, List<(string Heading, double[] Values)> columns, string title, JsonElement? owner, List<Spectrum> spectra)
    {
        var parsed = columns.Select(column => ColumnHeading.Parse(column.Heading)).ToArray();
        if (ColumnMap.Find(parsed) is not [var map, ..])
        {
            return false;
        }

        double Number(int at, int row) => at >= 0 && row < columns[at].Values.Length ? parsed[at].Factor * columns[at].Values[row] + parsed[at].Offset : double.NaN;
        var table = new PointTable(file, owner is null ? "PalmSens (.pssession)" : "JSON") { IsSignUnknown = owner is null && map.Form == ImpedanceForm.Cartesian && parsed[map.Second].Factor > 0 };
        var temperature = owner is { } known && Field(known, "temperature_K") is { ValueKind: JsonValueKind.Number } kelvin && kelvin.TryGetDouble(out var value) ? value : double.NaN;
        var rows = Math.Min(columns[map.Frequency].Values.Length, Math.Min(columns[map.First].Values.Length, columns[map.Second].Values.Length));
        var refused = 0;
        for (var row = 0; row < rows; row++)
        {
            var (first, second) = (Number(map.First, row), Number(map.Second, row));
            var impedance = map.Impedance(first, second);
            refused += table.Add(new SpectrumPoint(Number(map.Frequency, row), impedance, Number(map.Time, row), map.Temperature >= 0 ? Number(map.Temperature, row) : temperature, "", 0)) ? 0 : 1;
        }

        if (refused > 0 || columns[map.Frequency].Values.Length != rows)
        {
            file.Warn(SpectrumFileCodes.BadRow, 0, $"\"{FileContent.Shown(title)}\": {table.Count} of {columns[map.Frequency].Values.Length} frequencies have an impedance that can be", hint: null);
        }

        spectra.AddRange(table.Build().Select(spectrum => new Spectrum(spectrum.Frequencies, spectrum.Impedances)
        {
            Name = title.Length > 0 ? title : spectrum.Name, Times = spectrum.Times, Temperature = spectrum.Temperature, Notes = owner is { } with ? WithNotes(spectrum.Notes, with) : spectrum.Notes,
        }));
        return true;
    }

    private static ImmutableDictionary<string, string> WithNotes(ImmutableDictionary<string, string> notes, JsonElement owner) =>
        Field(owner, "notes") is { ValueKind: JsonValueKind.Object } given
            ? given.EnumerateObject().Where(item => item.Value.ValueKind == JsonValueKind.String).Aggregate(notes, (all, item) => all.SetItem(item.Name, item.Value.GetString()!))
            : notes;

    private static (string Heading, double[] Values) Described(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || Text(element, "description") is not { } name || Field(element, "datavalues") is not { ValueKind: JsonValueKind.Array } values)
        {
            return ("", []);
        }

        var unit = Field(element, "unit") is { ValueKind: JsonValueKind.Object } given ? Text(given, "s") : Text(element, "unit");
        var scale = Field(element, "unit") is { ValueKind: JsonValueKind.Object } typed && Text(typed, "type") is { } type ? PrefixOf(type) : 1;
        var numbers = Numbers(values);
        return (unit is { Length: > 0 } ? $"{name} ({unit})" : name, scale == 1 ? numbers : Array.ConvertAll(numbers, number => scale * number));
    }

    /// <summary>The symbol of a unit has no prefix there; the name of its type has, as in <c>PalmSens.Units.KiloOhm</c>.</summary>
    private static double PrefixOf(string type)
    {
        var name = type[(type.LastIndexOf('.') + 1)..];
        foreach (var (prefix, factor) in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && name.Length > prefix.Length)
            {
                return factor;
            }
        }

        return 1;
    }

    private static double[] Numbers(JsonElement list)
    {
        var numbers = new List<double>();
        foreach (var item in list.EnumerateArray())
        {
            var number = item.ValueKind == JsonValueKind.Object ? Field(item, "v") : item;
            if (number is not { ValueKind: JsonValueKind.Number } known || !known.TryGetDouble(out var value))
            {
                return [];
            }

            numbers.Add(value);
        }

        return [.. numbers];
    }

    private static string? Text(JsonElement element, string name) => Field(element, name) is { ValueKind: JsonValueKind.String } field ? field.GetString() : null;

    private static JsonElement? Field(JsonElement element, string name)
    {
        foreach (var field in element.EnumerateObject())
        {
            if (string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return field.Value;
            }
        }

        return null;
    }
}
