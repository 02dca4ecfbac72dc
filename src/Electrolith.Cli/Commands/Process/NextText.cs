using System.Globalization;
using Electrolith.Cli.Output;
using Electrolith.Processing.Choosing.Trials;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities;

namespace Electrolith.Cli.Commands.Process;

/// <summary>Says in words what trials taught and which come next.</summary>
internal static class NextText
{
    private const int MostNamed = 8;

    private static string Show(double si, QuantityKind kind) => QuantityPrinter.Format(si, kind);

    /// <summary>A difference in the usual unit of the values, so that both can be compared at a glance.</summary>
    private static string Difference(double si, QuantityKind kind) => $"{QuantityPrinter.Number(si / kind.DisplayFactor, 2)} {kind.DisplayUnit}".TrimEnd();

    /// <summary>Trials, models, proposals, advice.</summary>
    public static void Write(TrialAdvice advice, TextWriter output)
    {
        Trials(advice, output);
        Models(advice, output);
        Best(advice, output);
        output.WriteLine();
        Proposals(advice, output);
        if (advice.IsGainBelowNoise)
        {
            output.WriteParagraph($"Reason to stop: the expected gain, {Difference(advice.Proposals[0].ExpectedGain, advice.Question.Goals[0].Result.Kind)}, is below the noise of a measurement, {Difference(advice.NoiseOfGoal, advice.Question.Goals[0].Result.Kind)}. Repeat the best trial to confirm it, or widen the ranges.");
        }
    }

    private static void Trials(TrialAdvice advice, TextWriter output)
    {
        int Count(TrialState state) => advice.Trials.Count(trial => trial.State == state);
        output.WriteParagraph($"{advice.Trials.Length} trials: {Count(TrialState.Measured)} measured, {Count(TrialState.Failed)} failed{(Count(TrialState.Planned) > 0 ? $", {Count(TrialState.Planned)} planned and counted as under way" : "")}.");
        if (Count(TrialState.Failed) > 0)
        {
            output.WriteParagraph($"Failed: {Named(advice.Trials.Where(trial => trial.State == TrialState.Failed))}. Nothing was measured there; the proposals keep away from them.");
        }

        foreach (var limit in advice.Question.Limits)
        {
            Trial[] missed = [.. advice.Infeasible.Where(item => item.Missed.Contains(limit)).Select(item => item.Trial)];
            if (missed.Length > 0)
            {
                var worst = limit.IsLeast ? missed.Min(trial => trial.Results[limit.Result.Name]) : missed.Max(trial => trial.Results[limit.Result.Name]);
                output.WriteParagraph($"'{limit}' was missed by {missed.Length} ({Named(missed)}); the farthest is at {Show(worst, limit.Result.Kind)}.");
            }
        }
    }

    private static void Models(TrialAdvice advice, TextWriter output)
    {
        if (advice.Models.IsEmpty)
        {
            output.WriteParagraph("Too few results for a model (three of each are needed): the next trials fill the ranges.");
            return;
        }

        var table = new TextTable("result", ">trials", ">explained", ">in interval", ">typical error", "model");
        foreach (var model in advice.Models)
        {
            var quality = model.Quality;
            var error = model.IsLogarithmic ? FormattableString.Invariant($"{(Math.Exp(quality.Error) - 1) * 100:F0} %") : Difference(quality.Error, model.Result.Kind);
            table.Add(model.Result.Name, quality.Trials.ToString(CultureInfo.InvariantCulture), double.IsNaN(quality.Explained) ? "-" : FormattableString.Invariant($"{quality.Explained * 100:F0} %"), $"{quality.Within} of {quality.Trials}", error, Word(quality.Explained));
        }

        output.WriteLine();
        output.Write(table);
        output.WriteParagraph("Each trial was left out in turn and computed from the others: 'explained' is the share of the scatter that was hit, 'in interval' how many lay within their 95 % interval.");
        foreach (var model in advice.Models.Where(model => !double.IsNaN(model.ExplainedByRecipe)))
        {
            output.WriteParagraph(model.ExplainedByRecipe > 0 ? FormattableString.Invariant($"The recipe alone explains {model.ExplainedByRecipe * 100:F0} % of {model.Result.Name}; the model corrects it.") : $"The recipe says nothing about {model.Result.Name} of these trials and is left out there.");
        }
    }

    private static string Word(double explained) => double.IsNaN(explained) ? "too few to say" : explained > 0.8 ? "good" : explained > 0.5 ? "fair" : explained > 0.2 ? "weak" : "hardly better than the mean";

    private static void Best(TrialAdvice advice, TextWriter output)
    {
        if (advice.SeeksFeasibility)
        {
            output.WriteParagraph("No trial meets all limits yet: the next trials look for one that does, whatever the goal.");
        }
        else if (advice.Best.Length > 0)
        {
            string Values(Trial trial) => string.Join(", ", advice.Question.Goals.Select(goal => $"{goal.Result.Name} {Show(trial.Results[goal.Result.Name], goal.Result.Kind)}"));
            output.WriteParagraph(advice.Best.Length == 1 ? $"Best so far within the limits: trial {advice.Best[0].Name}, {Values(advice.Best[0])}." : $"Nothing beats these so far: {string.Join("; ", advice.Best.Take(MostNamed).Select(trial => $"trial {trial.Name}, {Values(trial)}"))}.");
        }
    }

    private static void Proposals(TrialAdvice advice, TextWriter output)
    {
        var question = advice.Question;
        for (var i = 0; i < advice.Proposals.Length; i++)
        {
            var proposal = advice.Proposals[i];
            output.WriteParagraph($"Next {i + 1}: {string.Join(", ", question.Varied.Select((varied, k) => $"{varied.Path} {varied.Show(proposal.Settings[k], 8)}{(question.Shared.Contains(k) && question.Batch > 1 ? " (shared)" : "")}"))}");
            foreach (var expected in proposal.Expected)
            {
                var chances = question.Limits.Select((limit, k) => (limit, k)).Where(item => item.limit.Result.Name == expected.Result.Name).Select(item => $"'{item.limit}' holds with {Percent(proposal.LimitProbabilities[item.k])}");
                output.WriteItem(string.Join("; ", [$"{expected.Result.Name} {Show(expected.Mean, expected.Result.Kind)}, with 95 % between {Show(expected.Low, expected.Result.Kind)} and {Show(expected.High, expected.Result.Kind)}", .. chances]));
            }

            var words = new List<string> { proposal.Reason };
            if (double.IsFinite(proposal.ExpectedGain))
            {
                words.Add($"expected gain {Difference(proposal.ExpectedGain, question.Goals[0].Result.Kind)}");
            }

            if (proposal.SuccessProbability < 1)
            {
                words.Add($"succeeds with {Percent(proposal.SuccessProbability)}");
            }

            output.WriteItem(string.Join("; ", words));
        }
    }

    private static string Percent(double probability) => probability > 0.995 ? "more than 99 %" : probability < 0.005 ? "less than 1 %" : FormattableString.Invariant($"{probability * 100:F0} %");

    private static string Named(IEnumerable<Trial> trials)
    {
        string[] names = [.. trials.Select(trial => trial.Name)];
        return $"trial{(names.Length > 1 ? "s" : "")} {string.Join(", ", names.Take(MostNamed))}{(names.Length > MostNamed ? " and others" : "")}";
    }
}
