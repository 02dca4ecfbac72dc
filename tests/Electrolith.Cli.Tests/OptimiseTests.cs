using System.Text.Json;

namespace Electrolith.Cli.Tests;

/// <summary><c>process optimise</c>.</summary>
public sealed class OptimiseTests
{
    private static readonly string[] Usual =
    [
        "process", "optimise", "al-llzo-pressureless", "--vary", "sinter.temperature=1050..1230degC", "--vary", "sinter.time=30min..24h",
        "--limit", "relative-density>=95%", "--limit", "grain-size<=5um", "--limit", "lithium-loss<=2%", "--evaluations", "400",
    ];

    [Fact]
    public void The_written_recipe_prints_the_numbers_of_the_choice()
    {
        using var terminal = new Terminal();
        var outcome = Terminal.Run([.. Usual, "--minimise", "time", "--json", "--out", "best.yaml", "--svg", "map.svg", "--report", "best.html"]);
        Assert.Equal(0, outcome.Code);
        using var json = JsonDocument.Parse(outcome.Output);
        var best = json.RootElement.GetProperty("best");
        Assert.True(best.GetProperty("isFeasible").GetBoolean());
        using var run = JsonDocument.Parse(Terminal.Run("process run best.yaml --json").Output);
        foreach (var (ours, theirs) in new[] { ("time", "time"), ("energy", "energy"), ("grain-size", "grainSize"), ("conductivity", "conductivity") })
        {
            Assert.Equal(run.RootElement.GetProperty(theirs).GetProperty("value").GetDouble(), best.GetProperty("results").GetProperty(ours).GetProperty("value").GetDouble());
        }

        Assert.True(run.RootElement.GetProperty("relativeDensity").GetDouble() >= 0.95 - 1e-9);
        Assert.StartsWith("<?xml", File.ReadAllText("map.svg"), StringComparison.Ordinal);
        Assert.Contains("holds the schedule back", File.ReadAllText("best.html"), StringComparison.Ordinal);
        // Same command, same bytes.
        Assert.Equal(outcome.Output, Terminal.Run([.. Usual, "--minimise", "time", "--json"]).Output);
    }

    [Fact]
    public void Several_goals_give_compromises_with_a_knee()
    {
        using var terminal = new Terminal();
        var outcome = Terminal.Run([.. Usual, "--minimise", "time", "--minimise", "energy", "--svg", "front.svg"]);
        Assert.Equal(0, outcome.Code);
        Assert.Contains("knee", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("compromises", File.ReadAllText("front.svg"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_met_ends_with_the_conflict_and_code_1()
    {
        var outcome = Terminal.Run([.. Usual, "--limit", "grain-size<=2um", "--minimise", "time"]);
        Assert.Equal(1, outcome.Code);
        Assert.Contains("No schedule within these ranges meets all limits", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("is in conflict with the others", outcome.Output.ReplaceLineEndings(" ").Replace("    ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EL2511", "--minimise", "energi")]
    [InlineData("EL2512", "--minimise", "energy", "--limit", "grain-size")]
    [InlineData("EL2515", "--minimise", "energy", "--vary", "sinter.temp=1000..1100degC")]
    [InlineData("EL2518", "--minimise", "energy", "--vary", "sinter.time=1..2h")]
    [InlineData("EL2518", "--minimise", "energy", "--maximise", "energy")]
    [InlineData("EL2519")]
    [InlineData("EL2520", "--maximise", "strength")]
    [InlineData("EL2521", "--minimise", "energy", "--limit", "relative-density<=90%")]
    [InlineData("EL2522", "--minimise", "energy", "--robust", "-1")]
    [InlineData("EL2522", "--minimise", "energy", "--robust", "2", "--scatter", "sinter.temperature=0K")]
    [InlineData("EL2515", "--minimise", "energy", "--robust", "2", "--scatter", "sinter.heat=2K")]
    public void A_wrong_request_is_refused_with_its_code(string code, params string[] more)
    {
        var outcome = Terminal.Run([.. Usual, .. more]);
        Assert.Equal(3, outcome.Code);
        Assert.Contains(code, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_calibration_changes_the_schedule_and_is_named()
    {
        using var terminal = new Terminal();
        // A powder that densifies at lower temperature: the work of sintering at its middle is e times smaller.
        File.WriteAllText("cal.yaml", "format: electrolith-calibration/1\ntitle: test\nconstants:\n  sinter.densification-energy: {value: 400 kJ/mol}\n  sinter.curve-centre: {value: \"-34.4\"}\n");
        var outcome = Terminal.Run([.. Usual, "--minimise", "time", "--calibration", "cal.yaml", "--out", "best.yaml"]);
        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Contains("From the calibration: sinter.densification-energy", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("placed by assumption", outcome.Output, StringComparison.Ordinal);
        // The constants stay in their file, and with it the recipe gives the density that was asked for.
        Assert.DoesNotContain("curve-centre", File.ReadAllText("best.yaml"), StringComparison.Ordinal);
        double Density(string command)
        {
            using var json = JsonDocument.Parse(Terminal.Run(command).Output);
            return json.RootElement.GetProperty("relativeDensity").GetDouble();
        }

        Assert.InRange(Density("process run best.yaml --calibration cal.yaml --json"), 0.95 - 1e-9, 0.955);
        Assert.True(Density("process run best.yaml --json") < 0.94);
        Assert.Equal(3, Terminal.Run([.. Usual, "--minimise", "time", "--calibration", "missing.yaml"]).Code);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var outcome = Terminal.Run(["process", "optimise", "al-llzo-pressureless", "--limit", "grain-size<=5", "--minimise", "energi", "--evaluations", "3"]);
        Assert.All(new[] { "EL0102", "EL2511", "EL2517", "EL2522" }, code => Assert.Contains(code, outcome.Error, StringComparison.Ordinal));
    }
}
