using System.Text.Json;
using Electrolith.Cli.Commands.Stability;
using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Cli.Output.Stability;

/// <summary>On which energies an answer rests, what was left out, and what the other choice would change.</summary>
internal static class EnergyBasis
{
    /// <summary>Writes the basis at the end of a text.</summary>
    /// <param name="run">The run.</param>
    /// <param name="system">Elements of the question.</param>
    /// <param name="worth">What other choices would change; may be empty.</param>
    public static void Write(StabilityRun run, ElementSet system, IReadOnlyList<string> worth)
    {
        run.Output.WriteLine();
        run.Output.WriteParagraph($"Energies: {run.Set.Describe()}.");
        foreach (var excluded in run.Set.ExcludedIn(system))
        {
            run.Output.WriteItem($"left out {excluded.Formula}: {excluded.Reason}");
        }

        foreach (var line in worth.Concat(EnergyNotes.For(system)))
        {
            run.Output.WriteItem(line);
        }
    }

    /// <summary>Writes the basis as a JSON object.</summary>
    /// <param name="json">Writer, inside an object.</param>
    /// <param name="run">The run.</param>
    /// <param name="system">Elements of the question.</param>
    /// <param name="worth">What other choices would change; may be empty.</param>
    public static void Write(Utf8JsonWriter json, StabilityRun run, ElementSet system, IReadOnlyList<string> worth)
    {
        json.WriteStartObject("energies");
        json.WriteString("set", run.Set.Describe());
        json.WriteString("selection", run.Options.Selection.ToString().ToLowerInvariant());
        json.WriteString("sulfideCorrection", run.Options.SulfideCorrection.ToString().ToLowerInvariant());
        json.WriteNumber("ownEntries", run.Own.Count);
        json.WriteStartArray("leftOut");
        foreach (var excluded in run.Set.ExcludedIn(system))
        {
            json.WriteStartObject();
            json.WriteString("formula", excluded.Formula);
            json.WriteString("reason", excluded.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("otherChoices");
        worth.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteStartArray("notes");
        EnergyNotes.For(system).ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What the other sulfide correction and the other selection would do to a window.</summary>
    /// <param name="run">The run.</param>
    /// <param name="substance">The substance.</param>
    /// <param name="window">Its window on the energies of the run.</param>
    public static List<string> Worth(StabilityRun run, Substance substance, StabilityWindow window)
    {
        var lines = new List<string>();
        var system = run.SystemOf(withIon: true, substance);
        if (substance.Composition.AmountOf("S") > 0)
        {
            var isNone = run.Options.SulfideCorrection == SulfideCorrection.None;
            Compare(isNone ? "with --sulfide-correction legacy" : "with --sulfide-correction none", run.Options with { SulfideCorrection = isNone ? SulfideCorrection.Legacy : SulfideCorrection.None });
        }

        var other = run.Options with { Selection = run.Options.Selection == EntrySelection.All ? EntrySelection.Screened : EntrySelection.All };
        if (run.Load(other with { Selection = EntrySelection.Screened }).ExcludedIn(system).Length > 0)
        {
            Compare($"with --entries {other.Selection.ToString().ToLowerInvariant()}", other);
        }

        return lines;

        void Compare(string what, EntryOptions options)
        {
            var changed = StabilityWindow.Of(run.Diagram(run.Load(options), withIon: true, substance), substance, run.Ion);
            lines.Add($"{what}: {Limits(changed)} (reduction {Change(window.ReductionPotential, changed.ReductionPotential)}, oxidation {Change(window.OxidationPotential, changed.OxidationPotential)})");
        }
    }

    /// <summary>A window in words.</summary>
    /// <param name="window">The window.</param>
    public static string Limits(StabilityWindow window) => window.ReductionPotential is not { } low || window.OxidationPotential is not { } high ? "no window"
        : double.IsInfinity(high) ? $"from {low:F3} V on" : $"{low:F3} to {high:F3} V";

    private static string Change(double? from, double? to) =>
        from is { } a && to is { } b && double.IsFinite(a) && double.IsFinite(b) ? (Math.Abs(b - a) < 5e-4 ? "unchanged" : $"{b - a:+0.000;-0.000} V")
        : Nullable.Equals(from, to) ? "unchanged" : "not comparable";
}
