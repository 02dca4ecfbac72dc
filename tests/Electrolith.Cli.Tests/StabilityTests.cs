using System.Text.Json;

namespace Electrolith.Cli.Tests;

/// <summary>The verbs of <c>stability</c>: names that scripts rely on, tables that fit, errors that help, figures that are files.</summary>
public sealed class StabilityTests : IDisposable
{
    private readonly Terminal terminal = new();

    public static TheoryData<string> Commands =>
    [
        "stability hull Li6PS5Cl",
        "stability hull Li6.4La3Zr1.4Ta0.6O12",
        "stability hull LiCoO2 --open O2=-0.5eV --open Li=-3.9eV",
        "stability window Li6PS5Cl",
        "stability window llzo latp Al2O3 LiMn2O4",
        "stability window Na3PS4 --ion Na",
        "stability profile Li3PS4",
        "stability at Li6PS5Cl --voltage 4.3V",
        "stability at Li3PO4 --voltage 2V",
        "stability interface Li6PS5Cl lco",
        "stability interface Li3PS4 LiCoO2 --open Li --voltage 4V",
        "stability matrix Li6PS5Cl llzo --against LiCoO2 LiFePO4 LiNbO3 Li Li3PO4 Li2ZrO3",
        "stability moisture Li6PS5Cl",
        "stability moisture llzo --dew-point -40degC --dew-point -60degC",
        "stability moisture Li2S --reaction 'Li2S + H2O -> Li2O + H2S'",
        "stability coating --electrolyte Li6PS5Cl --cathode LiCoO2 --charged --only LiNbO3 Li3PO4 Li2ZrO3",
        "stability diagram Li-P-S",
    ];

    public static TheoryData<string> Verbs => ["", "hull", "window", "profile", "at", "interface", "matrix", "moisture", "coating", "diagram"];

    /// <inheritdoc/>
    public void Dispose() => terminal.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_table_fits_80_columns_and_the_energies_behind_it_are_named(string command)
    {
        var outcome = Terminal.Run(command);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.All(outcome.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
        if (!command.Contains("window llzo", StringComparison.Ordinal))
        {
            Assert.Contains("Energies:", outcome.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void With_json_it_is_one_document_and_the_same_bytes_twice(string command)
    {
        var outcome = Terminal.Run(command + " --json");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        JsonDocument.Parse(outcome.Output).Dispose();
        Assert.Equal(outcome.Output, Terminal.Run(command + " --json").Output);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Help_shows_examples_and_fits_80_columns(string verb)
    {
        var outcome = Terminal.Run($"stability {verb} --help");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Contains("Example", outcome.Output, StringComparison.Ordinal);
        Assert.All(outcome.Output.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 80, line));
    }

    [Fact]
    public void A_window_has_the_names_and_units_that_scripts_rely_on()
    {
        // Zhu, He, Mo 2015: Li6PS5Cl 1.71 to 2.01 V.
        var window = Json("stability window Li6PS5Cl");
        Assert.Equal((1.71, "V"), (Math.Round(Value(window, "reductionPotential"), 2) - 0.01, window.GetProperty("reductionPotential").GetProperty("unit").GetString()));
        Assert.Equal(2.01, Value(window, "oxidationPotential"), 0.005);
        Assert.Equal("Li6PS5Cl + 5 Li -> 5 Li2S + LiCl + P", window.GetProperty("reductionReaction").GetString());
        Assert.Contains("-> Li3PS4 + LiCl + S", window.GetProperty("oxidationReaction").GetString(), StringComparison.Ordinal);
        Assert.Equal("eV/atom", window.GetProperty("energyAboveHull").GetProperty("unit").GetString());
        Assert.True(window.GetProperty("energies").GetProperty("leftOut").GetArrayLength() > 0);
        Assert.True(window.GetProperty("energies").GetProperty("otherChoices").GetArrayLength() > 0);
    }

    [Fact]
    public void An_interface_has_them_too_and_agrees_with_pymatgen_on_all_entries_as_tabulated()
    {
        var reaction = Json("stability interface LiCoO2 Li3PS4 --entries all --sulfide-correction legacy");
        Assert.Equal(-0.4023, Value(reaction, "minimumReactionEnergy"), 5e-5);
        Assert.Equal("eV/atom", reaction.GetProperty("minimumReactionEnergy").GetProperty("unit").GetString());
        Assert.Equal(0.5217, reaction.GetProperty("fractionFirst").GetDouble(), 5e-5);
        Assert.Equal("0.6857 LiCoO2 + 0.3143 Li3PS4 -> 0.2286 Co3S4 + 0.3143 Li2S + 0.02857 Li2SO4 + 0.3143 Li3PO4", reaction.GetProperty("reaction").GetString());
        Assert.Equal(8, reaction.GetProperty("kinks").GetArrayLength());
    }

    [Theory]
    [InlineData("stability window Li3Ps4", "there is no element Ps")]
    [InlineData("stability hull li3ps44", "Li3PS4")]
    [InlineData("stability hull LiCoO2 --open O2=-0.5", "with the unit")]
    [InlineData("stability hull LiCoO2 --open Li=0eV --open O2=0eV", "without end")]
    [InlineData("stability window Xe2O", "no compound of Xe")]
    [InlineData("stability window Li", "nothing but the working ion")]
    [InlineData("stability at Li3PS4 --voltage 43", "unit")]
    [InlineData("stability at Li3PS4 --voltage -1V", "from 0 to 10 V")]
    [InlineData("stability at Li3PS4 --voltage 43V", "from 0 to 10 V")]
    [InlineData("stability window Li3PS4 --entries some", "screened or all or matbench")]
    [InlineData("stability window Li3PS4 --ion Q", "no such element")]
    [InlineData("stability window Li3PS4 --own-entries nowhere.csv", "nowhere.csv")]
    [InlineData("stability moisture LiBH4", "hydrogen")]
    [InlineData("stability moisture Li2S --reaction 'Li2S -> Li'", "does not balance")]
    [InlineData("stability moisture Li2S --dew-point 20", "unit")]
    [InlineData("stability diagram Li-P", "three elements")]
    [InlineData("stability diagram Li-P-Zz", "Zz")]
    [InlineData("stability coating --electrolyte Li6PS5Cl --cathode FePO4 --charged", "no Li to take out")]
    [InlineData("stability interface Li6PS5Cl Li --voltage 2V", "nothing but the working ion")]
    public void Bad_input_is_3_and_says_what_is_expected(string command, string expected)
    {
        var outcome = Terminal.Run(command);
        Assert.Equal((3, ""), (outcome.Code, outcome.Output));
        Assert.Contains(expected, outcome.Error, StringComparison.Ordinal);
        Assert.All(outcome.Error.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void All_problems_are_told_in_one_run()
    {
        File.WriteAllText("bad.csv", "formula,formation_energy_eV_per_atom\nLi3Xx,1\nLi2S,two\n");
        var outcome = Terminal.Run("stability interface Li3Ps4 Zz --voltage -1V --own-entries bad.csv");
        Assert.Equal(3, outcome.Code);
        foreach (var part in new[] { "bad.csv:2", "bad.csv:3", "A:1:4", "B:1:1", "--voltage -1V" })
        {
            Assert.Contains(part, outcome.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Entries_of_ones_own_take_part()
    {
        // A made-up phase far below the hull must take over.
        File.WriteAllText("own.csv", "formula,formation_energy_eV_per_atom\nLi5PS5,-3\n");
        Assert.True(Value(Json("stability hull Li3PS4 --own-entries own.csv"), "energyAboveHull") > 0.1);
        Assert.Contains("own entry", Terminal.Run("stability hull Li3PS4 --own-entries own.csv").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stability window Li6PS5Cl Al2O3 --figure f.svg", "Li6PS5Cl")]
    [InlineData("stability matrix Li6PS5Cl --against LiCoO2 Li3PO4 --figure f.svg", "LiCoO2")]
    [InlineData("stability diagram Li-P-S --figure f.svg", "Li3PS4")]
    [InlineData("stability diagram Li-P-S --predominance f.svg", "Li3PS4")]
    public void A_figure_is_a_whole_svg_file(string command, string expected)
    {
        Assert.Equal(0, Terminal.Run(command).Code);
        var document = System.Xml.Linq.XDocument.Load("f.svg");
        Assert.Equal("svg", document.Root!.Name.LocalName);
        Assert.Contains(expected, document.Root.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", document.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_route_shows_computed_windows_beside_the_library()
    {
        var route = Json("evaluate routes/li6ps5cl-nmc811-lithium.yaml --samples 0").GetProperty("routes")[0];
        var window = route.GetProperty("stability").GetProperty("windows")[0];
        Assert.Equal(1.721, Value(window, "reductionPotential"), 1e-3);
        Assert.Contains("1.71 thermodynamic", window.GetProperty("library").GetString(), StringComparison.Ordinal);
        var pair = route.GetProperty("stability").GetProperty("interfaces").EnumerateArray().First(item => item.GetProperty("place").GetString() == "anode");
        Assert.Equal(-0.5426, Value(pair, "minimumReactionEnergy"), 1e-4);
        Assert.Contains("slows its own growth", route.GetProperty("warnings").ToString(), StringComparison.Ordinal);
    }

    private static JsonElement Json(string command)
    {
        var outcome = Terminal.Run(command + " --json");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        using var document = JsonDocument.Parse(outcome.Output);
        return document.RootElement.Clone();
    }

    private static double Value(JsonElement element, string name) => element.GetProperty(name).GetProperty("value").GetDouble();
}
