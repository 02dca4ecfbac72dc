using System.CommandLine;
using Electrolith.Cells.Dynamics;
using Electrolith.Cells.Files;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Cell;
using Electrolith.Materials.Documents;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Files;
using Electrolith.Routes.Pipeline;

namespace Electrolith.Cli.Commands.Cell;

/// <summary>An opened cell file with the choices of the command line.</summary>
internal sealed class CellSession
{
    private string? drawing;

    private CellSession(ParseResult result, CellOptions options, CellFile file, SimulationOptions simulation)
    {
        (File, Simulation) = (file, simulation);
        (Json, Figure) = (result.GetValue(options.Json), result.GetValue(options.Figure));
        (Output, Error) = (result.GetValue(options.Report) is null ? result.InvocationConfiguration.Output : new StringWriter(), result.InvocationConfiguration.Error);
    }

    /// <summary>The cell.</summary>
    public CellFile File { get; }

    /// <summary>How it is simulated.</summary>
    public SimulationOptions Simulation { get; }

    /// <summary>Whether JSON is wanted.</summary>
    public bool Json { get; }

    /// <summary>Where a figure goes; null for none.</summary>
    public string? Figure { get; }

    /// <summary>Standard output.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>Short name of the model.</summary>
    public string Model => !Simulation.Mesh.IsSingleParticle ? "p2d" : Simulation.Mesh.ResolvesSalt ? "spme" : "spm";

    /// <summary>Draws the figure when it is asked for, or goes into the report.</summary>
    /// <param name="svg">Draws it.</param>
    public void Draw(Func<string> svg)
    {
        if (Figure is { } path)
        {
            AtomicFile.WriteAllText(path, svg());
        }

        if (Output is StringWriter)
        {
            drawing = svg();
        }
    }

    /// <summary>Opens the file and runs the work.</summary>
    /// <param name="result">Parsed command line.</param>
    /// <param name="options">Options of the verb.</param>
    /// <param name="work">The work; returns the exit code.</param>
    public static int Do(ParseResult result, CellOptions options, Func<CellSession, int> work)
    {
        var error = result.InvocationConfiguration.Error;
        var model = result.GetValue(options.Model)!;
        var text = result.GetValue(options.Tolerance)!;
        if (model is not ("p2d" or "spm" or "spme"))
        {
            error.WriteParagraph($"--model {model}: p2d, spm or spme is expected");
            return ExitCodes.Usage;
        }

        if (result.GetValue(options.Json) && result.GetValue(options.Report) is not null)
        {
            error.WriteParagraph("--report holds the tables: it goes without --json");
            return ExitCodes.Usage;
        }

        if (!QuantityParser.TryParse(text, QuantityKinds.Voltage, out var tolerance, out var problem) || tolerance is not (>= 1e-9 and <= 0.1))
        {
            error.WriteParagraph($"--tolerance {text}: {problem?.Message ?? "from 1 nV to 0.1 V is expected"}");
            return ExitCodes.Usage;
        }

        if (Open(result.GetValue(options.File)!, error, out var code) is not { } file)
        {
            return code;
        }

        var simulation = new SimulationOptions { Mesh = file.Mesh with { IsSingleParticle = model != "p2d", ResolvesSalt = model == "spme" }, VoltageTolerance = tolerance };
        if (file.Cell.Salt is not null && model == "spm")
        {
            error.WriteParagraph("the salt of the file is left out: the electrolyte is a resistance here; --model spme resolves its transport under a uniform reaction, --model p2d with its own");
        }

        if (file.Cell.Salt is null && model == "spme")
        {
            error.WriteParagraph("the file has no salt: --model spme is the single-particle model");
        }

        var session = new CellSession(result, options, file, simulation);
        var outcome = work(session);
        if (result.GetValue(options.Report) is { } report)
        {
            var printed = session.Output.ToString()!;
            result.InvocationConfiguration.Output.Write(printed);
            CellReport.Write(report, result.CommandResult.Command.Name, file.Cell.Name, printed, session.drawing, System.IO.File.ReadAllText(result.GetValue(options.File)!));
            result.InvocationConfiguration.Output.WriteLine($"report: {report}");
        }

        return outcome;
    }

    /// <summary>Opens a cell file, or makes the cell of a route.</summary>
    private static CellFile? Open(string path, TextWriter error, out int code)
    {
        code = ExitCodes.BadInput;
        var bag = new DiagnosticBag();
        var source = DocumentFile.Load(path, bag);
        if (source is not null && source.Content.Contains("format: electrolith-route/", StringComparison.Ordinal))
        {
            var run = RouteRun.Start(new RunOptions([path], null, Json: false, 0, 1, [], Strict: false, null), error, out code);
            if (run is null)
            {
                return null;
            }

            code = ExitCodes.Failed;
            if (RouteCell.From(run.Routes[0], run.Routes[0].NominalDraw(), out var problem) is { } cell)
            {
                if (RouteCell.Remark(run.Routes[0]) is { Length: > 0 } remark)
                {
                    error.WriteParagraph(remark);
                }

                return new CellFile(cell, new MeshOptions(), Protocol.Discharge(1), new AgeingLaws());
            }

            error.WriteParagraph(problem);
            return null;
        }

        var file = source is null ? null : CellFile.Read(source, bag);
        if (bag.Count > 0)
        {
            error.Write(DiagnosticPrinter.Print(bag.ToSorted()));
        }

        return file;
    }

    /// <summary>Reads a list of C-rates.</summary>
    /// <param name="texts">Texts such as <c>C/3</c>.</param>
    /// <param name="option">Name of the option, for the message.</param>
    /// <returns>Rates, 1/h; null after a problem was printed.</returns>
    public double[]? Rates(IEnumerable<string> texts, string option)
    {
        var rates = new List<double>();
        foreach (var text in texts.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (!QuantityParser.TryParse(text, QuantityKinds.ChargeRate, out var rate, out var problem) || !(rate > 0))
            {
                Error.WriteParagraph($"{option} {text}: {problem?.Message ?? "a C-rate above zero is expected"}, for example C/3");
                return null;
            }

            rates.Add(rate * 3600);
        }

        return [.. rates];
    }
}
