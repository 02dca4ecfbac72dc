using Electrolith.Cells.Dynamics;

namespace Electrolith.Cells.Tests;

/// <summary>Heat by its causes, and what it adds up to.</summary>
public sealed class HeatTests
{
    private static readonly SimulationOptions Options = new() { Mesh = new MeshOptions { Cells = 8, Shells = 10 } };

    private static CellParameters Cell => ReferenceCells.SulfideLithium with { Positive = ReferenceCells.SulfideLithium.Positive with { EntropicCoefficient = -2e-4 } };

    [Theory]
    [InlineData("sulfide", false)]
    [InlineData("sulfide", true)]
    [InlineData("liquid", false)]
    [InlineData("liquid", true)]
    [InlineData("blend", false)]
    public void An_adiabatic_cell_holds_every_joule_that_its_parts_release(string model, bool isSingle)
    {
        var cell = (model switch
        {
            "liquid" => LiquidCells.Chen2020,
            "blend" => Cell with { Positive = Cell.Positive with { ActiveFraction = 0.4, Others = [Cell.Positive with { ActiveFraction = 0.2, ParticleRadius = 4e-6, EntropicCoefficient = 3e-4 }] } },
            _ => Cell,
        }) with { Heat = new HeatBalance(400, 0) };
        var run = new CellSimulator(cell, Options with { Mesh = Options.Mesh with { IsSingleParticle = isSingle, ResolvesSalt = true } })
            .Run(ProtocolParser.Parse("discharge at 1C for 20 min, rest 10 min, charge at C/2 for 20 min, discharge at 5 mW/cm2 for 5 min", out _)!);
        Assert.True(run.IsComplete);
        var last = run.Samples[^1];
        Assert.Equal(400 * (last.Temperature - cell.Temperature), last.Heat.Total, 1e-9 * Math.Abs(last.Heat.Ohmic));
        Assert.Equal(last.Heat.Total, run.Steps.Sum(step => step.Heat.Total), 1e-9 * Math.Abs(last.Heat.Ohmic));
        Assert.All(run.Samples, sample => Assert.Equal((sample.Current * (sample.Parts.OpenCircuit - sample.Voltage)) + sample.HeatRate.Reversible, sample.HeatRate.Total, 1e-9 * (1 + Math.Abs(sample.HeatRate.Total))));
        // What is lost in resistances is never gained back.
        Assert.All(run.Steps, step => Assert.True(step.Heat.Ohmic >= 0 && step.Heat.Reaction >= -1e-9));
    }

    [Fact]
    public void Over_a_closed_cycle_the_heat_is_the_energy_that_did_not_come_back()
    {
        // The open-circuit energy of a closed loop in charge is zero and so is the entropy: what was put in and not taken out is heat.
        var steps = ProtocolParser.Parse("discharge at 1C for 30 min, rest 1 h", out _)!.Steps;
        var back = new ProtocolStep { Kind = StepKind.Rate, Value = -0.5, Charge = Cell.CurrentAt1C * 1800, VoltageAbove = 10 };
        var run = new CellSimulator(Cell, Options with { VoltageTolerance = 1e-6 }).Run(new Protocol([.. steps, back]));
        var last = run.Samples[^1];
        Assert.Equal(0, last.Charge, 1e-3);
        Assert.Equal(-last.Energy, last.Heat.Total, 2e-4 * last.Heat.Total);
        Assert.Equal(0, last.Heat.Reversible, 1e-3);
    }

    [Fact]
    public void Each_cause_is_the_product_of_its_loss_and_the_current()
    {
        // At the start of the reference cell, single particle: separator, a third of the depth for ions and electrons and the interface
        // are 1.0 + 8.889 + 0.2 + 5 ohm cm2; charge transfer follows arsinh with i0 = 10 A/m2 and 3.0298861 A/m2.
        var run = new CellSimulator(Cell, new SimulationOptions { Mesh = new MeshOptions { IsSingleParticle = true } }).Run(Protocol.Discharge(1));
        var (sample, current) = (run.Samples[0], Cell.CurrentAt1C);
        Assert.Equal(current * current * 15.0889e-4, sample.HeatRate.Ohmic, current * current * 1e-8);
        var thermal = 2 * 8.31446261815324 * 298.15 / 96485.33212;
        var transfer = thermal * (Math.Asinh(current / 20) + Math.Asinh(current / (2 * 7.2e5 * 60e-6 * 3.0298861)));
        Assert.Equal(current * transfer, sample.HeatRate.Reaction, 0.003 * current * transfer);
        Assert.Equal(current * 298.15 * 2e-4, sample.HeatRate.Reversible, 1e-9);
    }
}
