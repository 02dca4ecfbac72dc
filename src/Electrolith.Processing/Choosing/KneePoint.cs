namespace Electrolith.Processing.Choosing;

/// <summary>The compromise at which every goal costs much of another.</summary>
public static class KneePoint
{
    /// <summary>Finds the knee of a front.</summary>
    /// <param name="front">Objectives of each compromise; smaller is better.</param>
    /// <returns>Its place; -1 for fewer than three compromises.</returns>
    /// <remarks>Two goals: the point farthest below the line between the ends (Das, 1999). More: the one nearest to the best of every goal, each over its range.</remarks>
    public static int Of(IReadOnlyList<double[]> front)
    {
        ArgumentNullException.ThrowIfNull(front);
        if (front.Count < 3)
        {
            return -1;
        }

        var goals = front[0].Length;
        var low = Enumerable.Range(0, goals).Select(k => front.Min(point => point[k])).ToArray();
        var range = Enumerable.Range(0, goals).Select(k => Math.Max(front.Max(point => point[k]) - low[k], double.Epsilon)).ToArray();
        // Over the ranges the line between the ends of two goals is x + y = 1.
        double Distance(double[] point) => goals == 2
            ? ((point[0] - low[0]) / range[0]) + ((point[1] - low[1]) / range[1])
            : Enumerable.Range(0, goals).Sum(k => Math.Pow((point[k] - low[k]) / range[k], 2));
        return Enumerable.Range(0, front.Count).MinBy(i => Distance(front[i]));
    }
}
