using System.Collections.Immutable;
using System.Numerics;
using Electrolith.Impedance.Spectra;
using Electrolith.Quantities;

namespace Electrolith.Impedance.Validity;

/// <summary>
/// Linear Kramers–Kronig test: a chain of RC elements with fixed time constants, a resistor, an inductor and a capacitor obeys the
/// relations; what they cannot reproduce is noise, drift or non-linearity (<c>boukamp1995</c>, <c>schonleber2014</c>).
/// </summary>
public static class LinearKramersKronig
{
    private const int FewestForEachDecade = 2;
    private const int MostWorse = 8;
    private const double Small = 1e-30;

    /// <summary>Runs the test.</summary>
    /// <param name="spectrum">At least three points.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">Fewer than three points, or an impedance of zero.</exception>
    public static KramersKronigResult Test(Spectrum spectrum, KramersKronigOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        options ??= new KramersKronigOptions();
        if (spectrum.Count < 3)
        {
            throw new ArgumentException($"{spectrum.Count} points are too few: at least three are needed", nameof(spectrum));
        }

        if (spectrum.Impedances.Any(z => z == Complex.Zero))
        {
            throw new ArgumentException("an impedance of zero has no relative residual", nameof(spectrum));
        }

        var most = Math.Min(options.HighestOrder, options.Parts == KramersKronigParts.Complex ? (2 * spectrum.Count) - 3 : spectrum.Count - (options.Parts == KramersKronigParts.Real ? 1 : 2));
        // Fewer than two elements for each decade cannot follow any arc: a rule only counts from there on.
        var least = Math.Min(most, FewestForEachDecade * Math.Log10(spectrum.Frequencies.Max() / spectrum.Frequencies.Min()));
        var (order, fit) = options.Order is { } given ? (Math.Min(given, most), ImmittanceChain.Fit(spectrum, Math.Min(given, most), options))
            : options.Rule == KramersKronigRule.Mu ? ByMu(spectrum, options, (int)Math.Floor(least + 1e-9), most) : ByInformation(spectrum, options, (int)Math.Floor(least + 1e-9), most);
        return new KramersKronigResult(
            order, fit.Mu, [.. fit.Impedances.Select((z, point) => (spectrum.Impedances[point].Real - z.Real) / spectrum.Impedances[point].Magnitude)],
            [.. fit.Impedances.Select((z, point) => (spectrum.Impedances[point].Imaginary - z.Imaginary) / spectrum.Impedances[point].Magnitude)]);
    }

    private static (int Order, ChainFit Fit) ByMu(Spectrum spectrum, KramersKronigOptions options, int least, int most)
    {
        var (order, fit) = (0, default(ChainFit));
        while (order == 0 || ((fit!.Mu > options.Limit || order < least) && order < most))
        {
            order++;
            fit = ImmittanceChain.Fit(spectrum, order, options);
        }

        return (order, fit!);
    }

    // Schwarz's criterion: n ln(sum of squares) + unknowns · ln n.
    private static (int Order, ChainFit Fit) ByInformation(Spectrum spectrum, KramersKronigOptions options, int least, int most)
    {
        var (best, found, chosen, worse) = (double.PositiveInfinity, default(ChainFit), 0, 0);
        for (var order = Math.Max(1, least); order <= most && worse < MostWorse; order++)
        {
            var fit = ImmittanceChain.Fit(spectrum, order, options);
            var score = (fit.Rows * Math.Log(fit.SumOfSquares + Small)) + (fit.Unknowns * Math.Log(fit.Rows));
            worse++;
            if (score < best && fit.Unknowns < fit.Rows)
            {
                (best, found, chosen, worse) = (score, fit, order, 0);
            }
        }

        return found is null ? (Math.Max(1, least), ImmittanceChain.Fit(spectrum, Math.Max(1, least), options)) : (chosen, found);
    }

    /// <summary>Share of the negative resistances: 1 − Σ|R&lt;0| / ΣR≥0; it falls when there are too many elements, which then fit noise.</summary>
    /// <param name="resistances">Of the chain, ohm.</param>
    /// <returns>1 for none below zero; 0 when none is above.</returns>
    [Equation("impedance.kk.mu", @"\mu=1-\frac{\sum_{R_k<0}|R_k|}{\sum_{R_k\ge 0}R_k}", Source = "schonleber2014", Locator = "criterion of the number of elements")]
    public static double Mu(ReadOnlySpan<double> resistances)
    {
        var (positive, negative) = (0.0, 0.0);
        foreach (var resistance in resistances)
        {
            positive += Math.Max(0, resistance);
            negative += Math.Max(0, -resistance);
        }

        return positive > 0 ? 1 - (negative / positive) : 0;
    }
}
