using System.Numerics;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Tests;

/// <summary>A spectrum holds what can be measured.</summary>
public sealed class SpectrumTests
{
    [Fact]
    public void Points_can_be_left_out()
    {
        var spectrum = new Spectrum([1, 10, 100], [new Complex(3, -1), new Complex(2, -0.5), new Complex(1, 0.1)]);
        Assert.Equal([1.0, 10.0], spectrum.Where((_, z) => z.Imaginary < 0).Frequencies.ToArray());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.PositiveInfinity)]
    public void What_cannot_be_measured_is_refused(double frequency, double real) =>
        Assert.Throws<ArgumentException>(() => new Spectrum([frequency], [new Complex(real, 0)]));
}
