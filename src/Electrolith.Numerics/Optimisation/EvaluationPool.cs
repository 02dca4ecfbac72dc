namespace Electrolith.Numerics.Optimisation;

/// <summary>Computes points on several threads, counts them, and stops at the budget or when asked to.</summary>
/// <param name="evaluate">Computes one point.</param>
/// <param name="budget">Most points.</param>
/// <param name="threads">Threads; 0 for as many as the machine has. The answer does not depend on it.</param>
/// <param name="progress">Receives the share of the budget that is used.</param>
/// <param name="cancellation">Ends the search early; what was found stays.</param>
public sealed class EvaluationPool(PointEvaluator evaluate, int budget, int threads = 0, IProgress<double>? progress = null, CancellationToken cancellation = default)
{
    /// <summary>Points computed so far.</summary>
    public int Count { get; private set; }

    /// <summary>Points that may still be computed.</summary>
    public int Left => cancellation.IsCancellationRequested ? 0 : Math.Max(0, budget - Count);

    /// <summary>True when the search was ended from outside.</summary>
    public bool IsCancelled => cancellation.IsCancellationRequested;

    /// <summary>Computes points, in the order given; fewer than asked for when the budget ends.</summary>
    /// <param name="positions">Coordinates from 0 to 1.</param>
    public List<Candidate> Evaluate(IReadOnlyList<double[]> positions)
    {
        ArgumentNullException.ThrowIfNull(positions);
        var size = Math.Min(positions.Count, Left);
        var found = new Candidate?[size];
        // A generation that was begun is finished, unless the user waits for the end.
        Parallel.For(0, size, new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : -1 }, (i, loop) =>
        {
            if (cancellation.IsCancellationRequested)
            {
                loop.Stop();
                return;
            }

            found[i] = new Candidate(positions[i], evaluate(positions[i]));
        });
        Count += size;
        progress?.Report(Math.Min(1, (double)Count / budget));
        return [.. found.OfType<Candidate>()];
    }

    /// <summary>Computes one point; null when the budget has ended.</summary>
    /// <param name="position">Coordinates from 0 to 1.</param>
    public Candidate? Evaluate(double[] position)
    {
        ArgumentNullException.ThrowIfNull(position);
        if (Left == 0)
        {
            return null;
        }

        Count++;
        if ((Count & 15) == 0)
        {
            progress?.Report(Math.Min(1, (double)Count / budget));
        }

        return new Candidate(position, evaluate(position));
    }
}
