using System.Globalization;
using System.Text.Json;

namespace Electrolith.Cli.Tests;

/// <summary>From spectra at several temperatures to activation energies and on into a route. The truth is the closed form that made the spectra.</summary>
public sealed class EisPelletTests : IDisposable
{
    private const double Boltzmann = 8.617333262e-5;

    private readonly Terminal terminal = new();

    public EisPelletTests()
    {
        foreach (var celsius in new[] { 0, 25, 45, 60 })
        {
            // 1 mm and 1 cm²: bulk 0.4 mS/cm with 0.35 eV, grain boundaries 0.8333 mS/cm with 0.45 eV at 25 °C, both of σT.
            var (bulk, boundary) = (Resistance(250, 0.35, celsius), Resistance(120, 0.45, celsius));
            File.WriteAllText($"pellet-{celsius}degC.csv", Terminal.Run(
                $"eis simulate --circuit 'p(R1,CPE1)-p(R2,CPE2)-CPE3' --values R1={bulk},CPE1_Q=2e-11,CPE1_alpha=0.98,R2={boundary},CPE2_Q=4e-9,CPE2_alpha=0.9,CPE3_Q=8e-6,CPE3_alpha=0.92 --from 1 --to 1e9 --noise 0.001 --seed {celsius + 1}").Output);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => terminal.Dispose();

    [Fact]
    public void A_temperature_series_gives_the_activation_energies_of_bulk_and_grain_boundaries()
    {
        var outcome = Terminal.Run("eis pellet pellet-0degC.csv pellet-25degC.csv pellet-45degC.csv 60degC=pellet-60degC.csv --thickness 1mm --area 1cm2 --json --figure a.svg");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal(0.35, json.RootElement.GetProperty("bulk").GetProperty("activationEnergy").GetProperty("value").GetDouble(), 0.003);
        Assert.Equal(0.45, json.RootElement.GetProperty("grainBoundary").GetProperty("activationEnergy").GetProperty("value").GetDouble(), 0.006);
        var room = json.RootElement.GetProperty("spectra")[1];
        Assert.Equal(298.15, room.GetProperty("temperature").GetProperty("value").GetDouble());
        Assert.Equal(10 / 37.0, room.GetProperty("totalConductivity").GetProperty("value").GetDouble(), 0.002);
        Assert.Contains("Activation energy", File.ReadAllText("a.svg"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_measured_pellet_takes_the_place_of_a_library_material_in_a_route()
    {
        var outcome = Terminal.Run("eis pellet pellet-0degC.csv pellet-25degC.csv pellet-60degC.csv --thickness 1mm --area 1cm2 --measured mine.yaml --material li6ps5cl");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        File.WriteAllText("route.yaml", Route("electrolyte: { measured: mine.yaml }", ""));
        using var mine = JsonDocument.Parse(Terminal.Run("evaluate route.yaml --samples 0 --json").Output);
        File.WriteAllText("typed.yaml", Route("", "material: li6ps5cl, properties: {ionic-conductivity: 0.2703 mS/cm}, "));
        File.WriteAllText("library.yaml", Route("", "material: li6ps5cl, "));
        using var typed = JsonDocument.Parse(Terminal.Run("evaluate typed.yaml --samples 0 --json").Output);
        Assert.Equal(Conductivity(typed), Conductivity(mine), 0.005 * Conductivity(typed));
        using var library = JsonDocument.Parse(Terminal.Run("evaluate library.yaml --samples 0 --json").Output);
        Assert.True(Conductivity(library) > 2 * Conductivity(mine), "the library's argyrodite conducts better than this pellet");
    }

    [Fact]
    public void Problems_point_into_the_measured_file()
    {
        File.WriteAllText("mine.yaml", "format: electrolith-measured/1\nmaterial: li6ps5cl\nproperties:\n  ionic-conductivty: 3 mS/cm\n  activation-energy: {value: 0.3 eV, kind: sigmaT}\n");
        File.WriteAllText("route.yaml", Route("electrolyte: { measured: mine.yaml }", "material: llzto, "));
        var outcome = Terminal.Run("evaluate route.yaml");
        Assert.Equal(3, outcome.Code);
        Assert.Contains("mine.yaml:4:3", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("mine.yaml:5:44", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("the separator is 'llzto', and the measured file is of 'li6ps5cl'", outcome.Error, StringComparison.Ordinal);
        File.WriteAllText("absent.yaml", Route("electrolyte: { measured: nowhere.yaml }", ""));
        Assert.Contains("'nowhere.yaml' does not exist", Terminal.Run("evaluate absent.yaml").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_measured_file_needs_a_material_and_a_temperature()
    {
        Assert.Contains("--material", Terminal.Run("eis pellet pellet-25degC.csv --thickness 1mm --area 1cm2 --measured mine.yaml").Error, StringComparison.Ordinal);
        Assert.Contains("did you mean", Terminal.Run("eis pellet pellet-25degC.csv --thickness 1mm --area 1cm2 --measured mine.yaml --material li6ps5c").Error, StringComparison.Ordinal);
        File.Copy("pellet-25degC.csv", "cold.csv");
        Assert.Contains("25degC=FILE", Terminal.Run("eis pellet cold.csv --thickness 1mm --area 1cm2 --measured mine.yaml --material li6ps5cl").Error, StringComparison.Ordinal);
        Assert.False(File.Exists("mine.yaml"));
    }

    private static double Conductivity(JsonDocument document) => Find(document.RootElement, "separator-conductivity");

    private static double Find(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found.GetProperty("value").GetDouble()
        : element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().Select(item => Find(item.Value, name)).FirstOrDefault(double.IsFinite, double.NaN)
        : element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().Select(item => Find(item, name)).FirstOrDefault(double.IsFinite, double.NaN)
        : double.NaN;

    private static string Resistance(double room, double energy, double celsius)
    {
        var kelvin = celsius + 273.15;
        return (room * kelvin / 298.15 * Math.Exp(energy / Boltzmann * ((1 / kelvin) - (1 / 298.15)))).ToString("R", CultureInfo.InvariantCulture);
    }

    private static string Route(string electrolyte, string material) => $$"""
        format: electrolith-route/1
        name: test
        {{electrolyte}}
        separator: { {{material}}thickness: 30 um }
        cathode: { active: nmc811, loading: 3 mAh/cm2, composition: {active: 80 %, electrolyte: 20 %} }
        anode: { material: lithium }
        """;
}
