using System.Collections.Immutable;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Fitting;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Desk;

/// <summary>Finds the circuit of a pellet: one or two arcs or a series resistance, a blocking tail or an arc of the electrodes.</summary>
public static class PelletCircuits
{
    // A circuit whose criterion is this near to the best is as good, and the one with fewer parameters is taken: a difference of 10 is decisive.
    private const double Decisive = 10;

    private static readonly string[] Blocking = ["R1-CPE2", "p(R1,CPE1)-CPE2", "R1-p(R2,CPE2)-CPE3", "p(R1,CPE1)-p(R2,CPE2)-CPE3"];
    private static readonly string[] Reversible = ["R1-p(R2,CPE2)", "p(R1,CPE1)-p(R2,CPE2)", "R1-p(R2,CPE2)-p(R3,CPE3)", "p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)"];

    /// <summary>Circuits to try: with a tail when the spectrum ends in one, with and without an inductance when it begins with one.</summary>
    /// <param name="spectrum">The spectrum.</param>
    public static ImmutableArray<Circuit> Candidates(Spectrum spectrum)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        var slowest = Enumerable.Range(0, spectrum.Count).MinBy(point => spectrum.Frequencies[point]);
        var z = spectrum.Impedances[slowest];
        var inductive = spectrum.Frequencies.Zip(spectrum.Impedances).OrderByDescending(point => point.First).Take(3).Any(point => point.Second.Imaginary > 0);
        var family = -z.Imaginary > z.Real / 2 ? Blocking : Reversible;
        return [.. family.SelectMany(text => inductive ? [text, $"L0-{text}"] : new[] { text }).Select(Circuit.Parse).Where(circuit => circuit.ParameterNames.Length < 2 * spectrum.Count)];
    }

    /// <summary>The fit with the fewest parameters among those that the Bayesian criterion does not tell from the best.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">The spectrum has too few points for any of the circuits.</exception>
    public static FitResult Choose(Spectrum spectrum, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        var candidates = Candidates(spectrum);
        if (candidates.IsEmpty)
        {
            throw new ArgumentException($"{spectrum.Name}: {spectrum.Count} points are too few for the circuit of a pellet", nameof(spectrum));
        }

        var fits = candidates.Select(circuit => CircuitFit.Fit(circuit, spectrum, null, cancellation)).ToList();
        var best = fits.Min(Criterion);
        return fits.Where(fit => Criterion(fit) <= best + Decisive).OrderBy(fit => fit.Free).ThenBy(Criterion).First();
    }

    // An exact fit (a spectrum without noise) has no finite logarithm.
    private static double Criterion(FitResult fit) => fit.SumOfSquares > 0 ? fit.Bayesian : double.MinValue;
}
