using System.Collections.Immutable;
using Electrolith.Numerics;
using Electrolith.Numerics.Optimisation;
using Electrolith.Processing.Recipes;

namespace Electrolith.Processing.Choosing;

/// <summary>How long to search.</summary>
/// <param name="Evaluations">Recipes to compute for the search itself; what follows (prices, conflicts) takes up to as many again.</param>
/// <param name="Seed">Seed; same seed, same schedule.</param>
/// <param name="Threads">Threads; 0 for as many as the machine has.</param>
public sealed record ScheduleSearchOptions(int Evaluations, ulong Seed, int Threads = 0);

/// <summary>Finds the schedule of a recipe that serves goals within limits.</summary>
public static class ScheduleOptimiser
{
    private const int SettingsOfRange = 1000;
    private const int MostForEnds = 4000;
    private const double ActiveWithin = 2e-3;
    private const double Relaxation = 0.02;

    /// <summary>The best schedule for one goal.</summary>
    /// <param name="problem">What may be varied, one goal, limits.</param>
    /// <param name="options">How long to search.</param>
    /// <param name="progress">Receives the share that is done.</param>
    /// <param name="cancellation">Ends the search; the best so far is returned.</param>
    public static ScheduleOptimum Minimise(ScheduleProblem problem, ScheduleSearchOptions options, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        var stream = new RandomStream(options.Seed).Fork("schedule");
        var pool = new EvaluationPool(problem.Evaluate, options.Evaluations, options.Threads, progress, cancellation);
        var found = Search(problem, pool, stream, []);
        var written = AsWritten(problem);
        var best = found is null ? written : Settle(problem, found);
        var (standings, evaluations) = best.Lot is null ? ([], 0) : Stand(problem, options, best, found, cancellation);
        var conflicts = best.IsFeasible || pool.IsCancelled ? [] : Conflicts(problem, options, cancellation, ref evaluations);
        return new ScheduleOptimum { Problem = problem, Best = best, AsWritten = written, Standings = standings, Conflicts = conflicts, Evaluations = pool.Count + evaluations, IsInterrupted = pool.IsCancelled };
    }

    /// <summary>The best compromises between several goals.</summary>
    /// <param name="problem">What may be varied, goals, limits.</param>
    /// <param name="options">How long to search.</param>
    /// <param name="progress">Receives the share that is done.</param>
    /// <param name="cancellation">Ends the search; the best so far is returned.</param>
    public static ScheduleFront Compromise(ScheduleProblem problem, ScheduleSearchOptions options, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        var stream = new RandomStream(options.Seed).Fork("compromise");
        var pool = new EvaluationPool(problem.Evaluate, options.Evaluations, options.Threads, progress, cancellation);
        // The ends of the front are where a single goal is best: they are looked for first, with a part of the budget.
        var ends = new List<double[]> { Start(problem) };
        foreach (var goal in problem.Goals)
        {
            var single = problem with { Goals = [goal] };
            var part = new EvaluationPool(single.Evaluate, Math.Min(options.Evaluations / 4, MostForEnds) / problem.Goals.Length, options.Threads, null, cancellation);
            if (Search(single, part, stream.Fork(goal.Result.Name), [ends[0]]) is { } end)
            {
                ends.Add(end.Position);
            }
        }

        var used = Math.Min(options.Evaluations / 4, MostForEnds);
        pool = new EvaluationPool(problem.Evaluate, Math.Max(options.Evaluations - used, 8), options.Threads, progress, cancellation);
        var size = Math.Clamp(options.Evaluations / 40, 16, 80);
        var members = NondominatedSearch.Search(pool, problem.Varied.Length, size, stream, ends);
        if (members.Count == 0)
        {
            // Interrupted before the first generation: the ends are all there is.
            members = [.. ends.Select(end => new Candidate(end, problem.Evaluate(end)))];
        }

        var schedules = members.Select(member => Settle(problem, member)).Where(schedule => schedule.Lot is not null).ToList();
        var kept = Nondominated(schedules, problem);
        var evaluations = pool.Count + used;
        var conflicts = kept.Any(schedule => schedule.IsFeasible) || pool.IsCancelled ? [] : Conflicts(problem, options, cancellation, ref evaluations);
        return new ScheduleFront
        {
            Problem = problem, Schedules = kept, Knee = KneePoint.Of([.. kept.Select(schedule => schedule.Goals.Select((value, k) => problem.Goals[k].Objective(value)).ToArray())]),
            Conflicts = conflicts, Evaluations = evaluations, IsInterrupted = pool.IsCancelled,
        };
    }

    /// <summary>The recipe as written, with what was set.</summary>
    /// <param name="problem">Problem.</param>
    public static Schedule AsWritten(ScheduleProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Make(problem, problem.Values);
    }

    private static Candidate? Search(ScheduleProblem problem, EvaluationPool pool, RandomStream stream, IReadOnlyList<double[]> starts)
    {
        var members = DifferentialEvolution.Search(pool, problem.Varied.Length, stream, starts.Count > 0 ? starts : [Start(problem)], pool.Left / 4);
        return members.Count == 0 ? null : ConstrainedPolish.Improve(pool, members[0]);
    }

    private static double[] Start(ScheduleProblem problem) => [.. problem.Varied.Select(varied => Math.Clamp(varied.ShareOf(problem.Values[varied.Index]), 0, 1))];

    private static Schedule Make(ScheduleProblem problem, double[] values)
    {
        var evaluation = problem.Evaluate(values, out var lot);
        return new Schedule(values, lot, [.. problem.Goals.Select((goal, k) => goal.Value(evaluation.Objectives[k]))], evaluation.IsFeasible);
    }

    /// <summary>The best of the settings around a point: rounding must not break a limit that holds exactly.</summary>
    private static Schedule Settle(ScheduleProblem problem, Candidate found)
    {
        Schedule? least = null;
        // Where several limits meet, only finer settings fit between them.
        foreach (var settings in new[] { SettingsOfRange, 10 * SettingsOfRange, 100 * SettingsOfRange, 1000 * SettingsOfRange })
        {
            var nearest = Neighbours(problem, found, settings).AsParallel().AsOrdered().Select(values => (Values: values, Evaluation: problem.Evaluate(values, out _))).ToList();
            // With several goals the nearest feasible settings keep the point where it was on the front.
            var best = problem.Goals.Length > 1 && nearest.Exists(item => item.Evaluation.IsFeasible) ? nearest.Find(item => item.Evaluation.IsFeasible)
                : nearest.OrderBy(item => item.Evaluation, Comparer<Evaluation>.Create(Evaluation.CompareSingle)).First();
            least ??= Make(problem, best.Values);
            if (best.Evaluation.IsFeasible)
            {
                return Make(problem, best.Values);
            }

            if (!found.Evaluation.IsFeasible)
            {
                break;
            }
        }

        return least!;
    }

    /// <summary>Settings at and next to a point, the nearest first.</summary>
    private static IEnumerable<double[]> Neighbours(ScheduleProblem problem, Candidate found, int settings)
    {
        var wide = problem.Varied.Length <= 3;
        var choices = problem.Varied.Select((varied, k) =>
        {
            var at = varied.At(found.Position[k]);
            var (below, above) = SettingSteps.Around(varied, at, settings);
            double[] near = wide && above > below ? [below, above, Math.Clamp(below - (above - below), varied.Low, varied.High), Math.Clamp(above + (above - below), varied.Low, varied.High)] : [below, above];
            return near.Distinct().OrderBy(value => Math.Abs(value - at)).ToArray();
        }).ToArray();
        IEnumerable<(double[] Values, int Rank)> all = [((double[])problem.Values.Clone(), 0)];
        for (var k = 0; k < choices.Length; k++)
        {
            var (index, own) = (problem.Varied[k].Index, k < 8 ? choices[k] : choices[k][..1]);
            all = all.SelectMany(item => own.Select((value, rank) =>
            {
                var values = (double[])item.Values.Clone();
                values[index] = value;
                return (values, item.Rank + rank);
            })).ToList();
        }

        return all.OrderBy(item => item.Rank).Select(item => item.Values);
    }

    private static (ImmutableArray<LimitStanding> Standings, int Evaluations) Stand(ScheduleProblem problem, ScheduleSearchOptions options, Schedule best, Candidate? found, CancellationToken cancellation)
    {
        var deviations = problem.Deviations(best.Values);
        var standings = ImmutableArray.CreateBuilder<LimitStanding>();
        var evaluations = 0;
        for (var i = 0; i < problem.Limits.Length; i++)
        {
            var limit = problem.Limits[i];
            var value = limit.Result.Value(problem.Recipe, best.Lot!);
            var isActive = found is { Evaluation.IsFeasible: true } && found.Evaluation.Excesses[i] >= -ActiveWithin;
            LimitPrice? price = null;
            if (isActive && !cancellation.IsCancellationRequested)
            {
                var relaxed = limit with { Value = limit.Value + ((limit.IsLeast ? -1 : 1) * Relaxation * limit.Scale) };
                var easier = problem with { Limits = problem.Limits.SetItem(i, relaxed) };
                var pool = new EvaluationPool(easier.Evaluate, Math.Max(200, options.Evaluations / (2 * problem.Limits.Length)), options.Threads, null, cancellation);
                var better = ConstrainedPolish.Improve(pool, new Candidate(found!.Position, easier.Evaluate(found.Position)));
                evaluations += pool.Count;
                price = new LimitPrice(relaxed.Value, problem.Goals[0].Value(better.Evaluation.Objectives[0]) - problem.Goals[0].Value(found.Evaluation.Objectives[0]));
            }

            standings.Add(new LimitStanding(limit, value, deviations[i], limit.Met(value, problem.Margin * deviations[i]) <= 0, isActive, price));
        }

        return (standings.ToImmutable(), evaluations);
    }

    private static ImmutableArray<LimitConflict> Conflicts(ScheduleProblem problem, ScheduleSearchOptions options, CancellationToken cancellation, ref int evaluations)
    {
        var conflicts = ImmutableArray.CreateBuilder<LimitConflict>();
        foreach (var limit in problem.Limits)
        {
            var others = problem with { Limits = problem.Limits.Remove(limit), Goals = [new ScheduleGoal(limit.Result, limit.IsLeast)] };
            var pool = new EvaluationPool(others.Evaluate, Math.Max(400, options.Evaluations / 2), options.Threads, null, cancellation);
            var best = Search(others, pool, new RandomStream(options.Seed).Fork(limit.Result.Name), []);
            evaluations += pool.Count;
            conflicts.Add(new LimitConflict(limit, best is { Evaluation.IsFeasible: true } ? others.Goals[0].Value(best.Evaluation.Objectives[0]) : double.NaN));
        }

        return conflicts.ToImmutable();
    }

    private static ImmutableArray<Schedule> Nondominated(List<Schedule> schedules, ScheduleProblem problem)
    {
        Candidate[] candidates = [.. schedules.Select(schedule => new Candidate(schedule.Values, problem.Evaluate(schedule.Values, out _)))];
        if (candidates.Length == 0)
        {
            return [];
        }

        return [.. NondominatedSorting.Fronts(candidates)[0].Select(i => schedules[i]).DistinctBy(schedule => string.Join('|', schedule.Goals)).OrderBy(schedule => problem.Goals[0].Objective(schedule.Goals[0]))];
    }
}
