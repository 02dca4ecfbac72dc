namespace Electrolith.Numerics.Optimisation;

/// <summary>Local search in the unit cube without derivatives: the simplex of Nelder and Mead (1965), with coefficients that follow the dimension (Gao and Han, 2012).</summary>
public static class NelderMead
{
    /// <summary>Searches from a point.</summary>
    /// <param name="value">Number to be made small; NaN counts as infinite. Null when no more points may be computed.</param>
    /// <param name="start">Where the search begins.</param>
    /// <param name="step">Edge of the first simplex.</param>
    /// <param name="tolerance">The search ends when the simplex is smaller than this.</param>
    /// <param name="steps">Most steps.</param>
    /// <returns>The best position.</returns>
    public static double[] Minimise(Func<double[], double?> value, double[] start, double step, double tolerance, int steps)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(start);
        var search = new Simplex(value, start.Length);
        if (!search.Begin(start, step))
        {
            return search.Best ?? start;
        }

        for (var i = 0; i < steps && search.Size > tolerance && search.Step(); i++)
        {
        }

        return search.Best!;
    }

    private sealed class Simplex(Func<double[], double?> value, int size)
    {
        private readonly double expansion = 1 + (2.0 / Math.Max(size, 2));
        private readonly double contraction = 0.75 - (1.0 / (2 * Math.Max(size, 2)));
        private readonly double shrinkage = 1 - (1.0 / Math.Max(size, 2));
        private readonly List<(double[] At, double Value)> corners = [];

        public double[]? Best => corners.Count > 0 ? corners.MinBy(corner => corner.Value).At : null;

        public double Size => corners.Skip(1).Max(corner => corner.At.Zip(corners[0].At, (a, b) => Math.Abs(a - b)).Max());

        public bool Begin(double[] start, double step)
        {
            if (!Add(start))
            {
                return false;
            }

            for (var k = 0; k < size; k++)
            {
                var corner = (double[])start.Clone();
                corner[k] = start[k] + step <= 1 ? start[k] + step : start[k] - step;
                if (!Add(corner))
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>One step; false when no more points may be computed.</summary>
        public bool Step()
        {
            corners.Sort((a, b) => a.Value.CompareTo(b.Value));
            var worst = corners[^1];
            var middle = new double[size];
            for (var k = 0; k < size; k++)
            {
                middle[k] = corners.Take(size).Average(corner => corner.At[k]);
            }

            if (Try(middle, worst.At, -1) is not { } reflected)
            {
                return false;
            }

            if (reflected.Value < corners[0].Value)
            {
                var expanded = Try(middle, worst.At, -expansion);
                corners[^1] = expanded is { } far && far.Value < reflected.Value ? far : reflected;
                return expanded is not null;
            }

            if (reflected.Value < corners[^2].Value)
            {
                corners[^1] = reflected;
                return true;
            }

            var isOutside = reflected.Value < worst.Value;
            if (Try(middle, worst.At, isOutside ? -contraction : contraction) is not { } contracted)
            {
                return false;
            }

            if (contracted.Value < Math.Min(reflected.Value, worst.Value))
            {
                corners[^1] = contracted;
                return true;
            }

            return Shrink();
        }

        private bool Shrink()
        {
            for (var i = 1; i <= size; i++)
            {
                if (Try(corners[0].At, corners[i].At, shrinkage) is not { } nearer)
                {
                    return false;
                }

                corners[i] = nearer;
            }

            return true;
        }

        private bool Add(double[] at)
        {
            if (Value(at) is not { } found)
            {
                return false;
            }

            corners.Add((at, found));
            return true;
        }

        private (double[] At, double Value)? Try(double[] middle, double[] corner, double factor)
        {
            var at = new double[size];
            for (var k = 0; k < size; k++)
            {
                at[k] = Math.Clamp(middle[k] + (factor * (corner[k] - middle[k])), 0, 1);
            }

            return Value(at) is { } found ? (at, found) : null;
        }

        private double? Value(double[] at) => value(at) is { } found ? double.IsNaN(found) ? double.PositiveInfinity : found : null;
    }
}
