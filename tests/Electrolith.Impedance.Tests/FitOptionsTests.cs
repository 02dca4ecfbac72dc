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
    public void Few_replicates_do_not_make_the_scatter_look_small()
    {
        // Pairs of spectra with a scatter of 1 % of |Z'|: the root of a variance from two degrees of freedom is on average √π/2 = 0.886 of the deviation.
        Spectrum Draw(ulong seed)
        {
            var random = new RandomStream(seed);
            return new Spectrum(Frequencies, Frequencies.Select(f => TwoArcs.Impedance(f, Truth)).Select(z => z + (0.01 * Math.Abs(z.Real) * new Complex(Normal.Quantile(random.NextDouble()), Normal.Quantile(random.NextDouble())))));
        }

        var ratios = Enumerable.Range(0, 40).Select(pair => ErrorStructure.Of([Draw(100 + (2 * (ulong)pair)), Draw(101 + (2 * (ulong)pair))])).Select(found => Frequencies.Average(f => found.Deviation(TwoArcs.Impedance(f, Truth)) / (0.01 * Math.Abs(TwoArcs.Impedance(f, Truth).Real))));
        Assert.Equal(1, ratios.Average(), 0.04); // 40 pairs of 51 points: standard error 0.52/√(2040) = 0.012
    }

    [Fact]
    public void Errors_of_a_file_are_taken_between_its_frequencies_on_logarithmic_axes()
    {
        var errors = new MeasuredErrors([(100, 4, 8), (1, 1, 2)]);
        var (real, imaginary) = errors.For(new Spectrum([10], [1])).Single();
        Assert.Equal((2, 4), (real, imaginary));
        Assert.Throws<ArgumentException>(() => errors.For(new Spectrum([1000], [1])));
        Assert.Throws<ArgumentException>(() => new MeasuredErrors([(1, 1, 1), (1, 2, 2)]));
        Assert.Throws<ArgumentException>(() => new MeasuredErrors([(1, 0, 1)]));
    }

    [Fact]
    public void An_option_that_names_one_arc_leaves_the_others_from_fast_to_slow()
    {
        // R0 is named, the arcs are not: whatever the seed, the first one is that of 100 ohm and 0.1 ms.
        for (ulong seed = 1; seed < 5; seed++)
        {
            Assert.Equal(100, CircuitFit.Fit(TwoArcs, Spectrum(0.001, 9), new FitOptions { Seed = seed, Fixed = new FitOptions().Fixed.Add("R0", 10) })["R1"].Value, 1.0);
        }
    }

    [Fact]
    public void A_parameter_that_a_rule_holds_back_is_named()
    {
        var bounded = CircuitFit.Fit(TwoArcs, Spectrum(0.002, 5), new FitOptions { Bounds = FitOptionsOf("R0", 1, 5) });
        Assert.Equal(5, bounded["R0"].Value, 1e-9);
        Assert.Contains(bounded.Findings, finding => finding.StartsWith("R0 ran to its bound", StringComparison.Ordinal));
        // 5 ohm of the arc cannot be above the 10 ohm before it.
        var held = CircuitFit.Fit(Circuit.Parse("R0-p(R1,C1)"), new Spectrum(Frequencies, Frequencies.Select(f => Circuit.Parse("R0-p(R1,C1)").Impedance(f, [10, 5, 1e-4]))), new FitOptions { Order = [("R0", "R1")] });
        Assert.Contains(held.Findings, finding => finding.StartsWith("R1 is held up by the order", StringComparison.Ordinal));
    }

    [Fact]
    public void Correlation_is_that_of_the_parameters_whatever_their_axes()
    {
        var spectrum = Spectrum(0.002, 11);
        var (plain, ordered) = (CircuitFit.Fit(TwoArcs, spectrum), CircuitFit.Fit(TwoArcs, spectrum, new FitOptions { Order = [("R1", "R2")] }));
        Assert.Equal(plain.FreeNames.ToArray(), ordered.FreeNames.ToArray());
        Assert.All(plain.Correlation.Zip(ordered.Correlation), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }

    [Fact]
    public void A_bootstrap_scatters_as_the_weights_say()
    {
        // Noise of one size in ohm on a spectrum that falls over three decades: with unit weights the spread of each parameter is its standard error.
        var random = new RandomStream(21);
        var noisy = new Spectrum(Frequencies, Frequencies.Select(f => TwoArcs.Impedance(f, Truth) + (0.2 * new Complex(Normal.Quantile(random.NextDouble()), Normal.Quantile(random.NextDouble())))));
        var options = new FitOptions { Weight = FitWeight.Unit };
        var fit = CircuitFit.Fit(TwoArcs, noisy, options);
        foreach (var kind in new[] { BootstrapKind.Residual, BootstrapKind.Parametric })
        {
            Assert.All(Bootstrap.Of(fit, noisy, options, 300, kind), item => Assert.Equal(fit[item.Name].StandardError!.Value, item.Deviation, 0.25 * item.Deviation));
        }
    }

    [Theory]
    [InlineData(1ul)]
    [InlineData(2ul)]
    [InlineData(3ul)]
    public void An_order_over_four_decades_is_no_obstacle(ulong seed)
    {
        // The two Q are four decades apart and the series resistance hides behind the fast arc: the sum of squares is that without the order.
        var circuit = Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)");
        double[] frequencies = [.. Enumerable.Range(0, 71).Select(point => 1e6 * Math.Pow(10, -point / 10.0))];
        var random = new RandomStream(seed);
        var spectrum = new Spectrum(frequencies, frequencies.Select(f => circuit.Impedance(f, [10, 100, 1e-8, 0.9, 40, 1e-4, 0.8])).Select(z => z * (1 + (0.003 * new Complex(Normal.Quantile(random.NextDouble()), Normal.Quantile(random.NextDouble()))))));
        var plain = CircuitFit.Fit(circuit, spectrum);
        var up = CircuitFit.Fit(circuit, spectrum, new FitOptions { Order = [("CPE1_Q", "CPE2_Q")] });
        var down = CircuitFit.Fit(circuit, spectrum, new FitOptions { Order = [("CPE2_Q", "CPE1_Q")] });
        Assert.Equal(plain.SumOfSquares, up.SumOfSquares, 1e-6 * plain.SumOfSquares);
        Assert.Equal(plain.SumOfSquares, down.SumOfSquares, 1e-6 * plain.SumOfSquares);
        Assert.Equal(up["R1"].Value, down["R2"].Value, 1e-3 * up["R1"].Value);
    }

    [Theory]
    [InlineData("C1")]
    [InlineData("C2")]
    public void A_profile_of_an_ordered_parameter_is_that_of_the_free_one(string name)
    {
        // The order holds anyway, so that it cannot change the interval.
        var spectrum = Spectrum(0.002, 11);
        var options = new FitOptions { Order = [("C1", "C2")] };
        var ordered = ProfileLikelihood.Of(CircuitFit.Fit(TwoArcs, spectrum, options), spectrum, options, [name]).Single();
        var plain = ProfileLikelihood.Of(CircuitFit.Fit(TwoArcs, spectrum), spectrum, new FitOptions(), [name]).Single();
        Assert.Equal(plain.Low!.Value, ordered.Low!.Value, 1e-4 * plain.Low.Value);
        Assert.Equal(plain.High!.Value, ordered.High!.Value, 1e-4 * plain.High.Value);
        Assert.Contains(ProfileLikelihood.Of(CircuitFit.Fit(TwoArcs, spectrum, options), spectrum, options), interval => interval.Name == name);
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
