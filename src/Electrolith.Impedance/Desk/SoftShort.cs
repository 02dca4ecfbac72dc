using System.Collections.Immutable;
using System.Numerics;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Desk;

/// <summary>How far a spectrum points to metal that has grown through the electrolyte.</summary>
public enum ShortVerdict
{
    /// <summary>Nothing points to it. That is no proof: a small shunt beside a small resistance hides.</summary>
    NoSign,

    /// <summary>Something does not fit to ions alone.</summary>
    Suspected,

    /// <summary>A constant electronic conductance explains the spectrum, and nothing else that was tried does.</summary>
    Short,
}

/// <summary>Looks for an electronic shunt in a cell.</summary>
/// <param name="Verdict">What it comes to.</param>
/// <param name="ShuntConductance">Of the electronic path, S; null without a reference.</param>
/// <param name="ShuntConductanceError">Standard error, S; null likewise.</param>
/// <param name="ElectronicShare">Share of the direct current that the shunt carries; null likewise.</param>
/// <param name="Reasons">What was found, in words.</param>
/// <remarks>
/// An electronic path lies beside everything: Y = Y_before + G with a real, constant G at every frequency. Better contact or a
/// warmer cell make all resistances smaller by a factor, and an interphase that grows or shrinks changes one arc only; neither looks like that.
/// The voltage at rest of a symmetric cell is zero with and without a short and tells nothing.
/// </remarks>
public sealed record SoftShort(ShortVerdict Verdict, double? ShuntConductance, double? ShuntConductanceError, double? ElectronicShare, ImmutableArray<string> Reasons)
{
    private const double Significant = 3; // standard errors
    private const double Better = 3; // root mean square residuals of the next best explanation
    private const double FlatPhase = 2 * Math.PI / 180;

    /// <summary>Compares a spectrum with an earlier one of the same cell.</summary>
    /// <param name="earlier">Before.</param>
    /// <param name="later">After; the frequencies that both have are used.</param>
    /// <exception cref="ArgumentException">Fewer than five frequencies are in both.</exception>
    public static SoftShort Compare(Spectrum earlier, Spectrum later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        var pairs = Pairs(earlier, later);
        if (pairs.Count < 5)
        {
            throw new ArgumentException($"{earlier.Name} and {later.Name} have {pairs.Count} frequencies in common: at least five are expected; measure both with the same list of frequencies", nameof(later));
        }

        var (shunt, error) = Shunt(pairs);
        var asShunt = Residual(pairs, before => 1 / ((1 / before) + Math.Max(0, shunt)));
        var scale = pairs.Sum(pair => (pair.After * Complex.Conjugate(pair.Before)).Real / pair.After.Magnitude / pair.After.Magnitude) / pairs.Sum(pair => pair.Before.Magnitude * pair.Before.Magnitude / pair.After.Magnitude / pair.After.Magnitude);
        var asScale = Residual(pairs, before => scale * before);
        var asChange = pairs.Average(pair => ((pair.After - pair.Before) / pair.After).Real);
        var asArc = Residual(pairs, before => before + (asChange * pairs.Average(pair => pair.After.Magnitude)));
        var share = shunt > 0 ? shunt / (1 / pairs[^1].After).Real : 0;
        var reasons = ImmutableArray.CreateBuilder<string>();
        var verdict = ShortVerdict.NoSign;
        if (shunt > Significant * error && asShunt * Better < Math.Min(asScale, asArc))
        {
            verdict = ShortVerdict.Short;
            reasons.Add($"the earlier spectrum beside a resistor of {1 / shunt:G4} ohm is the later one to {asShunt:P1}; scaled resistances are off by {asScale:P1}");
        }
        else if (shunt > Significant * error && asShunt < Math.Min(asScale, asArc))
        {
            verdict = ShortVerdict.Suspected;
            reasons.Add($"a resistor of {1 / shunt:G4} ohm beside the cell explains the change to {asShunt:P1}, other changes to {Math.Min(asScale, asArc):P1}: too near to each other to tell");
        }
        else
        {
            reasons.Add($"no constant conductance lies beside the earlier spectrum ({(shunt > 0 ? $"{shunt:G3} +/- {error:G2} S" : "none")}; it would be off by {asShunt:P1}, scaled resistances by {asScale:P1})");
        }

        return new SoftShort(verdict, shunt, error, Math.Clamp(share, 0, 1), reasons.ToImmutable());
    }

    /// <summary>Looks at one spectrum of a cell whose electrolyte is known.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="expected">Resistance of the ions in the electrolyte alone, L/(A σ), ohm; null when not known.</param>
    public static SoftShort Look(Spectrum spectrum, double? expected = null)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        var reasons = ImmutableArray.CreateBuilder<string>();
        var verdict = ShortVerdict.NoSign;
        var slow = spectrum.Impedances[Enumerable.Range(0, spectrum.Count).MinBy(point => spectrum.Frequencies[point])];
        if (expected is { } ionic && slow.Real < 0.8 * ionic)
        {
            verdict = slow.Real < 0.5 * ionic ? ShortVerdict.Short : ShortVerdict.Suspected;
            reasons.Add($"{slow.Real:G4} ohm at the lowest frequency are less than the {ionic:G4} ohm that the ions of the electrolyte alone have");
        }

        if (spectrum.Impedances.All(z => Math.Abs(z.Phase) < FlatPhase) && spectrum.Frequencies.Max() >= 1e3 * spectrum.Frequencies.Min())
        {
            verdict = verdict == ShortVerdict.Short ? verdict : ShortVerdict.Suspected;
            reasons.Add("the impedance is a plain resistance at every frequency, without any arc of an interface: a wire looks like that");
        }

        if (reasons.Count == 0)
        {
            reasons.Add(expected is null ? "one spectrum alone tells little: give the conductivity of the electrolyte, or an earlier spectrum of the cell" : "the resistance at the lowest frequency is not below that of the ions in the electrolyte");
        }

        return new SoftShort(verdict, null, null, null, reasons.ToImmutable());
    }

    // From fast to slow.
    private static List<(Complex Before, Complex After)> Pairs(Spectrum earlier, Spectrum later) =>
    [
        .. Enumerable.Range(0, later.Count).OrderByDescending(point => later.Frequencies[point])
            .Select(point => (After: later.Impedances[point], At: Enumerable.Range(0, earlier.Count).Where(other => Math.Abs(Math.Log(earlier.Frequencies[other] / later.Frequencies[point])) < 0.01).DefaultIfEmpty(-1).First()))
            .Where(pair => pair.At >= 0).Select(pair => (earlier.Impedances[pair.At], pair.After)),
    ];

    // Weighted mean of Re(Y_after − Y_before), each point by the size of its admittance, as an instrument errs; its error from the scatter of both parts.
    private static (double Shunt, double Error) Shunt(List<(Complex Before, Complex After)> pairs)
    {
        var differences = pairs.Select(pair => (Difference: (1 / pair.After) - (1 / pair.Before), Weight: 1 / ((1 / pair.After).Magnitude * (1 / pair.After).Magnitude))).ToList();
        var sum = differences.Sum(item => item.Weight);
        var mean = differences.Sum(item => item.Weight * item.Difference.Real) / sum;
        var scatter = differences.Sum(item => item.Weight * (item.Difference - mean).Magnitude * (item.Difference - mean).Magnitude);
        return (mean, Math.Sqrt(scatter / ((2 * differences.Count) - 1) / sum));
    }

    private static double Residual(List<(Complex Before, Complex After)> pairs, Func<Complex, Complex> model) =>
        Math.Sqrt(pairs.Average(pair => Math.Pow((model(pair.Before) - pair.After).Magnitude / pair.After.Magnitude, 2)));
}
