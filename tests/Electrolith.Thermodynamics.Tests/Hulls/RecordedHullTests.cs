using Electrolith.Materials.Formulas;
using Electrolith.Thermodynamics.Hulls;

namespace Electrolith.Thermodynamics.Tests.Hulls;

/// <summary>Hulls against pymatgen 2022.11.7 on the same entries: real ones of Li-Fe-P-O and random ones of four elements.</summary>
public sealed class RecordedHullTests
{
    [Theory]
    [InlineData("li-fe-p-o")]
    [InlineData("4el-synthetic")]
    public void Energies_above_the_hull_agree_to_the_ninth_digit(string data)
    {
        var entries = Golden.Entries(data);
        var diagram = PhaseDiagram.Of(entries);
        var recorded = Golden.Rows($"entries-{data}.csv");
        for (var row = 0; row < entries.Count; row++)
        {
            Assert.Equal(Golden.Number(recorded[row]["energy_above_hull"]), diagram.EnergyAboveHull(entries[row]), 1e-9);
        }
    }

    [Theory]
    [InlineData("li-fe-p-o")]
    [InlineData("4el-synthetic")]
    public void Decompositions_agree_in_energy_phases_and_amounts(string data)
    {
        var entries = Golden.Entries(data);
        var diagram = PhaseDiagram.Of(entries);
        foreach (var row in Golden.Rows($"decompositions-{data}.csv"))
        {
            var composition = FormulaParser.Parse(row["composition"]);
            var found = diagram.At(composition);
            var reference = diagram.Elements(composition);
            Assert.Equal(Golden.Number(row["hull_energy"]), found.EnergyPerAtom + reference, 1e-9);
            var expected = row["products"].Split(' ').ToDictionary(item => item.Split(':')[0], item => Golden.Number(item.Split(':')[1]), StringComparer.Ordinal);
            Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), found.Phases.Select(item => item.Phase.Origin).Order(StringComparer.Ordinal));
            Assert.All(found.Phases, item => Assert.Equal(expected[item.Phase.Origin], item.Amount * item.Phase.AtomCount / composition.AtomCount, 1e-9));
            Assert.Equal(found.Certificate.Primal, found.Certificate.Dual, 1e-12 * composition.AtomCount * 10);
            Assert.True(found.Certificate.MassResidual <= 1e-12, $"{found.Certificate}");
            Assert.True(found.Certificate.LargestViolation <= 1e-10, $"{found.Certificate}");
        }
    }
}

/// <summary>Energies of the elements, to compare with total energies.</summary>
internal static class ReferenceEnergy
{
    public static double Elements(this PhaseDiagram diagram, Composition composition) => composition.Parts.Sum(part =>
        part.Amount * diagram.Entries.First(entry => entry.IsElement && entry.Composition.Parts[0].Element == part.Element).EnergyPerAtom) / composition.AtomCount;
}
