using System.Numerics;
using Electrolith.Impedance.Relaxation;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Tests;

/// <summary>Discrete relaxations from the Loewner matrices, and signed distributions.</summary>
public sealed class LoewnerRelaxationTests
{
    private static readonly RelaxationOptions Loewner = new() { Method = RelaxationMethod.Loewner };

    [Theory]
    [InlineData(0)]
    [InlineData(1e-3)]
    public void Single_relaxations_come_back_one_by_one(double noise)
    {
        // 10 ohm, 20 ohm at 10 us, 50 ohm at 1 ms, and an inductive loop of -5 ohm at 0.5 s.
        (double R, double Time)[] truth = [(20, 1e-5), (50, 1e-3), (-5, 0.5)];
        var result = RelaxationTimes.Compute(Made(truth, noise), Loewner);
        Assert.True(result.IsDiscrete);
        Assert.Equal(10, result.SeriesResistance, noise == 0 ? 1e-6 : 0.05);
        Assert.Equal(65, result.Polarisation, noise == 0 ? 1e-6 : 0.3);
        Assert.All(truth, relaxation => Assert.Contains(result.Peaks, peak =>
            Math.Abs(peak.Time / relaxation.Time - 1) < (noise == 0 ? 1e-6 : 0.05) && Math.Abs(peak.Resistance - relaxation.R) < (noise == 0 ? 1e-6 : 0.3)));
        Assert.InRange(result.Peaks.Length, 3, noise == 0 ? 3 : 5);
    }

    [Fact]
    public void A_depressed_arc_is_a_row_of_relaxations_with_its_resistance()
    {
        var result = RelaxationTimes.Compute(KnownDistribution.Arcs((50, 0.1, 0.8)).Measured(1e-3, "loewner"), Loewner);
        Assert.Equal(50, result.Polarisation, 0.5);
        Assert.Equal(10, result.SeriesResistance, 0.2);
        Assert.True(result.Peaks.Length >= 3);
        Assert.InRange(result.Peaks.MaxBy(peak => peak.Resistance)!.Time, 0.05, 0.2);
        Assert.True(result.RootMeanSquareResidual < 0.1);
    }

    [Fact]
    public void A_signed_distribution_shows_an_inductive_loop_below_zero_within_its_band()
    {
        // Arcs of 50 ohm at 1 ms and -10 ohm at 1 s, both of exponent 0.8: the sum of the closed forms.
        var known = KnownDistribution.Arcs((50, 1e-3, 0.8), (-10, 1, 0.8));
        var (inside, all) = (0, 0);
        for (var draw = 0; draw < 10; draw++)
        {
            var result = RelaxationTimes.Compute(known.Measured(2e-3, $"signed {draw}"), new RelaxationOptions { IsNonNegative = false, Selection = LambdaSelection.Evidence, Derivative = 2 });
            Assert.Equal(RelaxationMethod.Tikhonov, result.Method);
            Assert.Equal(40, result.Polarisation, 0.8);
            var loop = Assert.Single(result.Peaks, peak => peak.Resistance < -3);
            // The top is within the width of the arc at half its height: 1.52 in ln τ.
            Assert.InRange(Math.Log(loop.Time), -RelaxationEquations.DepressedArcWidth(0.8) / 2, RelaxationEquations.DepressedArcWidth(0.8) / 2);
            Assert.True(loop.ResistanceError > 0);
            for (var point = 0; point < result.Times.Length; point++)
            {
                var truth = known.Gamma(Math.Log(result.Times[point]));
                if (Math.Abs(truth) > 0.3)
                {
                    all++;
                    inside += truth >= result.Lower[point] && truth <= result.Upper[point] ? 1 : 0;
                }
            }
        }

        // 95 % is what the band says; where the curvature is largest a prior of one width for all places is a little too stiff.
        Assert.InRange((double)inside / all, 0.85, 1);
    }

    private static Spectrum Made((double R, double Time)[] relaxations, double noise) => KnownDistribution.Noisy(
        new Spectrum(KnownDistribution.Frequencies, KnownDistribution.Frequencies.Select(f =>
            relaxations.Aggregate(new Complex(10, noise > 0 ? 2 * Math.PI * f * 1e-7 : 0), (sum, item) => sum + (item.R / new Complex(1, 2 * Math.PI * f * item.Time))))), noise, "made");
}
