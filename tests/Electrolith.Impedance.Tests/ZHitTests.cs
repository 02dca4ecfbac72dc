using System.Numerics;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Spectra;
using Electrolith.Impedance.Validity;

namespace Electrolith.Impedance.Tests;

/// <summary>The modulus from the phase.</summary>
public sealed class ZHitTests
{
    private static readonly double[] Frequencies = [.. Enumerable.Range(0, 161).Select(point => 1e6 * Math.Pow(10, -point / 20.0))];

    [Theory]
    [InlineData("CPE1", 1e-5, 0.8)]
    [InlineData("C1", 1e-6)]
    [InlineData("W1", 5.0)]
    public void For_a_constant_phase_the_modulus_is_exact(string circuit, params double[] values) =>
        Assert.True(ZHit.Test(Simulate(circuit, values)).LargestResidual < 1e-9);

    [Fact]
    public void For_depressed_arcs_it_is_right_to_two_percent() =>
        Assert.True(ZHit.Test(Simulate("R0-ZARC1-ZARC2", [10, 50, 1e-4, 0.8, 30, 0.1, 0.8])).LargestResidual < 0.02);

    [Fact]
    public void Drift_of_the_modulus_is_seen_where_it_happens()
    {
        // The sample loses 15 % of its resistance during the slow half of the sweep; the phase hardly knows.
        var clean = Simulate("R0-ZARC1-ZARC2", [10, 50, 1e-4, 0.8, 30, 0.1, 0.8]);
        var drifting = new Spectrum(clean.Frequencies, clean.Impedances.Select((z, point) => z * (1 - (0.15 * Math.Max(0, point - 80) / 80))));
        var result = ZHit.Test(drifting);
        Assert.InRange(result.Residuals[^1], 0.1, 0.2);
        Assert.True(Math.Abs(result.Residuals[20]) < 0.02);
    }

    [Fact]
    public void Too_few_points_are_refused() => Assert.Throws<ArgumentException>(() => ZHit.Test(new Spectrum([1, 2, 3, 4], [1, Complex.One, 1, 1])));

    private static Spectrum Simulate(string circuit, double[] values)
    {
        var parsed = Circuit.Parse(circuit);
        return new Spectrum(Frequencies, Frequencies.Select(frequency => parsed.Impedance(frequency, values)));
    }
}
