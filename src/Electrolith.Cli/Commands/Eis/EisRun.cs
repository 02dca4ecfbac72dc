using System.CommandLine;
using Electrolith.Cli.Output;
using Electrolith.Impedance.Files;
using Electrolith.Impedance.Spectra;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cli.Commands.Eis;

/// <summary>What the verbs of <c>eis</c> share: files, masks, JSON, and problems that are all told before anything is computed.</summary>
internal sealed class EisRun
{
    private readonly DiagnosticBag bag = new();
    private readonly List<string> problems = [];

    private EisRun(ParseResult result) => (Output, Error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);

    /// <summary>Standard output.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; }

    /// <summary><c>--json</c>.</summary>
    public static Option<bool> JsonOption() => new("--json") { Description = "Print JSON" };

    /// <summary><c>--figure</c>.</summary>
    public static Option<string?> FigureOption(string what) => new("--figure") { Description = what, HelpName = "FILE.svg" };

    /// <summary><c>--from</c> and <c>--to</c>: a mask of frequencies.</summary>
    public static (Option<double?> From, Option<double?> To) MaskOptions() =>
    (
        new("--from") { Description = "Leave out frequencies below this", HelpName = "HZ" },
        new("--to") { Description = "Leave out frequencies above this", HelpName = "HZ" });

    /// <summary><c>--capacitive</c>.</summary>
    public static Option<bool> CapacitiveOption() => new("--capacitive") { Description = "Leave out points with a positive imaginary part (inductive)" };

    /// <summary>Runs a verb; bad input ends with exit code 3 and every problem told.</summary>
    /// <param name="result">Parsed command line.</param>
    /// <param name="prepare">Reads the arguments and gives back what is to be done.</param>
    public static int Do(ParseResult result, Func<EisRun, Action> prepare)
    {
        var run = new EisRun(result);
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
            run.Error.WriteParagraph(problem.Message.Replace($" (Parameter '{problem.ParamName}')", "", StringComparison.Ordinal));
            return ExitCodes.BadInput;
        }
    }

    /// <summary>Notes a problem.</summary>
    /// <param name="problem">One sentence.</param>
    public void Problem(string problem) => problems.Add(problem);

    /// <summary>Notes a problem in an argument.</summary>
    /// <param name="argument">Name of the argument.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="offset">First wrong character, from 0.</param>
    /// <param name="length">Number of wrong characters.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="hint">The likely fix.</param>
    public void Problem(string argument, string text, int offset, int length, string message, string? hint) =>
        bag.Add(new Diagnostic("EL1450", Severity.Error, new SourceText(argument, text), new SourceSpan(1, offset + 1, Math.Max(1, length)), "", message, hint));

    /// <summary>The choice that a word names; the first one after a problem was noted.</summary>
    /// <param name="option">Name of the option.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="choices">Words and what they mean.</param>
    public T Choose<T>(string option, string text, (string Name, T Value)[] choices)
    {
        var index = Array.FindIndex(choices, item => item.Name == text);
        if (index < 0)
        {
            var names = choices.Select(item => item.Name).ToArray();
            Problem($"{option} {text}: {(names.Length == 2 ? string.Join(" or ", names) : string.Join(", ", names))} is expected");
            return choices[0].Value;
        }

        return choices[index].Value;
    }

    /// <summary>Reads spectra with a mask.</summary>
    /// <param name="file">Path.</param>
    /// <param name="from">Lowest frequency, or null.</param>
    /// <param name="to">Highest frequency, or null.</param>
    /// <param name="isCapacitive">Only points with a negative imaginary part.</param>
    public IReadOnlyList<Spectrum> Load(string file, double? from = null, double? to = null, bool isCapacitive = false) => Mask(file, SpectrumFile.Load(file, bag), from, to, isCapacitive);

    /// <summary>The points of spectra that a mask keeps.</summary>
    /// <param name="file">Path, for messages.</param>
    /// <param name="spectra">The spectra.</param>
    /// <param name="from">Lowest frequency, or null.</param>
    /// <param name="to">Highest frequency, or null.</param>
    /// <param name="isCapacitive">Only points with a negative imaginary part.</param>
    public IReadOnlyList<Spectrum> Mask(string file, IReadOnlyList<Spectrum> spectra, double? from, double? to, bool isCapacitive)
    {
        var kept = new List<Spectrum>();
        foreach (var spectrum in spectra)
        {
            bool Keeps(double frequency, System.Numerics.Complex z) => frequency >= (from ?? 0) && frequency <= (to ?? double.PositiveInfinity) && (!isCapacitive || z.Imaginary < 0);
            if (spectrum.Frequencies.Zip(spectrum.Impedances).Any(point => Keeps(point.First, point.Second)))
            {
                kept.Add(spectrum.Where(Keeps));
            }
            else
            {
                problems.Add($"{file}: no point of {spectrum.Name} is left between --from and --to; it has {spectrum.Frequencies.Min():G4} to {spectrum.Frequencies.Max():G4} Hz");
            }
        }

        return kept;
    }

    /// <summary>Reads a table of direct-current measurements; null after problems were noted.</summary>
    /// <param name="file">Path.</param>
    /// <param name="wanted">Names of the quantities with their kinds.</param>
    public double[][]? Table(string file, params (string Name, Electrolith.Quantities.QuantityKind Kind)[] wanted) => DirectTable.Read(file, bag, wanted);

    /// <summary>Reads standard deviations of a spectrum; null after problems were noted.</summary>
    /// <param name="file">Path.</param>
    public Electrolith.Impedance.Fitting.MeasuredErrors? Errors(string file) => ErrorsTable.Read(file, bag);

    /// <summary>The spectrum that is asked for when a file holds several.</summary>
    /// <param name="spectra">Spectra of the file.</param>
    /// <param name="number">From 1; null for the first.</param>
    /// <param name="file">Path.</param>
    public Spectrum? One(IReadOnlyList<Spectrum> spectra, int? number, string file)
    {
        if (spectra.Count == 0 || (number ?? 1) < 1 || (number ?? 1) > spectra.Count)
        {
            if (spectra.Count > 0)
            {
                problems.Add($"--spectrum {number}: {file} holds {spectra.Count}");
            }

            return null;
        }

        return spectra[(number ?? 1) - 1];
    }
}
