namespace Electrolith.Numerics;

/// <summary>Roots of one equation in one unknown.</summary>
public static class RootFinding
{
    /// <summary>
    /// Brent's method: bisection that takes the secant or inverse quadratic step when it is safe
    /// (Brent, Algorithms for Minimization without Derivatives, 1973, chapter 4).
    /// </summary>
    /// <param name="function">Continuous function.</param>
    /// <param name="low">One end of a bracket.</param>
    /// <param name="high">The other end; the function has opposite signs at the two.</param>
    /// <param name="tolerance">Absolute tolerance of the root.</param>
    /// <param name="maximumIterations">Limit of iterations; 100 exceeds what bisection alone would need.</param>
    /// <exception cref="ArgumentException">The ends do not bracket a root.</exception>
    /// <exception cref="InvalidOperationException">No convergence; the message says where it stopped.</exception>
    public static double Brent(Func<double, double> function, double low, double high, double tolerance = 1e-12, int maximumIterations = 200)
    {
        ArgumentNullException.ThrowIfNull(function);
        var (a, b) = (low, high);
        var (fa, fb) = (function(a), function(b));
        if (fa == 0 || fb == 0)
        {
            return fa == 0 ? a : b;
        }

        if (!(fa < 0 != fb < 0))
        {
            throw new ArgumentException($"no change of sign between {low} (value {fa}) and {high} (value {fb})", nameof(high));
        }

        var (c, fc) = (a, fa);
        var step = b - a;
        var previousStep = step;
        for (var iteration = 0; iteration < maximumIterations; iteration++)
        {
            if (fb < 0 == fc < 0)
            {
                (c, fc) = (a, fa);
                step = previousStep = b - a;
            }

            if (Math.Abs(fc) < Math.Abs(fb))
            {
                (a, b, c) = (b, c, b);
                (fa, fb, fc) = (fb, fc, fb);
            }

            var limit = (2 * double.Epsilon) + (4 * Math.BitIncrement(1.0) - 4) * Math.Abs(b) + (tolerance / 2);
            var half = (c - b) / 2;
            if (Math.Abs(half) <= limit || fb == 0)
            {
                return b;
            }

            (step, previousStep) = Step(a, b, c, fa, fb, fc, half, step, previousStep, limit);
            (a, fa) = (b, fb);
            b += Math.Abs(step) > limit ? step : Math.CopySign(limit, half);
            fb = function(b);
        }

        throw new InvalidOperationException($"no root after {maximumIterations} iterations: at {b} the value is {fb}");
    }

    private static (double Step, double Previous) Step(
        double a, double b, double c, double fa, double fb, double fc, double half, double step, double previousStep, double limit)
    {
        if (Math.Abs(previousStep) < limit || Math.Abs(fa) <= Math.Abs(fb))
        {
            return (half, half);
        }

        double p, q;
        var s = fb / fa;
        if (a == c)
        {
            p = 2 * half * s;
            q = 1 - s;
        }
        else
        {
            var r = fb / fc;
            q = fa / fc;
            p = s * ((2 * half * q * (q - r)) - ((b - a) * (r - 1)));
            q = (q - 1) * (r - 1) * (s - 1);
        }

        q = p > 0 ? -q : q;
        p = Math.Abs(p);
        return 2 * p < Math.Min((3 * half * q) - Math.Abs(limit * q), Math.Abs(previousStep * q)) ? (p / q, step) : (half, half);
    }
}
