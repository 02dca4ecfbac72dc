using System.Text.Json;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Stability;
using Electrolith.Numerics;
using Electrolith.Numerics.Sensitivity;
using Electrolith.Processing.Robustness;
using Electrolith.Quantities;

namespace Electrolith.Cli.Commands.Process.Robustness;

/// <summary>Writes a robustness study as JSON.</summary>
internal static class RobustnessJson
{
    /// <summary>Writes everything.</summary>
    /// <param name="json">Writer.</param>
    /// <param name="view">The study.</param>
    public static void Write(Utf8JsonWriter json, RobustnessView view)
    {
        var study = view.Study;
        json.WriteString("recipe", view.Recipe.Id);
        json.WriteBoolean("complete", study.IsComplete);
        json.WriteNumber("pieces", study.Samples.Pieces);
        json.WriteNumber("lots", study.Samples.Finished.Length);
        json.WriteNumber("seed", view.Options.Seed);
        json.WriteNumber("failed", study.Samples.Failed);
        Array(json, "failures", study.Samples.Failures, failure =>
        {
            json.WriteString("reason", failure.Reason);
            json.WriteNumber("count", failure.Count);
        });
        Array(json, "inputs", study.Inputs, input =>
        {
            json.WriteString("path", input.Path);
            json.WriteQuantity("value", input.At(0.5), input.At(0.05), input.At(0.95), input.Kind);
            Number(json, "betweenShare", input.BetweenShare);
            json.WriteString("origin", $"{input.Origin}".ToLowerInvariant());
            json.WriteString("reason", input.Reason);
        });
        Array(json, "results", study.Spreads, spread =>
        {
            json.WriteString("result", spread.Result.Name);
            json.WriteQuantity("nominal", spread.Nominal, spread.Result.Kind);
            json.WriteQuantity("mean", spread.Components.Mean, spread.P05, spread.P95, spread.Result.Kind);
            Deviation(json, "deviationWithin", spread.Components.Within, spread.Result.Kind);
            Deviation(json, "deviationBetween", spread.Components.Between, spread.Result.Kind);
            Number(json, "betweenShare", spread.Components.BetweenShare);
        });
        Limits(json, study.Specifications, study.Capabilities, study.Yield, study.HalfPpk);
        if (study.Sensitivity is { } sensitivity)
        {
            Causes(json, study, sensitivity);
        }
    }

    /// <summary>Limits with capability and yield.</summary>
    public static void Limits(Utf8JsonWriter json, IReadOnlyList<Specification> specifications, IReadOnlyList<Capability> capabilities, YieldEstimate? yield, IReadOnlyList<double>? half)
    {
        Array(json, "limits", Enumerable.Range(0, specifications.Count), place =>
        {
            var capability = capabilities[place];
            json.WriteString("limit", $"{specifications[place]}");
            json.WriteString("result", specifications[place].Result.Name);
            json.WriteBoolean("varies", capability.Varies);
            Index(json, "cp", capability.Cp);
            Index(json, "cpk", capability.Cpk);
            Index(json, "pp", capability.Pp);
            Index(json, "ppk", capability.Ppk);
            Index(json, "percentilePpk", capability.PercentilePpk);
            if (half is not null)
            {
                Number(json, "ppkOfHalf", half[place]);
            }

            if (capability.Shape is { } shape)
            {
                Number(json, "skewness", shape.Skewness);
                Number(json, "excessKurtosis", shape.ExcessKurtosis);
                Number(json, "normalProbability", shape.Probability);
                json.WriteBoolean("closeToNormal", shape.IsCloseToNormal);
            }

            Share(json, "kept", yield!.Each[place]);
        });
        if (yield is not null)
        {
            Share(json, "allKept", yield.All);
            Number(json, "rolledYield", yield.Rolled);
        }
    }

    /// <summary>A number with nine digits; null when it is not finite.</summary>
    public static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, Math.Round(value, 9));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>An array of objects.</summary>
    public static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
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

    /// <summary>A share of a variance with its interval.</summary>
    public static void Index(Utf8JsonWriter json, string name, SensitivityIndex index)
    {
        json.WriteStartObject(name);
        Number(json, "value", index.Value);
        Number(json, "low", index.Low);
        Number(json, "high", index.High);
        json.WriteBoolean("distinguishable", index.IsDistinguishable);
        json.WriteEndObject();
    }

    private static void Causes(Utf8JsonWriter json, RobustnessResult study, RecipeSensitivity sensitivity)
    {
        json.WriteStartArray("screenedOut");
        sensitivity.LeftOut.ToList().ForEach(input => json.WriteStringValue(input.Path));
        json.WriteEndArray();
        Array(json, "causes", sensitivity.Results, result =>
        {
            json.WriteString("result", result.Result.Name);
            json.WriteBoolean("varies", result.Indices.Varies);
            json.WriteNumber("rows", result.Indices.Rows);
            Number(json, "changeFromHalf", result.Change);
            Array(json, "inputs", result.Indices.Varies ? RobustnessText.Ordered(sensitivity, result) : [], item =>
            {
                json.WriteString("path", item.Input.Path);
                Index(json, "alone", item.Alone);
                Index(json, "total", item.Total);
            });
        });
        Array(json, "swings", study.Spreads.Zip(study.Swings), pair =>
        {
            json.WriteString("result", pair.First.Result.Name);
            Array(json, "inputs", pair.Second, swing =>
            {
                json.WriteString("path", swing.Input.Path);
                json.WriteQuantity("atP05", swing.Low, pair.First.Result.Kind);
                json.WriteQuantity("atP95", swing.High, pair.First.Result.Kind);
            });
        });
    }

    /// <summary>Square root of a variance in the unit of tables; left out when it is not known.</summary>
    public static void Deviation(Utf8JsonWriter json, string name, double variance, QuantityKind kind)
    {
        if (double.IsFinite(variance))
        {
            json.WriteValue(name, kind == QuantityKinds.Temperature ? Math.Sqrt(variance) : QuantityPrinter.ToDisplay(Math.Sqrt(variance), kind), kind == QuantityKinds.Temperature ? "K" : kind.DisplayUnit);
        }
    }

    private static void Index(Utf8JsonWriter json, string name, CapabilityIndex? index)
    {
        if (index is not { } value)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        Number(json, "value", value.Value);
        Number(json, "low", value.Low);
        Number(json, "high", value.High);
        json.WriteEndObject();
    }

    private static void Share(Utf8JsonWriter json, string name, Proportion share)
    {
        json.WriteStartObject(name);
        Number(json, "value", share.Value);
        Number(json, "low", share.Low);
        Number(json, "high", share.High);
        json.WriteEndObject();
    }
}
