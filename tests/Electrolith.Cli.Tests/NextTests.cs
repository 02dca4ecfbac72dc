using System.Text.Json;

namespace Electrolith.Cli.Tests;

/// <summary><c>process next</c>.</summary>
public sealed class NextTests
{
    private static string Example => Path.Combine(Terminal.RepositoryRoot, "examples", "processing", "llzo-trials.csv");

    private static readonly string[] Settings = ["--vary", "sinter.temperature=1050..1230degC", "--vary", "sinter.time=1..20h"];

    private static readonly string[] Usual = [.. Settings, "--maximise", "conductivity", "--limit", "relative-density>=93%", "--limit", "grain-size<=6um"];

    [Fact]
    public void The_example_gives_proposals_inside_the_ranges_with_reasons()
    {
        using var terminal = new Terminal();
        var outcome = Terminal.Run(["process", "next", Example, .. Usual, "--batch", "3", "--shared", "sinter.temperature", "--json", "--svg", "next.svg", "--report", "next.html", "--out", "more.csv"]);
        Assert.True(outcome.Code == 0, outcome.Error);
        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal(1, json.RootElement.GetProperty("failed").GetInt32());
        Assert.Equal(3, json.RootElement.GetProperty("models").GetArrayLength());
        var proposals = json.RootElement.GetProperty("proposals").EnumerateArray().ToArray();
        double Of(JsonElement proposal, string path) => proposal.GetProperty("settings").GetProperty(path).GetProperty("value").GetDouble();
        Assert.Equal(3, proposals.Length);
        Assert.Single(proposals.Select(proposal => Of(proposal, "sinter.temperature")).Distinct());
        Assert.All(proposals, proposal => Assert.InRange(Of(proposal, "sinter.time"), 1, 20));
        Assert.StartsWith("<?xml", File.ReadAllText("next.svg"), StringComparison.Ordinal);
        Assert.Contains("Best so far", File.ReadAllText("next.html"), StringComparison.Ordinal);
        // The table with the proposals is read again; they are then plans that are under way.
        var again = Terminal.Run(["process", "next", "more.csv", .. Usual, "--json"]);
        using var second = JsonDocument.Parse(again.Output);
        Assert.Equal(3, second.RootElement.GetProperty("planned").GetInt32());
        Assert.Equal(13, second.RootElement.GetProperty("measured").GetInt32());
        Assert.Equal(outcome.Output, Terminal.Run(["process", "next", Example, .. Usual, "--batch", "3", "--shared", "sinter.temperature", "--json"]).Output);
    }

    [Fact]
    public void A_template_is_a_table_that_fills_the_ranges()
    {
        using var terminal = new Terminal();
        Assert.Equal(0, Terminal.Run(["process", "next", "--template", "al-llzo-pressureless", .. Usual, "--out", "first.csv"]).Code);
        var lines = File.ReadAllLines("first.csv").Where(line => !line.StartsWith('#')).ToArray();
        Assert.Equal("trial,sinter.temperature [degC],sinter.time [h],conductivity [mS/cm],relative-density [%],grain-size [um],failed,note", lines[0]);
        Assert.Equal(6, lines.Length - 1);
        // Nothing was measured: the next trials fill what the plans leave open.
        var next = Terminal.Run(["process", "next", "first.csv", .. Usual]);
        Assert.Equal(0, next.Code);
        Assert.Contains("Too few results", next.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--recipe", "al-llzo-pressureless")]
    [InlineData("--recipe", "al-llzo-pressureless", "--cost", "energy")]
    [InlineData("--cost", "sinter.time")]
    [InlineData("--minimise", "grain-size", "--batch", "2")]
    public void Variants_are_answered(params string[] more)
    {
        var outcome = Terminal.Run(["process", "next", Example, .. Usual, .. more]);
        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Contains("Next 1:", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_feasible_trial_is_said_and_looked_for()
    {
        var outcome = Terminal.Run(["process", "next", Example, .. Usual, "--limit", "grain-size<=3um"]);
        Assert.Equal(0, outcome.Code);
        Assert.Contains("No trial meets all limits yet", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EL2524", "--shared", "press.pressure")]
    [InlineData("EL2524", "--cost", "energy")]
    [InlineData("EL2522", "--batch", "0")]
    [InlineData("EL2518", "--minimise", "conductivity")]
    [InlineData("EL2531", "--limit", "lithium-loss<=2%")]
    [InlineData("EL2515", "--vary", "sintr.time=1..2h")]
    [InlineData("EL2511", "--minimise", "strenght")]
    public void A_wrong_request_is_refused_with_its_code(string code, params string[] more)
    {
        var outcome = Terminal.Run(["process", "next", Example, .. Usual, .. more]);
        Assert.Equal(3, outcome.Code);
        Assert.Contains(code, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_with_errors_is_told_line_by_line()
    {
        using var terminal = new Terminal();
        File.WriteAllText("bad.csv", "sinter.temperature [degC],sinter.time [h],conductivity [mS/cm],relative-density [%],grain-size [um]\nhot,2,0.3,94,5\n1100,2,much,94,5\n");
        var outcome = Terminal.Run(["process", "next", "bad.csv", .. Usual]);
        Assert.Equal(3, outcome.Code);
        Assert.Contains("bad.csv:2:1", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("bad.csv:3:8", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(3, Terminal.Run(["process", "next", "missing.csv", .. Usual]).Code);
        Assert.Equal(3, Terminal.Run(["process", "next", .. Usual]).Code);
    }
}
