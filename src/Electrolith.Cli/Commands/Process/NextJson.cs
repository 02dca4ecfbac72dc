using System.Text.Json;
using Electrolith.Cli.Output;
using Electrolith.Processing.Choosing.Trials;

namespace Electrolith.Cli.Commands.Process;

/// <summary>Proposals as JSON.</summary>
internal static class NextJson
{
    /// <summary>Trials, models, proposals, advice.</summary>
    public static void Write(Utf8JsonWriter json, TrialAdvice advice)
    {
        var question = advice.Question;
        json.WriteNumber("measured", advice.Trials.Count(trial => trial.State == TrialState.Measured));
        json.WriteNumber("failed", advice.Trials.Count(trial => trial.State == TrialState.Failed));
        json.WriteNumber("planned", advice.Trials.Count(trial => trial.State == TrialState.Planned));
        json.WriteBoolean("seeksFeasibility", advice.SeeksFeasibility);
        json.WriteBoolean("gainBelowNoise", advice.IsGainBelowNoise);
        if (advice.Models.Length > 0 && double.IsFinite(advice.NoiseOfGoal))
        {
            json.WriteQuantity("noise", advice.NoiseOfGoal, question.Goals[0].Result.Kind);
        }

        Array(json, "models", advice.Models, model =>
        {
            json.WriteString("result", model.Result.Name);
            json.WriteNumber("trials", model.Quality.Trials);
            Number(json, "explained", model.Quality.Explained);
            json.WriteNumber("withinInterval", model.Quality.Within);
            json.WriteBoolean("logarithmic", model.IsLogarithmic);
            Number(json, "explainedByRecipe", model.ExplainedByRecipe);
        });
        Array(json, "infeasible", advice.Infeasible, item =>
        {
            json.WriteString("trial", item.Trial.Name);
            json.WriteStartArray("missed");
            item.Missed.ToList().ForEach(limit => json.WriteStringValue(limit.ToString()));
            json.WriteEndArray();
        });
        json.WriteStartArray("best");
        advice.Best.ToList().ForEach(trial => json.WriteStringValue(trial.Name));
        json.WriteEndArray();
        Array(json, "proposals", advice.Proposals, proposal => Proposal(json, question, proposal));
    }

    private static void Proposal(Utf8JsonWriter json, TrialQuestion question, TrialProposal proposal)
    {
        json.WriteStartObject("settings");
        for (var k = 0; k < question.Varied.Length; k++)
        {
            json.WriteQuantity(question.Varied[k].Path, proposal.Settings[k], question.Varied[k].Kind);
        }

        json.WriteEndObject();
        Array(json, "expected", proposal.Expected, expected =>
        {
            json.WriteString("result", expected.Result.Name);
            json.WriteQuantity("mean", expected.Mean, expected.Result.Kind);
            json.WriteQuantity("low95", expected.Low, expected.Result.Kind);
            json.WriteQuantity("high95", expected.High, expected.Result.Kind);
        });
        Array(json, "limits", question.Limits.Take(proposal.LimitProbabilities.Length).Select((limit, k) => (limit, proposal.LimitProbabilities[k])), item =>
        {
            json.WriteString("limit", item.limit.ToString());
            Number(json, "probability", item.Item2);
        });
        Number(json, "successProbability", proposal.SuccessProbability);
        if (double.IsFinite(proposal.ExpectedGain))
        {
            json.WriteQuantity("expectedGain", proposal.ExpectedGain, question.Goals[0].Result.Kind);
        }

        json.WriteString("reason", proposal.Reason);
    }

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, Math.Round(value, 6));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
