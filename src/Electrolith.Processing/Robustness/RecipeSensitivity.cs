using System.Collections.Immutable;
using Electrolith.Numerics;
using Electrolith.Numerics.Sensitivity;
using Electrolith.Processing.Recipes;

namespace Electrolith.Processing.Robustness;

/// <summary>What causes the variance of one result.</summary>
/// <param name="Result">Which result.</param>
/// <param name="Indices">Indices of the inputs that were kept.</param>
/// <param name="Half">The same from the first half of the rows.</param>
public sealed record ResultSensitivity(RecipeResult Result, SobolResult Indices, SobolResult Half)
{
    /// <summary>Largest difference of a total index between half and all rows; NaN when nothing varies.</summary>
    public double Change => Indices.Varies && Half.Varies ? Indices.Total.Zip(Half.Total, (all, half) => Math.Abs(all.Value - half.Value)).Max() : double.NaN;
}

/// <summary>Causes of the variance of several results.</summary>
/// <param name="Inputs">Inputs whose indices were computed.</param>
/// <param name="LeftOut">Inputs that screening found without influence on any of the results: kept at their middle value.</param>
/// <param name="Screening">Screening of every input (before leaving out) by result; empty when there were few inputs.</param>
/// <param name="Rows">Rows of the design that were finished; each took k + 2 runs.</param>
/// <param name="Results">By result.</param>
/// <param name="IsComplete">False when it was stopped.</param>
public sealed record RecipeSensitivity(
    ImmutableArray<UncertainInput> Inputs, ImmutableArray<UncertainInput> LeftOut, ImmutableArray<ImmutableArray<ElementaryEffect>> Screening, int Rows, ImmutableArray<ResultSensitivity> Results, bool IsComplete);

/// <summary>Screens the inputs of a recipe when there are many, and computes Sobol' indices of the rest.</summary>
internal sealed class SensitivityRun(RecipeRun recipe, double[] values, ImmutableArray<UncertainInput> inputs, ImmutableArray<RecipeResult> results, RobustnessOptions options)
{
    /// <summary>Up to so many inputs the indices are computed without screening.</summary>
    private const int Few = 8;

    private const int Trajectories = 16;
    private const int Levels = 4;

    /// <summary>An input whose mean effect is below this share of the strongest one is left out; its share of the variance is below a thousandth.</summary>
    private const double Negligible = 0.03;

    private readonly int[] places = [.. results.Select(result => RecipeResults.All.IndexOf(result))];

    /// <summary>Runs that will be needed at most.</summary>
    public int PlannedRuns => (inputs.Length > Few ? Trajectories * (inputs.Length + 1) : 0) + (Rows(Math.Min(inputs.Length, SaltelliDesign.MostInputs)) * (Math.Min(inputs.Length, SaltelliDesign.MostInputs) + 2));

    /// <summary>Does the runs.</summary>
    /// <param name="done">Told the number of runs that were just done.</param>
    /// <param name="cancellation">Stops; finished rows are kept.</param>
    /// <returns>Null when nothing was finished.</returns>
    public RecipeSensitivity? Run(Action<int>? done, CancellationToken cancellation)
    {
        var stream = new RandomStream(options.Seed).Fork("sensitivity");
        var (kept, screening) = (inputs, ImmutableArray<ImmutableArray<ElementaryEffect>>.Empty);
        if (inputs.Length > Few)
        {
            screening = Screen(stream.Fork("screening"), done, cancellation);
            if (cancellation.IsCancellationRequested)
            {
                return null;
            }

            kept = Keep(screening);
        }

        if (kept.IsEmpty)
        {
            return null;
        }

        var rows = Rows(kept.Length);
        var (table, finished) = Saltelli(kept, rows, stream.Fork("points"), done, cancellation);
        if (finished.Length < 8)
        {
            return null;
        }

        return new RecipeSensitivity(
            kept, [.. inputs.Where(input => !kept.Contains(input))], screening, finished.Length,
            [.. results.Select((result, place) => new ResultSensitivity(
                result, SobolIndices.Estimate(Pick(table, kept.Length, places[place], finished), stream.Fork($"interval {result.Name}")),
                SobolIndices.Estimate(Pick(table, kept.Length, places[place], finished[..(finished.Length / 2)]), null)))],
            finished.Length == rows);
    }

    /// <summary>The largest power of two of rows that takes no more runs than there are pieces; at least 64.</summary>
    private int Rows(int count)
    {
        var rows = 64;
        while (rows * 2 * (count + 2) <= options.Samples)
        {
            rows *= 2;
        }

        return rows;
    }

    private ImmutableArray<ImmutableArray<ElementaryEffect>> Screen(RandomStream stream, Action<int>? done, CancellationToken cancellation)
    {
        var runner = new SampleRunner(recipe, values, inputs);
        var trajectories = Enumerable.Range(0, Trajectories).Select(_ => MorrisScreening.Trajectory(inputs.Length, Levels, stream)).ToArray();
        var table = new double[Trajectories][][];
        Parallel.For(0, Trajectories, Parallelism, runner.Workspace, (trajectory, _, workspace) =>
        {
            var (amounts, row) = (new double[inputs.Length], new double[inputs.Length + 1][]);
            for (var point = 0; point <= inputs.Length && !cancellation.IsCancellationRequested; point++)
            {
                // The ends of the grid are the 5th and the 95th percentile.
                Fill(inputs, trajectories[trajectory][point], amounts, u => 0.05 + (0.9 * u));
                row[point] = new double[SampleRunner.Results];
                runner.Run(amounts, workspace, row[point]);
            }

            table[trajectory] = row;
            done?.Invoke(inputs.Length + 1);
            return workspace;
        }, _ => { });
        return cancellation.IsCancellationRequested ? [] : [.. places.Select(place => MorrisScreening.Effects(inputs.Length, trajectories, [.. table.Select(row => row.Select(point => point[place]).ToArray())]))];
    }

    /// <summary>Inputs that matter to at least one result, the strongest ones when there are too many.</summary>
    private ImmutableArray<UncertainInput> Keep(ImmutableArray<ImmutableArray<ElementaryEffect>> screening)
    {
        var weights = new double[inputs.Length];
        foreach (var effects in screening)
        {
            var strongest = effects.Max(effect => effect.MeanAbsolute);
            for (var input = 0; input < weights.Length && strongest > 0; input++)
            {
                weights[input] = Math.Max(weights[input], effects[input].MeanAbsolute / strongest);
            }
        }

        var chosen = Enumerable.Range(0, inputs.Length).Where(input => weights[input] >= Negligible).OrderByDescending(input => weights[input]).Take(SaltelliDesign.MostInputs).Order();
        return [.. chosen.Select(input => inputs[input])];
    }

    private (double[][][] Table, int[] Finished) Saltelli(ImmutableArray<UncertainInput> kept, int rows, RandomStream stream, Action<int>? done, CancellationToken cancellation)
    {
        var design = new SaltelliDesign(kept.Length, stream);
        // What was left out stays at its middle value.
        var middle = (double[])values.Clone();
        foreach (var input in inputs)
        {
            middle[input.Index] = input.At(0.5);
        }

        var runner = new SampleRunner(recipe, middle, kept);
        var (table, isDone) = (new double[rows][][], new bool[rows]);
        Parallel.For(0, rows, Parallelism, runner.Workspace, (row, state, workspace) =>
        {
            if (cancellation.IsCancellationRequested)
            {
                state.Stop();
                return workspace;
            }

            var (points, amounts) = (new double[design.RunsPerRow * kept.Length], new double[kept.Length]);
            design.Fill((uint)row, points);
            table[row] = [.. Enumerable.Range(0, design.RunsPerRow).Select(_ => new double[SampleRunner.Results])];
            for (var run = 0; run < design.RunsPerRow; run++)
            {
                Fill(kept, points.AsSpan(run * kept.Length, kept.Length), amounts, u => u);
                runner.Run(amounts, workspace, table[row][run]);
            }

            isDone[row] = true;
            done?.Invoke(design.RunsPerRow);
            return workspace;
        }, _ => { });
        return (table, [.. Enumerable.Range(0, rows).Where(row => isDone[row])]);
    }

    private ParallelOptions Parallelism => new() { MaxDegreeOfParallelism = Math.Max(1, options.Threads) };

    private static void Fill(ImmutableArray<UncertainInput> varied, ReadOnlySpan<double> point, double[] amounts, Func<double, double> probability)
    {
        for (var input = 0; input < varied.Length; input++)
        {
            amounts[input] = varied[input].At(probability(point[input]));
        }
    }

    private static SaltelliResults Pick(double[][][] table, int count, int place, int[] rows) => new(
        [.. rows.Select(row => table[row][0][place])], [.. rows.Select(row => table[row][1][place])],
        [.. Enumerable.Range(2, count).Select(run => rows.Select(row => table[row][run][place]).ToArray())]);
}
