using System.CommandLine;
using System.Globalization;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Stability;
using Electrolith.Materials.Elements;
using Electrolith.Materials.Formulas;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Cli.Commands.Stability;

/// <summary><c>stability coating --electrolyte X --cathode Y</c>: which known compound helps between the two, and why the others do not.</summary>
internal static class CoatingCommand
{
    private static readonly (CoatingVerdict Verdict, string Text)[] Reasons =
    [
        (CoatingVerdict.NoWorkingIon, "holds no working ion"), (CoatingVerdict.Unstable, "above the hull"), (CoatingVerdict.Reduced, "reduced by the discharged cathode"),
        (CoatingVerdict.Oxidised, "oxidised by the charged cathode"), (CoatingVerdict.ReactsWithCathode, "reacts with the cathode"), (CoatingVerdict.ReactsWithElectrolyte, "reacts with the electrolyte"),
    ];

    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var options = new StabilityOptions();
        var electrolyte = new Option<string>("--electrolyte") { Description = "Formula, or id of a material", HelpName = "X", Required = true };
        var cathode = new Option<string>("--cathode") { Description = "Formula, or id of a material", HelpName = "Y", Required = true };
        var charged = new Option<bool>("--charged") { Description = "The cathode without half of its lithium (without all of it for phosphates), as published tables take it" };
        var any = new Option<bool>("--without-ion") { Description = "Judge compounds without the working ion too, such as Al2O3" };
        var only = new Option<string[]>("--only") { Description = "Judge these compounds instead of every known one", HelpName = "FORMULA", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var top = new Option<int>("--top") { Description = "Rows of the table", HelpName = "N", DefaultValueFactory = _ => 25 };
        var command = options.Verb("coating", "Screen every known compound as a coating between an electrolyte and a cathode");
        new Option[] { electrolyte, cathode, charged, any, only, top }.ToList().ForEach(command.Options.Add);
        examples[command] = ["electrolith stability coating --electrolyte Li6PS5Cl --cathode lco --charged", "electrolith stability coating --electrolyte lgps --cathode lco --only LiNbO3"];
        command.SetAction((result, cancellation) => Task.FromResult(StabilityRun.Do(result, options, run =>
        {
            var x = run.Substance(result.GetValue(electrolyte)!, "--electrolyte");
            var y = run.Substance(result.GetValue(cathode)!, "--cathode");
            Substance[] compounds = [.. result.GetValue(only)!.Select(text => run.Substance(text, "--only"))];
            if (result.GetValue(top) < 1)
            {
                run.Problem($"--top {result.GetValue(top)}: a number from 1 on is expected");
            }

            if (result.GetValue(charged) && y.Composition.AmountOf(run.Ion) == 0)
            {
                run.Problem($"--charged: {y.Formula} holds no {run.Ion} to take out");
            }

            return () => Answer(run, new Question(x, result.GetValue(charged) ? Charged(y, run.Ion) : y, compounds, new CoatingGates(NeedsWorkingIon: !result.GetValue(any)), result.GetValue(top)), cancellation);
        })));
        return command;
    }

    /// <summary>The cathode at the end of charge, by the convention of published tables: Li0.5CoO2, FePO4.</summary>
    private static Substance Charged(Substance cathode, string ion)
    {
        var kept = cathode.Composition.AmountOf("P") > 0 ? 0 : 0.5;
        var composition = Composition.Of(cathode.Composition.Parts.Select(part => part.Element.Symbol == ion ? part with { Amount = part.Amount * kept } : part));
        return new Substance(composition.ToString(), composition);
    }

    private static void Answer(StabilityRun run, Question question, CancellationToken cancellation)
    {
        var screen = new CoatingScreen(run.Set, question.Electrolyte, question.Cathode, question.Gates, run.Ion);
        var compounds = question.Only.Length > 0 ? [.. question.Only.Select(item => Entry(run, item))] : run.Set.All.ToList();
        var progress = new ProgressLine(run.Error, !Console.IsErrorRedirected) { Title = "screening" };
        System.Collections.Immutable.ImmutableArray<CoatingCandidate> found;
        try
        {
            found = screen.Run(compounds, progress, cancellation);
        }
        finally
        {
            progress.Clear();
        }

        if (run.Json)
        {
            WriteJson(run, question, found);
        }
        else
        {
            WriteText(run, question, found);
        }
    }

    private static Thermodynamics.Entries.PhaseEntry Entry(StabilityRun run, Substance substance)
    {
        var diagram = run.Diagram(run.Set, withIon: false, substance);
        return diagram.Find(substance.Composition) ?? new Thermodynamics.Entries.PhaseEntry(substance.Formula, substance.Composition, diagram.At(substance.Composition).EnergyPerAtom, "mixture");
    }

    private static void WriteText(StabilityRun run, Question question, IReadOnlyList<CoatingCandidate> found)
    {
        var passed = found.Where(item => item.Verdict == CoatingVerdict.Passed).ToList();
        var shown = question.Only.Length > 0 ? found.Take(question.Top).ToList() : passed.Take(question.Top).ToList();
        run.Output.WriteParagraph($"Coatings between {question.Electrolyte.Formula} and {question.Cathode.Formula}: {passed.Count} of {found.Count} compounds pass");
        run.Output.WriteParagraph($"Gates: at most {1e3 * question.Gates.EnergyAboveHull:F0} meV/atom above the hull, reduced below {question.Gates.Reduction} V at most, oxidised above {question.Gates.Oxidation} V at least, reactions weaker than {1e3 * question.Gates.ReactionEnergy:F0} meV/atom on both sides (xiao2019)");
        run.Output.WriteLine();
        var table = new TextTable("compound", ">reduced, V", ">oxidised, V", ">with cathode", ">with electrolyte", "verdict");
        foreach (var item in shown)
        {
            table.Add(item.Compound.Formula, Volt(item.ReductionPotential), Volt(item.OxidationPotential), Milli(item.WithCathode), Milli(item.WithElectrolyte), Text(item.Verdict));
        }

        run.Output.Write(table);
        run.Output.WriteParagraph("reactions in meV/atom; not judged: whether ions pass, band gap, price, how it is deposited");
        if (question.Only.Length == 0)
        {
            run.Output.WriteLine();
            foreach (var (verdict, text) in Reasons.Where(reason => found.Any(item => item.Verdict == reason.Verdict)))
            {
                run.Output.WriteItem($"{found.Count(item => item.Verdict == verdict)} fell out: {text}");
            }
        }

        EnergyBasis.Write(run, default, []);
    }

    private static void WriteJson(StabilityRun run, Question question, IReadOnlyList<CoatingCandidate> found) => JsonOutput.Write(run.Output, json =>
    {
        json.WriteString("electrolyte", question.Electrolyte.Formula);
        json.WriteString("cathode", question.Cathode.Formula);
        json.WriteNumber("judged", found.Count);
        json.WriteNumber("passed", found.Count(item => item.Verdict == CoatingVerdict.Passed));
        json.WriteStartArray("candidates");
        foreach (var item in found)
        {
            json.WriteStartObject();
            json.WriteString("formula", item.Compound.Formula);
            json.WriteBoolean("passed", item.Verdict == CoatingVerdict.Passed);
            json.WriteString("verdict", Text(item.Verdict));
            WriteKnown(json, "energyAboveHull", item.EnergyAboveHull, StabilityJson.PerAtom);
            WriteKnown(json, "reductionPotential", item.ReductionPotential, StabilityJson.Volt);
            WriteKnown(json, "oxidationPotential", item.OxidationPotential, StabilityJson.Volt);
            WriteKnown(json, "reactionWithCathode", item.WithCathode, StabilityJson.PerAtom);
            WriteKnown(json, "reactionWithElectrolyte", item.WithElectrolyte, StabilityJson.PerAtom);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        EnergyBasis.Write(json, run, default, []);
    });

    // What was not computed any more is left out: with every known compound the document is long enough.
    private static void WriteKnown(System.Text.Json.Utf8JsonWriter json, string name, double? value, string unit)
    {
        if (value is not null)
        {
            json.WriteValue(name, value, unit);
        }
    }

    private static string Text(CoatingVerdict verdict) => verdict == CoatingVerdict.Passed ? "passes" : Reasons.First(item => item.Verdict == verdict).Text;

    private static string Volt(double? value) => value is not { } volt ? "" : double.IsInfinity(volt) ? "never" : volt.ToString("F2", CultureInfo.InvariantCulture);

    private static string Milli(double? value) => value is { } energy ? Math.Round(1e3 * energy).ToString("0;-0;0", CultureInfo.InvariantCulture) : "";

    private sealed record Question(Substance Electrolyte, Substance Cathode, Substance[] Only, CoatingGates Gates, int Top);
}
