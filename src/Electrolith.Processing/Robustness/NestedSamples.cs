using System.Collections.Immutable;
using Electrolith.Numerics;
using Electrolith.Processing.Recipes;

namespace Electrolith.Processing.Robustness;

/// <summary>
/// Pieces in lots: every input is the normal score of its lot and that of the piece, weighted by the share of its variance between lots, turned into
/// its own distribution. The lots are independent, so that any number of finished lots is a fair sample.
/// </summary>
public sealed class NestedSamples
{
    private readonly double[] inputs;
    private readonly double[] results;
    private readonly string?[] failures;
    private readonly bool[] isDone;

    private NestedSamples(int lots, int piecesPerLot, int inputCount)
    {
        (Lots, PiecesPerLot, InputCount) = (lots, piecesPerLot, inputCount);
        inputs = new double[lots * piecesPerLot * inputCount];
        results = new double[lots * piecesPerLot * SampleRunner.Results];
        failures = new string?[lots * piecesPerLot];
        isDone = new bool[lots];
    }

    /// <summary>Lots that were planned.</summary>
    public int Lots { get; }

    /// <summary>Pieces of every lot.</summary>
    public int PiecesPerLot { get; }

    /// <summary>Number of inputs.</summary>
    public int InputCount { get; }

    /// <summary>Lots that were finished, in order.</summary>
    public ImmutableArray<int> Finished { get; private set; } = [];

    /// <summary>Pieces of finished lots.</summary>
    public int Pieces => Finished.Length * PiecesPerLot;

    /// <summary>Pieces that could not be made.</summary>
    public int Failed => Finished.Sum(lot => Enumerable.Range(lot * PiecesPerLot, PiecesPerLot).Count(piece => failures[piece] is not null));

    /// <summary>Why pieces could not be made, with their number, most frequent first.</summary>
    public ImmutableArray<(string Reason, int Count)> Failures =>
    [
        .. Finished.SelectMany(lot => Enumerable.Range(lot * PiecesPerLot, PiecesPerLot)).Select(piece => failures[piece]).OfType<string>()
            .GroupBy(reason => reason, StringComparer.Ordinal).Select(group => (group.Key, group.Count())).OrderByDescending(item => item.Item2).ThenBy(item => item.Key, StringComparer.Ordinal),
    ];

    /// <summary>Draws and runs all lots, or those that are finished when it is stopped.</summary>
    /// <param name="recipe">Recipe.</param>
    /// <param name="values">SI values of everything that does not vary.</param>
    /// <param name="varied">What varies.</param>
    /// <param name="lots">Number of lots.</param>
    /// <param name="piecesPerLot">Pieces of every lot.</param>
    /// <param name="stream">Random numbers.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="done">Told the number of runs that were just done.</param>
    /// <param name="cancellation">Stops the run; finished lots are kept.</param>
    public static NestedSamples Run(
        RecipeRun recipe, double[] values, ImmutableArray<UncertainInput> varied, int lots, int piecesPerLot, RandomStream stream, int threads, Action<int>? done, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lots, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(piecesPerLot, 1);
        var samples = new NestedSamples(lots, piecesPerLot, varied.Length);
        var runner = new SampleRunner(recipe, values, varied);
        Parallel.For(0, lots, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, runner.Workspace, (lot, state, workspace) =>
        {
            if (cancellation.IsCancellationRequested)
            {
                state.Stop();
                return workspace;
            }

            samples.Draw(lot, varied, stream.Fork($"lot {lot}"));
            for (var piece = lot * piecesPerLot; piece < (lot + 1) * piecesPerLot; piece++)
            {
                samples.failures[piece] = runner.Run(samples.InputsOf(piece), workspace, samples.results.AsSpan(piece * SampleRunner.Results, SampleRunner.Results));
            }

            samples.isDone[lot] = true;
            done?.Invoke(piecesPerLot);
            return workspace;
        }, _ => { });
        samples.Finished = [.. Enumerable.Range(0, lots).Where(lot => samples.isDone[lot])];
        return samples;
    }

    /// <summary>SI values of the inputs of a piece.</summary>
    /// <param name="piece">Number of the piece over all lots.</param>
    public ReadOnlySpan<double> InputsOf(int piece) => inputs.AsSpan(piece * InputCount, InputCount);

    /// <summary>A result of a piece, SI; NaN when it could not be made.</summary>
    /// <param name="piece">Number of the piece over all lots.</param>
    /// <param name="result">Place in <see cref="RecipeResults.All"/>.</param>
    public double Result(int piece, int result) => results[(piece * SampleRunner.Results) + result];

    /// <summary>Why a piece could not be made; null when it was.</summary>
    /// <param name="piece">Number of the piece over all lots.</param>
    public string? Failure(int piece) => failures[piece];

    /// <summary>Pieces of finished lots in order.</summary>
    public IEnumerable<int> FinishedPieces => Finished.SelectMany(lot => Enumerable.Range(lot * PiecesPerLot, PiecesPerLot));

    /// <summary>A result by lot; pieces that could not be made, or have no such result, are left out.</summary>
    /// <param name="result">Place in <see cref="RecipeResults.All"/>.</param>
    /// <param name="lots">How many of the finished lots; null for all.</param>
    public double[][] ByLot(int result, int? lots = null) =>
        [.. Finished.Take(lots ?? Finished.Length).Select(lot => Enumerable.Range(lot * PiecesPerLot, PiecesPerLot).Select(piece => Result(piece, result)).Where(double.IsFinite).ToArray())];

    private void Draw(int lot, ImmutableArray<UncertainInput> varied, RandomStream stream)
    {
        static double Score(RandomStream source) => Normal.Quantile(Math.Clamp(source.NextDouble(), 1e-12, 1 - 1e-12));
        var common = varied.Select(_ => Score(stream)).ToArray();
        for (var piece = lot * PiecesPerLot; piece < (lot + 1) * PiecesPerLot; piece++)
        {
            for (var input = 0; input < varied.Length; input++)
            {
                var share = varied[input].BetweenShare;
                var score = (Math.Sqrt(share) * common[input]) + (Math.Sqrt(1 - share) * Score(stream));
                inputs[(piece * InputCount) + input] = varied[input].At(Normal.Cumulative(score));
            }
        }
    }
}
