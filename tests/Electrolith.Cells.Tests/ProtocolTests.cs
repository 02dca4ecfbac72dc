using Electrolith.Cells.Dynamics;

namespace Electrolith.Cells.Tests;

/// <summary>Protocols as sentences, their ends, and conservation over all of them.</summary>
public sealed class ProtocolTests
{
    private static CellParameters Cell => ReferenceCells.SulfideLithium;

    [Fact]
    public void A_sentence_is_read_as_it_says()
    {
        var protocol = ProtocolParser.Parse("charge at C/3 to 4.3 V, hold until C/20, rest 10 min, discharge at 1 mA/cm2 for 2 h or until 2.8 V then hold at 3 V for 5 min, repeat 7 times", out var problem);
        Assert.Equal("", problem);
        Assert.Equal(7, protocol!.Repeats);
        var steps = protocol.Steps;
        Assert.Equal(5, steps.Length);
        Assert.Equal((StepKind.Rate, 4.3), (steps[0].Kind, steps[0].VoltageAbove!.Value));
        Assert.Equal(-1.0 / 3, steps[0].Value, 1e-12);
        Assert.Equal((StepKind.Voltage, 4.3), (steps[1].Kind, steps[1].Value));
        Assert.Equal(0.05, steps[1].RateBelow!.Value, 1e-12);
        Assert.Equal((StepKind.Rest, 600.0), (steps[2].Kind, steps[2].Duration));
        Assert.Equal((StepKind.Current, 10.0, 7200.0, 2.8), (steps[3].Kind, steps[3].Value, steps[3].Duration, steps[3].VoltageBelow!.Value));
        Assert.Equal((StepKind.Voltage, 3.0, 300.0), (steps[4].Kind, steps[4].Value, steps[4].Duration));
    }

    [Theory]
    [InlineData("")]
    [InlineData("walk the dog")]
    [InlineData("charge")]
    [InlineData("charge at 3 bananas")]
    [InlineData("hold until C/20")]
    [InlineData("rest")]
    [InlineData("repeat 3 times, rest 1 min")]
    [InlineData("discharge at C/0")]
    public void A_sentence_that_says_nothing_is_refused_with_a_reason(string text)
    {
        Assert.Null(ProtocolParser.Parse(text, out var problem));
        Assert.NotEqual("", problem);
    }

    [Fact]
    public void Constant_current_then_voltage_then_rest_meets_its_limits_and_conserves()
    {
        var run = new CellSimulator(Cell).Run(ProtocolParser.Parse("discharge at 1C to 3.4 V, rest 10 min, charge at C/2 to 4.2 V, hold until C/20, discharge at 5 mW/cm2 to 3.5 V, rest 1 h", out _)!);
        Assert.True(run.IsComplete);
        Assert.Equal([StepEnd.Voltage, StepEnd.Time, StepEnd.Voltage, StepEnd.Current, StepEnd.Voltage, StepEnd.Time], run.Steps.Select(step => step.End));
        CellSample Last(int step) => run.Samples.Last(sample => sample.Step == step);
        Assert.Equal(3.4, Last(0).Voltage, 1e-8);
        Assert.Equal(4.2, Last(2).Voltage, 1e-8);
        Assert.All(run.Samples.Where(sample => sample.Step == 3), sample => Assert.Equal(4.2, sample.Voltage, 1e-7));
        Assert.Equal(-0.05 * Cell.CurrentAt1C, Last(3).Current, 1e-6);
        Assert.All(run.Samples.Where(sample => sample.Step == 4), sample => Assert.Equal(50, sample.Voltage * sample.Current, 1e-5));
        // After an hour at rest the voltage is the open-circuit voltage of the mean filling, to what diffusion has left.
        Assert.Equal(Last(5).Parts.OpenCircuit, Last(5).Voltage, 2e-3);
        Assert.All(run.Samples, sample => Assert.Equal(sample.Voltage, sample.Parts.Voltage, 1e-9));
        ReferenceDischargeTests.Conserves(run);
    }

    [Fact]
    public void A_thousand_cycles_lose_no_lithium_and_no_charge()
    {
        var cell = Cell with { Anode = Cell.Anode! with { Reserve = 100 * 3600 } };
        var options = new SimulationOptions { WithParts = false, Mesh = new MeshOptions { Cells = 6, Shells = 8 } };
        var run = new CellSimulator(cell, options).Run(ProtocolParser.Parse("discharge at 1C to 3.4 V, charge at 1C to 4.2 V, hold until C/10, repeat 1000 times", out _)!);
        Assert.True(run.IsComplete);
        Assert.Equal(3000, run.Steps.Length);
        ReferenceDischargeTests.Conserves(run);
        // Nothing ages here: the last cycle delivers what the second did.
        Assert.Equal(run.Steps[3].Charge, run.Steps[^3].Charge, run.Steps[3].Charge * 1e-4);
    }

    [Theory]
    [InlineData("single particle", 1000)]
    [InlineData("thin film", 1000)]
    [InlineData("graphite", 1000)]
    [InlineData("salt", 100)]
    public void Every_model_conserves_over_many_cycles(string model, int cycles)
    {
        var liquid = LiquidCells.Chen2020;
        var (cell, low, high) = model switch
        {
            "thin film" => (CellModelTests.ThinFilm, 3.0, 4.2),
            "graphite" => (liquid with { Salt = null }, 3.0, 4.1),
            "salt" => (liquid, 3.0, 4.1),
            _ => (Cell, 3.4, 4.2),
        };
        var options = new SimulationOptions { WithParts = false, Mesh = new MeshOptions { Cells = 5, Shells = 8, IsSingleParticle = model == "single particle" } };
        var run = new CellSimulator(cell, options).Run(ProtocolParser.Parse(FormattableString.Invariant($"discharge at 1C to {low} V, charge at C/2 to {high} V, hold until C/10, repeat {cycles} times"), out _)!);
        Assert.True(run.IsComplete, run.Steps[^1].Reason);
        ReferenceDischargeTests.Conserves(run);
    }

    [Fact]
    public void A_slow_charge_takes_its_share_of_the_window_and_a_fast_one_waits_at_the_limit()
    {
        var share = 0.7 * Cell.WindowCharge / Cell.NominalCharge;
        Assert.Equal(share * 10 * 3600, FastCharge.Time(Cell, new SimulationOptions(), 0.1)!.Value, 30.0);
        var fast = FastCharge.Time(Cell, new SimulationOptions(), 4)!.Value;
        Assert.InRange(fast, share * 900 * 1.1, share * 3600);
        Assert.Equal(fast, FastCharge.Time(Cell, new SimulationOptions { VoltageTolerance = 1e-6 }, 4)!.Value, fast * 0.02);
    }

    [Fact]
    public void An_anode_free_cell_stops_when_nothing_is_left_to_strip()
    {
        var cell = Cell with { Anode = Cell.Anode! with { Reserve = 10 * 3600 } };
        var run = new CellSimulator(cell).Run(Protocol.Discharge(1));
        Assert.False(run.IsComplete);
        Assert.Equal(StepEnd.AnodeExhausted, run.Steps[0].End);
        Assert.Equal(10 * 3600, run.Steps[0].Charge, 0.1);
    }

    [Theory]
    [InlineData(1e3)]
    [InlineData(1e6)]
    [InlineData(-1e3)]
    public void A_current_that_nothing_can_carry_ends_with_a_reason(double rate)
    {
        var run = new CellSimulator(Cell with { LowerVoltage = -1e3, UpperVoltage = 1e3 }).Run(Protocol.Discharge(rate));
        Assert.NotEqual("", run.Steps[0].Reason);
        Assert.All(run.Samples, sample => Assert.True(double.IsFinite(sample.Voltage)));
    }

    [Fact]
    public void Without_a_voltage_limit_the_discharge_ends_when_the_particles_are_full()
    {
        var run = new CellSimulator(Cell with { LowerVoltage = -1e3 }).Run(Protocol.Discharge(0.1));
        Assert.False(run.IsComplete);
        Assert.Contains("full", run.Steps[0].Reason, StringComparison.Ordinal);
        Assert.InRange(run.Samples[^1].Stoichiometry, 0.98, 1);
    }

    [Fact]
    public void A_cell_that_warms_up_obeys_its_heat_balance()
    {
        var cell = Cell with { Heat = new HeatBalance(500, 0), Positive = Cell.Positive with { ConductivityActivationEnergy = 30e3 } };
        var run = new CellSimulator(cell).Run(Protocol.Discharge(2));
        // Adiabatic: heat is the loss against the open-circuit voltage, summed over time.
        var loss = 0.0;
        for (var index = 1; index < run.Samples.Length; index++)
        {
            var (left, right) = (run.Samples[index - 1], run.Samples[index]);
            double Power(CellSample sample) => sample.Current * (sample.Parts.OpenCircuit - sample.Voltage);
            loss += (right.Time - left.Time) * (Power(left) + Power(right)) / 2;
        }

        Assert.Equal(loss / 500, run.Samples[^1].Temperature - 298.15, 0.02 * loss / 500);
        Assert.True(run.Samples[^1].Temperature > 300);
        ReferenceDischargeTests.Conserves(run);
    }

    [Fact]
    public void A_varying_diffusivity_is_second_best_to_none_and_conserves()
    {
        var constant = new CellSimulator(Cell).Run(Protocol.Discharge(1));
        var same = new CellSimulator(Cell with { Positive = Cell.Positive with { DiffusivityFactor = new SampledCurve("one", _ => 1) } }).Run(Protocol.Discharge(1));
        Assert.Equal(constant.Steps[0].Charge, same.Steps[0].Charge, 1e-3);
        var varying = new CellSimulator(Cell with { Positive = Cell.Positive with { DiffusivityFactor = new SampledCurve("falling", at => Math.Exp(-3 * at)) } }).Run(Protocol.Discharge(1));
        Assert.True(varying.Steps[0].Charge < constant.Steps[0].Charge);
        ReferenceDischargeTests.Conserves(varying);
    }

    [Fact]
    public void Nothing_is_allocated_per_time_step()
    {
        var simulator = new CellSimulator(Cell, new SimulationOptions { VoltageTolerance = 1e-4 });
        var fine = new CellSimulator(Cell, new SimulationOptions { VoltageTolerance = 1e-7 });
        long Bytes(CellSimulator one, out int steps)
        {
            one.Run(Protocol.Discharge(1));
            var before = GC.GetAllocatedBytesForCurrentThread();
            steps = one.Run(Protocol.Discharge(1)).SolverSteps;
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        var (few, many) = (Bytes(simulator, out var fewSteps), Bytes(fine, out var manySteps));
        Assert.True(manySteps > fewSteps + 100);
        // What grows is the list of samples that is handed over: 29 numbers each.
        Assert.InRange((many - few) / (double)(manySteps - fewSteps), 0, 300);
    }
}
