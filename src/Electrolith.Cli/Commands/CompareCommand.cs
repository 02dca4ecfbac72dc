using System.CommandLine;
using Electrolith.Cli.Output;
using Electrolith.Industry.Scenarios;
using Electrolith.Routes.Comparing;

namespace Electrolith.Cli.Commands;

/// <summary><c>compare ROUTE…</c>: several routes for one application.</summary>
internal static class CompareCommand
{
    /// <summary><c>--application</c>.</summary>
    public static Option<string?> Application() => new("--application")
    {
        Description = $"Application to judge by: {string.Join(", ", ScenarioLibrary.Default.All.Select(item => item.Id))}",
        HelpName = "NAME",
    };

    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var files = new Argument<string[]>("ROUTE") { Description = "Route files", Arity = ArgumentArity.OneOrMore };
        var application = Application();
        var (json, samples, seed, folders, strict, report) = (CommonOptions.Json(), CommonOptions.Samples(1000), CommonOptions.Seed(), CommonOptions.Library(), CommonOptions.Strict(), CommonOptions.Report());
        var command = new Command("compare", "Compare routes for an application: limits first, then a score with intervals") { files, application, json, samples, seed, report, strict, folders };
        examples[command] = ["electrolith compare routes/*.yaml --application ev-premium", "electrolith compare a.yaml b.yaml --application aviation --report report.html"];
        command.SetAction((result, cancellation) => Task.FromResult(Run(
            new RunOptions(result.GetValue(files)!, result.GetValue(application) ?? "ev-premium", result.GetValue(json), result.GetValue(samples), result.GetValue(seed), result.GetValue(folders)!, result.GetValue(strict), result.GetValue(report)),
            result.InvocationConfiguration.Output, result.InvocationConfiguration.Error, cancellation)));
        return command;
    }

    private static int Run(RunOptions options, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (RouteRun.Start(options, error, out var code) is not { } run)
        {
            return code;
        }

        var assessed = run.Assess(cancellation);
        var comparison = RouteComparison.Of(assessed, run.Scenario!);
        if (options.Json)
        {
            ComparisonJson.Write(comparison, output);
        }
        else
        {
            ComparisonText.Write(comparison, output);
        }

        return run.Finish(assessed, comparison.Routes.Select(item => item.Judgement), output, comparison);
    }
}
