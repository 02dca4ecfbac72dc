namespace Electrolith.Numerics.Optimisation;

/// <summary>Global search in the unit cube without derivatives, with constraints.</summary>
/// <remarks>
/// Differential evolution, "current to one of the best" (Zhang and Sanderson, 2009) with step lengths and crossover rates that adapt
/// themselves (Brest et al., 2006) and the feasibility rules of Deb (2000). A generation is drawn from the one before it and then
/// computed on all threads, so that the number of threads does not change the answer.
/// </remarks>
public static class DifferentialEvolution
{
    private const double BestShare = 0.15;

    /// <summary>Searches until the points have come together or the budget has ended.</summary>
    /// <param name="pool">Computes points.</param>
    /// <param name="dimensions">Number of coordinates.</param>
    /// <param name="stream">Random numbers.</param>
    /// <param name="starts">Points to begin with, beside a Latin hypercube.</param>
    /// <param name="reserve">Evaluations to leave for a polish.</param>
    /// <returns>The last generation, best first; empty when nothing could be computed.</returns>
    public static List<Candidate> Search(EvaluationPool pool, int dimensions, RandomStream stream, IReadOnlyList<double[]> starts, int reserve = 0)
    {
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        var size = Math.Clamp(10 * dimensions, 20, 60);
        size = Math.Max(4, Math.Min(size, (pool.Left - reserve) / 4));
        var members = pool.Evaluate(First(size, dimensions, stream, starts));
        if (members.Count < 4)
        {
            return Ordered(members);
        }

        var (factors, rates) = (Enumerable.Repeat(0.5, members.Count).ToArray(), Enumerable.Repeat(0.9, members.Count).ToArray());
        while (pool.Left - reserve >= members.Count && !HasCollapsed(members))
        {
            var ranked = Ordered(members);
            var trials = new List<double[]>();
            var (nextFactors, nextRates) = ((double[])factors.Clone(), (double[])rates.Clone());
            for (var i = 0; i < members.Count; i++)
            {
                nextFactors[i] = stream.NextDouble() < 0.1 ? 0.1 + (0.9 * stream.NextDouble()) : factors[i];
                nextRates[i] = stream.NextDouble() < 0.1 ? stream.NextDouble() : rates[i];
                trials.Add(Trial(members, ranked, i, nextFactors[i], nextRates[i], stream));
            }

            var found = pool.Evaluate(trials);
            for (var i = 0; i < found.Count && found.Count == members.Count; i++)
            {
                if (Evaluation.CompareSingle(found[i].Evaluation, members[i].Evaluation) <= 0)
                {
                    (members[i], factors[i], rates[i]) = (found[i], nextFactors[i], nextRates[i]);
                }
            }
        }

        return Ordered(members);
    }

    private static List<double[]> First(int size, int dimensions, RandomStream stream, IReadOnlyList<double[]> starts)
    {
        var cube = new double[size * dimensions];
        LatinHypercube.Fill(stream, size, dimensions, cube);
        List<double[]> positions = [.. starts.Take(size).Select(start => start.Select(value => Math.Clamp(value, 0, 1)).ToArray())];
        for (var i = positions.Count; i < size; i++)
        {
            positions.Add(cube[(i * dimensions)..((i + 1) * dimensions)]);
        }

        return positions;
    }

    private static double[] Trial(List<Candidate> members, List<Candidate> ranked, int index, double factor, double rate, RandomStream stream)
    {
        var parent = members[index].Position;
        var best = ranked[stream.NextInt32(Math.Max(2, (int)(BestShare * members.Count)))].Position;
        int first, second;
        do
        {
            first = stream.NextInt32(members.Count);
        }
        while (first == index);
        do
        {
            second = stream.NextInt32(members.Count);
        }
        while (second == index || second == first);

        var trial = (double[])parent.Clone();
        var certain = stream.NextInt32(parent.Length);
        for (var k = 0; k < parent.Length; k++)
        {
            if (k != certain && stream.NextDouble() >= rate)
            {
                continue;
            }

            var value = parent[k] + (factor * (best[k] - parent[k])) + (factor * (members[first].Position[k] - members[second].Position[k]));
            // Half-way to a bound that was passed, so that bounds can be reached without drawing every point onto them.
            trial[k] = value < 0 ? parent[k] / 2 : value > 1 ? (1 + parent[k]) / 2 : value;
        }

        return trial;
    }

    private static bool HasCollapsed(List<Candidate> members)
    {
        for (var k = 0; k < members[0].Position.Length; k++)
        {
            if (members.Max(member => member.Position[k]) - members.Min(member => member.Position[k]) > 1e-5)
            {
                return false;
            }
        }

        return true;
    }

    private static List<Candidate> Ordered(List<Candidate> members) => [.. members.OrderBy(member => member.Evaluation, Comparer<Evaluation>.Create(Evaluation.CompareSingle))];
}
