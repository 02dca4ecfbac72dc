using System.Text.Json;
using Electrolith.Cli.Output;
using Electrolith.Processing.Choosing;
using Electrolith.Processing.Recipes;

namespace Electrolith.Cli.Commands.Process;

/// <summary>Schedules as JSON.</summary>
internal static class OptimiseJson
{
    /// <summary>The best schedule for one goal.</summary>
    public static void Optimum(Utf8JsonWriter json, ScheduleOptimum optimum)
    {
        var problem = optimum.Problem;
        Head(json, problem, optimum.Best.IsFeasible, optimum.Evaluations, optimum.IsInterrupted);
        json.WriteStartObject("best");
        Schedule(json, problem, optimum.Best);
        json.WriteEndObject();
        json.WriteStartArray("limits");
        foreach (var standing in optimum.Standings)
        {
            var kind = standing.Limit.Result.Kind;
            json.WriteStartObject();
            json.WriteString("limit", standing.Limit.ToString());
            json.WriteString("result", standing.Limit.Result.Name);
            json.WriteQuantity("value", standing.Value, kind);
            json.WriteBoolean("isMet", standing.IsMet);
            json.WriteBoolean("isActive", standing.IsActive);
            if (standing.Price is { } price)
            {
                json.WriteQuantity("relaxedTo", price.Relaxed, kind);
                json.WriteQuantity("goalChange", price.Goal, problem.Goals[0].Result.Kind);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        Conflicts(json, optimum.Conflicts);
    }

    /// <summary>The compromises between several goals.</summary>
    public static void Front(Utf8JsonWriter json, ScheduleFront front)
    {
        Head(json, front.Problem, front.Schedules.Any(schedule => schedule.IsFeasible), front.Evaluations, front.IsInterrupted);
        json.WriteNumber("knee", front.Knee);
        json.WriteStartArray("schedules");
        foreach (var schedule in front.Schedules)
        {
            json.WriteStartObject();
            Schedule(json, front.Problem, schedule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Conflicts(json, front.Conflicts);
    }

    private static void Head(Utf8JsonWriter json, ScheduleProblem problem, bool isFeasible, int evaluations, bool isInterrupted)
    {
        json.WriteString("recipe", problem.Recipe.Id);
        json.WriteBoolean("feasible", isFeasible);
        json.WriteNumber("evaluations", evaluations);
        json.WriteBoolean("interrupted", isInterrupted);
        json.WriteStartArray("goals");
        foreach (var goal in problem.Goals)
        {
            json.WriteStringValue($"{(goal.IsMaximised ? "maximise" : "minimise")} {goal.Result.Name}");
        }

        json.WriteEndArray();
    }

    private static void Schedule(Utf8JsonWriter json, ScheduleProblem problem, Schedule schedule)
    {
        json.WriteBoolean("isFeasible", schedule.IsFeasible);
        json.WriteStartObject("parameters");
        foreach (var varied in problem.Varied)
        {
            json.WriteQuantity(varied.Path, schedule.Values[varied.Index], varied.Kind);
        }

        json.WriteEndObject();
        json.WriteStartObject("results");
        foreach (var result in RecipeResults.All)
        {
            if (schedule.Lot is { } lot && result.Value(problem.Recipe, lot) is var value && !double.IsNaN(value))
            {
                json.WriteQuantity(result.Name, value, result.Kind);
            }
        }

        json.WriteEndObject();
    }

    private static void Conflicts(Utf8JsonWriter json, IEnumerable<LimitConflict> conflicts)
    {
        json.WriteStartArray("conflicts");
        foreach (var conflict in conflicts)
        {
            json.WriteStartObject();
            json.WriteString("limit", conflict.Limit.ToString());
            json.WriteQuantity("bestWhileOthersHold", conflict.Best, conflict.Limit.Result.Kind);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
