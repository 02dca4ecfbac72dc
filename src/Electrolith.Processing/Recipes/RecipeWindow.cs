using System.Collections.Immutable;

namespace Electrolith.Processing.Recipes;

/// <summary>What ends the island of a window towards one side of the map.</summary>
public enum WindowSide
{
    /// <summary>Small values of the parameter across.</summary>
    Left,

    /// <summary>Large values of it.</summary>
    Right,

    /// <summary>Small values of the parameter upwards.</summary>
    Bottom,

    /// <summary>Large values of it.</summary>
    Top,
}

/// <summary>What ends the island towards a side.</summary>
/// <param name="Side">Which side.</param>
/// <param name="Cause">A limit as a user writes it, why a step is not possible, or null for the edge of the map.</param>
/// <param name="Share">Share of the island's edge on that side that this ends.</param>
public sealed record WindowEdge(WindowSide Side, string? Cause, double Share);

/// <summary>A map of a recipe over two of its parameters, with the island where every limit is kept.</summary>
public sealed class RecipeWindow
{
    private readonly double[,][] results;
    private readonly string?[,] failures;

    private RecipeWindow(RecipeRun recipe, VariedParameter x, VariedParameter y, ImmutableArray<ResultLimit> limits, int grid)
    {
        (Recipe, X, Y, Limits, Grid) = (recipe, x, y, limits, grid);
        Xs = [.. Enumerable.Range(0, grid).Select(index => x.At(index / (grid - 1.0)))];
        Ys = [.. Enumerable.Range(0, grid).Select(index => y.At(index / (grid - 1.0)))];
        (results, failures) = (new double[grid, grid][], new string?[grid, grid]);
    }

    /// <summary>Recipe.</summary>
    public RecipeRun Recipe { get; }

    /// <summary>Parameter across.</summary>
    public VariedParameter X { get; }

    /// <summary>Parameter upwards.</summary>
    public VariedParameter Y { get; }

    /// <summary>Limits.</summary>
    public ImmutableArray<ResultLimit> Limits { get; }

    /// <summary>Places along each side.</summary>
    public int Grid { get; }

    /// <summary>SI values across.</summary>
    public ImmutableArray<double> Xs { get; }

    /// <summary>SI values upwards.</summary>
    public ImmutableArray<double> Ys { get; }

    /// <summary>Computes a map on all given threads.</summary>
    /// <param name="recipe">Recipe.</param>
    /// <param name="values">SI values of everything else.</param>
    /// <param name="x">Parameter across.</param>
    /// <param name="y">Parameter upwards; another one than <paramref name="x"/>.</param>
    /// <param name="limits">Limits; may be empty.</param>
    /// <param name="grid">Places along each side, at least 2.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="progress">Told the share that is done.</param>
    public static RecipeWindow Compute(
        RecipeRun recipe, double[] values, VariedParameter x, VariedParameter y, ImmutableArray<ResultLimit> limits, int grid, int threads, IProgress<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentOutOfRangeException.ThrowIfLessThan(grid, 2);
        ArgumentOutOfRangeException.ThrowIfEqual(x.Index, y.Index);
        var window = new RecipeWindow(recipe, x, y, limits, grid);
        var done = 0;
        Parallel.For(0, grid, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, () => (double[])values.Clone(), (i, _, workspace) =>
        {
            for (var j = 0; j < grid; j++)
            {
                (workspace[x.Index], workspace[y.Index]) = (window.Xs[i], window.Ys[j]);
                window.Fill(i, j, workspace);
            }

            progress?.Report((double)Interlocked.Increment(ref done) / grid);
            return workspace;
        }, _ => { });
        return window;
    }

    /// <summary>A result at a place, SI; NaN where the recipe is not possible or does not determine it.</summary>
    /// <param name="i">Place across.</param>
    /// <param name="j">Place upwards.</param>
    /// <param name="result">Which result.</param>
    public double Result(int i, int j, RecipeResult result) => results[i, j][RecipeResults.All.IndexOf(result)];

    /// <summary>Why the recipe is not possible at a place; null when it is.</summary>
    /// <param name="i">Place across.</param>
    /// <param name="j">Place upwards.</param>
    public string? Failure(int i, int j) => failures[i, j];

    /// <summary>True where the recipe is possible and keeps every limit.</summary>
    /// <param name="i">Place across.</param>
    /// <param name="j">Place upwards.</param>
    public bool IsFeasible(int i, int j) => failures[i, j] is null && Limits.All(limit => limit.IsMet(Result(i, j, limit.Result)));

    /// <summary>Places of the island.</summary>
    public IEnumerable<(int I, int J)> Feasible =>
        from i in Enumerable.Range(0, Grid) from j in Enumerable.Range(0, Grid) where IsFeasible(i, j) select (i, j);

    /// <summary>Share of the map where every limit is kept.</summary>
    public double Share => Feasible.Count() / (double)(Grid * Grid);

    /// <summary>Share of the map where one limit is kept.</summary>
    /// <param name="limit">The limit.</param>
    public double ShareOf(ResultLimit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        return (from i in Enumerable.Range(0, Grid) from j in Enumerable.Range(0, Grid) where limit.IsMet(Result(i, j, limit.Result)) select 1).Sum() / (double)(Grid * Grid);
    }

    /// <summary>How far a limit is kept at a place, over its size: 0 on the line, negative beyond; NaN where there is no result.</summary>
    /// <param name="i">Place across.</param>
    /// <param name="j">Place upwards.</param>
    /// <param name="limit">The limit.</param>
    public double Slack(int i, int j, ResultLimit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        var value = Result(i, j, limit.Result);
        return double.IsNaN(value) ? double.NaN : -limit.Excess(value) / limit.Scale;
    }

    /// <summary>The place of the island that is farthest from every limit, each over its size; null without an island or limits.</summary>
    public (int I, int J)? Roomiest => Limits.IsEmpty ? null : Feasible.Select(at => ((int I, int J)?)at).MaxBy(at => Limits.Min(limit => Slack(at!.Value.I, at.Value.J, limit)));

    /// <summary>The place that violates the limits least, and by how much of the limit's size.</summary>
    public (int I, int J, ResultLimit? Limit, double Violation) Nearest => (
        from i in Enumerable.Range(0, Grid) from j in Enumerable.Range(0, Grid) where failures[i, j] is null
        let worst = Limits.OrderByDescending(limit => limit.Violation(Result(i, j, limit.Result))).FirstOrDefault()
        select (i, j, worst, worst?.Violation(Result(i, j, worst.Result)) ?? 0)).DefaultIfEmpty((0, 0, null, double.PositiveInfinity)).MinBy(item => item.Item4);

    /// <summary>What ends the island towards each side, the most frequent cause first; empty without an island.</summary>
    public ImmutableArray<WindowEdge> Edges => [.. Enum.GetValues<WindowSide>().SelectMany(EdgesOf)];

    private IEnumerable<WindowEdge> EdgesOf(WindowSide side)
    {
        var (di, dj) = side switch { WindowSide.Left => (-1, 0), WindowSide.Right => (1, 0), WindowSide.Bottom => (0, -1), _ => (0, 1) };
        var causes = new List<string>();
        var edges = 0;
        foreach (var (i, j) in Feasible)
        {
            var (k, l) = (i + di, j + dj);
            var isInside = k >= 0 && k < Grid && l >= 0 && l < Grid;
            if (isInside && IsFeasible(k, l))
            {
                continue;
            }

            edges++;
            // Beyond a corner of the island two limits can fail at once: both end it.
            causes.AddRange(!isInside ? [""] : failures[k, l] is { } reason ? [reason] : Limits.Where(limit => !limit.IsMet(Result(k, l, limit.Result))).Select(limit => $"{limit}"));
        }

        return causes.GroupBy(cause => cause, StringComparer.Ordinal).Select(group => new WindowEdge(side, group.Key.Length > 0 ? group.Key : null, group.Count() / (double)edges))
            .OrderByDescending(edge => edge.Share).ThenBy(edge => edge.Cause, StringComparer.Ordinal);
    }

    private void Fill(int i, int j, double[] workspace)
    {
        var row = results[i, j] = new double[RecipeResults.All.Length];
        try
        {
            var lot = Recipe.Sample(workspace);
            for (var result = 0; result < row.Length; result++)
            {
                row[result] = RecipeResults.All[result].Value(Recipe, lot);
            }
        }
        catch (ProcessException problem)
        {
            Array.Fill(row, double.NaN);
            failures[i, j] = problem.Message;
        }
    }
}
