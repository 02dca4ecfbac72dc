using System.Text.Json;

namespace Electrolith.Cli.Tests;

/// <summary><c>process robustness</c>.</summary>
public sealed class RobustnessTests
{
    [Fact]
    public void A_study_prints_says_and_writes_what_it_found()
    {
        using var terminal = new Terminal();
        var outcome = Terminal.Run("process robustness al-llzo-pressureless --samples 400 --lots 40 --limit relative-density>=95% --limit grain-size<=6um --csv p.csv --report r.html --figure f.svg --draw sobol");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Contains("400 pieces in 40 lots of 10", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("indistinguishable from zero", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("rolled yield", outcome.Output, StringComparison.Ordinal);
        Assert.StartsWith("<?xml", File.ReadAllText("f.svg"), StringComparison.Ordinal);
        Assert.Contains("one input at a time", File.ReadAllText("r.html"), StringComparison.Ordinal);
        Assert.Equal(401, File.ReadAllLines("p.csv").Length);
    }

    [Fact]
    public void Its_table_read_as_data_has_the_same_capability()
    {
        using var terminal = new Terminal();
        var simulated = Json("process robustness al-llzo-pressureless --samples 400 --lots 40 --limit relative-density>=95% --csv p.csv --json");
        var measured = Json("process robustness --data p.csv --limit relative-density>=95% --json");
        static double Value(JsonElement root, string index) => root.GetProperty("limits")[0].GetProperty(index).GetProperty("value").GetDouble();
        Assert.Equal(Value(simulated, "cpk"), Value(measured, "cpk"), 1e-5);
        Assert.Equal(Value(simulated, "kept"), Value(measured, "kept"), 1e-9);
        Assert.Contains(measured.GetProperty("influences")[0].GetProperty("inputs").EnumerateArray().Take(2), item => item.GetProperty("column").GetString() == "sinter.temperature");
    }

    [Theory]
    [InlineData("process robustness", 2, "a recipe is missing")]
    [InlineData("process robustness al-llzo-pressureless --samples 5", 2, "from 20 to")]
    [InlineData("process robustness al-llzo-pressureless --lots 1", 2, "--lots 1")]
    [InlineData("process robustness al-llzo-pressureless --samples 50 --lots 60", 2, "--lots 60")]
    [InlineData("process robustness no-such-recipe", 3, "no recipe")]
    [InlineData("process robustness al-llzo-pressureless --limit relative-density>=95%  --limit relative-density<=90%", 3, "leave nothing between")]
    [InlineData("process robustness al-llzo-pressureless --vary sinter.tmperature=1000±5degC", 3, "sinter.temperature")]
    [InlineData("process robustness al-llzo-pressureless --set sinter.temperature=3000degC", 3, "melts or falls apart")]
    [InlineData("process robustness --data missing.csv", 3, "no such file")]
    public void Wrong_requests_are_answered(string line, int code, string text)
    {
        using var terminal = new Terminal();
        var outcome = Terminal.Run(line);
        Assert.Equal(code, outcome.Code);
        Assert.Contains(text, outcome.Error.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_of_any_recipe_says_what_cuts_each_side()
    {
        using var terminal = new Terminal();
        const string Map = "process window al-llzo-pressureless --x sinter.temperature=1050..1250degC --y sinter.time=30min..20h --grid 20 --limit relative-density>=95% --limit \"grain-size<=6 um\"";
        var outcome = Terminal.Run($"{Map} --figure w.svg");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Contains("towards larger sinter.temperature the island ends by grain-size", outcome.Output.Replace("\n    ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.StartsWith("<?xml", File.ReadAllText("w.svg"), StringComparison.Ordinal);
        var json = Json($"{Map} --json");
        Assert.InRange(json.GetProperty("feasibleShare").GetDouble(), 0.01, 0.9);
        Assert.Contains(json.GetProperty("edges").EnumerateArray(), edge => edge.GetProperty("side").GetString() == "left" && edge.GetProperty("cause").GetString()!.StartsWith("relative-density", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("process window al-llzo-pressureless", 2, "needs --x and --y")]
    [InlineData("process window al-llzo-pressureless --x sinter.temperature=1050..1250degC", 2, "--x and --y")]
    [InlineData("process window al-llzo-pressureless --x sinter.time=1..2h --y sinter.time=1..2h", 2, "two different parameters")]
    [InlineData("process window al-llzo-pressureless --x sinter.temperature=1050..3000degC --y sinter.time=1..2h", 3, "leaves")]
    [InlineData("process window no-such --x a=1..2 --y b=1..2", 3, "no recipe")]
    public void Windows_that_cannot_be_drawn_are_answered(string line, int code, string text)
    {
        using var terminal = new Terminal();
        var outcome = Terminal.Run(line);
        Assert.Equal(code, outcome.Code);
        Assert.Contains(text, outcome.Error.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static JsonElement Json(string line)
    {
        var outcome = Terminal.Run(line);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        using var json = JsonDocument.Parse(outcome.Output);
        return json.RootElement.Clone();
    }
}
