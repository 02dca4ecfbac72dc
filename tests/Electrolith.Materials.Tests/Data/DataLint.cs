using Electrolith.Materials.Library;
using Electrolith.Quantities;

namespace Electrolith.Materials.Tests.Data;

/// <summary>Rules for the data of the product that do not bind a user's own folder.</summary>
internal static class DataLint
{
    private const double SixtyCelsius = 333.15;

    /// <summary>No superionic conductor is above 50 mS/cm near room temperature: a higher number is a slip of the unit.</summary>
    public static IEnumerable<string> ImplausibleAtRoomTemperature(MaterialLibrary library) =>
        from value in Values(library, "ionic-conductivity")
        where value.TemperatureKelvin is null or <= SixtyCelsius && value.Value > 5
        select Name(value);

    public static IEnumerable<string> AssumedConductivities(MaterialLibrary library) =>
        from value in Values(library, "ionic-conductivity")
        where value.Status == ValueStatus.Assumed
        select Name(value);

    public static IEnumerable<string> UnconfirmedWithoutOrigin(MaterialLibrary library) =>
        from material in library.All
        from value in material.Values
        where value.Status == ValueStatus.Unconfirmed && value.SourceKey != "unverified" && value.Locator.Length == 0 && value.Note.Length == 0
        select Name(value);

    public static IEnumerable<string> ConfirmedWithoutSource(MaterialLibrary library) =>
        from material in library.All
        from value in material.Values
        where value.SourceKey == "unverified" && value.Status is ValueStatus.Measured or ValueStatus.Computed
        select Name(value);

    public static IEnumerable<string> AssumedFromElsewhere(MaterialLibrary library) =>
        from material in library.All
        from value in material.Values
        where value.SourceKey == "electrolith-assumed" && value.Status != ValueStatus.Assumed
        select Name(value);

    public static IEnumerable<string> IncompleteElectrolytes(MaterialLibrary library)
    {
        foreach (var material in library.All.Where(material => material.Role == MaterialRole.Electrolyte))
        {
            if (material.Recommended("ionic-conductivity") is not { IsRecommended: true })
            {
                yield return $"{material.Id}: no recommended ionic-conductivity";
            }

            foreach (var property in (string[])["density", "moisture-behaviour", "synthesis-route"])
            {
                if (!material.ValuesOf(property).Any())
                {
                    yield return $"{material.Id}: no {property}";
                }
            }
        }
    }

    /// <summary>Named systems that are missing, as far as their data set is there.</summary>
    public static IEnumerable<string> MissingSystems(MaterialLibrary library)
    {
        var sets = library.Sets.Select(set => set.Folder).ToHashSet(StringComparer.Ordinal);
        return NamedSystems.All.Where(system => sets.Contains(system.Set) && !library.All.Any(system.IsMet)).Select(system => system.Name);
    }

    public static IEnumerable<string> UndescribedSets(MaterialLibrary library)
    {
        foreach (var set in library.Sets)
        {
            if (set.Id != set.Folder)
            {
                yield return $"{set.Folder}: its id is {set.Id}";
            }

            if (set.Title.Length == 0 || set.Licence.Length == 0 || set.Description.Length == 0)
            {
                yield return $"{set.Folder}: title, licence or description is missing";
            }
        }
    }

    /// <summary>Sources that no data file names. Equations may name them, so this is a list to look through, not an error.</summary>
    public static IEnumerable<string> UnusedSources(MaterialLibrary library, IReadOnlyCollection<string> texts) =>
        library.Sources.All.Select(source => source.Key).Where(key => !texts.Any(text => text.Contains(key, StringComparison.Ordinal)));

    private static IEnumerable<PropertyValue> Values(MaterialLibrary library, string property) =>
        library.All.Where(material => material.Role == MaterialRole.Electrolyte).SelectMany(material => material.ValuesOf(property));

    private static string Name(PropertyValue value) => $"{value.Origin.Path}:{value.OriginSpan.Line}: {value.MaterialId} {value.Property.Id} {value} ({value.SourceKey})";
}
