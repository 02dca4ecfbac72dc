using Electrolith.Quantities;

namespace Electrolith.Processing.Kinetics;

/// <summary>Kinetics of one transformation.</summary>
/// <param name="Rate">k at the reference temperature, 1/s.</param>
/// <param name="Reference">K.</param>
/// <param name="ActivationEnergy">J/mol.</param>
/// <param name="Exponent">Avrami exponent n.</param>
public readonly record struct TransformationKinetics(double Rate, double Reference, double ActivationEnergy, double Exponent)
{
    /// <summary>k at a temperature, 1/s.</summary>
    /// <param name="temperature">K.</param>
    public double At(double temperature) => ProcessEquations.ThermalRate(Rate, Reference, temperature, ActivationEnergy);
}

/// <summary>Shares of the phases along glass → conducting crystal → stable crystal; they sum to 1.</summary>
/// <param name="Glass">Share of glass.</param>
/// <param name="Conducting">Share of the conducting, metastable crystal.</param>
/// <param name="Stable">Share of the stable, poorly conducting crystal.</param>
public readonly record struct PhaseShares(double Glass, double Conducting, double Stable);

/// <summary>A glass crystallises and, with too much heat, the crystal turns into a poorer one (Johnson, Mehl, Avrami, Kolmogorov in rate form).</summary>
/// <remarks>The rate form is exact at constant temperature and, for isokinetic transformations, along any profile.</remarks>
public static class SequentialTransformation
{
    /// <summary>Rate of a transformed fraction, 1/s.</summary>
    /// <param name="fraction">X, 0 to 1.</param>
    /// <param name="rate">k, 1/s.</param>
    /// <param name="exponent">n.</param>
    [Equation("processing.jmak-rate", @"\dot X=nk(1-X)[-\ln(1-X)]^{(n-1)/n}", Source = "avrami1940", Locator = "rate form")]
    public static double Rate(double fraction, double rate, double exponent)
    {
        var x = Math.Clamp(fraction, 1e-12, 1 - 1e-12);
        return exponent * rate * (1 - x) * Math.Pow(-Math.Log(1 - x), (exponent - 1) / exponent);
    }

    /// <summary>Transformed fraction after a profile: X = 1 - exp(-(∫k dt)ⁿ).</summary>
    /// <param name="kinetics">Kinetics.</param>
    /// <param name="profile">Temperature against time.</param>
    /// <param name="start">Fraction already transformed.</param>
    public static double Fraction(in TransformationKinetics kinetics, TemperatureProfile profile, double start = 0)
    {
        var before = start <= 0 ? 0 : Math.Pow(-Math.Log(Math.Max(1 - start, 1e-300)), 1 / kinetics.Exponent);
        return 1 - Math.Exp(-Math.Pow(before + RateTime(kinetics, profile), kinetics.Exponent));
    }

    /// <summary>∫k dt along a profile.</summary>
    /// <param name="kinetics">Kinetics.</param>
    /// <param name="profile">Temperature against time.</param>
    public static double RateTime(in TransformationKinetics kinetics, TemperatureProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var sum = 0.0;
        for (var i = 1; i < profile.Points.Length; i++)
        {
            var (a, b) = (profile.Points[i - 1], profile.Points[i]);
            // Simpson on pieces of at most 5 K: a rate constant changes by some ten percent over each.
            var pieces = Math.Max(1, (int)Math.Ceiling(Math.Abs(b.Temperature - a.Temperature) / 5));
            var h = (b.Time - a.Time) / pieces;
            for (var piece = 0; piece < pieces; piece++)
            {
                double At(double share) => a.Temperature + ((b.Temperature - a.Temperature) * (piece + share) / pieces);
                sum += h / 6 * (kinetics.At(At(0)) + (4 * kinetics.At(At(0.5))) + kinetics.At(At(1)));
            }
        }

        return sum;
    }

    /// <summary>Phases after a profile.</summary>
    /// <param name="first">Glass to conducting crystal.</param>
    /// <param name="second">Conducting to stable crystal.</param>
    /// <param name="profile">Temperature against time.</param>
    /// <param name="start">Phases at the start.</param>
    public static PhaseShares Run(in TransformationKinetics first, in TransformationKinetics second, TemperatureProfile profile, in PhaseShares start)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var (rateTime, stable) = (0.0, start.Stable);
        for (var i = 1; i < profile.Points.Length; i++)
        {
            var (a, b) = (profile.Points[i - 1], profile.Points[i]);
            var span = b.Time - a.Time;
            // At most 2 K a piece; the first pieces are short against the life of the glass at their temperature.
            var hottest = Math.Max(a.Temperature, b.Temperature);
            var longest = span / Math.Max(64, Math.Abs(b.Temperature - a.Temperature) / 2);
            var piece = Math.Min(longest, 0.05 / Math.Max(first.At(hottest), 1e-300));
            for (var done = 0.0; done < span && piece > 0; done += piece, piece = Math.Min(piece * 1.15, longest))
            {
                var length = Math.Min(piece, span - done);
                double At(double share) => a.Temperature + ((b.Temperature - a.Temperature) * (done + (share * length)) / span);
                var (k0, k1, k2) = (first.At(At(0)), first.At(At(0.5)), first.At(At(1)));
                var middle = Left(start.Glass, rateTime + (length / 24 * ((5 * k0) + (8 * k1) - k2)), first.Exponent);
                var before = Left(start.Glass, rateTime, first.Exponent);
                rateTime += length / 6 * (k0 + (4 * k1) + k2);
                var glass = (before + (4 * middle) + Left(start.Glass, rateTime, first.Exponent)) / 6;
                // Exact for a constant share of glass: what is not glass turns stable at the second rate.
                var kept = Math.Exp(-length / 6 * (second.At(At(0)) + (4 * second.At(At(0.5))) + second.At(At(1))));
                stable = (stable * kept) + ((1 - glass) * (1 - kept));
            }
        }

        var left = Left(start.Glass, rateTime, first.Exponent);
        stable = Math.Clamp(stable, 0, 1 - left);
        return new PhaseShares(left, 1 - left - stable, stable);
    }

    private static double Left(double glass, double rateTime, double exponent) => glass * Math.Exp(-Math.Pow(Math.Max(rateTime, 0), exponent));
}
