using Electrolith.Industry.Costs;
using Electrolith.Materials.Library;
using Electrolith.Processing;
using Electrolith.Quantities;

namespace Electrolith.Industry.Tests;

public sealed class CostTests
{
    private static readonly BillOfMaterials Bill = new()
    {
        CellEnergyJoule = 3.6e6,
        PriceYear = 2024,
        StepYields = [0.9, 0.95],
        Items =
        [
            new BillItem { Id = "electrolyte", Name = "electrolyte", Amount = 0.654, Price = 28, Status = ValueStatus.Unconfirmed },
            new BillItem { Id = "foil", Name = "foil", Amount = 6.58, Unit = BillUnit.SquareMetre, Price = 1.2, EntersAtStep = 1, MaterialYield = 0.902, Status = ValueStatus.Computed },
        ],
    };

    [Theory]
    [InlineData(14.42, 9.4)]
    [InlineData(28, 18.3)]
    [InlineData(50, 32.7)]
    [InlineData(55, 36.0)]
    [InlineData(170, 111)]
    [InlineData(195, 128)]
    public void Electrolyte_of_the_reference_cell_per_kilowatt_hour(double pricePerKilogram, double expected)
    {
        // 0.654 kg of sulfide electrolyte per kWh, no waste: computed independently, printed to three digits.
        var bill = Bill with { StepYields = [], Items = [Bill.Items[0] with { Price = pricePerKilogram }] };
        Assert.Equal(expected, MaterialCostModel.Evaluate(bill).CostPerKilowattHour, expected > 100 ? 0.5 : 0.05);
    }

    [Fact]
    public void What_enters_early_is_wasted_by_every_step()
    {
        var cost = MaterialCostModel.Evaluate(Bill);
        Assert.Equal(0.654 / (0.9 * 0.95), cost.Items[0].BoughtAmount, 12);
        Assert.Equal(6.58 / (0.95 * 0.902), cost.Items[1].BoughtAmount, 12);
        Assert.Equal(cost.CostPerCell, cost.Items.Sum(item => item.CostPerCell), 12);
        Assert.Equal(1, cost.Items.Sum(item => item.Share), 12);
        Assert.Equal(cost.CostPerCell - (0.654 * 28) - (6.58 * 1.2), cost.ScrapCostPerCell, 10);
        Assert.Equal(cost.Items[0].Share, cost.UncertainShare, 12);
    }

    [Fact]
    public void Better_yield_is_never_dearer()
    {
        var previous = double.PositiveInfinity;
        foreach (var stepYield in new[] { 0.3, 0.6, 0.95, 1 })
        {
            var cost = MaterialCostModel.Evaluate(Bill with { StepYields = [stepYield, stepYield] }).CostPerCell;
            Assert.True(cost < previous);
            previous = cost;
        }
    }

    [Fact]
    public void Yield_from_60_to_95_percent_saves_37_percent_of_what_enters_before_it()
    {
        // 1 - 0.60/0.95. The published saving of 27 % for a whole cell is of a price in which not everything passes that step.
        var bill = Bill with { Items = [Bill.Items[0]] };
        var poor = MaterialCostModel.Evaluate(bill with { StepYields = [0.6] }).CostPerCell;
        var good = MaterialCostModel.Evaluate(bill with { StepYields = [0.95] }).CostPerCell;
        Assert.Equal(0.6 / 0.95, good / poor, 12);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MaterialCostModel.Evaluate(Bill with { StepYields = [0, 1] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => MaterialCostModel.Evaluate(Bill with { CellEnergyJoule = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => MaterialCostModel.Evaluate(Bill with { Items = [Bill.Items[0] with { Amount = -1 }] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => MaterialCostModel.Evaluate(Bill with { Items = [Bill.Items[0] with { EntersAtStep = 3 }] }));
    }

    [Fact]
    public void An_empty_bill_costs_nothing()
    {
        var cost = MaterialCostModel.Evaluate(Bill with { Items = [] });
        Assert.Equal(0, cost.CostPerKilowattHour);
        Assert.Equal(0, cost.UncertainShare);
    }

    [Theory]
    [InlineData(0.15, 0.5828, 0.3397)]
    [InlineData(0.18, 0.5172, 0.2675)]
    [InlineData(0.20, 0.4765, 0.2271)]
    [InlineData(0.24, 0.4019, 0.1615)]
    public void Learning_after_ten_and_a_hundred_times_the_production(double rate, double ten, double hundred)
    {
        // Computed independently, to the digits printed.
        Assert.Equal(ten, CostEquations.Learned(1, 10, rate), 5e-5);
        Assert.Equal(hundred, CostEquations.Learned(1, 100, rate), 5e-5);
    }

    [Fact]
    public void The_factory_adds_energy_and_conversion()
    {
        var inputs = new FactoryInputs { Materials = MaterialCostModel.Evaluate(Bill), CellEnergyJoule = 3.6e6, FactoryEnergyRatio = 16.8, ProcessEnergyPerCell = 7.2e6, EnergyPrice = 0.1 / 3.6e6 };
        var cost = FactoryModel.Evaluate(inputs);
        Assert.Equal(18.8, cost.EnergyPerKilowattHour, 10);
        Assert.Equal(cost.MaterialCostPerKilowattHour + 1.88, cost.CostPerKilowattHour, 10);
        Assert.False(cost.IsComplete);
        var complete = FactoryModel.Evaluate(inputs with { ConversionCostPerJoule = 20 / 3.6e6 });
        Assert.True(complete.IsComplete);
        Assert.Equal(cost.CostPerKilowattHour + 20, complete.CostPerKilowattHour, 10);
        Assert.Throws<ArgumentOutOfRangeException>(() => FactoryModel.Evaluate(inputs with { EnergyPrice = double.NaN }));
    }

    [Fact]
    public void Defaults_have_sources_and_the_energy_of_published_factories()
    {
        Assert.All(FactoryDefaults.All, item => Assert.True(SourceList.Default.TryGet(item.SourceKey, out _), item.Id));
        var energy = FactoryDefaults.Get("factory-energy");
        Assert.Equal((10.6, 23.0), (energy.Value.Low, energy.Value.High));
        Assert.Equal(new MoneyBasis("USD", 2024), FactoryDefaults.Get("electricity-price").Money);
        Assert.Throws<ArgumentException>(() => FactoryDefaults.Get("factory-enery"));
    }

    [Fact]
    public void Heating_garnet_to_1200_degrees_takes_about_a_fifth_of_a_kilowatt_hour_per_kilogram() =>
        // 0.7 to 0.8 MJ/kg sensible heat: a heat capacity of 0.64 kJ/(kg K).
        Assert.InRange(ProcessEquations.FurnaceEnergy(640, 1175, 1), 0.7e6, 0.8e6);
}
