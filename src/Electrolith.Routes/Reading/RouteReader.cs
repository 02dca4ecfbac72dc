using Electrolith.Materials.Documents;
using Electrolith.Materials.Library;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Routes.Reading;

/// <summary>Reads route files to the end and reports every problem at once.</summary>
/// <param name="library">Materials that the route may name.</param>
public sealed class RouteReader(MaterialLibrary library)
{
    /// <summary>Reads a route file with its includes.</summary>
    /// <param name="path">File path as the user typed it.</param>
    /// <param name="bag">Receives every problem.</param>
    /// <returns>The route, or null when it has errors.</returns>
    public RouteDocument? ReadFile(string path, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        return Read(path, new IncludeResolver(bag).Load(path), bag);
    }

    /// <summary>Reads the text of a route; includes are relative to the folder of its path.</summary>
    /// <param name="source">The text under the name that messages should show.</param>
    /// <param name="bag">Receives every problem.</param>
    /// <returns>The route, or null when it has errors.</returns>
    public RouteDocument? Read(SourceText source, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Read(source.Path, new IncludeResolver(bag).Load(source), bag);
    }

    private RouteDocument? Read(string path, DocumentMap? map, DiagnosticBag bag)
    {
        if (map is null)
        {
            return null;
        }

        map = new MeasuredElectrolyte(bag).Expand(map);
        var sections = new SectionReader(library, bag);
        var root = sections.Read(RouteFields.Root, map, "");
        var document = new RouteDocument(path, root);
        RouteChecks.Run(document, sections, bag);
        return bag.HasErrors ? null : document;
    }
}
