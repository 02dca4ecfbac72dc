using Electrolith.Cells.Dynamics;
using Electrolith.Numerics.DifferentialEquations;
using Electrolith.Quantities;

namespace Electrolith.Cells.Tests;

/// <summary>The fast model against closed forms, its plain twin, its limits, and conservation.</summary>
public sealed class CellModelTests
{
    private static CellParameters Cell => ReferenceCells.SulfideLithium;

    [Theory]
    // Resistance of the cathode for a small current: values of an independent cell-centred program.
    [InlineData(10, 7.73266)]
    [InlineData(20, 7.64164)]
    [InlineData(40, 7.61870)]
    [InlineData(80, 7.61296)]
    [InlineData(160, 7.61152)]
    public void The_cathode_resistance_at_the_start_is_met_on_each_grid(int cells, double expected)
    {
        Assert.Equal(expected, CathodeResistance(cells), 6e-6);
    }

    [Fact]
    public void The_cathode_resistance_converges_to_the_closed_form_with_second_order()
    {
        // 7.6110394 ohm cm2, Newman and Tobias, at these parameters.
        const double Exact = 7.6110394;
        Assert.Equal(2, Math.Log2((CathodeResistance(40) - Exact) / (CathodeResistance(80) - Exact)), 0.03);
        Assert.Equal(2, Math.Log2((CathodeResistance(80) - Exact) / (CathodeResistance(160) - Exact)), 0.03);
    }

    [Theory]
    // Bracket of the closed form for a constant flux into a sphere: D t / R2 and the value, as printed.
    [InlineData(HostShape.Sphere, 0.01, 0.123643)]
    [InlineData(HostShape.Sphere, 0.05, 0.312165)]
    [InlineData(HostShape.Sphere, 0.1, 0.486762)]
    [InlineData(HostShape.Sphere, 0.5, 1.699996)]
    [InlineData(HostShape.Sphere, 1.0, 3.2)]
    [InlineData(HostShape.Slab, 0.01, 0.112838)]
    [InlineData(HostShape.Slab, 0.05, 0.252313)]
    [InlineData(HostShape.Slab, 0.1, 0.356826)]
    [InlineData(HostShape.Slab, 0.5, 0.831876)]
    [InlineData(HostShape.Slab, 1.0, 1.333323)]
    public void A_constant_flux_fills_the_surface_as_the_closed_form_says(HostShape shape, double scaledTime, double bracket)
    {
        // Richardson on two grids takes the second-order error out.
        var (coarse, fine) = (SurfaceRise(shape, scaledTime, 80), SurfaceRise(shape, scaledTime, 160));
        Assert.Equal(bracket, fine + ((fine - coarse) / 3), 2e-5);
        Assert.Equal(bracket, fine, 3e-4);
    }

    [Fact]
    public void The_plain_twin_gives_the_same_voltage()
    {
        var mesh = new MeshOptions { Cells = 6, Shells = 6 };
        var cell = Cell;
        cell = cell with { Positive = cell.Positive with { FilmResistance = 10e-4, ContactFraction = 0.5 } };
        double[] times = [1, 60, 600, 1800, 3000];
        var fast = new CellSimulator(cell, new SimulationOptions { Mesh = mesh, VoltageTolerance = 3e-9, Times = [.. times] }).Run(Protocol.Discharge(1));
        var basic = new BasicCell(cell, mesh, cell.CurrentAt1C, 1e-10);
        var integrator = new BackwardDifferentiation(new NewtonStage(basic, 1e-13));
        Assert.True(integrator.Start(0, basic.Start(), 1e-6));
        foreach (var time in times)
        {
            while (integrator.Time < time)
            {
                Assert.True(integrator.Advance(time));
            }

            var sample = fast.Samples.First(sample => Math.Abs(sample.Time - time) < 1e-9);
            Assert.Equal(basic.Voltage(integrator.State), sample.Voltage, 1e-8);
        }
    }

    [Fact]
    public void The_single_particle_model_is_the_limit_of_facile_transport()
    {
        var cell = Cell with { Positive = Cell.Positive with { IonicConductivity = 1e3, ElectronicConductivity = 1e5 } };
        CellRun Run(bool isSingle) => new CellSimulator(cell, new SimulationOptions { VoltageTolerance = 1e-6, Mesh = new MeshOptions { IsSingleParticle = isSingle }, Times = [1800] }).Run(Protocol.Discharge(1));
        var (full, single) = (Run(false), Run(true));
        Assert.Equal(full.Steps[0].Charge, single.Steps[0].Charge, full.Steps[0].Charge * 1e-5);
        Assert.Equal(full.Samples.First(sample => sample.Time == 1800).Voltage, single.Samples.First(sample => sample.Time == 1800).Voltage, 2e-5);
    }

    [Fact]
    public void The_single_particle_voltage_is_the_closed_form_at_the_start()
    {
        var run = new CellSimulator(Cell, new SimulationOptions { Mesh = new MeshOptions { IsSingleParticle = true, Shells = 4000 } })
            .Run(new Protocol([new ProtocolStep { Kind = StepKind.Rate, Value = 1, Duration = 1e-6 }]));
        var (current, host) = (Cell.CurrentAt1C, Cell.Positive);
        var thermal = PhysicalConstants.MolarGas * 298.15 / PhysicalConstants.Faraday;
        // i0 at 0.27 is 3.0298861 A/m2; ohmic: separator, a third of the depth for ions and electrons, interface.
        var expected = host.Potential.Exact(0.27) - (2 * thermal * Math.Asinh(current / (2 * host.ActiveSurface * host.Thickness * 3.0298861)))
            - (current * ((30e-6 / 0.3) + (60e-6 / 3 / 0.0225) + (60e-6 / 3) + 5e-4)) - (2 * thermal * Math.Asinh(current / 20));
        Assert.Equal(expected, run.Samples[0].Voltage, 5e-5);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.43)]
    [InlineData(0.7)]
    public void Charge_transfer_follows_butler_volmer_with_its_own_coefficient(double alpha)
    {
        // The overpotential read from the model, put into i0 (e^(a F n/RT) - e^(-(1-a) F n/RT)) written out here, gives the current back, both ways.
        var cell = Cell with { Positive = Cell.Positive with { TransferCoefficient = alpha, InitialStoichiometry = 0.4, ExchangeCurrentDensity = 0.05 } };
        foreach (var rate in new[] { 1.0, -1.0 })
        {
            var run = new CellSimulator(cell, new SimulationOptions { Mesh = new MeshOptions { IsSingleParticle = true, Shells = 4000 } })
                .Run(new Protocol([new ProtocolStep { Kind = StepKind.Rate, Value = rate, Duration = 1e-6, VoltageAbove = 10, VoltageBelow = 0 }]));
            var eta = -run.Samples[0].Parts.CathodeChargeTransfer * PhysicalConstants.Faraday / (PhysicalConstants.MolarGas * 298.15);
            var exchange = 2 * 0.05 * Math.Pow(0.6, alpha) * Math.Pow(0.4, 1 - alpha);
            var oxidation = exchange * (Math.Exp(alpha * eta) - Math.Exp(-(1 - alpha) * eta));
            Assert.Equal(rate * cell.CurrentAt1C, -oxidation * cell.Positive.ActiveSurface * cell.Positive.Thickness, 0.01 * cell.CurrentAt1C);
        }
    }

    [Fact]
    public void Unsymmetric_charge_transfer_conserves_and_meets_the_symmetric_one_at_one_half()
    {
        var half = new CellSimulator(Cell).Run(Protocol.Discharge(1));
        var near = new CellSimulator(Cell with { Positive = Cell.Positive with { TransferCoefficient = 0.5 + 1e-9 } }).Run(Protocol.Discharge(1));
        Assert.Equal(half.Steps[0].Charge, near.Steps[0].Charge, 1e-5 * half.Steps[0].Charge);
        foreach (var cell in new[] { Cell, LiquidCells.Chen2020 })
        {
            var run = new CellSimulator(cell with { Positive = cell.Positive with { TransferCoefficient = 0.35 } }, new SimulationOptions { Mesh = new MeshOptions { Cells = 8, Shells = 8 } })
                .Run(ProtocolParser.Parse("discharge at 1C to 3.5 V, rest 10 min, charge at C/2 to 4.1 V, hold until C/10", out _)!);
            Assert.True(run.IsComplete, run.Steps[^1].Reason);
            Assert.All(run.Samples, sample => Assert.Equal(sample.Voltage, sample.Parts.Voltage, 1e-9));
            ReferenceDischargeTests.Conserves(run);
        }
    }

    [Fact]
    public void A_thin_film_cell_passes_the_charge_of_its_slab()
    {
        // LiCoO2 0.32 um behind 1.5 um of LiPON at 2e-4 S/m: typical sizes, chosen here.
        var cell = ThinFilm;
        var run = new CellSimulator(cell, new SimulationOptions { Mesh = new MeshOptions { Shells = 40 } }).Run(Protocol.Discharge(1));
        Assert.True(run.IsComplete);
        Assert.InRange(run.Steps[0].Charge / cell.Positive.FullCharge, 0.4, 0.5);
        Assert.All(run.Samples, sample => Assert.Equal(sample.Voltage, sample.Parts.Voltage, 1e-9));
        Assert.Equal(1.5e-6 / 2e-4 * cell.CurrentAt1C, run.Samples[3].Parts.Separator, 1e-12);
        ReferenceDischargeTests.Conserves(run);
    }

    internal static CellParameters ThinFilm => new()
    {
        Positive = new HostElectrode
        {
            Shape = HostShape.Slab,
            Thickness = 0.32e-6,
            ParticleRadius = 0.32e-6,
            ActiveFraction = 1,
            IonicConductivity = 1,
            ElectronicConductivity = 1,
            Diffusivity = 1e-15,
            MaximumConcentration = 49943,
            InitialStoichiometry = 0.5,
            Potential = PublishedCurves.Find("lco-torchio2016")!.Sampled,
            ExchangeCurrentDensity = 5,
        },
        Separator = [new SeparatorLayer(1.5e-6, 2e-4)],
        Anode = new PlanarAnode { ExchangeCurrentDensity = 10 },
        NominalCharge = 0.1 * 3600,
        LowerVoltage = 3.0,
        UpperVoltage = 4.3,
    };

    private static double CathodeResistance(int cells)
    {
        // A tenth of a percent of 1C: linear to 1e-7. At the start the shells are uniform; with very many of them no diffusion is left.
        var cell = Cell with { Positive = Cell.Positive with { Diffusivity = 1e-4 } };
        var options = new SimulationOptions { Mesh = new MeshOptions { Cells = cells, Shells = 4 } };
        var current = 1e-3 * cell.CurrentAt1C;
        var run = new CellSimulator(cell, options).Run(new Protocol([new ProtocolStep { Kind = StepKind.Current, Value = current, Duration = 1e-6 }]));
        var parts = run.Samples[0].Parts;
        return (parts.OpenCircuit - run.Samples[0].Voltage - parts.Separator - parts.AnodeInterface - parts.AnodeChargeTransfer) / current * 1e4;
    }

    private static double SurfaceRise(HostShape shape, double scaledTime, int shells)
    {
        var isSlab = shape == HostShape.Slab;
        // A sloping line as potential turns the surface stoichiometry into a voltage; facile kinetics, hardly any resistance.
        var host = Cell.Positive with
        {
            Shape = shape,
            ActiveFraction = 1,
            Thickness = isSlab ? 2.5e-6 : 60e-6,
            InitialStoichiometry = 0.2,
            Potential = new SampledCurve("line", at => 4 - at),
            ExchangeCurrentDensity = 1e9,
            IonicConductivity = 1e9,
            ElectronicConductivity = 1e9,
        };
        var cell = Cell with { Positive = host, Separator = [], Anode = new PlanarAnode { ExchangeCurrentDensity = 1e9 }, LowerVoltage = 0 };
        var flux = 0.1 * host.MaximumConcentration * host.Diffusivity / host.ParticleRadius;
        var current = flux * PhysicalConstants.Faraday * host.ActiveSurface * host.Thickness;
        var time = scaledTime * host.ParticleRadius * host.ParticleRadius / host.Diffusivity;
        var run = new CellSimulator(cell, new SimulationOptions { Mesh = new MeshOptions { Cells = 1, Shells = shells, IsSingleParticle = true }, VoltageTolerance = 1e-8 })
            .Run(new Protocol([new ProtocolStep { Kind = StepKind.Current, Value = current, Duration = time }]));
        return (4 - 0.2 - run.Samples[^1].Voltage) / 0.1;
    }
}
