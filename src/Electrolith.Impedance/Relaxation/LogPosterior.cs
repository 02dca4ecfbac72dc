using System.Numerics;
using Electrolith.Numerics.LeastSquares;

namespace Electrolith.Impedance.Relaxation;

/// <summary>
/// Misfit of a spectrum plus the roughness of the logarithms of the coefficients, minimised by damped Gauss-Newton steps:
/// |r|² + μ (Σ wₖ (u″ₖ)² + the square of what the slopes at both ends are off a fall), with γ = Σ exp(uₖ) φₖ. At the minimum the curvature gives the covariance of everything that was found.
/// </summary>
internal sealed class LogPosterior
{
    private const int MostSteps = 60;
    private const int MostHalvings = 10;
    private const double LongestRise = 2;
    private const double LongestFall = 5;
    private const double Damping = 1e-9;
    private const double TypicalLogit = 1.5; // a constant-phase exponent of 0.82
    // Beyond both ends γ falls off: between τ^½ of diffusion and the sheer drop of a single process.
    private const double TypicalFall = 1;
    private const double FallStrength = 10;
    private readonly RelaxationSystem system;
    private readonly int rows;
    private readonly int linear;
    private readonly int size;
    private readonly double[] normal;
    private readonly double[] columns;
    private readonly double[] hessian;
    private readonly double[] factor;
    private readonly double[] values;
    private readonly double[] residual;

    /// <summary>Prepares the sums that do not change.</summary>
    /// <param name="system">Linear equations.</param>
    /// <param name="hasTail">A constant-phase element with two more unknowns stands in series.</param>
    public LogPosterior(RelaxationSystem system, bool hasTail)
    {
        (this.system, rows, linear, HasTail) = (system, 2 * system.Points, system.Extra, hasTail);
        (HeadCount, Functions) = (linear + (hasTail ? 2 : 0), system.Basis.Count);
        size = HeadCount + Functions;
        (hessian, factor, values, residual, columns) = (new double[size * size], new double[size * size], new double[Functions], new double[rows], new double[HeadCount * rows]);
        (Head, Log) = (new double[HeadCount], new double[Functions]);
        Weights = Enumerable.Repeat(1.0, Functions - 2).ToArray();
        RoughnessScale = Math.Pow(system.Basis.Step, -3);
        normal = FunctionNormal();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < linear; column++)
            {
                columns[(column * rows) + row] = system.Matrix[(row * system.Size) + column];
            }
        }
    }

    /// <summary>Whether there is a constant-phase tail.</summary>
    public bool HasTail { get; }

    /// <summary>Unknowns before the distribution.</summary>
    public int HeadCount { get; }

    /// <summary>Functions of the distribution.</summary>
    public int Functions { get; }

    /// <summary>Resistance, inductance, inverse capacitance; then, for a tail, ln of its modulus at the lowest frequency and the logit of its exponent.</summary>
    public double[] Head { get; private set; }

    /// <summary>u, logarithms of the coefficients (ohm).</summary>
    public double[] Log { get; private set; }

    /// <summary>w of each curvature.</summary>
    public double[] Weights { get; }

    /// <summary>Turns a squared second difference into its share of ∫ u″² d ln τ.</summary>
    public double RoughnessScale { get; }

    /// <summary>|r|² at the present place.</summary>
    public double Misfit { get; private set; }

    /// <summary>Σ w u″² at the present place.</summary>
    public double Roughness { get; private set; }

    /// <summary>Unknowns that the prior does not hold: those of the head but the exponent of the tail.</summary>
    public int Unheld => linear + (HasTail ? 1 : 0);

    /// <summary>Points less unknowns that the prior does not hold.</summary>
    public int Freedom => rows - Unheld;

    /// <summary>Unknowns that the prior holds.</summary>
    public int Held => size - Unheld;

    /// <summary>Starts from a flat distribution.</summary>
    /// <param name="exponent">Where the exponent of the tail starts.</param>
    public void Start(double exponent)
    {
        var real = Enumerable.Range(0, system.Points).Select(point => system.Right[point] / system.Weights[point]).ToList();
        Array.Clear(Head);
        Head[0] = real.Min();
        if (HasTail)
        {
            (Head[linear], Head[linear + 1]) = (Math.Log(Math.Abs(system.Right[rows - 1] / system.Weights[^1]) + 1e-300), Math.Log(exponent / (1 - exponent)));
        }

        // What a tail adds to the real part at low frequency is not of the distribution: the middle of the real parts is nearer to it.
        var range = HasTail ? real.Order().ElementAt(real.Count / 2) - real.Min() : real.Max() - real.Min();
        Array.Fill(Log, Math.Log(Math.Max(range, (1e-9 * Math.Abs(real.Max())) + 1e-300) / (Functions * system.Basis.Step)));
        (Misfit, Roughness) = Evaluate(Head, Log);
    }

    /// <summary>Goes to a place that was left.</summary>
    /// <param name="head">Copied.</param>
    /// <param name="log">Copied.</param>
    public void MoveTo(double[] head, double[] log) => (Head, Log) = ([.. head], [.. log]);

    /// <summary>Minimises.</summary>
    /// <param name="strength">μ.</param>
    /// <param name="tolerance">Relative decrease of the sum at which it stops.</param>
    public void Minimise(double strength, double tolerance)
    {
        (Misfit, Roughness) = Evaluate(Head, Log);
        for (var round = 0; round < MostSteps; round++)
        {
            var cost = Misfit + (strength * Roughness);
            var step = Direction(strength);
            if (step is null || !Walk(step, strength, cost))
            {
                return;
            }

            if (cost - (Misfit + (strength * Roughness)) < tolerance * cost)
            {
                return;
            }
        }
    }

    /// <summary>Inverse of the curvature at the present place; times the variance of the noise it is the covariance of head and u.</summary>
    /// <param name="strength">μ.</param>
    /// <returns>Null when the curvature is not positive definite.</returns>
    public double[]? Curvature(double strength)
    {
        (Misfit, Roughness) = Evaluate(Head, Log);
        _ = Direction(strength);
        return Cholesky.Inverse(hessian, size);
    }

    /// <summary>
    /// Heights that the noise hides: of a distribution one decade wide that changes the spectrum by one standard deviation of the noise, ohm. Below it
    /// ln γ is not determined, but γ is: it is small.
    /// </summary>
    /// <param name="deviation">Standard deviation of the noise.</param>
    public double[] HiddenHeights(double deviation)
    {
        var heights = new double[Functions];
        var half = (int)Math.Round(Math.Log(10) / 2 / system.Basis.Step);
        for (var function = 0; function < Functions; function++)
        {
            var (first, last, square) = (Math.Max(0, function - half), Math.Min(Functions - 1, function + half), 0.0);
            for (var row = 0; row < rows; row++)
            {
                var sum = 0.0;
                for (var neighbour = first; neighbour <= last; neighbour++)
                {
                    sum += system.Matrix[(row * system.Size) + linear + neighbour];
                }

                square += sum * sum;
            }

            heights[function] = deviation / Math.Sqrt(square);
        }

        return heights;
    }

    /// <summary>Inverse curvature where no height is below a floor; for the upper end of bands.</summary>
    /// <param name="strength">μ.</param>
    /// <param name="floor">Least heights, ohm.</param>
    /// <returns>The heights and the inverse; it is null when the curvature is not positive definite.</returns>
    public (double[] Heights, double[]? Inverse) RaisedCurvature(double strength, double[] floor)
    {
        _ = Evaluate(Head, Log);
        for (var function = 0; function < Functions; function++)
        {
            values[function] = Math.Max(values[function], floor[function]);
        }

        _ = Direction(strength);
        return ([.. values], Cholesky.Inverse(hessian, size));
    }

    /// <summary>ln of the determinant at the present place, without the inverse.</summary>
    /// <param name="strength">μ.</param>
    public double Determinant(double strength)
    {
        _ = Direction(strength);
        var sum = 0.0;
        for (var row = 0; row < size; row++)
        {
            sum += 2 * Math.Log(factor[(row * size) + row]);
        }

        return sum;
    }

    /// <summary>Second difference k of u.</summary>
    /// <param name="log">u.</param>
    /// <param name="index">k.</param>
    public static double Difference(ReadOnlySpan<double> log, int index) => log[index] - (2 * log[index + 1]) + log[index + 2];

    // Halves the step until the sum falls.
    private bool Walk(double[] step, double strength, double cost)
    {
        var share = 1.0;
        for (var unknown = linear; unknown < size; unknown++)
        {
            share = Math.Min(share, (step[unknown] > 0 || unknown < HeadCount ? LongestRise : LongestFall) / Math.Abs(step[unknown]));
        }

        var (head, log) = (new double[HeadCount], new double[Functions]);
        for (var halving = 0; halving < MostHalvings; halving++)
        {
            for (var unknown = 0; unknown < size; unknown++)
            {
                if (unknown < HeadCount)
                {
                    head[unknown] = Head[unknown] + (share * step[unknown]);
                }
                else
                {
                    log[unknown - HeadCount] = Log[unknown - HeadCount] + (share * step[unknown]);
                }
            }

            var (misfit, roughness) = Evaluate(head, log);
            if (misfit + (strength * roughness) < cost)
            {
                (Head, Log, Misfit, Roughness) = (head, log, misfit, roughness);
                return true;
            }

            share /= 3;
        }

        _ = Evaluate(Head, Log);
        return false;
    }

    // Leaves the residual, the values exp(u) and the columns of the tail of the place it was called for.
    private (double Misfit, double Roughness) Evaluate(double[] head, double[] log)
    {
        for (var function = 0; function < Functions; function++)
        {
            values[function] = Math.Exp(log[function]);
        }

        FillTail(head);
        var misfit = 0.0;
        for (var row = 0; row < rows; row++)
        {
            var entries = system.Matrix.AsSpan((row * system.Size) + linear, Functions);
            var sum = -system.Right[row];
            for (var column = 0; column < linear; column++)
            {
                sum += columns[(column * rows) + row] * head[column];
            }

            for (var function = 0; function < entries.Length; function++)
            {
                sum += entries[function] * values[function];
            }

            residual[row] = sum + (HasTail ? columns[(linear * rows) + row] : 0);
            misfit += residual[row] * residual[row];
        }

        var roughness = HasTail ? Square(head[linear + 1] - TypicalLogit) : 0;
        roughness += FallStrength * (Square(Excess(log, 0)) + Square(Excess(log, Functions - 2)));
        for (var index = 0; index < Weights.Length; index++)
        {
            roughness += Weights[index] * RoughnessScale * Square(Difference(log, index));
        }

        return (misfit, roughness);
    }

    private void FillTail(double[] head)
    {
        if (!HasTail)
        {
            return;
        }

        var (modulus, exponent, slowest) = (Math.Exp(head[linear]), 1 / (1 + Math.Exp(-head[linear + 1])), system.Omega[^1]);
        for (var point = 0; point < system.Points; point++)
        {
            var ratio = Math.Log(system.Omega[point] / slowest);
            var z = system.Weights[point] * Complex.FromPolarCoordinates(modulus * Math.Exp(-exponent * ratio), -exponent * Math.PI / 2);
            var slope = -z * new Complex(ratio, Math.PI / 2) * exponent * (1 - exponent);
            (columns[(linear * rows) + point], columns[(linear * rows) + system.Points + point]) = (z.Real, z.Imaginary);
            (columns[((linear + 1) * rows) + point], columns[((linear + 1) * rows) + system.Points + point]) = (slope.Real, slope.Imaginary);
        }
    }

    // The Gauss-Newton step of the place that was evaluated last; the curvature and its Cholesky factor stay in their fields.
    private double[]? Direction(double strength)
    {
        Array.Clear(hessian);
        var step = new double[size];
        HeadBlock(step);
        for (var i = 0; i < Functions; i++)
        {
            var target = hessian.AsSpan(((HeadCount + i) * size) + HeadCount, Functions);
            var source = normal.AsSpan(i * Functions, Functions);
            for (var j = 0; j < target.Length; j++)
            {
                target[j] = source[j] * values[i] * values[j];
            }
        }

        for (var row = 0; row < rows; row++)
        {
            var entries = system.Matrix.AsSpan((row * system.Size) + linear, Functions);
            var share = residual[row];
            for (var function = 0; function < entries.Length; function++)
            {
                step[HeadCount + function] -= entries[function] * share * values[function];
            }
        }

        AddPrior(strength, step);
        for (var row = 0; row < size; row++)
        {
            hessian[(row * size) + row] *= 1 + Damping;
        }

        hessian.CopyTo(factor, 0);
        return Cholesky.Solve(factor, step) ? step : null;
    }

    private void HeadBlock(double[] step)
    {
        for (var i = 0; i < HeadCount; i++)
        {
            var column = columns.AsSpan(i * rows, rows);
            var target = hessian.AsSpan(i * size, size);
            for (var row = 0; row < rows; row++)
            {
                step[i] -= column[row] * residual[row];
                for (var j = 0; j <= i; j++)
                {
                    target[j] += column[row] * columns[(j * rows) + row];
                }

                var entries = system.Matrix.AsSpan((row * system.Size) + linear, Functions);
                for (var function = 0; function < entries.Length; function++)
                {
                    target[HeadCount + function] += column[row] * entries[function];
                }
            }

            for (var function = 0; function < Functions; function++)
            {
                target[HeadCount + function] *= values[function];
                hessian[((HeadCount + function) * size) + i] = target[HeadCount + function];
            }

            for (var j = 0; j < i; j++)
            {
                hessian[(j * size) + i] = target[j];
            }
        }
    }

    // How far the slope of u between two functions at an end is from the typical fall.
    private double Excess(ReadOnlySpan<double> log, int index) => ((log[index + 1] - log[index]) / system.Basis.Step) - (index == 0 ? TypicalFall : -TypicalFall);

    private void AddFall(double strength, double[] step, int index)
    {
        var (slope, at) = (1 / system.Basis.Step, HeadCount + index);
        var (pull, push) = (strength * FallStrength * slope * slope, strength * FallStrength * slope * Excess(Log, index));
        hessian[(at * size) + at] += pull;
        hessian[((at + 1) * size) + at + 1] += pull;
        hessian[(at * size) + at + 1] -= pull;
        hessian[((at + 1) * size) + at] -= pull;
        step[at] += push;
        step[at + 1] -= push;
    }

    private void AddPrior(double strength, double[] step)
    {
        AddFall(strength, step, 0);
        AddFall(strength, step, Functions - 2);
        if (HasTail)
        {
            hessian[((linear + 1) * size) + linear + 1] += strength;
            step[linear + 1] -= strength * (Head[linear + 1] - TypicalLogit);
        }

        var stencil = Differences.Stencil(2);
        for (var index = 0; index < Weights.Length; index++)
        {
            var pull = strength * Weights[index] * RoughnessScale;
            var difference = Difference(Log, index);
            for (var i = 0; i < stencil.Length; i++)
            {
                step[HeadCount + index + i] -= pull * difference * stencil[i];
                for (var j = 0; j < stencil.Length; j++)
                {
                    hessian[((HeadCount + index + i) * size) + HeadCount + index + j] += pull * stencil[i] * stencil[j];
                }
            }
        }
    }

    private double[] FunctionNormal()
    {
        var sums = new double[Functions * Functions];
        for (var row = 0; row < rows; row++)
        {
            var entries = system.Matrix.AsSpan((row * system.Size) + linear, Functions);
            for (var i = 0; i < Functions; i++)
            {
                var target = sums.AsSpan(i * Functions, Functions);
                for (var j = 0; j < target.Length; j++)
                {
                    target[j] += entries[i] * entries[j];
                }
            }
        }

        return sums;
    }

    private static double Square(double value) => value * value;
}
