using Electrolith.Materials.Library;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Compiling;
using Electrolith.Routes.Reading;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Routes.Tests;

/// <summary>Routes of the tests: texts, the files of the repository, and steps that must go through without a problem.</summary>
internal static class RouteText
{
    /// <summary>The files of <c>routes/</c>.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Routes"), "*.yaml").Order(StringComparer.Ordinal)];

    /// <summary>A small complete route; the arguments are extra lines of its sections.</summary>
    public static string Of(string separator = "", string cathode = "", string anode = "  material: lithium\n  excess: 20 um\n", string rest = "", string name = "A route") =>
        $"format: electrolith-route/1\nname: {name}\nseparator:\n  material: li6ps5cl\n  thickness: 30 um\n{separator}"
        + $"cathode:\n  active: nmc811\n  loading: 4 mAh/cm2\n  composition: {{active: 80 %, electrolyte: 17 %, carbon: 1 %, binder: 2 %}}\n{cathode}"
        + $"anode:\n{anode}{rest}";

    /// <summary>Reads and compiles a text; any error fails the test with its message.</summary>
    public static CompiledRoute Compile(string text) => Compile(new SourceText("(test)", text));

    /// <summary>Reads and compiles a file.</summary>
    public static CompiledRoute CompileFile(string path) => Compile(new SourceText(path, File.ReadAllText(path)));

    /// <summary>Evaluates a text.</summary>
    public static RouteAssessment Assess(string text, int samples = 0, ulong seed = 1, int threads = 1) =>
        RouteAssessor.Assess(Compile(text), new AssessmentOptions { Samples = samples, Seed = seed, Threads = threads });

    /// <summary>The input of a name.</summary>
    public static RouteInput Input(CompiledRoute route, string name) => Assert.Single(route.Inputs, input => input.Name == name);

    private static CompiledRoute Compile(SourceText source)
    {
        var bag = new DiagnosticBag();
        var document = new RouteReader(MaterialLibrary.Default).Read(source, bag);
        var route = document is null ? null : new RouteCompiler(MaterialLibrary.Default).Compile(document, bag);
        Assert.True(bag.Count == 0, DiagnosticPrinter.Print(bag.ToSorted()));
        return route!;
    }
}
