using Electrolith.Materials.Formulas;
using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Hulls;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Thermodynamics.Tests.Hulls;

/// <summary>Hulls that are open to elements and molecules.</summary>
public sealed class ReservoirTests
{
    private static readonly EntrySet Set = EntrySet.Load(EntryOptions.Default);

    [Theory]
    [InlineData(0.3)]
    [InlineData(1.9)]
    [InlineData(2.6)]
    public void Open_to_lithium_it_is_the_step_of_the_profile(double voltage)
    {
        // The profile itself agrees with pymatgen to the ninth digit (RecordedProfileTests).
        var substance = Substance.Of("Li6PS5Cl");
        var diagram = Set.Diagram(ElementSet.Of(substance.Composition));
        var step = VoltageProfile.Of(diagram, substance).At(voltage);
        var open = ReservoirEquilibrium.At(diagram, substance.Composition, [Reservoir("Li", -voltage)]);
        Assert.Equal(step.Uptake, Assert.Single(open.Exchanges).Uptake, 1e-8);
        Assert.Equal(step.Products.Select(item => item.Phase.Formula), open.Phases.Select(item => item.Phase.Formula));
        Assert.Equal(open.Certificate.Primal, open.Certificate.Dual, 1e-9);
    }

    [Fact]
    public void Open_to_oxygen_cobalt_oxide_is_reduced_as_the_potential_falls()
    {
        // By hand from the set: Co3O4 -> 3 CoO + 1/2 O2 at the potential at which both are in equilibrium.
        var diagram = Set.Diagram(ElementSet.Of(FormulaParser.Parse("CoO")));
        double Energy(string formula) => diagram.Find(FormulaParser.Parse(formula)) is { } entry ? diagram.FormationEnergyPerAtom(entry) * entry.AtomCount : throw new InvalidOperationException(formula);
        var equilibrium = 2 * (Energy("Co3O4") - (3 * Energy("CoO")));
        var cobalt = FormulaParser.Parse("Co3O4");
        Assert.Equal("Co3O4", Assert.Single(ReservoirEquilibrium.At(diagram, cobalt, [Reservoir("O2", equilibrium + 0.01)]).Phases).Phase.Formula);
        var below = ReservoirEquilibrium.At(diagram, cobalt, [Reservoir("O2", equilibrium - 0.01)]);
        Assert.Equal("CoO", Assert.Single(below.Phases).Phase.Formula);
        Assert.Equal(-0.5, below.Exchanges[0].Uptake, 1e-9);
    }

    [Fact]
    public void Several_reservoirs_balance_together()
    {
        var diagram = Set.Diagram(ElementSet.Of(FormulaParser.Parse("LiCoO2CO2")));
        var composition = FormulaParser.Parse("LiCoO2");
        var open = ReservoirEquilibrium.At(diagram, composition, [Reservoir("CO2", -6), Reservoir("O2", -0.4)]);
        foreach (var element in new[] { "Li", "Co", "O", "C" })
        {
            var held = open.Phases.Sum(item => item.Amount * item.Phase.Composition.AmountOf(element));
            var given = open.Exchanges.Sum(item => item.Uptake * item.Reservoir.Species.AmountOf(element));
            Assert.Equal(composition.AmountOf(element) + given, held, 1e-9);
        }
    }

    [Fact]
    public void Reservoirs_that_react_with_each_other_are_refused()
    {
        var diagram = Set.Diagram(ElementSet.Of(FormulaParser.Parse("LiCoO2")));
        var problem = Assert.Throws<ArgumentException>(() => ReservoirEquilibrium.At(diagram, FormulaParser.Parse("LiCoO2"), [Reservoir("Li", 0), Reservoir("O2", 0)]));
        Assert.Contains("without end", problem.Message, StringComparison.Ordinal);
    }

    private static Reservoir Reservoir(string formula, double potential) => new(formula, FormulaParser.Parse(formula), potential);
}
