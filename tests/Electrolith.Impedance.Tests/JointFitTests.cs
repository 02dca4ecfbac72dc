using System.Collections.Immutable;
using System.Numerics;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Fitting;
using Electrolith.Impedance.Spectra;
using Electrolith.Numerics;

namespace Electrolith.Impedance.Tests;

/// <summary>Series with known laws, with noise; and circuits proposed for spectra whose circuit is known.</summary>
public sealed class JointFitTests
{
    private const double Boltzmann = 8.617333262e-5;

    private static readonly double[] Frequencies = [.. Enumerable.Range(0, 57).Select(point => 1e7 * Math.Pow(10, -point / 8.0))];

    [Fact]
    public void Activation_energies_of_a_joint_fit_are_the_true_ones_and_its_laws_cost_nothing()
    {
        var circuit = Circuit.Parse("p(R1,CPE1)-p(R2,CPE2)-CPE3");
        double[] temperatures = [263.15, 283.15, 303.15, 323.15];
        var series = temperatures.Select((t, at) => new SeriesSpectrum(Draw(circuit, [Activated(2500, 0.35, t), 2e-10, 0.95, Activated(1200, 0.45, t), 4e-8, 0.9, 8e-6, 0.92], 0.005, at), t)).ToList();
        var fit = JointFit.Of(circuit, series, new JointOptions
        {
            Laws = Laws(("R1", SeriesLaw.Arrhenius), ("R2", SeriesLaw.Arrhenius), ("CPE1_alpha", SeriesLaw.Shared), ("CPE2_alpha", SeriesLaw.Shared), ("CPE1_Q", SeriesLaw.Shared), ("CPE2_Q", SeriesLaw.Shared)),
        });
        Check(fit, "R1 activation energy", 0.35, 0.003);
        Check(fit, "R2 activation energy", 0.45, 0.006);
        Check(fit, "R1 at reference", 2500, 25);
        Assert.True(fit.HasConverged);
        Assert.Empty(fit.Findings);
        Assert.InRange(fit.SumOfSquares / fit.SingleSumOfSquares, 1, 1.3);
    }

    [Fact]
    public void One_energy_for_two_arcs_that_have_two_is_refuted_in_words()
    {
        var circuit = Circuit.Parse("p(R1,C1)-p(R2,C2)");
        double[] temperatures = [273.15, 298.15, 323.15];
        var series = temperatures.Select((t, at) => new SeriesSpectrum(Draw(circuit, [Activated(100, 0.2, t), 1e-8, Activated(100, 0.6, t), 1e-4], 0.002, at), t)).ToList();
        var fit = JointFit.Of(circuit, series, new JointOptions { Laws = Laws(("R1", SeriesLaw.Arrhenius), ("R2", SeriesLaw.Arrhenius)), SharedExponents = [["R1", "R2"]] });
        Assert.Contains(fit.Findings, finding => finding.StartsWith("separate fits are significantly better", StringComparison.Ordinal));
        Assert.Single(fit.Parameters, parameter => parameter.Unit == "eV");
    }

    [Fact]
    public void Exponents_of_pressure_and_time_are_found()
    {
        // R ~ p^-0.5, as measured for constriction at Li6PS5Cl contacts; growth with n = 0.5 at k = 6.964 ohm h^-1/2, Jung's electron rail.
        var circuit = Circuit.Parse("R0-p(R1,C1)");
        var pressed = new[] { 2e6, 5e6, 1e7, 4e7 }.Select((p, at) => new SeriesSpectrum(Draw(circuit, [10, 200 * Math.Pow(p / 1e7, -0.5), 1e-7], 0.003, at), p)).ToList();
        Check(JointFit.Of(circuit, pressed, new JointOptions { Laws = Laws(("R0", SeriesLaw.Shared), ("R1", SeriesLaw.Power)) }), "R1 exponent", -0.5, 0.01);
        var aged = new[] { 0, 1.4, 5.6, 12.6, 19.6, 26.6, 33.6, 40.6 }.Select((hours, at) => new SeriesSpectrum(Draw(circuit, [10, 20.42 + (6.964 * Math.Sqrt(hours)), 1e-7], 0.003, at + 9), hours * 3600)).ToList();
        var growth = JointFit.Of(circuit, aged, new JointOptions { Laws = Laws(("R0", SeriesLaw.Shared), ("C1", SeriesLaw.Shared), ("R1", SeriesLaw.Growth)), Reference = 3600 });
        Check(growth, "R1 exponent", 0.5, 0.02);
        Check(growth, "R1 growth to reference", 6.964, 0.3);
        Check(growth, "R1 at start", 20.42, 0.3);
    }

    [Fact]
    public void Series_that_cannot_be_are_refused()
    {
        var circuit = Circuit.Parse("R0-p(R1,C1)");
        var one = new SeriesSpectrum(Draw(circuit, [10, 200, 1e-7], 0, 1), 300);
        Assert.Contains("at least two different", Refused([one, one], Laws()), StringComparison.Ordinal);
        Assert.Contains("not a parameter", Refused([one, one with { Condition = 310 }], Laws(("R7", SeriesLaw.Shared))), StringComparison.Ordinal);
        Assert.Contains("in one series", Refused([one, one with { Condition = 310 }], Laws(("R0", SeriesLaw.Arrhenius), ("R1", SeriesLaw.Power))), StringComparison.Ordinal);
        Assert.Contains("no temperature", Refused([one, one with { Condition = -3 }], Laws(("R0", SeriesLaw.Arrhenius))), StringComparison.Ordinal);
        var bounded = new JointOptions { Single = new FitOptions { Bounds = new FitOptions().Bounds.Add("R1", (1, 2)) } };
        Assert.Contains("are for single spectra", Assert.Throws<ArgumentException>(() => JointFit.Of(circuit, [one, one with { Condition = 310 }], bounded)).Message, StringComparison.Ordinal);
        string Refused(SeriesSpectrum[] series, ImmutableDictionary<string, SeriesLaw> laws) => Assert.Throws<ArgumentException>(() => JointFit.Of(circuit, series, new JointOptions { Laws = laws })).Message;
    }

    [Theory]
    [InlineData("R0-p(R1,CPE1)-p(R2,CPE2)", new[] { 10, 100, 1e-6, 0.9, 200, 1e-3, 0.85 })]
    [InlineData("R0-p(R1,CPE1)-CPE9", new[] { 10, 100, 1e-7, 0.9, 1e-4, 0.9 })]
    [InlineData("p(R1,CPE1)-p(R2,CPE2)-CPE9", new[] { 250, 2e-10, 0.97, 120, 4e-8, 0.9, 8e-6, 0.92 })]
    [InlineData("L0-R0-p(R1,CPE1)", new[] { 1e-6, 10, 100, 1e-5, 0.9 })]
    public void The_true_circuit_is_proposed_first(string text, double[] values)
    {
        var truth = Circuit.Parse(text);
        var result = CircuitProposal.Of(Draw(truth, values, 0.003, 5));
        Assert.Equal(text, result.Circuits[0].Fit.Circuit.Text);
        Assert.Empty(result.Circuits[0].Undetermined);
        Assert.True(result.Circuits.Length > 5);
        Assert.Equal(3, result.Reasons.Length);
    }

    [Fact]
    public void The_circuit_behind_the_example_pellet_is_proposed_with_its_arcs_from_fast_to_slow()
    {
        var best = CircuitProposal.Of(InstrumentFiles.Spectrum()).Circuits[0].Fit;
        Assert.Equal("p(R1,CPE1)-p(R2,CPE2)-CPE9", best.Circuit.Text);
        Assert.Equal(250, best["R1"].Value, 3 * best["R1"].StandardError!.Value);
        Assert.Equal(120, best["R2"].Value, 3 * best["R2"].StandardError!.Value);
        var plain = CircuitFit.Fit(Circuit.Parse(InstrumentFiles.CircuitText), InstrumentFiles.Spectrum());
        Assert.Equal(plain.SumOfSquares, best.SumOfSquares, 1e-6 * plain.SumOfSquares);
    }

    private static void Check(JointFit fit, string name, double expected, double within)
    {
        var parameter = fit.Parameters.Single(item => item.Name == name);
        Assert.Equal(expected, parameter.Value, within);
        Assert.True(Math.Abs(expected - parameter.Value) < 4 * parameter.StandardError, $"{name}: {parameter.Value} ± {parameter.StandardError}, truth {expected}");
    }

    private static double Activated(double reference, double energy, double t) => reference * t / 298.15 * Math.Exp(energy / Boltzmann * ((1 / t) - (1 / 298.15)));

    private static ImmutableDictionary<string, SeriesLaw> Laws(params (string Name, SeriesLaw Law)[] laws) => laws.ToImmutableDictionary(item => item.Name, item => item.Law, StringComparer.Ordinal);

    private static Spectrum Draw(Circuit circuit, double[] values, double noise, int seed)
    {
        var random = new RandomStream((ulong)seed + 100);
        return new Spectrum(Frequencies, Frequencies.Select(f => circuit.Impedance(f, values)).Select(z => z + (noise * z.Magnitude * new Complex(Normal.Quantile(random.NextDouble()), Normal.Quantile(random.NextDouble())))));
    }
}
