using System.Globalization;
using Electrolith.Cells.Dynamics;

namespace Electrolith.Cells.Tests;

/// <summary>Salt transport against another program on a published liquid cell, and against closed forms.</summary>
public sealed class SaltTests
{
    [Fact]
    public void The_full_model_of_the_liquid_cell_agrees_with_another_program_to_a_millivolt()
    {
        var (times, volts, end) = Golden("dfn");
        var run = new CellSimulator(LiquidCells.Chen2020, new SimulationOptions { VoltageTolerance = 1e-5, Times = [.. times] }).Run(Protocol.Discharge(1));
        Compare(run, times, volts, end);
        Assert.All(run.Samples, sample => Assert.Equal(sample.Voltage, sample.Parts.Voltage, 1e-7));
        ReferenceDischargeTests.Conserves(run);
    }

    [Fact]
    public void The_single_particle_model_of_the_liquid_cell_agrees_with_another_program_to_a_millivolt()
    {
        var (times, volts, end) = Golden("spm");
        // That program's simplest model has no resistance of ions and electrons at all.
        var cell = LiquidCells.Chen2020;
        cell = cell with
        {
            Salt = null,
            Separator = [],
            Positive = cell.Positive with { IonicConductivity = 1e9, ElectronicConductivity = 1e9 },
            Negative = cell.Negative! with { IonicConductivity = 1e9, ElectronicConductivity = 1e9 },
        };
        var run = new CellSimulator(cell, new SimulationOptions { VoltageTolerance = 1e-5, Mesh = new MeshOptions { IsSingleParticle = true, Shells = 20 }, Times = [.. times] }).Run(Protocol.Discharge(1));
        Compare(run, times, volts, end);
    }

    [Fact]
    public void The_measured_curve_of_the_liquid_cell_is_followed_to_some_ten_millivolts()
    {
        // LG M50 at 1C, measured by Chen et al. 2020 as tabulated in cideMOD, time in s and volts. The published parameters are known
        // to leave this much; near the end the measured curve falls earlier.
        (double Time, double Volt)[] measured = [(158.5, 3.898), (587, 3.815), (950.3, 3.705), (1292.5, 3.607), (1634.6, 3.506), (1996.3, 3.413), (2426.4, 3.329), (2827.2, 3.236)];
        var run = new CellSimulator(LiquidCells.Chen2020, new SimulationOptions { Times = [.. measured.Select(point => point.Time)] }).Run(Protocol.Discharge(1));
        var worst = measured.Max(point => Math.Abs(run.Samples.MinBy(sample => Math.Abs(sample.Time - point.Time)).Voltage - point.Volt));
        Assert.InRange(worst, 0, 0.08);
    }

    [Fact]
    public void A_polymer_separator_reaches_its_steady_gradient()
    {
        // Lithium, polymer with salt, a cathode through which salt diffuses at once: in the separator the gradient is (1 - t) I / (F D),
        // the salt of both together is conserved, and the loss is 2 RT/F (1 - t) times the logarithm of the ratio of the ends.
        var cell = Polymer(0.3);
        cell = cell with { Positive = cell.Positive with { TransportEfficiency = 1e3 } };
        var run = new CellSimulator(cell, new SimulationOptions { Mesh = new MeshOptions { Cells = 40, Shells = 10 } })
            .Run(ProtocolParser.Parse("discharge at C/10 for 2 h", out _)!);
        Assert.True(run.IsComplete);
        ReferenceDischargeTests.Conserves(run);
        var last = run.Samples[^1];
        Assert.Equal(last.Voltage, last.Parts.Voltage, 1e-9);
        var drop = (1 - 0.3) * last.Current / (96485.33212 * 1e-11) * 30e-6;
        var low = 1000 - (30e-6 * drop / 2 / (30e-6 + (0.3 * 60e-6)));
        Assert.Equal(2 * 0.0256926 * 0.7 * Math.Log((low + drop) / low), last.Parts.Concentration, 2e-5);
    }

    [Fact]
    public void With_transference_number_one_salt_changes_nothing()
    {
        var cell = Polymer(1);
        var plain = cell with { Salt = null };
        SimulationOptions options = new() { Times = [600, 1800], VoltageTolerance = 1e-6 };
        var (with, without) = (new CellSimulator(cell, options).Run(Protocol.Discharge(1)), new CellSimulator(plain, options).Run(Protocol.Discharge(1)));
        foreach (var time in options.Times)
        {
            Assert.Equal(without.Samples.First(sample => sample.Time == time).Voltage, with.Samples.First(sample => sample.Time == time).Voltage, 1e-5);
        }
    }

    [Fact]
    public void Constant_voltage_and_power_work_with_salt()
    {
        var run = new CellSimulator(LiquidCells.Chen2020).Run(ProtocolParser.Parse("discharge at 1C to 3.0 V, rest 10 min, charge at C/2 to 4.1 V, hold until C/20, discharge at 10 mW/cm2 to 3.5 V", out _)!);
        Assert.True(run.IsComplete, run.Steps[^1].Reason);
        Assert.All(run.Samples.Where(sample => sample.Step == 3), sample => Assert.Equal(4.1, sample.Voltage, 1e-6));
        ReferenceDischargeTests.Conserves(run);
    }

    private static CellParameters Polymer(double transference)
    {
        var cell = ReferenceCells.SulfideLithium;
        return cell with
        {
            Positive = cell.Positive with { ElectrolyteFraction = 0.3, TransportEfficiency = 0.075 },
            Salt = new SaltElectrolyte { TransferenceNumber = transference, Diffusivity = _ => 1e-11, Conductivity = _ => 0.3 },
        };
    }

    private static void Compare(CellRun run, double[] times, double[] volts, double end)
    {
        Assert.Equal(end, run.Samples[^1].Time, 0.5);
        var worst = 0.0;
        for (var index = 0; index < times.Length && times[index] < end - 5; index++)
        {
            var sample = run.Samples.MinBy(sample => Math.Abs(sample.Time - times[index]));
            Assert.Equal(times[index], sample.Time, 1e-6);
            worst = Math.Max(worst, Math.Abs(sample.Voltage - volts[index]));
        }

        Assert.InRange(worst, 0, 1e-3);
    }

    private static (double[] Times, double[] Volts, double End) Golden(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "tests", "golden")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var rows = File.ReadLines(Path.Combine(folder, "tests", "golden", "cells", $"chen2020-1c-{name}.csv")).Skip(2).Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray()).ToList();
        return ([.. rows.SkipLast(1).Select(row => row[0])], [.. rows.SkipLast(1).Select(row => row[1])], rows[^1][0]);
    }
}
