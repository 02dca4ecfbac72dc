using System.Numerics;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Relaxation;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Tests;

/// <summary>The Bayesian distribution against spectra whose distribution is known in closed form.</summary>
public sealed class BayesianRelaxationTests
{
    private static readonly KnownDistribution OneArc = KnownDistribution.Arcs((50, 0.1, 0.8));

    private static readonly Dictionary<string, KnownDistribution> Known = new()
    {
        ["one arc"] = OneArc,
        ["broad arc"] = KnownDistribution.Arcs((50, 1e-2, 0.65)),
        ["sharp arc"] = KnownDistribution.Arcs((50, 1e-2, 0.95)),
        ["two arcs"] = KnownDistribution.Arcs((50, 1e-4, 0.9), (30, 0.1, 0.8)),
        ["two near arcs"] = KnownDistribution.Arcs((50, 1e-2, 0.85), (30, 0.1, 0.85)),
        ["Gerischer"] = KnownDistribution.Gerischer(50, 0.05),
    };

    public static TheoryData<string, double> Cases
    {
        get
        {
            var cases = new TheoryData<string, double>();
            foreach (var name in Known.Keys)
            {
                cases.Add(name, 1e-3);
                cases.Add(name, 3e-3);
                cases.Add(name, 1e-2);
            }

            return cases;
        }
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(3e-3)]
    public void Area_is_right_to_one_percent_and_height_to_five_without_a_choice_by_the_user(double noise)
    {
        // Truth: R∞ 10 ohm, area 50 ohm, height 24.49142741 ohm (closed form).
        var heights = new List<double>();
        for (var draw = 0; draw < 9; draw++)
        {
            var result = RelaxationTimes.Compute(OneArc.Measured(noise, $"height {draw}"));
            Assert.Equal(50, result.Polarisation, 0.5);
            Assert.Equal(10, result.SeriesResistance, 0.1);
            heights.Add(result.Gamma.Max());
        }

        heights.Sort();
        Assert.Equal(24.49142741, heights[4], 0.05 * 24.49142741);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_comes_closer_to_the_truth_than_least_squares_with_a_penalty(string name, double noise)
    {
        var (ours, plain) = (0.0, 0.0);
        for (var draw = 0; draw < 4; draw++)
        {
            var spectrum = Known[name].Measured(noise, $"{name} {draw}");
            var (found, other) = (RelaxationTimes.Compute(spectrum), RelaxationTimes.Compute(spectrum, new RelaxationOptions { Method = RelaxationMethod.Tikhonov }));
            ours += Known[name].Distance(found.Times, found.Gamma);
            plain += Known[name].Distance(other.Times, other.Gamma);
        }

        Assert.True(ours < plain, $"{ours / 4:F3} of the area, against {plain / 4:F3}");
    }

    [Theory]
    [InlineData("one arc", 1)]
    [InlineData("broad arc", 1)]
    [InlineData("sharp arc", 1)]
    [InlineData("two arcs", 2)]
    [InlineData("two near arcs", 2)]
    public void It_finds_as_many_processes_as_there_are(string name, int processes) =>
        Assert.Equal(processes, RelaxationTimes.Compute(Known[name].Measured(2e-3, name)).Peaks.Length);

    [Fact]
    public void Single_relaxations_far_apart_are_processes_of_their_own_and_the_band_is_narrow_between_them()
    {
        // 20 ohm at 10 us, 50 ohm at 1 ms, 5 ohm at 0.5 s.
        var clean = new Spectrum(KnownDistribution.Frequencies, KnownDistribution.Frequencies.Select(f => 10 + (20 / new Complex(1, 2 * Math.PI * f * 1e-5)) + (50 / new Complex(1, 2 * Math.PI * f * 1e-3)) + (5 / new Complex(1, 2 * Math.PI * f * 0.5))));
        var result = RelaxationTimes.Compute(KnownDistribution.Noisy(clean, 1e-3, "single"));
        foreach (var (resistance, time) in new[] { (20, 1e-5), (50, 1e-3), (5, 0.5) })
        {
            Assert.Contains(result.Peaks, peak => Math.Abs(Math.Log(peak.Time / time)) < 0.23 && Math.Abs(peak.Resistance - resistance) < 0.05 * resistance);
        }

        var valley = Enumerable.Range(0, result.Times.Length).Where(point => result.Times[point] is > 0.02 and < 0.03);
        // What could hide between two processes is less than the smallest of them.
        Assert.All(valley, point => Assert.True(result.Upper[point] < result.Peaks.Min(peak => peak.Height), $"{result.Upper[point]} ohm"));
    }

    [Fact]
    public void The_band_holds_the_truth_as_often_as_it_says()
    {
        // 95 % bands over arcs that the basis can resolve, wherever γ is more than 2 % of its top: counted over spectra and places.
        var (inside, all) = (0, 0);
        foreach (var name in new[] { "one arc", "broad arc", "two arcs", "two near arcs" })
        {
            for (var draw = 0; draw < 20; draw++)
            {
                var result = RelaxationTimes.Compute(Known[name].Measured(2e-3, $"{name} band {draw}"));
                var truth = result.Times.Select(time => Known[name].Gamma(Math.Log(time))).ToArray();
                var places = Enumerable.Range(0, truth.Length).Where(point => truth[point] > 0.02 * truth.Max()).ToList();
                all += places.Count;
                inside += places.Count(point => truth[point] >= result.Lower[point] && truth[point] <= result.Upper[point]);
            }
        }

        Assert.InRange((double)inside / all, 0.9, 1);
    }

    [Fact]
    public void The_error_of_the_area_is_the_scatter_of_the_area()
    {
        var results = Enumerable.Range(0, 40).Select(draw => RelaxationTimes.Compute(OneArc.Measured(3e-3, $"scatter {draw}"))).ToList();
        var range = results[0].Times;
        // The arc goes on beyond the measured range; what is inside is counted.
        var truth = Enumerable.Range(1, range.Length - 1).Sum(point => OneArc.Gamma(Math.Log(range[point])) * Math.Log(range[point] / range[point - 1]));
        var within = results.Count(result => Math.Abs(result.Polarisation - truth) < 2 * result.PolarisationError);
        // 95 % of 40 are 38; fewer than 33 or none outside an error five times as large would be chance of less than 1 in 1000.
        Assert.True(within >= 33, $"{within} of 40 within two errors");
        Assert.InRange(results.Average(result => result.PolarisationError!.Value), 0.02, 0.5);
    }

    [Theory]
    [InlineData(0.92)]
    [InlineData(0.75)]
    [InlineData(0.5)]
    public void A_blocking_tail_does_not_spoil_the_arcs_before_it(double exponent)
    {
        // Two arcs of a pellet and a constant-phase electrode.
        var parsed = Circuit.Parse("ZARC1-ZARC2-CPE3");
        double[] truth = [250, 3e-7, 0.97, 120, 1e-4, 0.9, 8e-6, exponent];
        var frequencies = Enumerable.Range(0, 81).Select(point => 1e7 * Math.Pow(10, -point / 10.0)).ToArray();
        var result = RelaxationTimes.Compute(KnownDistribution.Noisy(new Spectrum(frequencies, frequencies.Select(frequency => parsed.Impedance(frequency, truth))), 1e-3, "tail"));
        Assert.Equal(exponent, result.Tail!.Exponent, 0.01);
        Assert.Equal(8e-6, result.Tail.Coefficient, 0.03 * 8e-6);
        Assert.Contains(result.Peaks, peak => peak.Time is > 2.5e-7 and < 3.6e-7 && peak.Resistance is > 240 and < 260);
        // The slow arc of 120 ohm stands on the tail. Under one of 45 degrees, 5 kohm where the arc has its top, it cannot be seen.
        var slow = exponent > 0.7 ? Assert.Single(result.Peaks, peak => peak.Time is > 0.7e-4 and < 1.4e-4) : null;
        Assert.True(slow is null || Math.Abs(slow.Resistance - 120) < 6, $"{slow}");
        Assert.Equal(2, result.Peaks.Length);
    }

    [Theory]
    [InlineData(RelaxationMethod.Bayesian)]
    [InlineData(RelaxationMethod.Tikhonov)]
    public void Straight_lines_between_nodes_tell_the_same_story(RelaxationMethod method)
    {
        var spectrum = OneArc.Measured(1e-3, "basis");
        var result = RelaxationTimes.Compute(spectrum, new RelaxationOptions { Method = method, Basis = RelaxationBasisKind.PiecewiseLinear });
        Assert.Equal(50, result.Polarisation, 0.5);
        Assert.Equal(24.49142741, result.Gamma.Max(), 0.1 * 24.49142741);
    }

    [Fact]
    public void It_does_not_depend_on_the_unit_of_the_impedance_nor_on_the_order_of_the_points()
    {
        var spectrum = OneArc.Measured(2e-3, "unit");
        var result = RelaxationTimes.Compute(spectrum);
        var large = RelaxationTimes.Compute(new Spectrum(spectrum.Frequencies.Reverse(), spectrum.Impedances.Reverse().Select(z => 1e6 * z)));
        Assert.Equal(result.Polarisation, large.Polarisation / 1e6, 1e-3);
        Assert.Equal(result.Gamma.Max(), large.Gamma.Max() / 1e6, 1e-2);
    }

    [Fact]
    public void Spectra_without_noise_or_without_an_arc_are_answered()
    {
        var clean = RelaxationTimes.Compute(new Spectrum(KnownDistribution.Frequencies, KnownDistribution.Frequencies.Select(f => OneArc.Impedance(2 * Math.PI * f))));
        Assert.Equal(50, clean.Polarisation, 0.1);
        Assert.Equal(24.49142741, clean.Gamma.Max(), 0.03 * 24.49142741);
        var resistor = RelaxationTimes.Compute(new Spectrum(KnownDistribution.Frequencies, KnownDistribution.Frequencies.Select(_ => new Complex(7, 0))));
        Assert.Equal(7, resistor.SeriesResistance + resistor.Polarisation, 1e-3);
    }
}
