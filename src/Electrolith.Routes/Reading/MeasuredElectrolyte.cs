using Electrolith.Materials.Documents;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Routes.Reading;

/// <summary>
/// Puts a measured electrolyte in place of a library one: <c>electrolyte: {measured: FILE}</c> names a file with the material
/// it is a sample of and the properties that were measured. What the route itself gives in <c>separator</c> wins. Every node
/// keeps its own file, so that a message points into the measured file where that is wrong.
/// </summary>
internal sealed class MeasuredElectrolyte(DiagnosticBag bag)
{
    /// <summary>The format line of a measured material.</summary>
    public const string FormatName = "electrolith-measured/1";

    private static readonly string[] Keys = ["format", "name", "material", "properties"];

    /// <summary>The route with the measured file in it; the route itself when it names none, or one that cannot be read.</summary>
    /// <param name="route">The merged route.</param>
    public DocumentMap Expand(DocumentMap route)
    {
        if (!route.TryGet("electrolyte", out var section) || section is not DocumentMap electrolyte
            || !electrolyte.TryGet("measured", out var node) || node is not DocumentScalar { IsEmpty: false } place
            || Load(place) is not { } measured || !route.TryGet("separator", out var target) || target is not DocumentMap separator)
        {
            return route;
        }

        CheckMaterial(measured, separator);
        var entries = separator.Entries.Where(entry => entry.Key.Text != "properties").ToList();
        entries.AddRange(measured.Entries.Where(entry => entry.Key.Text == "material" && !separator.TryGet("material", out _)));
        var own = separator.Entries.FirstOrDefault(entry => entry.Key.Text == "properties");
        var below = measured.Entries.FirstOrDefault(entry => entry.Key.Text == "properties");
        if (own.Key is not null || below.Key is not null)
        {
            entries.Add(own.Value is DocumentMap upper && below.Value is DocumentMap lower
                ? own with { Value = upper.WithEntries([.. upper.Entries, .. lower.Entries.Where(entry => !upper.TryGet(entry.Key.Text, out _))]) }
                : own.Key is not null ? own : below);
        }

        return route.WithEntries([.. route.Entries.Select(entry => entry.Key.Text == "separator" ? entry with { Value = separator.WithEntries([.. entries]) } : entry)]);
    }

    private DocumentMap? Load(DocumentScalar place)
    {
        var folder = Path.GetDirectoryName(place.Source.Path);
        var path = string.IsNullOrEmpty(folder) || Path.IsPathRooted(place.Text) ? place.Text : Path.Combine(folder, place.Text);
        if (!File.Exists(path))
        {
            Add(RouteCodes.IncludeNotFound, place, "electrolyte.measured", $"the measured file '{place.Text}' does not exist",
                "a path is relative to the folder of the route; eis pellet ... --measured FILE writes one");
            return null;
        }

        if (DocumentFile.Load(path, bag) is not { } source || YamlReader.Read(source, bag) is not { } root)
        {
            return null;
        }

        if (root is not DocumentMap map)
        {
            Add(RouteCodes.WrongShape, root, "", $"a measured material is a map with {string.Join(", ", Keys)}, not {root.Describe}", $"begin with 'format: {FormatName}'");
            return null;
        }

        Check(map);
        return map;
    }

    private void Check(DocumentMap map)
    {
        foreach (var (key, _) in map.Entries.Where(entry => !Keys.Contains(entry.Key.Text)))
        {
            var nearest = NearestNames.Find(key.Text, Keys);
            Add(RouteCodes.UnknownKey, key, key.Text, $"unknown field '{key.Text}' in a measured material", nearest.Count > 0 ? $"did you mean {nearest[0]}?" : $"it has: {string.Join(", ", Keys)}");
        }

        if (!map.TryGet("format", out var format) || format is not DocumentScalar { Text: FormatName })
        {
            Add(RouteCodes.UnsupportedFormat, format ?? map, "format", $"this version reads measured materials of the format {FormatName}", $"write 'format: {FormatName}' in the first line");
        }

        if (!map.TryGet("material", out _))
        {
            Add(RouteCodes.Missing, map, "material", "'material' is missing: the library's material that the sample is of; all that was not measured comes from it", "add for example 'material: li6ps5cl'");
        }

        if (!map.TryGet("properties", out _))
        {
            Add(RouteCodes.Missing, map, "properties", "'properties' is missing: what was measured", "add for example 'properties: {ionic-conductivity: {value: 2.1 mS/cm, temperature: 25 degC}}'");
        }
    }

    private void CheckMaterial(DocumentMap measured, DocumentMap separator)
    {
        if (separator.TryGet("material", out var given) && given is DocumentScalar mine && measured.TryGet("material", out var other) && other is DocumentScalar theirs && mine.Text != theirs.Text)
        {
            Add(RouteCodes.Contradiction, mine, "separator.material", $"the separator is '{mine.Text}', and the measured file is of '{theirs.Text}'", "remove 'material' here, or name the file of the same material");
        }
    }

    private void Add(string code, DocumentNode node, string path, string message, string hint) =>
        bag.Add(new Diagnostic(code, Severity.Error, node.Source, node.Span, path, message, hint));
}
