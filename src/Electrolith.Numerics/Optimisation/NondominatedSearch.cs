namespace Electrolith.Numerics.Optimisation;

/// <summary>Search for the best compromises between several objectives, with constraints: NSGA-II.</summary>
/// <remarks>
/// Deb, Pratap, Agarwal and Meyarivan (2002), with constrained domination, simulated binary crossover and polynomial mutation.
/// A generation is drawn first and then computed on all threads, so that the number of threads does not change the answer.
/// </remarks>
public static class NondominatedSearch
{
    /// <summary>Searches until the budget has ended.</summary>
    /// <param name="pool">Computes points.</param>
    /// <param name="dimensions">Number of coordinates.</param>
    /// <param name="size">Points of a generation, an even number.</param>
    /// <param name="stream">Random numbers.</param>
    /// <param name="starts">Points to begin with, beside a Latin hypercube.</param>
    /// <returns>The first front of the last generation; when nothing is feasible, the least violating points.</returns>
    public static List<Candidate> Search(EvaluationPool pool, int dimensions, int size, RandomStream stream, IReadOnlyList<double[]> starts)
    {
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        size = Math.Max(8, size + (size % 2));
        var cube = new double[size * dimensions];
        LatinHypercube.Fill(stream, size, dimensions, cube);
        List<double[]> first = [.. starts.Take(size).Select(start => start.Select(value => Math.Clamp(value, 0, 1)).ToArray())];
        first.AddRange(Enumerable.Range(first.Count, size - first.Count).Select(i => cube[(i * dimensions)..((i + 1) * dimensions)]));
        var members = Best(pool.Evaluate(first), size);
        while (pool.Left >= size && members.Count >= 2)
        {
            var children = new List<double[]>();
            while (children.Count < size)
            {
                var (mother, father) = (Tournament(members, stream), Tournament(members, stream));
                var (one, other) = Variation.Cross(mother.Position, father.Position, stream);
                Variation.Mutate(one, stream);
                Variation.Mutate(other, stream);
                children.Add(one);
                children.Add(other);
            }

            members = Best([.. members.Select(member => member.Candidate), .. pool.Evaluate(children)], size);
        }

        return [.. members.Where(member => member.Rank == 0).Select(member => member.Candidate)];
    }

    private static List<Member> Best(List<Candidate> candidates, int size)
    {
        var chosen = new List<Member>();
        var fronts = NondominatedSorting.Fronts(candidates);
        for (var rank = 0; rank < fronts.Count && chosen.Count < size; rank++)
        {
            var crowding = NondominatedSorting.Crowding(candidates, fronts[rank]);
            chosen.AddRange(Enumerable.Range(0, crowding.Length).OrderByDescending(place => crowding[place]).Take(size - chosen.Count)
                .Select(place => new Member(candidates[fronts[rank][place]], rank, crowding[place])));
        }

        return chosen;
    }

    private static Candidate Tournament(List<Member> members, RandomStream stream)
    {
        var (first, second) = (members[stream.NextInt32(members.Count)], members[stream.NextInt32(members.Count)]);
        return (first.Rank < second.Rank || (first.Rank == second.Rank && first.Crowding >= second.Crowding) ? first : second).Candidate;
    }

    private sealed record Member(Candidate Candidate, int Rank, double Crowding);
}
