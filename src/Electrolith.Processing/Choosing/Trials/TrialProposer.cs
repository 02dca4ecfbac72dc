using System.Collections.Immutable;
using Electrolith.Numerics;
using Electrolith.Numerics.GaussianProcesses;
using Electrolith.Numerics.Optimisation;
using Electrolith.Processing.Recipes;

namespace Electrolith.Processing.Choosing.Trials;

/// <summary>Says which trials to make next, and why.</summary>
/// <remarks>
/// Constrained expected improvement (Schonlau, Welch and Jones, 1998; Gardner et al., 2014): the expected improvement of the goal over
/// the best feasible trial, whose value is the model's and not the noisy measurement (plug-in, Picheny, Ginsbourger, Richet and Caplin,
/// 2013), times the probability of every limit and of having anything to measure, over the cost. Further trials of a batch are proposed
/// as if the earlier ones had given what is expected of them (Ginsbourger, Le Riche and Carraro, 2010).
/// </remarks>
public sealed class TrialProposer
{
    private const int Fewest = 3;
    private const double Least = 1e-12;
    private readonly TrialQuestion question;
    private readonly ImmutableArray<Trial> trials;
    private readonly ImmutableArray<OutcomeModel> models;
    private readonly SuccessModel success;
    private readonly ImmutableArray<Trial> feasible;

    private TrialProposer(TrialQuestion question, ImmutableArray<Trial> trials)
    {
        (this.question, this.trials) = (question, trials);
        models = [.. question.Results.Select(result => OutcomeModel.Learn(result, question, trials))];
        Trial[] made = [.. trials.Where(trial => trial.State != TrialState.Planned)];
        success = new SuccessModel([.. made.Select(trial => trial.Position)], [.. made.Select(trial => trial.State == TrialState.Measured)], question.Seed);
        feasible = [.. made.Where(trial => question.Goals.All(goal => trial.Results.ContainsKey(goal.Result.Name)) && Missed(trial).IsEmpty && Unmeasured(trial).All(limit => Model(limit.Result).Probability(limit, trial.Position) >= 0.5))];
    }

    /// <summary>Proposes the next trials.</summary>
    /// <param name="question">Settings, goals, limits.</param>
    /// <param name="trials">What was tried.</param>
    public static TrialAdvice Propose(TrialQuestion question, ImmutableArray<Trial> trials)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Results.Any(result => trials.Count(trial => trial.State == TrialState.Measured && trial.Results.ContainsKey(result.Name)) < Fewest))
        {
            var fill = TrialDesign.Fill(question.Batch, question, [.. trials.Select(trial => trial.Position)]);
            return new TrialAdvice { Question = question, Trials = trials, Proposals = [.. fill.Select(position => new TrialProposal { Settings = question.Settings(position), Reason = "fills the ranges: too few results for a model" })] };
        }

        return new TrialProposer(question, trials).Advise();
    }

    private TrialAdvice Advise()
    {
        var proposals = ImmutableArray.CreateBuilder<TrialProposal>();
        // Trials that are planned count as made, with what is expected of them.
        var believed = trials.Where(trial => trial.State == TrialState.Planned).Select(trial => trial.Position).ToList();
        var positions = new List<double[]>();
        for (var i = 0; i < question.Batch; i++)
        {
            var current = models.Select(model => believed.Aggregate(model, (grown, position) => grown.Believing(position))).ToImmutableArray();
            var gain = Gain(i, current, [.. believed]);
            var position = Maximise(at => gain(at) + Chances(current, at), positions, i);
            proposals.Add(Describe(position));
            positions.Add(position);
            believed.Add(position);
        }

        var single = question.Goals.Length == 1;
        var best = single ? feasible.OrderByDescending(trial => Value(trial.Position)).Take(1) : NotBeaten();
        var noise = models[0].IsLogarithmic && feasible.Length > 0 ? models[0].Noise * models[0].Measurement(best.First().Position).Mean : models[0].Noise;
        return new TrialAdvice
        {
            Question = question, Trials = trials, Models = models, Proposals = proposals.ToImmutable(), Best = [.. best], SeeksFeasibility = feasible.IsEmpty,
            Infeasible = [.. trials.Where(trial => trial.State == TrialState.Measured && !Missed(trial).IsEmpty).Select(trial => new InfeasibleTrial(trial, Missed(trial)))],
            NoiseOfGoal = single ? noise : double.NaN, IsGainBelowNoise = single && !feasible.IsEmpty && proposals[0].ExpectedGain < noise,
        };
    }

    /// <summary>Logarithm of the expected gain of a proposal and its distance from trials under way; while no trial is feasible, only the latter.</summary>
    private Func<double[], double> Gain(int proposal, ImmutableArray<OutcomeModel> current, List<double[]> believed)
    {
        if (feasible.IsEmpty)
        {
            // Probabilities alone would name the same place again.
            return at => Apart(at, believed, 0.1);
        }

        if (question.Goals.Length == 1)
        {
            var sign = question.Goals[0].IsMaximised ? 1 : -1;
            // What is believed of a trial under way is to be beaten as well, else the batch would be one trial made several times.
            var best = feasible.Select(trial => trial.Position).Concat(believed.Where(IsLikelyFeasible)).Max(Value);
            return at => current[0].Predict(at) is var prediction ? ExpectedImprovement.Log((sign * prediction.Mean) - best, prediction.Deviation) + Apart(at, believed, 0.05) : 0;
        }

        var weights = Scalarisation.Weights(question.Goals.Length, proposal, question.Batch);
        Trial[] known = [.. trials.Where(trial => question.Goals.All(goal => trial.Results.ContainsKey(goal.Result.Name)))];
        var values = Scalarisation.Of([.. known.Select(trial => question.Goals.Select(goal => goal.Objective(Model(goal.Result).Scaled(trial.Results[goal.Result.Name]))).ToArray())], weights);
        var process = GaussianProcessFit.Fit([.. known.Select(trial => trial.Position)], values, new GaussianProcessFitOptions { Seed = question.Seed, Starts = 2 });
        process = believed.Aggregate(process, (grown, position) => grown.With(position, grown.Predict(position).Mean));
        var reached = known.Where(feasible.Contains).Max(trial => process.Predict(trial.Position).Mean);
        return at => process.Predict(at) is var prediction ? ExpectedImprovement.Log(prediction.Mean - reached, prediction.Deviation) + Apart(at, believed, 0.05) : 0;
    }

    /// <summary>
    /// Logarithm of a factor that makes what lies next to a trial under way worth little (local penalisation, Gonzalez, Dai, Hennig and
    /// Lawrence, 2016): with noise a believed trial alone teaches the model too little to keep the others of a batch away.
    /// </summary>
    private double Apart(double[] at, List<double[]> believed, double length)
    {
        double[] lengths = [.. Enumerable.Repeat(length * Math.Sqrt(question.Varied.Length), question.Varied.Length)];
        return believed.Sum(other => Math.Log(Math.Max(1 - GaussianProcess.Matern(GaussianProcess.Distance(at, other, lengths)), Least)));
    }

    /// <summary>Logarithm of the probability that a trial succeeds and meets all limits, over its cost.</summary>
    private double Chances(ImmutableArray<OutcomeModel> current, double[] at)
    {
        var sum = Math.Log(Math.Max(success.Probability(at), Least)) - Math.Log(question.Cost?.Invoke(at) ?? 1);
        foreach (var limit in question.Limits)
        {
            sum += Math.Log(Math.Max(current.First(model => model.Result.Name == limit.Result.Name).Probability(limit, at), Least));
        }

        return sum;
    }

    private double[] Maximise(Func<double[], double> value, List<double[]> earlier, int proposal)
    {
        var stream = new RandomStream(question.Seed).Fork($"proposal {proposal}");
        double[] Full(double[] at)
        {
            var full = (double[])at.Clone();
            foreach (var shared in earlier.Count > 0 ? question.Shared : [])
            {
                full[shared] = earlier[0][shared];
            }

            return full;
        }

        Evaluation Evaluate(double[] at) => value(Full(at)) is var found && double.IsFinite(found) ? new Evaluation([-found], []) : new Evaluation([1e300], []);
        var pool = new EvaluationPool(Evaluate, 900 + (200 * question.Varied.Length));
        // A sharp peak near the best trials is easily missed by a search that begins far from it.
        double[][] starts = [.. feasible.OrderByDescending(trial => value(Full(trial.Position))).Take(5).Select(trial => trial.Position)];
        var members = DifferentialEvolution.Search(pool, question.Varied.Length, stream, starts, 250);
        return TrialDesign.Rounded(Full(ConstrainedPolish.Improve(pool, members[0]).Position), question);
    }

    private bool IsLikelyFeasible(double[] position) => question.Limits.All(limit => Model(limit.Result).Probability(limit, position) >= 0.5);

    private TrialProposal Describe(double[] position)
    {
        ImmutableArray<double> chances = [.. question.Limits.Select(limit => Model(limit.Result).Probability(limit, position))];
        var isSingle = question.Goals.Length == 1 && !feasible.IsEmpty;
        var prediction = models[0].Predict(position);
        var ahead = isSingle ? Value(position) - feasible.Max(trial => Value(trial.Position)) : double.NaN;
        var expected = isSingle ? ExpectedImprovement.Of(ahead, prediction.Deviation) : double.NaN;
        return new TrialProposal
        {
            Settings = question.Settings(position),
            Expected = [.. models.Select(model => model.Measurement(position) is var (mean, low, high) ? new ExpectedResult(model.Result, mean, low, high) : throw new InvalidOperationException())],
            LimitProbabilities = chances,
            SuccessProbability = success.Probability(position),
            ExpectedGain = models[0].IsLogarithmic ? expected * models[0].Measurement(position).Mean : expected,
            Reason = feasible.IsEmpty ? "looks for a trial that meets all limits" : !isSingle ? "widens the front" : ahead > 0 ? "expected to be better than the best so far" : "may be better: little is known there",
        };
    }

    private OutcomeModel Model(RecipeResult result) => models.First(model => model.Result.Name == result.Name);

    /// <summary>The goal at a position in the scale of the model, large is good.</summary>
    private double Value(double[] position) => (question.Goals[0].IsMaximised ? 1 : -1) * models[0].Predict(position).Mean;

    private ImmutableArray<ResultLimit> Missed(Trial trial) => [.. question.Limits.Where(limit => trial.Results.TryGetValue(limit.Result.Name, out var value) && !limit.IsMet(value))];

    private IEnumerable<ResultLimit> Unmeasured(Trial trial) => question.Limits.Where(limit => !trial.Results.ContainsKey(limit.Result.Name));

    private IEnumerable<Trial> NotBeaten()
    {
        Candidate[] candidates = [.. feasible.Select(trial => new Candidate(trial.Position, new Evaluation([.. question.Goals.Select(goal => goal.Objective(trial.Results[goal.Result.Name]))], [])))];
        return candidates.Length == 0 ? [] : NondominatedSorting.Fronts(candidates)[0].Select(i => feasible[i]);
    }
}
