using System.Numerics;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Spectra;
using Electrolith.Impedance.Validity;

namespace Electrolith.Impedance.Tests;

/// <summary>The quality report on spectra with one known fault each.</summary>
public sealed class SpectrumQualityTests
{
    private static readonly Spectrum Sound = KnownDistribution.Arcs((50, 1e-4, 0.8), (30, 0.1, 0.8)).Measured(2e-3, "sound");

    [Fact]
    public void A_sound_spectrum_is_trusted_from_end_to_end()
    {
        var report = SpectrumQuality.Assess(Sound);
        Assert.All(report.Decades, decade => Assert.Equal(QualityGrade.Good, decade.Grade));
        Assert.Equal((Sound.Frequencies.Min(), Sound.Frequencies.Max()), report.Trusted);
        Assert.Equal(81, report.Decades.Sum(decade => decade.Points));
        // The noise that was put in, in each part.
        Assert.Equal(2e-3, report.Model!.Noise, 4e-4);
        Assert.InRange(report.KramersKronig.RootMeanSquare, 1.2e-3, 2.2e-3);
    }

    [Fact]
    public void Drift_is_named_where_it_happens()
    {
        // From 1 Hz down the sample loses a quarter of its impedance.
        var report = SpectrumQuality.Assess(Changed((frequency, z) => frequency < 1 ? z * (1 + (0.125 * Math.Log10(frequency))) : z));
        Assert.NotEqual(QualityGrade.Good, report.Decades[0].Grade);
        Assert.Contains("drift", report.Decades[0].Reason, StringComparison.Ordinal);
        Assert.Equal(1e6, report.Trusted!.Value.To, 1e-3);
        // The fault shows up to a decade above where it begins, because no relaxation has sharp sides.
        Assert.InRange(report.Trusted.Value.From, 0.9, 11);
    }

    [Fact]
    public void Noise_is_named_where_it_is()
    {
        var noisy = KnownDistribution.Noisy(Sound, 0.03, "noisy");
        var report = SpectrumQuality.Assess(Changed((frequency, z) => frequency is > 0.99 and < 9.9 ? noisy.Impedances[Sound.Frequencies.IndexOf(frequency)] : z));
        var bad = Assert.Single(report.Decades, decade => decade.Grade != QualityGrade.Good);
        Assert.Equal(1, bad.From, 0.01);
        Assert.Contains("noise", bad.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_point_at_the_frequency_of_the_mains_is_named()
    {
        var report = SpectrumQuality.Assess(Changed((frequency, z) => frequency is > 49 and < 51 ? z * 1.15 : z));
        var bad = Assert.Single(report.Decades, decade => decade.Grade != QualityGrade.Good);
        Assert.Contains("50.1 Hz", bad.Reason, StringComparison.Ordinal);
        Assert.Contains("mains", bad.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_range_does_not_show_is_said()
    {
        var pellet = Circuit.Parse("R0-L1-p(R1,CPE1)-CPE2");
        var frequencies = Enumerable.Range(0, 61).Select(point => 1e6 * Math.Pow(10, -point / 10.0)).ToArray();
        var report = SpectrumQuality.Assess(KnownDistribution.Noisy(new Spectrum(frequencies, frequencies.Select(frequency => pellet.Impedance(frequency, [5, 5e-6, 100, 1e-6, 0.9, 1e-5, 0.9]))), 1e-3, "pellet"));
        Assert.Contains(report.Notes, note => note.Contains("inductive", StringComparison.Ordinal));
        Assert.Contains(report.Notes, note => note.Contains("not come to rest", StringComparison.Ordinal));
        Assert.DoesNotContain(report.Notes, note => note.Contains("negative", StringComparison.Ordinal));
        Assert.True(report.Decades.Where(decade => decade.To < 1e5).All(decade => decade.Grade == QualityGrade.Good));
    }

    [Fact]
    public void Few_points_are_answered_and_none_refused()
    {
        Assert.NotEmpty(SpectrumQuality.Assess(new Spectrum([1, 10, 100], [new Complex(3, -1), new Complex(2, -1), 1])).Decades);
        Assert.Throws<ArgumentException>(() => SpectrumQuality.Assess(new Spectrum([1, 10], [1, 2])));
    }

    private static Spectrum Changed(Func<double, Complex, Complex> change) => new(Sound.Frequencies, Sound.Frequencies.Zip(Sound.Impedances, change));
}
