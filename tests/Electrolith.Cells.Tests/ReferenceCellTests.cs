namespace Electrolith.Cells.Tests;

/// <summary>
/// The "400 Wh/kg" reference cell: NMC811 195 mAh/g at 3.80 V, 80/17/1/2 by mass with Li6PS5Cl, carbon and binder, 5 % pores,
/// anode-free, Cu 8 um, Al 12 um, 10 x 30 cm, 35 double layers. The numbers were computed independently of this code.
/// </summary>
public sealed class ReferenceCellTests
{
    private const double WattHour = 3600;
    private static readonly int[] Loadings = [2, 3, 4, 5, 6, 8];

    [Fact]
    public void The_reference_cell_meets_every_printed_digit()
    {
        var design = Design(4, 30, 1860);
        var energy = CellEnergyModel.Evaluate(design);
        Assert.Equal(74.312, design.Cathode.Thickness * 1e6, 5e-4);
        Assert.Equal(25.641, design.Cathode.MassPerArea * 100, 5e-4);
        Assert.Equal(5.580, design.Separator.MassPerArea * 100, 5e-4);
        Assert.Equal(5.204, 50 * (design.NegativeCollector.MassPerArea + design.PositiveCollector.MassPerArea), 5e-4);
        Assert.Equal(133.712, energy.UnitThicknessCharged * 1e6, 5e-4);
        Assert.Equal(417.296, energy.StackSpecificEnergy / WattHour, 5e-4);
        Assert.Equal(1136.768, energy.StackEnergyDensity / WattHour / 1000, 5e-4);
        Assert.Equal(399.176, energy.SpecificEnergy / WattHour, 5e-4);
        Assert.Equal(972.723, energy.EnergyDensity / WattHour / 1000, 5e-4);
        Assert.Equal(319.2, energy.Energy / WattHour, 1e-9);
        Assert.Equal(799.648, energy.Mass * 1000, 5e-4);
        Assert.Equal(84.0, energy.Capacity / WattHour, 1e-9);
    }

    [Fact]
    public void Lithium_plated_by_one_milliamp_hour_is_4_850_micrometres_thick() =>
        Assert.Equal(4.850, CellEquations.PlatedLithiumThickness(36000) * 1e6, 5e-4);

    [Theory]
    [InlineData("LPSCl", 10, "353/947 408/1066 442/1138 466/1186 483/1221 507/1266")]
    [InlineData("LPSCl", 30, "301/738 360/879 399/973 427/1039 448/1088 477/1157")]
    [InlineData("LPSCl", 50, "262/604 322/748 364/849 394/924 417/982 451/1065")]
    [InlineData("LPSCl", 100, "199/416 255/545 297/645 330/724 357/789 396/888")]
    [InlineData("LPSCl", 500, "67/119 96/172 121/220 144/265 165/307 201/381")]
    [InlineData("LLZO", 10, "307/947 366/1066 404/1138 432/1186 452/1221 481/1266")]
    [InlineData("LLZO", 30, "217/738 275/879 318/973 350/1039 376/1088 414/1157")]
    [InlineData("LLZO", 500, "28/119 41/172 53/220 65/265 76/307 97/381")]
    public void The_map_of_loading_and_separator_meets_the_printed_digits(string separator, double micrometre, string row)
    {
        var density = separator == "LLZO" ? 5100 : 1860;
        var computed = Loadings.Select(loading => CellEnergyModel.Evaluate(Design(loading, micrometre, density)))
            .Select(energy => $"{Math.Round(energy.SpecificEnergy / WattHour)}/{Math.Round(energy.EnergyDensity / WattHour / 1000)}");
        Assert.Equal(row, string.Join(' ', computed));
    }

    [Theory]
    [InlineData(0.80, 195, 0, "2.9 3.5 4.1 5.3 3.9 5.6 7.2")]
    [InlineData(0.80, 195, 20, "3.2 3.8 4.4 5.6 4.3 5.9 7.6")]
    [InlineData(0.85, 210, 0, "2.3 2.8 3.2 4.2 3.1 4.4 5.7")]
    public void The_minimum_loading_for_400_watt_hours_meets_the_printed_digits(double activeShare, double capacity, double excess, string row)
    {
        (double Thickness, double Density)[] separators = [(10, 1860), (20, 1860), (30, 1860), (50, 1860), (10, 5100), (20, 5100), (30, 5100)];
        var computed = separators.Select(separator =>
        {
            var solution = LoadingSolver.Solve(
                loading => CellEnergyModel.Evaluate(Design(loading / 36000, separator.Thickness, separator.Density, activeShare, capacity, excess)).SpecificEnergy,
                400 * WattHour, 0.1 * 36000, 20 * 36000);
            Assert.True(solution.IsReachable);
            Assert.Equal(400 * WattHour, solution.Value, 1e-3);
            // The table gives the smallest step of 0.1 mAh/cm2 that reaches the target.
            return (Math.Ceiling(solution.ArealCapacity / 3600) / 10).ToString("F1");
        });
        Assert.Equal(row, string.Join(' ', computed));
    }

    [Fact]
    public void An_unreachable_target_gives_the_best_there_is()
    {
        var solution = LoadingSolver.Solve(loading => CellEnergyModel.Evaluate(Design(loading / 36000, 500, 5100)).SpecificEnergy, 400 * WattHour, 3600, 20 * 36000);
        Assert.False(solution.IsReachable);
        Assert.Equal(20, solution.ArealCapacity / 36000, 1e-9);
        Assert.InRange(solution.Value / WattHour, 97, 400);
    }

    /// <summary>Active shares other than 80 % take from the electrolyte, carbon and binder stay.</summary>
    private static CellDesign Design(double loading, double separatorMicrometre, double separatorDensity, double activeShare = 0.80, double capacity = 195, double excess = 0)
    {
        var electrode = new CompositeElectrode(
            [new(activeShare, 4780), new(1 - activeShare - 0.03, 1860), new(0.01, 1900), new(0.02, 1770)], sharesAreOfVolume: false, porosity: 0.05);
        return new CellDesign
        {
            Cathode = electrode.LayerFor(loading * 36000, capacity * 3600),
            Separator = Layer.Of(separatorMicrometre * 1e-6, separatorDensity),
            Anode = Layer.Of(excess * 1e-6, CellEquations.LithiumDensity),
            NegativeCollector = Layer.Of(8e-6, 8960),
            PositiveCollector = Layer.Of(12e-6, 2700),
            ArealCapacity = loading * 36000,
            AverageVoltage = 3.80,
            GrowthOnCharge = CellEquations.PlatedLithiumThickness(loading * 36000),
        };
    }
}
