namespace Electrolith.Cells.Tests;

/// <summary>
/// The pouch cells of M. J. Lacey's public cell model (mjlacey/cellmodels, notebook 2, 2021): published Wh/kg, Wh/L, thickness
/// and the linear uncertainty of both. Inputs are those of the notebook.
/// </summary>
public sealed class LaceyPouchTests
{
    private const double MilliampHourPerSquareCentimetre = 36000;
    private const double MilliampHourPerGram = 3600;
    private const double WattHour = 3600;

    private enum Negative
    {
        Graphite,
        Lithium50,
        AnodeFree,
    }

    private sealed record Inputs
    {
        public double Capacity { get; init; } = 195;

        public double Potential { get; init; } = 3.86;

        public double Density { get; init; } = 3.5;

        public double Areal { get; init; } = 3.3;

        public double ActiveShare { get; init; } = 0.95;

        public double GraphiteCapacity { get; init; } = 344;

        public double NegativeAreal { get; init; } = 3.3;

        public double NegativeRatio { get; init; } = 1.1;

        public double GraphiteShare { get; init; } = 0.965;

        public double GraphiteDensity { get; init; } = 1.6;

        public double ElectrolyteRatio { get; init; } = 1.7;

        public double Concentration { get; init; } = 1.1;

        public double ExtraMass { get; init; } = 10;

        public double Usable { get; init; } = 0.93;

        public bool IsCeramic { get; init; }

        public Negative Negative { get; init; } = Negative.Graphite;
    }

    [Theory]
    [InlineData("NMC811 graphite", 195, 3.86, 3.5, "Graphite", false, 257.2, 634, 1.033)]
    [InlineData("NMC811 lithium 50 um", 195, 3.86, 3.5, "Lithium50", false, 333.4, 761, 0.901)]
    [InlineData("NMC811 lithium 50 um, LLZO 20 um", 195, 3.86, 3.5, "Lithium50", true, 296.1, 716, 0.957)]
    [InlineData("NMC811 anode-free, LLZO 20 um", 195, 3.86, 3.5, "AnodeFree", true, 317.7, 963, 0.712)]
    [InlineData("LFP graphite", 165, 3.375, 2.52, "Graphite", false, 208.1, 451, 1.261)]
    [InlineData("LFP lithium 50 um", 165, 3.375, 2.52, "Lithium50", false, 267.1, 531, 1.129)]
    [InlineData("LFP lithium 50 um, LLZO 20 um", 165, 3.375, 2.52, "Lithium50", true, 239.5, 505, 1.185)]
    [InlineData("LFP anode-free, LLZO 20 um", 165, 3.375, 2.52, "AnodeFree", true, 255.6, 637, 0.94)]
    public void Published_energy_and_thickness_are_met(
        string name, double capacity, double potential, double density, string negative, bool ceramic, double perKilogram, double perLitre, double thickness)
    {
        Assert.NotEmpty(name);
        var energy = Evaluate(new Inputs { Capacity = capacity, Potential = potential, Density = density, Negative = Enum.Parse<Negative>(negative), IsCeramic = ceramic });
        Assert.Equal(perKilogram, energy.SpecificEnergy / WattHour, 0.5);
        Assert.Equal(perLitre, energy.EnergyDensity / WattHour / 1000, 1.0);
        Assert.Equal(thickness, energy.ThicknessCharged * 100, 0.0006);
    }

    [Fact]
    public void Mass_energy_and_capacity_of_the_graphite_cell_are_met()
    {
        var energy = Evaluate(new Inputs());
        Assert.Equal(925.0, energy.Mass * 1000, 0.5);
        Assert.Equal(237.8, energy.Energy / WattHour, 0.1);
        Assert.Equal(64.4, energy.Capacity / WattHour, 0.1);
    }

    [Fact]
    public void Linear_uncertainty_of_the_graphite_cell_is_met()
    {
        var nominal = new Inputs();
        (Inputs Up, Inputs Down)[] changes =
        [
            (nominal with { Capacity = 200 }, nominal with { Capacity = 190 }),
            (nominal with { Areal = 3.4 }, nominal with { Areal = 3.2 }),
            (nominal with { ActiveShare = 0.97 }, nominal with { ActiveShare = 0.93 }),
            (nominal with { Density = 3.6 }, nominal with { Density = 3.4 }),
            (nominal with { GraphiteCapacity = 352.6 }, nominal with { GraphiteCapacity = 335.4 }),
            (nominal with { NegativeAreal = 3.4 }, nominal with { NegativeAreal = 3.2 }),
            (nominal with { NegativeRatio = 1.13 }, nominal with { NegativeRatio = 1.07 }),
            (nominal with { GraphiteShare = 0.975 }, nominal with { GraphiteShare = 0.955 }),
            (nominal with { GraphiteDensity = 1.7 }, nominal with { GraphiteDensity = 1.5 }),
            (nominal with { ElectrolyteRatio = 1.8 }, nominal with { ElectrolyteRatio = 1.6 }),
            (nominal with { Concentration = 1.2 }, nominal with { Concentration = 1.0 }),
            (nominal with { ExtraMass = 20 }, nominal with { ExtraMass = 0 }),
            (nominal with { Usable = 0.95 }, nominal with { Usable = 0.91 }),
        ];
        var perKilogram = Math.Sqrt(changes.Sum(change => Square((Evaluate(change.Up).SpecificEnergy - Evaluate(change.Down).SpecificEnergy) / 2 / WattHour)));
        var perLitre = Math.Sqrt(changes.Sum(change => Square((Evaluate(change.Up).EnergyDensity - Evaluate(change.Down).EnergyDensity) / 2 / WattHour / 1000)));
        // Published: 257.2 +/- 8.3 Wh/kg and 634 +/- 32 Wh/L.
        Assert.Equal(8.3, perKilogram, 0.05);
        Assert.Equal(32, perLitre, 0.5);
    }

    private static double Square(double value) => value * value;

    private static CellEnergy Evaluate(Inputs inputs)
    {
        var cathodeMass = CellEquations.ElectrodeMass(inputs.Areal * MilliampHourPerSquareCentimetre, inputs.Capacity * MilliampHourPerGram, inputs.ActiveShare);
        var usable = inputs.Usable;
        var saltShare = 0.1222 * inputs.Concentration;
        var liquidDensity = 1000 * ((0.7641 * saltShare) + 1.1299);
        var (anode, growth, potential) = Anode(inputs);
        return CellEnergyModel.Evaluate(new CellDesign
        {
            Cathode = new Layer(cathodeMass, cathodeMass / (inputs.Density * 1000)),
            Separator = inputs.IsCeramic ? Layer.Of(20e-6, 5100) : Layer.Of(12e-6, 1180),
            Anode = anode,
            NegativeCollector = Layer.Of(8e-6, 8960),
            PositiveCollector = Layer.Of(14e-6, 2700),
            ArealCapacity = inputs.Areal * MilliampHourPerSquareCentimetre,
            AverageVoltage = inputs.Potential - potential,
            UsableFraction = usable,
            GrowthOnCharge = growth,
            LiquidMassPerCharge = inputs.ElectrolyteRatio * (inputs.IsCeramic ? 0.33 : 1) * 1e-6 / 3600 * liquidDensity,
            Format = new PouchFormat { ExtraMass = inputs.ExtraMass / 1000, EndElectrode = EndElectrode.Complete, Volume = PouchVolume.TerminalStrip },
        });
    }

    private static (Layer Anode, double Growth, double Potential) Anode(Inputs inputs)
    {
        const double LithiumCapacity = 3862 * MilliampHourPerGram;
        if (inputs.Negative == Negative.Graphite)
        {
            var mass = CellEquations.ElectrodeMass(
                inputs.NegativeAreal * inputs.NegativeRatio * MilliampHourPerSquareCentimetre, inputs.GraphiteCapacity * MilliampHourPerGram, inputs.GraphiteShare);
            return (new Layer(mass, mass / (inputs.GraphiteDensity * 1000)), 0, 0.17);
        }

        if (inputs.Negative == Negative.Lithium50)
        {
            // The notebook counts 10.32 mAh/cm2 of lithium and no plated lithium on top.
            var mass = 10.32 * MilliampHourPerSquareCentimetre / LithiumCapacity;
            return (new Layer(mass, mass / 534), 0, 0);
        }

        return (default, inputs.Areal * MilliampHourPerSquareCentimetre / LithiumCapacity / 534, 0);
    }
}
