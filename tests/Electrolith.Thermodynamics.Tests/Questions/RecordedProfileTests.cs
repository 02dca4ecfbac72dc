using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Thermodynamics.Tests.Questions;

/// <summary>Lithiation profiles against pymatgen 2022.11.7 on the same entries.</summary>
public sealed class RecordedProfileTests
{
    public static TheoryData<string, string> Compounds()
    {
        var data = new TheoryData<string, string>();
        foreach (var row in Golden.Rows("profiles.csv").DistinctBy(row => row["data"] + row["formula"]))
        {
            data.Add(row["data"], row["formula"]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Compounds))]
    public void Every_step_has_the_recorded_voltage_uptake_and_products(string data, string formula)
    {
        var profile = VoltageProfile.Of(Golden.Diagram(data), Substance.Of(formula));
        var recorded = Golden.Rows("profiles.csv").Where(row => row["data"] == data && row["formula"] == formula).ToList();
        Assert.Equal(recorded.Count, profile.Steps.Length);
        foreach (var (row, step) in recorded.Zip(profile.Steps))
        {
            Assert.Equal(Golden.Number(row["voltage"]), step.From, 1e-6);
            Assert.Equal(Golden.Number(row["uptake"]), step.Uptake, 1e-6);
            Golden.AssertSame(row["reaction"], step.Reaction.ToString());
            Assert.True(step.Reaction.Imbalance < 1e-9, step.Reaction.ToString());
        }
    }
}
