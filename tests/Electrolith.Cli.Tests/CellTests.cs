using System.Text.Json;

namespace Electrolith.Cli.Tests;

/// <summary>The verbs on cell files: names that scripts rely on, tables that fit, errors that help, figures that are files.</summary>
public sealed class CellTests : IDisposable
{
    private readonly Terminal terminal = new();

    public CellTests() => File.Copy("examples/cells/li6ps5cl-nmc811.yaml", "cell.yaml");

    public static TheoryData<string> Commands =>
    [
        "cell simulate cell.yaml",
        "cell simulate cell.yaml --model spm",
        "cell simulate cell.yaml --protocol \"charge at C/3 to 4.2 V, hold until C/20, rest 10 min\"",
        "cell simulate cell.yaml --profiles \"0 s, 10 min, 5 h\"",
        "cell rate cell.yaml --rates C/10,1C,3C",
        "cell rate cell.yaml --rates 1C,3C --fast-charge",
        "cell ragone cell.yaml --rates C/10,1C,3C",
        "cell limits cell.yaml",
        "cell lint cell.yaml",
        "cell eis cell.yaml",
        "cell cycle cell.yaml --cycles 50",
    ];

    [Fact]
    public void Profiles_go_into_columns_json_and_a_figure()
    {
        var outcome = Terminal.Run("cell simulate cell.yaml --profiles \"20 min, 1 s\" --csv profiles.csv --figure profiles.svg --json");
        Assert.Equal(0, outcome.Code);
        using var json = JsonDocument.Parse(outcome.Output);
        var profiles = json.RootElement.GetProperty("profiles");
        Assert.Equal(2, profiles.GetArrayLength());
        Assert.Equal(profiles[0].GetProperty("region").GetArrayLength(), profiles[0].GetProperty("particles")[0].GetProperty("shells").GetArrayLength());
        var heat = json.RootElement.GetProperty("heat");
        double Part(string name) => heat.GetProperty(name).GetProperty("value").GetDouble();
        Assert.Equal(Part("total"), Part("reaction") + Part("ohmic") + Part("mixing") + Part("reversible"), 1e-6);
        var rows = File.ReadAllLines("profiles.csv");
        Assert.All(rows, row => Assert.Equal(rows[0].Split(',').Length, row.Split(',').Length));
        // Two times, two ends of the separator and forty cells.
        Assert.Equal(1 + (2 * 42), rows.Length);
        System.Xml.Linq.XDocument.Parse(File.ReadAllText("profiles.svg"));
    }

    [Theory]
    [InlineData("cell simulate cell.yaml --profiles \"ten minutes\"")]
    [InlineData("cell simulate cell.yaml --profiles \"-1 s\"")]
    [InlineData("cell simulate cell.yaml --model dfn")]
    public void What_cannot_be_asked_for_is_refused_with_a_reason(string command)
    {
        var outcome = Terminal.Run(command);
        Assert.Equal(2, outcome.Code);
        Assert.Contains("expected", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Voids_of_a_cell_file_are_simulated_and_lost_contact_is_said()
    {
        File.WriteAllText("voids.yaml", File.ReadAllText("cell.yaml").Replace("  excess: 20 um", "  excess: 20 um\n  voids: {pressure: 3 MPa}", StringComparison.Ordinal));
        var outcome = Terminal.Run("cell simulate voids.yaml");
        Assert.Equal("", outcome.Error);
        Assert.Contains("contact of the lithium", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("pressure on the lithium twice as high", Terminal.Run("cell limits voids.yaml").Output, StringComparison.Ordinal);
        File.WriteAllText("voids.yaml", File.ReadAllText("voids.yaml").Replace("{pressure: 3 MPa}", "{pressure: 3 MPa, self-diffusivity: 1e-15 m2/s}", StringComparison.Ordinal));
        Assert.Contains("belong together", Terminal.Run("cell simulate voids.yaml").Error, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => terminal.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_table_fits_80_columns_and_json_is_json(string command)
    {
        var outcome = Terminal.Run(command);
        Assert.Equal("", outcome.Error);
        Assert.Equal(0, outcome.Code);
        Assert.All(outcome.Output.Split('\n').Where(line => !line.Contains("audit:", StringComparison.Ordinal) && !line.Contains("were computed", StringComparison.Ordinal)), line => Assert.True(line.Length <= 80, line));
        using var json = JsonDocument.Parse(Terminal.Run(command + " --json").Output);
        Assert.Equal("NMC811 | Li6PS5Cl | lithium", json.RootElement.GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("simulate")]
    [InlineData("rate")]
    [InlineData("ragone")]
    [InlineData("limits")]
    [InlineData("eis")]
    [InlineData("cycle --cycles 5")]
    public void A_figure_is_written(string verb)
    {
        Assert.Equal(0, Terminal.Run($"cell {verb} cell.yaml --figure figure.svg").Code);
        Assert.Contains("<svg", File.ReadAllText("figure.svg"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_simulation_tells_its_steps_its_audit_and_its_samples()
    {
        using var json = JsonDocument.Parse(Terminal.Run("cell simulate cell.yaml --json").Output);
        var root = json.RootElement;
        Assert.True(root.GetProperty("complete").GetBoolean());
        Assert.Equal("voltage", root.GetProperty("steps")[0].GetProperty("end").GetString());
        // 38.97 Ah/m2 in the reference solution.
        Assert.Equal(3.897, root.GetProperty("charge").GetProperty("value").GetDouble(), 0.001);
        Assert.True(root.GetProperty("audit").GetProperty("chargeResidual").GetDouble() < 1e-12);
        Assert.True(root.GetProperty("audit").GetProperty("lithiumResidual").GetDouble() < 1e-10);
        var samples = root.GetProperty("samples");
        var voltage = samples.GetProperty("voltage").GetProperty("values");
        Assert.Equal(3.4, voltage[voltage.GetArrayLength() - 1].GetDouble(), 1e-6);
        Assert.Equal(voltage.GetArrayLength(), samples.GetProperty("losses").GetProperty("separator").GetProperty("values").GetArrayLength());
    }

    [Fact]
    public void Losses_of_limits_add_up()
    {
        using var json = JsonDocument.Parse(Terminal.Run("cell limits cell.yaml --json").Output);
        double Value(JsonElement element) => element.GetProperty("value").GetDouble();
        var root = json.RootElement;
        var sum = root.GetProperty("losses").EnumerateObject().Sum(loss => Value(loss.Value));
        Assert.Equal(Value(root.GetProperty("openCircuitVoltage")) - Value(root.GetProperty("averageVoltage")), sum, 1e-7);
        Assert.NotEqual(0, root.GetProperty("levers").GetArrayLength());
    }

    [Theory]
    [InlineData("li6ps5cl-nmc811-lithium")]
    [InlineData("garnet-nmc811-lithium")]
    [InlineData("latp-lfp-lithium")]
    [InlineData("lgps-lco-lithium-indium")]
    [InlineData("li3incl6-li6ps5cl-lithium-indium")]
    [InlineData("li7p3s11-nmc622-lithium-indium")]
    [InlineData("lipon-lco-lithium")]
    [InlineData("peo-litfsi-lfp-lithium")]
    [InlineData("peo-llzto-nmc622-lithium")]
    public void A_route_is_simulated_as_it_is(string route)
    {
        var outcome = Terminal.Run($"cell simulate routes/{route}.yaml --protocol \"discharge at C/10\" --json");
        Assert.Equal(0, outcome.Code);
        using var json = JsonDocument.Parse(outcome.Output);
        var slow = json.RootElement.GetProperty("charge").GetProperty("value").GetDouble();
        Assert.True(json.RootElement.GetProperty("audit").GetProperty("lithiumResidual").GetDouble() < 1e-10);
        // What the energy calculator takes the loading for is what a slow discharge delivers, to a tenth.
        using var energy = JsonDocument.Parse(Terminal.Run($"cell rate routes/{route}.yaml --rates C/50 --json").Output);
        Assert.Equal(slow, energy.RootElement.GetProperty("rates")[0].GetProperty("capacity").GetProperty("value").GetDouble(), slow * 0.1);
    }

    [Fact]
    public void Columns_are_written()
    {
        Assert.Equal(0, Terminal.Run("cell simulate cell.yaml --csv samples.csv --every \"60 s\"").Code);
        var lines = File.ReadAllLines("samples.csv");
        Assert.StartsWith("time_s,step,", lines[0], StringComparison.Ordinal);
        Assert.True(lines.Length > 60);
        Assert.All(lines, line => Assert.Equal(lines[0].Count(letter => letter == ','), line.Count(letter => letter == ',')));
    }

    [Theory]
    [InlineData("simulate")]
    [InlineData("rate")]
    [InlineData("ragone")]
    [InlineData("limits")]
    [InlineData("eis")]
    [InlineData("cycle")]
    public void A_report_has_the_figure_the_tables_and_the_file(string verb)
    {
        var (plain, reported) = (Terminal.Run($"cell {verb} cell.yaml"), Terminal.Run($"cell {verb} cell.yaml --report page.html"));
        var page = File.ReadAllText("page.html");

        Assert.Equal(plain.Output + "report: page.html\n", reported.Output);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Contains("exchange-current-density", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script src", page, StringComparison.Ordinal);
        Assert.Equal(2, Terminal.Run($"cell {verb} cell.yaml --report page.html --json").Code);
    }

    [Fact]
    public void What_leaves_the_salt_out_says_so_and_the_others_do_not()
    {
        File.WriteAllText("salt.yaml", File.ReadAllText("cell.yaml") + "salt: {transference-number: 0.3, diffusivity: 1e-11 m2/s}\n");
        var outcome = Terminal.Run("cell simulate salt.yaml --model spm");
        Assert.Equal(0, outcome.Code);
        Assert.Contains("salt of the file is left out", outcome.Error, StringComparison.Ordinal);
        var (salted, plain) = (Terminal.Run("cell simulate salt.yaml --model spme"), Terminal.Run("cell simulate cell.yaml --model spm"));
        Assert.Equal("", salted.Error);
        Assert.NotEqual(plain.Output, salted.Output);
        var (impedance, without) = (Terminal.Run("cell eis salt.yaml --points 1"), Terminal.Run("cell eis cell.yaml --points 1"));
        Assert.Equal("", impedance.Error);
        // Diffusion of salt is slow: the last row differs by more than the first.
        double Last(string output) => double.Parse(output.TrimEnd().Split('\n')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(Last(impedance.Output) > Last(without.Output) * 1.1);
    }

    [Fact]
    public void A_salt_section_costs_voltage_and_conserves()
    {
        File.WriteAllText("salt.yaml", File.ReadAllText("cell.yaml") + "salt: {transference-number: 0.3, diffusivity: 1e-11 m2/s}\n");
        double Energy(string file, out JsonElement root)
        {
            var outcome = Terminal.Run($"cell simulate {file} --json");
            Assert.Equal("", outcome.Error);
            root = JsonDocument.Parse(outcome.Output).RootElement;
            return root.GetProperty("energy").GetProperty("value").GetDouble();
        }

        var (with, without) = (Energy("salt.yaml", out var salted), Energy("cell.yaml", out _));
        Assert.True(with < without * 0.99, $"{with} {without}");
        Assert.True(salted.GetProperty("audit").GetProperty("lithiumResidual").GetDouble() < 1e-10);
    }

    [Fact]
    public void A_fit_brings_back_the_parameter_behind_a_curve()
    {
        Assert.Equal(0, Terminal.Run("cell simulate cell.yaml --csv all.csv --every \"60 s\"").Code);
        var lines = File.ReadAllLines("all.csv").Select(line => line.Split(',')).ToList();
        File.WriteAllLines("curve.csv", lines.Select(cells => $"{cells[0]},{cells[3]}"));
        File.WriteAllText("wrong.yaml", File.ReadAllText("cell.yaml").Replace("4e-15 m2/s", "1e-14 m2/s", StringComparison.Ordinal).Replace("cells: 40, shells: 40", "cells: 30, shells: 40", StringComparison.Ordinal));
        var outcome = Terminal.Run("cell fit wrong.yaml --data curve.csv --rate 1C --parameters cathode-diffusivity --json");
        Assert.Equal("", outcome.Error);
        Assert.Equal(0, outcome.Code);
        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal(4e-15, json.RootElement.GetProperty("parameters")[0].GetProperty("value").GetDouble(), 3e-16);
        Assert.Equal(2, Terminal.Run("cell fit cell.yaml --data curve.csv --parameters colour").Code);
        Assert.Equal(3, Terminal.Run("cell fit cell.yaml --data cell.yaml").Code);
    }

    [Theory]
    [InlineData("thickness: 60 um", "thickness: 60", "EL0102")]
    [InlineData("thickness: 60 um", "thickness: 60 mAh/g", "EL0104")]
    [InlineData("  particle-radius: 2.5 um\n", "", "EL2302")]
    [InlineData("particle-radius", "particle-radios", "EL2301")]
    [InlineData("nmc811-chen2020", "nmc811-chen2021", "EL2305")]
    [InlineData("type: lithium", "type: unobtainium", "EL2305")]
    [InlineData("protocol: discharge at 1C to 3.4 V", "protocol: wait", "EL2306")]
    [InlineData("electrolith-cell/1", "electrolith-cell/9", "EL2300")]
    [InlineData("initial-stoichiometry: 27 %", "initial-stoichiometry: 270 %", "EL2304")]
    public void A_mistake_in_the_file_is_shown_in_its_place(string right, string wrong, string code)
    {
        File.WriteAllText("wrong.yaml", File.ReadAllText("cell.yaml").Replace(right, wrong, StringComparison.Ordinal));
        var outcome = Terminal.Run("cell simulate wrong.yaml");
        Assert.Equal(3, outcome.Code);
        Assert.Contains(code, outcome.Error, StringComparison.Ordinal);
        Assert.Contains("wrong.yaml", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cell simulate cell.yaml --protocol \"dance\"", 2)]
    [InlineData("cell simulate cell.yaml --model dfn", 2)]
    [InlineData("cell rate cell.yaml --rates 5", 2)]
    [InlineData("cell limits cell.yaml --rate fast", 2)]
    [InlineData("cell eis cell.yaml --from 1 --to 10", 2)]
    [InlineData("cell cycle cell.yaml --cycles 0", 2)]
    [InlineData("cell simulate nothing.yaml", 3)]
    [InlineData("cell lint cell.yaml --strict", 4)]
    [InlineData("cell simulate cell.yaml --protocol \"discharge at 10000C to -1000 V\"", 1)]
    public void Wrong_usage_has_its_exit_code_and_a_sentence(string command, int code)
    {
        var outcome = Terminal.Run(command);
        Assert.Equal(code, outcome.Code);
        Assert.NotEqual("", outcome.Error + outcome.Output);
    }
}
