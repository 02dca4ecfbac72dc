using System.Collections.Immutable;

namespace Electrolith.Routes.Reading;

/// <summary>A route as read from its file, checked, before any calculation.</summary>
/// <param name="Path">File path as the user typed it.</param>
/// <param name="Root">All values that the route gives.</param>
public sealed record RouteDocument(string Path, SectionValue Root)
{
    /// <summary>Short name.</summary>
    public string Name => Root.Text("name") ?? System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>What it is; empty when not given.</summary>
    public string Summary => Root.Text("summary") ?? "";

    /// <summary>Scenario named in the file, or null.</summary>
    public string? Application => Root.Text("application");

    /// <summary>Source keys of the published work behind the route.</summary>
    public ImmutableArray<string> Cites => (Root.Find("cites") as TextListValue)?.Items ?? [];

    /// <summary>Unit operations; empty when there is no recipe.</summary>
    public ImmutableArray<RecipeStep> Recipe => (Root.Find("separator.recipe") as RecipeValue)?.Steps ?? [];
}
