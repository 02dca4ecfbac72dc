using Electrolith.Materials.Library;
using Electrolith.Materials.Tests.Library;

namespace Electrolith.Materials.Tests.Data;

/// <summary>Each rule finds what it is for, and nothing in sound data.</summary>
public sealed class DataLintRulesTests
{
    private static MaterialLibrary With(string row) => Fixture.Build(values: Fixture.Values + row + "\n");

    [Fact]
    public void A_conductivity_in_the_wrong_unit_is_found()
    {
        Assert.Empty(DataLint.ImplausibleAtRoomTemperature(Fixture.Build()));
        Assert.Single(DataLint.ImplausibleAtRoomTemperature(With("li6ps5cl,ionic-conductivity,0.3,,,S/cm,milled,25 degC,,measured,kraft2017,,,")));
        Assert.Empty(DataLint.ImplausibleAtRoomTemperature(With("li6ps5cl,ionic-conductivity,0.3,,,S/cm,milled,300 degC,,measured,kraft2017,,,")));
    }

    [Fact]
    public void An_assumed_conductivity_is_found()
    {
        Assert.Empty(DataLint.AssumedConductivities(Fixture.Build()));
        Assert.Single(DataLint.AssumedConductivities(With("li6ps5cl,ionic-conductivity,1,,,mS/cm,film,25 degC,,assumed,electrolith-assumed,,,")));
    }

    [Fact]
    public void An_unconfirmed_row_without_origin_is_found()
    {
        Assert.Empty(DataLint.UnconfirmedWithoutOrigin(Fixture.Build()));
        Assert.Single(DataLint.UnconfirmedWithoutOrigin(With("li6ps5cl,hardness,1,,,GPa,,,,unconfirmed,kraft2017,,,")));
        Assert.Empty(DataLint.UnconfirmedWithoutOrigin(With("li6ps5cl,hardness,1,,,GPa,,,,unconfirmed,kraft2017,figure 3,,")));
    }

    [Fact]
    public void A_measured_row_from_general_knowledge_is_found()
    {
        Assert.Empty(DataLint.ConfirmedWithoutSource(Fixture.Build()));
        Assert.Single(DataLint.ConfirmedWithoutSource(With("li6ps5cl,hardness,1,,,GPa,,,,measured,unverified,,,")));
    }

    [Fact]
    public void A_default_of_ours_that_is_called_measured_is_found()
    {
        Assert.Empty(DataLint.AssumedFromElsewhere(Fixture.Build()));
        Assert.Single(DataLint.AssumedFromElsewhere(With("li6ps5cl,hardness,1,,,GPa,,,,measured,electrolith-assumed,,,")));
    }

    [Fact]
    public void An_incomplete_electrolyte_is_found()
    {
        Assert.Empty(DataLint.IncompleteElectrolytes(Fixture.Build()));
        var found = DataLint.IncompleteElectrolytes(Fixture.Build(materials: Fixture.Materials + "bare,x,electrolyte,halide,Li3YCl6,,\n")).ToArray();
        Assert.Equal(4, found.Length);
    }

    [Fact]
    public void A_missing_system_is_found_only_when_its_set_is_there()
    {
        var missing = DataLint.MissingSystems(Fixture.Build()).ToArray();
        Assert.Contains("Li6PS5Br", missing);
        Assert.DoesNotContain("Li6PS5Cl", missing);
        Assert.DoesNotContain("Li3YCl6", missing);
    }

    [Fact]
    public void A_set_without_description_is_found() =>
        Assert.Equal("sulfides: title, licence or description is missing", Assert.Single(DataLint.UndescribedSets(Fixture.Build())));

    [Fact]
    public void An_unused_source_is_listed() =>
        Assert.Equal(["kraft2017", "electrolith-assumed"], DataLint.UnusedSources(Fixture.Build(), ["a,unverified,b"]));
}
