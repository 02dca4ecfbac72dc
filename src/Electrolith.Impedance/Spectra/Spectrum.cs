using System.Collections.Immutable;
using System.Numerics;

namespace Electrolith.Impedance.Spectra;

/// <summary>An impedance spectrum: frequencies in Hz and impedances in ohm, of the sample as measured (not per area).</summary>
/// <remarks>Sign convention: Z = Z' + jZ'', a capacitor has a negative Z''. Points stand in the order of the file.</remarks>
public sealed class Spectrum
{
    /// <summary>Makes a spectrum.</summary>
    /// <param name="frequencies">Hz, above zero and finite.</param>
    /// <param name="impedances">Ohm, finite; as many as frequencies.</param>
    /// <exception cref="ArgumentException">The numbers differ, there is no point, or a value cannot be.</exception>
    public Spectrum(IEnumerable<double> frequencies, IEnumerable<Complex> impedances)
    {
        (Frequencies, Impedances) = ([.. frequencies], [.. impedances]);
        if (Frequencies.Length != Impedances.Length || Frequencies.Length == 0)
        {
            throw new ArgumentException($"{Frequencies.Length} frequencies and {Impedances.Length} impedances: as many of each, and at least one, are expected", nameof(impedances));
        }

        for (var point = 0; point < Frequencies.Length; point++)
        {
            if (!(Frequencies[point] > 0) || !double.IsFinite(Frequencies[point]) || !double.IsFinite(Impedances[point].Real) || !double.IsFinite(Impedances[point].Imaginary))
            {
                throw new ArgumentException($"point {point + 1}: {Frequencies[point]} Hz, {Impedances[point]} ohm cannot be measured", nameof(frequencies));
            }
        }
    }

    /// <summary>Frequencies, Hz.</summary>
    public ImmutableArray<double> Frequencies { get; }

    /// <summary>Impedances, ohm.</summary>
    public ImmutableArray<Complex> Impedances { get; }

    /// <summary>Number of points.</summary>
    public int Count => Frequencies.Length;

    /// <summary>What the spectrum is called: the file, and the number of the spectrum in it when it holds several.</summary>
    public string Name { get; init; } = "";

    /// <summary>Time of each point from the start, s; empty when the file does not say.</summary>
    public ImmutableArray<double> Times { get; init; } = [];

    /// <summary>Temperature, K; null when the file does not say.</summary>
    public double? Temperature { get; init; }

    /// <summary>What else the file says, by its own words, such as cycle number, amplitude, instrument.</summary>
    public ImmutableDictionary<string, string> Notes { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The points that a rule keeps.</summary>
    /// <param name="keeps">Told frequency and impedance.</param>
    /// <exception cref="ArgumentException">No point is kept.</exception>
    public Spectrum Where(Func<double, Complex, bool> keeps)
    {
        var kept = Enumerable.Range(0, Count).Where(point => keeps(Frequencies[point], Impedances[point])).ToList();
        return new Spectrum(kept.Select(point => Frequencies[point]), kept.Select(point => Impedances[point]))
        {
            Name = Name, Temperature = Temperature, Notes = Notes, Times = Times.IsEmpty ? [] : [.. kept.Select(point => Times[point])],
        };
    }
}
