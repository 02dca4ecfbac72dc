using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Thermodynamics.Tests.Questions;

/// <summary>Interface reactions against pymatgen 2022.11.7 on the same entries.</summary>
public sealed class RecordedInterfaceTests
{
    public static TheoryData<string, string, string, string> Pairs()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var row in Golden.Rows("mixing.csv").DistinctBy(row => row["data"] + row["first"] + row["second"] + row["voltage"]))
        {
            data.Add(row["data"], row["first"], row["second"], row["voltage"]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_kink_has_the_recorded_place_energy_and_reaction(string data, string first, string second, string voltage)
    {
        var options = new InterfaceOptions(UseHullEnergy: false, Voltage: voltage.Length > 0 ? Golden.Number(voltage) : null);
        var found = InterfaceReaction.Of(Golden.Diagram(data), Substance.Of(first), Substance.Of(second), options);
        var recorded = Golden.Rows("mixing.csv").Where(row => row["data"] == data && row["first"] == first && row["second"] == second && row["voltage"] == voltage).ToList();
        Assert.Equal(recorded.Count, found.Kinks.Length);
        foreach (var (row, kink) in recorded.Zip(found.Kinks))
        {
            Assert.Equal(Golden.Number(row["x"]), kink.FractionFirst, 1e-6);
            Assert.Equal(Golden.Number(row["energy"]), kink.Energy, 1e-9);
            Golden.AssertSame(row["reaction"], kink.Reaction.ToString());
            Assert.True(kink.Reaction.Imbalance < 1e-9, kink.Reaction.ToString());
        }
    }
}
