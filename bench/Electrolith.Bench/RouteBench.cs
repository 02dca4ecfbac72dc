using System.Runtime.InteropServices;
using Electrolith.Materials.Library;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Compiling;
using Electrolith.Routes.Reading;

namespace Electrolith.Bench;

/// <summary>Times the evaluation of routes.</summary>
internal static class RouteBench
{
    /// <summary>Prints the table.</summary>
    public static void Run()
    {
        var files = Directory.GetFiles("routes", "*.yaml").Order(StringComparer.Ordinal).ToArray();
        var reader = new RouteReader(MaterialLibrary.Default);
        var compiler = new RouteCompiler(MaterialLibrary.Default);
        var routes = files.Select(file =>
        {
            var bag = new DiagnosticBag();
            var document = reader.ReadFile(file, bag);
            var route = document is null ? null : compiler.Compile(document, bag);
            return route ?? throw new InvalidOperationException(DiagnosticPrinter.Print(bag.ToSorted()));
        }).ToArray();

        Console.WriteLine("# Routes: time to evaluate");
        Console.WriteLine();
        Console.WriteLine($"{routes.Length} routes of `routes/`, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}.");
        Console.WriteLine("Each figure: minimum, median and maximum over the runs given; wall clock, in process, after warm-up.");
        Console.WriteLine();
        Console.WriteLine("| what | runs | minimum | median | maximum |");
        Console.WriteLine("|---|---|---|---|---|");
        Timing.Report("read, check and compile one route file", 200, "ms", 1e3, run =>
        {
            var bag = new DiagnosticBag();
            compiler.Compile(reader.ReadFile(files[run % files.Length], bag)!, bag);
        });
        foreach (var (file, route) in files.Zip(routes))
        {
            var draw = route.NominalDraw();
            Timing.Report($"evaluate {Path.GetFileNameWithoutExtension(file)}, nominal", 2000, "us", 1e6, _ => Electrolith.Routes.Pipeline.RoutePipeline.Evaluate(route, draw, warnings: null));
        }

        Timing.Report($"evaluate one route with 1000 samples ({Path.GetFileNameWithoutExtension(files[0])})", 9, "ms", 1e3, _ =>
            Electrolith.Routes.Uncertainty.RouteAssessor.Assess(routes[0], new() { Samples = 1000 }));
        Timing.Report("10,000 samples over each of the routes, all cores", 5, "s", 1, _ =>
        {
            foreach (var route in routes)
            {
                Electrolith.Routes.Uncertainty.RouteAssessor.Assess(route, new() { Samples = 10_000 });
            }
        });
    }
}
