using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Thermodynamics.Tests.Questions;

/// <summary>
/// Reactions with moist air against a table computed independently of this project from the same computed solids and the same
/// measured gases and hydroxide (kJ for one mole of the reaction; the table prints one decimal).
/// </summary>
public sealed class MoistureTests
{
    private static readonly MoistureEnergies Energies = new(EntrySelection.Matbench);

    [Theory]
    [InlineData("Li2S + 2 H2O -> 2 LiOH + H2S", -55.1, -3.8)]
    [InlineData("Li2S + H2O -> Li2O + H2S", 73.3, 68.3)]
    [InlineData("Li3PS4 + 4 H2O -> Li3PO4 + 4 H2S", -274.1, -294.4)]
    [InlineData("Li7P3S11 + 11 H2O -> Li3PO4 + Li4P2O7 + 11 H2S", -779.6, -835.3)]
    [InlineData("Li6PS5Cl + 4 H2O -> Li3PO4 + Li2S + LiCl + 4 H2S", -378.4, -398.6)]
    [InlineData("Li6PS5Cl + 6 H2O -> Li3PO4 + 2 LiOH + LiCl + 5 H2S", -433.5, -402.5)]
    [InlineData("Li6PS5Br + 6 H2O -> Li3PO4 + 2 LiOH + LiBr + 5 H2S", -393.5, null)]
    [InlineData("Li6PS5I + 6 H2O -> Li3PO4 + 2 LiOH + LiI + 5 H2S", -332.7, null)]
    [InlineData("Li4SnS4 + 3 H2O -> Li2SnO3 + Li2S + 3 H2S", 87.1, 71.9)]
    [InlineData("ScCl3 + H2O -> ScOCl + 2 HCl", 97.0, 41.8)]
    [InlineData("YCl3 + H2O -> YOCl + 2 HCl", 89.9, 34.8)]
    [InlineData("ZrCl4 + 2 H2O -> ZrO2 + 4 HCl", 91.0, -19.3)]
    [InlineData("Li7La3Zr2O12 + 3.5 CO2 -> 3.5 Li2CO3 + La2Zr2O7 + 0.5 La2O3", -719.8, -496.7)]
    [InlineData("2 LiOH + CO2 -> Li2CO3 + H2O", -94.5, -87.0)]
    public void A_reaction_has_the_tabulated_enthalpy_and_gibbs_energy(string text, double enthalpy, double? gibbs)
    {
        var reaction = Energies.Reaction(text);
        Assert.Equal(enthalpy, reaction.Enthalpy / 1e3, 0.5);
        if (gibbs is { } expected)
        {
            Assert.Equal(expected, reaction.Gibbs / 1e3, 0.5);
        }
    }

    [Theory]
    [InlineData("Li3PS4", 4, -73.6)]
    [InlineData("Li6PS5Cl", 4, -99.7)]
    public void The_first_reaction_with_water_is_the_tabulated_one(string formula, double water, double gibbsPerWater)
    {
        var first = MoistureProfile.Of(Energies, Substance.Of(formula)).First!;
        Assert.Equal(water, first.Reaction.GasTakenUp, 1e-9);
        Assert.Equal(gibbsPerWater, first.Reaction.GibbsPerGas / 1e3, 0.5);
        Assert.True(first.Reaction.Reaction.Imbalance < 1e-9);
    }

    [Fact]
    public void The_reaction_found_is_never_weaker_than_the_tabulated_one()
    {
        // The table's products of Li4SnS4 cost 24.0 kJ/mol of water; others cost less, none is gained.
        var first = MoistureProfile.Of(Energies, Substance.Of("Li4SnS4")).First!;
        Assert.InRange(first.Reaction.GibbsPerGas / 1e3, 0, 24.0);
    }

    [Fact]
    public void By_the_energy_of_losing_all_sulfur_thiophosphates_come_before_LGPS_and_a_stannate_far_behind()
    {
        double Strength(string formula) => MoistureProfile.Of(Energies, Substance.Of(formula)).Complete!.Reaction.GibbsPerGas / 1e3;
        double[] thiophosphates = [Strength("Li6PS5Cl"), Strength("Li7P3S11"), Strength("Li3PS4")];
        Assert.True(thiophosphates.Max() - thiophosphates.Min() < 10);
        Assert.True(thiophosphates.Max() < Strength("Li10GeP2S12") - 10);
        Assert.True(Strength("Li10GeP2S12") < Strength("Li4SnS4") - 50);
        Assert.True(Strength("Li4SnS4") > 0);
    }

    [Fact]
    public void Chlorides_stand_indium_scandium_yttrium_zirconium_from_the_most_to_the_least_resistant_as_tabulated()
    {
        // Order of the table: the reaction to the oxychloride (ScOCl, YOCl) or oxide (ZrO2), kJ/mol of water.
        double Strength(string text) => Energies.Reaction(text).GibbsPerGas;
        Assert.True(Strength("ScCl3 + H2O -> ScOCl + 2 HCl") > Strength("YCl3 + H2O -> YOCl + 2 HCl"));
        Assert.True(Strength("YCl3 + H2O -> YOCl + 2 HCl") > Strength("ZrCl4 + 2 H2O -> ZrO2 + 4 HCl"));
        Assert.True(MoistureProfile.Of(Energies, Substance.Of("Li3InCl6")).First!.Reaction.Gibbs > 0);
    }

    [Fact]
    public void The_driving_force_follows_the_law_of_mass_action()
    {
        // -40 °C dew point is 126 ppm of water: RT ln(1.26e-4) = -22.3 kJ/mol of water less.
        var reaction = Energies.Reaction("Li3PS4 + 4 H2O -> Li3PO4 + 4 H2S");
        Assert.Equal((-294.4 + (4 * 22.3)) / 4, MoistureProfile.GibbsAt(reaction, 1.26e-4, 1) / 4e3, 0.2);
        Assert.Equal(reaction.Gibbs, MoistureProfile.GibbsAt(reaction, 1, 1), 1e-6);
    }

    [Fact]
    public void Equilibrium_of_Li3PS4_needs_thirteen_orders_less_water_than_hydrogen_sulfide() =>
        Assert.Equal(-13, MoistureProfile.Of(Energies, Substance.Of("Li3PS4")).First!.LogPressureFrom / Math.Log(10), 0.5);

    [Theory]
    [InlineData("Li2S + H2O", "written")]
    [InlineData("Li2S + H2O -> Li2O", "does not balance")]
    [InlineData("Li2S + two H2O -> Li2O + H2S", "amount")]
    public void A_reaction_that_is_none_is_refused(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => Energies.Reaction(text)).Message, StringComparison.Ordinal);
}
