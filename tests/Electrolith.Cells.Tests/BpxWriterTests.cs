using Electrolith.Cells.Dynamics;
using Electrolith.Cells.Files;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cells.Tests;

/// <summary>A cell that is written and read again is the same cell.</summary>
public sealed class BpxWriterTests
{
    [Fact]
    public void A_half_cell_comes_back_with_its_discharge()
    {
        var cell = ReferenceCells.SulfideLithium;
        cell = cell with { Positive = cell.Positive with { ContactFraction = 0.7, FilmResistance = 2e-4 }, ContactResistance = 1e-4, Separator = [new(20e-6, 0.1), new(10e-6, 0.03, 3e4)] };
        var bag = new DiagnosticBag();
        var read = BpxFile.Read(new SourceText("cell.json", BpxWriter.Write(cell)), bag);
        Assert.False(bag.HasErrors, DiagnosticPrinter.Print(bag.ToSorted()));
        Assert.Equal(cell.Positive.ActiveSurface, read!.Positive.ActiveSurface, 1e-9 * cell.Positive.ActiveSurface);
        Assert.Equal(cell.Positive.ExchangeCurrentDensity, read.Positive.ExchangeCurrentDensity, 1e-12);
        Assert.Equal(cell.Separator.ToArray(), read.Separator.ToArray());
        Assert.Equal(cell.Anode!.InterfaceResistance, read.Anode!.InterfaceResistance);
        // The table of the potential has 401 points, and each run is right to 0.1 mV: compared at the same times.
        var options = new SimulationOptions { Times = [300, 900, 1800, 2700, 3200], VoltageTolerance = 1e-5 };
        var (one, two) = (new CellSimulator(cell, options).Run(Protocol.Discharge(1)), new CellSimulator(read, options).Run(Protocol.Discharge(1)));
        foreach (var time in options.Times)
        {
            Assert.Equal(one.Samples.First(sample => sample.Time == time).Voltage, two.Samples.First(sample => sample.Time == time).Voltage, 1e-4);
        }
    }

    [Fact]
    public void What_the_format_cannot_hold_is_refused()
    {
        var cell = ReferenceCells.SulfideLithium;
        Assert.Throws<ArgumentException>(() => BpxWriter.Write(cell with { Positive = cell.Positive with { Shape = HostShape.Slab } }));
    }
}
