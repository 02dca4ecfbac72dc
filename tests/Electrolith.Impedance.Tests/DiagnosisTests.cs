using System.Numerics;
using Electrolith.Impedance.Desk;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Tests;

/// <summary>Shorts, direct current and the process of an arc, on closed forms with noise of a known size.</summary>
public sealed class DiagnosisTests
{
    private static readonly double[] Frequencies = [.. Enumerable.Range(0, 61).Select(point => 1e6 * Math.Pow(10, -point / 10.0))];

    [Theory]
    [InlineData(2000)]
    [InlineData(100)]
    public void A_false_shunt_is_found_and_measured(double resistance)
    {
        var found = SoftShort.Compare(Cell(1, 0, 1), Cell(1, 1 / resistance, 2));
        Assert.Equal(ShortVerdict.Short, found.Verdict);
        Assert.Equal(1 / resistance, found.ShuntConductance!.Value, 4 * found.ShuntConductanceError!.Value);
        // Lithium ions take 50 + 40 + 60 ohm.
        Assert.Equal(150 / (150 + resistance), found.ElectronicShare!.Value, 0.02);
    }

    [Fact]
    public void Better_contact_a_growing_interphase_and_noise_are_no_short()
    {
        Assert.NotEqual(ShortVerdict.Short, SoftShort.Compare(Cell(1, 0, 1), Cell(0.7, 0, 2)).Verdict);
        Assert.NotEqual(ShortVerdict.Short, SoftShort.Compare(Cell(1, 0, 1), Cell(1, 0, 3, interphase: 120)).Verdict);
        Assert.NotEqual(ShortVerdict.Short, SoftShort.Compare(Cell(1, 0, 1), Cell(1, 0, 3, interphase: 30)).Verdict);
        Assert.NotEqual(ShortVerdict.Short, SoftShort.Compare(Cell(1, 0, 1), Cell(1, 0, 4)).Verdict);
    }

    [Fact]
    public void One_spectrum_tells_a_wire_and_a_resistance_below_that_of_the_ions()
    {
        Assert.Equal(ShortVerdict.NoSign, SoftShort.Look(Cell(1, 0, 1), 50).Verdict);
        Assert.Equal(ShortVerdict.Short, SoftShort.Look(Cell(1, 0.1, 1), 50).Verdict);
        Assert.Equal(ShortVerdict.Suspected, SoftShort.Look(new Spectrum(Frequencies, Frequencies.Select(_ => new Complex(3, 0)))).Verdict);
    }

    [Fact]
    public void Steady_currents_give_electrons_and_holes_back()
    {
        // σn = 1e-9 S/cm over 1 mm at 25 °C: 2.516843e-10 A/cm² at 0.1 V, 2.569258e-10 at 0.5 V (calculated values of the closed form); holes of our own.
        double[] voltages = [0.05, 0.1, 0.2, 0.3, 0.5, 0.6, 0.7];
        var electrons = voltages.Select(u => PelletEquations.HebbWagnerCurrent(u, 1e-7, 0, 1e-3, 298.15)).ToArray();
        Assert.Equal(2.516843e-6, electrons[1], 1e-11);
        var fit = HebbWagnerFit.Of(voltages, [.. voltages.Select((u, at) => electrons[at] + PelletEquations.HebbWagnerCurrent(u, 0, 1e-17, 1e-3, 298.15))], 1e-3, 298.15);
        Assert.Equal(1e-7, fit.Electrons, 1e-13);
        Assert.Equal(1e-17, fit.Holes, 1e-22);
        Assert.Equal(0.025693 * Math.Log(1e10), fit.Crossover(298.15), 1e-4);
        Assert.Empty(fit.Findings);
        Assert.Contains(HebbWagnerFit.Of([0.3, 0.4, 0.5], [electrons[4] * 0.99, electrons[4], electrons[4] * 1.01], 1e-3, 298.15).Findings, text => text.StartsWith("holes", StringComparison.Ordinal));
    }

    [Fact]
    public void A_current_that_still_falls_is_extrapolated_and_said_so()
    {
        var times = Enumerable.Range(0, 200).Select(step => step * 60.0).ToArray();
        var done = Polarisation.Of(times, [.. times.Select(t => 1e-6 + (9e-6 * Math.Exp(-t / 1500)))]);
        Assert.Equal(1e-6, done.SteadyCurrent, 1e-9);
        Assert.Empty(done.Findings);
        var early = Polarisation.Of(times, [.. times.Select(t => 1e-6 + (9e-6 * Math.Exp(-t / 20000)))]);
        Assert.Equal(1e-6, early.SteadyCurrent, 1e-7);
        Assert.Contains(early.Findings, text => text.Contains("extrapolated", StringComparison.Ordinal));
        Assert.Null(Polarisation.Of(times, [.. times.Select((_, at) => 2e-6 + (1e-9 * Math.Sin(at * 2.4)))]).TimeConstant);
    }

    public static TheoryData<string, double?, double?, double?, double?, double?> Arcs => new()
    {
        // Capacitances of Irvine, Sinclair and West; exponents of pressure and time as published for constriction (p^-0.5) and for Jung's boundaries (n = 0.985) and bulk (0.565).
        { "bulk", 1e-12, 0.35, null, null, null },
        { "grain boundary", 1e-9, 0.45, 0.0, null, null },
        { "contact constriction", 5e-10, 0.35, -0.5, 0.985, 1.0 },
        { "interphase film", 1e-7, null, null, 0.565, 1.0 },
        { "charge transfer", 5e-6, 0.6, null, null, 2.5 },
        { "electrode reaction or diffusion", 1e-3, null, null, null, null },
    };

    [Theory]
    [MemberData(nameof(Arcs))]
    public void The_process_of_an_arc_follows_from_what_is_known_of_it(string expected, double? capacitance, double? energy, double? pressure, double? time, double? ratio) =>
        Assert.Equal(expected, ProcessFinder.Find(new ProcessEvidence
        {
            Capacitance = capacitance, ActivationEnergy = energy, BulkActivationEnergy = energy is null ? null : 0.35, PressureExponent = pressure, TimeExponent = time, TimeConstantRatio = ratio,
        })[0].Name);

    // Bulk 50 ohm, two arcs of the interfaces; 0.2 % of noise.
    private static Spectrum Cell(double scale, double shunt, int seed, double interphase = 60)
    {
        var random = new Electrolith.Numerics.RandomStream((ulong)seed);
        double Noise() => 0.002 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return new Spectrum(Frequencies, Frequencies.Select(f =>
        {
            var s = new Complex(0, 2 * Math.PI * f);
            var z = scale * (50 + (40 / (1 + (40 * 1e-7 * s))) + (interphase / (1 + (interphase * 1e-5 * s))));
            z = 1 / ((1 / z) + shunt);
            return z + (z.Magnitude * new Complex(Noise(), Noise()));
        }));
    }
}
