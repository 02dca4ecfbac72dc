using Electrolith.Materials.Formulas;
using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Thermodynamics.Tests.Questions;

/// <summary>Windows, profiles and interfaces on the shipped energies against numbers that others computed on the same ones.</summary>
public sealed class ShippedEnergyTests
{
    private static readonly EntrySet AsTabulated = EntrySet.Load(new EntryOptions { Selection = EntrySelection.All, SulfideCorrection = SulfideCorrection.Legacy });
    private static readonly EntrySet Uncorrected = EntrySet.Load(new EntryOptions { Selection = EntrySelection.All, SulfideCorrection = SulfideCorrection.None });
    private static readonly EntrySet Cleaned = EntrySet.Load(new EntryOptions { Selection = EntrySelection.Matbench, SulfideCorrection = SulfideCorrection.Legacy });
    private static readonly EntrySet CleanedUncorrected = EntrySet.Load(new EntryOptions { Selection = EntrySelection.Matbench, SulfideCorrection = SulfideCorrection.None });

    public static TheoryData<string> Windows => [.. Golden.Rows("windows-mp2019.csv").Select(row => row["formula"])];

    public static TheoryData<string, string> Interfaces => Pairs("interfaces-mp2019.csv", "first", "second");

    public static TheoryData<string, string> CleanedInterfaces => Pairs("interfaces-matbench.csv", "electrolyte", "partner");

    public static TheoryData<string, string> Profiles => Pairs("profiles-matbench.csv", "formula", "sulfide_correction");

    [Theory]
    [MemberData(nameof(Windows))]
    public void A_window_agrees_to_a_millivolt_with_the_same_reactions(string formula)
    {
        var row = Golden.Rows("windows-mp2019.csv").Single(item => item["formula"] == formula);
        var window = Window(AsTabulated, formula);
        AssertVoltage(row["reduction"], window.ReductionPotential);
        AssertVoltage(row["oxidation"], window.OxidationPotential);
        AssertReaction(row["reduction_reaction"], window.ReductionReaction);
        AssertReaction(row["oxidation_reaction"], window.OxidationReaction);
        if (row["energy_above_hull_meV"].Length > 0)
        {
            Assert.Equal(Golden.Number(row["energy_above_hull_meV"]), 1e3 * window.EnergyAboveHull!.Value, 0.051);
        }

        if (row["reduction_uncorrected"].Length > 0)
        {
            var other = Window(Uncorrected, formula);
            AssertVoltage(row["reduction_uncorrected"], other.ReductionPotential);
            AssertVoltage(row["oxidation_uncorrected"], other.OxidationPotential);
        }
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public void An_interface_agrees_to_a_tenth_of_a_millielectronvolt_with_the_same_reaction(string first, string second)
    {
        var row = Golden.Rows("interfaces-mp2019.csv").Single(item => item["first"] == first && item["second"] == second);
        var reaction = Pair(AsTabulated, first, second, new InterfaceOptions());
        Assert.Equal(Golden.Number(row["energy"]), reaction.Minimum.Energy, 0.5e-4 + 1e-9);
        if (Golden.Number(row["energy"]) != 0)
        {
            Assert.Equal(Golden.Number(row["x"]), reaction.Minimum.FractionFirst, 0.51e-4);
            Golden.AssertSame(row["reaction"], reaction.Minimum.Reaction.ToString());
        }

        Assert.Equal(int.Parse(row["kinks"], System.Globalization.CultureInfo.InvariantCulture), reaction.Kinks.Length);
    }

    [Theory]
    [MemberData(nameof(CleanedInterfaces))]
    public void The_matrix_of_electrolytes_and_partners_agrees_with_the_same_products(string electrolyte, string partner)
    {
        var row = Golden.Rows("interfaces-matbench.csv").First(item => item["electrolyte"] == electrolyte && item["partner"] == partner);
        var reaction = Pair(Cleaned, electrolyte, partner, new InterfaceOptions());
        var expected = Golden.Number(row["energy_meV"]);
        Assert.Equal(expected, 1e3 * reaction.Minimum.Energy, 0.051);
        if (expected < -1)
        {
            Assert.Equal(Golden.Number(row["x"]), reaction.Minimum.FractionFirst, 0.51e-4);
            Golden.AssertSame("Li -> " + row["products"], "Li -> " + reaction.Minimum.Reaction.ToString().Split(" -> ")[1]);
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void A_profile_agrees_to_two_millivolt_with_the_same_products(string formula, string correction)
    {
        var recorded = Golden.Rows("profiles-matbench.csv").Where(item => item["formula"] == formula && item["sulfide_correction"] == correction).ToList();
        var set = correction == "none" ? CleanedUncorrected : Cleaned;
        var composition = FormulaParser.Parse(formula);
        var profile = VoltageProfile.Of(set.Diagram(SystemOf(composition)), new Substance(formula, composition));
        Assert.Equal(recorded.Count, profile.Steps.Length);
        foreach (var (row, step) in recorded.Zip(profile.Steps))
        {
            Assert.Equal(Golden.Number(row["voltage"]), step.From, 0.00051);
            Assert.Equal(Golden.Number(row["uptake"]), step.Uptake, 6e-4);
            Golden.AssertSame(row["reaction"], step.Reaction.ToString());
        }
    }

    private static TheoryData<string, string> Pairs(string file, string first, string second)
    {
        var data = new TheoryData<string, string>();
        foreach (var row in Golden.Rows(file).DistinctBy(row => row[first] + " " + row[second]))
        {
            data.Add(row[first], row[second]);
        }

        return data;
    }

    private static ElementSet SystemOf(params ReadOnlySpan<Composition> compositions)
    {
        var set = ElementSet.Of(FormulaParser.Parse("Li"));
        foreach (var composition in compositions)
        {
            set = set.With(ElementSet.Of(composition));
        }

        return set;
    }

    private static StabilityWindow Window(EntrySet set, string formula) => StabilityWindow.Of(set.Diagram(SystemOf(FormulaParser.Parse(formula))), Substance.Of(formula));

    private static InterfaceReaction Pair(EntrySet set, string first, string second, InterfaceOptions options) =>
        InterfaceReaction.Of(set.Diagram(SystemOf(FormulaParser.Parse(first), FormulaParser.Parse(second))), Substance.Of(first), Substance.Of(second), options);

    private static void AssertVoltage(string expected, double? actual)
    {
        if (expected.Length > 0)
        {
            Assert.NotNull(actual);
            Assert.Equal(Golden.Number(expected), actual.Value, 0.51e-3);
        }
        else
        {
            Assert.True(actual is null or double.PositiveInfinity, $"{actual}");
        }
    }

    private static void AssertReaction(string expected, Reaction? actual)
    {
        if (expected.Length == 0)
        {
            Assert.Null(actual);
        }
        else
        {
            Assert.NotNull(actual);
            Golden.AssertSame(expected, actual.ToString());
        }
    }
}
