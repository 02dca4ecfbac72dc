using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Compiling;
using Electrolith.Routes.Reading;

namespace Electrolith.Routes.Tests.Pipeline;

/// <summary>The route wins over the library, the library over the documented defaults; status and source say which it was.</summary>
public sealed class InputResolutionTests
{
    private const string Conductivity = "li6ps5cl ionic-conductivity";

    [Fact]
    public void The_library_is_used_when_the_route_is_silent()
    {
        var input = RouteText.Input(RouteText.Compile(RouteText.Of()), Conductivity);
        Assert.True(MaterialLibrary.Default.TryGet("li6ps5cl", out var material));
        var row = material.Recommended("ionic-conductivity")!;
        Assert.Equal((row.Status, row.SourceKey, row.Value), (input.Status, input.SourceKey, input.Estimate.Value));
    }

    [Fact]
    public void The_route_wins_over_the_library()
    {
        var own = RouteText.Input(RouteText.Compile(RouteText.Of("  properties: {ionic-conductivity: 3 mS/cm}\n")), Conductivity);
        Assert.Equal((ValueStatus.UserGiven, "user"), (own.Status, own.SourceKey));
        Assert.Equal(0.3, own.Estimate.Value, 1e-15);
        var cited = RouteText.Input(RouteText.Compile(RouteText.Of("  properties: {ionic-conductivity: {value: 3..4 mS/cm, source: kraft2017, note: as pressed}}\n")), Conductivity);
        Assert.Equal((ValueStatus.UserGiven, "kraft2017", "as pressed"), (cited.Status, cited.SourceKey, cited.Locator));
        Assert.True(cited.IsSampled);
    }

    [Fact]
    public void The_route_wins_over_a_default()
    {
        var silent = RouteText.Input(RouteText.Compile(RouteText.Of()), "cathode.porosity");
        Assert.Equal((ValueStatus.Assumed, "electrolith-assumed"), (silent.Status, silent.SourceKey));
        Assert.True(silent.IsWeak);
        var given = RouteText.Input(RouteText.Compile(RouteText.Of(cathode: "  porosity: 10 %\n")), "cathode.porosity");
        Assert.Equal((ValueStatus.UserGiven, "user", 0.1), (given.Status, given.SourceKey, given.Estimate.Value));
        Assert.False(given.IsWeak);
    }

    [Fact]
    public void The_library_wins_over_a_default()
    {
        // Both are documented: 1..10 A/m2 stands in when the library has no exchange current density of a cathode.
        var input = RouteText.Input(RouteText.Compile(RouteText.Of()), "nmc811 exchange-current-density");
        Assert.True(MaterialLibrary.Default.TryGet("nmc811", out var material));
        Assert.Equal(material.Recommended("exchange-current-density")!.SourceKey, input.SourceKey);
    }

    [Fact]
    public void Every_input_has_a_name_of_its_own_and_a_known_source()
    {
        foreach (var route in RouteText.Files.Select(RouteText.CompileFile))
        {
            Assert.Equal(route.Inputs.Length, route.Inputs.Select(input => input.Name).Distinct(StringComparer.Ordinal).Count());
            Assert.All(route.Inputs, input => Assert.True(input.SourceKey == "user" || SourceList.Default.TryGet(input.SourceKey, out _), $"{input.Name}: {input.SourceKey}"));
            Assert.All(route.Inputs, input => Assert.True(input.Estimate.Low <= input.Estimate.Value && input.Estimate.Value <= input.Estimate.High && double.IsFinite(input.Estimate.High), input.Name));
        }
    }

    [Fact]
    public void A_material_in_two_places_is_one_input()
    {
        var route = RouteText.Compile(RouteText.Of());
        Assert.Equal(route.Separator.Electrolyte.Conductivity, route.Cathode.Catholyte!.Conductivity);
        Assert.Equal(route.Separator.Electrolyte.Price, route.Cathode.Catholyte.Price);
        var other = RouteText.Compile(RouteText.Of(cathode: "  catholyte: li3incl6\n"));
        Assert.NotEqual(other.Separator.Electrolyte.Conductivity, other.Cathode.Catholyte!.Conductivity);
    }

    [Fact]
    public void Prices_are_dollars_of_one_year()
    {
        var year = RouteText.Input(RouteText.Compile(RouteText.Of("  properties: {price: 50 USD(2024)/kg}\n")), "li6ps5cl price");
        var older = RouteText.Input(RouteText.Compile(RouteText.Of("  properties: {price: 50 USD(2018)/kg}\n")), "li6ps5cl price");
        Assert.Equal(50, year.Estimate.Value, 1e-9);
        Assert.InRange(older.Estimate.Value, 51, 75);
    }

    [Fact]
    public void An_override_that_nothing_uses_is_told()
    {
        var bag = new DiagnosticBag();
        var text = RouteText.Of(cathode: "  properties: {ionic-conductivity: 3 mS/cm}\n");
        var document = new RouteReader(MaterialLibrary.Default).Read(new SourceText("(test)", text), bag);
        var route = new RouteCompiler(MaterialLibrary.Default).Compile(document!, bag);
        var note = Assert.Single(route!.Notes);
        Assert.Equal((RouteCodes.NoEffect, Severity.Warning, "cathode.properties.ionic-conductivity"), (note.Code, note.Severity, note.FieldPath));
    }
}
