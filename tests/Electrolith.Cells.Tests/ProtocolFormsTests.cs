using Electrolith.Cells.Dynamics;
using Electrolith.Cells.Files;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cells.Tests;

/// <summary>Titrations, drive cycles, lists of sentences; differential capacity and convergence of what they give.</summary>
public sealed class ProtocolFormsTests
{
    private static CellParameters Cell => ReferenceCells.SulfideLithium;

    [Fact]
    public void A_titration_rests_after_each_pulse_near_the_open_circuit_voltage_and_ends_at_its_voltage()
    {
        var protocol = ProtocolParser.Parse("gitt at C/10 for 30 min, rest 2 h to 3.4 V", out var problem);
        Assert.Equal("", problem);
        var run = new CellSimulator(Cell).Run(protocol!);
        Assert.True(run.IsComplete);
        Assert.Equal(StepEnd.Voltage, run.Steps[^1].End);
        Assert.True(run.Steps.Length > 30);
        // A pulse at C/10 for half an hour is a twentieth of 1C; after two hours what diffusion has left is below a millivolt in the middle of the window.
        Assert.Equal(Cell.CurrentAt1C * 3600 / 20, run.Steps[0].Charge, 1e-6 * run.Steps[0].Charge);
        foreach (var rest in run.Steps.Where(step => step.Text == "rest").Take(12))
        {
            var last = run.Samples.Last(sample => sample.Step == rest.Index);
            Assert.Equal(last.Parts.OpenCircuit, last.Voltage, 1e-3);
        }

        ReferenceDischargeTests.Conserves(run);
    }

    [Theory]
    [InlineData("gitt at C/10 for 30 min")]
    [InlineData("gitt at C/10, rest 1 h")]
    [InlineData("gitt at C/10 for 10 min, rest a while")]
    [InlineData("rest 1 h, gitt at C/10 for 10 min, rest 1 h")]
    public void A_titration_without_pulse_or_rest_is_refused(string text)
    {
        Assert.Null(ProtocolParser.Parse(text, out var problem));
        Assert.NotEqual("", problem);
    }

    [Fact]
    public void A_drive_cycle_passes_the_charge_of_its_table()
    {
        var bag = new DiagnosticBag();
        var protocol = DriveCycle.Read(new SourceText("drive.csv", "time_s,current_mA/cm2\n0,2\n60,0\n90,-1\n120,-1\n150,4\n180,0\n"), bag, 5);
        Assert.False(bag.HasErrors);
        Assert.Equal(4, protocol!.Steps.Length); // the two rows at -1 are one step
        var run = new CellSimulator(Cell with { Positive = Cell.Positive with { InitialStoichiometry = 0.6 } }).Run(protocol);
        Assert.True(run.IsComplete);
        // 2·60 − 1·60 + 4·30 mA s/cm², five times, by hand: 900 mA s/cm² = 9000 C/m². Ends of steps are located to a billionth of their time.
        Assert.Equal(9000, run.Samples[^1].Charge, 9e-6);
        ReferenceDischargeTests.Conserves(run);
    }

    [Theory]
    [InlineData("time_s,current_A\n0,1\n1,0\n", "EL2322")]
    [InlineData("t,x\n", "EL2322")]
    [InlineData("time_s,rate_C\n0,1\n0,2\n", "EL2323")]
    [InlineData("time_s,rate_C\n0,1\n5,much\n", "EL2323")]
    [InlineData("time_s,rate_C\n0,1\n", "EL2323")]
    public void A_table_that_is_no_drive_cycle_is_refused_with_a_code(string text, string code)
    {
        var bag = new DiagnosticBag();
        Assert.Null(DriveCycle.Read(new SourceText("drive.csv", text), bag));
        Assert.Contains(bag.ToSorted(), problem => problem.Code == code);
    }

    [Fact]
    public void A_slow_discharge_has_the_differential_capacity_of_its_open_circuit_curve()
    {
        var run = new CellSimulator(Cell, new SimulationOptions { Mesh = new MeshOptions { IsSingleParticle = true }, Every = 600, VoltageTolerance = 1e-6 }).Run(Protocol.Discharge(0.001));
        var points = DifferentialCapacity.Of(run, 0.01);
        Assert.True(points.Length > 40);
        var samples = run.Samples;
        // Independently: charge between two voltages of the open-circuit curve, which a thousandth of 1C follows to a fraction of a millivolt.
        double Charge(double voltage)
        {
            var at = Enumerable.Range(1, samples.Length - 1).First(index => samples[index].Parts.OpenCircuit <= voltage);
            var (a, b) = (samples[at - 1], samples[at]);
            return a.Charge + ((b.Charge - a.Charge) * (a.Parts.OpenCircuit - voltage) / (a.Parts.OpenCircuit - b.Parts.OpenCircuit));
        }

        foreach (var point in points.Where(point => point.Voltage is > 3.5 and < 4.2))
        {
            var expected = (Charge(point.Voltage - 0.005) - Charge(point.Voltage + 0.005)) / 0.01;
            Assert.Equal(expected, point.Value, 0.03 * expected);
        }
    }

    [Fact]
    public void The_convergence_report_finds_second_order_in_space_and_an_error_within_its_tolerance()
    {
        var report = ConvergenceReport.Of(Cell, new SimulationOptions { Mesh = new MeshOptions { Cells = 20, Shells = 20 } }, Protocol.Discharge(1));
        Assert.Equal(7, report.Runs.Length);
        Assert.Equal(2, report.Order!.Value, 0.3);
        Assert.InRange(report.Error, 1e-6, 1e-3);
        Assert.True(report.Runs[0].LargestChange > report.Runs[1].LargestChange);
    }
}
