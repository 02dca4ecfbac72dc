using System.CommandLine;
using System.Globalization;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Stability;
using Electrolith.Materials.Elements;
using Electrolith.Routes.Figures.Stability;
using Electrolith.Routes.Files;
using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Hulls;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Cli.Commands.Stability;

/// <summary><c>stability diagram Li-P-S</c>: stable phases, tie lines, and which phase predominates at which voltage.</summary>
internal static class DiagramCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var options = new StabilityOptions();
        var system = new Argument<string>("SYSTEM") { Description = "Three elements joined by dashes" };
        var predominance = new Option<string?>("--predominance") { Description = "Write the diagram of phases against voltage; one of the elements is the working ion", HelpName = "FILE.svg" };
        var command = options.Verb("diagram", "Ternary phase diagram at 0 K, and phases against voltage", withFigure: true);
        command.Arguments.Add(system);
        command.Options.Add(predominance);
        examples[command] = ["electrolith stability diagram Li-P-S --figure ternary.svg", "electrolith stability diagram Li-P-S --predominance voltage.svg"];
        command.SetAction(result => StabilityRun.Do(result, options, run =>
        {
            var elements = Read(run, result.GetValue(system)!);
            var path = result.GetValue(predominance);
            if (path is not null && elements.Count > 0 && elements.TrueForAll(element => element.Symbol != run.Ion))
            {
                run.Problem($"--predominance: {string.Join('-', elements)} does not hold the working ion {run.Ion}; --ion names another");
            }

            return () => Answer(run, elements, path);
        }));
        return command;
    }

    private static List<Element> Read(StabilityRun run, string text)
    {
        var elements = new List<Element>();
        foreach (var symbol in text.Split('-'))
        {
            if (!PeriodicTable.TryGet(symbol, out var element))
            {
                run.Problem($"SYSTEM {text}: there is no element '{symbol}'{(symbol.Length > 0 ? $"; did you mean {string.Join(" or ", PeriodicTable.Nearest(symbol))}?" : "; write it like Li-P-S")}");
            }
            else if (!ElementSet.Of(element).IsPartOf(EntrySet.KnownElements) && run.Own.All(entry => !ElementSet.Of(element).IsPartOf(entry.Elements)))
            {
                run.Problem($"SYSTEM {text}: no compound of {symbol} is known here");
            }
            else if (elements.Contains(element))
            {
                run.Problem($"SYSTEM {text}: {symbol} stands there twice");
            }
            else
            {
                elements.Add(element);
            }
        }

        if (text.Split('-').Length != 3)
        {
            run.Problem($"SYSTEM {text}: three elements are expected, like Li-P-S");
        }

        return elements;
    }

    private static void Answer(StabilityRun run, List<Element> elements, string? predominance)
    {
        var system = elements.Aggregate(default(ElementSet), (set, element) => set.With(ElementSet.Of(element)));
        var diagram = run.Set.Diagram(system);
        var coexistence = CoexistenceDiagram.Of(diagram);
        var stretches = elements.Exists(element => element.Symbol == run.Ion) ? PredominanceDiagram.Of(diagram, run.Ion) : [];
        if (run.Figure is { } path)
        {
            AtomicFile.WriteAllText(path, Ternary(elements, coexistence));
        }

        if (predominance is not null)
        {
            var others = elements.Where(element => element.Symbol != run.Ion).Select(element => element.Symbol).Order(StringComparer.Ordinal).ToArray();
            AtomicFile.WriteAllText(predominance, PredominanceFigure.Draw(
                $"Phases of {string.Join('-', elements)} against the voltage of {run.Ion}", $"{others[1]} / ({others[0]} + {others[1]})",
                [.. stretches.Select(item => new PredominancePhase(item.Phase.Formula, item.Fraction, item.From, Math.Min(item.To, 5)))]));
        }

        if (run.Json)
        {
            WriteJson(run, elements, coexistence, stretches);
        }
        else
        {
            WriteText(run, elements, coexistence, stretches);
        }
    }

    private static string Ternary(List<Element> elements, CoexistenceDiagram coexistence)
    {
        TernaryPhase Phase(PhaseEntry entry, bool isStable) => new(entry.IsElement ? entry.Composition.Parts[0].Element.Symbol : entry.Formula, entry.Composition.AmountOf(elements[0].Symbol) / entry.AtomCount, entry.Composition.AmountOf(elements[1].Symbol) / entry.AtomCount, isStable);
        return TernaryFigure.Draw(
            $"{string.Join('-', elements)} at 0 K", [.. elements.Select(element => element.Symbol)],
            [.. coexistence.Stable.Select(entry => Phase(entry, isStable: true)), .. coexistence.Metastable.Select(item => Phase(item.Phase, isStable: false))], coexistence.TieLines);
    }

    private static void WriteText(StabilityRun run, List<Element> elements, CoexistenceDiagram coexistence, IReadOnlyList<PredominanceStretch> stretches)
    {
        run.Output.WriteParagraph($"{string.Join('-', elements)} at 0 K: {coexistence.Stable.Length} stable phases, {coexistence.TieLines.Length} tie lines, {coexistence.Metastable.Length} known phases above the hull");
        run.Output.WriteParagraph(string.Join(", ", coexistence.Stable.Select(entry => entry.Formula)), "  ");
        if (coexistence.Metastable.Length > 0)
        {
            run.Output.WriteLine();
            var table = new TextTable("above the hull", ">meV/atom");
            foreach (var (phase, above) in coexistence.Metastable.OrderBy(item => item.EnergyAboveHull).Take(15))
            {
                table.Add(phase.Formula, (1e3 * above).ToString("F1", CultureInfo.InvariantCulture));
            }

            run.Output.Write(table);
            if (coexistence.Metastable.Length > 15)
            {
                run.Output.WriteLine($"and {coexistence.Metastable.Length - 15} more; --json has them all");
            }
        }

        if (stretches.Count > 0)
        {
            run.Output.WriteLine();
            var table = new TextTable($"open to {run.Ion}", ">from, V", ">to, V");
            foreach (var item in stretches)
            {
                table.Add(item.Phase.Formula, item.From.ToString("F3", CultureInfo.InvariantCulture), double.IsInfinity(item.To) ? "-" : item.To.ToString("F3", CultureInfo.InvariantCulture));
            }

            run.Output.Write(table);
        }

        EnergyBasis.Write(run, elements.Aggregate(default(ElementSet), (set, element) => set.With(ElementSet.Of(element))), []);
    }

    private static void WriteJson(StabilityRun run, List<Element> elements, CoexistenceDiagram coexistence, IReadOnlyList<PredominanceStretch> stretches) => JsonOutput.Write(run.Output, json =>
    {
        json.WriteString("system", string.Join('-', elements));
        json.WriteStartArray("stable");
        coexistence.Stable.ToList().ForEach(entry => json.WriteStringValue(entry.Formula));
        json.WriteEndArray();
        json.WriteStartArray("tieLines");
        foreach (var (first, second) in coexistence.TieLines)
        {
            json.WriteStartArray();
            json.WriteStringValue(coexistence.Stable[first].Formula);
            json.WriteStringValue(coexistence.Stable[second].Formula);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("aboveHull");
        foreach (var (phase, above) in coexistence.Metastable)
        {
            json.WriteStartObject();
            json.WriteString("formula", phase.Formula);
            json.WriteValue("energyAboveHull", above, StabilityJson.PerAtom);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("predominance");
        foreach (var item in stretches)
        {
            json.WriteStartObject();
            json.WriteString("formula", item.Phase.Formula);
            json.WriteValue("from", item.From, StabilityJson.Volt);
            json.WriteValue("to", item.To, StabilityJson.Volt);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        EnergyBasis.Write(json, run, elements.Aggregate(default(ElementSet), (set, element) => set.With(ElementSet.Of(element))), []);
    });
}
