using Electrolith.Materials.Library;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Materials.Tests.Library;

public sealed class OverlayTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("electrolith").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private (MaterialLibrary Library, Diagnostic[] Problems) Overlay(string? materials, string? values, string? sources = null)
    {
        Write("materials.csv", materials);
        Write("values.csv", values);
        Write("sources.yaml", sources);
        var bag = new DiagnosticBag();
        var library = Fixture.Build().With(folder, bag);
        return (library, [.. bag.ToSorted()]);
    }

    private void Write(string name, string? text)
    {
        if (text is not null)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }
    }

    [Fact]
    public void A_new_material_is_added_with_its_own_sources()
    {
        var (library, problems) = Overlay(
            Fixture.MaterialHeader + "mine,My glass,electrolyte,thiophosphate-glass,75Li2S-25P2S5,,\n",
            Fixture.ValueHeader + "mine,ionic-conductivity,0.5,,,mS/cm,total,25 degC,,measured,book7,page 3,yes,\n",
            "book7:\n  title: Laboratory book 7\n");
        Assert.Empty(problems);
        Assert.True(library.TryGet("mine", out var mine));
        Assert.Equal(0.05, mine.Recommended("ionic-conductivity")!.Value, 12);
        Assert.True(library.Sources.TryGet("book7", out _));
        Assert.Equal(3, library.All.Count);
    }

    [Fact]
    public void A_material_of_the_same_id_is_replaced_with_a_warning()
    {
        var (library, problems) = Overlay(
            Fixture.MaterialHeader + "li6ps5cl,Mine,electrolyte,argyrodite,Li6PS5Cl,,\n",
            Fixture.ValueHeader + "li6ps5cl,density,1.80,,,g/cm3,crystal,,,measured,kraft2017,,yes,\n");
        var warning = Assert.Single(problems);
        Assert.Equal(("EL1221", Severity.Warning, 2), (warning.Code, warning.Severity, warning.Span.Line));
        Assert.True(library.TryGet("li6ps5cl", out var mine));
        Assert.Equal("Mine", mine.Name);
        Assert.Single(mine.Values);
    }

    [Fact]
    public void Values_alone_are_added_and_their_recommendation_wins()
    {
        var (library, problems) = Overlay(materials: null, Fixture.ValueHeader + "li6ps5cl,ionic-conductivity,4,,,mS/cm,total,25 degC,,user,kraft2017,mine,yes,\n");
        Assert.Empty(problems);
        Assert.True(library.TryGet("li6ps5cl", out var material));
        Assert.Equal("4", material.Recommended("ionic-conductivity")!.PrintedValue);
        Assert.Equal(9, material.Values.Length);
        Assert.True(Fixture.Build().TryGet("li6ps5cl", out var untouched));
        Assert.Equal("2.4", untouched.Recommended("ionic-conductivity")!.PrintedValue);
    }

    [Fact]
    public void Problems_of_the_folder_are_reported_with_their_place()
    {
        var (_, problems) = Overlay(materials: null, Fixture.ValueHeader + "li6ps5c1,ionic-conductivity,4,,,mS/cm,total,25 degC,,user,kraft2017,,,\nli6ps5cl,ionic-conductivity,4,,,mS/km2,total,25,,user,krafft2017,,,\n");
        Assert.Contains(problems, problem => problem is { Code: "EL1211", Span: { Line: 2, Column: 1 } } && problem.Hint!.Contains("li6ps5cl", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Span is { Line: 3, Column: 33 });
        Assert.All(problems, problem => Assert.EndsWith("values.csv", problem.Source!.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_or_empty_folder_is_reported()
    {
        var bag = new DiagnosticBag();
        Fixture.Build().With(Path.Combine(folder, "nowhere"), bag);
        Fixture.Build().With(folder, bag);
        Assert.Equal(["EL1101", "EL1201"], bag.ToSorted().Select(problem => problem.Code).Order(StringComparer.Ordinal));
    }
}
