namespace Electrolith.Numerics.Optimisation;

/// <summary>Fronts and crowding of a set of points with several objectives (Deb, Pratap, Agarwal and Meyarivan, 2002).</summary>
public static class NondominatedSorting
{
    /// <summary>Cuts a set into fronts: nothing dominates the first, only the first dominates the second, and so on.</summary>
    /// <param name="candidates">Points.</param>
    /// <returns>Indices of each front, in the order given.</returns>
    public static List<List<int>> Fronts(IReadOnlyList<Candidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var count = candidates.Count;
        var dominatedBy = new int[count];
        var dominates = new List<int>[count];
        for (var i = 0; i < count; i++)
        {
            dominates[i] = [];
        }

        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                var (first, second) = candidates[i].Evaluation.Dominates(candidates[j].Evaluation) ? (i, j) : candidates[j].Evaluation.Dominates(candidates[i].Evaluation) ? (j, i) : (-1, -1);
                if (first >= 0)
                {
                    dominates[first].Add(second);
                    dominatedBy[second]++;
                }
            }
        }

        var fronts = new List<List<int>>();
        var front = Enumerable.Range(0, count).Where(i => dominatedBy[i] == 0).ToList();
        while (front.Count > 0)
        {
            fronts.Add(front);
            front = [.. front.SelectMany(i => dominates[i]).Where(j => --dominatedBy[j] == 0).Order()];
        }

        return fronts;
    }

    /// <summary>How far the neighbours of each point of a front are; infinite at the ends.</summary>
    /// <param name="candidates">Points.</param>
    /// <param name="front">Indices of the front.</param>
    public static double[] Crowding(IReadOnlyList<Candidate> candidates, IReadOnlyList<int> front)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(front);
        var distances = new double[front.Count];
        for (var k = 0; front.Count > 0 && k < candidates[front[0]].Evaluation.Objectives.Length; k++)
        {
            double Of(int place) => candidates[front[place]].Evaluation.Objectives[k];
            var order = Enumerable.Range(0, front.Count).OrderBy(Of).ToArray();
            var range = Of(order[^1]) - Of(order[0]);
            (distances[order[0]], distances[order[^1]]) = (double.PositiveInfinity, double.PositiveInfinity);
            for (var place = 1; range > 0 && place < order.Length - 1; place++)
            {
                distances[order[place]] += (Of(order[place + 1]) - Of(order[place - 1])) / range;
            }
        }

        return distances;
    }
}
