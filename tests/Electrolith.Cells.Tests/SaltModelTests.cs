using System.Numerics;
using Electrolith.Cells.Dynamics;

namespace Electrolith.Cells.Tests;

/// <summary>Salt under a uniform reaction and in the impedance.</summary>
public sealed class SaltModelTests
{
    private static readonly MeshOptions Uniform = new() { IsSingleParticle = true, ResolvesSalt = true };

    /// <summary>Polymer layer between lithium and a nearly dimensionless, facile electrode: salt in the separator only.</summary>
    private static CellParameters Layer(double transference = 0.3)
    {
        var cell = ReferenceCells.SulfideLithium;
        return cell with
        {
            Positive = cell.Positive with { Thickness = 1e-8, ParticleRadius = 1e-8, ActiveFraction = 0.5, ElectrolyteFraction = 1e-4, TransportEfficiency = 1, Diffusivity = 1e-10, ExchangeCurrentDensity = 1e8, IonicConductivity = 1, ElectronicConductivity = 1e6 },
            Anode = cell.Anode! with { InterfaceResistance = 0, ExchangeCurrentDensity = 1e8 },
            Salt = new SaltElectrolyte { TransferenceNumber = transference, ThermodynamicFactor = 1.5, Diffusivity = _ => 1e-11, Conductivity = _ => 0.05, SeparatorFraction = 0.5, SeparatorEfficiency = 0.4 },
            Separator = [new SeparatorLayer(30e-6, 0.02)],
        };
    }

    [Theory]
    [InlineData(10)]
    [InlineData(0.1)]
    [InlineData(0.01)]
    [InlineData(1e-4)]
    public void The_impedance_of_a_salt_layer_is_the_finite_length_warburg(double frequency)
    {
        var cell = Layer();
        var omega = 2 * Math.PI * frequency;
        // 2 (1 - t) ^2 RT theta/(F^2 c) L/D tanh(s/2)/(s/2), beside the ohmic 30 um/0.02 S/m; the electrode's own capacity is taken out.
        Complex Salted(int cells, bool isSingle) => CellImpedance.Spectrum(cell, [frequency], new MeshOptions { Cells = cells, Shells = 4, IsSingleParticle = isSingle, ResolvesSalt = true })[0]
            - CellImpedance.Electrode(cell.Positive with { IonicConductivity = 1e9 }, cell, omega, new MeshOptions { Cells = 4, Shells = 4 }, 0);
        var expected = (30e-6 / 0.02) + CellImpedance.SeparatorWarburg(30e-6, 0.4e-11, 0.5, cell.Salt!, cell.Temperature, omega);
        foreach (var isSingle in new[] { false, true })
        {
            var (coarse, fine) = (Complex.Abs(Salted(50, isSingle) - expected), Complex.Abs(Salted(100, isSingle) - expected));
            Assert.InRange(fine / Complex.Abs(expected), 0, frequency > 1 ? 5e-3 : 5e-4);
            // Second order where the wave is short against the layer; elsewhere the error is that of the electrode of 10 nm.
            Assert.True(frequency < 1 || Math.Log2(coarse / fine) > 1.7);
        }
    }

    [Fact]
    public void At_rest_frequency_the_salt_layer_has_its_steady_resistance()
    {
        // (1 - t) I/(F D) is the gradient at steady state; 2RT/F (1 - t) theta/c over it the overpotential: by hand.
        var z = CellImpedance.SeparatorWarburg(30e-6, 0.4e-11, 0.5, Layer().Salt!, 298.15, 1e-12);
        Assert.Equal(2 * 8.31446261815324 * 298.15 / 96485.33212 * 0.7 * 1.5 / 1000 * 0.7 / (96485.33212 * 0.4e-11) * 30e-6, z.Real, 1e-9);
    }

    [Theory]
    [InlineData("liquid")]
    [InlineData("polymer")]
    public void The_impedance_with_salt_is_the_answer_to_a_small_sine_in_time(string model)
    {
        // Sine of twenty minutes in small steps, four periods to settle.
        var cell = Model(model);
        const double Period = 1200;
        const int Parts = 400;
        var mesh = new MeshOptions { Cells = 10, Shells = 12 };
        var amplitude = 1e-3 * cell.CurrentAt1C;
        var steps = Enumerable.Range(0, 5 * Parts).Select(index => new ProtocolStep { Kind = StepKind.Current, Value = amplitude * Math.Sin(2 * Math.PI * (index + 0.5) / Parts), Duration = Period / Parts, VoltageAbove = 10, VoltageBelow = 0 });
        var run = new CellSimulator(cell, new SimulationOptions { Mesh = mesh, VoltageTolerance = 1e-8, WithParts = false }).Run(new Protocol([.. steps]));
        Assert.True(run.IsComplete, run.Steps[^1].Reason);
        // Correlation of the last period with sine and cosine, the trend of the open-circuit voltage taken out.
        var last = run.Samples.Where(sample => sample.Time >= 4 * Period).ToList();
        Complex sum = 0;
        for (var index = 1; index < last.Count; index++)
        {
            var (left, right) = (last[index - 1], last[index]);
            var phase = Complex.Exp(new Complex(0, -Math.PI * (left.Time + right.Time) / Period));
            sum += (right.Time - left.Time) * ((left.Voltage + right.Voltage) / 2) * phase;
        }

        var drift = last[^1].Voltage - last[0].Voltage;
        // The integral of a line over one period against the phasor is drift T i/(2 pi).
        var response = (sum * 2 / Period) - (drift * 2 * new Complex(0, 1) / (2 * Math.PI));
        // V falls by Z I; the current is the sine, phasor −i.
        var found = -response / (amplitude * new Complex(0, -1));
        var expected = CellImpedance.Spectrum(cell, [1 / Period], mesh)[0];
        Assert.InRange(Complex.Abs(found - expected) / Complex.Abs(expected), 0, 0.01);
        // And the salt is a part of it that can be seen.
        var still = CellImpedance.Spectrum(cell with { Salt = null }, [1 / Period], mesh)[0];
        Assert.True(Complex.Abs(still - expected) / Complex.Abs(expected) > 0.03);
    }

    [Fact]
    public void With_transference_number_one_the_impedance_is_that_without_salt()
    {
        var cell = LiquidCells.Chen2020;
        cell = cell with { Salt = cell.Salt! with { TransferenceNumber = 1 } };
        var mesh = new MeshOptions { Cells = 12, Shells = 10 };
        foreach (var frequency in new[] { 1e3, 1, 1e-3 })
        {
            var (with, without) = (CellImpedance.Spectrum(cell, [frequency], mesh, 0.2)[0], CellImpedance.Spectrum(cell with { Salt = null }, [frequency], mesh, 0.2)[0]);
            Assert.InRange(Complex.Abs(with - without) / Complex.Abs(without), 0, 1e-4);
        }
    }

    [Fact]
    public void Under_a_uniform_reaction_with_transference_number_one_salt_changes_nothing()
    {
        var cell = Model("polymer");
        cell = cell with { Salt = cell.Salt! with { TransferenceNumber = 1 }, Positive = cell.Positive with { IonicConductivity = 0.3 * 0.3 } };
        var options = new SimulationOptions { Mesh = Uniform with { Cells = 200 }, VoltageTolerance = 1e-6, Times = [600, 1800] };
        var (with, without) = (new CellSimulator(cell, options).Run(Protocol.Discharge(1)), new CellSimulator(cell with { Salt = null }, options).Run(Protocol.Discharge(1)));
        foreach (var time in options.Times)
        {
            Assert.Equal(without.Samples.First(sample => sample.Time == time).Voltage, with.Samples.First(sample => sample.Time == time).Voltage, 1e-5);
        }
    }

    [Fact]
    public void Where_the_reaction_is_uniform_the_full_model_is_met()
    {
        // Slow charge transfer and well-conducting phases: the reaction of the full model is uniform, what is left is the salt.
        var cell = Model("polymer");
        cell = cell with { Positive = cell.Positive with { ExchangeCurrentDensity = 0.3, ElectronicConductivity = 1e4 }, Salt = cell.Salt! with { Conductivity = _ => 3 } };
        var options = new SimulationOptions { Mesh = new MeshOptions { Cells = 40 }, VoltageTolerance = 1e-6, Times = [60, 600, 1800] };
        var (full, single) = (new CellSimulator(cell, options).Run(Protocol.Discharge(1)), new CellSimulator(cell, options with { Mesh = Uniform with { Cells = 40 } }).Run(Protocol.Discharge(1)));
        Assert.True(full.Samples.First(sample => sample.Time == 1800).Parts.Concentration > 5e-3);
        foreach (var time in options.Times)
        {
            var (a, b) = (full.Samples.First(sample => sample.Time == time), single.Samples.First(sample => sample.Time == time));
            Assert.Equal(a.Voltage, b.Voltage, 1.5e-3);
            Assert.Equal(a.Parts.Concentration, b.Parts.Concentration, 1e-3);
        }
    }

    [Fact]
    public void It_is_nearer_to_the_full_liquid_cell_than_without_salt()
    {
        var options = new SimulationOptions { Times = [600, 1800, 2700] };
        CellRun Run(MeshOptions mesh) => new CellSimulator(LiquidCells.Chen2020, options with { Mesh = mesh }).Run(Protocol.Discharge(0.5));
        var (full, salted, plain) = (Run(new MeshOptions()), Run(Uniform), Run(new MeshOptions { IsSingleParticle = true }));
        foreach (var time in options.Times)
        {
            double At(CellRun run) => run.Samples.First(sample => sample.Time == time).Voltage;
            Assert.True(Math.Abs(At(salted) - At(full)) < 0.5 * Math.Abs(At(plain) - At(full)));
            Assert.Equal(At(full), At(salted), 8e-3);
        }
    }

    [Theory]
    [InlineData("liquid")]
    [InlineData("polymer")]
    public void It_conserves_and_its_parts_add_up(string model)
    {
        var run = new CellSimulator(Model(model), new SimulationOptions { Mesh = Uniform with { Cells = 8 } })
            .Run(ProtocolParser.Parse("discharge at 1C for 20 min, rest 10 min, charge at C/2 to 4.1 V, hold for 30 min, discharge at 10 mW/cm2 for 5 min, repeat 50 times", out _)!);
        Assert.True(run.IsComplete, run.Steps[^1].Reason);
        Assert.All(run.Samples, sample => Assert.Equal(sample.Voltage, sample.Parts.Voltage, 1e-9));
        Assert.All(run.Samples.Where(sample => sample.Step % 5 == 3), sample => Assert.Equal(4.1, sample.Voltage, 1e-6));
        ReferenceDischargeTests.Conserves(run);
    }

    private static CellParameters Model(string name)
    {
        var cell = ReferenceCells.SulfideLithium;
        return name == "liquid" ? LiquidCells.Chen2020 : cell with
        {
            Positive = cell.Positive with { ElectrolyteFraction = 0.3, TransportEfficiency = 0.3, Thickness = 30e-6, IonicConductivity = 0.09 },
            Salt = new SaltElectrolyte { TransferenceNumber = 0.3, Diffusivity = _ => 3e-11, Conductivity = _ => 0.3 },
            NominalCharge = cell.NominalCharge / 2,
        };
    }
}
