using System.CommandLine;
using Electrolith.Cli.Output;
using Electrolith.Materials.Elements;
using Electrolith.Materials.Formulas;
using Electrolith.Materials.Library;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Entries.Files;
using Electrolith.Thermodynamics.Hulls;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Cli.Commands.Stability;

/// <summary>One run of a verb: the energies that were asked for, and where output goes. All problems are collected before anything is computed.</summary>
internal sealed class StabilityRun
{
    /// <summary>Highest voltage that is taken; above it every electrolyte known is long oxidised.</summary>
    public const double HighestVoltage = 10;

    private readonly DiagnosticBag bag = new();
    private readonly List<string> problems = [];

    private StabilityRun(ParseResult result, StabilityOptions options)
    {
        (Output, Error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        Json = result.GetValue(options.Json);
        Figure = result.GetValue(options.Figure);
        Ion = result.GetValue(options.Ion)!;
        Options = new EntryOptions
        {
            Selection = Choose("--entries", result.GetValue(options.Entries)!, ("screened", EntrySelection.Screened), ("all", EntrySelection.All), ("matbench", EntrySelection.Matbench)),
            SulfideCorrection = Choose("--sulfide-correction", result.GetValue(options.Sulfide)!, ("none", SulfideCorrection.None), ("legacy", SulfideCorrection.Legacy)),
        };
        Own = [.. result.GetValue(options.Own)!.SelectMany(file => EntryFile.Load(file, bag))];
        Set = bag.HasErrors ? EntrySet.Load(Options) : Load(Options);
        if (!PeriodicTable.TryGet(Ion, out var ion))
        {
            problems.Add($"--ion {Ion}: there is no such element; Li, Na or K is usual");
        }
        else if (!ElementSet.Of(ion).IsPartOf(Known))
        {
            problems.Add($"--ion {Ion}: no compound of {ion.Name.ToLowerInvariant()} is known here");
        }

        IonSet = ion is null ? default : ElementSet.Of(ion);
    }

    /// <summary>Standard output.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>JSON instead of text.</summary>
    public bool Json { get; }

    /// <summary>File of the figure, or null.</summary>
    public string? Figure { get; }

    /// <summary>Working ion.</summary>
    public string Ion { get; }

    /// <summary>The working ion as a set.</summary>
    public ElementSet IonSet { get; }

    /// <summary>Which energies.</summary>
    public EntryOptions Options { get; }

    /// <summary>Entries of the user.</summary>
    public IReadOnlyList<PhaseEntry> Own { get; }

    /// <summary>The energies.</summary>
    public EntrySet Set { get; }

    private ElementSet Known => Own.Aggregate(EntrySet.KnownElements, (set, entry) => set.With(entry.Elements));

    /// <summary>Runs a verb; bad input ends with exit code 3 and every problem told.</summary>
    /// <param name="result">Parsed command line.</param>
    /// <param name="options">Options.</param>
    /// <param name="prepare">Reads the arguments and gives back what is to be done; it is not done when there are problems.</param>
    public static int Do(ParseResult result, StabilityOptions options, Func<StabilityRun, Action> prepare)
    {
        var run = new StabilityRun(result, options);
        var work = prepare(run);
        if (run.bag.Count > 0)
        {
            run.Error.Write(DiagnosticPrinter.Print(run.bag.ToSorted()));
        }

        run.problems.ForEach(problem => run.Error.WriteParagraph(problem));
        if (run.bag.HasErrors || run.problems.Count > 0)
        {
            return ExitCodes.BadInput;
        }

        try
        {
            work();
            return ExitCodes.Success;
        }
        catch (ArgumentException problem)
        {
            // What only the computation can find out, such as reservoirs that react with each other.
            run.Error.WriteParagraph(problem.Message.Replace($" (Parameter '{problem.ParamName}')", "", StringComparison.Ordinal));
            return ExitCodes.BadInput;
        }
    }

    /// <summary>The same own entries on other options.</summary>
    /// <param name="options">Options of the computed energies.</param>
    public EntrySet Load(EntryOptions options) => Own.Count == 0 ? EntrySet.Load(options) : EntrySet.Load(options).With(Own);

    /// <summary>The diagram of some substances together with the working ion.</summary>
    /// <param name="set">Energies.</param>
    /// <param name="withIon">Whether the working ion takes part.</param>
    /// <param name="substances">The substances.</param>
    public PhaseDiagram Diagram(EntrySet set, bool withIon, params ReadOnlySpan<Substance> substances) => set.Diagram(SystemOf(withIon, substances));

    /// <summary>The elements of some substances.</summary>
    /// <param name="withIon">Whether the working ion takes part.</param>
    /// <param name="substances">The substances.</param>
    public ElementSet SystemOf(bool withIon, params ReadOnlySpan<Substance> substances)
    {
        var system = withIon ? IonSet : default;
        foreach (var substance in substances)
        {
            system = system.With(ElementSet.Of(substance.Composition));
        }

        return system;
    }

    /// <summary>Reads a formula, or the id or alias of a material of the library.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="argument">Name of the argument, for messages.</param>
    /// <returns>The substance; one of the working ion after a problem was noted.</returns>
    public Substance Substance(string text, string argument)
    {
        // An id or alias comes first: LiPON is the glass, not one atom of each of its letters.
        if (MaterialLibrary.Default.TryGet(text, out var material) && FormulaParser.TryParse(material.Formula, out var known, out _))
        {
            return Check(new Substance(material.Formula, known), argument);
        }

        if (!FormulaParser.TryParse(text, out var composition, out var problem))
        {
            var near = Set.Nearest(text).Concat(NearestNames.Find(text, MaterialLibrary.Default.All.Select(item => item.Id))).Take(3).ToList();
            var source = new SourceText(argument, text);
            bag.Add(new Diagnostic(problem.Code, Severity.Error, source, new SourceSpan(1, problem.Offset + 1, Math.Max(1, problem.Length)), "", problem.Message, Hint(problem.Hint, near)));
            return Thermodynamics.Questions.Substance.Of("Li");
        }

        return Check(new Substance(text, composition), argument);
    }

    /// <summary>Refuses a substance that is nothing but the working ion.</summary>
    /// <param name="substance">The substance.</param>
    public Substance NotTheIon(Substance substance)
    {
        if (ElementSet.Of(substance.Composition) == IonSet && !bag.HasErrors)
        {
            problems.Add($"{substance.Formula} holds nothing but the working ion {Ion}: a compound is expected");
        }

        return substance;
    }

    /// <summary>Reads a voltage.</summary>
    /// <param name="text">What was typed; null for none.</param>
    public double? Voltage(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (!QuantityParser.TryParse(text, QuantityKinds.Voltage, out var volt, out var problem))
        {
            problems.Add($"--voltage {text}: {problem!.Message}{(problem.Hint is null ? "" : $"; {problem.Hint}")}");
        }
        else if (!(volt >= 0 && volt <= HighestVoltage))
        {
            problems.Add($"--voltage {text}: a voltage from 0 to {HighestVoltage} V against the metal of the working ion is expected; below 0 V the metal is deposited without end");
        }

        return volt;
    }

    /// <summary>Notes a problem that is not about a place in a text.</summary>
    /// <param name="problem">One sentence.</param>
    public void Problem(string problem) => problems.Add(problem);

    private Substance Check(Substance substance, string argument)
    {
        var unknown = ElementSet.Of(substance.Composition).Without(Known);
        if (unknown.Count > 0)
        {
            problems.Add($"{argument} {substance.Formula}: no compound of {string.Join(", ", unknown.Elements)} is known here, so there is nothing to fall apart into; --own-entries FILE adds energies");
        }

        return substance;
    }

    private static string? Hint(string? own, List<string> near)
    {
        var known = near.Count > 0 ? $"known here: {string.Join(", ", near)}" : null;
        return own is null ? known : known is null ? own : $"{own}; {known}";
    }

    private T Choose<T>(string option, string text, params ReadOnlySpan<(string Name, T Value)> choices)
    {
        foreach (var (name, value) in choices)
        {
            if (name == text)
            {
                return value;
            }
        }

        var names = new List<string>();
        foreach (var (name, _) in choices)
        {
            names.Add(name);
        }

        problems.Add($"{option} {text}: {string.Join(" or ", names)} is expected");
        return choices[0].Value;
    }
}
