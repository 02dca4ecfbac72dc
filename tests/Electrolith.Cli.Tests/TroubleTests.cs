namespace Electrolith.Cli.Tests;

/// <summary>What goes wrong, and with which exit code: 1 failed, 2 wrong usage, 3 bad input, 4 outside validity.</summary>
public sealed class TroubleTests : IDisposable
{
    private readonly Terminal terminal = new();

    /// <inheritdoc/>
    public void Dispose() => terminal.Dispose();

    [Theory]
    [InlineData("", "Required command")]
    [InlineData("evalute routes/lipon-lco-lithium.yaml", "evalute")]
    [InlineData("evaluate", "ROUTE")]
    [InlineData("evaluate routes/lipon-lco-lithium.yaml --samples many", "many")]
    [InlineData("cell solve-loading routes/lipon-lco-lithium.yaml", "target")]
    public void Wrong_usage_is_2_and_points_to_the_help(string command, string expected)
    {
        var outcome = Terminal.Run(command);
        Assert.Equal((2, ""), (outcome.Code, outcome.Output));
        Assert.Contains(expected, outcome.Error, StringComparison.Ordinal);
        Assert.Contains("--help", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evaluate routes/lipon-lco-lithium.yaml --samples -1", "from 0 on")]
    [InlineData("evaluate routes/lipon-lco-lithium.yaml --samples 1000000000", "at most 2000000")]
    [InlineData("compare routes/lipon-lco-lithium.yaml --application ev-premum", "ev-premium")]
    [InlineData("cell solve-loading routes/lipon-lco-lithium.yaml --target 400", "Wh/kg")]
    [InlineData("cell solve-loading routes/lipon-lco-lithium.yaml --target '400 S/cm'", "Wh/kg")]
    [InlineData("cell solve-loading routes/lipon-lco-lithium.yaml --target '-4 Wh/kg'", "above zero")]
    public void A_value_that_an_option_cannot_take_is_2_and_says_what_is_expected(string command, string expected)
    {
        var outcome = Terminal.Run(command);
        Assert.Equal((2, ""), (outcome.Code, outcome.Output));
        Assert.Contains(expected, outcome.Error, StringComparison.Ordinal);
        Assert.All(outcome.Error.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Theory]
    [InlineData("evaluate nowhere.yaml", "nowhere.yaml")]
    [InlineData("compare routes/lipon-lco-lithium.yaml nowhere.yaml --application grid", "nowhere.yaml")]
    [InlineData("cite nowhere.yaml", "nowhere.yaml")]
    [InlineData("cell energy nowhere.yaml", "nowhere.yaml")]
    [InlineData("evaluate routes", "routes")]
    [InlineData("materials show li6ps5c", "li6ps5cl")]
    [InlineData("data show kraft2071", "kraft2017")]
    [InlineData("evaluate routes/lipon-lco-lithium.yaml --library nowhere", "nowhere")]
    public void Bad_input_is_3_and_names_the_place_or_the_nearest(string command, string expected)
    {
        var outcome = Terminal.Run(command);
        Assert.Equal((3, ""), (outcome.Code, outcome.Output));
        Assert.Contains(expected, outcome.Error, StringComparison.Ordinal);
        Assert.All(outcome.Error.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void All_problems_of_all_files_are_told_in_one_run_and_no_report_is_written()
    {
        File.WriteAllText("bad.yaml", "format: electrolith-route/1\nname: bad\nseparator: {material: li6ps5c, thickness: 30}\n");
        File.WriteAllText("worse.yaml", "format: electrolith-route/1\nname: [\n");
        var outcome = Terminal.Run("evaluate bad.yaml worse.yaml --report report.html");
        Assert.Equal(3, outcome.Code);
        Assert.Contains("bad.yaml:3:23", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("bad.yaml:3:43", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("worse.yaml:", outcome.Error, StringComparison.Ordinal);
        Assert.False(File.Exists("report.html"));
    }

    [Fact]
    public void A_target_that_no_loading_reaches_is_said_and_how_far_one_gets()
    {
        var outcome = Terminal.Run("cell solve-loading routes/lipon-lco-lithium.yaml --target '2000 Wh/kg'");
        Assert.NotEqual(0, outcome.Code);
        Assert.Contains("2000", outcome.Error + outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_writes_a_route_that_evaluates_and_does_not_overwrite_one()
    {
        Assert.Equal(0, Terminal.Run("init mine.yaml").Code);
        Assert.Equal(0, Terminal.Run("evaluate mine.yaml --samples 50").Code);
        File.WriteAllText("mine.yaml", "mine");
        var outcome = Terminal.Run("init mine.yaml");
        Assert.NotEqual(0, outcome.Code);
        Assert.Contains("--force", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText("mine.yaml"));
        Assert.Equal(0, Terminal.Run("init mine.yaml --force").Code);
        Assert.StartsWith("# A route", File.ReadAllText("mine.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_replaces_the_old_one_as_a_whole_and_leaves_no_other_file()
    {
        File.WriteAllText("report.html", "old");
        Assert.Equal(0, Terminal.Run("evaluate routes/lipon-lco-lithium.yaml --samples 50 --report report.html").Code);
        Assert.EndsWith("</html>", File.ReadAllText("report.html").TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(["report.html"], Directory.EnumerateFiles(".").Select(Path.GetFileName));
    }

    [Fact]
    public void A_report_into_a_folder_that_is_not_there_fails_with_1_and_names_it()
    {
        var outcome = Terminal.Run("evaluate routes/lipon-lco-lithium.yaml --samples 0 --report nowhere/report.html");
        Assert.Equal(1, outcome.Code);
        Assert.Contains("nowhere", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Strict_is_4_when_a_result_lies_outside_its_range_of_validity()
    {
        const string Route = "routes/peo-litfsi-lfp-lithium.yaml";
        Assert.Equal(0, Terminal.Run($"evaluate {Route} --samples 0 --strict").Code);
        File.WriteAllText(Route, File.ReadAllText(Route).Replace("temperature: 60 degC", "temperature: 240 degC", StringComparison.Ordinal));
        var outcome = Terminal.Run($"evaluate {Route} --samples 0 --strict");
        Assert.Equal(4, outcome.Code);
        Assert.Contains("outside the range of validity", outcome.Output, StringComparison.Ordinal);
    }
}
