namespace Electrolith.Numerics.Rosenbrock;

/// <summary>Rates of a system of ordinary differential equations.</summary>
/// <param name="time">Independent variable.</param>
/// <param name="state">State.</param>
/// <param name="rates">Receives the derivative of each state.</param>
public delegate void RateFunction(double time, ReadOnlySpan<double> state, Span<double> rates);

/// <summary>Is told each accepted step.</summary>
/// <param name="time">End of the step.</param>
/// <param name="state">State there.</param>
public delegate void StepObserver(double time, ReadOnlySpan<double> state);

/// <summary>How exact an integration is.</summary>
public sealed record RosenbrockOptions
{
    /// <summary>Relative tolerance of a step; 1e-5 keeps a schedule exact to four digits.</summary>
    public double RelativeTolerance { get; init; } = 1e-5;

    /// <summary>Absolute tolerance of a step, in units of the state.</summary>
    public double AbsoluteTolerance { get; init; } = 1e-8;

    /// <summary>Steps after which the integration gives up.</summary>
    public int MaximumSteps { get; init; } = 100_000;
}

/// <summary>
/// A small stiff integrator: the L-stable second-order Rosenbrock pair of Shampine and Reichelt (SIAM J. Sci. Comput. 1997, 18, 1),
/// with finite-difference derivatives, for systems of at most 32 states. Linear invariants of the system are kept to rounding.
/// </summary>
public static class RosenbrockIntegrator
{
    private const int LargestSystem = 32;
    private static readonly double D = 1 / (2 + Math.Sqrt(2));
    private static readonly double E32 = 6 + Math.Sqrt(2);

    /// <summary>Integrates from one time to a later one.</summary>
    /// <param name="rates">The system.</param>
    /// <param name="from">Start.</param>
    /// <param name="to">End, not before the start.</param>
    /// <param name="state">State at the start, replaced by that at the end.</param>
    /// <param name="options">Tolerances.</param>
    /// <param name="observe">Is told each accepted step; null for nobody.</param>
    /// <returns>Number of accepted steps.</returns>
    /// <exception cref="ArithmeticException">The step became too small, or there were too many.</exception>
    public static int Integrate(RateFunction rates, double from, double to, Span<double> state, RosenbrockOptions options, StepObserver? observe = null)
    {
        ArgumentNullException.ThrowIfNull(rates);
        ArgumentNullException.ThrowIfNull(options);
        var n = state.Length;
        if (n is 0 or > LargestSystem)
        {
            throw new ArgumentOutOfRangeException(nameof(state), n, $"1 to {LargestSystem} states are expected");
        }

        if (!(to > from))
        {
            return 0;
        }

        Span<double> memory = stackalloc double[(9 * n) + (n * n)];
        var step = new Stepper(rates, n, memory, options);
        var (time, span, accepted) = (from, to - from, 0);
        step.Start(time, state);
        var h = Math.Min(span, step.FirstStep(state, span));
        while (time < to)
        {
            if (accepted >= options.MaximumSteps || h < 1e-14 * Math.Max(Math.Abs(time), span))
            {
                throw new ArithmeticException($"the integration stopped at {time:G6} of {to:G6} after {accepted} steps");
            }

            var last = time + h >= to - (1e-12 * span);
            h = last ? to - time : h;
            var error = step.Try(time, h, state);
            if (error <= 1)
            {
                time = last ? to : time + h;
                step.Accept(state);
                accepted++;
                observe?.Invoke(time, state);
            }

            h *= double.IsFinite(error) ? Math.Clamp(0.85 / Math.Cbrt(Math.Max(error, 1e-9)), 0.15, 5) : 0.1;
        }

        return accepted;
    }

    private ref struct Stepper
    {
        private readonly RateFunction rates;
        private readonly RosenbrockOptions options;
        private readonly int n;
        private readonly Span<double> f0, f1, f2, k1, k2, k3, next, probe, slope, matrix;
        private bool hasDerivative;

        public Stepper(RateFunction rates, int n, Span<double> memory, RosenbrockOptions options)
        {
            (this.rates, this.n, this.options) = (rates, n, options);
            f0 = memory[..n];
            f1 = memory.Slice(n, n);
            f2 = memory.Slice(2 * n, n);
            k1 = memory.Slice(3 * n, n);
            k2 = memory.Slice(4 * n, n);
            k3 = memory.Slice(5 * n, n);
            next = memory.Slice(6 * n, n);
            probe = memory.Slice(7 * n, n);
            slope = memory.Slice(8 * n, n);
            matrix = memory[(9 * n)..];
        }

        public void Start(double time, ReadOnlySpan<double> state) => rates(time, state, f0);

        public readonly double FirstStep(ReadOnlySpan<double> state, double span)
        {
            var largest = 0.0;
            for (var i = 0; i < n; i++)
            {
                largest = Math.Max(largest, Math.Abs(f0[i]) / ((options.RelativeTolerance * Math.Abs(state[i])) + options.AbsoluteTolerance));
            }

            return largest > 0 ? Math.Clamp(0.5 * Math.Sqrt(1e3) / largest, span * 1e-10, span / 20) : span / 20;
        }

        public double Try(double time, double h, ReadOnlySpan<double> state)
        {
            Factorise(time, h, state);
            for (var i = 0; i < n; i++)
            {
                k1[i] = f0[i] + (h * D * slope[i]);
            }

            Solve(k1);
            Combine(next, state, h / 2, k1);
            rates(time + (h / 2), next, f1);
            for (var i = 0; i < n; i++)
            {
                k2[i] = f1[i] - k1[i];
            }

            Solve(k2);
            for (var i = 0; i < n; i++)
            {
                k2[i] += k1[i];
            }

            Combine(next, state, h, k2);
            rates(time + h, next, f2);
            for (var i = 0; i < n; i++)
            {
                k3[i] = f2[i] - (E32 * (k2[i] - f1[i])) - (2 * (k1[i] - f0[i])) + (h * D * slope[i]);
            }

            Solve(k3);
            return Error(h, state);
        }

        public void Accept(Span<double> state)
        {
            next.CopyTo(state);
            f2.CopyTo(f0);
            hasDerivative = false;
        }

        private readonly double Error(double h, ReadOnlySpan<double> state)
        {
            var largest = 0.0;
            for (var i = 0; i < n; i++)
            {
                var error = h / 6 * Math.Abs(k1[i] - (2 * k2[i]) + k3[i]);
                var scale = options.AbsoluteTolerance + (options.RelativeTolerance * Math.Max(Math.Abs(state[i]), Math.Abs(next[i])));
                largest = double.IsFinite(error) ? Math.Max(largest, error / scale) : double.PositiveInfinity;
            }

            return largest;
        }

        private static void Combine(Span<double> target, ReadOnlySpan<double> state, double factor, ReadOnlySpan<double> direction)
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = state[i] + (factor * direction[i]);
            }
        }

        /// <summary>Rows of 1 - hdJ, factorised in place; the matrix is made anew for each trial because h changes.</summary>
        private void Factorise(double time, double h, ReadOnlySpan<double> state)
        {
            if (!hasDerivative)
            {
                var shift = h * 1e-4;
                rates(time + shift, state, slope);
                for (var i = 0; i < n; i++)
                {
                    slope[i] = (slope[i] - f0[i]) / shift;
                }

                hasDerivative = true;
            }

            state.CopyTo(probe);
            for (var column = 0; column < n; column++)
            {
                var delta = 1e-7 * Math.Max(Math.Abs(state[column]), 1e-3);
                probe[column] = state[column] + delta;
                rates(time, probe, k3);
                probe[column] = state[column];
                for (var row = 0; row < n; row++)
                {
                    matrix[(row * n) + column] = (row == column ? 1 : 0) - (h * D * (k3[row] - f0[row]) / delta);
                }
            }

            Eliminate();
        }

        private readonly void Eliminate()
        {
            for (var pivot = 0; pivot < n; pivot++)
            {
                for (var row = pivot + 1; row < n; row++)
                {
                    var factor = matrix[(row * n) + pivot] /= matrix[(pivot * n) + pivot];
                    for (var column = pivot + 1; column < n; column++)
                    {
                        matrix[(row * n) + column] -= factor * matrix[(pivot * n) + column];
                    }
                }
            }
        }

        private readonly void Solve(Span<double> right)
        {
            for (var row = 1; row < n; row++)
            {
                for (var column = 0; column < row; column++)
                {
                    right[row] -= matrix[(row * n) + column] * right[column];
                }
            }

            for (var row = n - 1; row >= 0; row--)
            {
                for (var column = row + 1; column < n; column++)
                {
                    right[row] -= matrix[(row * n) + column] * right[column];
                }

                right[row] /= matrix[(row * n) + row];
            }
        }
    }
}
