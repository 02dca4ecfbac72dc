using System.Collections.Immutable;
using Electrolith.Processing.Recipes;

namespace Electrolith.Processing.Choosing.Trials;

/// <summary>What is expected of a result in a proposed trial: mean and 95 % interval of a measurement, SI.</summary>
/// <param name="Result">Result.</param>
/// <param name="Mean">Expected value.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public sealed record ExpectedResult(RecipeResult Result, double Mean, double Low, double High);

/// <summary>A trial to make next.</summary>
public sealed record TrialProposal
{
    /// <summary>SI values of the settings.</summary>
    public required double[] Settings { get; init; }

    /// <summary>What is expected; empty for a space-filling trial.</summary>
    public ImmutableArray<ExpectedResult> Expected { get; init; } = [];

    /// <summary>Probability that each limit holds, in the order of the question.</summary>
    public ImmutableArray<double> LimitProbabilities { get; init; } = [];

    /// <summary>Probability that there is anything to measure.</summary>
    public double SuccessProbability { get; init; } = 1;

    /// <summary>Expected gain of the goal over the best feasible trial, SI; NaN when there is none or there are several goals.</summary>
    public double ExpectedGain { get; init; } = double.NaN;

    /// <summary>Why this trial.</summary>
    public required string Reason { get; init; }
}

/// <summary>A trial that misses limits.</summary>
/// <param name="Trial">Trial.</param>
/// <param name="Missed">Which limits it misses.</param>
public sealed record InfeasibleTrial(Trial Trial, ImmutableArray<ResultLimit> Missed);

/// <summary>Proposals with their reasons.</summary>
public sealed record TrialAdvice
{
    /// <summary>The question.</summary>
    public required TrialQuestion Question { get; init; }

    /// <summary>All trials.</summary>
    public required ImmutableArray<Trial> Trials { get; init; }

    /// <summary>Models of the results; empty while there are too few trials.</summary>
    public ImmutableArray<OutcomeModel> Models { get; init; } = [];

    /// <summary>Measured trials that miss limits.</summary>
    public ImmutableArray<InfeasibleTrial> Infeasible { get; init; } = [];

    /// <summary>The best feasible trials: one for one goal, those that nothing beats for several.</summary>
    public ImmutableArray<Trial> Best { get; init; } = [];

    /// <summary>The trials to make next.</summary>
    public required ImmutableArray<TrialProposal> Proposals { get; init; }

    /// <summary>True when the proposals look for a trial that meets all limits, because none does yet.</summary>
    public bool SeeksFeasibility { get; init; }

    /// <summary>True when the expected gain is below the noise of a measurement: a reason to stop.</summary>
    public bool IsGainBelowNoise { get; init; }

    /// <summary>Noise of a measurement of the goal at the best trial, SI; NaN for several goals.</summary>
    public double NoiseOfGoal { get; init; } = double.NaN;
}
