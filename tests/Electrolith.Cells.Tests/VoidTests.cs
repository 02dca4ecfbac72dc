using Electrolith.Cells.Dynamics;

namespace Electrolith.Cells.Tests;

/// <summary>Contact that lithium loses on stripping, and wins back by creep.</summary>
public sealed class VoidTests
{
    private static readonly SimulationOptions Options = new() { Mesh = new MeshOptions { Cells = 6, Shells = 8 } };

    private static CellParameters With(StrippingVoids voids) => ReferenceCells.SulfideLithium with { Anode = ReferenceCells.SulfideLithium.Anode! with { Voids = voids } };

    private static Protocol Sentence(string text) => ProtocolParser.Parse(text, out _)!;

    [Theory]
    // Creep supply of roy2021's lithium into voids of 1 um, (F/Vm) a e0 (3p/2n s0)^n with 0.01 1/s, 1 MPa, n = 5, worked out by hand:
    // 1 MPa 0.0180, 3 MPa 4.38, 5 MPa 56.4 mA/cm2.
    [InlineData(1e6, 0.0180)]
    [InlineData(3e6, 4.38)]
    [InlineData(5e6, 56.4)]
    public void Closing_voids_takes_the_current_that_creep_supplies(double pressure, double expected)
    {
        var voids = new StrippingVoids { Pressure = pressure };
        Assert.Equal(expected, voids.VoidCharge * voids.ClosureRate / 10, expected * 5e-3);
    }

    [Fact]
    public void The_measured_critical_current_is_the_supply_at_its_pressure()
    {
        Assert.Equal(2, new StrippingVoids { Pressure = 3e6 }.Supply, 1e-12);
        Assert.True(new StrippingVoids { Pressure = 6e6 }.Supply > 7);
        // F D / (Vm l) = 96485 * 5e-15 / (13e-6 * 1e-6).
        Assert.Equal(37.11, new StrippingVoids { Pressure = 3e6, SelfDiffusivity = 5e-15, DiffusionLength = 1e-6 }.Supply, 0.01);
    }

    [Fact]
    public void Without_closure_contact_is_lost_as_the_charge_beyond_the_supply_opens_voids()
    {
        // No pressure but a supply of its own: df/dt = -(i - f s)/Q, so f = i/s + (1 - i/s) e^(s t/Q), a closed form.
        var voids = new StrippingVoids { Pressure = 0, SelfDiffusivity = 1.3473e-16, DiffusionLength = 1e-6, VoidRadius = 3e-6 };
        var (supply, charge) = (voids.Supply, voids.VoidCharge);
        var run = new CellSimulator(With(voids), Options with { Times = [60, 300] }).Run(new Protocol([new ProtocolStep { Kind = StepKind.Current, Value = 20, Duration = 600 }]));
        foreach (var time in new[] { 60.0, 300 })
        {
            var ratio = 20 / supply;
            Assert.Equal(ratio + ((1 - ratio) * Math.Exp(supply * time / charge)), run.Samples.First(sample => sample.Time == time).AnodeContact, 1e-4);
        }

        ReferenceDischargeTests.Conserves(run);
    }

    [Fact]
    public void Between_supply_and_creep_a_share_of_the_contact_is_left()
    {
        // Steady: k (1 - f) Q = i - f s, that is f = (c - i)/(c - s) with the creep current c = k Q.
        var voids = new StrippingVoids { Pressure = 3e6 };
        var creep = voids.VoidCharge * voids.ClosureRate;
        var run = new CellSimulator(With(voids), Options).Run(new Protocol([new ProtocolStep { Kind = StepKind.Current, Value = 20, Duration = 3600 }]));
        var expected = (creep - 20) / (creep - voids.Supply);
        Assert.Equal(expected, run.Samples[^1].AnodeContact, 1e-3);
        // The interface carries the current on that share: 5 ohm cm2 become 5/f.
        Assert.Equal(20 * 5e-4 / expected, run.Samples[^1].Parts.AnodeInterface, 2e-5);
        ReferenceDischargeTests.Conserves(run);
    }

    [Fact]
    public void Voids_close_at_rest_with_the_rate_of_creep()
    {
        var voids = new StrippingVoids { Pressure = 2e6, InitialContact = 0.4 };
        var run = new CellSimulator(With(voids), Options with { Times = [100, 500] }).Run(Sentence("rest 20 min"));
        foreach (var time in new[] { 100.0, 500 })
        {
            Assert.Equal(1 - (0.6 * Math.Exp(-voids.ClosureRate * time)), run.Samples.First(sample => sample.Time == time).AnodeContact, 2e-4);
        }
    }

    [Fact]
    public void Beyond_the_critical_current_the_discharge_ends_early_with_a_reason_and_below_it_nothing_changes()
    {
        var plain = new CellSimulator(With(new StrippingVoids { Pressure = 3e6 }) with { Anode = ReferenceCells.SulfideLithium.Anode }, Options).Run(Protocol.Discharge(0.05));
        var slow = new CellSimulator(With(new StrippingVoids { Pressure = 3e6 }), Options).Run(Protocol.Discharge(0.05));
        Assert.Equal(plain.Steps[0].Charge, slow.Steps[0].Charge, 1e-6 * plain.Steps[0].Charge);
        Assert.Equal(1, slow.Samples[^1].AnodeContact, 1e-12);
        var fast = new CellSimulator(With(new StrippingVoids { Pressure = 0.5e6 }), Options).Run(Protocol.Discharge(1));
        Assert.Equal(StepEnd.Voltage, fast.Steps[0].End);
        Assert.InRange(fast.Steps[0].Charge, 1, 0.1 * plain.Steps[0].Charge);
        var unlimited = new CellSimulator(With(new StrippingVoids { Pressure = 0.5e6 }) with { LowerVoltage = -1e3 }, Options).Run(Protocol.Discharge(1));
        Assert.False(unlimited.IsComplete);
        Assert.Contains("voids leave no contact", unlimited.Steps[0].Reason, StringComparison.Ordinal);
        Assert.All(unlimited.Samples, sample => Assert.True(double.IsFinite(sample.Voltage)));
    }

    [Fact]
    public void Voids_that_stay_from_cycle_to_cycle_cost_capacity()
    {
        var cycle = Sentence("discharge at 1C to 3.4 V, charge at C/3 to 4.2 V");
        var weak = CellCycler.Run(With(new StrippingVoids { Pressure = 2.2e6, VoidRadius = 5e-6 }), new AgeingLaws(), cycle, 10, Options, skips: false);
        var strong = CellCycler.Run(With(new StrippingVoids { Pressure = 10e6, VoidRadius = 5e-6 }), new AgeingLaws(), cycle, 10, Options, skips: false);
        Assert.True(weak[^1].AnodeContact < 0.9);
        Assert.True(weak[^1].Capacity < strong[^1].Capacity);
        Assert.Equal(1, strong[^1].AnodeContact, 1e-3);
    }
}
