namespace Electrolith.Numerics.LeastSquares;

/// <summary>Computes residuals and their derivatives.</summary>
/// <param name="parameters">Parameters.</param>
/// <param name="residuals">Receives the residuals.</param>
/// <param name="jacobian">Receives dr/dp, row after row.</param>
public delegate void ResidualFunction(ReadOnlySpan<double> parameters, Span<double> residuals, Span<double> jacobian);

/// <summary>How a search ended.</summary>
/// <param name="Parameters">Parameters of the minimum.</param>
/// <param name="SumOfSquares">Sum of squared residuals.</param>
/// <param name="NormalMatrix">JᵀJ there, row after row.</param>
/// <param name="Iterations">Steps tried.</param>
/// <param name="HasConverged">True when no step lowered the sum any more.</param>
public sealed record LeastSquaresResult(double[] Parameters, double SumOfSquares, double[] NormalMatrix, int Iterations, bool HasConverged);

/// <summary>Levenberg–Marquardt with bounds: damped Gauss–Newton steps, parameters held at a bound that the gradient presses them against.</summary>
/// <remarks>Damping after Nielsen (1999), scaled by the diagonal of JᵀJ after Marquardt (1963). Nothing is allocated per step.</remarks>
public static class LevenbergMarquardt
{
    /// <summary>Minimises a sum of squares.</summary>
    /// <param name="function">Residuals and Jacobian.</param>
    /// <param name="residuals">Number of residuals.</param>
    /// <param name="start">Where the search begins; taken into the bounds.</param>
    /// <param name="lower">Lower bounds.</param>
    /// <param name="upper">Upper bounds.</param>
    /// <param name="steps">Most steps.</param>
    /// <exception cref="ArgumentException">The sizes do not match.</exception>
    public static LeastSquaresResult Minimise(ResidualFunction function, int residuals, ReadOnlySpan<double> start, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, int steps = 300)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (lower.Length != start.Length || upper.Length != start.Length)
        {
            throw new ArgumentException($"{start.Length} parameters have {lower.Length} lower and {upper.Length} upper bounds", nameof(lower));
        }

        return new Search(function, residuals, start, lower, upper).Run(steps);
    }

    private sealed class Search
    {
        private readonly ResidualFunction function;
        private readonly int size;
        private readonly double[] at;
        private readonly double[] trial;
        private readonly double[] lower;
        private readonly double[] upper;
        // The trial's arrays change places with those of the current point when a step is taken.
        private double[] residual;
        private double[] trialResidual;
        private double[] jacobian;
        private double[] trialJacobian;
        private readonly double[] normal;
        private readonly double[] damped;
        private readonly double[] gradient;
        private readonly double[] step;
        private readonly bool[] isHeld;

        public Search(ResidualFunction function, int residuals, ReadOnlySpan<double> start, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
        {
            (this.function, size) = (function, start.Length);
            (at, trial, this.lower, this.upper) = (start.ToArray(), new double[size], lower.ToArray(), upper.ToArray());
            (residual, trialResidual, jacobian, trialJacobian) = (new double[residuals], new double[residuals], new double[residuals * size], new double[residuals * size]);
            (normal, damped, gradient, step, isHeld) = (new double[size * size], new double[size * size], new double[size], new double[size], new bool[size]);
            for (var index = 0; index < size; index++)
            {
                at[index] = Math.Clamp(at[index], lower[index], upper[index]);
            }
        }

        public LeastSquaresResult Run(int steps)
        {
            function(at, residual, jacobian);
            var sum = SumOf(residual);
            Normal();
            var (damping, growth, quiet, count) = (1e-3, 2.0, 0, 0);
            var hasConverged = false;
            while (count++ < steps && !hasConverged)
            {
                if (!Solve(damping))
                {
                    (damping, growth) = (Math.Max(damping, 1e-12) * growth, growth * 2);
                    continue;
                }

                function(trial, trialResidual, trialJacobian);
                var next = SumOf(trialResidual);
                var predicted = Predicted(damping);
                if (next < sum && predicted > 0)
                {
                    var gain = (sum - next) / predicted;
                    quiet = sum - next <= 1e-13 * sum ? quiet + 1 : 0;
                    (sum, growth) = (next, 2);
                    trial.CopyTo(at, 0);
                    (residual, trialResidual) = (trialResidual, residual);
                    (jacobian, trialJacobian) = (trialJacobian, jacobian);
                    Normal();
                    damping = Math.Max(1e-14, damping * Math.Max(1.0 / 3, 1 - Math.Pow((2 * gain) - 1, 3)));
                    hasConverged = quiet >= 2;
                }
                else
                {
                    (damping, growth) = (damping * growth, growth * 2);
                    hasConverged = damping > 1e14 || Smallest() || predicted <= 1e-15 * sum;
                }
            }

            return new LeastSquaresResult(at, sum, normal, count, hasConverged);
        }

        private static double SumOf(double[] values)
        {
            var sum = 0.0;
            foreach (var value in values)
            {
                sum += value * value;
            }

            return double.IsNaN(sum) ? double.PositiveInfinity : sum;
        }

        private bool Smallest()
        {
            for (var index = 0; index < size; index++)
            {
                if (Math.Abs(trial[index] - at[index]) > 1e-14 * (1 + Math.Abs(at[index])))
                {
                    return false;
                }
            }

            return true;
        }

        private void Normal()
        {
            Array.Clear(normal);
            Array.Clear(gradient);
            for (var row = 0; row < residual.Length; row++)
            {
                var entries = jacobian.AsSpan(row * size, size);
                for (var i = 0; i < size; i++)
                {
                    gradient[i] += entries[i] * residual[row];
                    for (var j = 0; j <= i; j++)
                    {
                        normal[(i * size) + j] += entries[i] * entries[j];
                    }
                }
            }

            for (var i = 0; i < size; i++)
            {
                for (var j = i + 1; j < size; j++)
                {
                    normal[(i * size) + j] = normal[(j * size) + i];
                }

                isHeld[i] = (at[i] <= lower[i] && gradient[i] > 0) || (at[i] >= upper[i] && gradient[i] < 0);
            }
        }

        private bool Solve(double damping)
        {
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < size; j++)
                {
                    damped[(i * size) + j] = isHeld[i] || isHeld[j] ? (i == j ? 1 : 0) : normal[(i * size) + j];
                }

                damped[(i * size) + i] += isHeld[i] ? 0 : damping * Math.Max(normal[(i * size) + i], 1e-30);
                step[i] = isHeld[i] ? 0 : -gradient[i];
            }

            if (!Cholesky.Solve(damped, step))
            {
                return false;
            }

            for (var i = 0; i < size; i++)
            {
                trial[i] = Math.Clamp(at[i] + step[i], lower[i], upper[i]);
                step[i] = trial[i] - at[i];
            }

            return true;
        }

        // Fall of the sum that the linear model promises for the step.
        private double Predicted(double damping)
        {
            var fall = 0.0;
            for (var i = 0; i < size; i++)
            {
                fall += step[i] * ((damping * Math.Max(normal[(i * size) + i], 1e-30) * step[i]) - gradient[i]);
            }

            return fall;
        }
    }
}
