using Electrolith.Materials.Formulas;
using Electrolith.Numerics;
using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Hulls;

namespace Electrolith.Thermodynamics.Tests.Hulls;

/// <summary>What must hold for any hull.</summary>
public sealed class HullPropertyTests
{
    private static readonly List<PhaseEntry> Entries = Golden.Entries("4el-synthetic", 200);
    private static readonly PhaseDiagram Diagram = PhaseDiagram.Of(Entries);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_hull_does_not_depend_on_the_order_of_the_entries(ulong seed)
    {
        var random = new RandomStream(seed);
        var shuffled = PhaseDiagram.Of(Entries.OrderBy(_ => random.NextDouble()));
        Assert.All(Entries, entry => Assert.Equal(Diagram.EnergyAboveHull(entry), shuffled.EnergyAboveHull(entry)));
        Assert.All(Entries, entry => Assert.Equal(Diagram.At(entry.Composition).Phases.ToArray(), shuffled.At(entry.Composition).Phases.ToArray()));
    }

    [Fact]
    public void Duplicates_and_higher_entries_change_nothing()
    {
        var more = PhaseDiagram.Of([.. Entries, .. Entries, .. Entries.Select(entry => new PhaseEntry(entry.Formula, entry.Composition.Scale(2), entry.EnergyPerAtom + 0.1, "higher"))]);
        Assert.All(Entries, entry => Assert.Equal(Diagram.EnergyAboveHull(entry), more.EnergyAboveHull(entry), 1e-12));
    }

    [Fact]
    public void No_entry_lies_below_the_hull_and_stable_ones_lie_on_it()
    {
        Assert.All(Diagram.Entries, entry => Assert.True(Diagram.FormationEnergyPerAtom(entry) - Diagram.At(entry.Composition).EnergyPerAtom > -1e-9));
        var stable = Diagram.StableEntries();
        Assert.NotEmpty(stable);
        Assert.All(stable, entry => Assert.Equal(entry, Assert.Single(Diagram.At(entry.Composition).Phases).Phase));
    }

    [Fact]
    public void One_more_phase_never_raises_the_hull()
    {
        var fewer = PhaseDiagram.Of(Entries.Where((entry, index) => entry.IsElement || index % 3 != 0));
        Assert.All(Entries, entry => Assert.True(Diagram.At(entry.Composition).EnergyPerAtom <= fewer.At(entry.Composition).EnergyPerAtom + 1e-12));
    }

    [Fact]
    public void Every_answer_is_proven_and_balanced()
    {
        foreach (var entry in Diagram.Entries)
        {
            var found = Diagram.At(entry.Composition);
            Assert.Equal(found.Certificate.Primal, found.Certificate.Dual, 1e-11 * entry.AtomCount);
            Assert.True(found.Certificate.MassResidual <= 1e-12);
            Assert.All(entry.Composition.Parts, part => Assert.Equal(part.Amount, found.AmountOf(part.Element.Symbol), 1e-9 * entry.AtomCount));
        }
    }

    [Fact]
    public void The_energy_below_all_others_is_the_negative_depth()
    {
        var stable = Diagram.StableEntries().First(entry => entry.Composition.Parts.Length > 1);
        var without = PhaseDiagram.Of(Entries.Where(entry => !entry.Composition.HasSameRatiosAs(stable.Composition)));
        Assert.Equal(Diagram.FormationEnergyPerAtom(stable) - without.At(stable.Composition).EnergyPerAtom, Diagram.DecompositionEnergy(stable), 1e-9);
        Assert.True(Diagram.DecompositionEnergy(stable) <= 0);
    }

    [Fact]
    public void Several_threads_get_the_same_answers()
    {
        var fresh = PhaseDiagram.Of(Entries);
        var energies = new double[Entries.Count];
        Parallel.For(0, energies.Length, index => energies[index] = fresh.EnergyAboveHull(Entries[index]));
        Assert.Equal(Entries.Select(Diagram.EnergyAboveHull), energies);
    }

    [Fact]
    public void An_element_without_entry_is_named()
    {
        var problem = Assert.Throws<ArgumentException>(() => PhaseDiagram.Of(Entries.Where(entry => entry.Formula != "Li1")));
        Assert.Contains("Li", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_element_and_an_empty_composition_are_refused()
    {
        Assert.Contains("Xe", Assert.Throws<ArgumentException>(() => Diagram.At(FormulaParser.Parse("LiXe"))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Diagram.At(Composition.Empty));
    }
}
