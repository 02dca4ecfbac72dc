using Electrolith.Materials.Library;

namespace Electrolith.Routes.Reading;

/// <summary>Roles in words.</summary>
internal static class RoleText
{
    /// <summary>For example "an electrolyte" or "a conductive additive".</summary>
    /// <param name="role">The role.</param>
    public static string WithArticle(MaterialRole role)
    {
        var words = role switch
        {
            MaterialRole.ConductiveAdditive => "conductive additive",
            MaterialRole.PolymerHost => "polymer host",
            MaterialRole.Packaging => "packaging foil",
            MaterialRole.Collector => "current collector",
            _ => role.ToString().ToLowerInvariant(),
        };
        return ("aeiou".Contains(words[0], StringComparison.Ordinal) ? "an " : "a ") + words;
    }
}
