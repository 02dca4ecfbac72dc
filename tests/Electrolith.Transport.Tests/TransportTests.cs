using Electrolith.Quantities;

namespace Electrolith.Transport.Tests;

/// <summary>Transport laws against values computed independently from the cited papers, to the digits printed.</summary>
public sealed class TransportTests
{
    private const double ElectronVolt = PhysicalConstants.ElementaryCharge;

    [Theory]
    [InlineData(5.11e-4, 0.32, 3.908e4, 6.576e-5, 1.692e-3, 4.991e-3)]
    [InlineData(1.0e-3, 0.35, 2.458e5, 1.046e-4, 3.744e-3, 1.235e-2)]
    [InlineData(1.2e-2, 0.25, 6.019e4, 2.506e-3, 2.985e-2, 6.778e-2)]
    [InlineData(2.05e-3, 0.452, 2.670e7, 1.058e-4, 1.165e-2, 5.623e-2)]
    [InlineData(2.04e-3, 0.35, 5.015e5, 2.133e-4, 7.638e-3, 2.519e-2)]
    public void Prefactors_and_conductivities_from_one_value(double at25, double electronVolt, double prefactor, double cold, double warm, double hot)
    {
        // S/cm and S K/cm; 25, -20, 60, 100 degC.
        var energy = electronVolt * ElectronVolt;
        var a = TemperatureEquations.HoppingPrefactor(at25, energy, 298.15);
        Assert.Equal(prefactor, a, prefactor * 1e-3);
        Assert.Equal(cold, TemperatureEquations.HoppingConductivity(a, energy, 253.15), cold * 1e-3);
        Assert.Equal(warm, TemperatureEquations.HoppingConductivity(a, energy, 333.15), warm * 1e-3);
        Assert.Equal(hot, TemperatureEquations.HoppingConductivity(a, energy, 373.15), hot * 1e-3);
    }

    [Theory]
    [InlineData(60, -3.289)]
    [InlineData(80, -2.978)]
    [InlineData(110, -2.627)]
    public void The_polymer_law_meets_measured_points(double celsius, double logarithm)
    {
        // PEO 1e5, EO:Li 16.7: fit log10 A 0.8935, B 0.09330 eV, T0 172.19 K with a spread of 0.001 decades.
        var conductivity = TemperatureEquations.VogelTammannFulcher(Math.Pow(10, 0.8935), 0.09330 * ElectronVolt, 172.19, celsius + 273.15);
        Assert.Equal(logarithm, Math.Log10(conductivity), 0.002);
    }

    [Fact]
    public void The_apparent_energy_of_the_polymer_law() =>
        Assert.Equal(0.340116, TemperatureEquations.ApparentActivationEnergy(0.0933 * ElectronVolt, 172.19, 353.15) / ElectronVolt, 5e-6);

    [Fact]
    public void Nernst_einstein_of_a_garnet() =>
        // 56 Li in (12.98 Angstrom)^3, 6.8075e-9 cm2/s, 300 K: 1.08036 mS/cm.
        Assert.Equal(1.08036, DiffusionEquations.NernstEinstein(2.56073e28, 6.8075e-13, 300) * 10, 5e-5);

    [Theory]
    [InlineData(2.2e-12, 2.09e28, 0.9, 0.3186)]
    [InlineData(1.4e-12, 2.07e28, 0.4, 0.4518)]
    [InlineData(1.8e-12, 1.45e28, 0.7, 0.2325)]
    public void Haven_ratios(double diffusivity, double carriers, double conductivity, double expected) =>
        Assert.Equal(expected, DiffusionEquations.HavenRatio(conductivity, carriers, diffusivity, 298.15), 5e-4);

    [Theory]
    [InlineData(10e-3, 10e-6, 4e-6, 200, 220, 0.350877)]
    [InlineData(10e-3, 12.5e-6, 3.1e-6, 420, 455, 0.137144)]
    public void Bruce_vincent(double voltage, double initial, double steady, double before, double after, double expected) =>
        Assert.Equal(expected, DiffusionEquations.BruceVincent(voltage, initial, steady, before, after), 5e-7);

    [Theory]
    [InlineData(5, 1, 8.33333e-4, 8.33139e-4)]
    [InlineData(5, 5, 5.00000e-4, 4.99251e-4)]
    [InlineData(1, 1, 5.00000e-4, 4.99251e-4)]
    [InlineData(0.5, 5, 9.09091e-5, 8.91738e-5)]
    public void Brick_layers(double grainMicrometre, double boundaryNanometre, double series, double shell)
    {
        Assert.Equal(series, PolycrystalEquations.BrickLayer(1e-3, 1e-6, boundaryNanometre * 1e-9, grainMicrometre * 1e-6), series * 5e-6);
        Assert.Equal(shell, PolycrystalEquations.BrickShell(1e-3, 1e-6, boundaryNanometre * 1e-9, grainMicrometre * 1e-6), shell * 5e-6);
    }

    [Theory]
    [InlineData(0.02, 0.970297, 0.970151)]
    [InlineData(0.10, 0.857143, 0.853815)]
    [InlineData(0.30, 0.608696, 0.585662)]
    public void Porosity_laws(double porosity, double maxwell, double bruggeman)
    {
        Assert.Equal(maxwell, PolycrystalEquations.PorosityFactorMaxwell(porosity), 5e-7);
        Assert.Equal(bruggeman, PolycrystalEquations.PorosityFactor(porosity), 5e-7);
    }

    [Theory]
    [InlineData(0.05, 1.052521e-6, 2.595e-5, 1.79316e-5, 1.156902e-6, 1.175088e-6, 1.165193e-6, 1.266035e-6)]
    [InlineData(0.20, 1.249375e-6, 1.008e-4, 7.234681e-5, 1.744406e-6, 2.456837e-6, 1.942084e-6, 4.462689e-6)]
    [InlineData(0.40, 1.664447e-6, 2.006e-4, 1.546447e-4, 2.980159e-6, 5.494962e-5, 4.532016e-6, 4.210765e-5)]
    [InlineData(0.60, 2.492522e-6, 3.004e-4, 2.506247e-4, 5.433366e-6, 2.013417e-4, 1.439975e-5, 1.377499e-4)]
    [InlineData(0.90, 9.823183e-6, 4.501e-4, 4.287753e-4, 2.646881e-5, 4.252379e-4, 2.055218e-4, 3.881324e-4)]
    public void Effective_media(double fraction, double series, double parallel, double upper, double lower, double symmetric, double differential, double general)
    {
        const double Matrix = 1e-6;
        const double Filler = 5e-4;
        Assert.Equal(series, EffectiveMediumEquations.Series(Matrix, Filler, fraction), series * 5e-7);
        Assert.Equal(parallel, EffectiveMediumEquations.Parallel(Matrix, Filler, fraction), parallel * 5e-7);
        Assert.Equal(upper, EffectiveMediumEquations.HashinShtrikmanUpper(Matrix, Filler, fraction), upper * 5e-7);
        Assert.Equal(lower, EffectiveMediumEquations.MaxwellGarnett(Matrix, Filler, fraction), lower * 5e-7);
        Assert.Equal(lower, EffectiveMediumEquations.HashinShtrikmanLower(Matrix, Filler, fraction), lower * 5e-7);
        Assert.Equal(symmetric, EffectiveMediumEquations.Bruggeman(Matrix, Filler, fraction), symmetric * 5e-7);
        Assert.Equal(differential, EffectiveMediumEquations.BruggemanDifferential(Matrix, Filler, fraction), differential * 5e-7);
        Assert.Equal(general, EffectiveMediumEquations.GeneralEffectiveMedia(Matrix, Filler, fraction, 0.1602, 0.87, 2), general * 5e-7);
    }

    [Fact]
    public void General_effective_media_with_unit_exponents_is_bruggeman()
    {
        foreach (var fraction in new[] { 0.1, 0.3, 1 / 3.0, 0.7 })
        {
            var expected = EffectiveMediumEquations.Bruggeman(1e-6, 5e-4, fraction);
            Assert.Equal(expected, EffectiveMediumEquations.GeneralEffectiveMedia(1e-6, 5e-4, fraction, 1 / 3.0, 1, 1), expected * 1e-10);
        }
    }

    [Fact]
    public void Every_isotropic_result_lies_between_the_bounds()
    {
        var stream = new Numerics.RandomStream(11);
        for (var trial = 0; trial < 1000; trial++)
        {
            var (matrix, filler, fraction) = (Math.Pow(10, -8 * stream.NextDouble()), Math.Pow(10, -8 * stream.NextDouble()), stream.NextDouble());
            var low = EffectiveMediumEquations.HashinShtrikmanLower(matrix, filler, fraction) * (1 - 1e-9);
            var high = EffectiveMediumEquations.HashinShtrikmanUpper(matrix, filler, fraction) * (1 + 1e-9);
            Assert.InRange(EffectiveMediumEquations.Bruggeman(matrix, filler, fraction), low, high);
            Assert.InRange(EffectiveMediumEquations.BruggemanDifferential(matrix, filler, fraction), low, high);
            Assert.InRange(low, EffectiveMediumEquations.Series(matrix, filler, fraction) * (1 - 1e-8), high);
            Assert.True(high <= EffectiveMediumEquations.Parallel(matrix, filler, fraction) * (1 + 1e-8));
        }
    }

    [Fact]
    public void Limits_of_no_and_only_filler()
    {
        foreach (var law in new Func<double, double, double, double>[] { EffectiveMediumEquations.Series, EffectiveMediumEquations.Parallel, EffectiveMediumEquations.MaxwellGarnett, EffectiveMediumEquations.Bruggeman, EffectiveMediumEquations.BruggemanDifferential })
        {
            Assert.Equal(2e-5, law(2e-5, 3e-4, 0), 1e-14);
            Assert.Equal(3e-4, law(2e-5, 3e-4, 1), 1e-13);
        }
    }

    [Fact]
    public void Half_the_mass_of_garnet_is_a_fifth_of_the_volume() =>
        Assert.Equal(0.185846, EffectiveMediumEquations.VolumeFraction(0.5, 5476, 1250), 5e-7);

    [Fact]
    public void A_powder_compact_loses_its_last_path_at_the_threshold()
    {
        Assert.Equal(0, PolycrystalEquations.ContactPercolationFactor(0.35, 0.35, 2));
        Assert.Equal(1, PolycrystalEquations.ContactPercolationFactor(1, 0.35, 2), 1e-12);
    }
}
