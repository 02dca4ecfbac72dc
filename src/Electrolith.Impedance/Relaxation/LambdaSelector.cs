using Electrolith.Numerics.LeastSquares;

namespace Electrolith.Impedance.Relaxation;

/// <summary>Finds the strength of the regularisation from the spectrum itself, on plain ridge solutions.</summary>
internal static class LambdaSelector
{
    private const int Grid = 19;
    // Below this the basis of one function for each point rings, even without any noise.
    private const double Least = 1e-5;
    private const double Most = 1e1;
    private const int Folds = 5;

    /// <summary>Finds λ.</summary>
    /// <param name="system">The equations.</param>
    /// <param name="selection">How.</param>
    public static double Find(RelaxationSystem system, LambdaSelection selection)
    {
        Func<double, double> score = selection switch
        {
            LambdaSelection.GeneralisedCrossValidation => Generalised(system),
            LambdaSelection.RealImaginary => Held(system, [.. Enumerable.Range(0, 2).Select(part => (Func<int, bool>)(row => row >= system.Points == (part == 1)))]),
            LambdaSelection.Evidence => Improbability(system),
            LambdaSelection.KFold => Held(system, [.. Enumerable.Range(0, Folds).Select(fold => (Func<int, bool>)(row => row % system.Points % Folds == fold))]),
            _ => Corner(system),
        };
        var lambdas = Enumerable.Range(0, Grid).Select(step => Least * Math.Pow(Most / Least, step / (Grid - 1.0))).ToArray();
        var scores = lambdas.Select(score).ToArray();
        var best = Array.IndexOf(scores, scores.Min());
        // A parabola through the best three on the logarithmic axis.
        if (best == 0 || best == Grid - 1)
        {
            return lambdas[best];
        }

        var (left, middle, right) = (scores[best - 1], scores[best], scores[best + 1]);
        var curvature = left - (2 * middle) + right;
        var shift = curvature > 0 ? (left - right) / (2 * curvature) : 0;
        return lambdas[best] * Math.Pow(lambdas[1] / lambdas[0], Math.Clamp(shift, -0.5, 0.5));
    }

    /// <summary>Ridge solution; null when the matrix is not positive definite.</summary>
    public static double[]? Ridge(RelaxationSystem system, double[] normal, double[] gradient, double lambda)
    {
        var (matrix, solution) = (Regularised(system, normal, lambda), gradient.ToArray());
        return Cholesky.Solve(matrix, solution) ? solution : null;
    }

    /// <summary>AᵀA + λM, with a trace of itself on the diagonal so that rounding cannot make it indefinite.</summary>
    public static double[] Regularised(RelaxationSystem system, double[] normal, double lambda)
    {
        var matrix = new double[normal.Length];
        for (var index = 0; index < matrix.Length; index++)
        {
            matrix[index] = normal[index] + (lambda * system.Roughness[index]);
        }

        for (var diagonal = 0; diagonal < system.Size; diagonal++)
        {
            matrix[(diagonal * system.Size) + diagonal] *= 1 + 1e-12;
        }

        return matrix;
    }

    private static Func<double, double> Generalised(RelaxationSystem system)
    {
        var (normal, gradient) = system.Normal(_ => true);
        return lambda =>
        {
            var inverse = Cholesky.Inverse(Regularised(system, normal, lambda), system.Size);
            if (inverse is null || Ridge(system, normal, gradient, lambda) is not { } solution)
            {
                return double.PositiveInfinity;
            }

            var trace = 0.0;
            for (var index = 0; index < inverse.Length; index++)
            {
                trace += inverse[index] * normal[index];
            }

            var rows = 2 * system.Points;
            var sum = Enumerable.Range(0, rows).Sum(row => Math.Pow(system.Residual(row, solution), 2));
            return sum / rows / Math.Pow(1 - (trace / rows), 2);
        };
    }

    // Minus the logarithm of the probability of the spectrum; the size of the noise is the likeliest one.
    private static Func<double, double> Improbability(RelaxationSystem system)
    {
        var (normal, gradient) = system.Normal(_ => true);
        var (free, functions) = ((2 * system.Points) - system.Extra, system.Size - system.Extra);
        return lambda =>
        {
            var (factor, solution) = (Regularised(system, normal, lambda), gradient.ToArray());
            if (!Cholesky.Solve(factor, solution))
            {
                return double.PositiveInfinity;
            }

            var misfit = Enumerable.Range(0, 2 * system.Points).Sum(row => Math.Pow(system.Residual(row, solution), 2)) + (lambda * Form(system, solution));
            var determinant = Enumerable.Range(0, system.Size).Sum(row => 2 * Math.Log(factor[(row * system.Size) + row]));
            return RelaxationEquations.Improbability(misfit, free, functions, lambda, determinant);
        };
    }

    /// <summary>Roughness of a solution.</summary>
    public static double Form(RelaxationSystem system, double[] solution)
    {
        var rough = 0.0;
        for (var i = 0; i < system.Size; i++)
        {
            for (var j = 0; j < system.Size; j++)
            {
                rough += solution[i] * system.Roughness[(i * system.Size) + j] * solution[j];
            }
        }

        return rough;
    }

    // Fit without a part, predict that part; resistance and reactances that only show in it are taken from the full fit.
    private static Func<double, double> Held(RelaxationSystem system, Func<int, bool>[] parts)
    {
        var all = system.Normal(_ => true);
        var without = parts.Select(part => system.Normal(row => !part(row))).ToArray();
        return lambda =>
        {
            if (Ridge(system, all.Normal, all.Gradient, lambda) is not { } full)
            {
                return double.PositiveInfinity;
            }

            var sum = 0.0;
            for (var index = 0; index < parts.Length; index++)
            {
                var (normal, gradient) = without[index];
                var held = Determined(system, normal, gradient, full, lambda);
                if (held is null)
                {
                    return double.PositiveInfinity;
                }

                for (var row = 0; row < 2 * system.Points; row++)
                {
                    sum += parts[index](row) ? Math.Pow(system.Residual(row, held), 2) : 0;
                }
            }

            return sum;
        };
    }

    private static double[]? Determined(RelaxationSystem system, double[] normal, double[] gradient, double[] full, double lambda)
    {
        var (matrix, right) = (Regularised(system, normal, lambda), gradient.ToArray());
        for (var extra = 0; extra < system.Extra; extra++)
        {
            if (normal[(extra * system.Size) + extra] != 0)
            {
                continue;
            }

            // Not seen by the rows that are left: held at the full fit's value.
            matrix[(extra * system.Size) + extra] = 1;
            right[extra] = full[extra];
        }

        return Cholesky.Solve(matrix, right) ? right : null;
    }

    private static Func<double, double> Corner(RelaxationSystem system)
    {
        var (normal, gradient) = system.Normal(_ => true);
        (double X, double Y)? Point(double lambda)
        {
            if (Ridge(system, normal, gradient, lambda) is not { } solution)
            {
                return null;
            }

            var residual = Enumerable.Range(0, 2 * system.Points).Sum(row => Math.Pow(system.Residual(row, solution), 2));
            return (Math.Log(residual + 1e-300), Math.Log(Math.Max(Form(system, solution), 1e-300)));
        }

        return lambda =>
        {
            if (Point(lambda / 2) is not { } a || Point(lambda) is not { } b || Point(lambda * 2) is not { } c)
            {
                return double.PositiveInfinity;
            }

            // Curvature of the curve through three points, negative at a corner that points to the origin.
            var area = ((b.X - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (b.Y - a.Y));
            var sides = Math.Sqrt((Square(b.X - a.X) + Square(b.Y - a.Y)) * (Square(c.X - b.X) + Square(c.Y - b.Y)) * (Square(c.X - a.X) + Square(c.Y - a.Y)));
            return sides > 0 ? -2 * area / sides : 0;
        };
    }

    private static double Square(double value) => value * value;
}
