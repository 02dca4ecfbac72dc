namespace Electrolith.Cells.Tests;

/// <summary>Stacks of other programs, conservation and invariances.</summary>
public sealed class StackTests
{
    [Fact]
    public void The_ecker_2015_stack_of_pybamm_tea_is_met_to_seven_digits()
    {
        // pybamm-team/pybamm-tea, tests/*.csv at 20d5659 (BSD-3): layer masses in mg/cm2 and thicknesses in um; each foil is shared by two faces.
        var energy = CellEnergyModel.Evaluate(new CellDesign
        {
            Cathode = new Layer(0.15633, 54e-6),
            Separator = new Layer(0.02034, 20e-6),
            Anode = new Layer(0.11507, 74e-6),
            NegativeCollector = new Layer(0.125062, 14e-6),
            PositiveCollector = new Layer(0.04053, 15e-6),
            ArealCapacity = 1.991830070000417 * 36000,
            AverageVoltage = 3.7566884932653757,
        });
        Assert.Equal(199.7854707, energy.StackSpecificEnergy / 3600, 5e-8);
        Assert.Equal(460.4729295, energy.StackEnergyDensity / 3.6e6, 5e-8);
        Assert.Equal(162.5, energy.UnitThicknessCharged * 1e6, 1e-9);
        Assert.Equal(2.3048369, energy.UnitMass / energy.UnitThicknessCharged / 1000, 5e-8);
    }

    [Theory]
    // The same tables: loading 10.473408 mg/cm2 of active material with 274.10768 Ah/kg gives 2.8708416 mAh/cm2; c_max of the crystal.
    [InlineData(0.276, 4780, 49200)]
    public void The_concentration_of_a_full_crystal_follows_from_its_capacity(double ampHourPerGram, double density, double expected) =>
        Assert.Equal(expected, CellEquations.MaximumConcentration(ampHourPerGram * 3.6e6, density), 50.0);

    [Fact]
    public void The_solid_state_pouch_of_environmat_is_met()
    {
        // environmat/Cell_model_energy_costs, example_solid_electrolyte-pouch: 5.31 Ah, 20.5 Wh, 80.62 g, 254.24 Wh/kg. That model counts
        // the separator once for every two faces, no end electrode, and one terminal 1 cm wider (0.0124 g); the same masses are given here.
        var cathode = 3.3 / 195 / 0.80;
        var energy = CellEnergyModel.Evaluate(new CellDesign
        {
            Cathode = new Layer(cathode * 10, cathode / 3.4 / 100),
            Separator = new Layer(0.5 * 40e-6 * 5100, 40e-6),
            Anode = new Layer(10.3 / 3862 * 10, 50e-6),
            NegativeCollector = Layer.Of(8e-6, 8960),
            PositiveCollector = Layer.Of(14e-6, 2760),
            ArealCapacity = 3.3 * 36000,
            AverageVoltage = 3.86,
            UsableFraction = 0.93,
            Format = new PouchFormat
            {
                Width = 0.0484, Height = 0.0715, DoubleLayers = 25, TerminalThickness = 15e-6, PositiveTerminalDensity = 2760, NegativeTerminalDensity = 8960,
                EndElectrode = EndElectrode.None, ExtraMass = 0.0100124,
            },
        });
        Assert.Equal(5.31, energy.Capacity / 3600, 0.005);
        Assert.Equal(20.5, energy.Energy / 3600, 0.05);
        Assert.Equal(80.62, energy.Mass * 1000, 0.005);
        Assert.Equal(254.24, energy.SpecificEnergy / 3600, 0.005);
    }

    [Fact]
    public void The_mass_is_the_sum_of_its_parts_and_nothing_plated_has_mass()
    {
        var design = Simple();
        var energy = CellEnergyModel.Evaluate(design);
        var grown = CellEnergyModel.Evaluate(design with { GrowthOnCharge = 20e-6 });
        Assert.Equal(energy.Mass, (energy.Area * energy.UnitMass) + energy.PackagingMass, 1e-12);
        Assert.Equal(energy.Mass, grown.Mass);
        Assert.Equal(20e-6, grown.UnitThicknessCharged - grown.UnitThicknessDischarged, 1e-15);
        Assert.Equal(energy.ThicknessDischarged, grown.ThicknessDischarged);
    }

    [Fact]
    public void Energy_per_mass_does_not_depend_on_the_number_of_bare_units()
    {
        var design = Simple() with { Format = new PouchFormat { FoilThickness = 0, DoubleLayers = 1 } };
        var many = CellEnergyModel.Evaluate(design with { Format = design.Format with { DoubleLayers = 500 } });
        Assert.Equal(CellEnergyModel.Evaluate(design).StackSpecificEnergy, many.StackSpecificEnergy, 1e-9);
        Assert.InRange(many.SpecificEnergy / many.StackSpecificEnergy, 0.999, 1);
    }

    [Fact]
    public void Shares_of_mass_and_of_volume_describe_the_same_electrode()
    {
        var byMass = new CompositeElectrode([new(0.80, 4780), new(0.17, 1860), new(0.01, 1900), new(0.02, 1770)], false, 0.05);
        var solids = 1 - 0.05;
        double[] volumes = [byMass.ActiveVolumeFraction / solids, byMass.ElectrolyteVolumeFraction / solids, 0.01 / 1900 / byMass.SolidVolumePerMass, 0.02 / 1770 / byMass.SolidVolumePerMass];
        Assert.Equal(1, volumes.Sum(), 1e-12);
        var byVolume = new CompositeElectrode([new(volumes[0], 4780), new(volumes[1], 1860), new(volumes[2], 1900), new(volumes[3], 1770)], true, 0.05);
        Assert.Equal(0.80, byVolume.MassShares[0], 1e-12);
        Assert.Equal(byMass.LayerFor(1e5, 7e5).Thickness, byVolume.LayerFor(1e5, 7e5).Thickness, 1e-15);
    }

    [Fact]
    public void Impossible_electrodes_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new CompositeElectrode([], false, 0));
        Assert.Throws<ArgumentException>(() => new CompositeElectrode([new(0, 4780)], false, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CompositeElectrode([new(1, 4780)], false, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CellEnergyModel.Evaluate(Simple() with { ArealCapacity = 0 }));
    }

    private static CellDesign Simple() => new()
    {
        Cathode = new Layer(0.25, 70e-6),
        Separator = new Layer(0.05, 30e-6),
        Anode = default,
        NegativeCollector = Layer.Of(8e-6, 8960),
        PositiveCollector = Layer.Of(12e-6, 2700),
        ArealCapacity = 144000,
        AverageVoltage = 3.8,
    };
}
