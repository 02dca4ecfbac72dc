using System.Collections.Immutable;
using Electrolith.Materials.Library;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Compiling;
using Electrolith.Routes.Reading;

namespace Electrolith.Cli.Commands;

/// <summary>Reads and compiles route files; every problem of every file is printed at once.</summary>
internal static class RouteLoading
{
    /// <summary>The compiled routes in the order given, or null after problems were printed.</summary>
    /// <param name="paths">Files.</param>
    /// <param name="library">Materials.</param>
    /// <param name="error">Where problems and warnings go.</param>
    public static ImmutableArray<CompiledRoute>? Load(IReadOnlyList<string> paths, MaterialLibrary library, TextWriter error)
    {
        var compiler = new RouteCompiler(library);
        var reader = new RouteReader(library);
        var routes = ImmutableArray.CreateBuilder<CompiledRoute>();
        var all = new List<Diagnostic>();
        foreach (var path in paths)
        {
            var bag = new DiagnosticBag();
            if (reader.ReadFile(path, bag) is { } document && compiler.Compile(document, bag) is { } route)
            {
                routes.Add(route);
            }

            all.AddRange(bag.ToSorted());
        }

        if (all.Count > 0)
        {
            error.Write(DiagnosticPrinter.Print(all));
        }

        var errors = all.Count(item => item.Severity == Severity.Error);
        if (errors == 0)
        {
            return routes.ToImmutable();
        }

        error.WriteLine(errors == 1 ? "1 error; nothing was evaluated" : $"{errors} errors; nothing was evaluated");
        return null;
    }
}
