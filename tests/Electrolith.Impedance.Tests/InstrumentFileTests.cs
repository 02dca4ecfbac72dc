using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Files;
using Electrolith.Impedance.Fitting;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Impedance.Tests;

/// <summary>The same spectrum in every format comes back the same, from the example files too.</summary>
/// <remarks>With the environment variable ELECTROLITH_WRITE_EXAMPLES set to a folder, the examples are written there.</remarks>
public sealed class InstrumentFileTests
{
    public static TheoryData<string> Names => [.. InstrumentFiles.All(InstrumentFiles.Spectrum()).Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_format_gives_the_spectrum_that_was_written(string name)
    {
        var truth = InstrumentFiles.Spectrum();
        var content = InstrumentFiles.All(truth).Single(file => file.Name == name).Content;
        if (Environment.GetEnvironmentVariable("ELECTROLITH_WRITE_EXAMPLES") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, name), content);
        }

        Check(name, content, truth);
        var example = Path.Combine(RepositoryRoot, "examples", "spectra", name);
        Assert.True(File.Exists(example), $"examples/spectra/{name} is missing");
        Check(name, File.ReadAllBytes(example), truth);
    }

    public static TheoryData<string> SeriesNames => [.. InstrumentFiles.Series().Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(SeriesNames))]
    public void The_files_of_the_temperature_series_are_those_that_were_written(string name)
    {
        var (_, celsius, content) = InstrumentFiles.Series().Single(file => file.Name == name);
        if (Environment.GetEnvironmentVariable("ELECTROLITH_WRITE_EXAMPLES") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, name), content);
        }

        var example = Path.Combine(RepositoryRoot, "examples", "spectra", name);
        Assert.True(File.Exists(example), $"examples/spectra/{name} is missing");
        Check(name, File.ReadAllBytes(example), InstrumentFiles.Spectrum(celsius));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cut_or_damaged_file_never_throws(string name)
    {
        var content = InstrumentFiles.All(InstrumentFiles.Spectrum()).Single(file => file.Name == name).Content;
        var state = 4321u;
        for (var trial = 0; trial < 150; trial++)
        {
            state = (state * 1664525) + 1013904223;
            var cut = content[..(int)(state % (uint)content.Length)];
            for (var at = (int)(state % 11); at < cut.Length && trial % 2 == 1; at += 53)
            {
                state = (state * 1664525) + 1013904223;
                cut[at] = (byte)(state >> 24);
            }

            var bag = new DiagnosticBag();
            Assert.True(!SpectrumFile.Read(name, cut, bag).IsEmpty || bag.HasErrors, $"{name}: neither a spectrum nor an error");
        }
    }

    [Fact]
    public void The_example_gives_the_circuit_that_it_was_made_from()
    {
        // 0.2 % of noise: every resistance to four standard errors.
        var fit = CircuitFit.Fit(Circuit.Parse(InstrumentFiles.CircuitText), InstrumentFiles.Spectrum());
        foreach (var (name, truth) in new[] { ("R1", 250.0), ("R2", 120.0), ("CPE3_alpha", 0.92) })
        {
            Assert.True(Math.Abs(fit[name].Value - truth) < 4 * fit[name].StandardError, $"{name} {fit[name].Value} +/- {fit[name].StandardError}");
        }
    }

    private static void Check(string name, byte[] content, Spectra.Spectrum truth)
    {
        var bag = new DiagnosticBag();
        var spectrum = Assert.Single(SpectrumFile.Read(name, content, bag));
        Assert.DoesNotContain(bag.ToSorted(), problem => problem.Severity == Severity.Error);
        Assert.Equal(truth.Count, spectrum.Count);
        for (var at = 0; at < truth.Count; at++)
        {
            Assert.Equal(truth.Frequencies[at], spectrum.Frequencies[at], 2e-6 * truth.Frequencies[at]);
            Assert.True((truth.Impedances[at] - spectrum.Impedances[at]).Magnitude < 1e-5 * truth.Impedances[at].Magnitude, $"{name}, point {at + 1}: {spectrum.Impedances[at]} for {truth.Impedances[at]}");
        }
    }

    private static string RepositoryRoot
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "Electrolith.slnx")))
            {
                folder = folder.Parent;
            }

            return folder.FullName;
        }
    }
}
