using Electrolith.Materials.Formulas;
using Electrolith.Thermodynamics.Entries;

namespace Electrolith.Thermodynamics.Tests;

/// <summary>A chemical system as a set of elements.</summary>
public sealed class ElementSetTests
{
    [Fact]
    public void A_system_is_written_in_alphabetical_order() =>
        Assert.Equal("Li-P-S", ElementSet.Of(FormulaParser.Parse("Li3PS4")).ToString());

    [Theory]
    [InlineData("Li2S", true)]
    [InlineData("Li3PS4", true)]
    [InlineData("LiCl", false)]
    public void A_compound_belongs_to_a_system_when_all_its_elements_do(string formula, bool expected) =>
        Assert.Equal(expected, ElementSet.Of(FormulaParser.Parse(formula)).IsPartOf(ElementSet.Of(FormulaParser.Parse("Li3PS4"))));
}
