using System.Text.Json;
using Electrolith.Cells.Dynamics;
using Electrolith.Cells.Files;
using Electrolith.Numerics;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cells.Tests;

/// <summary>Formulas, exchanged parameter files, exports of cyclers, and fits to them.</summary>
public sealed class FileTests
{
    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("-2 ** 2", -4)]
    [InlineData("2 ** -1 ** 2", 0.5)]
    [InlineData("2 ** 3 ** 2", 512)]
    [InlineData("(1 - x) / 4", 0.125)]
    [InlineData("1.5e-3 * exp(-2.0e+0 * x) + tanh(x)", 0.4626689761)]
    [InlineData("8 / 4 / 2", 1)]
    [InlineData("sqrt(4) - log(1) - -1", 3)]
    public void A_formula_is_computed_as_written(string text, double expected)
    {
        var function = Expression.Parse(text, out var problem);
        Assert.Equal("", problem);
        Assert.Equal(expected, function!(0.5), 1e-9);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1 +")]
    [InlineData("foo(x)")]
    [InlineData("(1")]
    [InlineData("1 2")]
    [InlineData("y")]
    [InlineData("__import__('os')")]
    public void What_is_no_formula_is_refused(string text) => Assert.Null(Expression.Parse(text, out _));

    [Fact]
    public void Brackets_without_end_are_refused_without_a_crash() => Assert.Null(Expression.Parse(new string('(', 100_000), out _));

    [Theory]
    [InlineData("nmc_pouch_cell_BPX")]
    [InlineData("lfp_18650_cell_BPX")]
    [InlineData("nmc_pouch_cell_BPX_SPM")]
    public void Published_exchange_files_are_read_and_discharged(string name)
    {
        var run = new CellSimulator(Bpx(name)).Run(Protocol.Discharge(1));
        Assert.True(run.IsComplete, run.Steps[0].Reason);
        Assert.Equal(1, run.Steps[0].Duration / 3600, 0.08);
        ReferenceDischargeTests.Conserves(run);
    }

    [Fact]
    public void The_measured_discharge_in_an_exchange_file_is_followed()
    {
        // 12.5 Ah NMC111 pouch cell of About:Energy, 1C: the file's own measurement beside its own parameters.
        using var document = JsonDocument.Parse(File.ReadAllText(Golden("nmc_pouch_cell_BPX.json")));
        var validation = document.RootElement.GetProperty("Validation").GetProperty("1C discharge");
        double[] Column(string column) => [.. validation.GetProperty(column).EnumerateArray().Select(item => item.GetDouble())];
        var (times, volts) = (Column("Time [s]"), Column("Voltage [V]"));
        var run = new CellSimulator(Bpx("nmc_pouch_cell_BPX"), new SimulationOptions { Times = [.. times] }).Run(Protocol.Discharge(1));
        var errors = times.Zip(volts).Skip(1).SkipLast(2).Select(point => run.Samples.MinBy(sample => Math.Abs(sample.Time - point.First)).Voltage - point.Second).ToList();
        Assert.InRange(Math.Sqrt(errors.Average(error => error * error)), 0, 0.015);
    }

    [Theory]
    [InlineData("{\"Parameterisation\": {}}")]
    [InlineData("{\"Parameterisation\": 3}")]
    [InlineData("{\"Parameterisation\": {\"Cell\": {\"Electrode area [m2]\": \"big\"}}}")]
    [InlineData("{\"Parameterisation\": ")]
    public void A_broken_exchange_file_says_what_is_missing(string text)
    {
        var bag = new DiagnosticBag();
        Assert.Null(BpxFile.Read(new SourceText("cell.json", text), bag));
        Assert.True(bag.HasErrors);
    }

    [Theory]
    [InlineData("time/s\tEwe/V\tI/mA\n0\t4\t-1\n1\t3.9\t-1\n2\t3.8\t-1\n3\t3.7\t-1\n4\t3.6\t-1\n", 1e-3)]
    [InlineData("Cell 7\nsome preamble\nTest_Time(s),Current(A),Voltage(V)\n10,-0.001,4\n11,-0.001,3.9\n12,-0.001,3.8\n13,-0.001,3.7\n14,-0.001,3.6\n", 1e-3)]
    [InlineData("time/h;Ewe/V;I/mA\n0;4,0;-1\n0,000277777777777778;3,9;-1\n0,000555555555555556;3,8;-1\n0,000833333333333333;3,7;-1\n0,00111111111111111;3,6;-1\n", 1e-3)]
    public void Exports_of_cyclers_are_read(string text, double current)
    {
        var bag = new DiagnosticBag();
        var curve = MeasuredCurve.Read(new SourceText("curve.csv", text), bag)!;
        Assert.False(bag.HasErrors);
        Assert.Equal([4, 3.9, 3.8, 3.7, 3.6], curve.Voltage.ToArray());
        Assert.Equal(4, curve.Time[4], 1e-9);
        Assert.Equal(-current, curve.Current[0], 1e-12);
    }

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("time/s,Ewe/V\n1,x\n")]
    [InlineData("time/s,Ewe/V\n1,2\n")]
    public void What_is_no_curve_is_refused(string text)
    {
        var bag = new DiagnosticBag();
        Assert.Null(MeasuredCurve.Read(new SourceText("curve.csv", text), bag));
        Assert.True(bag.HasErrors);
    }

    [Fact]
    public void A_fit_finds_the_parameters_behind_a_noisy_curve()
    {
        var truth = ReferenceCells.SulfideLithium;
        var options = new SimulationOptions { Mesh = new MeshOptions { Cells = 8, Shells = 10 } };
        double[] times = [.. Enumerable.Range(1, 60).Select(index => index * 55.0)];
        var run = new CellSimulator(truth, options with { Times = [.. times], VoltageTolerance = 1e-6 }).Run(Protocol.Discharge(1));
        var random = new RandomStream(4);
        double[] volts = [.. times.Select(time => run.Samples.MinBy(sample => Math.Abs(sample.Time - time)).Voltage + (1e-3 * (random.NextDouble() - 0.5)))];
        var wrong = truth with { Positive = truth.Positive with { Diffusivity = 1e-14 }, Anode = truth.Anode! with { InterfaceResistance = 30e-4 } };
        var fit = CellFit.Fit(wrong, truth.CurrentAt1C, times, volts, ["cathode-diffusivity", "anode-interface-resistance"], options);
        Assert.True(fit.Error < 4e-4, $"{fit.Error}");
        Assert.True(fit.StartError > 0.01);
        Assert.Equal(4e-15, fit.Parameters[0].Value, 4e-16);
        Assert.Equal(5e-4, fit.Parameters[1].Value, 1e-4);
        Assert.All(fit.Parameters, parameter => Assert.True(parameter.Low < parameter.Value && parameter.Value < parameter.High));
    }

    private static CellParameters Bpx(string name)
    {
        var bag = new DiagnosticBag();
        var cell = BpxFile.Read(new SourceText(name, File.ReadAllText(Golden(name + ".json"))), bag);
        Assert.Equal(0, bag.Count);
        return cell!;
    }

    internal static string Golden(string file)
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "tests", "golden")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return Path.Combine(folder, "tests", "golden", "cells", file);
    }
}
