using Electrolith.Materials.Library;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Compiling;
using Electrolith.Routes.Pipeline;
using Electrolith.Routes.Reading;

namespace Electrolith.Routes.Tests;

/// <summary>Routes with materials and sources of the user's own library folder.</summary>
public sealed class OwnLibraryTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("electrolith").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_material_and_a_source_of_ones_own_can_be_used()
    {
        var (route, problems) = Compile(hasPrice: true, RouteText.Of("  properties: {activation-energy: {value: 0.3 eV, source: book7}}\n", rest: "cites: [book7]\n"));
        Assert.True(problems.Count == 0, DiagnosticPrinter.Print(problems));
        Assert.Equal("book7", RouteText.Input(route!, "mine ionic-conductivity").SourceKey);
        Assert.Equal("book7", RouteText.Input(route!, "mine activation-energy").SourceKey);
        Assert.Contains("Laboratory book 7", Electrolith.Routes.Reporting.ReportWriter.ToHtml(
            [Electrolith.Routes.Uncertainty.RouteAssessor.Assess(route!, new() { Samples = 0 })], [null], null, 1), StringComparison.Ordinal);
        // 30 um over 0.5 mS/cm.
        Assert.Equal(30e-6 / 0.05, RoutePipeline.Evaluate(route!, route!.NominalDraw(), null).Resistance(ResistancePart.Separator), 1e-12);
    }

    [Fact]
    public void A_value_that_is_nowhere_is_one_error_with_the_place_to_give_it()
    {
        var (route, problems) = Compile(hasPrice: false, RouteText.Of());
        Assert.Null(route);
        var problem = Assert.Single(problems);
        Assert.Equal((RouteCodes.NoValue, "the library has no price of mine"), (problem.Code, problem.Message));
        Assert.Contains("separator.properties", problem.Hint!, StringComparison.Ordinal);
        Assert.NotNull(Compile(hasPrice: false, RouteText.Of("  properties: {price: 30 USD(2024)/kg}\n")).Route);
    }

    [Fact]
    public void A_missing_value_of_the_catholyte_cannot_be_given_as_one_of_the_cathode()
    {
        var (_, problems) = Compile(hasPrice: false, RouteText.Of(cathode: "  catholyte: mine\n"), inPlaceOf: "nothing");
        Assert.DoesNotContain("properties", Assert.Single(problems).Hint!, StringComparison.Ordinal);
    }

    private (CompiledRoute? Route, IReadOnlyList<Diagnostic> Problems) Compile(bool hasPrice, string text, string inPlaceOf = "li6ps5cl")
    {
        File.WriteAllText(Path.Combine(folder, "materials.csv"), "id,name,role,family,formula,aliases,note\nmine,My glass,electrolyte,thiophosphate-glass,75Li2S-25P2S5,,\n");
        File.WriteAllText(Path.Combine(folder, "values.csv"),
            "material,property,value,low,high,unit,kind,temperature,condition,status,source,locator,recommended,note\n"
            + "mine,ionic-conductivity,0.5,,,mS/cm,total,25 degC,,measured,book7,page 3,yes,\nmine,density,1.9,,,g/cm3,pellet,,,measured,book7,page 4,yes,\n"
            + (hasPrice ? "mine,price,40,,,USD(2024)/kg,,,,assumed,book7,page 5,yes,\n" : ""));
        File.WriteAllText(Path.Combine(folder, "sources.yaml"), "book7:\n  title: Laboratory book 7\n");
        var bag = new DiagnosticBag();
        var library = MaterialLibrary.Default.With(folder, bag);
        var document = new RouteReader(library).Read(new SourceText("(test)", text.Replace(inPlaceOf, "mine", StringComparison.Ordinal)), bag);
        return (document is null ? null : new RouteCompiler(library).Compile(document, bag), bag.ToSorted());
    }
}
