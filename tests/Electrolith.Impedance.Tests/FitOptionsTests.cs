using System.Numerics;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Fitting;
using Electrolith.Impedance.Spectra;
using Electrolith.Numerics;

namespace Electrolith.Impedance.Tests;

/// <summary>Weights, quantities, ties, order, bounds and intervals, on circuits whose parameters are known.</summary>
public sealed class FitOptionsTests
{
    private static readonly Circuit TwoArcs = Circuit.Parse("R0-p(R1,C1)-p(R2,C2)");
    private static readonly double[] Truth = [10, 100, 1e-6, 200, 1e-4];
    private static readonly double[] Frequencies = [.. Enumerable.Range(0, 51).Select(point => 1e5 * Math.Pow(10, -point / 8.0))];

    [Theory]
    [InlineData(FitWeight.Unit, FitQuantity.Impedance)]
    [InlineData(FitWeight.Proportional, FitQuantity.Impedance)]
    [InlineData(FitWeight.Boukamp, FitQuantity.Admittance)]
    [InlineData(FitWeight.Unit, FitQuantity.Admittance)]
    [InlineData(FitWeight.Proportional, FitQuantity.Admittance)]
    [InlineData(FitWeight.Modulus, FitQuantity.Modulus)]
    [InlineData(FitWeight.Unit, FitQuantity.Modulus)]
    public void Every_weight_and_quantity_finds_the_truth(FitWeight weight, FitQuantity quantity)
    {
        var fit = CircuitFit.Fit(TwoArcs, Spectrum(0, 1), new FitOptions { Weight = weight, Quantity = quantity, Order = [("C1", "C2")] });
        Assert.All(fit.Parameters.Zip(Truth), pair => Assert.Equal(pair.Second, pair.First.Value, 1e-5 * pair.Second));
        Assert.True(fit["C1"].Value < fit["C2"].Value);
        Assert.Equal(5, fit.Free);
    }

    [Fact]
    public void Boukamps_weights_are_those_of_the_modulus()
    {
        var spectrum = Spectrum(0.01, 3);
        Assert.Equal(CircuitFit.Fit(TwoArcs, spectrum).SumOfSquares, CircuitFit.Fit(TwoArcs, spectrum, new FitOptions { Weight = FitWeight.Boukamp }).SumOfSquares);
    }

    [Fact]
    public void Measured_weights_make_the_sum_of_squares_chi_squared_and_follow_the_error_structure()
    {
        // Scatter of 0.5 % of |Z'| and 0.02 ohm on each part; chi squared of 102 residuals less 5 is 97 ± 14.
        ErrorStructure truth = new(0, 0.005, 0, 0.02);
        Spectrum Draw(int seed)
        {
            var random = new RandomStream((ulong)seed);
            return new Spectrum(Frequencies, Frequencies.Select(f => TwoArcs.Impedance(f, Truth)).Select(z => z + (truth.Deviation(z) * new Complex(Normal.Quantile(random.NextDouble()), Normal.Quantile(random.NextDouble())))));
        }

        var structure = ErrorStructure.Of([.. Enumerable.Range(10, 30).Select(Draw)]);
        Assert.All(Frequencies, f => Assert.Equal(truth.Deviation(TwoArcs.Impedance(f, Truth)), structure.Deviation(TwoArcs.Impedance(f, Truth)), 0.2 * truth.Deviation(TwoArcs.Impedance(f, Truth))));
        var spectrum = Draw(1);
        var fit = CircuitFit.Fit(TwoArcs, spectrum, new FitOptions { Weight = FitWeight.Measured, StandardDeviations = structure.For(spectrum) });
        Assert.InRange(fit.SumOfSquares, 97 - 45, 97 + 60);
    }

    [Fact]
    public void Tied_bounded_and_ordered_parameters_keep_their_rules()
    {
        var spectrum = Spectrum(0.002, 5);
        var tied = CircuitFit.Fit(TwoArcs, spectrum, new FitOptions { Ties = Ties("R2", "R1", 2) });
        Assert.Equal(2 * tied["R1"].Value, tied["R2"].Value, 1e-9);
        Assert.Equal(2 * tied["R1"].StandardError!.Value, tied["R2"].StandardError!.Value, 1e-9);
        Assert.Equal(4, tied.Free);
        var bounded = CircuitFit.Fit(TwoArcs, spectrum, new FitOptions { Bounds = FitOptionsOf("R1", 10, 60), Order = [("C1", "C2")] });
        Assert.InRange(bounded["R1"].Value, 10, 60);
        var turned = CircuitFit.Fit(TwoArcs, spectrum, new FitOptions { Order = [("C2", "C1")] });
        Assert.True(turned["C2"].Value < turned["C1"].Value);
        Assert.Equal(100, turned["R2"].Value, 2.0);
    }

    [Fact]
    public void A_fit_reaches_the_known_optimum_in_admittance_and_from_its_ordered_form()
    {
        // The same data, weights and model: ordering the arcs changes their names, not the sum of squares.
        var spectrum = Spectrum(0.01, 7);
        var plain = CircuitFit.Fit(TwoArcs, spectrum);
        var ordered = CircuitFit.Fit(TwoArcs, spectrum, new FitOptions { Order = [("R1", "R2")] });
        Assert.Equal(plain.SumOfSquares, ordered.SumOfSquares, 1e-9 * plain.SumOfSquares);
    }

    [Theory]
    [InlineData("R9", "R1", "not a parameter")]
    [InlineData("R1", "R2", "circle")]
    public void Rules_that_cannot_be_are_refused(string name, string other, string expected)
    {
        var options = new FitOptions { Ties = Ties(name, other, 1), Order = [("R1", "R2")] };
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => CircuitFit.Fit(TwoArcs, Spectrum(0, 1), options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Intervals_of_profile_and_bootstrap_are_those_of_the_parabola_where_there_is_one()
    {
        // A well determined circuit with little noise is linear near its optimum: all three agree, the bootstrap to its own scatter.
        var spectrum = Spectrum(0.002, 11);
        var options = new FitOptions { Order = [] };
        var fit = CircuitFit.Fit(TwoArcs, spectrum, options);
        var profile = ProfileLikelihood.Of(fit, spectrum, options, ["R1", "C2"]);
        var bootstrap = Bootstrap.Of(fit, spectrum, options, 200, BootstrapKind.Parametric);
        foreach (var interval in profile)
        {
            var half = 1.985 * fit[interval.Name].StandardError!.Value; // Student, 97 degrees of freedom
            Assert.Equal(fit[interval.Name].Value - half, interval.Low!.Value, 0.03 * half);
            Assert.Equal(fit[interval.Name].Value + half, interval.High!.Value, 0.03 * half);
            var spread = bootstrap.Single(item => item.Name == interval.Name).Deviation;
            Assert.Equal(fit[interval.Name].StandardError!.Value, spread, 0.25 * spread);
        }

        Assert.Equal(bootstrap.Select(item => item.Mean), Bootstrap.Of(fit, spectrum, options, 200, BootstrapKind.Parametric).Select(item => item.Mean));
    }

    [Fact]
    public void A_profile_without_an_end_says_so()
    {
        // The second arc lies far below the window: its resistance is open upwards.
        var circuit = Circuit.Parse("R0-p(R1,C1)");
        var spectrum = new Spectrum(Frequencies, Frequencies.Select(f => circuit.Impedance(f, [10, 1e7, 1e-3])));
        var noisy = new Spectrum(spectrum.Frequencies, spectrum.Impedances.Select((z, at) => z * (1 + (0.01 * Math.Sin(at * 2.4)))));
        var options = new FitOptions();
        var interval = ProfileLikelihood.Of(CircuitFit.Fit(circuit, noisy, options), noisy, options, ["R1"]).Single();
        Assert.Null(interval.High);
        Assert.NotNull(interval.Low);
    }

    private static System.Collections.Immutable.ImmutableDictionary<string, (string Other, double Ratio)> Ties(string name, string other, double ratio) => new FitOptions().Ties.Add(name, (other, ratio));

    private static System.Collections.Immutable.ImmutableDictionary<string, (double Low, double High)> FitOptionsOf(string name, double low, double high) => new FitOptions().Bounds.Add(name, (low, high));

    private static Spectrum Spectrum(double noise, int seed)
    {
        var random = new RandomStream((ulong)seed);
        return new Spectrum(Frequencies, Frequencies.Select(f => TwoArcs.Impedance(f, Truth)).Select(z => z + (noise * z.Magnitude * new Complex(Normal.Quantile(random.NextDouble()), Normal.Quantile(random.NextDouble())))));
    }
}
