using Vector = System.Numerics.Vector<double>;

namespace Electrolith.Numerics.DifferentialEquations;

/// <summary>
/// Variable-step, variable-order (1 to 5) numerical differentiation formulas for stiff and differential-algebraic systems
/// (Shampine, Reichelt, SIAM J. Sci. Comput. 18 (1997) 1). Backward differences are kept on an equidistant grid and are taken
/// over to a new step by interpolation. Linear invariants of the system are kept to rounding. Nothing is allocated per step.
/// </summary>
public sealed class BackwardDifferentiation
{
    private const int Highest = 5;
    private const double Safety = 0.9;
    // Quarters of a step: 4^-40 of it is below any time scale of interest.
    private const int MostAttempts = 40;
    // Order 1 is left plain: at the start there is no difference yet from which its correction could be taken.
    private static readonly double[] Kappa = [0, 0, -1.0 / 9, -0.0823, -0.0415, 0];
    // A longer step multiplies the rounding errors of the highest difference by the growth to the power of the order.
    private static readonly double[] Growth = [10, 10, 4, 2.5, 2, 2];
    private readonly IImplicitStage system;
    private readonly BackwardDifferentiationOptions options;
    private readonly int size;
    private readonly double[][] differences = new double[Highest + 3][];
    private readonly double[] predicted;
    private readonly double[] basis;
    private readonly double[] state;
    private readonly double[] correction;
    private readonly double[] estimate;
    private readonly double[] gamma = new double[Highest + 1];
    private readonly double[] alpha = new double[Highest + 2];
    private readonly double[] errorConstant = new double[Highest + 2];
    private readonly double[] transform = new double[(Highest + 1) * (Highest + 1)];
    private readonly double[] unit = new double[(Highest + 1) * (Highest + 1)];
    private readonly double[] change = new double[(Highest + 1) * (Highest + 1)];
    private int stepsAtThis;
    // Step on whose grid the differences stand; the next step may be another.
    private double grid = 1;
    private int lastOrder;

    /// <summary>Prepares an integrator.</summary>
    /// <param name="system">The system.</param>
    /// <param name="options">Choices; null for the usual ones.</param>
    public BackwardDifferentiation(IImplicitStage system, BackwardDifferentiationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        (this.system, this.options) = (system, options ?? BackwardDifferentiationOptions.Default);
        ArgumentOutOfRangeException.ThrowIfLessThan(this.options.MaximumOrder, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(this.options.MaximumOrder, Highest, nameof(options));
        size = system.Size;
        for (var index = 0; index < differences.Length; index++)
        {
            differences[index] = new double[size];
        }

        (predicted, basis, state, correction, estimate) = (new double[size], new double[size], new double[size], new double[size], new double[size]);
        for (var order = 1; order <= Highest; order++)
        {
            gamma[order] = gamma[order - 1] + (1.0 / order);
            var kappa = this.options.IsPlain ? 0 : Kappa[order];
            alpha[order] = (1 - kappa) * gamma[order];
            errorConstant[order] = (kappa * gamma[order]) + (1.0 / (order + 1));
        }
    }

    /// <summary>Time reached.</summary>
    public double Time { get; private set; }

    /// <summary>Time before the last accepted step.</summary>
    public double PreviousTime { get; private set; }

    /// <summary>Length of the next step.</summary>
    public double Step { get; private set; }

    /// <summary>Order of the next step.</summary>
    public int Order { get; private set; }

    /// <summary>Accepted steps since construction.</summary>
    public int Steps { get; private set; }

    /// <summary>Rejected steps since construction.</summary>
    public int Rejections { get; private set; }

    /// <summary>State at <see cref="Time"/>.</summary>
    public ReadOnlySpan<double> State => differences[0];

    /// <summary>Starts, or starts anew after a jump, at order 1.</summary>
    /// <param name="time">Start time.</param>
    /// <param name="start">State; only the differential unknowns matter, the others are a first guess.</param>
    /// <param name="firstStep">First step, above 0.</param>
    /// <returns>False when no algebraic unknowns fit the differential ones.</returns>
    public bool Start(double time, ReadOnlySpan<double> start, double firstStep)
    {
        start.CopyTo(state);
        start.CopyTo(basis);
        (Time, PreviousTime, Order, stepsAtThis, Step) = (time, time, 1, 0, firstStep);
        (grid, lastOrder) = (firstStep, 0);
        if (!system.Solve(time, 0, basis, state))
        {
            return false;
        }

        state.CopyTo(differences[0], 0);
        for (var index = 1; index < differences.Length; index++)
        {
            Array.Clear(differences[index]);
        }

        return true;
    }

    /// <summary>Takes one step.</summary>
    /// <param name="limit">Time that the step must not pass; it is met exactly when it is within reach.</param>
    /// <returns>False when even the shortest step fails.</returns>
    public bool Advance(double limit)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var remaining = limit - Time;
            var wanted = Math.Min(Step, options.MaximumStep);
            // A last step that would leave a sliver is stretched, one that would leave less than itself is halved.
            wanted = wanted >= remaining * 0.999 ? remaining : wanted > remaining / 2 ? remaining / 2 : wanted;
            if (!(wanted > options.MinimumRelativeStep * Math.Abs(Time)))
            {
                return false;
            }

            MoveGrid(wanted);
            var arrival = wanted == remaining ? limit : Time + wanted;
            var error = Attempt(arrival);
            if (error <= 1)
            {
                Accept(arrival, error);
                return true;
            }

            Rejections++;
            Step = grid * (double.IsFinite(error) ? Math.Clamp(Safety * Math.Pow(error, -1.0 / (Order + 1)), 0.1, 0.9) : 0.25);
            if (Order > 1 && !double.IsFinite(error))
            {
                // Where the solution ends, high-order prediction is of no help.
                Order--;
            }
        }

        return false;
    }

    /// <summary>State inside the last step, from the polynomial of the method.</summary>
    /// <param name="time">Time between <see cref="PreviousTime"/> and <see cref="Time"/>.</param>
    /// <param name="result">Receives the state.</param>
    public void Interpolate(double time, Span<double> result)
    {
        differences[0].CopyTo(result);
        var (position, product) = ((time - Time) / grid, 1.0);
        for (var order = 1; order <= lastOrder; order++)
        {
            product *= (position + order - 1) / order;
            AddScaled(result, differences[order], product);
        }
    }

    /// <returns>Error in units of the tolerance; NaN when the stage has no solution.</returns>
    private double Attempt(double arrival)
    {
        Predict();
        predicted.CopyTo(state, 0);
        if (!system.Solve(arrival, grid / alpha[Order], basis, state))
        {
            return double.NaN;
        }

        Subtract(state, predicted, correction);
        return errorConstant[Order] * system.Norm(correction);
    }

    private void Predict()
    {
        differences[0].CopyTo(predicted, 0);
        Array.Clear(basis);
        for (var order = 1; order <= Order; order++)
        {
            AddScaled(predicted, differences[order], 1);
            AddScaled(basis, differences[order], gamma[order] / alpha[Order]);
        }

        Subtract(predicted, basis, basis);
    }

    private void Accept(double arrival, double error)
    {
        var order = Order;
        stepsAtThis++;
        Steps++;
        // Errors of the orders beside this one, before the differences move on.
        var (smaller, larger) = (double.PositiveInfinity, double.PositiveInfinity);
        if (stepsAtThis > order)
        {
            if (order > 1)
            {
                Add(differences[order], correction, estimate);
                smaller = errorConstant[order - 1] * system.Norm(estimate);
            }

            if (order < options.MaximumOrder)
            {
                Subtract(correction, differences[order + 1], estimate);
                larger = errorConstant[order + 1] * system.Norm(estimate);
            }
        }

        Subtract(correction, differences[order + 1], differences[order + 2]);
        correction.CopyTo(differences[order + 1], 0);
        for (var index = order; index >= 0; index--)
        {
            Add(differences[index], differences[index + 1], differences[index]);
        }

        (PreviousTime, Time, lastOrder) = (Time, arrival, order);
        // The solution itself, not the sum of differences: rows that the stage met exactly stay met.
        state.CopyTo(differences[0], 0);
        if (stepsAtThis > order)
        {
            Choose(smaller, error, larger);
        }
    }

    private void Choose(double smaller, double error, double larger)
    {
        var best = Factor(error, Order);
        var order = Order;
        if (Factor(smaller, Order - 1) is var down && down > best && Order > 1)
        {
            (best, order) = (down, Order - 1);
        }

        // Where every order is more than good enough, the higher one is more accurate at the same cost.
        if (Factor(larger, Order + 1) is var up && (up > best || (up >= 10 && best >= 10)))
        {
            (best, order) = (up, Order + 1);
        }

        if (order != Order)
        {
            (Order, stepsAtThis) = (order, 0);
        }

        // Small gains are not worth the interpolation to a new grid.
        if (best > 1.2 || best < 0.9)
        {
            // A step that was cut to meet a time says nothing against the longer one that was planned.
            var next = grid * Math.Min(best, Growth[Order]);
            Step = Step > grid && best > 1 ? Math.Max(Step, next) : next;
        }
    }

    private static double Factor(double error, int order) => double.IsPositiveInfinity(error) ? 0 : Safety * Math.Pow(Math.Max(error, 1e-30), -1.0 / (order + 1));

    private void MoveGrid(double step)
    {
        if (step == grid)
        {
            return;
        }

        var width = Order + 1;
        FillTransform(transform, width, step / grid);
        FillTransform(unit, width, 1);
        for (var row = 0; row < width; row++)
        {
            for (var column = 0; column < width; column++)
            {
                var sum = 0.0;
                for (var inner = 0; inner < width; inner++)
                {
                    sum += transform[(row * width) + inner] * unit[(inner * width) + column];
                }

                change[(row * width) + column] = sum;
            }
        }

        Combine(width);
        (grid, stepsAtThis) = (step, 0);
    }

    /// <summary>Differences on a grid that is longer by a factor, as combinations of those at hand (times the same for factor 1).</summary>
    private static void FillTransform(double[] matrix, int width, double factor)
    {
        for (var column = 0; column < width; column++)
        {
            matrix[column] = 1;
            for (var row = 1; row < width; row++)
            {
                matrix[(row * width) + column] = column == 0 ? 0 : matrix[((row - 1) * width) + column] * (row - 1 - (factor * column)) / row;
            }
        }
    }

    /// <summary>Replaces differences 1 to the order by their combinations; difference 0 is the state and stays.</summary>
    private void Combine(int width)
    {
        Span<double> old = stackalloc double[Highest + 1];
        var length = Vector.Count;
        Span<double> lanes = stackalloc double[(Highest + 1) * length];
        var index = 0;
        for (; index + length <= size; index += length)
        {
            for (var order = 1; order < width; order++)
            {
                new Vector(differences[order], index).CopyTo(lanes[(order * length)..]);
            }

            for (var column = 1; column < width; column++)
            {
                var sum = Vector.Zero;
                for (var order = 1; order < width; order++)
                {
                    sum += new Vector(lanes[(order * length)..]) * change[(order * width) + column];
                }

                sum.CopyTo(differences[column], index);
            }
        }

        for (; index < size; index++)
        {
            for (var order = 1; order < width; order++)
            {
                old[order] = differences[order][index];
            }

            for (var column = 1; column < width; column++)
            {
                var sum = 0.0;
                for (var order = 1; order < width; order++)
                {
                    sum += old[order] * change[(order * width) + column];
                }

                differences[column][index] = sum;
            }
        }
    }

    private static void Add(double[] left, double[] right, double[] result)
    {
        var index = 0;
        for (; index + Vector.Count <= result.Length; index += Vector.Count)
        {
            (new Vector(left, index) + new Vector(right, index)).CopyTo(result, index);
        }

        for (; index < result.Length; index++)
        {
            result[index] = left[index] + right[index];
        }
    }

    private static void Subtract(double[] left, double[] right, double[] result)
    {
        var index = 0;
        for (; index + Vector.Count <= result.Length; index += Vector.Count)
        {
            (new Vector(left, index) - new Vector(right, index)).CopyTo(result, index);
        }

        for (; index < result.Length; index++)
        {
            result[index] = left[index] - right[index];
        }
    }

    private static void AddScaled(Span<double> result, double[] values, double factor)
    {
        var index = 0;
        for (; index + Vector.Count <= result.Length; index += Vector.Count)
        {
            (new Vector(result[index..]) + (new Vector(values, index) * factor)).CopyTo(result[index..]);
        }

        for (; index < result.Length; index++)
        {
            result[index] += values[index] * factor;
        }
    }
}
