using System.Collections.Immutable;
using Electrolith.Cli.Output;
using Electrolith.Industry.Scenarios;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Comparing;
using Electrolith.Routes.Compiling;
using Electrolith.Routes.Pipeline;
using Electrolith.Routes.Reporting;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Cli.Commands;

/// <summary>Options of the commands that evaluate routes.</summary>
internal sealed record RunOptions(string[] Files, string? Application, bool Json, int Samples, ulong Seed, string[] Library, bool Strict, string? Report, RouteModel Model = RouteModel.Closed);

/// <summary>What evaluating and comparing have in common: loading, sampling with progress, the report, the exit code.</summary>
internal sealed class RouteRun
{
    // All results of all samples are kept for percentiles and rank correlations, about 500 bytes each.
    private const int MostSamples = 2_000_000;

    private readonly RunOptions options;
    private readonly TextWriter error;
    private readonly ImmutableArray<CompiledRoute> routes;

    private RouteRun(RunOptions options, TextWriter error, ImmutableArray<CompiledRoute> routes, Scenario? scenario) =>
        (this.options, this.error, this.routes, Scenario) = (options, error, routes, scenario);

    /// <summary>The compiled routes.</summary>
    public ImmutableArray<CompiledRoute> Routes => routes;

    /// <summary>Application asked for on the command line, or null.</summary>
    public Scenario? Scenario { get; }

    /// <summary>Reads everything that a run needs; null after problems were printed.</summary>
    /// <param name="options">Options.</param>
    /// <param name="error">Where problems go.</param>
    /// <param name="code">Exit code when there is no run: wrong usage or bad input.</param>
    public static RouteRun? Start(RunOptions options, TextWriter error, out int code)
    {
        code = ExitCodes.Usage;
        if (options.Samples < 0)
        {
            error.WriteParagraph($"--samples {options.Samples}: a number from 0 on is expected");
            return null;
        }

        if ((long)options.Samples * options.Files.Length > MostSamples)
        {
            error.WriteParagraph($"--samples {options.Samples}: at most {MostSamples / Math.Max(1, options.Files.Length)} for {options.Files.Length} {(options.Files.Length == 1 ? "route" : "routes")}, so that they fit into memory; 10000 give the percentiles to about 1 %");
            return null;
        }

        Scenario? scenario = null;
        if (options.Application is { } wanted && !ScenarioLibrary.Default.TryGet(wanted, out scenario))
        {
            var known = ScenarioLibrary.Default.All.Select(item => item.Id).ToList();
            var nearest = NearestNames.Find(wanted, known);
            error.WriteParagraph($"no application '{wanted}'; {(nearest.Count > 0 ? $"did you mean {string.Join(", ", nearest)}?" : $"known: {string.Join(", ", known)}")}");
            return null;
        }

        code = ExitCodes.BadInput;
        return LibraryLoading.Open(options.Library, error) is { } library && RouteLoading.Load(options.Files, library, error) is { } loaded
            ? new RouteRun(options, error, loaded, scenario)
            : null;
    }

    /// <summary>Evaluates every route, with progress on a terminal.</summary>
    /// <param name="cancellation">Stops the run.</param>
    public ImmutableArray<RouteAssessment> Assess(CancellationToken cancellation)
    {
        var progress = new ProgressLine(error, !Console.IsErrorRedirected);
        var assessed = ImmutableArray.CreateBuilder<RouteAssessment>(routes.Length);
        try
        {
            foreach (var route in routes)
            {
                progress.Title = route.Document.Name;
                progress.Before = (double)assessed.Count / routes.Length;
                progress.Part = 1.0 / routes.Length;
                assessed.Add(RouteAssessor.Assess(route, new AssessmentOptions { Samples = options.Samples, Seed = options.Seed, Model = options.Model }, progress, cancellation));
            }
        }
        finally
        {
            progress.Clear();
        }

        return assessed.MoveToImmutable();
    }

    /// <summary>Writes the report when asked for, and decides the exit code.</summary>
    /// <param name="assessed">Evaluated routes.</param>
    /// <param name="judgements">Their judgements.</param>
    /// <param name="output">Where to say what was written.</param>
    /// <param name="comparison">The comparison; null for single evaluations.</param>
    public int Finish(IReadOnlyList<RouteAssessment> assessed, IEnumerable<ScenarioJudgement?> judgements, TextWriter output, RouteComparison? comparison = null)
    {
        if (options.Report is { } path)
        {
            ReportWriter.Write(path, assessed, [.. judgements], comparison, options.Seed);
            (options.Json ? error : output).WriteLine($"report: {path}");
        }

        return options.Strict && assessed.Any(route => route.Warnings.Any(warning => warning.Kind == WarningKind.Validity)) ? ExitCodes.OutsideValidity : ExitCodes.Success;
    }
}
