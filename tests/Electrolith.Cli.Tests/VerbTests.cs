using System.Text.Json;

namespace Electrolith.Cli.Tests;

/// <summary>What every verb has in common: JSON that parses, tables that fit, help with examples, the same bytes twice.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly Terminal terminal = new();

    public static TheoryData<string> Commands =>
    [
        "evaluate routes/lipon-lco-lithium.yaml",
        "evaluate routes/peo-llzto-nmc622-lithium.yaml --application grid",
        "compare routes/*.yaml --application ev-premium",
        "compare routes/*.yaml --application microbattery --samples 0",
        "materials list",
        "materials list --role coating",
        "materials show li6ps5cl",
        "materials show nmc811",
        "materials search sulfide",
        "cell energy routes/garnet-nmc811-lithium.yaml",
        "cell solve-loading routes/garnet-nmc811-lithium.yaml --target '300 Wh/kg'",
        "data show kraft2017",
        "data show ionic-conductivity",
        "data show aviation",
        "cite routes/latp-lfp-lithium.yaml",
    ];

    public static TheoryData<string> Verbs =>
    [
        "", "evaluate", "compare", "materials", "materials list", "materials show", "materials search", "cell", "cell energy", "cell solve-loading", "data", "data show", "cite", "init",
    ];

    /// <inheritdoc/>
    public void Dispose() => terminal.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_table_fits_80_columns_and_nothing_else_is_said(string command)
    {
        var outcome = Terminal.Run(command);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.NotEmpty(outcome.Output);
        Assert.All(outcome.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void With_json_every_verb_prints_one_document_whose_quantities_have_value_and_unit(string command)
    {
        var outcome = Terminal.Run(command + " --json");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        using var document = JsonDocument.Parse(outcome.Output);
        Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
        Check(document.RootElement);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_same_command_prints_the_same_bytes(string command) => Assert.Equal(Terminal.Run(command).Output, Terminal.Run(command).Output);

    [Theory]
    [InlineData("evaluate routes/lipon-lco-lithium.yaml --jso", "--json")]
    [InlineData("eis fit pellet.csv --circuit R1 --figur x.svg", "--figure")]
    public void An_unknown_option_is_not_taken_for_a_file(string command, string near)
    {
        var (exit, output, error) = Terminal.Run(command);
        Assert.Equal(2, exit);
        Assert.Equal("", output);
        Assert.Contains("there is no option", error, StringComparison.Ordinal);
        Assert.Contains($"did you mean {near}?", error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Help_needs_no_arguments_fits_80_columns_and_shows_examples(string verb)
    {
        var outcome = Terminal.Run(verb + " --help");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Contains("Usage:", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Example", outcome.Output, StringComparison.Ordinal);
        Assert.All(outcome.Output.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 80, line));
    }

    [Fact]
    public void The_seed_and_the_number_of_samples_decide_the_intervals()
    {
        const string Command = "evaluate routes/li6ps5cl-nmc811-lithium.yaml --json --samples ";
        Assert.Equal(Terminal.Run(Command + "200 --seed 7").Output, Terminal.Run(Command + "200 --seed 7").Output);
        Assert.NotEqual(Terminal.Run(Command + "200 --seed 7").Output, Terminal.Run(Command + "200 --seed 8").Output);
        Assert.NotEqual(Terminal.Run(Command + "200 --seed 7").Output, Terminal.Run(Command + "201 --seed 7").Output);
    }

    [Fact]
    public void A_loading_that_is_solved_for_gives_the_target_energy_when_it_is_put_into_the_file()
    {
        const string Route = "routes/li6ps5cl-nmc811-lithium.yaml";
        using var solved = JsonDocument.Parse(Terminal.Run($"cell solve-loading {Route} --target '380 Wh/kg' --json").Output);
        var loading = solved.RootElement.GetProperty("loading");
        var text = File.ReadAllText(Route);
        var line = text.Split('\n').First(item => item.TrimStart().StartsWith("loading:", StringComparison.Ordinal));
        File.WriteAllText(Route, text.Replace(line, $"  loading: {loading.GetProperty("value").GetDouble():R} {loading.GetProperty("unit").GetString()}", StringComparison.Ordinal));
        using var energy = JsonDocument.Parse(Terminal.Run($"cell energy {Route} --json").Output);
        var found = energy.RootElement.GetProperty("specific-energy");
        Assert.Equal(380, found.GetProperty("value").GetDouble(), 1e-6 * 380);
    }

    private static void Check(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("value", out var value))
            {
                // Null is "no such limit", as for the critical current of a cell without lithium metal.
                Assert.Contains(value.ValueKind, new[] { JsonValueKind.Number, JsonValueKind.Null });
                Assert.Equal(JsonValueKind.String, element.GetProperty("unit").ValueKind);
                if (value.ValueKind == JsonValueKind.Number && element.TryGetProperty("p05", out var low))
                {
                    Assert.True(low.GetDouble() <= element.GetProperty("p95").GetDouble());
                }
            }

            Assert.All(element.EnumerateObject(), member => Check(member.Value));
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            Assert.All(element.EnumerateArray(), Check);
        }
    }
}
