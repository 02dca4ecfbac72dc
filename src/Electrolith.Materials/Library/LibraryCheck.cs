using System.Collections.Immutable;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Library;

/// <summary>Checks that need more than one row: sources, repeated rows, recommendations, names.</summary>
internal static class LibraryCheck
{
    /// <summary>Rows with the same group compete for the recommendation.</summary>
    /// <param name="value">A value.</param>
    public static string RecommendationGroup(PropertyValue value)
    {
        var kind = value.Property.IsRecommendedPerKind ? value.Kind : "";
        var condition = value.Property.IsRecommendedPerCondition ? value.Condition : "";
        return string.Join('|', value.MaterialId, value.Property.Id, kind, condition);
    }

    /// <summary>Reads everything in some sets of a library and reports every problem.</summary>
    /// <param name="library">The library, for names and sources.</param>
    /// <param name="sets">The sets to check.</param>
    /// <param name="bag">Receives the problems.</param>
    public static void Run(MaterialLibrary library, ImmutableArray<MaterialSet> sets, DiagnosticBag bag)
    {
        var ids = library.All.Select(material => material.Id).ToArray();
        var known = ids.ToHashSet(StringComparer.Ordinal);
        foreach (var set in sets)
        {
            foreach (var problem in set.Problems)
            {
                bag.Add(problem);
            }

            foreach (var row in set.Rows)
            {
                MaterialTableReader.CheckFormula(row, bag);
            }

            set.Values?.CheckTable(known, bag);
        }

        CheckNames(library, sets, bag);
        var values = sets.Where(set => set.Values is not null).SelectMany(set => set.Values!.Materials.SelectMany(id => set.Values.Read(id, bag))).ToArray();
        CheckSources(library.Sources, values, bag);
        CheckRepeats(values, bag);
        CheckRecommendations(values, bag);
    }

    private static void CheckNames(MaterialLibrary library, ImmutableArray<MaterialSet> sets, DiagnosticBag bag)
    {
        var owners = new Dictionary<string, MaterialRow>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in sets.SelectMany(set => set.Rows))
        {
            if (!owners.TryAdd(row.Id, row))
            {
                bag.Add(new Diagnostic("EL1205", Severity.Error, row.Source, row.Span, row.Id, $"the material {row.Id} is already defined in {owners[row.Id].Source.Path} line {owners[row.Id].Span.Line}", "remove or rename one of them"));
            }
        }

        foreach (var row in sets.SelectMany(set => set.Rows))
        {
            foreach (var alias in row.Aliases.Where(alias => library.TryGet(alias, out var holder) && holder.Id != row.Id))
            {
                library.TryGet(alias, out var holder);
                bag.Add(new Diagnostic("EL1206", Severity.Warning, row.Source, row.Span, row.Id, $"the alias {alias} of {row.Id} already names {holder!.Id}", "remove it from one of them"));
            }
        }
    }

    private static void CheckSources(SourceList sources, PropertyValue[] values, DiagnosticBag bag)
    {
        foreach (var value in values.Where(value => value.SourceKey.Length > 0 && !sources.TryGet(value.SourceKey, out _)))
        {
            var near = NearestNames.Find(value.SourceKey, sources.All.Select(entry => entry.Key));
            Report(bag, "EL1218", value, $"there is no source \"{value.SourceKey}\"", near.Count > 0 ? $"did you mean {string.Join(", ", near)}?" : "add it to the source list");
        }
    }

    private static void CheckRepeats(PropertyValue[] values, DiagnosticBag bag)
    {
        foreach (var group in values.GroupBy(value => string.Join('|', value.MaterialId, value.Property.Id, value.Kind, value.TemperatureKelvin, value.Condition, value.SourceKey, value.Locator), StringComparer.Ordinal))
        {
            foreach (var repeat in group.Skip(1))
            {
                Report(bag, "EL1220", repeat, $"the row repeats line {group.First().OriginSpan.Line}: same material, property, kind, temperature, condition, source and locator", "remove one, or say in the condition how they differ");
            }
        }
    }

    private static void CheckRecommendations(PropertyValue[] values, DiagnosticBag bag)
    {
        foreach (var group in values.Where(value => value.IsRecommended).GroupBy(RecommendationGroup, StringComparer.Ordinal))
        {
            foreach (var repeat in group.Skip(1))
            {
                Report(bag, "EL1219", repeat, $"{repeat.Property.Id} of {repeat.MaterialId} is recommended twice, on line {group.First().OriginSpan.Line} and on line {repeat.OriginSpan.Line}", "keep the mark on the row that a route should use");
            }
        }
    }

    private static void Report(DiagnosticBag bag, string code, PropertyValue value, string message, string hint) =>
        bag.Add(new Diagnostic(code, Severity.Error, value.Origin, value.OriginSpan, $"{value.MaterialId}.{value.Property.Id}", message, hint));
}
