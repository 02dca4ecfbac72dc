using System.Globalization;
using Electrolith.Cli.Output;
using Electrolith.Processing.Choosing;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities;

namespace Electrolith.Cli.Commands.Process;

/// <summary>Says which schedule was chosen, what holds it back, and what a limit costs.</summary>
internal static class OptimiseText
{
    private const int RowsOfFront = 12;

    /// <summary>Results that are always shown.</summary>
    private static readonly string[] Usual = ["relative-density", "grain-size", "conductivity", "lithium-loss", "energy", "time", "yield"];

    private static string Show(double si, QuantityKind kind, int digits = 3) => double.IsNaN(si) ? "-" : QuantityPrinter.Format(si, kind, digits);

    /// <summary>The best schedule for one goal.</summary>
    public static void Optimum(ScheduleOptimum optimum, TextWriter output)
    {
        var (problem, best) = (optimum.Problem, optimum.Best);
        var goal = problem.Goals[0];
        output.WriteParagraph(best.IsFeasible
            ? $"{(goal.IsMaximised ? "Largest" : "Least")} {goal.Result.Name} of {problem.Recipe.Id}: {Show(best.Goals[0], goal.Result.Kind, 4)}{(problem.Limits.Length > 0 ? $" within {Count(problem.Limits.Length, "limit")}" : "")}; {optimum.Evaluations} recipes computed."
            : $"No schedule within these ranges meets all limits of {problem.Recipe.Id}; this one violates them least ({optimum.Evaluations} recipes computed).");
        Interrupted(optimum.IsInterrupted, output);
        var hasEnds = problem.Varied.Any(varied => End(varied, best.Values[varied.Index]).Length > 0);
        var table = new TextTable(["parameter", ">as written", ">chosen", "range", .. hasEnds ? ["chosen lies"] : Array.Empty<string>()]);
        foreach (var varied in problem.Varied)
        {
            var value = best.Values[varied.Index];
            table.Add([varied.Path, varied.Show(problem.Values[varied.Index]), varied.Show(value, 8), Range(varied), .. hasEnds ? [End(varied, value)] : Array.Empty<string>()]);
        }

        output.Write(table);
        output.WriteLine();
        Results(optimum, output);
        foreach (var standing in optimum.Standings.Where(standing => standing.Price is not null))
        {
            output.WriteParagraph(Price(problem, best, standing));
        }

        if (best.IsFeasible && problem.Limits.Length > 0 && !optimum.Standings.Any(standing => standing.IsActive))
        {
            output.WriteParagraph($"No limit holds the schedule back{(problem.Varied.Any(varied => End(varied, best.Values[varied.Index]).Length > 0) ? "; the ends of the ranges do" : "")}.");
        }

        Conflicts(optimum.Conflicts, output);
        Assumptions(problem, output);
    }

    /// <summary>The compromises between several goals.</summary>
    public static void Front(ScheduleFront front, TextWriter output)
    {
        var problem = front.Problem;
        var isFeasible = front.Schedules.Any(schedule => schedule.IsFeasible);
        var names = string.Join(", ", problem.Goals.Select(goal => $"{(goal.IsMaximised ? "largest" : "least")} {goal.Result.Name}"));
        output.WriteParagraph(front.Schedules.Length == 0 ? "Nothing could be computed."
            : isFeasible ? $"{Count(front.Schedules.Length, "compromise")} of {problem.Recipe.Id} between {names}{(problem.Limits.Length > 0 ? $", within {Count(problem.Limits.Length, "limit")}" : "")}; {front.Evaluations} recipes computed."
            : $"No schedule within these ranges meets all limits of {problem.Recipe.Id}; these violate them least ({front.Evaluations} recipes computed).");
        Interrupted(front.IsInterrupted, output);
        if (front.Schedules.Length > 0)
        {
            var table = new TextTable([.. problem.Goals.Select(goal => ">" + goal.Result.Name), .. problem.Varied.Select(varied => ">" + varied.Path), "place"]);
            foreach (var place in Shown(front))
            {
                var schedule = front.Schedules[place];
                table.Add([.. problem.Goals.Select((goal, k) => Show(schedule.Goals[k], goal.Result.Kind)), .. problem.Varied.Select(varied => varied.Show(schedule.Values[varied.Index])), place == front.Knee ? "knee" : ""]);
            }

            output.Write(table);
        }

        if (front.Knee >= 0)
        {
            output.WriteParagraph("From the knee on, a little more of one goal costs much of another; it is a suggestion, the choice is yours.");
        }

        Conflicts(front.Conflicts, output);
        Assumptions(problem, output);
    }

    private static IEnumerable<int> Shown(ScheduleFront front)
    {
        var count = front.Schedules.Length;
        IEnumerable<int> even = count <= RowsOfFront ? Enumerable.Range(0, count) : Enumerable.Range(0, RowsOfFront - 1).Select(i => (int)Math.Round(i * (count - 1) / (RowsOfFront - 2.0)));
        return even.Concat(front.Knee >= 0 ? [front.Knee] : []).Distinct().Order();
    }

    private static void Results(ScheduleOptimum optimum, TextWriter output)
    {
        var (problem, best) = (optimum.Problem, optimum.Best);
        if (best.Lot is null)
        {
            output.WriteParagraph("Its steps are not possible.");
            return;
        }

        var table = new TextTable(["result", ">as written", ">chosen", .. optimum.Standings.Length > 0 ? ["limit", "stands"] : Array.Empty<string>()]);
        var results = problem.Goals.Select(goal => goal.Result).Concat(problem.Limits.Select(limit => limit.Result)).Concat(RecipeResults.All.Where(result => Usual.Contains(result.Name))).Distinct();
        foreach (var result in results)
        {
            var (now, before) = (result.Value(problem.Recipe, best.Lot), optimum.AsWritten.Lot is { } lot ? result.Value(problem.Recipe, lot) : double.NaN);
            var standings = optimum.Standings.Where(standing => standing.Limit.Result == result).ToArray();
            var spread = standings.FirstOrDefault(standing => standing.Deviation > 0) is { } straying ? $" sd {Show(straying.Deviation, Difference(result.Kind), 2)}" : "";
            table.Add(result.Name, Show(before, result.Kind), Show(now, result.Kind, standings.Length > 0 ? 4 : 3) + spread, string.Join(", ", standings.Select(standing => $"{(standing.Limit.IsLeast ? ">=" : "<=")} {Show(standing.Limit.Value, result.Kind, 4)}")), string.Join(", ", standings.Select(Word)));
        }

        output.Write(table);
    }

    private static string Word(LimitStanding standing) => !standing.IsMet ? "missed" : standing.IsActive ? "holds it back" : "met";

    private static QuantityKind Difference(QuantityKind kind) => kind == QuantityKinds.Temperature ? QuantityKinds.TemperatureDifference : kind;

    private static string Price(ScheduleProblem problem, Schedule best, LimitStanding standing)
    {
        var (goal, price, limit) = (problem.Goals[0], standing.Price!, standing.Limit);
        var relaxed = Show(price.Relaxed, limit.Result.Kind, 4);
        var share = price.Goal / Math.Max(Math.Abs(best.Goals[0]), 1e-300);
        return Math.Abs(share) < 5e-5 ? $"'{limit}' is reached, but costs nothing: at {relaxed} {goal.Result.Name} would be the same."
            : FormattableString.Invariant($"'{limit}' holds the schedule back: with {relaxed} instead, {goal.Result.Name} would be {Show(best.Goals[0] + price.Goal, goal.Result.Kind, 4)} ({share * 100:+0.00;-0.00} %).");
    }

    private static void Conflicts(IEnumerable<LimitConflict> conflicts, TextWriter output)
    {
        foreach (var conflict in conflicts)
        {
            var kind = conflict.Limit.Result.Kind;
            output.WriteItem(double.IsNaN(conflict.Best) ? $"without '{conflict.Limit}' the other limits do not hold together either"
                : conflict.Limit.IsMet(conflict.Best) ? $"'{conflict.Limit}' can hold together with the others ({Show(conflict.Best, kind, 4)} was reached): search longer with --evaluations"
                : $"'{conflict.Limit}' is in conflict with the others: while they hold, {conflict.Limit.Result.Name} reaches {Show(conflict.Best, kind, 4)} at {(conflict.Limit.IsLeast ? "most" : "least")}");
        }
    }

    private static void Interrupted(bool isInterrupted, TextWriter output)
    {
        if (isInterrupted)
        {
            output.WriteParagraph("Interrupted: this is the best so far.");
        }
    }

    private static void Assumptions(ScheduleProblem problem, TextWriter output)
    {
        if (problem.Margin > 0)
        {
            output.WriteParagraph(FormattableString.Invariant($"Limits hold with {problem.Margin:G3} standard deviations to spare when these stray: {string.Join(", ", problem.Scatter.Select(item => $"{item.Path} by {Show(item.Deviation, Difference(problem.Recipe.Parameters[item.Index].Definition.Kind!), 2)}"))}."));
        }

        if (problem.Recipe.Calibrated.Length > 0)
        {
            output.WriteParagraph($"From the calibration: {string.Join(", ", problem.Recipe.Calibrated)}.");
        }

        if (problem.Recipe.Operations.Contains("sinter") && !problem.Recipe.Calibrated.Any(path => path.EndsWith(".densification-energy", StringComparison.Ordinal)))
        {
            output.WriteParagraph("The sintering constants are those of the family, placed by assumption: fit the dilatometry of your powder before you rely on a temperature.");
        }
    }

    /// <summary>A range with its unit once where both ends have the same.</summary>
    internal static string Range(VariedParameter varied)
    {
        var (low, high) = (varied.Show(varied.Low), varied.Show(varied.High));
        var unit = high.IndexOf(' ', StringComparison.Ordinal) is var cut and >= 0 ? high[cut..] : "";
        return $"{(unit.Length > 0 && low.EndsWith(unit, StringComparison.Ordinal) ? low[..^unit.Length] : low)} to {high}";
    }

    private static string End(VariedParameter varied, double value) => varied.ShareOf(value) is var share && share < 1e-3 ? "at its lower end" : share > 1 - 1e-3 ? "at its upper end" : "";

    private static string Count(int number, string noun) => number.ToString(CultureInfo.InvariantCulture) + " " + noun + (number == 1 ? "" : "s");
}
