using Electrolith.Materials.Formulas;
using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Hulls;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Thermodynamics.Tests.Questions;

/// <summary>What must hold for windows, profiles and interfaces on any entries.</summary>
public sealed class QuestionPropertyTests
{
    private static readonly List<PhaseEntry> Entries = Golden.Entries("4el-synthetic", 300);
    private static readonly PhaseDiagram Diagram = PhaseDiagram.Of(Entries);
    private static readonly List<Substance> Some = [.. Entries.Where(entry => entry.Composition.Parts.Length > 1).Take(25).Select(Substance.Of)];

    [Fact]
    public void A_profile_has_no_gap_loses_lithium_upwards_and_balances()
    {
        foreach (var substance in Some)
        {
            var steps = VoltageProfile.Of(Diagram, substance).Steps;
            Assert.Equal(0, steps[0].From);
            Assert.Equal(double.PositiveInfinity, steps[^1].To);
            for (var index = 1; index < steps.Length; index++)
            {
                Assert.Equal(steps[index - 1].To, steps[index].From);
                Assert.True(steps[index].Uptake < steps[index - 1].Uptake);
                // The driving force is continuous: at the boundary both sets of products have the same grand potential.
                var above = steps[index - 1].ReactionEnergy + (steps[index - 1].Uptake * (steps[index].From - steps[index - 1].From) / substance.Composition.AtomCount);
                Assert.Equal(above, steps[index].ReactionEnergy, 1e-9);
            }

            Assert.All(steps, step => Assert.True(step.ReactionEnergy <= 0 && step.Reaction.Imbalance < 1e-8));
            Assert.Equal(0, steps[^1].Products.Sum(item => item.Amount * item.Phase.Composition.AmountOf("Li")), 1e-8);
        }
    }

    [Fact]
    public void A_state_at_a_voltage_is_the_grand_potential_minimum()
    {
        foreach (var substance in Some.Take(8))
        {
            foreach (var volt in new[] { 0, 0.33, 1.7, 2.5, 4.2 })
            {
                var state = StabilityAt.Of(Diagram, substance, volt);
                var products = state.Step.Products.Sum(item => (item.Amount * Diagram.FormationEnergyPerAtom(item.Phase) * item.Phase.AtomCount) + (volt * item.Amount * item.Phase.Composition.AmountOf("Li")));
                var own = (Diagram.FormationEnergyPerAtom(Diagram.Find(substance.Composition)!) * substance.Composition.AtomCount) + (volt * substance.Composition.AmountOf("Li"));
                Assert.Equal((products - own) / substance.Composition.AtomCount, state.ReactionEnergy, 1e-9);
            }
        }
    }

    [Fact]
    public void A_window_does_not_widen_when_phases_are_added()
    {
        var fewer = PhaseDiagram.Of(Entries.Where((entry, index) => entry.IsElement || index % 2 == 0));
        var compared = 0;
        foreach (var entry in fewer.StableEntries().Where(entry => entry.Composition.Parts.Length > 1 && Diagram.EnergyAboveHull(entry) < 1e-9))
        {
            var (wide, narrow) = (StabilityWindow.Of(fewer, Substance.Of(entry)), StabilityWindow.Of(Diagram, Substance.Of(entry)));
            Assert.True(narrow.ReductionPotential >= wide.ReductionPotential - 1e-9);
            Assert.True(narrow.OxidationPotential <= wide.OxidationPotential + 1e-9);
            Assert.True(narrow.IsStrict);
            compared++;
        }

        Assert.True(compared > 5);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(2.5)]
    public void An_interface_is_the_same_from_both_sides(double? voltage)
    {
        foreach (var (first, second) in Some.Take(12).Zip(Some.Skip(12)))
        {
            var options = new InterfaceOptions(Voltage: voltage);
            var (there, back) = (InterfaceReaction.Of(Diagram, first, second, options), InterfaceReaction.Of(Diagram, second, first, options));
            Assert.Equal(there.Kinks.Length, back.Kinks.Length);
            Assert.Equal(there.Minimum.Energy, back.Minimum.Energy, 1e-10);
            foreach (var (a, b) in there.Kinks.Zip(back.Kinks.Reverse()))
            {
                Assert.Equal(a.FractionFirst, 1 - b.FractionFirst, 1e-9);
                Assert.Equal(a.Energy, b.Energy, 1e-10);
                Assert.True(a.Energy <= 0 && a.MutualEnergy <= 0 && a.Reaction.Imbalance < 1e-8);
            }
        }
    }

    [Fact]
    public void The_kinks_of_an_interface_are_the_hull_along_the_line()
    {
        foreach (var (first, second) in Some.Take(6).Zip(Some.Skip(6)))
        {
            var reaction = InterfaceReaction.Of(Diagram, first, second);
            for (var share = 0.05; share < 1; share += 0.1)
            {
                var mixture = first.Composition.Scale(share / first.Composition.AtomCount).Add(second.Composition.Scale((1 - share) / second.Composition.AtomCount));
                var expected = Diagram.At(mixture).EnergyPerAtom - (share * Diagram.At(first.Composition).EnergyPerAtom) - ((1 - share) * Diagram.At(second.Composition).EnergyPerAtom);
                var right = reaction.Kinks.First(kink => kink.FractionFirst >= share);
                var left = reaction.Kinks.Last(kink => kink.FractionFirst <= share);
                var weight = right.FractionFirst > left.FractionFirst ? (share - left.FractionFirst) / (right.FractionFirst - left.FractionFirst) : 0;
                Assert.Equal(expected, left.Energy + (weight * (right.Energy - left.Energy)), 1e-9);
            }
        }
    }

    [Fact]
    public void A_substance_does_not_react_with_itself_or_its_multiple()
    {
        var reaction = InterfaceReaction.Of(Diagram, Some[0], new Substance("twice", Some[0].Composition.Scale(2)));
        Assert.Equal(0, reaction.Minimum.Energy, 1e-12);
        Assert.Equal(0, InterfaceReaction.Of(Diagram, Substance.Of("Li"), Substance.Of("Li")).Minimum.Energy, 1e-12);
    }

    [Fact]
    public void Two_elements_react_to_the_deepest_compound_between_them()
    {
        var reaction = InterfaceReaction.Of(Diagram, Substance.Of("Li"), Substance.Of("S"));
        var deepest = Diagram.Entries.Where(entry => entry.Elements.IsPartOf(ElementSet.Of(FormulaParser.Parse("LiS")))).Min(Diagram.FormationEnergyPerAtom);
        Assert.Equal(deepest, reaction.Minimum.Energy, 1e-12);
    }

    [Fact]
    public void What_cannot_be_asked_is_refused()
    {
        Assert.Throws<ArgumentException>(() => VoltageProfile.Of(Diagram, Substance.Of("Li")));
        Assert.Throws<ArgumentException>(() => VoltageProfile.Of(Diagram, Some[0], "Na"));
        Assert.Throws<ArgumentException>(() => InterfaceReaction.Of(Diagram, Substance.Of("Li"), Some[0], new InterfaceOptions(Voltage: 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => StabilityAt.Of(Diagram, Some[0], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => StabilityAt.Of(Diagram, Some[0], double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => InterfaceReaction.Of(Diagram, Some[0], Some[1], new InterfaceOptions(Voltage: -1)));
    }

    [Fact]
    public void Amounts_that_are_not_whole_are_the_mixture_of_their_neighbours()
    {
        var half = new Substance("mixture", Some[0].Composition.Add(Some[1].Composition.Scale(0.37)));
        var ground = Diagram.At(half.Composition);
        Assert.True(ground.EnergyPerAtom * half.Composition.AtomCount <= Diagram.At(Some[0].Composition).Energy + (0.37 * Diagram.At(Some[1].Composition).Energy) + 1e-9);
    }
}
