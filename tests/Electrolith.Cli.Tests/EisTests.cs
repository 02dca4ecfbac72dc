using System.Text.Json;

namespace Electrolith.Cli.Tests;

/// <summary>The verbs of <c>eis</c> on spectra of known circuits.</summary>
public sealed class EisTests : IDisposable
{
    private const string Pellet = "R1=250,CPE1_Q=2e-11,CPE1_alpha=0.98,R2=120,CPE2_Q=4e-9,CPE2_alpha=0.9,CPE3_Q=8e-6,CPE3_alpha=0.92";

    private readonly Terminal terminal = new();

    public EisTests()
    {
        File.WriteAllText("pellet.csv", Terminal.Run($"eis simulate --circuit 'p(R1,CPE1)-p(R2,CPE2)-CPE3' --values {Pellet} --from 1 --to 1e9").Output);
        File.WriteAllText("errors.csv", "frequency_Hz,real_ohm,imaginary_ohm\n0.001,0.1,0.2\n1e7,0.01,0.02\n");
        File.WriteAllText("wrong.csv", "frequency_Hz,real_ohm\n0.001,0.1\n");
        File.WriteAllText("cell.csv", Terminal.Run("eis simulate --circuit 'R0-p(R1,CPE1)-p(R2,CPE2)' --values R0=5,R1=20,CPE1_Q=1e-5,CPE1_alpha=0.9,R2=40,CPE2_Q=1e-2,CPE2_alpha=0.8").Output);
    }

    public static TheoryData<string> Commands =>
    [
        "eis show pellet.csv cell.csv",
        "eis fit cell.csv --circuit 'R0-p(R1,CPE1)-p(R2,CPE2)'",
        "eis fit cell.csv --circuit 'R(RQ)(RQ)' --weight unit --fix R1=5",
        "eis fit cell.csv --circuit 'R0-p(R1,CPE1)-p(R2,CPE2)' --as admittance --bound R0=1..10 --tie CPE2_alpha=CPE1_alpha --order 'CPE1_Q<CPE2_Q' --correlation",
        "eis fit cell.csv --circuit 'R0-p(R1,CPE1)' --circuit 'R0-p(R1,CPE1)-p(R2,CPE2)' --fix CPE2_1=0.8",
        "eis fit cell.csv --circuit 'R0-p(R1,CPE1)-p(R2,CPE2)' --weight measured --errors errors.csv --bootstrap 20 --draw parametric",
        "eis kk cell.csv",
        "eis kk cell.csv --parts real --without-capacitor",
        "eis kk cell.csv --form admittance --rule bic --without-inductor",
        "eis kk pellet.csv --all",
        "eis quality pellet.csv",
        "eis zhit cell.csv",
        "eis drt cell.csv",
        "eis drt cell.csv --signed --bands",
        "eis drt cell.csv --method loewner",
        "eis drt pellet.csv --capacitor --relative --lambda 1e-4",
        "eis pellet pellet.csv --thickness 1mm --diameter 10mm",
        "eis arrhenius 0degC=0.1mS/cm 25degC=0.4mS/cm 60degC=1.9mS/cm",
    ];

    public static TheoryData<string> Verbs => ["", "show", "convert", "fit", "propose", "joint", "kk", "quality", "zhit", "drt", "pellet", "arrhenius", "simulate", "tlm", "short", "process", "dc", "dc polarisation", "dc hebb-wagner", "dc transference"];

    /// <inheritdoc/>
    public void Dispose() => terminal.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_table_fits_80_columns(string command)
    {
        var outcome = Terminal.Run(command);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.All(outcome.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
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
        var outcome = Terminal.Run($"eis {verb} --help");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Contains("Example", outcome.Output, StringComparison.Ordinal);
        Assert.All(outcome.Output.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 80, line));
    }

    [Fact]
    public void A_fit_gives_the_parameters_of_the_circuit_back()
    {
        var fit = Json("eis fit cell.csv --circuit 'R0-p(R1,CPE1)-p(R2,CPE2)' --initial R0=4,R1=10,CPE1_0=1e-6,CPE1_1=1,R2=100,CPE2_0=1e-3,CPE2_1=1");
        Assert.True(fit.GetProperty("sumOfSquares").GetDouble() < 1e-18);
        var parameters = fit.GetProperty("parameters");
        Assert.Equal(5, parameters.GetProperty("R0").GetProperty("value").GetDouble(), 1e-6);
        Assert.Equal("ohm", parameters.GetProperty("R0").GetProperty("unit").GetString());
        Assert.True(parameters.GetProperty("CPE1_alpha").GetProperty("standardError").GetDouble() < 1e-6);
        var resistances = new[] { parameters.GetProperty("R1").GetProperty("value").GetDouble(), parameters.GetProperty("R2").GetProperty("value").GetDouble() };
        Assert.Equal([20, 40], resistances.Order().Select(value => Math.Round(value, 4)));
    }

    [Fact]
    public void Validity_and_relaxation_times_have_their_names()
    {
        var test = Json("eis kk cell.csv");
        Assert.True(test.GetProperty("order").GetInt32() > 5 && test.GetProperty("mu").GetDouble() <= 0.85 && test.GetProperty("maxResidual").GetDouble() < 0.02);
        var times = Json("eis drt cell.csv");
        Assert.Equal(times.GetProperty("tau").GetArrayLength(), times.GetProperty("gamma").GetArrayLength());
        Assert.Equal(60, times.GetProperty("polarisation").GetDouble(), 0.6);
        Assert.True(times.GetProperty("lambda").GetDouble() > 0);
        Assert.Equal(2, times.GetProperty("peaks").EnumerateArray().Count(peak => peak.GetProperty("resistance").GetDouble() > 10));
    }

    [Fact]
    public void A_distribution_has_a_band_and_its_peaks_point_to_processes()
    {
        var times = Json("eis drt pellet.csv --bands --thickness 1mm --area 1cm2");
        var (lower, gamma, upper) = (Numbers(times, "lower"), Numbers(times, "gamma"), Numbers(times, "upper"));
        Assert.All(Enumerable.Range(0, gamma.Length), point => Assert.True(lower[point] <= gamma[point] && gamma[point] <= upper[point]));
        // The circuit of the file: 250 ohm with 1.35e-11 F, 120 ohm with 7.94e-10 F, and a blocking constant-phase element of exponent 0.92.
        Assert.Equal(["bulk", "grain boundary"], times.GetProperty("peaks").EnumerateArray().Select(peak => peak.GetProperty("process").GetString()));
        Assert.Equal(0.92, times.GetProperty("tail").GetProperty("exponent").GetDouble(), 0.005);
        Assert.Equal(370, times.GetProperty("polarisation").GetDouble(), 7.0);
    }

    private static double[] Numbers(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    [Fact]
    public void A_pellet_gives_its_conductivities_back()
    {
        // 1 mm and 1 cm²: 0.1 cm / (1 cm² × 370 ohm) = 0.27027 mS/cm.
        var pellet = Json("eis pellet pellet.csv --thickness 1mm --area 1cm2");
        Assert.Equal(1e3 * 0.1 / 370, pellet.GetProperty("totalConductivity").GetProperty("value").GetDouble(), 1e-4);
        Assert.Equal("mS/cm", pellet.GetProperty("totalConductivity").GetProperty("unit").GetString());
        Assert.Equal(["bulk", "grain boundary"], pellet.GetProperty("arcs").EnumerateArray().Select(arc => arc.GetProperty("process").GetString()));
    }

    [Theory]
    [InlineData("eis fit nowhere.csv --circuit R0", "nowhere.csv")]
    [InlineData("eis fit cell.csv --circuit 'R0-p(R1,X1)'", "no element X")]
    [InlineData("eis fit cell.csv --circuit R0 --initial R9=1", "R0")]
    [InlineData("eis fit cell.csv --circuit R0 --initial R0=-1", "above zero")]
    [InlineData("eis fit cell.csv --circuit R0 --weight heavy", "proportional")]
    [InlineData("eis fit cell.csv --circuit R0 --weight measured", "--errors FILE")]
    [InlineData("eis fit cell.csv --circuit R0 --weight measured --errors wrong.csv", "no column 'imaginary'")]
    [InlineData("eis fit cell.csv --circuit 'R0-R1' --tie R9=R1", "did you mean")]
    [InlineData("eis fit cell.csv --circuit 'R0-R1' --bound R9=1..2", "R9 is not a parameter of R0-R1")]
    [InlineData("eis fit cell.csv --circuit 'R0-R1' --order 'R0<C1'", "C1 is not a parameter")]
    [InlineData("eis fit cell.csv --circuit R0 --circuit C0 --fix R1=1", "R1 is not a parameter of any of the circuits")]
    [InlineData("eis fit cell.csv --circuit R0 --spectrum 2", "holds 1")]
    [InlineData("eis fit cell.csv --circuit R0 --from 1e9", "no point")]
    [InlineData("eis kk cell.csv --parts both", "complex, real, imaginary")]
    [InlineData("eis drt cell.csv --lambda 0", "above zero")]
    [InlineData("eis drt cell.csv --method magic", "bayes, tikhonov, loewner")]
    [InlineData("eis drt cell.csv --method bayes --lambda gcv", "of --method tikhonov only")]
    [InlineData("eis drt cell.csv --method loewner --lambda 1", "of --method tikhonov only")]
    [InlineData("eis drt cell.csv --tail long", "capacitor, cpe")]
    [InlineData("eis drt cell.csv --diameter 1cm", "--thickness")]
    [InlineData("eis pellet pellet.csv --thickness 1 --diameter 10mm", "unit")]
    [InlineData("eis pellet pellet.csv --thickness 1mm", "exactly one")]
    [InlineData("eis arrhenius 25degC=1mS/cm", "two different temperatures")]
    [InlineData("eis simulate --circuit R0-C1 --values R0=1", "C1 is missing")]
    public void Bad_input_is_3_and_says_what_is_expected(string command, string expected)
    {
        var outcome = Terminal.Run(command);
        Assert.Equal((3, ""), (outcome.Code, outcome.Output));
        Assert.Contains(expected, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eis show cell.csv --figure f.svg")]
    [InlineData("eis fit cell.csv --circuit 'R0-p(R1,CPE1)' --figure f.svg")]
    [InlineData("eis drt cell.csv --figure f.svg")]
    [InlineData("eis arrhenius 0degC=0.1mS/cm 25degC=0.4mS/cm --figure f.svg")]
    public void A_figure_is_a_whole_svg_file(string command)
    {
        Assert.Equal(0, Terminal.Run(command).Code);
        var document = System.Xml.Linq.XDocument.Load("f.svg");
        Assert.Equal("svg", document.Root!.Name.LocalName);
        Assert.DoesNotContain("NaN", document.ToString(), StringComparison.Ordinal);
    }

    private static JsonElement Json(string command)
    {
        var outcome = Terminal.Run(command + " --json");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        using var document = JsonDocument.Parse(outcome.Output);
        return document.RootElement.Clone();
    }
}
