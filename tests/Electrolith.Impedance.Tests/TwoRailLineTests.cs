using System.Numerics;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Desk;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Tests;

/// <summary>The universal line against a ladder of many rungs, calculated values of the Siroma family, and published electrodes.</summary>
public sealed class TwoRailLineTests
{
    public static TheoryData<RailTerminals, double, double, double, double, double, double> Lines => new()
    {
        { RailTerminals.Across, 100, 10, 0.003, 0.02, 0, 0 },
        { RailTerminals.Across, 100, 10, 0, 0.5, 0.01, 0.3 },
        { RailTerminals.Across, 1, 0.1, 0, 50, 0, 0.628 },
        { RailTerminals.Through, 107, 360, 0.001, 0.3, 0, 0 },
        { RailTerminals.Through, 360, 107, 0.001, 0.003, 0.02, 0.01 },
        { RailTerminals.SameEnd, 50, 5, 0.01, 0.1, 0, 0.05 },
        { RailTerminals.SameEnd, 50, 5, 0, 1e-4, 0.02, 0 },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void It_is_the_limit_of_a_ladder(RailTerminals terminals, double a, double c, double conductance, double susceptance, double front, double back)
    {
        var admittance = new Complex(conductance, susceptance);
        var line = new TwoRailLine(a, c, admittance) { Front = front, Back = new Complex(0, back) }.Impedance(terminals);
        // Rungs in the middle of each slice make the error of the ladder fall with the square of their number.
        var (coarse, fine) = (Ladder(terminals, a, c, admittance, front, new Complex(0, back), 1000), Ladder(terminals, a, c, admittance, front, new Complex(0, back), 2000));
        Assert.True(Complex.Abs(line - (fine + ((fine - coarse) / 3))) < 1e-6 * Complex.Abs(line), $"{line} and {fine}");
    }

    [Theory]
    [InlineData(1000, 0.098718, -0.007810)]
    [InlineData(1, 0.31578, -0.24106)]
    public void A_symmetric_cell_with_a_blocking_wall_has_the_calculated_impedance(double frequency, double real, double imaginary)
    {
        // Siroma 2015, Z type, open in front and a capacitor at the back: 100 µm, 100 and 10 ohm cm, 100 F/cm³, 100 µF/cm².
        var angular = new Complex(0, 2 * Math.PI * frequency);
        var z = new TwoRailLine(100 * 0.01, 10 * 0.01, angular * 100 * 0.01) { Back = angular * 100e-6 }.Impedance(RailTerminals.Across);
        Assert.Equal(real, z.Real, 0.6e-5);
        Assert.Equal(imaginary, z.Imaginary, 0.6e-5);
    }

    [Fact]
    public void Limits_of_the_family_hold()
    {
        // T: direct current sees rail A, high frequency both rails side by side. Z: the same high frequency, a third of both at low.
        AssertClose(107, new TwoRailLine(107, 360, new Complex(0, 1e-12)).Impedance(RailTerminals.Through), 1e-6);
        AssertClose(107 * 360 / 467.0, new TwoRailLine(107, 360, new Complex(0, 1e16)).Impedance(RailTerminals.Through), 1e-6);
        AssertClose(107 * 360 / 467.0, new TwoRailLine(107, 360, new Complex(0, 1e16)).Impedance(RailTerminals.Across), 1e-6);
        var slow = new Complex(0, 1e-6);
        Assert.Equal(467 / 3.0, (new TwoRailLine(107, 360, slow).Impedance(RailTerminals.Across) - (1 / slow)).Real, 1e-3);
        // With an interface that is a resistance and current at one end only: √(R_A/Y) coth when rail C has none.
        AssertClose(Complex.Sqrt(50 / 0.3) / Complex.Tanh(Complex.Sqrt(50 * 0.3)), new TwoRailLine(50, 0, 0.3).Impedance(RailTerminals.SameEnd), 1e-12);
    }

    [Theory]
    [InlineData(25, 2.06e-5, 4.08e-4, 120, 2.40)]
    [InlineData(33, 2.36e-4, 2.66e-4, 13.7, 3.23)]
    [InlineData(42, 5.56e-4, 1.66e-4, 7.44, 4.27)]
    [InlineData(53, 1.11e-3, 3.45e-5, 4.77, 15.3)]
    [InlineData(61, 1.43e-3, 3.06e-6, 4.29, 130)]
    public void Published_conductivities_give_the_published_tortuosity_factors(double active, double electronic, double ionic, double electronFactor, double ionFactor)
    {
        // Minnmann et al. 2021, supporting table: vol% NCM, S/cm; 10 mS/cm of NCM, 1.6 mS/cm of the electrolyte. vol% is rounded to 0.5, the rest to three digits.
        Assert.Equal(electronFactor, TransmissionLineEquations.TortuosityFactor(active / 100, 1e-2, electronic), electronFactor * ((0.5 / active) + 0.007));
        // The electrolyte fraction is not in the table. NCM and the pressed electrolyte fill the same share at every composition, 86.3 vol%:
        Assert.Equal(ionFactor, TransmissionLineEquations.TortuosityFactor(0.863 - (active / 100), 1.6e-3, ionic), ionFactor * ((0.5 / (86.3 - active)) + 0.007));
    }

    [Fact]
    public void A_published_electrode_has_its_published_limits()
    {
        // Jung et al. 2019, bare, 0 h: rails 21.69 + 50.64 and 27.51 + 273.99 ohm. Direct current 72.33 ohm (joint fit of the paper 72.3 ± 0.03), all capacitors shorted 12.13 ohm.
        AssertClose(72.33, new TwoRailLine(21.69 + 50.64, 27.51 + 273.99, new Complex(0, 1e-12)).Impedance(RailTerminals.Through), 1e-4);
        AssertClose(12.13, new TwoRailLine(21.69, 27.51, new Complex(0, 1e16)).Impedance(RailTerminals.Through), 5e-4);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Both_contacts_together_give_the_rails_back(bool hasGrainBoundaries)
    {
        // The published electrode of Minnmann, or that of Jung with its grain boundaries; capacities are ours.
        var (electrons, ions) = hasGrainBoundaries ? (21.69, 27.51) : (107.0, 360.0);
        var frequencies = Enumerable.Range(0, 71).Select(point => 1e6 * Math.Pow(10, -point / 10.0)).ToArray();
        Complex Rail(double resistance, double boundary, double q, double f) => resistance + (hasGrainBoundaries ? boundary / (1 + (boundary * q * Complex.Pow(new Complex(0, 2 * Math.PI * f), 0.9))) : 0);
        Spectrum Measure(bool isElectrons) => new(frequencies, frequencies.Select(f =>
        {
            var (e, i) = (Rail(electrons, 50.64, 1e-6, f), Rail(ions, 273.99, 1e-7, f));
            var admittance = 1e-3 * Complex.Pow(new Complex(0, 2 * Math.PI * f), 0.85);
            return (isElectrons ? new TwoRailLine(e, i, admittance) : new TwoRailLine(i, e, admittance)).Impedance(RailTerminals.Through);
        }));
        var fit = CompositeFit.Of(
            [new(Measure(isElectrons: true), CompositeContact.Electrons), new(Measure(isElectrons: false), CompositeContact.Ions)], new CompositeFitOptions { HasGrainBoundaries = hasGrainBoundaries });
        Assert.Equal(hasGrainBoundaries ? 72.33 : 107, fit.ElectronResistance, 1e-4);
        Assert.Equal(hasGrainBoundaries ? 301.5 : 360, fit.IonResistance, 1e-3);
        Assert.Equal(0.85, fit.Parameters[3].Value, 1e-5);
        Assert.Empty(fit.Findings);
    }

    private static void AssertClose(Complex expected, Complex actual, double share) => Assert.True(Complex.Abs(expected - actual) <= share * Complex.Abs(expected), $"{expected} and {actual}");

    private static Complex Ladder(RailTerminals terminals, double a, double c, Complex admittance, Complex front, Complex back, int rungs)
    {
        // Chain of two-rail slices: u and the current of rail A march from front to back; the unknown is u at the front.
        var total = terminals == RailTerminals.SameEnd ? 0 : 1;
        var outOf = terminals == RailTerminals.Through ? 1 : 0;
        (Complex Miss, Complex Drop, Complex DropC) March(Complex start)
        {
            var (u, current, dropA, dropC) = (start, 1 - (front * start), Complex.Zero, Complex.Zero);
            for (var rung = 0; rung < rungs; rung++)
            {
                for (var half = 0; half < 2; half++)
                {
                    var (stepA, stepC) = (current * a / (2 * rungs), (total - current) * c / (2 * rungs));
                    u += stepC - stepA;
                    (dropA, dropC) = (dropA + stepA, dropC + stepC);
                    if (half == 0)
                    {
                        current -= u * admittance / rungs;
                    }
                }
            }

            return (current - outOf - (back * u), dropA, dropC);
        }

        var (zero, one) = (March(0), March(1));
        var front0 = -zero.Miss / (one.Miss - zero.Miss);
        Complex At(Complex first, Complex second) => first + (front0 * (second - first));
        return terminals switch
        {
            RailTerminals.Through => At(zero.Drop, one.Drop),
            RailTerminals.SameEnd => front0,
            _ => front0 + At(zero.DropC, one.DropC),
        };
    }

    /// <summary>Siroma et al. 2015, Z type with a capacitor at the back: L = 100 um, 100 and 10 ohm cm, 100 F/cm3, wall 100 uF/cm2; as computed from the paper's formula.</summary>
    [Theory]
    [InlineData(1000, 0.098718, -0.007810)]
    [InlineData(1, 0.31578, -0.24106)]
    public void The_line_with_a_wall_is_an_element_of_a_circuit(double frequency, double real, double imaginary)
    {
        Assert.True(ElementCatalog.TryGet("TW", out var element));
        var s = new Complex(0, 2 * Math.PI * frequency);
        double[] parameters = [1, 0.1, 1, 1, 100e-6, 1];
        var z = element.Evaluate(s, parameters, new Complex[6]);
        Assert.Equal(real, z.Real, 0.6e-5);
        Assert.Equal(imaginary, z.Imaginary, 0.6e-5);
        AssertClose(new TwoRailLine(1, 0.1, s) { Back = s * 100e-6 }.Impedance(RailTerminals.Across), z, 1e-12);
    }
}
