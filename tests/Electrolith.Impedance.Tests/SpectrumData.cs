using System.Globalization;
using System.Numerics;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Tests;

/// <summary>Recorded spectra of the tests.</summary>
internal static class SpectrumData
{
    public static Spectrum Load(string name)
    {
        var rows = Rows(name).Select(line => line.Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray()).ToList();
        return new Spectrum(rows.Select(row => row[0]), rows.Select(row => new Complex(row[1], row[2])));
    }

    public static IEnumerable<string[]> Rows(string name)
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Electrolith.slnx")))
        {
            at = Path.GetDirectoryName(at)!;
        }

        return File.ReadLines(Path.Combine(at, "tests", "golden", "impedance", name + ".csv")).Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split(','));
    }
}
