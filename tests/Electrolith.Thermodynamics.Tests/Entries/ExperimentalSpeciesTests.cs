using Electrolith.Materials.Formulas;
using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Thermodynamics.Entries;

namespace Electrolith.Thermodynamics.Tests.Entries;

/// <summary>Measured gases and solids. Reaction enthalpies were worked out by another program from the same recipe.</summary>
public sealed class ExperimentalSpeciesTests
{
    private static readonly EntrySet AsPublished = EntrySet.Load(new EntryOptions { Selection = EntrySelection.All, SulfideCorrection = SulfideCorrection.Legacy });

    /// <summary>H = G - T dG/dT between 300 and 400 K (janaf1998); the secant is good to 0.2 kJ/mol where no element changes its state.</summary>
    [Theory]
    [InlineData("HCl")]
    [InlineData("CO2")]
    [InlineData("LiOH")]
    [InlineData("Li2CO3")]
    public void The_enthalpy_agrees_with_tabulated_Gibbs_energies(string formula)
    {
        var species = ExperimentalSpecies.Of(formula);
        Assert.Equal("janaf1998", species.GibbsSourceKey);
        var (cold, hot) = (species.GibbsFormation300!.Value, species.GibbsFormation400!.Value);
        Assert.Equal(cold - (300 * (hot - cold) / 100), species.FormationEnthalpy, 200.0);
    }

    [Fact]
    public void Lithium_hydroxide_takes_up_carbon_dioxide()
    {
        // 2 LiOH + CO2 -> Li2CO3 + H2O(g): -94.5 kJ/mol, and -87.0 kJ/mol with the entropies of the gases.
        var enthalpy = Enthalpy("Li2CO3") + Enthalpy("H2O") - (2 * Enthalpy("LiOH")) - Enthalpy("CO2");
        var entropy = ExperimentalSpecies.Of("H2O").StandardEntropy!.Value - ExperimentalSpecies.Of("CO2").StandardEntropy!.Value;
        Assert.Equal(-94.5e3, enthalpy, 50.0);
        Assert.Equal(-87.0e3, enthalpy - (298.15 * entropy), 60.0);
    }

    [Fact]
    public void Beside_computed_sulfides_the_legacy_correction_gives_the_recorded_enthalpies()
    {
        // Li2S + 2 H2O -> 2 LiOH + H2S: -55.1; Li3PS4 + 4 H2O -> Li3PO4 + 4 H2S: -274.1; Li4SnS4 + 3 H2O -> Li2SnO3 + Li2S + 3 H2S: +87.1 kJ/mol.
        Assert.Equal(-55.1e3, (2 * Enthalpy("LiOH")) + Enthalpy("H2S") - Computed("Li2S") - (2 * Enthalpy("H2O")), 100.0);
        Assert.Equal(-274.1e3, Computed("Li3PO4") + (4 * Enthalpy("H2S")) - Computed("Li3PS4") - (4 * Enthalpy("H2O")), 100.0);
        Assert.Equal(87.1e3, Computed("Li2SnO3") + Computed("Li2S") + (3 * Enthalpy("H2S")) - Computed("Li4SnS4") - (3 * Enthalpy("H2O")), 100.0);
    }

    [Fact]
    public void Each_species_names_a_known_source_and_gases_have_entropies()
    {
        Assert.Equal(["H2O", "H2S", "HCl", "HBr", "CO2", "LiOH", "Li2CO3"], ExperimentalSpecies.All.Select(species => species.Formula));
        Assert.All(ExperimentalSpecies.All, species =>
        {
            Assert.True(SourceList.Default.TryGet(species.SourceKey, out _));
            Assert.True(species.GibbsSourceKey.Length == 0 || SourceList.Default.TryGet(species.GibbsSourceKey, out _));
            Assert.Equal(species.Phase == SpeciesPhase.Gas, species.StandardEntropy is not null);
            Assert.Equal(ValueStatus.Unconfirmed, species.Status);
        });
        // -20.63 kJ/mol / 96.4853 kJ/mol per eV / 3 atoms.
        Assert.Equal(-0.07127, ExperimentalSpecies.Of("H2S").FormationEnergyPerAtom, 5e-6);
        Assert.Throws<ArgumentException>(() => ExperimentalSpecies.Of("HI"));
    }

    [Fact]
    public void The_sources_of_the_shipped_entries_are_in_the_list()
    {
        foreach (var key in new[] { "mp2019", "jain2013", "bartel2020", "dunn2020", "wang2021-crabnet", "ong2013", "pauling1932", "janaf1998" })
        {
            Assert.True(SourceList.Default.TryGet(key, out _), key);
        }

        Assert.All(EntrySet.Load(EntryOptions.Default).Excluded, entry => Assert.True(SourceList.Default.TryGet(entry.SourceKey, out _)));
    }

    private static double Enthalpy(string formula) => ExperimentalSpecies.Of(formula).FormationEnthalpy;

    private static double Computed(string formula) =>
        AsPublished.TryFind(FormulaParser.Parse(formula), out var entry) ? entry.EnergyPerAtom * FormulaParser.Parse(formula).AtomCount * PhysicalConstants.Faraday : throw new ArgumentException(formula, nameof(formula));
}
