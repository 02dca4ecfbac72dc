using System.Text.Json;

namespace Electrolith.Cli.Tests;

/// <summary>The verbs of <c>process</c>.</summary>
public sealed class ProcessTests
{
    private static string Example => Path.Combine(Terminal.RepositoryRoot, "examples", "processing", "llzo-dilatometry.csv");

    [Fact]
    public void A_fit_recovers_the_energy_behind_the_example()
    {
        using var terminal = new Terminal();
        var outcome = Terminal.Run(["process", "fit", Example, "--json", "--figure", "q.svg"]);
        Assert.Equal(0, outcome.Code);
        using var json = JsonDocument.Parse(outcome.Output);
        // The example was made with 400 kJ/mol and noise of 0.0008 in density.
        Assert.Equal(400, json.RootElement.GetProperty("activationEnergy").GetProperty("value").GetDouble(), 25.0);
        Assert.StartsWith("<?xml", File.ReadAllText("q.svg"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_calibration_is_written_and_taken_by_a_recipe()
    {
        using var terminal = new Terminal();
        Assert.Equal(0, Terminal.Run(["process", "fit", Example, "--out", "mine.yaml"]).Code);
        var plain = Terminal.Run("process run llzo-plain-1100");
        var calibrated = Terminal.Run("process run llzo-plain-1100 --calibration mine.yaml");
        Assert.Equal(0, calibrated.Code);
        Assert.Contains("From the calibration: sinter.densification-energy", calibrated.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("From the calibration", plain.Output, StringComparison.Ordinal);
        // A recipe that fires nothing has no use for it, and that is said.
        Assert.Contains("none of its constants", Terminal.Run("process run li6ps5cl-room-air --calibration mine.yaml").Error.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(3, Terminal.Run("process run llzo-plain-1100 --calibration missing.yaml").Code);
    }

    [Fact]
    public void A_broken_file_is_refused_with_its_line()
    {
        using var terminal = new Terminal();
        File.WriteAllText("bad.csv", "run,time_s,temperature_degC,relative_density\na,0,900,0.6\na,60,905,1.6\n");
        var outcome = Terminal.Run("process fit bad.csv");
        Assert.Equal(3, outcome.Code);
        Assert.Contains("bad.csv:3", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(3, Terminal.Run("process fit missing.csv").Code);
    }

    [Fact]
    public void A_window_has_an_island_that_tighter_limits_shrink()
    {
        using var terminal = new Terminal();
        double Share(string density)
        {
            var outcome = Terminal.Run($"process window garnet --density {density} --grain 6um --json");
            Assert.Equal(0, outcome.Code);
            using var json = JsonDocument.Parse(outcome.Output);
            return json.RootElement.GetProperty("feasibleShare").GetDouble();
        }

        Assert.True(Share("93%") > Share("95%"));
        Assert.Equal(3, Terminal.Run("process window garnet --grain 5kg").Code);
        Assert.Equal(2, Terminal.Run("process window wood").Code);
    }
}
