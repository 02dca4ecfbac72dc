using Electrolith.Routes.Pipeline;

namespace Electrolith.Routes.Tests.Pipeline;

/// <summary>
/// The "400 Wh/kg" reference cell as a route: NMC811 195 mAh/g at 3.80 V, 80/17/1/2 by mass with Li6PS5Cl, carbon and binder,
/// 5 % pores, anode-free, Cu 8 um, Al 12 um, 10 x 30 cm, 35 double layers. The numbers were computed independently of this code.
/// </summary>
public sealed class ReferenceCellRouteTests
{
    private const double WattHour = 3600;

    private const string Route = """
        format: electrolith-route/1
        name: Reference cell
        separator:
          material: li6ps5cl
          thickness: 30 um
          porosity: 0 %
          properties: {density: 1.86 g/cm3}
        cathode:
          active: nmc811
          loading: 4 mAh/cm2
          composition: {active: 80 %, electrolyte: 17 %, carbon: 1 %, binder: 2 %}
          carbon: carbon-black
          binder: pvdf
          porosity: 5 %
          properties: {practical-specific-capacity: 195 mAh/g, average-potential: 3.80 V, density: 4.78 g/cm3}
        anode:
          material: anode-free
        collectors:
          cathode: {material: aluminium-foil, thickness: 12 um}
          anode: {material: copper-foil, thickness: 8 um}
        cell: {format: pouch, width: 10 cm, height: 30 cm, double-layers: 35, clearance: 1 cm, extra-mass: 10 g}
        factory: {material-yield: 100 %, cell-yield: 100 %}
        """;

    private static readonly RouteOutcome Outcome = Evaluate(Route);

    [Fact]
    public void It_meets_every_printed_digit()
    {
        Assert.Equal(399.176, Outcome.SpecificEnergy / WattHour, 5e-4);
        Assert.Equal(972.723, Outcome.EnergyDensity / WattHour / 1000, 5e-4);
        Assert.Equal(799.648, Outcome.CellMass * 1000, 5e-4);
        Assert.Equal(84.0, Outcome.CellCapacity / WattHour, 1e-9);
        Assert.Equal(319.2, Outcome.CellEnergy / WattHour, 1e-9);
        Assert.Equal(417.296, Outcome.StackSpecificEnergy / WattHour, 5e-4);
        Assert.Equal(1136.768, Outcome.StackEnergyDensity / WattHour / 1000, 5e-4);
    }

    [Fact]
    public void Its_materials_per_kilowatt_hour_meet_the_printed_digits()
    {
        // Printed: 1.350 kg active material, 0.287 kg catholyte, 0.367 kg separator. By hand: 40 A h/m2 over 195 A h/kg is
        // 0.20513 kg/m2 of active material; 152 W h/m2 make 6.5789 m2/kWh.
        var kilowattHours = Outcome.CellEnergy / 3.6e6;
        const double Area = 1000 / (40 * 3.80);
        Assert.Equal(6.58, Area, 5e-3);
        Assert.Equal(6.58, 35 * 2 * 0.1 * 0.3 / kilowattHours, 5e-3);
        foreach (var (name, printed, byHand) in new[]
        {
            ("cathode active material", 1.350, Area * 40 / 195), ("catholyte", 0.287, Area * 40 / 195 / 0.80 * 0.17), ("separator", 0.367, Area * 30e-6 * 1860),
        })
        {
            var item = Outcome.CostItems.Single(cost => cost.Item.Name == name);
            Assert.Equal(printed, item.Item.Amount / kilowattHours, 6e-4);
            Assert.Equal(byHand, item.Item.Amount / kilowattHours, byHand * 1e-12);
            Assert.Equal(item.Item.Amount, item.BoughtAmount, 1e-12);
        }
    }

    [Fact]
    public void Shares_by_volume_that_say_the_same_give_the_same_cell()
    {
        // Mass shares over densities 4.78, 1.86, 1.9 and 1.77 g/cm3.
        double[] volumes = [0.80 / 4.78, 0.17 / 1.86, 0.01 / 1.9, 0.02 / 1.77];
        var sum = volumes.Sum();
        var shares = volumes.Select(volume => $"{volume / sum * 100:R} %").ToArray();
        var outcome = Evaluate(Route.Replace("{active: 80 %, electrolyte: 17 %, carbon: 1 %, binder: 2 %}",
            $"{{basis: volume, active: {shares[0]}, electrolyte: {shares[1]}, carbon: {shares[2]}, binder: {shares[3]}}}", StringComparison.Ordinal));
        Assert.Equal(Outcome.SpecificEnergy, outcome.SpecificEnergy, Outcome.SpecificEnergy * 1e-12);
        Assert.Equal(Outcome.MaterialCost, outcome.MaterialCost, Outcome.MaterialCost * 1e-12);
    }

    [Fact]
    public void Every_item_of_the_bill_is_a_material_of_the_library() =>
        Assert.All(Outcome.CostItems, item => Assert.True(Electrolith.Materials.Library.MaterialLibrary.Default.TryGet(item.Item.Id, out _), item.Item.Id));

    [Fact]
    public void Yields_multiply_what_is_bought_and_its_cost()
    {
        var outcome = Evaluate(Route.Replace("material-yield: 100 %, cell-yield: 100 %", "material-yield: 95 %, cell-yield: 90 %", StringComparison.Ordinal));
        Assert.Equal(Outcome.MaterialCost / (0.95 * 0.90), outcome.MaterialCost, outcome.MaterialCost * 1e-12);
        Assert.Equal(Outcome.SpecificEnergy, outcome.SpecificEnergy);
    }

    private static RouteOutcome Evaluate(string text)
    {
        var route = RouteText.Compile(text);
        return RoutePipeline.Evaluate(route, route.NominalDraw(), warnings: null);
    }
}
