using System.Numerics;
using Electrolith.Impedance.Spectra;
using Electrolith.Impedance.Validity;

namespace Electrolith.Impedance.Tests;

/// <summary>The measurement model.</summary>
public sealed class MeasurementModelTests
{
    private static readonly VoigtElement[] Truth = [new(20, 1e-5, 0), new(50, 1e-3, 0), new(30, 0.1, 0)];

    [Fact]
    public void It_finds_the_elements_that_a_spectrum_was_made_of_and_no_more()
    {
        var clean = new Spectrum(KnownDistribution.Frequencies, KnownDistribution.Frequencies.Select(f => MeasurementModel.Impedance(2 * Math.PI * f, 10, Truth) + new Complex(0, 2 * Math.PI * f * 1e-7)));
        var result = MeasurementModel.Find(KnownDistribution.Noisy(clean, 2e-3, "voigt"));
        Assert.Equal(3, result.Elements.Length);
        Assert.All(result.Elements.Zip(Truth), pair =>
        {
            Assert.Equal(pair.Second.Resistance, pair.First.Resistance, 4 * pair.First.ResistanceError);
            Assert.Equal(1, pair.First.Time / pair.Second.Time, 0.05);
        });
        Assert.Equal(10, result.SeriesResistance, 0.05);
        Assert.Equal(1e-7, result.Inductance, 5e-9);
        Assert.Equal(2e-3, result.Noise, 3e-4);
    }

    [Fact]
    public void A_depressed_arc_takes_several_and_leaves_the_noise()
    {
        var result = MeasurementModel.Find(KnownDistribution.Arcs((50, 0.01, 0.8)).Measured(3e-3, "model"));
        Assert.InRange(result.Elements.Length, 4, 9);
        Assert.Equal(50, result.Elements.Sum(element => element.Resistance), 0.6);
        Assert.Equal(3e-3, result.Noise, 6e-4);
    }

    [Fact]
    public void Too_few_points_are_refused() => Assert.Throws<ArgumentException>(() => MeasurementModel.Find(new Spectrum([1, 2, 3], [1, 1, 1])));
}
