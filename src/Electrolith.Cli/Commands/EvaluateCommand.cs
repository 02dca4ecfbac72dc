using System.CommandLine;
using Electrolith.Cli.Output;
using Electrolith.Industry.Scenarios;
using Electrolith.Routes.Comparing;
using Electrolith.Routes.Pipeline;
using Electrolith.Routes.Uncertainty;

namespace Electrolith.Cli.Commands;

/// <summary><c>evaluate ROUTE…</c>: what a route gives, with uncertainty and reasons.</summary>
internal static class EvaluateCommand
{
    private static readonly SortedDictionary<string, RouteModel> Models = new(StringComparer.Ordinal) { ["closed"] = RouteModel.Closed, ["spm"] = RouteModel.SingleParticle, ["p2d"] = RouteModel.Resolved };

    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var files = new Argument<string[]>("ROUTE") { Description = "Route files", Arity = ArgumentArity.OneOrMore };
        var application = CompareCommand.Application();
        var (json, samples, seed, folders, strict, report) = (CommonOptions.Json(), CommonOptions.Samples(1000), CommonOptions.Seed(), CommonOptions.Library(), CommonOptions.Strict(), CommonOptions.Report());
        var model = new Option<string>("--model") { Description = "Cell model of the nominal discharge: spm (one particle), p2d (depth resolved) or closed (resistance only); samples keep the closed form", HelpName = "MODEL", DefaultValueFactory = _ => "spm" };
        model.AcceptOnlyFromAmong([.. Models.Keys]);
        var command = new Command("evaluate", "Evaluate routes: energy, resistance, rate, cost, with intervals and reasons") { files, application, json, samples, seed, model, report, strict, folders };
        examples[command] = ["electrolith evaluate routes/li6ps5cl-nmc811-lithium.yaml --report report.html", "electrolith evaluate my-route.yaml --model p2d", "electrolith evaluate my-route.yaml --samples 0 --json"];
        command.SetAction((result, cancellation) => Task.FromResult(Run(
            new RunOptions(result.GetValue(files)!, result.GetValue(application), result.GetValue(json), result.GetValue(samples), result.GetValue(seed), result.GetValue(folders)!, result.GetValue(strict), result.GetValue(report), Models[result.GetValue(model)!]),
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
        var judged = assessed.Select(route => (route, judgement: Judge(route, run.Scenario))).ToList();
        if (options.Json)
        {
            JsonOutput.Write(output, json =>
            {
                json.WriteStartArray("routes");
                foreach (var (route, judgement) in judged)
                {
                    json.WriteStartObject();
                    EvaluationJson.WriteRoute(json, route, judgement, withInputs: true);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }
        else
        {
            foreach (var (route, judgement) in judged)
            {
                EvaluationText.Write(route, judgement, output);
                if (judged.Count > 1)
                {
                    output.WriteLine();
                }
            }
        }

        return run.Finish(assessed, judged.Select(item => item.judgement), output);
    }

    /// <summary>Holds a route against the application asked for, or its own.</summary>
    /// <param name="route">Evaluated route.</param>
    /// <param name="asked">Application of the command line, or null.</param>
    public static ScenarioJudgement? Judge(RouteAssessment route, Scenario? asked)
    {
        var scenario = asked;
        if (scenario is null && route.Route.Document.Application is { } own)
        {
            ScenarioLibrary.Default.TryGet(own, out scenario);
        }

        return scenario is null ? null : ScenarioJudgement.Of(route, scenario);
    }
}
