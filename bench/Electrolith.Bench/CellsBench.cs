using System.Runtime.InteropServices;
using Electrolith.Cells.Dynamics;

namespace Electrolith.Bench;

/// <summary>Times discharges, sweeps and cycling of the one-dimensional cell model.</summary>
internal static class CellsBench
{
    /// <summary>Prints the table.</summary>
    public static void Run()
    {
        Console.WriteLine("# Cells: time to a discharge");
        Console.WriteLine();
        Console.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}.");
        Console.WriteLine("Each figure: minimum, median and maximum over the runs given; wall clock, in process, after warm-up, one thread unless said otherwise.");
        Console.WriteLine("The cell is NMC811 | sulfide | lithium of the tests, 1C from full to 3.4 V, losses and audit included.");
        Console.WriteLine();
        Console.WriteLine("| what | runs | minimum | median | maximum |");
        Console.WriteLine("|---|---|---|---|---|");
        var cell = ReferenceCells.SulfideLithium;
        foreach (var (cells, shells) in new[] { (20, 20), (40, 40), (80, 80) })
        {
            var simulator = new CellSimulator(cell, new SimulationOptions { Mesh = new MeshOptions { Cells = cells, Shells = shells } });
            Timing.Report($"1C discharge, {cells} cells x {shells} shells, 0.1 mV", 200, "ms", 1e3, _ => simulator.Run(Protocol.Discharge(1)));
        }

        var single = new CellSimulator(cell, new SimulationOptions { Mesh = new MeshOptions { IsSingleParticle = true } });
        Timing.Report("1C discharge, single particle, 20 shells, 0.1 mV", 2000, "us", 1e6, _ => single.Run(Protocol.Discharge(1)));
        var liquid = new CellSimulator(LiquidCells.Chen2020);
        Timing.Report("1C discharge of the liquid cell LG M50, salt transport, 20 cells per region, 20 shells, 0.1 mV", 50, "ms", 1e3, _ => liquid.Run(Protocol.Discharge(1)));
        Timing.Report("1000 discharges: 10 rates x 10 thicknesses x 10 loadings, new cell each, 20 x 20, all cores", 3, "s", 1, _ => Sweep(cell));
        var cycling = new CellSimulator(cell, new SimulationOptions { WithParts = false });
        Timing.Report("100 cycles of 1C discharge and charge with hold, every cycle, 20 x 20", 3, "s", 1, _ => cycling.Run(ProtocolParser.Parse("discharge at 1C to 3.4 V, charge at C/3 to 4.2 V, hold until C/20, repeat 100 times", out var _)!));
        var cycle = ProtocolParser.Parse("discharge at 1C to 3.4 V, charge at C/3 to 4.2 V, hold until C/20", out _)!;
        var laws = new AgeingLaws { FilmAfterYear = 40e-4, AnodeAfterYear = 20e-4, ContactAtEnd = 0.6, ContactCycles = 300, CoulombicEfficiency = 0.9995 };
        Timing.Report("1000 cycles with ageing, every cycle computed, 20 x 20", 3, "s", 1, _ => CellCycler.Run(cell, laws, cycle, 1000, new SimulationOptions(), skips: false));
        Timing.Report("1000 cycles with ageing, those that change little jumped over, 20 x 20", 3, "s", 1, _ => CellCycler.Run(cell, laws, cycle, 1000, new SimulationOptions()));
        Console.WriteLine();
        Console.WriteLine("Beside it, recorded on two cores of the same kind: PyBaMM 24.1 discharges the LG M50 cell in 400 to 520 ms after 0.5 to 1.3 s of building");
        Console.WriteLine("(single particle 8 to 20 ms). PETLION.jl claims about 3 ms for 301 equations.");
    }

    private static void Sweep(CellParameters cell) => Parallel.For(0, 1000, index =>
    {
        var rate = Math.Pow(10, -1 + (1.5 * (index % 10) / 9));
        var thickness = 20e-6 + (20e-6 * (index / 10 % 10));
        var fraction = 0.4 + (0.03 * (index / 100));
        var changed = cell with
        {
            Positive = cell.Positive with { Thickness = thickness, ActiveFraction = fraction },
            NominalCharge = cell.NominalCharge * thickness / 60e-6 * fraction / 0.6,
        };
        new CellSimulator(changed).Run(Protocol.Discharge(rate));
    });
}
