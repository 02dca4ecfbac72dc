using System.Collections.Immutable;
using Electrolith.Numerics;
using Electrolith.Processing.Recipes;

namespace Electrolith.Processing.Robustness;

/// <summary>How a robustness study is done.</summary>
public sealed record RobustnessOptions
{
    /// <summary>Pieces that are made; the sensitivities take about as many runs again.</summary>
    public int Samples { get; init; } = 5000;

    /// <summary>Lots they come from; more lots tell more about the scatter between lots, ten pieces each about that within.</summary>
    public int Lots { get; init; } = 500;

    /// <summary>Seed; the same seed gives the same numbers, whatever the threads.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>How a result scatters.</summary>
/// <param name="Result">Which result.</param>
/// <param name="Nominal">Its value for the recipe as written, SI.</param>
/// <param name="Components">Mean and variance within and between lots.</param>
/// <param name="P05">5th percentile of the pieces.</param>
/// <param name="Median">Median.</param>
/// <param name="P95">95th percentile.</param>
public sealed record ResultSpread(RecipeResult Result, double Nominal, VarianceComponents Components, double P05, double Median, double P95);

/// <summary>What a single input does to a result.</summary>
/// <param name="Input">Which input.</param>
/// <param name="Low">Result with the input at its 5th percentile, SI; NaN when that is not possible.</param>
/// <param name="High">Result at its 95th percentile, SI.</param>
public sealed record InputSwing(UncertainInput Input, double Low, double High)
{
    /// <summary>Size of the change.</summary>
    public double Size => Math.Abs(High - Low);
}

/// <summary>How a recipe stands the scatter of its inputs.</summary>
/// <param name="Inputs">What varied.</param>
/// <param name="Samples">The pieces.</param>
/// <param name="Spreads">How each result scatters.</param>
/// <param name="Specifications">Limits.</param>
/// <param name="Capabilities">By limit.</param>
/// <param name="HalfPpk">Ppk of the first half of the lots, by limit; NaN where there is none.</param>
/// <param name="Yield">Share that keeps them; null without limits.</param>
/// <param name="Swings">For each result what single inputs do, strongest first.</param>
/// <param name="Sensitivity">Causes of the variance; null when nothing varies or the run was stopped before.</param>
/// <param name="IsComplete">False when it was stopped: everything holds for what was finished.</param>
public sealed record RobustnessResult(
    ImmutableArray<UncertainInput> Inputs, NestedSamples Samples, ImmutableArray<ResultSpread> Spreads, ImmutableArray<Specification> Specifications, ImmutableArray<Capability> Capabilities,
    ImmutableArray<double> HalfPpk, YieldEstimate? Yield, ImmutableArray<ImmutableArray<InputSwing>> Swings, RecipeSensitivity? Sensitivity, bool IsComplete);
