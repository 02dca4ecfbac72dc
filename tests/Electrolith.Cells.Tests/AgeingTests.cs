using Electrolith.Cells.Dynamics;

namespace Electrolith.Cells.Tests;

/// <summary>Ageing laws, cycle skipping against every cycle, and the lithium that goes.</summary>
public sealed class AgeingTests
{
    private static readonly Protocol Cycle = ProtocolParser.Parse("discharge at 1C to 3.4 V, charge at C/2 to 4.2 V, hold until C/20", out _)!;
    private static readonly SimulationOptions Options = new() { Mesh = new MeshOptions { Cells = 8, Shells = 10 } };

    private static CellParameters Cell => ReferenceCells.SulfideLithium;

    [Fact]
    public void Growth_by_a_parabolic_law_goes_with_the_square_root_of_time()
    {
        Assert.Equal(2, AgeingLaws.Parabolic(0, 1, 4 * AgeingLaws.Year), 1e-12);
        Assert.Equal(AgeingLaws.Parabolic(0, 3, 100) * 2, AgeingLaws.Parabolic(0, 3, 400), 1e-15);
        Assert.Equal(5, AgeingLaws.Parabolic(3, 4, AgeingLaws.Year), 1e-12);
        Assert.Equal(0.5 * (0.6 + (0.4 / Math.E)), AgeingLaws.Contact(0.5, 0.6, 100, 100), 1e-12);
    }

    [Fact]
    public void Skipping_cycles_gives_what_every_cycle_gives()
    {
        var laws = new AgeingLaws { FilmAfterYear = 60e-4, AnodeAfterYear = 30e-4, ContactAtEnd = 0.5, ContactCycles = 80, CoulombicEfficiency = 0.9995 };
        var cell = Cell with { Anode = Cell.Anode! with { Reserve = 60 * 3600 } };
        var each = CellCycler.Run(cell, laws, Cycle, 200, Options, skips: false);
        var some = CellCycler.Run(cell, laws, Cycle, 200, Options);
        Assert.Equal(200, each.Length);
        Assert.InRange(some.Length, 5, 120);
        Assert.Equal(each[^1].Capacity, some[^1].Capacity, each[^1].Capacity * 1e-3);
        Assert.Equal(each[^1].LithiumLost, some[^1].LithiumLost, each[^1].LithiumLost * 2e-3);
        Assert.Equal(each[^1].Time, some[^1].Time, each[^1].Time * 2e-3);
        Assert.True(each[^1].Capacity < each[1].Capacity);
    }

    [Fact]
    public void Without_ageing_every_cycle_after_the_first_is_the_same()
    {
        var cycles = CellCycler.Run(Cell, new AgeingLaws(), Cycle, 1000, Options);
        Assert.True(cycles.Length < 40);
        Assert.Equal(cycles[1].Capacity, cycles[^1].Capacity, cycles[1].Capacity * 1e-3);
    }

    [Fact]
    public void A_cell_without_reserve_fades_with_its_coulombic_efficiency()
    {
        // Anode-free: what is lost each cycle is missing in the next; CE^N of the capacity is left. 0.999^500 = 0.606.
        var start = Cell with { Positive = Cell.Positive with { InitialStoichiometry = 0.30 } };
        var plated = (0.85 - 0.30) * start.Positive.FullCharge;
        var cell = start with { Anode = start.Anode! with { Reserve = plated, ExchangeCurrentDensity = 1e3, InterfaceResistance = 0 }, LowerVoltage = 3.0 };
        var slow = ProtocolParser.Parse("discharge at C/5 to 3.0 V, charge at C/5 to 4.2 V, hold until C/100", out _)!;
        var cycles = CellCycler.Run(cell, new AgeingLaws { CoulombicEfficiency = 0.999 }, slow, 500, Options);
        Assert.Equal(StepEnd.AnodeExhausted, cycles[^1].Limit);
        Assert.Equal(Math.Pow(0.999, 498), cycles[^1].Capacity / cycles.First(cycle => cycle.Cycle >= 2).Capacity, 0.01);
    }
}
