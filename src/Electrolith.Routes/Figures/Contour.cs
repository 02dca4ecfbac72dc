namespace Electrolith.Routes.Figures;

/// <summary>Lines of equal value on a rectangular grid, by marching squares with linear interpolation along the edges.</summary>
public static class Contour
{
    /// <summary>The lines on which the interpolated grid has one value.</summary>
    /// <param name="xs">Ascending places of the first index.</param>
    /// <param name="ys">Ascending places of the second index.</param>
    /// <param name="values">Values at the places; cells with a value that is not finite are left out.</param>
    /// <param name="level">The value of the lines.</param>
    /// <returns>Polylines in a fixed order; a closed one ends where it starts.</returns>
    public static IReadOnlyList<IReadOnlyList<(double X, double Y)>> Trace(
        IReadOnlyList<double> xs, IReadOnlyList<double> ys, double[,] values, double level)
    {
        if (values.GetLength(0) != xs.Count || values.GetLength(1) != ys.Count)
        {
            throw new ArgumentException(
                $"The grid has {values.GetLength(0)} by {values.GetLength(1)} values for {xs.Count} by {ys.Count} places.", nameof(values));
        }
        List<(int A, int B)> segments = [];
        for (int i = 0; i + 1 < xs.Count; i++)
        {
            for (int j = 0; j + 1 < ys.Count; j++)
            {
                AddCell(segments, values, level, i, j, ys.Count);
            }
        }
        List<IReadOnlyList<(double X, double Y)>> lines = [];
        foreach (List<int> chain in Join(segments))
        {
            lines.Add(chain.ConvertAll(edge => Place(edge, xs, ys, values, level)));
        }
        return lines;
    }

    // An edge is named by its first node and its direction: 2·(i·ny + j) along x, one more along y.
    private static void AddCell(List<(int A, int B)> segments, double[,] values, double level, int i, int j, int ny)
    {
        double a = values[i, j];
        double b = values[i + 1, j];
        double c = values[i + 1, j + 1];
        double d = values[i, j + 1];
        if (!double.IsFinite(a + b + c + d))
        {
            return;
        }
        int bottom = 2 * (i * ny + j);
        int right = 2 * ((i + 1) * ny + j) + 1;
        int top = 2 * (i * ny + j + 1);
        int left = bottom + 1;
        int code = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
        bool centreAbove = (a + b + c + d) / 4 >= level;
        (int, int)[] found = code switch
        {
            1 or 14 => [(left, bottom)],
            2 or 13 => [(bottom, right)],
            4 or 11 => [(right, top)],
            8 or 7 => [(top, left)],
            3 or 12 => [(left, right)],
            6 or 9 => [(bottom, top)],
            5 => centreAbove ? [(left, top), (bottom, right)] : [(left, bottom), (right, top)],
            10 => centreAbove ? [(left, bottom), (right, top)] : [(left, top), (bottom, right)],
            _ => [],
        };
        segments.AddRange(found);
    }

    private static List<List<int>> Join(List<(int A, int B)> segments)
    {
        Dictionary<int, List<int>> atEdge = [];
        for (int s = 0; s < segments.Count; s++)
        {
            Register(atEdge, segments[s].A, s);
            Register(atEdge, segments[s].B, s);
        }
        bool[] used = new bool[segments.Count];
        List<List<int>> chains = [];
        for (int s = 0; s < segments.Count; s++)
        {
            if (used[s])
            {
                continue;
            }
            used[s] = true;
            List<int> chain = [segments[s].A, segments[s].B];
            Extend(chain, segments, atEdge, used);
            chain.Reverse();
            Extend(chain, segments, atEdge, used);
            chains.Add(chain);
        }
        return chains;
    }

    private static void Extend(List<int> chain, List<(int A, int B)> segments, Dictionary<int, List<int>> atEdge, bool[] used)
    {
        while (true)
        {
            int end = chain[^1];
            int next = atEdge[end].FindIndex(s => !used[s]);
            if (next < 0)
            {
                return;
            }
            int segment = atEdge[end][next];
            used[segment] = true;
            chain.Add(segments[segment].A == end ? segments[segment].B : segments[segment].A);
        }
    }

    private static void Register(Dictionary<int, List<int>> atEdge, int edge, int segment)
    {
        if (!atEdge.TryGetValue(edge, out List<int>? list))
        {
            atEdge[edge] = list = [];
        }
        list.Add(segment);
    }

    private static (double X, double Y) Place(
        int edge, IReadOnlyList<double> xs, IReadOnlyList<double> ys, double[,] values, double level)
    {
        int node = edge / 2;
        int i = node / ys.Count;
        int j = node % ys.Count;
        bool alongY = edge % 2 == 1;
        double from = values[i, j];
        double to = alongY ? values[i, j + 1] : values[i + 1, j];
        double part = Math.Clamp((level - from) / (to - from), 0, 1);
        return alongY ? (xs[i], ys[j] + part * (ys[j + 1] - ys[j])) : (xs[i] + part * (xs[i + 1] - xs[i]), ys[j]);
    }
}
