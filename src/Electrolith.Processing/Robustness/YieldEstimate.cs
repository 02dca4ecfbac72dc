using System.Collections.Immutable;
using Electrolith.Numerics;

namespace Electrolith.Processing.Robustness;

/// <summary>Share of the pieces that keep limits; a piece that could not be made keeps none.</summary>
/// <param name="Each">By limit, in the order of the specifications.</param>
/// <param name="All">Keeping all limits at once.</param>
/// <param name="Rolled">Product of the shares: what it would be if limits failed independently of each other.</param>
public sealed record YieldEstimate(ImmutableArray<Proportion> Each, Proportion All, double Rolled)
{
    /// <summary>Counts simulated pieces.</summary>
    /// <param name="samples">Pieces.</param>
    /// <param name="specifications">Limits.</param>
    public static YieldEstimate Of(NestedSamples samples, ImmutableArray<Specification> specifications)
    {
        ArgumentNullException.ThrowIfNull(samples);
        int[][] lots = [.. samples.Finished.Select(lot => Enumerable.Range(lot * samples.PiecesPerLot, samples.PiecesPerLot).ToArray())];
        return Of(lots, specifications.Length, (piece, item) => samples.Failure(piece) is null && specifications[item].IsMet(samples.Result(piece, specifications[item].Index)));
    }

    /// <summary>Counts measured pieces; one with an empty cell under a limit does not count for it, nor for all limits together.</summary>
    /// <param name="records">Pieces.</param>
    /// <param name="specifications">Limits with their columns.</param>
    public static YieldEstimate Of(PlantRecords records, ImmutableArray<(Specification Limit, PlantColumn Column)> specifications)
    {
        ArgumentNullException.ThrowIfNull(records);
        int[][] lots = [.. Enumerable.Range(0, records.Pieces).GroupBy(piece => records.LotOf[piece]).Select(group => group.ToArray())];
        return Of(lots, specifications.Length, (piece, item) => double.IsNaN(specifications[item].Column.Values[piece]) ? null : specifications[item].Limit.IsMet(specifications[item].Column.Values[piece]));
    }

    private static YieldEstimate Of(int[][] lots, int count, Func<int, int, bool?> isMet)
    {
        Proportion Share(Func<int, bool?> holds) => Estimate([.. lots.Select(lot => lot.Select(holds).OfType<bool>().Select(item => item ? 1.0 : 0.0).ToArray())]);
        var each = Enumerable.Range(0, count).Select(item => Share(piece => isMet(piece, item))).ToImmutableArray();
        var all = Share(piece => Enumerable.Range(0, count).Select(item => isMet(piece, item)).ToArray() is var met && met.Contains(null) ? null : met.All(item => item == true));
        return new YieldEstimate(each, all, each.Aggregate(1.0, (product, share) => product * share.Value));
    }

    /// <summary>Share of ones; pieces of a lot resemble each other, so that the interval counts fewer independent ones.</summary>
    private static Proportion Estimate(double[][] lots)
    {
        var components = VarianceComponents.Of(lots);
        return components.Count == 0 ? new Proportion(double.NaN, 0, 1) : Proportion.Wilson(components.Mean, components.EffectiveCount);
    }
}
