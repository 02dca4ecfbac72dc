using System.Numerics;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Fitting;
using Electrolith.Impedance.Spectra;
using Electrolith.Numerics;

namespace Electrolith.Impedance.Tests;

/// <summary>Many spectra at once.</summary>
public sealed class BatchFitTests
{
    private static readonly Circuit TwoArcs = Circuit.Parse("R0-ZARC1-ZARC2");

    [Fact]
    public void Every_spectrum_of_a_series_gives_its_resistances_back()
    {
        var (spectra, truths) = Series(60);
        var fits = BatchFit.Fit(TwoArcs, spectra);
        for (var index = 0; index < fits.Length; index++)
        {
            double[] found = [.. new[] { fits[index]["ZARC1_R"].Value, fits[index]["ZARC2_R"].Value }.Order()];
            double[] expected = [.. new[] { truths[index][1], truths[index][4] }.Order()];
            Assert.All(found.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 0.05 * pair.Second));
        }
    }

    [Fact]
    public void An_empty_batch_is_refused() => Assert.Throws<ArgumentException>(() => BatchFit.Fit(TwoArcs, []));

    private static (List<Spectrum> Spectra, List<double[]> Truths) Series(int count)
    {
        var random = new RandomStream(5);
        var (spectra, truths) = (new List<Spectrum>(), new List<double[]>());
        var frequencies = Enumerable.Range(0, 60).Select(point => 1e6 * Math.Pow(10, -8.0 * point / 59)).ToArray();
        for (var index = 0; index < count; index++)
        {
            double[] truth = [10 + random.NextDouble(), 40 + (20 * random.NextDouble()), 1e-4, 0.9, 20 + (20 * random.NextDouble()), 0.05, 0.85];
            truths.Add(truth);
            spectra.Add(new Spectrum(frequencies, frequencies.Select(frequency =>
            {
                var z = TwoArcs.Impedance(frequency, truth);
                return z + (2e-3 * z.Magnitude * new Complex(random.NextDouble() - 0.5, random.NextDouble() - 0.5));
            })));
        }

        return (spectra, truths);
    }
}
