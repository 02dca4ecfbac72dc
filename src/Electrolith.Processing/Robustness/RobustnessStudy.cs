using System.Collections.Immutable;
using Electrolith.Numerics;
using Electrolith.Processing.Recipes;

namespace Electrolith.Processing.Robustness;

/// <summary>Makes pieces in lots with scattered inputs, holds them against limits, and finds what causes the scatter.</summary>
public static class RobustnessStudy
{
    private static readonly string[] Usual = ["relative-density", "conductivity", "grain-size", "lithium-loss", "hydrogen-sulfide", "thickness"];

    /// <summary>Runs a study.</summary>
    /// <param name="recipe">Recipe; it has to be possible with these values.</param>
    /// <param name="values">SI values in the order of its parameters.</param>
    /// <param name="inputs">What varies.</param>
    /// <param name="specifications">Limits; may be empty.</param>
    /// <param name="wanted">Results to look at beside those with limits; empty for the usual ones that vary.</param>
    /// <param name="options">Samples, lots, seed.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Stops; what is finished is kept and evaluated.</param>
    /// <returns>Null when it was stopped before a second lot was finished.</returns>
    public static RobustnessResult? Run(
        RecipeRun recipe, double[] values, ImmutableArray<UncertainInput> inputs, ImmutableArray<Specification> specifications, ImmutableArray<RecipeResult> wanted, RobustnessOptions options,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Lots, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Samples, options.Lots);
        var pieces = options.Samples / options.Lots;
        // Until it is known which results are looked at, any serve to count the runs.
        var planned = (options.Lots * pieces) + new SensitivityRun(recipe, values, inputs, [], options).PlannedRuns;
        var finished = 0;
        void Done(int runs) => progress?.Report((double)Interlocked.Add(ref finished, runs) / planned);

        var samples = NestedSamples.Run(recipe, values, inputs, options.Lots, pieces, new RandomStream(options.Seed).Fork("pieces"), options.Threads, Done, cancellation);
        if (samples.Finished.Length < Math.Min(2, options.Lots))
        {
            return null;
        }

        var nominal = new double[SampleRunner.Results];
        new SampleRunner(recipe, values, []).Run([], (double[])values.Clone(), nominal);
        var results = Choose(samples, specifications, wanted);
        var spreads = results.Select(result => Spread(samples, result, nominal[RecipeResults.All.IndexOf(result)])).ToImmutableArray();
        var sensitivity = inputs.IsEmpty || cancellation.IsCancellationRequested ? null : new SensitivityRun(recipe, values, inputs, results, options).Run(Done, cancellation);
        var stream = new RandomStream(options.Seed).Fork("capability");
        Capability Capable(Specification item, int? lots) => Capability.Of(samples.ByLot(item.Index, lots), item.Lower?.Value, item.Upper?.Value, stream.Fork(item.Result.Name));
        return new RobustnessResult(
            inputs, samples, spreads, specifications, [.. specifications.Select(item => Capable(item, null))],
            [.. specifications.Select(item => Capable(item, (samples.Finished.Length + 1) / 2).Ppk?.Value ?? double.NaN)],
            specifications.IsEmpty ? null : YieldEstimate.Of(samples, specifications), Swings(recipe, values, inputs, results), sensitivity,
            samples.Finished.Length == options.Lots && (inputs.IsEmpty || sensitivity is { IsComplete: true } || !cancellation.IsCancellationRequested));
    }

    private static ImmutableArray<RecipeResult> Choose(NestedSamples samples, ImmutableArray<Specification> specifications, ImmutableArray<RecipeResult> wanted)
    {
        var asked = specifications.Select(item => item.Result).Concat(wanted).Distinct().ToImmutableArray();
        if (!asked.IsEmpty)
        {
            return asked;
        }

        bool Varies(RecipeResult result)
        {
            double[] values = [.. samples.ByLot(RecipeResults.All.IndexOf(result)).SelectMany(lot => lot)];
            return values.Length > 1 && values.Max() - values.Min() > 1e-9 * Math.Abs(values.Average());
        }

        return [.. RecipeResults.All.Where(result => Usual.Contains(result.Name) && Varies(result))];
    }

    private static ResultSpread Spread(NestedSamples samples, RecipeResult result, double nominal)
    {
        var lots = samples.ByLot(RecipeResults.All.IndexOf(result));
        double[] sorted = [.. lots.SelectMany(lot => lot)];
        Array.Sort(sorted);
        double At(double share) => sorted.Length == 0 ? double.NaN : Quantiles.Of(sorted, share);
        return new ResultSpread(result, nominal, VarianceComponents.Of(lots), At(0.05), At(0.5), At(0.95));
    }

    private static ImmutableArray<ImmutableArray<InputSwing>> Swings(RecipeRun recipe, double[] values, ImmutableArray<UncertainInput> inputs, ImmutableArray<RecipeResult> results)
    {
        var table = new (double[] Low, double[] High)[inputs.Length];
        var runner = new SampleRunner(recipe, values, inputs);
        var (amounts, workspace) = (inputs.Select(input => values[input.Index]).ToArray(), runner.Workspace());
        double[] At(int input, double share)
        {
            var row = new double[SampleRunner.Results];
            amounts[input] = inputs[input].At(share);
            runner.Run(amounts, workspace, row);
            amounts[input] = values[inputs[input].Index];
            return row;
        }

        for (var input = 0; input < inputs.Length; input++)
        {
            table[input] = (At(input, 0.05), At(input, 0.95));
        }

        return
        [
            .. results.Select(result => RecipeResults.All.IndexOf(result)).Select(place => inputs
                .Select((input, index) => new InputSwing(input, table[index].Low[place], table[index].High[place]))
                .OrderByDescending(swing => double.IsNaN(swing.Size) ? double.PositiveInfinity : swing.Size).ThenBy(swing => swing.Input.Path, StringComparer.Ordinal).ToImmutableArray()),
        ];
    }
}
