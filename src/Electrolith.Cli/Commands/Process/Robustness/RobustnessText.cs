using System.Globalization;
using Electrolith.Cli.Output;
using Electrolith.Numerics;
using Electrolith.Numerics.Sensitivity;
using Electrolith.Processing.Robustness;
using Electrolith.Quantities;

namespace Electrolith.Cli.Commands.Process.Robustness;

/// <summary>Prints a robustness study.</summary>
internal static class RobustnessText
{
    /// <summary>Prints everything.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="view">The study.</param>
    public static void Write(TextWriter output, RobustnessView view)
    {
        var study = view.Study;
        var samples = study.Samples;
        output.WriteParagraph($"{view.Recipe.Title}: {samples.Pieces} pieces in {samples.Finished.Length} lots of {samples.PiecesPerLot}, seed {view.Options.Seed}");
        if (!study.IsComplete)
        {
            output.WriteParagraph($"INTERRUPTED: {samples.Finished.Length} of {samples.Lots} lots{(study.Sensitivity is null ? " and no causes" : $" and {study.Sensitivity.Rows} rows of the causes")} were finished; everything below holds for those.");
        }

        if (study.Inputs.IsEmpty)
        {
            output.WriteParagraph("Nothing varies: neither the recipe nor --vary states a range.");
        }
        else
        {
            Inputs(output, view);
        }

        Failures(output, view);
        Spreads(output, study);
        if (study.Yield is { } yield)
        {
            Limits(output, study.Specifications, study.Capabilities, yield);
        }

        if (study.Sensitivity is { } sensitivity)
        {
            foreach (var result in sensitivity.Results)
            {
                Causes(output, sensitivity, result);
            }

            Convergence(output, study, sensitivity);
        }
    }

    /// <summary>What is said about a result that a normal distribution does not describe.</summary>
    public static string? Shape(Specification limit, Capability capability) => capability.Shape is not { IsCloseToNormal: false } shape ? null
        : FormattableString.Invariant($"{limit.Result.Name} is not normal (skewness {shape.Skewness:F1}, excess kurtosis {shape.ExcessKurtosis:F1}): Cp, Cpk, Pp and Ppk mislead about its tails; ")
            + (capability.PercentilePpk is { } index ? $"by percentiles Ppk is {Index(index)}" : $"count the yield, or give {Capability.LeastForPercentiles} pieces for an index by percentiles");

    /// <summary>An index with its interval.</summary>
    public static string Index(CapabilityIndex? index) => index is not { } value ? "-" : double.IsFinite(value.Value)
        ? FormattableString.Invariant($"{value.Value:F2} ({value.Low:F2}..{value.High:F2})") : value.Value > 0 ? "beyond all limits" : "-";

    /// <summary>A share of a variance with its interval, or that it cannot be told from zero.</summary>
    public static string Share(SensitivityIndex index) => !index.IsDistinguishable ? "indistinguishable from zero"
        : index.Value < 0.005 ? "below 0.01" : FormattableString.Invariant($"{index.Value:F2} ({Math.Max(0, index.Low):F2}..{Math.Min(1, index.High):F2})");

    /// <summary>How far half the samples would have led.</summary>
    public static IEnumerable<string> Stability(RobustnessResult study)
    {
        foreach (var (limit, place) in study.Specifications.Select((limit, place) => (limit, place)))
        {
            if (study.Capabilities[place].Ppk is { } all && double.IsFinite(study.HalfPpk[place]))
            {
                yield return FormattableString.Invariant($"{limit.Result.Name}: Ppk {study.HalfPpk[place]:F2} from half the lots, {all.Value:F2} from all");
            }
        }

        foreach (var result in study.Sensitivity?.Results ?? [])
        {
            if (double.IsFinite(result.Change))
            {
                yield return FormattableString.Invariant($"{result.Result.Name}: from {result.Half.Rows} to {result.Indices.Rows} rows no total share moves by more than {result.Change:F2}")
                    + (result.Change > 0.1 ? "; take more samples before you rely on them" : "");
            }
        }
    }

    /// <summary>A scatter in words.</summary>
    public static string Scatter(UncertainInput input)
    {
        var (low, high) = (input.At(0.05), input.At(0.95));
        return Range(low, high, input.Kind, 4);
    }

    private static string Percent(double share, string format = "F1") => (share * 100).ToString(format, CultureInfo.InvariantCulture) + " %";

    private static void Inputs(TextWriter output, RobustnessView view)
    {
        var table = new TextTable("input", "5 to 95 % of the pieces", ">between lots", "why");
        foreach (var input in view.Study.Inputs)
        {
            table.Add(input.Path, Scatter(input), Percent(input.BetweenShare, "F0"), input.Origin == InputOrigin.Assumed ? $"assumed: {input.Reason}" : input.Reason);
        }

        output.Write(table);
        if (view.Study.Inputs.Any(input => input.Origin == InputOrigin.Assumed))
        {
            output.WriteParagraph("'assumed' is how such machines usually scatter, not your line: give yours with --vary.");
        }
    }

    private static void Failures(TextWriter output, RobustnessView view)
    {
        var samples = view.Study.Samples;
        if (samples.Failed > 0)
        {
            output.WriteParagraph($"{samples.Failed} of {samples.Pieces} pieces could not be made; they count as bad, and have no results:");
            foreach (var (reason, count) in samples.Failures)
            {
                output.WriteItem($"{count}: {reason}");
            }
        }
    }

    private static void Spreads(TextWriter output, RobustnessResult study)
    {
        if (study.Spreads.IsEmpty)
        {
            output.WriteParagraph("No result varies.");
            return;
        }

        output.WriteLine();
        var table = new TextTable("result", ">as written", ">mean", ">5 to 95 %", ">sd in lots", ">sd between", ">between");
        foreach (var spread in study.Spreads)
        {
            var (kind, parts) = (spread.Result.Kind, spread.Components);
            string Deviation(double variance) => !double.IsFinite(variance) ? "-" : Difference(Math.Sqrt(variance), kind);
            table.Add(spread.Result.Name, Value(spread.Nominal, kind), Value(parts.Mean, kind), Range(spread.P05, spread.P95, kind), Deviation(parts.Within), Deviation(parts.Between), double.IsFinite(parts.Between) ? Percent(parts.BetweenShare, "F0") : "-");
        }

        output.Write(table);
    }

    /// <summary>Limits with capability and yield.</summary>
    public static void Limits(TextWriter output, IReadOnlyList<Specification> specifications, IReadOnlyList<Capability> capabilities, YieldEstimate yield)
    {
        output.WriteLine();
        var table = new TextTable("limit", ">Cp", ">Cpk", ">Pp", ">Ppk", ">keep it");
        for (var place = 0; place < specifications.Count; place++)
        {
            var (capability, share) = (capabilities[place], yield.Each[place]);
            table.Add($"{specifications[place]}", Index(capability.Cp), Index(capability.Cpk), Index(capability.Pp), Index(capability.Ppk), $"{Percent(share.Value)} ({Percent(share.Low)[..^2]}..{Percent(share.High)[..^2]})");
        }

        output.Write(table);
        for (var place = 0; place < specifications.Count; place++)
        {
            var capability = capabilities[place];
            if (!capability.Varies)
            {
                output.WriteItem(capability.Components.Count == 0 ? $"{specifications[place].Result.Name} was not determined: no piece keeps the limit" : $"{specifications[place].Result.Name} does not vary: there is no capability to speak of");
            }

            if (Shape(specifications[place], capability) is { } shape)
            {
                output.WriteItem(shape);
            }
        }

        output.WriteParagraph($"All limits are kept by {Percent(yield.All.Value)} of the pieces (95 %: {Percent(yield.All.Low)} to {Percent(yield.All.High)})"
            + (specifications.Count > 1 ? $"; failing independently it would be {Percent(yield.Rolled)} (rolled yield)." : "."));
        output.WriteParagraph("Cp and Cpk take the scatter within a lot, Pp and Ppk that of all pieces; in brackets 95 % intervals, for which pieces of a lot do not count as independent.");
    }

    private static void Causes(TextWriter output, RecipeSensitivity sensitivity, ResultSensitivity result)
    {
        output.WriteLine();
        if (!result.Indices.Varies)
        {
            output.WriteParagraph(result.Indices.Rows == 0 ? $"{result.Result.Name}: no run gave a value" : $"{result.Result.Name} does not vary: it has no variance to share out.");
            return;
        }

        output.WriteParagraph($"Causes of the variance of {result.Result.Name}:");
        var table = new TextTable("input", ">alone", ">with interactions");
        foreach (var (input, alone, total) in Ordered(sensitivity, result))
        {
            table.Add(input.Path, Share(alone), Share(total));
        }

        output.Write(table);
        if (result.Indices.Rows < sensitivity.Rows)
        {
            output.WriteParagraph($"{sensitivity.Rows - result.Indices.Rows} of {sensitivity.Rows} rows held a piece that could not be made and were left out.");
        }
    }

    /// <summary>Inputs of a result, the strongest first.</summary>
    public static IEnumerable<(UncertainInput Input, SensitivityIndex Alone, SensitivityIndex Total)> Ordered(RecipeSensitivity sensitivity, ResultSensitivity result) => sensitivity.Inputs
        .Select((input, place) => (Input: input, Alone: result.Indices.FirstOrder[place], Total: result.Indices.Total[place]))
        .OrderByDescending(item => item.Total.Value).ThenBy(item => item.Input.Path, StringComparer.Ordinal);

    private static void Convergence(TextWriter output, RobustnessResult study, RecipeSensitivity sensitivity)
    {
        if (!sensitivity.LeftOut.IsEmpty)
        {
            output.WriteParagraph($"Screened out, moving each result by less than 3 % of what the strongest input does: {string.Join(", ", sensitivity.LeftOut.Select(input => input.Path))}.");
        }

        var lines = Stability(study).ToList();
        if (lines.Count > 0)
        {
            output.WriteParagraph("Would half the samples have said the same?");
            lines.ForEach(output.WriteItem);
        }
    }

    /// <summary>A value in its unit; a dash when there is none.</summary>
    public static string Value(double value, QuantityKind kind) => double.IsNaN(value) ? "-" : QuantityPrinter.Format(value, kind, 3);

    /// <summary>Two values with one unit behind them where it is the same.</summary>
    public static string Range(double low, double high, QuantityKind kind, int digits = 3)
    {
        if (double.IsNaN(low) || double.IsNaN(high))
        {
            return "-";
        }

        var (first, last) = (QuantityPrinter.Format(low, kind, digits), QuantityPrinter.Format(high, kind, digits));
        var (firstUnit, lastUnit) = (first.IndexOf(' ', StringComparison.Ordinal), last.IndexOf(' ', StringComparison.Ordinal));
        return firstUnit > 0 && lastUnit > 0 && first[firstUnit..] == last[lastUnit..] ? $"{first[..firstUnit]}..{last}" : $"{first} .. {last}";
    }

    /// <summary>A difference of two values: temperatures in K.</summary>
    public static string Difference(double value, QuantityKind kind) => kind == QuantityKinds.Temperature ? FormattableString.Invariant($"{value:G3} K") : QuantityPrinter.Format(value, kind, 2);
}
