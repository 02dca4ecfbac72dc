using System.Collections.Immutable;
using Electrolith.Materials.Documents;
using Electrolith.Numerics;
using Electrolith.Processing.Choosing;
using Electrolith.Processing.Choosing.Trials;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Tests;

/// <summary>Proposals on functions whose optimum is known, and tables of trials that are right or wrong.</summary>
public sealed class TrialProposerTests
{
    private static readonly RecipeResult Value = new("value", QuantityKinds.Dimensionless, "", (_, _) => double.NaN);
    private static readonly RecipeResult Disk = new("disk", QuantityKinds.Dimensionless, "", (_, _) => double.NaN);

    private static TrialQuestion Question(string[] ranges, bool isLimited = false, int batch = 1, ulong seed = 1)
    {
        var bag = new DiagnosticBag();
        return new TrialQuestion
        {
            Varied = [.. ranges.Select(text => VariedParameter.ReadSetting("--vary", text, null, bag)!)],
            Goals = [new ScheduleGoal(Value, false)],
            Limits = isLimited ? [new ResultLimit(Disk, false, 50)] : [],
            Batch = batch, Seed = seed,
        };
    }

    // Branin as in Surjanovic and Bingham (sfu.ca/~ssurjano): minimum 0.397887 at three places.
    private static double Branin(double[] x) => Math.Pow(x[1] - (5.1 * x[0] * x[0] / (4 * Math.PI * Math.PI)) + (5 * x[0] / Math.PI) - 6, 2) + (10 * (1 - (1 / (8 * Math.PI))) * Math.Cos(x[0])) + 10;

    // The disk of Gelbart, Snoek and Adams (2014) leaves one of them: (pi, 2.275).
    private static double InDisk(double[] x) => Math.Pow(x[0] - 2.5, 2) + Math.Pow(x[1] - 7.5, 2);

    private static Trial Make(TrialQuestion question, double[] settings, int number, Func<double[], double>? function = null, double noise = 0, RandomStream? stream = null, Func<double[], bool>? fails = null)
    {
        double[] position = [.. settings.Select((value, k) => question.Varied[k].ShareOf(value))];
        if (fails?.Invoke(settings) == true)
        {
            return new Trial($"{number}", position, ImmutableDictionary<string, double>.Empty, TrialState.Failed);
        }

        var value = (function ?? Branin)(settings) + (noise > 0 ? noise * Normal.Quantile(Math.Clamp(stream!.NextDouble(), 1e-9, 1 - 1e-9)) : 0);
        return new Trial($"{number}", position, ImmutableDictionary<string, double>.Empty.Add("value", value).Add("disk", InDisk(settings)), TrialState.Measured);
    }

    private static ImmutableArray<Trial> Loop(TrialQuestion question, int first, int rounds, Func<double[], int, Trial> make)
    {
        ImmutableArray<Trial> trials = [.. TrialDesign.Fill(first, question, []).Select((position, i) => make(question.Settings(position), i))];
        for (var round = 0; round < rounds; round++)
        {
            trials = trials.AddRange(TrialProposer.Propose(question, trials).Proposals.Select((proposal, i) => make(proposal.Settings, trials.Length + i)));
        }

        return trials;
    }

    private static double Best(IEnumerable<Trial> trials) => trials.Where(trial => trial.Results.GetValueOrDefault("disk", 0) <= 50).Select(trial => trial.Results.GetValueOrDefault("value", 1e9)).DefaultIfEmpty(1e9).Min();

    [Fact]
    public void The_constrained_optimum_is_reached_in_few_trials_and_sooner_than_by_filling_space()
    {
        var (ours, filled) = (new List<double>(), new List<double>());
        for (var seed = 1UL; seed <= 5; seed++)
        {
            var question = Question(["x1=-5..10", "x2=0..15"], isLimited: true, seed: seed);
            ours.Add(Best(Loop(question, 6, 19, (settings, i) => Make(question, settings, i))) - 0.397887);
            filled.Add(Best(TrialDesign.Fill(25, question, []).Select((position, i) => Make(question, question.Settings(position), i))) - 0.397887);
        }

        // 25 trials in all, on average over five seeds.
        Assert.True(ours.Average() < 0.3, string.Join(" ", ours));
        Assert.True(ours.Average() < 0.25 * filled.Average(), $"{ours.Average()} against {filled.Average()}");
    }

    [Fact]
    public void Noisy_trials_in_batches_come_close_too()
    {
        var gaps = new List<double>();
        for (var seed = 1UL; seed <= 4; seed++)
        {
            var question = Question(["x1=-5..10", "x2=0..15"], isLimited: true, batch: 3, seed: seed);
            var stream = new RandomStream(seed);
            var trials = Loop(question, 6, 6, (settings, i) => Make(question, settings, i, noise: 1, stream: stream));
            // Judged by the true value at the trial that the model believes to be the best.
            var advice = TrialProposer.Propose(question with { Batch = 1 }, trials);
            gaps.Add(Branin(question.Settings(advice.Best[0].Position)) - 0.397887);
        }

        Assert.True(gaps.Average() < 2, string.Join(" ", gaps));
    }

    [Fact]
    public void Failed_trials_steer_away()
    {
        // Everything fails left of 0, where two thirds of the unconstrained optimum lie.
        var question = Question(["x1=-5..10", "x2=0..15"], seed: 2);
        var trials = Loop(question, 6, 15, (settings, i) => Make(question, settings, i, fails: x => x[0] < 0));
        var proposed = trials.Skip(6).ToArray();
        // By chance a third would fail.
        Assert.True(proposed.Count(trial => trial.State == TrialState.Failed) <= 2, string.Join(" ", proposed.Select(trial => trial.State)));
        Assert.True(Best(proposed) < 2);
    }

    [Fact]
    public void Success_is_learnt_from_failures()
    {
        // Failures below 0.3 of the first setting, whatever the second is.
        var points = TrialDesign.Fill(20, Question(["x1=0..1", "x2=0..1"]), []);
        var model = new SuccessModel(points, [.. points.Select(point => point[0] > 0.3)]);
        Assert.All(new[] { 0.0, 0.5, 1.0 }, other => Assert.True(model.Probability([0.05, other]) < 0.5 && model.Probability([0.8, other]) > 0.9));
        Assert.Equal(1, new SuccessModel([[0.0]], [true]).Probability([0.9]));
        // Nothing but failures: one in four by the rule of Laplace.
        Assert.Equal(0.25, new SuccessModel([[0.0], [0.5]], [false, false]).Probability([0.9]), 1e-12);
    }

    [Fact]
    public void Nothing_feasible_means_looking_for_feasibility()
    {
        var question = Question(["x1=-5..10", "x2=0..15"], isLimited: true) with { Limits = [new ResultLimit(Disk, false, 2)] };
        ImmutableArray<Trial> trials = [.. TrialDesign.Fill(8, question, []).Select((position, i) => Make(question, question.Settings(position), i))];
        var advice = TrialProposer.Propose(question, trials);
        Assert.True(advice.SeeksFeasibility && advice.Best.IsEmpty && advice.Infeasible.Length == 8 && double.IsNaN(advice.Proposals[0].ExpectedGain));
        // A batch is not the same trial several times.
        var batch = TrialProposer.Propose(question with { Batch = 3 }, trials).Proposals;
        Assert.Equal(3, batch.Select(proposal => (proposal.Settings[0], proposal.Settings[1])).Distinct().Count());
        // The disk of radius 1.41 covers 2.8 % of the ranges: by chance 36 trials are needed, here seven are enough.
        Assert.True(Loop(question, 8, 7, (settings, i) => Make(question, settings, i)).Any(trial => trial.Results["disk"] <= 2));
    }

    [Fact]
    public void A_batch_is_spread_and_shares_what_is_hard_to_change()
    {
        var question = Question(["x1=-5..10", "x2=0..15"], batch: 4) with { Shared = [0] };
        ImmutableArray<Trial> trials = [.. TrialDesign.Fill(8, question with { Shared = [] }, []).Select((position, i) => Make(question, question.Settings(position), i))];
        var proposals = TrialProposer.Propose(question, trials).Proposals;
        Assert.Equal(4, proposals.Length);
        Assert.Single(proposals.Select(proposal => proposal.Settings[0]).Distinct());
        double[] others = [.. proposals.Select(proposal => proposal.Settings[1]).Order()];
        Assert.True(others.Zip(others.Skip(1), (a, b) => b - a).Min() > 0.3, string.Join(" ", others));
        // Same seed, same proposals.
        Assert.Equal(proposals.SelectMany(proposal => proposal.Settings), TrialProposer.Propose(question, trials).Proposals.SelectMany(proposal => proposal.Settings));
    }

    [Fact]
    public void A_planned_trial_is_not_proposed_again()
    {
        var question = Question(["x1=-5..10", "x2=0..15"]);
        ImmutableArray<Trial> trials = [.. TrialDesign.Fill(10, question, []).Select((position, i) => Make(question, question.Settings(position), i))];
        var first = TrialProposer.Propose(question, trials).Proposals[0].Settings;
        double[] position = [.. first.Select((value, k) => question.Varied[k].ShareOf(value))];
        var second = TrialProposer.Propose(question, trials.Add(new Trial("plan", position, ImmutableDictionary<string, double>.Empty, TrialState.Planned))).Proposals[0].Settings;
        Assert.True(first.Zip(second, (a, b) => Math.Abs(a - b)).Max() > 0.1);
    }

    [Fact]
    public void Several_goals_spread_over_the_front()
    {
        // Two paraboloids: nothing beats what lies between their middles (0.2, 0.5) and (0.8, 0.5).
        var question = Question(["x1=0..1", "x2=0..1"], batch: 3) with { Goals = [new ScheduleGoal(Value, false), new ScheduleGoal(Disk, false)] };
        Trial Of(double[] x, int i) => new($"{i}", x, ImmutableDictionary<string, double>.Empty.Add("value", Math.Pow(x[0] - 0.2, 2) + Math.Pow(x[1] - 0.5, 2)).Add("disk", Math.Pow(x[0] - 0.8, 2) + Math.Pow(x[1] - 0.5, 2)), TrialState.Measured);
        var trials = Loop(question, 6, 4, Of);
        var late = trials.Skip(9).ToArray();
        Assert.True(late.Average(trial => Math.Abs(trial.Position[1] - 0.5)) < 0.15);
        Assert.True(late.Max(trial => trial.Position[0]) - late.Min(trial => trial.Position[0]) > 0.3);
    }

    [Fact]
    public void A_recipe_as_expectation_helps_when_it_is_right()
    {
        var recipe = RecipeRunTests.Load("al-llzo-pressureless");
        var bag = new DiagnosticBag();
        RecipeResults.TryGet("relative-density", out var density);
        var question = new TrialQuestion
        {
            Varied = [.. new[] { "sinter.temperature=1050..1230degC", "sinter.time=0.5..24h" }.Select(text => VariedParameter.ReadSetting("--vary", text, recipe, bag)!)],
            Goals = [new ScheduleGoal(density, true)],
            Recipe = recipe,
        };
        ImmutableArray<Trial> trials =
        [
            .. TrialDesign.Fill(6, question, []).Select((position, i) => new Trial($"{i}", position, ImmutableDictionary<string, double>.Empty.Add("relative-density", question.Expected(density, position) - 0.02 + (0.002 * (i % 2))), TrialState.Measured)),
        ];
        var (with, without) = (OutcomeModel.Learn(density, question, trials), OutcomeModel.Learn(density, question with { Recipe = null }, trials));
        double Error(OutcomeModel model) => Enumerable.Range(0, 36).Select(i => new[] { (i % 6) / 5.0, i / 6 / 5.0 }).Max(at => Math.Abs(model.Measurement(at).Mean - Math.Min(1, question.Expected(density, at) - 0.019)));
        Assert.True(with.ExplainedByRecipe > 0.95);
        Assert.True(Error(with) < 0.01 && Error(with) < 0.5 * Error(without), $"{Error(with)} against {Error(without)}");
    }

    [Theory]
    [InlineData(1.0, 1.0)]
    [InlineData(-1.0, 0.5)]
    [InlineData(0.0, 2.0)]
    [InlineData(-12.0, 1.0)]
    public void Expected_improvement_is_the_mean_of_what_is_gained(double gain, double deviation)
    {
        // The plain twin: the integral of max(0, x) over the normal distribution, by the midpoint rule.
        const int steps = 400000;
        var (low, high) = (Math.Max(0, gain - (9 * deviation)), gain > 0 ? gain + (9 * deviation) : 5 * deviation);
        var sum = 0.0;
        for (var i = 0; i < steps; i++)
        {
            var x = low + ((high - low) * (i + 0.5) / steps);
            sum += x * Math.Exp(-0.5 * Math.Pow((x - gain) / deviation, 2)) / (deviation * Math.Sqrt(2 * Math.PI)) * (high - low) / steps;
        }

        Assert.Equal(Math.Log(sum), ExpectedImprovement.Log(gain, deviation), 1e-3);
        Assert.Equal(sum, ExpectedImprovement.Of(gain, deviation), 1e-3 * sum);
    }

    private static (ImmutableArray<Trial> Trials, DiagnosticBag Bag) Read(string csv)
    {
        var bag = new DiagnosticBag();
        VariedParameter[] varied = [.. new[] { "sinter.temperature=1050..1200degC", "sinter.time=1..20h" }.Select(text => VariedParameter.ReadSetting("--vary", text, null, bag)!)];
        var table = new TrialTable(CsvReader.Read(new SourceText("t.csv", csv), bag)!, bag);
        RecipeResult[] results = [.. new[] { "conductivity", "relative-density" }.Select(name => RecipeResults.Read("--maximise", name, bag)!)];
        return (table.Read([.. varied], [.. results]), bag);
    }

    [Fact]
    public void A_table_is_read_with_its_units_failures_and_plans()
    {
        var (trials, bag) = Read("""
            # a comment
            trial,sinter.temperature [degC],sinter.time,conductivity (mS/cm),relative-density [%],failed
            a,1100,10 h,0.3,94,
            b,1150,2 h,,,yes
            c,1200,1 h,,,
            d,1125,60 min,0.2 mS/cm,,no
            """);
        Assert.Equal(0, bag.Count);
        Assert.Equal([TrialState.Measured, TrialState.Failed, TrialState.Planned, TrialState.Measured], trials.Select(trial => trial.State));
        Assert.Equal(0.03, trials[0].Results["conductivity"], 1e-12);
        Assert.Equal(0.94, trials[0].Results["relative-density"], 1e-12);
        Assert.Equal(1.0 / 3, trials[0].Position[0], 1e-9);
        Assert.Equal(0, trials[3].Position[1], 1e-9);
        Assert.False(trials[3].Results.ContainsKey("relative-density"));
        // Without a column 'failed' an empty row is a failure.
        Assert.Equal(TrialState.Failed, Assert.Single(Read("sinter.temperature [degC],sinter.time [h],conductivity [mS/cm],relative-density [%]\n1100,10,,\n").Trials).State);
    }

    [Theory]
    [InlineData("sinter.temperature [degC],sinter.time [h],conductivity [mS/cm]\n1100,10,0.3\n", "EL2531", 1, "relative-density")]
    [InlineData("sinter.temperature [degC],sinter.time [h],conductivty [mS/cm],relative-density [%]\n1100,10,0.3,94\n", "EL2531", 1, "did you mean conductivty")]
    [InlineData("sinter.temperature [h],sinter.time [h],conductivity [mS/cm],relative-density [%]\n1100,10,0.3,94\n", "EL0104", 1, "")]
    [InlineData("sinter.temperature [degC],sinter.time [h],conductivity [mS/cm],relative-density [%]\n1100,ten,0.3,94\n", "EL0101", 2, "")]
    [InlineData("sinter.temperature [degC],sinter.time,conductivity [mS/cm],relative-density [%]\n1100,10,0.3,94\n", "EL0102", 2, "sinter.time [h]")]
    [InlineData("sinter.temperature [degC],sinter.time [h],conductivity [mS/cm],relative-density [%]\n,10,0.3,94\n", "EL2533", 2, "settings")]
    [InlineData("sinter.temperature [degC],sinter.time [h],conductivity [mS/cm],relative-density [%]\n1100,0,0.3,94\n", "EL2533", 2, "above zero")]
    [InlineData("sinter.temperature [degC],sinter.time [h],conductivity [mS/cm],relative-density [%],failed\n1100,10,0.3,94,perhaps\n", "EL2535", 2, "yes, no")]
    [InlineData("sinter.temperature [degC],sinter.time [h],conductivity [mS/cm],relative-density [%]\n1300,10,0.3,94\n", "EL2534", 2, "outside")]
    [InlineData("sinter.temperature [degC],sinter.time [h],conductivity [mS/cm],relative-density [%],humidity\n1100,10,0.3,94,30\n", "EL2532", 1, "humidity")]
    [InlineData("sinter.temperature [degC],sinter.time [h],conductivity [mS/cm],relative-density [%]\n1100,10,0.3\n", "EL1123", 2, "")]
    public void A_wrong_table_is_told_with_code_line_and_field(string csv, string code, int line, string words)
    {
        var problem = Assert.Single(Read(csv).Bag.ToSorted());
        Assert.Equal((code, line), (problem.Code, problem.Span.Line));
        Assert.Contains(words, problem.Message + problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_design_fills_the_ranges_and_its_table_is_read_back()
    {
        var question = Question(["x1=0..1", "x2=1..1000"], batch: 8);
        var design = TrialDesign.Fill(8, question, []);
        // A Latin hypercube: one point in each eighth of every range.
        Assert.Equal(Enumerable.Range(0, 8), design.Select(position => (int)Math.Min(7, position[0] * 8)).Order());
        var bag = new DiagnosticBag();
        var table = new TrialTable(CsvReader.Read(new SourceText("t.csv", TrialDesign.Template(question, "test")), bag)!, bag);
        var trials = table.Read(question.Varied, question.Results);
        Assert.Equal(0, bag.Count);
        Assert.Equal(8, trials.Length);
        Assert.All(trials, trial => Assert.Equal(TrialState.Planned, trial.State));
        Assert.Equal(design.SelectMany(position => position), trials.SelectMany(trial => trial.Position), (a, b) => Math.Abs(a - b) < 1e-9);
    }
}
