using System.Text.Json;

namespace Electrolith.Cli.Tests;

/// <summary>Fits with rules, comparisons, proposals, joint fits and reports, on spectra of known circuits.</summary>
public sealed class EisFitTests : IDisposable
{
    private readonly Terminal terminal = new();

    public EisFitTests()
    {
        File.WriteAllText("cell.csv", Terminal.Run("eis simulate --circuit 'R0-p(R1,CPE1)-p(R2,CPE2)' --values R0=10,R1=100,CPE1_Q=1e-6,CPE1_alpha=0.9,R2=200,CPE2_Q=1e-3,CPE2_alpha=0.85 --noise 0.003").Output);
        foreach (var (name, r, seed) in new[] { ("cold", 900, 2), ("warm", 330, 3), ("hot", 85, 4) })
        {
            File.WriteAllText(name + ".csv", Terminal.Run($"eis simulate --circuit 'R1-CPE1' --values R1={r},CPE1_Q=8e-6,CPE1_alpha=0.9 --noise 0.002 --seed {seed}").Output);
        }
    }

    public static TheoryData<string> Commands =>
    [
        "eis fit cell.csv --circuit 'R0-p(R1,CPE1)-p(R2,CPE2)' --as admittance --weight boukamp --profile --bootstrap 20",
        "eis fit cell.csv --circuit 'R(RQ)(RQ)' --circuit 'R(RQ)'",
        "eis fit cold.csv warm.csv hot.csv --circuit R1-CPE1",
        "eis fit cell.csv --circuit 'R0-p(R1,CPE1)-p(R2,CPE2)' --weight measured --replicates cold.csv warm.csv",
        "eis propose cell.csv",
        "eis joint 0degC=cold.csv 25degC=warm.csv 60degC=hot.csv --circuit R1-CPE1 --arrhenius R1 --shared CPE1_Q,CPE1_alpha",
    ];

    /// <inheritdoc/>
    public void Dispose() => terminal.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public void Text_fits_80_columns_and_json_is_one_document_twice_the_same(string command)
    {
        var text = Terminal.Run(command);
        Assert.Equal((0, ""), (text.Code, text.Error));
        Assert.All(text.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
        var json = Terminal.Run(command + " --json").Output;
        JsonDocument.Parse(json).Dispose();
        Assert.Equal(json, Terminal.Run(command + " --json").Output);
    }

    [Fact]
    public void Rules_of_the_command_line_hold_in_the_result()
    {
        var p = Json("eis fit cell.csv --circuit 'R0-p(R1,CPE1)-p(R2,CPE2)' --order 'CPE1_Q<CPE2_Q' --tie 'R2=2*R1' --bound CPE1_alpha=0.85..0.95 --from 0.09 --leave-out 1,3-5").GetProperty("parameters");
        Assert.Equal(2 * Value(p, "R1"), Value(p, "R2"), 1e-6);
        Assert.InRange(Value(p, "CPE1_alpha"), 0.85, 0.95);
        Assert.True(Value(p, "CPE1_Q") < Value(p, "CPE2_Q"));
        Assert.Equal(67, Json("eis fit cell.csv --circuit R0 --from 0.09 --leave-out 1,3-5").GetProperty("points").GetInt32());
    }

    [Fact]
    public void The_true_circuit_wins_the_comparison_and_is_proposed()
    {
        Assert.Equal("R(RQ)(RQ)", Json("eis fit cell.csv --circuit 'R(RQ)' --circuit 'R(RQ)(RQ)'").GetProperty("circuits")[0].GetProperty("circuit").GetString());
        Assert.Equal("R0-p(R1,CPE1)-p(R2,CPE2)", Json("eis propose cell.csv").GetProperty("circuits")[0].GetProperty("circuit").GetString());
    }

    [Fact]
    public void A_joint_fit_has_the_activation_energy_of_its_resistances()
    {
        // 900 and 85 ohm at 0 and 60 °C: E/k = ln(900·333.15/(85·273.15)·...) of R/T, with 330 ohm between; least squares by hand 0.335 eV.
        var energy = Json("eis joint 0degC=cold.csv 25degC=warm.csv 60degC=hot.csv --circuit R1-CPE1 --arrhenius R1 --shared CPE1_Q,CPE1_alpha").GetProperty("parameters").GetProperty("R1 activation energy").GetProperty("value").GetDouble();
        Assert.Equal(0.335, energy, 0.012);
    }

    [Fact]
    public void Reports_stand_alone_with_their_figures()
    {
        Assert.Equal(0, Terminal.Run("eis fit cell.csv --circuit 'R(RQ)(RQ)' --profile --report fit.html").Code);
        Assert.Equal(0, Terminal.Run("eis propose cell.csv --report propose.html --figure propose.svg").Code);
        Assert.Equal(0, Terminal.Run("eis pellet 0degC=cold.csv 60degC=hot.csv --thickness 1mm --area 1cm2 --report pellet.html").Code);
        Assert.Equal(0, Terminal.Run("eis drt cell.csv --report drt.html").Code);
        Assert.Equal(0, Terminal.Run("eis kk cell.csv --report kk.html").Code);
        Assert.Contains("Distribution of relaxation times", File.ReadAllText("drt.html"), StringComparison.Ordinal);
        foreach (var file in new[] { "kk.html", "fit.html", "propose.html", "pellet.html" })
        {
            var html = File.ReadAllText(file);
            Assert.Contains("Nyquist diagram", html, StringComparison.Ordinal);
            Assert.Contains("What the model leaves over", html, StringComparison.Ordinal);
            Assert.DoesNotContain("http://", html.Replace("http://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--bound R1=5..3", "R1=10..1000")]
    [InlineData("--tie x", "--tie x")]
    [InlineData("--order R1", "--order R1")]
    [InlineData("--order 'R9<R1'", "R9 is not a parameter")]
    [InlineData("--as conductance", "impedance, admittance or modulus")]
    [InlineData("--weight heavy", "boukamp or measured")]
    [InlineData("--weight measured", "--replicates")]
    [InlineData("--leave-out 500", "points 1 to 81")]
    [InlineData("--leave-out a", "--leave-out a")]
    [InlineData("--bootstrap 3", "at least 10")]
    public void Rules_that_cannot_be_read_are_told(string option, string expected)
    {
        var outcome = Terminal.Run($"eis fit cell.csv --circuit 'R0-p(R1,CPE1)' {option}");
        Assert.Equal(3, outcome.Code);
        Assert.Contains(expected, outcome.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cold.csv hot.csv", "condition before the file")]
    [InlineData("25degC=cold.csv 10MPa=hot.csv", "one kind of condition")]
    [InlineData("25degC=cold.csv 25degC=hot.csv", "at least two different")]
    public void Series_that_are_none_are_told(string files, string expected)
    {
        var outcome = Terminal.Run($"eis joint {files} --circuit R1-CPE1 --arrhenius R1");
        Assert.Equal(3, outcome.Code);
        Assert.Contains(expected, outcome.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    private static double Value(JsonElement parameters, string name) => parameters.GetProperty(name).GetProperty("value").GetDouble();

    private static JsonElement Json(string command)
    {
        var outcome = Terminal.Run(command + " --json");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        using var document = JsonDocument.Parse(outcome.Output);
        return document.RootElement.Clone();
    }
}
