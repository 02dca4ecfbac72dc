using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Relaxation;

/// <summary>Distribution of relaxation times: Z = R∞ + jωL + ∫ γ/(1 + jωτ) d ln τ (+ 1/(Q (jω)^α) for a blocking tail).</summary>
public static class RelaxationTimes
{
    private const double WideRange = 10;
    private const double Even = 2;

    /// <summary>Computes the distribution.</summary>
    /// <param name="spectrum">At least five points.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">Fewer than five points, all of one frequency, an impedance of zero, or a λ that is not above zero.</exception>
    public static RelaxationResult Compute(Spectrum spectrum, RelaxationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        options ??= new RelaxationOptions();
        if (spectrum.Count < 5 || spectrum.Frequencies.Max() <= spectrum.Frequencies.Min())
        {
            throw new ArgumentException($"{spectrum.Count} points from {spectrum.Frequencies.Min()} to {spectrum.Frequencies.Max()} Hz: at least five points over a range of frequencies are needed", nameof(spectrum));
        }

        var (least, most) = (spectrum.Impedances.Min(z => z.Magnitude), spectrum.Impedances.Max(z => z.Magnitude));
        if (options.Weight == RelaxationWeight.Relative && least == 0)
        {
            throw new ArgumentException("a point of zero impedance cannot be weighed relative to it", nameof(spectrum));
        }

        // Where |Z| is about the same everywhere there is nothing to choose.
        var weight = options.Weight == RelaxationWeight.Automatic && (least == 0 || most < Even * least) ? RelaxationWeight.Absolute : options.Weight;
        var tail = options.Tail == RelaxationTail.Automatic ? BlockingTail.Find(spectrum) : options.Tail;
        if (options.Method == RelaxationMethod.Bayesian && options.IsNonNegative)
        {
            return BayesianRelaxation.Compute(spectrum, options, tail, weight);
        }

        var isRelative = weight == RelaxationWeight.Relative || (weight == RelaxationWeight.Automatic && most > WideRange * least);
        tail = tail == RelaxationTail.ConstantPhase ? RelaxationTail.Capacitor : tail;
        return options.Method == RelaxationMethod.Loewner ? LoewnerRelaxation.Compute(spectrum, options, tail, isRelative) : TikhonovRelaxation.Compute(spectrum, options, tail, isRelative);
    }
}
