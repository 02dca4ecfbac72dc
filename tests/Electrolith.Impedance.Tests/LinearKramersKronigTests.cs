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

    public static TheoryData<KramersKronigParts, KramersKronigForm, bool, bool, KramersKronigRule> Combinations
    {
        get
        {
            var all = new TheoryData<KramersKronigParts, KramersKronigForm, bool, bool, KramersKronigRule>();
            foreach (var parts in Enum.GetValues<KramersKronigParts>())
            {
                foreach (var form in Enum.GetValues<KramersKronigForm>())
                {
                    foreach (var rule in Enum.GetValues<KramersKronigRule>())
                    {
                        all.Add(parts, form, true, true, rule);
                        all.Add(parts, form, false, true, rule);
                        all.Add(parts, form, true, false, rule);
                        all.Add(parts, form, false, false, rule);
                    }
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Every_combination_accepts_arcs_that_obey_the_relations_and_refuses_a_broken_imaginary_part(KramersKronigParts parts, KramersKronigForm form, bool withCapacitor, bool withInductor, KramersKronigRule rule)
    {
        // Two depressed arcs that are whole within the range: valid with and without inductor and capacitor, whichever way it is looked at.
        var options = new KramersKronigOptions(parts, withCapacitor) { Form = form, WithInductor = withInductor, Rule = rule };
        var sound = KnownDistribution.Arcs((50, 1e-3, 0.9), (30, 0.1, 0.9)).Measured(1e-3, "combination");
        var accepted = LinearKramersKronig.Test(sound, options);
        // The imaginary part alone is made a tenth smaller: no causal sample answers so.
        var refused = LinearKramersKronig.Test(new Spectrum(sound.Frequencies, sound.Impedances.Select(z => new Complex(z.Real, 0.9 * z.Imaginary))), options);
        Assert.True(accepted.LargestResidual < 0.02, $"{accepted.LargestResidual} with {accepted.Order}");
        Assert.True(refused.LargestResidual > 0.02, $"{refused.LargestResidual} with {refused.Order}");
    }

    [Fact]
    public void An_admittance_needs_no_capacitor_for_a_blocking_tail()
    {
        var frequencies = Enumerable.Range(0, 71).Select(point => 1e6 * Math.Pow(10, -point / 10.0)).ToArray();
        var tail = new Spectrum(frequencies, frequencies.Select(f => 100 + (1 / (1e-5 * Complex.Pow(new Complex(0, 2 * Math.PI * f), 0.9)))));
        Assert.True(LinearKramersKronig.Test(tail, new KramersKronigOptions(WithCapacitor: false) { Form = KramersKronigForm.Admittance }).LargestResidual < 0.01);
        Assert.True(LinearKramersKronig.Test(tail, new KramersKronigOptions(WithCapacitor: false)).LargestResidual > 0.05);
    }

    [Fact]
    public void A_given_order_is_kept() => Assert.Equal(9, LinearKramersKronig.Test(SpectrumData.Load("two-arc-clean"), new KramersKronigOptions { Order = 9 }).Order);

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
