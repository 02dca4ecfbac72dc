using System.Collections.Immutable;
using Electrolith.Processing.Recipes;

namespace Electrolith.Processing.Choosing;

/// <summary>How a limit stands at the schedule that was found.</summary>
/// <param name="Limit">Limit.</param>
/// <param name="Value">SI value of the result.</param>
/// <param name="Deviation">Standard deviation by the scatter of parameters, SI; 0 when no margin was asked for.</param>
/// <param name="IsMet">True when the limit holds, with its margin.</param>
/// <param name="IsActive">True when the limit holds the schedule back.</param>
/// <param name="Price">What a small relaxation gains; null when the limit is not active.</param>
public sealed record LimitStanding(ResultLimit Limit, double Value, double Deviation, bool IsMet, bool IsActive, LimitPrice? Price);

/// <summary>What the goal gains when a limit is relaxed a little.</summary>
/// <param name="Relaxed">Relaxed limit, SI.</param>
/// <param name="Goal">SI value of the goal with the relaxed limit.</param>
public sealed record LimitPrice(double Relaxed, double Goal);

/// <summary>What one limit could reach while the others hold; tells which limits are in conflict.</summary>
/// <param name="Limit">Limit.</param>
/// <param name="Best">SI value that the result reaches at most (or least) while all other limits hold; NaN when they do not hold together either.</param>
public sealed record LimitConflict(ResultLimit Limit, double Best);

/// <summary>A schedule.</summary>
/// <param name="Values">SI values of the recipe, the varied ones rounded to what a furnace can be set to.</param>
/// <param name="Lot">The finished lot; null when a step is not possible.</param>
/// <param name="Goals">SI values of the goals.</param>
/// <param name="IsFeasible">True when all limits hold.</param>
public sealed record Schedule(double[] Values, Lot? Lot, ImmutableArray<double> Goals, bool IsFeasible);

/// <summary>The best schedule for one goal.</summary>
public sealed record ScheduleOptimum
{
    /// <summary>The problem.</summary>
    public required ScheduleProblem Problem { get; init; }

    /// <summary>The best schedule; the least violating one when nothing is feasible.</summary>
    public required Schedule Best { get; init; }

    /// <summary>The recipe as written, with what was set.</summary>
    public required Schedule AsWritten { get; init; }

    /// <summary>How each limit stands.</summary>
    public ImmutableArray<LimitStanding> Standings { get; init; } = [];

    /// <summary>When nothing is feasible: how far each limit can be met while the others hold.</summary>
    public ImmutableArray<LimitConflict> Conflicts { get; init; } = [];

    /// <summary>Recipes computed.</summary>
    public int Evaluations { get; init; }

    /// <summary>True when the search was ended by the user.</summary>
    public bool IsInterrupted { get; init; }
}

/// <summary>The best compromises between several goals.</summary>
public sealed record ScheduleFront
{
    /// <summary>The problem.</summary>
    public required ScheduleProblem Problem { get; init; }

    /// <summary>The compromises by their first goal; the least violating schedules when nothing is feasible.</summary>
    public required ImmutableArray<Schedule> Schedules { get; init; }

    /// <summary>Place of the suggested knee; -1 when there is none.</summary>
    public int Knee { get; init; } = -1;

    /// <summary>When nothing is feasible: how far each limit can be met while the others hold.</summary>
    public ImmutableArray<LimitConflict> Conflicts { get; init; } = [];

    /// <summary>Recipes computed.</summary>
    public int Evaluations { get; init; }

    /// <summary>True when the search was ended by the user.</summary>
    public bool IsInterrupted { get; init; }
}
