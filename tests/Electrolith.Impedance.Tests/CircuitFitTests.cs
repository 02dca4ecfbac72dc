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
