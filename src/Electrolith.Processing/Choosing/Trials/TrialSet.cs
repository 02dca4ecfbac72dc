using System.Collections.Immutable;
using Electrolith.Processing.Recipes;

namespace Electrolith.Processing.Choosing.Trials;

/// <summary>What became of a trial.</summary>
public enum TrialState
{
    /// <summary>It was made and measured.</summary>
    Measured,

    /// <summary>It was tried and gave nothing to measure: it broke, stuck, melted.</summary>
    Failed,

    /// <summary>It stands in the table but was not made yet.</summary>
    Planned,
}

/// <summary>One experiment.</summary>
/// <param name="Name">As in the table.</param>
/// <param name="Position">Settings as shares of their ranges; outside 0 to 1 for a trial outside the ranges.</param>
/// <param name="Results">SI values by name of the result; what was not measured is left out.</param>
/// <param name="State">What became of it.</param>
public sealed record Trial(string Name, double[] Position, ImmutableDictionary<string, double> Results, TrialState State);

/// <summary>What may be set, what is wanted, what has to hold, and how many trials are made at once.</summary>
public sealed record TrialQuestion
{
    /// <summary>Settings with their ranges.</summary>
    public required ImmutableArray<VariedParameter> Varied { get; init; }

    /// <summary>What is wanted, at least one.</summary>
    public required ImmutableArray<ScheduleGoal> Goals { get; init; }

    /// <summary>What has to hold.</summary>
    public ImmutableArray<ResultLimit> Limits { get; init; } = [];

    /// <summary>Trials to propose.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>Places in <see cref="Varied"/> of settings that all trials of a batch share, such as the temperature of one furnace.</summary>
    public ImmutableArray<int> Shared { get; init; } = [];

    /// <summary>A recipe whose results are the expectation before anything is measured; null for none.</summary>
    public RecipeRun? Recipe { get; init; }

    /// <summary>What a trial costs at a position, in any unit; null when all cost the same.</summary>
    public Func<double[], double>? Cost { get; init; }

    /// <summary>Seed; same seed, same proposals.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Every result that is wanted or limited.</summary>
    public ImmutableArray<RecipeResult> Results => [.. Goals.Select(goal => goal.Result).Concat(Limits.Select(limit => limit.Result)).DistinctBy(result => result.Name)];

    /// <summary>SI values of the settings at a position.</summary>
    /// <param name="position">Shares of the ranges.</param>
    public double[] Settings(double[] position) => [.. Varied.Select((varied, k) => varied.At(position[k]))];

    /// <summary>What the recipe expects of a result; NaN without a recipe, or where it cannot be made.</summary>
    /// <param name="result">Result.</param>
    /// <param name="position">Shares of the ranges.</param>
    public double Expected(RecipeResult result, double[] position)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(position);
        if (Recipe is null)
        {
            return double.NaN;
        }

        var values = Recipe.Nominal();
        for (var k = 0; k < Varied.Length; k++)
        {
            if (Varied[k].Index >= 0)
            {
                values[Varied[k].Index] = Varied[k].At(position[k]);
            }
        }

        try
        {
            return result.Value(Recipe, Recipe.Sample(values));
        }
        catch (ProcessException)
        {
            return double.NaN;
        }
    }
}
