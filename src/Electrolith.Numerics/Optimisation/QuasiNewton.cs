namespace Electrolith.Numerics.Optimisation;

/// <summary>Minimum of a smooth function of a few variables from its derivatives: BFGS with a box (Nocedal and Wright, 2006, chapter 6).</summary>
public static class QuasiNewton
{
    /// <summary>Searches from a point.</summary>
    /// <param name="function">Value at a point; fills the gradient.</param>
    /// <param name="start">Where the search begins; taken into the box.</param>
    /// <param name="lower">Lower bounds.</param>
    /// <param name="upper">Upper bounds.</param>
    /// <param name="steps">Most steps.</param>
    /// <returns>The point and its value.</returns>
    public static (double[] At, double Value) Minimise(Func<double[], double[], double> function, double[] start, double[] lower, double[] upper, int steps)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(lower);
        ArgumentNullException.ThrowIfNull(upper);
        var size = start.Length;
        var at = start.Select((value, k) => Math.Clamp(value, lower[k], upper[k])).ToArray();
        var (gradient, inverse) = (new double[size], Identity(size));
        var value = function(at, gradient);
        for (var step = 0; step < steps; step++)
        {
            var direction = Direction(inverse, gradient, at, lower, upper);
            var slope = Dot(direction, gradient);
            if (!(slope < -1e-10))
            {
                break;
            }

            if (Search(function, at, value, direction, slope, lower, upper) is not { } next)
            {
                break;
            }

            var gain = value - next.Value;
            Update(inverse, [.. next.At.Zip(at, (a, b) => a - b)], [.. next.Gradient.Zip(gradient, (a, b) => a - b)]);
            (at, value, gradient) = next;
            if (gain <= 1e-9 * (1 + Math.Abs(value)))
            {
                break;
            }
        }

        return (at, value);
    }

    private static (double[] At, double Value, double[] Gradient)? Search(Func<double[], double[], double> function, double[] at, double value, double[] direction, double slope, double[] lower, double[] upper)
    {
        // No step longer than two in any coordinate: the first model of the curvature knows nothing.
        var length = Math.Min(1, 2 / Math.Max(direction.Max(Math.Abs), 1e-300));
        for (var trial = 0; trial < 25; trial++, length *= 0.4)
        {
            var next = at.Select((from, k) => Math.Clamp(from + (length * direction[k]), lower[k], upper[k])).ToArray();
            var gradient = new double[at.Length];
            var found = function(next, gradient);
            if (found <= value + (1e-4 * length * slope))
            {
                return (next, found, gradient);
            }
        }

        return null;
    }

    private static double[] Direction(double[,] inverse, double[] gradient, double[] at, double[] lower, double[] upper)
    {
        var size = at.Length;
        bool IsHeld(int k) => (at[k] <= lower[k] && gradient[k] > 0) || (at[k] >= upper[k] && gradient[k] < 0);
        var direction = new double[size];
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < size && !IsHeld(i); k++)
            {
                direction[i] -= IsHeld(k) ? 0 : inverse[i, k] * gradient[k];
            }
        }

        if (Dot(direction, gradient) < 0)
        {
            return direction;
        }

        return [.. gradient.Select((slope, k) => IsHeld(k) ? 0 : -slope)];
    }

    private static void Update(double[,] inverse, double[] step, double[] change)
    {
        var size = step.Length;
        var curvature = Dot(step, change);
        if (curvature <= 1e-12)
        {
            return;
        }

        var moved = new double[size];
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < size; k++)
            {
                moved[i] += inverse[i, k] * change[k];
            }
        }

        var factor = (1 + (Dot(change, moved) / curvature)) / curvature;
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < size; k++)
            {
                inverse[i, k] += (factor * step[i] * step[k]) - (((moved[i] * step[k]) + (step[i] * moved[k])) / curvature);
            }
        }
    }

    private static double Dot(double[] first, double[] second) => first.Zip(second, (a, b) => a * b).Sum();

    private static double[,] Identity(int size)
    {
        var matrix = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            matrix[i, i] = 1;
        }

        return matrix;
    }
}
