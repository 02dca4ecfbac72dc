using Electrolith.Cells.Dynamics;

namespace Electrolith.Cells.Tests;

/// <summary>The ends of every range: an answer or a clear reason, finite numbers, nothing lost.</summary>
public sealed class ExtremeTests
{
    [Theory]
    [InlineData(0, "charge at 1C")]
    [InlineData(1, "charge at 1C")]
    [InlineData(0, "discharge at 1C")]
    [InlineData(1, "discharge at 1C")]
    [InlineData(0, "rest 1 h")]
    [InlineData(1, "rest 1 h")]
    public void Empty_and_full_particles_and_no_current(double start, string protocol)
    {
        var cell = ReferenceCells.SulfideLithium;

        Sound(cell with { Positive = cell.Positive with { InitialStoichiometry = start } }, protocol);
    }

    [Fact]
    public void A_current_of_zero_is_a_rest()
    {
        var run = new CellSimulator(ReferenceCells.SulfideLithium).Run(new Protocol([new ProtocolStep { Kind = StepKind.Current, Value = 0, Duration = 3600 }]));

        Assert.Equal(StepEnd.Time, Assert.Single(run.Steps).End);
        Assert.Equal(0, run.Steps[0].Charge);
    }

    [Theory]
    [InlineData(1e-7)]
    [InlineData(1e-6)]
    [InlineData(1e-4)]
    [InlineData(1e-3)]
    public void Electrodes_from_a_tenth_of_a_micrometre_to_a_millimetre(double thickness)
    {
        var cell = ReferenceCells.SulfideLithium;
        var factor = thickness / cell.Positive.Thickness;

        Sound(cell with { Positive = cell.Positive with { Thickness = thickness }, NominalCharge = cell.NominalCharge * factor }, "discharge at 1C, rest 10 min, charge at 1C");
    }

    [Theory]
    [InlineData(1e-7)]
    [InlineData(1e-3)]
    public void Separators_from_a_tenth_of_a_micrometre_to_a_millimetre(double thickness)
    {
        var cell = ReferenceCells.SulfideLithium;

        Sound(cell with { Separator = [cell.Separator[0] with { Thickness = thickness }] }, "discharge at C/10, charge at C/10");
    }

    [Theory]
    [InlineData(243.15)]
    [InlineData(373.15)]
    public void From_thirty_degrees_below_zero_to_a_hundred(double temperature)
    {
        var cell = ReferenceCells.SulfideLithium;
        var host = cell.Positive with { ConductivityActivationEnergy = 3e4, DiffusivityActivationEnergy = 3e4, ExchangeActivationEnergy = 4e4 };

        Sound(cell with { Positive = host, Temperature = temperature }, "discharge at 1C, rest 10 min, charge at C/3");
    }

    [Theory]
    [InlineData("discharge at 100000C")]
    [InlineData("charge at 100000C")]
    [InlineData("discharge at 1000000 mW/cm2")]
    [InlineData("hold at 100 V for 10 min")]
    [InlineData("hold at -100 V for 10 min")]
    [InlineData("discharge at C/100000000")]
    public void Absurd_requests(string protocol) => Sound(ReferenceCells.SulfideLithium, protocol);

    [Theory]
    [InlineData(2.0)]
    [InlineData(1.0)]
    public void Holding_particles_that_are_full(double volt) =>
        Sound(ReferenceCells.SulfideLithium, FormattableString.Invariant($"discharge at C/10 to 3 V, hold at {volt} V for 10 h, rest 1 min"));

    private static void Sound(CellParameters cell, string text)
    {
        var protocol = ProtocolParser.Parse(text, out var problem);
        Assert.True(protocol is not null, problem);
        var run = new CellSimulator(cell, new SimulationOptions { MostSteps = 20_000 }).Run(protocol);

        Assert.All(run.Steps, step => Assert.False(step.Reason.Length == 0 || step.Reason.StartsWith("given up", StringComparison.Ordinal), step.Reason));
        Assert.All(run.Samples, sample => Assert.True(double.IsFinite(sample.Voltage + sample.Current + sample.Charge + sample.Energy + sample.Parts.Voltage)));
        Assert.True(run.Audit.LithiumResidual < 1e-10 && run.Audit.ThroughputResidual < 1e-10 && run.Audit.ChargeResidual < 1e-9, run.Audit.ToString());
    }
}
