using Electrolith.Materials.Library;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Reading;

namespace Electrolith.Routes.Tests;

/// <summary>Included files are merged section by section; what the including file gives wins.</summary>
public sealed class IncludeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("electrolith").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_variant_gives_only_what_differs()
    {
        Write("base.yaml", RouteText.Of("  recipe:\n    - press: {pressure: 300 MPa}\n    - anneal\n"));
        var variant = Read("include: base.yaml\nname: Variant\ncathode: {loading: 6 mAh/cm2}\n");
        Assert.Equal("Variant", variant.Name);
        Assert.Equal(6 * 36000, variant.Root.Quantity("cathode.loading")!.Value.Value, 1e-6);
        Assert.Equal("nmc811", variant.Root.Material("cathode.active")!.Id);
        Assert.Equal(["press", "anneal"], variant.Recipe.Select(step => step.Definition.Name));
    }

    [Fact]
    public void A_recipe_is_replaced_as_a_whole()
    {
        Write("base.yaml", RouteText.Of("  recipe:\n    - press: {pressure: 300 MPa}\n    - anneal\n"));
        Assert.Equal(["mill"], Read("include: base.yaml\nseparator: {recipe: [mill]}\n").Recipe.Select(step => step.Definition.Name));
    }

    [Fact]
    public void The_later_include_wins_over_the_earlier_and_a_deeper_one_gives_way()
    {
        Write("base.yaml", RouteText.Of(name: "Base"));
        Directory.CreateDirectory(Path.Combine(folder, "parts"));
        Write("parts/thin.yaml", "include: ../base.yaml\nseparator: {thickness: 10 um}\n");
        Write("parts/thick.yaml", "separator: {thickness: 90 um}\nname: Thick\n");
        var route = Read("include: [parts/thin.yaml, parts/thick.yaml]\n");
        Assert.Equal("Thick", route.Name);
        Assert.Equal(90e-6, route.Root.Quantity("separator.thickness")!.Value.Value, 1e-15);
        Assert.Equal(10e-6, Read("include: [parts/thick.yaml, parts/thin.yaml]\n").Root.Quantity("separator.thickness")!.Value.Value, 1e-15);
    }

    [Fact]
    public void The_same_file_may_be_included_twice()
    {
        Write("base.yaml", RouteText.Of());
        Write("a.yaml", "include: base.yaml\nname: A\n");
        Write("b.yaml", "include: base.yaml\nname: B\n");
        Assert.Equal("B", Read("include: [a.yaml, b.yaml]\n").Name);
    }

    [Fact]
    public void A_chain_that_is_too_long_is_refused()
    {
        for (var index = 0; index < 40; index++)
        {
            Write($"{index}.yaml", $"include: {index + 1}.yaml\n");
        }

        Write("40.yaml", RouteText.Of());
        var bag = new DiagnosticBag();
        Assert.Null(new RouteReader(MaterialLibrary.Default).ReadFile(Path.Combine(folder, "0.yaml"), bag));
        Assert.Equal(RouteCodes.CircularInclude, Assert.Single(bag.ToSorted()).Code);
    }

    private RouteDocument Read(string text)
    {
        Write("route.yaml", text);
        var bag = new DiagnosticBag();
        var document = new RouteReader(MaterialLibrary.Default).ReadFile(Path.Combine(folder, "route.yaml"), bag);
        Assert.True(bag.Count == 0, DiagnosticPrinter.Print(bag.ToSorted()));
        return document!;
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
