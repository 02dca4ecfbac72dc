using System.Numerics;
using Electrolith.Impedance.Desk;

namespace Electrolith.Impedance.Tests;

/// <summary>Transmission lines against values calculated independently, closed limits, and published tortuosities.</summary>
public sealed class TransmissionLineTests
{
    [Fact]
    public void Current_through_a_rail_has_the_calculated_impedance()
    {
        // Electrons 107 ohm, ions 360 ohm, interface Q = 1e-3, exponent 0.85, 1 kHz.
        var admittance = 1e-3 * Complex.Pow(new Complex(0, 2 * Math.PI * 1e3), 0.85);
        AssertClose(new Complex(83.853688, -1.079822), TransmissionLineEquations.Through(107, 360, admittance));
        AssertClose(new Complex(97.989169, -12.223337), TransmissionLineEquations.Through(360, 107, admittance));
        AssertClose(82.483940, TransmissionLineEquations.Through(107, 360, new Complex(0, 1e12)));
        AssertClose(107, TransmissionLineEquations.Through(107, 360, new Complex(0, 1e-12)));
    }

    [Fact]
    public void A_symmetric_cell_with_a_perfect_electron_rail_is_de_Levies_pore()
    {
        var admittance = new Complex(0.002, 0.03);
        var argument = Complex.Sqrt(360 * admittance);
        AssertClose(Complex.Sqrt(360 / admittance) / Complex.Tanh(argument), TransmissionLineEquations.Across(0, 360, admittance));
        // A third of both rails at low frequency, beside the capacitance.
        var slow = new Complex(0, 1e-7);
        Assert.Equal((107 + 360) / 3.0, (TransmissionLineEquations.Across(107, 360, slow) - (1 / slow)).Real, 1e-3);
    }

    [Theory]
    [InlineData(0.665, 0.78, 409, 2.05)]
    [InlineData(0.665, 0.78, 420, 2.11)]
    public void Published_resistances_of_an_electrode_give_the_published_tortuosity(double fraction, double pure, double resistance, double expected)
    {
        // Kaiser et al. 2018: 780 µm thick, 9.8 mm across; conductivities in mS/cm.
        var effective = 0.078 / (Math.PI * 0.98 * 0.98 / 4 * resistance) * 1e3;
        Assert.Equal(expected, TransmissionLineEquations.TortuosityFactor(fraction, pure, effective), 0.006);
    }

    [Fact]
    public void Published_resistances_of_a_composite_give_the_published_conductivities()
    {
        // Minnmann et al. 2021: 0.047 cm, 0.785 cm², 107 ohm of electrons and 360 ohm of ions.
        Assert.Equal(5.596e-4, PelletEquations.Conductivity(107, 0.047, 0.785), 1e-7);
        Assert.Equal(1.663e-4, PelletEquations.Conductivity(360, 0.047, 0.785), 1e-7);
    }

    private static void AssertClose(Complex expected, Complex actual) => Assert.True(Complex.Abs(expected - actual) <= 1e-6 * Complex.Abs(expected), $"{expected} and {actual}");
}
