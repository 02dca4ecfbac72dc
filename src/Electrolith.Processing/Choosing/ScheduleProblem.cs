using System.Collections.Immutable;
using Electrolith.Numerics.Optimisation;
using Electrolith.Processing.Recipes;

namespace Electrolith.Processing.Choosing;

/// <summary>A result that is to be made small or large.</summary>
/// <param name="Result">Which result.</param>
/// <param name="IsMaximised">True for large.</param>
public sealed record ScheduleGoal(RecipeResult Result, bool IsMaximised)
{
    /// <summary>The number to be made small.</summary>
    /// <param name="value">SI value of the result.</param>
    public double Objective(double value) => IsMaximised ? -value : value;

    /// <summary>The SI value of a number to be made small.</summary>
    /// <param name="objective">From <see cref="Objective"/>.</param>
    public double Value(double objective) => IsMaximised ? -objective : objective;
}

/// <summary>How far a parameter of the recipe strays from its set value.</summary>
/// <param name="Index">Place in <see cref="RecipeRun.Parameters"/>.</param>
/// <param name="Path">Path of the parameter.</param>
/// <param name="Deviation">Standard deviation, SI.</param>
public sealed record ParameterScatter(int Index, string Path, double Deviation);

/// <summary>A choice of schedule: what may be varied, what is wanted, and what has to hold.</summary>
public sealed record ScheduleProblem
{
    /// <summary>Recipe.</summary>
    public required RecipeRun Recipe { get; init; }

    /// <summary>SI values of everything that is not varied.</summary>
    public required double[] Values { get; init; }

    /// <summary>What may be varied.</summary>
    public required ImmutableArray<VariedParameter> Varied { get; init; }

    /// <summary>What is wanted, at least one.</summary>
    public required ImmutableArray<ScheduleGoal> Goals { get; init; }

    /// <summary>What has to hold.</summary>
    public ImmutableArray<ResultLimit> Limits { get; init; } = [];

    /// <summary>Parameters that stray, for limits that have to hold with a margin.</summary>
    public ImmutableArray<ParameterScatter> Scatter { get; init; } = [];

    /// <summary>Standard deviations by which limits have to hold; 0 for the set values alone.</summary>
    public double Margin { get; init; }

    /// <summary>SI values of the recipe at a point of the unit cube.</summary>
    /// <param name="position">Shares of the ranges.</param>
    public double[] At(ReadOnlySpan<double> position)
    {
        var values = (double[])Values.Clone();
        for (var k = 0; k < Varied.Length; k++)
        {
            values[Varied[k].Index] = Varied[k].At(position[k]);
        }

        return values;
    }

    /// <summary>Goals and limits at a point of the unit cube.</summary>
    /// <param name="position">Shares of the ranges.</param>
    public Evaluation Evaluate(double[] position) => Evaluate(At(position), out _);

    /// <summary>Goals and limits of a recipe with numbers.</summary>
    /// <param name="values">SI values of the recipe.</param>
    /// <param name="lot">The finished lot; null when a step is not possible.</param>
    public Evaluation Evaluate(double[] values, out Lot? lot)
    {
        ArgumentNullException.ThrowIfNull(values);
        try
        {
            var finished = lot = Recipe.Sample(values);
            var deviations = Deviations(values);
            return new Evaluation(
                [.. Goals.Select(goal => goal.Objective(goal.Result.Value(Recipe, finished)))],
                [.. Limits.Select((limit, i) => limit.Met(limit.Result.Value(Recipe, finished), Margin * deviations[i]))]);
        }
        catch (ProcessException)
        {
            lot = null;
            return Evaluation.Impossible(Goals.Length, Limits.Length);
        }
    }

    /// <summary>Standard deviation of the result behind each limit, SI, from the scatter of parameters.</summary>
    /// <param name="values">SI values of the recipe.</param>
    /// <remarks>Each parameter is moved by one standard deviation to both sides (first order, second moment); parameters stray independently.</remarks>
    /// <exception cref="ProcessException">A step is not possible.</exception>
    public double[] Deviations(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var variances = new double[Limits.Length];
        if (Margin > 0)
        {
            foreach (var scatter in Scatter)
            {
                var (low, high) = (Moved(values, scatter, -1), Moved(values, scatter, 1));
                for (var i = 0; i < variances.Length; i++)
                {
                    var half = (Limits[i].Result.Value(Recipe, high) - Limits[i].Result.Value(Recipe, low)) / 2;
                    variances[i] += half * half;
                }
            }
        }

        return [.. variances.Select(Math.Sqrt)];
    }

    private Lot Moved(double[] values, ParameterScatter scatter, double side)
    {
        var moved = (double[])values.Clone();
        var definition = Recipe.Parameters[scatter.Index].Definition;
        moved[scatter.Index] = Math.Clamp(values[scatter.Index] + (side * scatter.Deviation), definition.Low, definition.High);
        return Recipe.Sample(moved);
    }
}

/// <summary>Limits as constraints of a search.</summary>
internal static class LimitExcess
{
    /// <summary>Excess over the size of the limit, with a margin; zero when met to rounding.</summary>
    public static double Met(this ResultLimit limit, double value, double margin)
    {
        var excess = (limit.Excess(value) + margin) / limit.Scale;
        return excess <= 1e-12 ? Math.Min(excess, 0) : excess;
    }
}
