using System.Globalization;
using System.Text.Json;

namespace Electrolith.Cli.Tests;

/// <summary>The verbs of <c>eis</c> for composite electrodes, shorts, processes and direct current.</summary>
public sealed class EisDirectTests : IDisposable
{
    private readonly Terminal terminal = new();

    public EisDirectTests()
    {
        // Minnmann et al. 2021: 107 ohm of electrons, 360 ohm of ions; the interface is ours.
        File.WriteAllText("electrons.csv", Terminal.Run("eis simulate --circuit TT1 --values TT1_A=107,TT1_C=360,TT1_Q=1e-3,TT1_alpha=0.85 --noise 0.002").Output);
        File.WriteAllText("ions.csv", Terminal.Run("eis simulate --circuit TT1 --values TT1_A=360,TT1_C=107,TT1_Q=1e-3,TT1_alpha=0.85 --noise 0.002 --seed 2").Output);
        File.WriteAllText("before.csv", Terminal.Run("eis simulate --circuit 'R0-p(R1,C1)' --values R0=50,R1=100,C1=1e-6 --noise 0.002").Output);
        File.WriteAllText("after.csv", Terminal.Run("eis simulate --circuit 'p(R9,R0-p(R1,C1))' --values R9=850,R0=50,R1=100,C1=1e-6 --noise 0.002 --seed 2").Output);
        File.WriteAllLines("leak.csv", ["time_h,current_uA", .. Enumerable.Range(0, 100).Select(step => string.Create(CultureInfo.InvariantCulture, $"{step * 0.3},{1 + (9 * Math.Exp(-step * 0.1))}"))]);
        File.WriteAllLines("steps.csv", ["voltage/V,current/nA", .. new[] { 0.05, 0.1, 0.2, 0.3, 0.5 }.Select(u => string.Create(CultureInfo.InvariantCulture, $"{u},{0.2 * (1 - Math.Exp(-u / 0.0256926))}"))]);
    }

    public static TheoryData<string> Commands =>
    [
        "eis tlm --electrons electrons.csv --ions ions.csv --thickness 470um --area 0.785cm2 --ion-conductivity 1.6mS/cm --ion-fraction 44.3%",
        "eis tlm --electrons electrons.csv --thickness 470um --area 0.785cm2 --grain-boundaries",
        "eis short after.csv --reference before.csv",
        "eis short before.csv --conductivity 2mS/cm --thickness 1mm --area 1cm2",
        "eis process --capacitance 5e-10 --pressure-exponent -0.5 --time-exponent 1",
        "eis dc polarisation leak.csv --voltage 0.5V --thickness 1mm --diameter 10mm",
        "eis dc hebb-wagner steps.csv --thickness 1mm --diameter 10mm",
        "eis dc transference --step 10mV --initial-current 12.5uA --steady-current 3.1uA --initial-resistance 420ohm --steady-resistance 455ohm",
    ];

    /// <inheritdoc/>
    public void Dispose() => terminal.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public void Text_fits_80_columns_and_json_is_one_document(string command)
    {
        var text = Terminal.Run(command);
        Assert.Equal((0, ""), (text.Code, text.Error));
        Assert.All(text.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
        JsonDocument.Parse(Terminal.Run(command + " --json").Output).Dispose();
    }

    [Fact]
    public void A_line_through_both_contacts_gives_the_published_tortuosity_factor()
    {
        using var json = JsonDocument.Parse(Terminal.Run("eis tlm --electrons electrons.csv --ions ions.csv --thickness 470um --area 0.785cm2 --ion-conductivity 1.6mS/cm --ion-fraction 44.3% --electron-conductivity 10mS/cm --electron-fraction 42% --json --figure line.svg").Output);
        // Published: 5.596e-4 and 1.663e-4 S/cm, tau^2 7.44 and 4.27; noise of 0.2 %, fractions to half a percent.
        Assert.Equal(0.5596, json.RootElement.GetProperty("electron").GetProperty("effectiveConductivity").GetProperty("value").GetDouble(), 0.002);
        Assert.Equal(0.1663, json.RootElement.GetProperty("ion").GetProperty("effectiveConductivity").GetProperty("value").GetDouble(), 0.001);
        Assert.Equal(4.27, json.RootElement.GetProperty("ion").GetProperty("tortuosityFactor").GetProperty("value").GetDouble(), 0.03);
        Assert.True(File.Exists("line.svg"));
    }

    [Fact]
    public void A_shunt_is_told_from_its_size_and_transference_has_its_calculated_value()
    {
        using var found = JsonDocument.Parse(Terminal.Run("eis short after.csv --reference before.csv --json").Output);
        Assert.Equal("short", found.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(850.0, found.RootElement.GetProperty("shuntResistance").GetProperty("value").GetDouble(), 20.0);
        using var number = JsonDocument.Parse(Terminal.Run("eis dc transference --step 10mV --initial-current 12.5uA --steady-current 3.1uA --initial-resistance 420ohm --steady-resistance 455ohm --json").Output);
        Assert.Equal(0.137144, number.RootElement.GetProperty("transferenceNumber").GetDouble(), 1e-6);
    }

    [Theory]
    [InlineData("eis tlm --thickness 1mm --area 1cm2", "at least one spectrum")]
    [InlineData("eis tlm --ions ions.csv --thickness 1mm --area 1cm2 --ion-fraction 120%", "120%")]
    [InlineData("eis short after.csv --conductivity 1mS/cm --area 1cm2", "--thickness")]
    [InlineData("eis process", "is expected")]
    [InlineData("eis process --capacitance -1", "above zero")]
    [InlineData("eis process --activation-energy 0.3eV", "give both")]
    [InlineData("eis dc hebb-wagner leak.csv --thickness 1mm --area 1cm2", "no column 'voltage'")]
    [InlineData("eis dc polarisation nowhere.csv --voltage 1V --thickness 1mm --area 1cm2", "nowhere.csv")]
    [InlineData("eis dc transference --step 10mV --initial-current 1uA --steady-current 3uA --initial-resistance 4ohm --steady-resistance 4ohm", "larger than the initial")]
    public void Bad_input_is_told(string command, string expected)
    {
        var outcome = Terminal.Run(command);
        Assert.Equal(3, outcome.Code);
        Assert.Contains(expected, outcome.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }
}
