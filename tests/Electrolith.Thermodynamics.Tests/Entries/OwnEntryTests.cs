using Electrolith.Materials.Formulas;
using Electrolith.Thermodynamics.Entries;

namespace Electrolith.Thermodynamics.Tests.Entries;

/// <summary>Entries of one's own beside the shipped ones, and alone. Energies of own entries are invented.</summary>
public sealed class OwnEntryTests
{
    private static readonly EntrySet Shipped = EntrySet.Load(EntryOptions.Default);

    [Fact]
    public void An_own_entry_of_a_new_composition_is_added()
    {
        var set = Shipped.With([Own("Li3YCl6", -2.1)]);
        Assert.Empty(set.Replaced);
        Assert.True(set.TryFind(FormulaParser.Parse("Li6Y2Cl12"), out var entry));
        Assert.Equal(-2.1, entry.EnergyPerAtom);
        Assert.Same(entry, set.InSystem(ElementSet.Of(entry.Composition))[^1]);
        Assert.False(Shipped.TryFind(FormulaParser.Parse("Li3YCl6"), out _));
        Assert.Equal(Shipped.All.Count() + 1, set.All.Count());
    }

    [Fact]
    public void An_own_entry_takes_the_place_of_the_shipped_one_and_the_set_says_so()
    {
        var system = ElementSet.Of(FormulaParser.Parse("LiPS"));
        var set = Shipped.With([Own("Li6P2S8", -0.9), Own("Li3PS4", -0.8)]);
        var replaced = Assert.Single(set.Replaced);
        Assert.True(Shipped.TryFind(FormulaParser.Parse("Li3PS4"), out var shipped));
        Assert.Equal(shipped.EnergyPerAtom, replaced.ReplacedEnergyPerAtom);
        Assert.Equal(2, set.InSystem(system).Count(entry => entry.Formula == "Li3PS4"));
        Assert.DoesNotContain(shipped, set.InSystem(system));
        Assert.Contains("in place of the shipped Li3PS4", set.Describe(), StringComparison.Ordinal);
        Assert.True(set.TryFind(FormulaParser.Parse("Li3PS4"), out var lowest));
        Assert.Equal(-0.9, lowest.EnergyPerAtom);
        Assert.Equal(Shipped.InSystem(system).Count + 1, set.InSystem(system).Count);
    }

    [Fact]
    public void A_left_out_entry_can_come_back_as_an_own_one()
    {
        var set = Shipped.With([Own("LiS4", -0.3)]);
        Assert.Empty(set.Replaced);
        Assert.True(set.TryFind(FormulaParser.Parse("LiS4"), out _));
    }

    [Fact]
    public void Own_entries_alone_know_nothing_of_the_shipped_ones()
    {
        var set = EntrySet.Only([Own("Li2S", -1.2), Own("Li", 0), Own("S8", 0.01)]);
        Assert.Equal(["Li", "S", "Li2S", "S"], set.InSystem(ElementSet.Of(FormulaParser.Parse("Li2S"))).Select(entry => entry.Formula));
        Assert.False(set.HasShipped);
        Assert.Equal("2 own entries", set.Describe());
        Assert.True(set.TryFind(FormulaParser.Parse("S"), out var sulfur));
        Assert.Equal(0, sulfur.EnergyPerAtom);
    }

    [Fact]
    public void An_element_below_its_reference_is_refused() =>
        Assert.Throws<ArgumentException>(() => Shipped.With([Own("Li", -0.1)]));

    private static PhaseEntry Own(string formula, double energy)
    {
        var (printed, composition) = ReducedFormula.Reduce(FormulaParser.Parse(formula));
        return new PhaseEntry(printed, composition, energy, "own");
    }
}
