using System.Collections.Immutable;
using System.Globalization;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Validity;

/// <summary>Puts the validity tests together: which frequencies are not to be trusted, and why.</summary>
public static class SpectrumQuality
{
    private const double DoubtfulResidual = 0.01;
    private const double BadResidual = 0.03;
    private const double DoubtfulModulus = 0.04; // Z-HIT itself is right to one or two percent
    private const double BadModulus = 0.1;
    private const double Systematic = 0.4;
    private const double Outlying = 0.6;
    private const int FewForEachDecade = 5;

    /// <summary>Makes the report.</summary>
    /// <param name="spectrum">At least three points.</param>
    /// <exception cref="ArgumentException">Fewer than three points, or an impedance of zero.</exception>
    public static QualityReport Assess(Spectrum spectrum)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        var test = LinearKramersKronig.Test(spectrum, new KramersKronigOptions { Rule = KramersKronigRule.Information });
        var hit = spectrum.Frequencies.Distinct().Count() >= 5 ? ZHit.Test(spectrum) : null;
        var model = spectrum.Count >= 5 ? MeasurementModel.Find(spectrum) : null;
        var decades = Enumerable.Range(0, spectrum.Count).GroupBy(point => (int)Math.Floor(Math.Log10(spectrum.Frequencies[point]) + 1e-9)).OrderBy(group => group.Key)
            .Select(group => group.OrderBy(point => spectrum.Frequencies[point]).ToArray()).ToList();
        Merge(decades);
        return new QualityReport([.. decades.Select(points => Decade(spectrum, points, test, hit))], test, model, hit, [.. Notes(spectrum, decades)]);
    }

    // A decade of one or two points tells nothing by itself.
    private static void Merge(List<int[]> decades)
    {
        for (var decade = decades.Count - 1; decade >= 0 && decades.Count > 1; decade--)
        {
            if (decades[decade].Length > 2)
            {
                continue;
            }

            var neighbour = decade == 0 ? 1 : decade - 1;
            decades[neighbour] = decade == 0 ? [.. decades[0], .. decades[1]] : [.. decades[neighbour], .. decades[decade]];
            decades.RemoveAt(decade);
        }
    }

    private static DecadeQuality Decade(Spectrum spectrum, int[] points, KramersKronigResult test, ZHitResult? hit)
    {
        var (low, high) = (spectrum.Frequencies[points[0]], spectrum.Frequencies[points[^1]]);
        var squares = points.Select(point => (test.RealResiduals[point] * test.RealResiduals[point]) + (test.ImaginaryResiduals[point] * test.ImaginaryResiduals[point])).ToArray();
        var residual = Math.Sqrt(squares.Sum() / (2 * points.Length));
        var inside = hit is null ? [] : Enumerable.Range(0, hit.Frequencies.Length).Where(point => hit.Frequencies[point] >= low && hit.Frequencies[point] <= high).ToArray();
        var modulus = inside.Length > 0 ? inside.Average(point => hit!.Residuals[point]) : double.NaN;
        var grade = residual > BadResidual || Math.Abs(modulus) > BadModulus ? QualityGrade.Bad
            : residual > DoubtfulResidual || Math.Abs(modulus) > DoubtfulModulus ? QualityGrade.Doubtful : QualityGrade.Good;
        return new DecadeQuality(low, high, points.Length, residual, modulus, grade, grade == QualityGrade.Good ? "" : Reason(spectrum, points, test, squares, residual, modulus));
    }

    private static string Reason(Spectrum spectrum, int[] points, KramersKronigResult test, double[] squares, double residual, double modulus)
    {
        var size = Percent(residual);
        if (residual > DoubtfulResidual && points.Length >= FewForEachDecade && squares.Max() > Outlying * squares.Sum())
        {
            var frequency = spectrum.Frequencies[points[Array.IndexOf(squares, squares.Max())]];
            return $"one point at {Number(frequency)} Hz stands out by {Percent(Math.Sqrt(squares.Max()))} of |Z|: {(IsMains(frequency) ? "the frequency of the mains" : "a change of range, a loose contact or a disturbance")}; leave it out";
        }

        if (Math.Abs(modulus) > DoubtfulModulus)
        {
            var drift = $"the modulus is {Percent(Math.Abs(modulus))} {(modulus > 0 ? "smaller" : "larger")} than its phase asks for";
            var isFastest = spectrum.Frequencies[points[^1]] >= spectrum.Frequencies.Max();
            return isFastest || spectrum.Impedances[points[^1]].Imaginary > 0
                ? $"{drift}: leads or the bandwidth of the instrument, or the sample changed while it was measured (drift)"
                : $"{drift}: the sample changed while it was measured (drift), or a sharp corner";
        }

        return Correlation(points, test) > Systematic
            ? $"residuals of {size} of |Z| that run in one direction: drift, or an amplitude too large for a linear answer"
            : $"residuals of {size} of |Z| that scatter: noise; a larger amplitude or longer averaging helps";
    }

    // Of each residual with the next: near 0 for noise, near 1 for a curve.
    private static double Correlation(int[] points, KramersKronigResult test)
    {
        var (products, squares) = (0.0, 0.0);
        foreach (var residuals in new[] { test.RealResiduals, test.ImaginaryResiduals })
        {
            for (var index = 0; index < points.Length; index++)
            {
                squares += residuals[points[index]] * residuals[points[index]];
                products += index > 0 ? residuals[points[index]] * residuals[points[index - 1]] : 0;
            }
        }

        return squares > 0 ? products / squares : 0;
    }

    private static IEnumerable<string> Notes(Spectrum spectrum, List<int[]> decades)
    {
        var order = decades.SelectMany(points => points).ToArray();
        var (slow, fast) = (order[0], order[^1]);
        if (order.Count(point => spectrum.Impedances[point].Real < 0) is > 0 and var negative)
        {
            yield return $"{negative} {(negative == 1 ? "point has" : "points have")} a negative real part: of no passive sample near equilibrium";
        }

        if (order.Where(point => spectrum.Impedances[point].Imaginary > 0 && spectrum.Frequencies[point] > Math.Sqrt(spectrum.Frequencies[slow] * spectrum.Frequencies[fast])).ToArray() is { Length: > 0 } inductive)
        {
            yield return $"inductive from {Number(spectrum.Frequencies[inductive[0]])} Hz upwards: leads; fit an inductor in series, or leave these points out";
        }

        if (-spectrum.Impedances[slow].Imaginary > 0.1 * spectrum.Impedances[slow].Magnitude)
        {
            yield return $"at {Number(spectrum.Frequencies[slow])} Hz the impedance has not come to rest: what is slower is not in this spectrum";
        }

        if (-spectrum.Impedances[fast].Imaginary > 0.2 * spectrum.Impedances[fast].Magnitude)
        {
            yield return $"at {Number(spectrum.Frequencies[fast])} Hz an arc is still open: the fastest process is not seen whole";
        }

        if (decades.Where(points => points.Length < FewForEachDecade && spectrum.Frequencies[points[^1]] > 5 * spectrum.Frequencies[points[0]]).ToArray() is { Length: > 0 } thin)
        {
            yield return $"fewer than {FewForEachDecade} points for a decade from {Number(spectrum.Frequencies[thin[0][0]])} Hz: arcs cannot be told apart there";
        }
    }

    private static bool IsMains(double frequency) => new[] { 50.0, 60, 100, 120, 150, 180 }.Any(mains => Math.Abs(frequency / mains - 1) < 0.03);

    private static string Number(double value) => value.ToString("G3", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString(share < 0.1 ? "F1" : "F0", CultureInfo.InvariantCulture) + " %";
}
