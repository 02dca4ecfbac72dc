using Electrolith.Materials.Formulas;
using Electrolith.Thermodynamics.Entries;

namespace Electrolith.Thermodynamics.Tests.Entries;

/// <summary>The shipped energies and how they are asked for. Numbers: rows of the data set (source key mp2019).</summary>
public sealed class EntrySetTests
{
    private static readonly EntrySet AsPublished = EntrySet.Load(new EntryOptions { Selection = EntrySelection.All, SulfideCorrection = SulfideCorrection.Legacy });
    private static readonly EntrySet Usual = EntrySet.Load(EntryOptions.Default);

    [Theory]
    [InlineData("Li3PS4", "Li3PS4", -1.265682)]
    [InlineData("Li10GeP2S12", "Li10Ge(PS6)2", -1.280354)]
    [InlineData("Li6PS5Cl", "Li6PS5Cl", -1.383271)]
    [InlineData("Li7P3S11", "Li7P3S11", -1.175851)]
    [InlineData("Li7La3Zr2O12", "Li7La3Zr2O12", -3.135943)]
    [InlineData("LiTi2P3O12", "LiTi2(PO4)3", -3.036153)]
    [InlineData("Li3InCl6", "Li3InCl6", -1.861862)]
    [InlineData("Li2CO3", "Li2CO3", -2.260297)]
    [InlineData("LiOH", "LiHO", -1.838199)]
    [InlineData("LiS4", "LiS4", -0.751868)]
    [InlineData("Li4SnS4", "Li4SnS4", -1.348588)]
    [InlineData("Li7Ti10O24", "Li7Ti10O24", -3.237331)]
    public void An_entry_has_the_energy_and_the_formula_of_the_data_set(string formula, string printed, double energy)
    {
        Assert.True(AsPublished.TryFind(FormulaParser.Parse(formula), out var entry));
        Assert.Equal(printed, entry.Formula);
        Assert.Equal(energy, entry.EnergyPerAtom, 1e-9);
    }

    [Fact]
    public void All_compounds_of_the_set_are_there()
    {
        Assert.Equal(85_014, AsPublished.All.Count());
        Assert.Equal(85_014, AsPublished.ShippedCount);
        Assert.Empty(AsPublished.Excluded);
    }

    [Fact]
    public void A_system_begins_with_its_elements_at_zero()
    {
        var system = ElementSet.Of(FormulaParser.Parse("Li3PS4"));
        var entries = AsPublished.InSystem(system);
        Assert.Equal(["Li", "P", "S"], entries.Take(3).Select(entry => entry.Formula));
        Assert.All(entries.Take(3), entry => Assert.Equal(0, entry.EnergyPerAtom));
        Assert.All(entries, entry => Assert.True(entry.Elements.IsPartOf(system)));
        Assert.Equal(entries, AsPublished.InSystem(system));
        Assert.Equal(entries.Count, entries.Select(entry => entry.Formula).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>Numbers of entries as pymatgen counted them in the recorded interfaces (elements included).</summary>
    [Theory]
    [InlineData("LiCoPSO", 235)]
    [InlineData("LiCoGePSO", 297)]
    [InlineData("LiCoInClO", 138)]
    [InlineData("LiZrPSO", 131)]
    [InlineData("LiPSCl", 36)]
    [InlineData("LiInCl", 20)]
    [InlineData("LiFePSClO", 397)]
    public void A_system_holds_as_many_entries_as_another_program_found(string elements, int count) =>
        Assert.Equal(count, AsPublished.InSystem(ElementSet.Of(FormulaParser.Parse(elements))).Count);

    [Fact]
    public void Gases_of_two_atoms_and_radioactive_elements_are_elements_too()
    {
        var entries = AsPublished.InSystem(new ElementSet((UInt128.One << 8) | (UInt128.One << 43)));
        Assert.Equal(["O2", "Tc"], entries.Take(2).Select(entry => entry.Formula));
        Assert.Contains(entries, entry => entry.Formula == "TcO2");
    }

    [Fact]
    public void Taking_the_sulfide_correction_out_weakens_sulfides_by_the_published_amount()
    {
        // Known problems of the set: +0.66346 eV per sulfur atom on O-free sulfur compounds, not on S and H2S.
        Assert.Equal(-1.280354 + (0.66346 * 12 / 25), Energy(Usual, "Li10GeP2S12"), 1e-9);
        Assert.Equal(-0.471895, Energy(Usual, "H2S"), 1e-9);
        Assert.Equal(Energy(AsPublished, "Li2SO4"), Energy(Usual, "Li2SO4"));
        Assert.Equal(0, Energy(Usual, "S8"));
        // Li2S oxidises to sulfur at 2.009 V (data set README): the formation energy per two electrons.
        Assert.Equal(2.009, -Energy(Usual, "Li2S") * 3 / 2, 5e-4);
    }

    [Fact]
    public void The_screened_set_leaves_out_doubtful_entries_with_their_reasons()
    {
        Assert.Equal(476, Usual.ExcludedCount);
        Assert.Equal(476, Usual.Excluded.Length);
        Assert.Equal(85_014 - 476, Usual.All.Count());
        foreach (var formula in new[] { "LiS4", "P2S7", "Li7Ti10O24", "InCl2", "Li19La12Zr8O48", "Li5La3Ta2O12", "Sm2AlAg3" })
        {
            Assert.False(Usual.TryFind(FormulaParser.Parse(formula), out _));
            Assert.True(Usual.TryFindExcluded(FormulaParser.Parse(formula), out var left));
            Assert.Equal(formula == "Sm2AlAg3", left.Reason.StartsWith("not in Matbench", StringComparison.Ordinal));
        }

        Assert.True(Usual.TryFind(FormulaParser.Parse("Li4SnS4"), out _));
        Assert.False(AsPublished.TryFindExcluded(FormulaParser.Parse("LiS4"), out _));
        Assert.Equal(["LiS4", "P2S7"], Usual.ExcludedIn(ElementSet.Of(FormulaParser.Parse("Li3PS4"))).Select(entry => entry.Formula).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_same_options_give_the_same_set_from_every_thread()
    {
        var sets = new EntrySet[16];
        var lists = new IReadOnlyList<PhaseEntry>[16];
        var system = ElementSet.Of(FormulaParser.Parse("LiLaZrTaO"));
        Parallel.For(0, 16, index =>
        {
            sets[index] = EntrySet.Load(new EntryOptions { SulfideCorrection = SulfideCorrection.Legacy });
            lists[index] = sets[index].InSystem(system);
        });
        Assert.Single(sets.Distinct());
        Assert.All(lists, list => Assert.Equal(lists[0], list));
    }

    [Theory]
    [InlineData("Li3PS4x", "Li3PS4")]
    [InlineData("Li7La3Zr2O13", "Li7La3Zr2O12")]
    [InlineData("Li6PS5C", "Li6PS5Cl")]
    [InlineData("li3ps4", "Li3PS4")]
    [InlineData("Li₃PS₄x", "Li3PS4")]
    [InlineData("Li7La3Zr2O", "Li7La3Zr2O12")]
    [InlineData("Li10GeP2S12x", "Li10Ge(PS6)2")]
    [InlineData("LiFePO44", "LiFePO4")]
    [InlineData("Li3.2P0.8S4", "Li3PS4")]
    public void A_mistyped_formula_has_the_right_one_among_the_nearest(string written, string meant) =>
        Assert.Contains(meant, Usual.Nearest(written));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?")]
    [InlineData("(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((")]
    public void Nothing_is_near_to_what_names_no_element(string written) => Assert.Empty(Usual.Nearest(written));

    private static double Energy(EntrySet set, string formula) =>
        set.TryFind(FormulaParser.Parse(formula), out var entry) ? entry.EnergyPerAtom : throw new ArgumentException(formula, nameof(formula));
}
