using System.Numerics;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Desk;
using Electrolith.Impedance.Fitting;
using Electrolith.Impedance.Spectra;
using Electrolith.Numerics;

namespace Electrolith.Impedance.Tests;

/// <summary>From arcs to conductivities, and from a temperature series to an activation energy.</summary>
public sealed class DeskTests
{
    [Theory]
    [InlineData(250, 2e-11, 0.98, 1.354008e-11)]
    [InlineData(120, 4e-9, 0.9, 7.942838e-10)]
    [InlineData(60, 3e-6, 0.8, 3.474877e-7)]
    public void Brugs_capacitance_is_the_calculated_one(double resistance, double constantPhase, double exponent, double expected) =>
        Assert.Equal(expected, PelletEquations.EffectiveCapacitance(resistance, constantPhase, exponent), 1e-6 * expected);

    [Fact]
    public void A_pellet_gives_its_bulk_and_grain_boundary_conductivity_back()
    {
        // Bulk 250 ohm and grain boundary 120 ohm of a pellet 1 mm thick with 1 cm²: 0.4 and 0.8333 mS/cm, together 0.2703 mS/cm.
        var truth = Circuit.Parse("p(R1,CPE1)-p(R2,CPE2)-CPE3");
        double[] values = [250, 2e-11, 0.98, 120, 4e-9, 0.9, 8e-6, 0.92];
        var frequencies = Enumerable.Range(0, 91).Select(point => 1e9 * Math.Pow(10, -point / 10.0)).ToArray();
        var fit = CircuitFit.Fit(truth, new Spectrum(frequencies, frequencies.Select(f => truth.Impedance(f, values))));
        var pellet = PelletAnalysis.Of(fit, 1e-3, 1e-4);
        Assert.Equal(0.04, pellet.Bulk!.Value, 1e-5);
        Assert.Equal(1e-3 / (1e-4 * 120), pellet.GrainBoundary!.Value, 1e-5);
        Assert.Equal(1e-3 / (1e-4 * 370), pellet.Total!.Value, 1e-5);
        Assert.Equal(pellet.GrainBoundary.Value * 1.354008e-11 / 7.942838e-10, pellet.SpecificGrainBoundary!.Value, 1e-6);
        Assert.Equal(["bulk", "grain boundary"], pellet.Arcs.Select(arc => arc.Process));
    }

    [Fact]
    public void The_error_of_the_total_is_the_scatter_over_repeated_measurements()
    {
        // Both arcs run into each other: the parts scatter by percents, their sum does not, and the error must say so.
        var circuit = Circuit.Parse(InstrumentFiles.CircuitText);
        var totals = new List<double>();
        var errors = new List<double>();
        foreach (var random in Enumerable.Range(1, 24).Select(seed => new RandomStream((ulong)seed)))
        {
            var frequencies = Enumerable.Range(0, 69).Select(point => 7e6 * Math.Pow(10, -point / 10.0)).ToArray();
            var noisy = frequencies.Select(f => circuit.Impedance(f, InstrumentFiles.Truth)).Select(z => z * (1 + (0.002 * new Complex(Normal.Quantile(random.NextDouble()), Normal.Quantile(random.NextDouble())))));
            var pellet = PelletAnalysis.Of(CircuitFit.Fit(circuit, new Spectrum(frequencies, noisy)), 1e-3, 1e-4);
            totals.Add(pellet.Total!.Value);
            errors.Add(pellet.TotalError!.Value);
        }

        var mean = totals.Average();
        var scatter = Math.Sqrt(totals.Sum(total => (total - mean) * (total - mean)) / (totals.Count - 1));
        // The standard deviation of 24 values is known to 15 % itself.
        Assert.InRange(errors.Average() / scatter, 0.6, 1.6);
        Assert.Equal(1e-3 / (1e-4 * 370), mean, 4 * scatter / Math.Sqrt(totals.Count));
    }

    [Fact]
    public void Two_arcs_of_grain_boundaries_are_both_in_the_total()
    {
        var circuit = Circuit.Parse("p(R1,C1)-p(R2,C2)-p(R3,C3)-CPE4");
        double[] values = [250, 2e-12, 120, 3e-10, 60, 9e-9, 8e-6, 0.92];
        var frequencies = Enumerable.Range(0, 101).Select(point => 1e10 * Math.Pow(10, -point / 10.0)).ToArray();
        var pellet = PelletAnalysis.Of(CircuitFit.Fit(circuit, new Spectrum(frequencies, frequencies.Select(f => circuit.Impedance(f, values)))), 1e-3, 1e-4);
        Assert.Equal(1e-3 / (1e-4 * 430), pellet.Total!.Value, 1e-5);
        Assert.Equal(1e-3 / (1e-4 * 180), pellet.GrainBoundary!.Value, 1e-5);
        Assert.Contains(pellet.Findings, finding => finding.Contains("their sum", StringComparison.Ordinal));
    }

    [Fact]
    public void The_activation_energy_of_sigma_times_temperature_is_the_true_one_and_that_of_sigma_too_low()
    {
        var temperatures = Enumerable.Range(0, 20).Select(step => 253.15 + (5 * step)).ToArray();
        var conductivities = temperatures.Select(t => 3e4 / t * Math.Exp(-0.32 * 1.602176634e-19 / (1.380649e-23 * t))).ToArray();
        Assert.Equal(0.32, ArrheniusFit.Of(temperatures, conductivities).ActivationEnergy, 1e-6);
        Assert.Equal(0.29457, ArrheniusFit.Of(temperatures, conductivities, isOfSigmaT: false).ActivationEnergy, 5e-4);
        Assert.Equal(conductivities[7], ArrheniusFit.Of(temperatures, conductivities).Conductivity(temperatures[7]), 1e-9 * conductivities[7]);
    }

    [Fact]
    public void A_Vogel_law_gives_its_energy_and_temperature_back_and_a_straight_line_says_that_it_is_none()
    {
        // B = 0.09 eV and T0 = 210 K, the size of amorphous PEO electrolytes; the closed form is the truth.
        var temperatures = Enumerable.Range(0, 8).Select(step => 333.15 + (5 * step)).ToArray();
        var fit = VogelFit.Of(temperatures, [.. temperatures.Select(t => 500 / Math.Sqrt(t) * Math.Exp(-0.09 * 1.602176634e-19 / (1.380649e-23 * (t - 210))))]);
        Assert.True(fit.IsDetermined);
        Assert.Equal(0.09, fit.PseudoActivationEnergy, 1e-6);
        Assert.Equal(210, fit.IdealGlassTemperature, 1e-3);
        Assert.Equal(500, fit.Prefactor, 1e-2);
        Assert.False(VogelFit.Of(temperatures, [.. temperatures.Select(t => 500 / Math.Sqrt(t) * Math.Exp(-0.4 * 1.602176634e-19 / (1.380649e-23 * t)))]).IsDetermined);
    }

    [Fact]
    public void Direct_current_methods_have_their_calculated_values()
    {
        // 10 mV, 12.5 and 3.1 µA, 420 and 455 ohm; Hebb-Wagner with 1e-9 S/cm of electrons, 1 mm thick, 25 °C (A/cm²).
        Assert.Equal(0.137144, PelletEquations.TransferenceNumber(0.01, 12.5e-6, 3.1e-6, 420, 455), 1e-6);
        Assert.Equal(2.516843e-10, PelletEquations.HebbWagnerCurrent(0.1, 1e-7, 0, 1e-3, 298.15) * 1e-4, 1e-15);
        Assert.Equal(2.569258e-10, PelletEquations.HebbWagnerCurrent(0.5, 1e-7, 0, 1e-3, 298.15) * 1e-4, 1e-15);
    }

    public static TheoryData<string, double[], double, double, double, double> Ageing => new()
    {
        { "electrons, bulk", [21.69, 27.86, 35.78, 44.89, 51.62, 56.62, 61.10, 64.72], 0.5, 6.964, 0.998, 0.565 },
        { "ions, bulk", [27.51, 34.49, 43.46, 52.35, 58.36, 62.51, 66.07, 68.92], 0.5, 6.690, 0.997, 0.482 },
        { "electrons, boundaries", [50.64, 61.35, 84.09, 122.69, 162.59, 204.12, 244.93, 284.47], 1, 5.734, 0.9999, 0.985 },
        { "ions, boundaries", [273.99, 273.53, 339.07, 415.81, 488.02, 555.46, 613.79, 663.25], 1, 9.938, 0.992, 0.910 },
        { "coated, electrons, boundaries", [296.70, 304.88, 323.03, 343.84, 360.41, 373.29, 385.19, 395.99], 0.5, 16.256, 0.988, double.NaN },
        { "coated, ions, boundaries", [219.22, 218.66, 226.99, 233.04, 234.09, 236.77, 239.09, 239.92], 0.5, 3.648, 0.958, double.NaN },
    };

    [Theory]
    [MemberData(nameof(Ageing))]
    public void Published_ageing_gives_the_calculated_rates_and_exponents(string what, double[] resistances, double exponent, double rate, double determination, double free)
    {
        // Jung et al. 2019, supporting table, hours and ohm; rates and R² from an independent least squares. Exponents within 0.05; where the scatter is as large as the growth none is asked.
        Assert.NotEmpty(what);
        double[] hours = [0, 1.4, 5.6, 12.6, 19.6, 26.6, 33.6, 40.6];
        var law = GrowthLaw.Of(hours, resistances, exponent);
        Assert.Equal(rate, law.Rate, 6e-4);
        Assert.Equal(determination, law.Determination, 6e-4);
        if (!double.IsNaN(free))
        {
            Assert.Equal(free, GrowthLaw.Free(hours, resistances).Exponent, 0.05);
        }
    }

    [Theory]
    [InlineData(1e-12, "bulk")]
    [InlineData(1e-9, "grain boundary")]
    [InlineData(3e-8, "surface layer")]
    [InlineData(1e-6, "sample-electrode interface")]
    [InlineData(1e-3, "electrochemical reaction")]
    public void A_capacitance_points_to_a_process(double capacitance, string expected) => Assert.Equal(expected, ProcessClass.Of(capacitance, 1e-2, 1e-4));

    [Fact]
    public void A_series_needs_two_temperatures() => Assert.Throws<ArgumentException>(() => ArrheniusFit.Of([300, 300], [1, 2]));
}
