using Electrolith.Cells.Dynamics;

namespace Electrolith.Cells.Tests;

/// <summary>The cell through its depth at chosen times.</summary>
public sealed class ProfileTests
{
    private static CellRun Run(CellParameters cell, double rate, params double[] times) => new CellSimulator(cell, new SimulationOptions { ProfileTimes = [.. times] }).Run(Protocol.Discharge(rate));

    [Theory]
    [InlineData("sulfide")]
    [InlineData("composite")]
    [InlineData("liquid")]
    [InlineData("polymer")]
    public void Profiles_hold_the_charge_the_reaction_and_the_voltage_of_their_time(string model)
    {
        var sulfide = ReferenceCells.SulfideLithium;
        var cell = model switch
        {
            "composite" => LiquidCells.Chen2020 with { Salt = null },
            "liquid" => LiquidCells.Chen2020,
            "polymer" => sulfide with { Positive = sulfide.Positive with { ElectrolyteFraction = 0.3, TransportEfficiency = 0.3 }, Salt = new SaltElectrolyte { TransferenceNumber = 0.3, Diffusivity = _ => 3e-11, Conductivity = _ => 0.3 } },
            _ => sulfide,
        };
        var run = Run(cell, 1, 0, 60, 1200);
        Assert.Equal([0, 60, 1200], run.Profiles.Select(profile => profile.Time));
        foreach (var profile in run.Profiles)
        {
            var cathode = profile.Points.Where(point => point.Region == CellRegion.Cathode).ToList();
            Assert.Equal(profile.Current, cathode.Sum(point => point.Reaction!.Value) * cell.Positive.Thickness / cathode.Count, 1e-9 * profile.Current);
            Assert.Equal(1, cathode.Average(point => point.RelativeReaction!.Value), 1e-9);
            var filled = cathode.Average(point => point.Particles[0].Mean) - cell.Positive.InitialStoichiometry;
            Assert.Equal(profile.Current * profile.Time, filled * cell.Positive.FullCharge, 1e-3 + (1e-9 * profile.Current * profile.Time));
            // From the middle of the last cell to its terminal electrons cross half a cell.
            Assert.Equal(profile.Voltage, cathode[^1].SolidPotential!.Value - (profile.Current * cell.Positive.Thickness / cathode.Count / 2 / cell.Positive.ElectronicConductivity), 1e-7);
            Assert.True(profile.Points.Zip(profile.Points.Skip(1)).All(pair => pair.First.Depth <= pair.Second.Depth));
            if (cell.Negative is { } negative)
            {
                var anode = profile.Points.Where(point => point.Region == CellRegion.Anode).ToList();
                Assert.Equal(-profile.Current, anode.Sum(point => point.Reaction!.Value) * negative.Thickness / anode.Count, 1e-9 * profile.Current);
                Assert.Equal(0, anode[0].SolidPotential!.Value + (profile.Current * negative.Thickness / anode.Count / 2 / negative.ElectronicConductivity), 1e-7);
            }

            // Ions flow down the electrolyte's potential on discharge where there is no salt.
            Assert.True(cell.Salt is not null || profile.Points.Zip(profile.Points.Skip(1)).All(pair => pair.First.ElectrolytePotential >= pair.Second.ElectrolytePotential - 1e-12));
        }
    }

    [Fact]
    public void Facile_kinetics_with_poor_ions_react_at_the_separator_and_poor_electrons_at_the_collector()
    {
        var cell = ReferenceCells.SulfideLithium;
        double Front(HostElectrode host) => Run(cell with { Positive = host }, 1, 30).Profiles[0].Points.Where(point => point.Region == CellRegion.Cathode).MaxBy(point => point.Reaction!.Value)!.Depth - 30e-6;
        Assert.InRange(Front(cell.Positive with { ExchangeCurrentDensity = 100 }), 0, 3e-6);
        Assert.InRange(Front(cell.Positive with { ExchangeCurrentDensity = 100, IonicConductivity = 10, ElectronicConductivity = 0.01 }), 57e-6, 60e-6);
    }

    [Fact]
    public void Times_after_the_end_have_no_profile() => Assert.Single(Run(ReferenceCells.SulfideLithium, 1, 100, 1e6).Profiles);

    [Fact]
    public void Asking_for_profiles_changes_nothing()
    {
        var (plain, asked) = (Run(ReferenceCells.SulfideLithium, 1), Run(ReferenceCells.SulfideLithium, 1, 10, 500));
        Assert.Equal(plain.Steps[0].Charge, asked.Steps[0].Charge, 1e-9 * plain.Steps[0].Charge);
        Assert.Equal(plain.Samples.Length, asked.Samples.Length);
    }
}
