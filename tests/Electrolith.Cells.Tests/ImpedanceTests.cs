using System.Numerics;
using Electrolith.Cells.Dynamics;

namespace Electrolith.Cells.Tests;

/// <summary>The linearised model against the closed forms of particles and transmission lines, and against small steps in time.</summary>
public sealed class ImpedanceTests
{
    private static CellParameters Cell => ReferenceCells.SulfideLithium;

    [Theory]
    [InlineData(1e4)]
    [InlineData(10)]
    [InlineData(1e-2)]
    [InlineData(1e-4)]
    public void The_cathode_converges_to_the_transmission_line_with_second_order(double frequency)
    {
        var (host, omega) = (Cell.Positive, 2 * Math.PI * frequency);
        double Error(int cells)
        {
            var mesh = new MeshOptions { Cells = cells, Shells = 40 };
            var local = CellImpedance.Local(host, Cell, omega, 40, 0.2);
            var exact = CellImpedance.TransmissionLine(host.Thickness, host.IonicConductivity, host.ElectronicConductivity, host.ActiveSurface, local);
            return Complex.Abs(CellImpedance.Electrode(host, Cell, omega, mesh, 0.2) - exact) / Complex.Abs(exact);
        }

        Assert.InRange(Error(160), 0, 1e-2);
        Assert.Equal(2, Math.Log2(Error(160) / Error(320)), 0.1);
    }

    [Theory]
    [InlineData(1e-1)]
    [InlineData(1e-3)]
    [InlineData(1e-5)]
    public void A_particle_of_shells_converges_to_its_closed_form(double frequency)
    {
        var (host, omega) = (Cell.Positive, 2 * Math.PI * frequency);
        _ = host.Potential.At(host.InitialStoichiometry, out var slope);
        Complex Shells(int shells) => CellImpedance.Local(host with { ExchangeCurrentDensity = 1e12 }, Cell, omega, shells, 0) / -slope;
        var exact = CellImpedance.Particle(host, host.Diffusivity, omega);
        Assert.InRange(Complex.Abs(Shells(800) - exact) / Complex.Abs(exact), 0, 3e-4);
        Assert.InRange(Complex.Abs(Shells(200) - exact) / Complex.Abs(Shells(400) - exact), 3, 5);
    }

    [Fact]
    public void At_high_frequency_without_double_layer_the_resistance_at_the_start_is_left()
    {
        // Separator 1.0, lithium interface 5.0, lithium charge transfer 25.69, cathode 7.61 ohm cm2, as in the budget of the reference cell.
        var z = CellImpedance.Spectrum(Cell, [1e9], new MeshOptions { Cells = 160, Shells = 10000 })[0] * 1e4;
        Assert.Equal(1.0 + 5.0 + 25.6926 + 7.6115, z.Real, 0.05);
    }

    [Fact]
    public void A_slow_sine_in_time_has_the_impedance_of_the_linearised_model()
    {
        // A current step of 10 s against the integral of the impedance is cumbersome; the ratio at the start is not: V falls by I Z(inf).
        var current = 1e-4 * Cell.CurrentAt1C;
        var run = new CellSimulator(Cell, new SimulationOptions { Mesh = new MeshOptions { Cells = 20, Shells = 20 } })
            .Run(new Protocol([new ProtocolStep { Kind = StepKind.Current, Value = current, Duration = 1e-6 }]));
        var z = CellImpedance.Spectrum(Cell, [1e12], new MeshOptions { Cells = 20, Shells = 20 })[0];
        Assert.Equal(z.Real, (run.Samples[0].Parts.OpenCircuit - run.Samples[0].Voltage) / current, z.Real * 1e-5);
    }
}
