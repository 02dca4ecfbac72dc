using System.Globalization;
using System.Numerics;
using Electrolith.Impedance.Relaxation;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Tests;

/// <summary>Distributions of relaxation times against closed forms and against pyDRTtools 0.2 on the same spectrum.</summary>
public sealed class RelaxationTimesTests
{
    private static readonly Spectrum TwoArcs = SpectrumData.Load("two-zarc");

    [Theory]
    [InlineData(0, 24.49142741)]
    [InlineData(0.5, 17.19299380)]
    [InlineData(1, 8.85179317)]
    [InlineData(2, 2.64494506)]
    [InlineData(3, 0.98515485)]
    [InlineData(5, 0.17651264)]
    public void The_closed_form_of_an_arc_is_the_published_one(double place, double expected) =>
        Assert.Equal(expected, RelaxationEquations.DepressedArc(50, 0.8, place), 1e-8);

    [Fact]
    public void Area_and_width_of_an_arc_are_the_published_ones()
    {
        // R 50 ohm, exponent 0.8: area 50, full width at half height 1.52149482.
        var sum = Enumerable.Range(-40000, 80001).Sum(point => RelaxationEquations.DepressedArc(50, 0.8, point * 1e-3)) * 1e-3;
        Assert.Equal(50, sum, 1e-8);
        Assert.Equal(1.52149482, RelaxationEquations.DepressedArcWidth(0.8), 1e-8);
        var half = RelaxationEquations.DepressedArcWidth(0.8) / 2;
        Assert.Equal(0.5, RelaxationEquations.DepressedArc(50, 0.8, half) / RelaxationEquations.DepressedArc(50, 0.8, 0), 1e-12);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(1)]
    [InlineData(30)]
    public void The_distribution_of_a_Gerischer_element_gives_its_impedance(double omegaTime)
    {
        // ∫ over τ = τ₀ sin²θ: γ d ln τ = (2R/π) dθ takes the singular end away.
        var sum = Complex.Zero;
        for (var node = 0; node < 20000; node++)
        {
            var ratio = Math.Pow(Math.Sin(Math.PI / 2 * (node + 0.5) / 20000), 2);
            var slope = 2 / Math.Tan(Math.PI / 2 * (node + 0.5) / 20000); // d ln τ / dθ
            sum += RelaxationEquations.Gerischer(50, ratio) * slope * RelaxationEquations.Relaxation(omegaTime * ratio) * (Math.PI / 2 / 20000);
        }

        var expected = 50 / Complex.Sqrt(new Complex(1, omegaTime));
        Assert.Equal(expected.Real, sum.Real, 1e-4);
        Assert.Equal(expected.Imaginary, sum.Imaginary, 1e-4);
    }

    [Fact]
    public void At_the_same_strength_the_second_derivative_gives_the_recorded_distribution()
    {
        var recorded = Rows("2");
        var result = RelaxationTimes.Compute(TwoArcs, new RelaxationOptions { Method = RelaxationMethod.Tikhonov, Selection = LambdaSelection.Given, Lambda = 1e-3, Derivative = 2, WithInductor = false, TimesAtInverseFrequency = true });
        var highest = recorded.Max(row => row.Gamma);
        Assert.Equal(recorded[0].Series, result.SeriesResistance, 1e-3);
        Assert.All(recorded.Where(row => row.Time > result.Times[0] && row.Time < result.Times[^1]), row => Assert.Equal(row.Gamma, At(result, row.Time), 1e-3 * highest));
    }

    [Fact]
    public void With_the_first_derivative_the_optimum_is_a_better_one_than_the_recorded()
    {
        // The recorded program's solver stops early: at the same strength ours leaves a smaller residual and no more roughness.
        var recorded = Rows("1");
        var result = RelaxationTimes.Compute(TwoArcs, new RelaxationOptions { Method = RelaxationMethod.Tikhonov, Selection = LambdaSelection.Given, Lambda = 1e-3, Derivative = 1, WithInductor = false, TimesAtInverseFrequency = true });
        Assert.True(result.RootMeanSquareResidual <= Math.Sqrt(2.851410 / 162), $"{result.RootMeanSquareResidual}");
        var highest = recorded.Max(row => row.Gamma);
        Assert.All(recorded.Where(row => row.Time > result.Times[0] && row.Time < result.Times[^1]), row => Assert.Equal(row.Gamma, At(result, row.Time), 0.015 * highest));
    }

    public static TheoryData<LambdaSelection> Selections => [.. Enum.GetValues<LambdaSelection>()];

    [Theory]
    [MemberData(nameof(Selections))]
    public void Every_rule_finds_both_arcs_and_their_resistance_to_one_percent(LambdaSelection selection)
    {
        // Truth: R∞ 10, 50 ohm at 0.1 ms (exponent 0.9), 30 ohm at 0.1 s (exponent 0.8), noise 0.2 %.
        var result = RelaxationTimes.Compute(TwoArcs, new RelaxationOptions { Method = RelaxationMethod.Tikhonov, Selection = selection });
        Assert.InRange(result.Polarisation, 79.2, 80.8);
        Assert.InRange(result.SeriesResistance, 9.9, 10.1);
        Assert.Contains(result.Peaks, peak => peak.Time is > 0.8e-4 and < 1.25e-4 && peak.Resistance is > 45 and < 52);
        Assert.Contains(result.Peaks, peak => peak.Time is > 0.8e-1 and < 1.6e-1 && peak.Resistance is > 24 and < 31);
        Assert.All(result.Gamma, value => Assert.True(value >= 0));
    }

    [Theory]
    [InlineData(RelaxationMethod.Tikhonov, RelaxationTail.Capacitor)]
    [InlineData(RelaxationMethod.Tikhonov, RelaxationTail.Automatic)]
    [InlineData(RelaxationMethod.Bayesian, RelaxationTail.Capacitor)]
    public void An_inductance_and_a_blocking_capacitance_are_told_apart_from_the_distribution(RelaxationMethod method, RelaxationTail tail)
    {
        var frequencies = Enumerable.Range(0, 81).Select(point => 1e6 * Math.Pow(10, -point / 10.0)).ToArray();
        var spectrum = new Spectrum(frequencies, frequencies.Select(f =>
        {
            var s = new Complex(0, 2 * Math.PI * f);
            return 5 + (2e-7 * s) + (1 / (1e-2 * s)) + (20 / (1 + Complex.Pow(s * 1e-3, 0.9)));
        }));
        var result = RelaxationTimes.Compute(spectrum, new RelaxationOptions { Method = method, Tail = tail });
        Assert.Equal(2e-7, result.Inductance, 2e-9);
        Assert.Equal(1e-2, result.Tail!.Coefficient, 1e-4);
        Assert.Equal(1, result.Tail.Exponent);
        Assert.Equal(20, result.Polarisation, 0.3);
    }

    [Fact]
    public void What_cannot_be_inverted_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RelaxationTimes.Compute(new Spectrum([1, 2, 3], [1, 1, 1])));
        Assert.Throws<ArgumentException>(() => RelaxationTimes.Compute(TwoArcs, new RelaxationOptions { Method = RelaxationMethod.Tikhonov, Selection = LambdaSelection.Given, Lambda = 0 }));
    }

    private static double At(RelaxationResult result, double time)
    {
        var above = Enumerable.Range(0, result.Times.Length).First(index => result.Times[index] >= time);
        var share = Math.Log(time / result.Times[above - 1]) / Math.Log(result.Times[above] / result.Times[above - 1]);
        return result.Gamma[above - 1] + (share * (result.Gamma[above] - result.Gamma[above - 1]));
    }

    private static List<(double Time, double Gamma, double Series)> Rows(string derivative) =>
        [.. SpectrumData.Rows("relaxation-times").Where(row => row[1] == derivative).Select(row => (Number(row[5]), Number(row[6]), Number(row[3])))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
