using System.Numerics;
using Electrolith.Impedance.Spectra;
using Electrolith.Impedance.Validity;

namespace Electrolith.Impedance.Tests;

/// <summary>The linear Kramers–Kronig test against impedance.py 1.7.1 on the same spectra.</summary>
public sealed class LinearKramersKronigTests
{
    [Theory]
    [InlineData("example-cell", KramersKronigParts.Real, false, 0.85, 21, 0.8338636418635983, 0.0017766706705092034, 0.22802146439802498)]
    [InlineData("example-cell", KramersKronigParts.Real, true, 0.85, 21, 0.8338636418635983, 0.0017766706705092034, 0.005999634535761428)]
    [InlineData("example-cell", KramersKronigParts.Complex, false, 0.85, 13, 0.805596598872705, 0.097826687030483, 0.0362453023356519)]
    [InlineData("example-cell", KramersKronigParts.Complex, true, 0.85, 24, 0.7709235500988487, 0.0033432576473775557, 0.0032974523769348147)]
    [InlineData("example-cell", KramersKronigParts.Complex, true, 0.5, 27, 0.319804, 0.002968, 0.003560)]
    [InlineData("example-cell", KramersKronigParts.Real, true, 0.5, 27, 0.210208, 0.001689, 0.005906)]
    [InlineData("two-arc-clean", KramersKronigParts.Complex, false, 0.85, 16, 0.8477868694449828, 0.3962097577835271, 0.17607661663199353)]
    [InlineData("two-arc-clean", KramersKronigParts.Complex, true, 0.85, 27, 0.8206109735283631, 0.004636540553830495, 0.009351534556649055)]
    [InlineData("two-arc-clean", KramersKronigParts.Real, true, 0.85, 30, 0.8148155132141535, 0.0015641987477887686, 0.013473509742933364)]
    public void Order_mu_and_residuals_are_the_recorded_ones(string data, KramersKronigParts parts, bool withCapacitor, double limit, int order, double mu, double real, double imaginary)
    {
        var spectrum = SpectrumData.Load(data);
        spectrum = data == "example-cell" ? spectrum.Where((_, z) => z.Imaginary < 0) : spectrum;
        var result = LinearKramersKronig.Test(spectrum, new KramersKronigOptions(parts, withCapacitor, limit));
        Assert.Equal(order, result.Order);
        Assert.Equal(mu, result.Mu, 1e-4);
        Assert.Equal(real, result.RealResiduals.Max(Math.Abs), 2e-5 + (1e-3 * real));
        Assert.Equal(imaginary, result.ImaginaryResiduals.Max(Math.Abs), 2e-5 + (1e-3 * imaginary));
    }

    [Fact]
    public void A_spectrum_that_breaks_the_relations_is_seen()
    {
        // A quarter of the resistance appears during the sweep: drift.
        var clean = SpectrumData.Load("two-arc-clean");
        var drifting = new Spectrum(clean.Frequencies, clean.Impedances.Select((z, point) => z * (1 + (0.25 * point / clean.Count))));
        Assert.True(LinearKramersKronig.Test(drifting).LargestResidual > 5 * LinearKramersKronig.Test(clean).LargestResidual || LinearKramersKronig.Test(drifting).LargestResidual > 0.02);
    }

    [Fact]
    public void Too_few_points_are_refused() => Assert.Throws<ArgumentException>(() => LinearKramersKronig.Test(new Spectrum([1, 2], [1, Complex.One])));
}
