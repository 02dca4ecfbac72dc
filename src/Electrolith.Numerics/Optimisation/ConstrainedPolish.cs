namespace Electrolith.Numerics.Optimisation;

/// <summary>Takes a good point to the nearest constrained minimum.</summary>
/// <remarks>
/// An augmented Lagrangian (Nocedal and Wright, 2006, chapter 17) whose inner problems are solved by a simplex, because a simplex that
/// only ranks feasible before infeasible points collapses along an active constraint. Of all points that were computed, the best by
/// Deb's rules is returned, so that the result is never worse than the start.
/// </remarks>
public static class ConstrainedPolish
{
    private const int Rounds = 10;

    /// <summary>Searches from a point until the budget ends or nothing improves.</summary>
    /// <param name="pool">Computes points.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="step">Edge of the first simplex, over the edge of the cube.</param>
    public static Candidate Improve(EvaluationPool pool, Candidate start, double step = 0.02)
    {
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(start);
        if (!double.IsFinite(start.Evaluation.Objectives[0]))
        {
            return start;
        }

        var best = start;
        var scale = Math.Max(Math.Abs(start.Evaluation.Objectives[0]), 1e-12);
        var multipliers = new double[start.Evaluation.Excesses.Length];
        var (weight, last, at) = (10.0, double.PositiveInfinity, start.Position);
        double? Lagrangian(double[] position)
        {
            if (pool.Evaluate(position) is not { } found)
            {
                return null;
            }

            best = Evaluation.CompareSingle(found.Evaluation, best.Evaluation) < 0 ? found : best;
            var sum = found.Evaluation.Objectives[0] / scale;
            for (var i = 0; i < multipliers.Length; i++)
            {
                var pushed = Math.Max(0, multipliers[i] + (weight * found.Evaluation.Excesses[i]));
                sum += ((pushed * pushed) - (multipliers[i] * multipliers[i])) / (2 * weight);
            }

            return sum;
        }

        for (var round = 0; round < Rounds && pool.Left > 0; round++)
        {
            var before = best;
            at = NelderMead.Minimise(Lagrangian, at, step, Math.Max(1e-8, step * 1e-4), 60 * at.Length);
            if (pool.Evaluate(at) is not { } ended)
            {
                break;
            }

            var worst = 0.0;
            for (var i = 0; i < multipliers.Length; i++)
            {
                // What is left of complementarity: an excess, or a multiplier on a constraint that is not active.
                worst = Math.Max(worst, Math.Abs(Math.Max(ended.Evaluation.Excesses[i], -multipliers[i] / weight)));
                multipliers[i] = Math.Max(0, multipliers[i] + (weight * ended.Evaluation.Excesses[i]));
            }

            weight *= worst > 0.25 * last ? 5 : 1;
            last = worst;
            step = Math.Max(step * 0.4, 1e-4);
            if (round >= 2 && worst < 1e-7 && Math.Abs(best.Evaluation.Objectives[0] - before.Evaluation.Objectives[0]) <= 1e-9 * scale)
            {
                break;
            }
        }

        return best;
    }
}
