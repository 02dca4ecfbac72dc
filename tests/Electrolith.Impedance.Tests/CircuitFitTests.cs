using System.Collections.Immutable;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Fitting;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Tests;

/// <summary>Fits against optima that were found independently of this project with many starts (SciPy, logarithmic parameters).</summary>
public sealed class CircuitFitTests
{
    private static readonly Spectrum Example = SpectrumData.Load("example-cell").Where((_, z) => z.Imaginary < 0);

    /// <summary>The start of the tutorial; the tool it belongs to ends at 1.94302e-5 (unit weights).</summary>
    private static readonly ImmutableDictionary<string, double> Tutorial = ImmutableDictionary.CreateRange(new Dictionary<string, double>
    {
        ["R0"] = 0.01, ["R1"] = 0.01, ["C1"] = 100, ["R2"] = 0.01, ["Wo1_R"] = 0.05, ["Wo1_tau"] = 100, ["C2"] = 1,
    });

    [Theory]
    [InlineData(FitWeight.Unit, 1.40313787e-5)]
    [InlineData(FitWeight.Modulus, 1.83879337e-2)]
    public void The_true_optimum_of_the_tutorial_spectrum_is_reached_from_its_own_start(FitWeight weight, double expected)
    {
        var fit = CircuitFit.Fit(Circuit.Parse("R0-p(R1,C1)-p(R2-Wo1,C2)"), Example, new FitOptions { Weight = weight, Initial = Tutorial });
        Assert.Equal(57, Example.Count);
        Assert.True(fit.SumOfSquares <= expected * (1 + 1e-6), $"{fit.SumOfSquares:R} after {fit.Starts} starts");
        Assert.Contains(fit.Findings, finding => finding.Contains("Wo1_R and Wo1_tau are not determined", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(FitWeight.Unit, new[] { .0165051, .00533585, .220391, .00914548, .140009, 1262.23, 2.76531 }, 1.40313787e-5)]
    [InlineData(FitWeight.Modulus, new[] { .0163878, .00522554, .202634, .00937514, .140582, 1267.37, 2.56716 }, 1.83879337e-2)]
    public void The_parameters_at_the_optimum_are_those_of_the_independent_search(FitWeight weight, double[] expected, double sum)
    {
        // Wo1_R and Wo1_tau have standard errors of 85 to 170 %: their third digit is all that the sum of squares fixes.
        var fit = CircuitFit.Fit(Circuit.Parse("R0-p(R1,C1)-p(R2-Wo1,C2)"), Example, new FitOptions { Weight = weight, Initial = Tutorial });
        Assert.Equal(sum, fit.SumOfSquares, 1e-6 * sum);
        Assert.All(expected.Zip(fit.Parameters), pair => Assert.Equal(pair.First, pair.Second.Value, (pair.Second.Name.StartsWith("Wo1", StringComparison.Ordinal) ? 2e-3 : 2e-5) * pair.First));
        if (weight == FitWeight.Unit)
        {
            // "85 to 170 %" of the independent search, in round numbers.
            Assert.InRange(fit["Wo1_R"].RelativeError, 0.8, 0.9);
            Assert.InRange(fit["Wo1_tau"].RelativeError, 1.6, 1.8);
        }
    }

    [Theory]
    [InlineData(FitWeight.Unit, new[] { .016519, .0086766, 3.3214, .0053900, .0630927, 232.52, .219542 }, 1.94302e-5)]
    [InlineData(FitWeight.Modulus, new[] { .016519, .0086766, 3.3214, .0053900, .0630927, 232.52, .219542 }, 2.302e-2)]
    [InlineData(FitWeight.Unit, new[] { .016399, .0090562, 3.0604, .0052867, .144868, 1320.1, .201514 }, 1.4988e-5)]
    [InlineData(FitWeight.Modulus, new[] { .016399, .0090562, 3.0604, .0052867, .144868, 1320.1, .201514 }, 2.00216e-2)]
    public void Sums_of_squares_of_recorded_parameters_are_the_recorded_ones(FitWeight weight, double[] values, double expected)
    {
        // Parameters that impedance.py 1.7.1 ends with, as printed (five digits): the sum is stationary there, so that its own digits hold.
        var circuit = Circuit.Parse("R0-p(R1,C1)-p(R2-Wo1,C2)");
        var sum = Example.Frequencies.Zip(Example.Impedances).Sum(point => Math.Pow((circuit.Impedance(point.First, values) - point.Second).Magnitude / (weight == FitWeight.Unit ? 1 : point.Second.Magnitude), 2));
        Assert.Equal(expected, sum, 1e-3 * expected);
    }

    [Theory]
    [InlineData("R0-p(R1,C1)-p(R2,C2)-Wo1", 1.967829466213153e-05)]
    [InlineData("R0-p(R1,CPE1)-p(R2,CPE2)-Wo1", 9.46909301553311e-06)]
    public void Without_a_start_the_sum_is_not_above_the_recorded_one(string circuit, double recorded)
    {
        // Recorded with impedance.py 1.7.1 from a hand-made start.
        var fit = CircuitFit.Fit(Circuit.Parse(circuit), Example, new FitOptions { Weight = FitWeight.Unit, Starts = 60 });
        Assert.True(fit.SumOfSquares <= recorded * (1 + 1e-6), $"{fit.SumOfSquares:R}");
    }

    [Fact]
    public void A_clean_spectrum_gives_its_truth_back()
    {
        // Two arcs and a blocking tail, no noise; the recorded tool ends at a sum of 9.2 from a plausible start.
        double[] truth = [5, 180, 2e-10, 0.92, 420, 3e-8, 0.85, 2e-6, 0.8];
        var fit = CircuitFit.Fit(Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)-CPE3"), SpectrumData.Load("two-arc-clean"), new FitOptions
        {
            Initial = ImmutableDictionary.CreateRange(new Dictionary<string, double>
            {
                ["R0"] = 10, ["R1"] = 100, ["CPE1_Q"] = 1e-10, ["CPE1_alpha"] = 0.9, ["R2"] = 500, ["CPE2_Q"] = 1e-8, ["CPE2_alpha"] = 0.9, ["CPE3_Q"] = 1e-6, ["CPE3_alpha"] = 0.9,
            }),
        });
        Assert.True(fit.SumOfSquares < 1e-18, $"{fit.SumOfSquares}");
        var found = fit.Parameters.Select(parameter => parameter.Value).ToArray();
        // The two arcs may come out in either order.
        var swapped = found[1] > found[4];
        double[] expected = swapped ? [truth[0], .. truth[4..7], .. truth[1..4], .. truth[7..]] : truth;
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-6 * pair.First));
    }

    [Fact]
    public void Errors_are_those_of_the_recorded_fit_where_both_are_at_the_same_minimum()
    {
        var fit = CircuitFit.Fit(Circuit.Parse("R0-p(R1,C1)-p(R2,C2)-Wo1"), Example, new FitOptions { Weight = FitWeight.Unit, Starts = 60 });
        if (Math.Abs(fit.SumOfSquares - 1.967829466213153e-05) < 1e-11)
        {
            Assert.Equal(0.0164987716101965, fit["R0"].Value, 1e-6);
            Assert.Equal(0.00015399628705930153, fit["R0"].StandardError!.Value, 2e-6);
        }
    }

    [Fact]
    public void A_fixed_parameter_stays_and_has_no_error()
    {
        var fit = CircuitFit.Fit(Circuit.Parse("R0-p(R1,C1)-p(R2,C2)"), Example, new FitOptions { Fixed = ImmutableDictionary<string, double>.Empty.Add("R0", 0.0165) });
        Assert.Equal((0.0165, null), (fit["R0"].Value, fit["R0"].StandardError));
    }

    [Fact]
    public void What_cannot_be_fitted_is_refused()
    {
        var circuit = Circuit.Parse("R0-p(R1,CPE1)");
        Assert.Throws<ArgumentException>(() => CircuitFit.Fit(circuit, Example, new FitOptions { Initial = ImmutableDictionary<string, double>.Empty.Add("R9", 1) }));
        Assert.Throws<ArgumentException>(() => CircuitFit.Fit(circuit, Example, new FitOptions { Initial = ImmutableDictionary<string, double>.Empty.Add("CPE1_alpha", 1.5) }));
        Assert.Throws<ArgumentException>(() => CircuitFit.Fit(circuit, new Spectrum([1], [1])));
    }

    [Fact]
    public void The_same_seed_gives_the_same_result()
    {
        var circuit = Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)");
        Assert.Equal(CircuitFit.Fit(circuit, Example).Parameters.ToArray(), CircuitFit.Fit(circuit, Example).Parameters.ToArray());
    }
}
