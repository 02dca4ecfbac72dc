namespace Electrolith.Processing.Choosing.Trials;

/// <summary>Several goals as one number (augmented Chebyshev, as in ParEGO of Knowles, 2006): every weight leads to another place of the front.</summary>
internal static class Scalarisation
{
    private const double Augmentation = 0.05;

    /// <summary>Weights of a proposal: they go through the front as the batch does; one proposal alone weighs all goals alike.</summary>
    public static double[] Weights(int goals, int proposal, int batch)
    {
        if (goals == 1 || batch == 1)
        {
            return [.. Enumerable.Repeat(1.0 / goals, goals)];
        }

        if (goals == 2)
        {
            var share = (proposal + 0.5) / batch;
            return [share, 1 - share];
        }

        // Each proposal favours one goal, in turn.
        return [.. Enumerable.Range(0, goals).Select(goal => goal == proposal % goals ? 0.6 : 0.4 / (goals - 1))];
    }

    /// <summary>One number for each trial, large is good.</summary>
    /// <param name="objectives">Numbers to be made small, goal by goal for each trial.</param>
    /// <param name="weights">Weights.</param>
    public static double[] Of(double[][] objectives, double[] weights)
    {
        var goals = weights.Length;
        var low = Enumerable.Range(0, goals).Select(k => objectives.Min(item => item[k])).ToArray();
        var range = Enumerable.Range(0, goals).Select(k => Math.Max(objectives.Max(item => item[k]) - low[k], 1e-300)).ToArray();
        return
        [
            .. objectives.Select(item =>
            {
                double[] parts = [.. Enumerable.Range(0, goals).Select(k => weights[k] * (item[k] - low[k]) / range[k])];
                return -(parts.Max() + (Augmentation * parts.Sum()));
            }),
        ];
    }
}
