using Electrolith.Numerics.Rosenbrock;
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
    private static readonly RosenbrockOptions Tolerance = new() { RelativeTolerance = 1e-6, AbsoluteTolerance = 1e-9 };

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
        var (one, two) = (first, second);
        Span<double> state = [start.Glass, start.Stable];
        var glass = start.Glass;
        for (var i = 1; i < profile.Points.Length; i++)
        {
            var (a, b) = (profile.Points[i - 1], profile.Points[i]);
            if (!(b.Time > a.Time))
            {
                continue;
            }

            void Rates(double time, ReadOnlySpan<double> y, Span<double> rates)
            {
                var temperature = a.Temperature + ((b.Temperature - a.Temperature) * (time - a.Time) / (b.Time - a.Time));
                var formed = glass > 0 ? 1 - (y[0] / glass) : 1;
                rates[0] = glass > 0 ? -glass * Rate(formed, one.At(temperature), one.Exponent) : 0;
                rates[1] = two.At(temperature) * Math.Max(1 - y[0] - y[1], 0);
            }

            RosenbrockIntegrator.Integrate(Rates, a.Time, b.Time, state, Tolerance);
        }

        var left = Math.Clamp(state[0], 0, 1);
        var stable = Math.Clamp(state[1], 0, 1 - left);
        return new PhaseShares(left, 1 - left - stable, stable);
    }
}
