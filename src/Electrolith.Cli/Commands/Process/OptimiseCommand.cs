using System.CommandLine;
using Electrolith.Cli.Output;
using Electrolith.Processing.Choosing;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Figures;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Process;

/// <summary><c>process optimise RECIPE</c>: the schedule that serves goals within limits.</summary>
internal static class OptimiseCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var name = new Argument<string>("RECIPE") { Description = "Name of a shipped recipe (see 'process recipes') or a file" };
        var (problem, set, calibration, seed, json, report) = (new OptimiseOptions(), RecipeSession.Set(), RecipeSession.Calibration(), CommonOptions.Seed(), CommonOptions.Json(), CommonOptions.Report());
        var evaluations = new Option<int>("--evaluations") { Description = "Recipes to compute in the search", HelpName = "N", DefaultValueFactory = _ => 2000 };
        var figure = new Option<string?>("--figure", "--svg") { Description = "Write the map, the profile or the compromises as a figure", HelpName = "FILE.svg" };
        var file = new Option<string?>("--out") { Description = "Write the schedule as a recipe that 'process run' takes", HelpName = "FILE.yaml" };
        var command = new Command("optimise", "The schedule that serves a goal within limits, what holds it back and what that costs; several goals give compromises") { name };
        command.Aliases.Add("optimize");
        problem.AddTo(command);
        foreach (var option in new Option[] { set, calibration, evaluations, seed, json, figure, report, file })
        {
            command.Options.Add(option);
        }

        examples[command] =
        [
            "electrolith process optimise al-llzo-pressureless --vary sinter.temperature=1050..1230degC --vary sinter.time=30min..24h --limit \"relative-density>=95%\" --limit \"grain-size<=5um\" --limit \"lithium-loss<=2%\" --minimise energy --out best.yaml",
            "electrolith process optimise latp-median --vary sinter.temperature=800..1000degC --vary sinter.time=1..20h --maximise conductivity --minimise time --figure front.svg",
        ];
        // On a thread of its own: only then does the host listen to Ctrl-C while it runs.
        command.SetAction((result, cancellation) => Task.Run(
            () =>
            {
                var streams = result.InvocationConfiguration;
                if (RecipeSession.Open(result.GetValue(name)!, streams.Error, result.GetValue(calibration)) is not { } recipe || RecipeSession.Run(recipe, result.GetValue(set)!, streams.Error, out var values) is null)
                {
                    return ExitCodes.BadInput;
                }

                var bag = new DiagnosticBag();
                var read = problem.Read(result, recipe, values, bag);
                if (result.GetValue(evaluations) is < 40 or > 10_000_000)
                {
                    bag.Add(new Diagnostic("EL2522", Severity.Error, new SourceText("--evaluations", ""), new SourceSpan(0, 1, 1), "", "from 40 to 10000000 recipes are expected", null));
                }

                if (read is null || bag.HasErrors)
                {
                    streams.Error.Write(DiagnosticPrinter.Print(bag.ToSorted()));
                    return ExitCodes.BadInput;
                }

                var job = new Job(read, new ScheduleSearchOptions(result.GetValue(evaluations), result.GetValue(seed)), result.GetValue(json), result.GetValue(figure), result.GetValue(report), result.GetValue(file)) { Calibration = result.GetValue(calibration) };
                return Do(job, streams, cancellation);
            },
            CancellationToken.None));
        return command;
    }

    private static int Do(Job job, InvocationConfiguration streams, CancellationToken cancellation)
    {
        var progress = new ProgressLine(streams.Error, !Console.IsErrorRedirected && !job.Json) { Title = "searching" };
        var text = new StringWriter { NewLine = "\n" };
        Schedule? chosen;
        Figure? figure;
        if (job.Problem.Goals.Length == 1)
        {
            var optimum = ScheduleOptimiser.Minimise(job.Problem, job.Options, progress, cancellation);
            progress.Clear();
            OptimiseText.Optimum(optimum, text);
            if (job.Json)
            {
                JsonOutput.Write(streams.Output, json => OptimiseJson.Optimum(json, optimum));
            }

            (chosen, figure) = (optimum.Best, job.WantsFigure ? OptimiseFigures.Optimum(optimum) : null);
        }
        else
        {
            var front = ScheduleOptimiser.Compromise(job.Problem, job.Options, progress, cancellation);
            progress.Clear();
            OptimiseText.Front(front, text);
            if (job.Json)
            {
                JsonOutput.Write(streams.Output, json => OptimiseJson.Front(json, front));
            }

            chosen = front.Schedules.Length == 0 ? null : front.Schedules[Math.Max(front.Knee, 0)];
            figure = job.WantsFigure && front.Schedules.Length > 0 ? OptimiseFigures.Front(front) : null;
        }

        if (!job.Json)
        {
            streams.Output.Write(text.ToString());
        }

        job.WriteFiles(text.ToString(), chosen, figure, streams);
        return chosen is { IsFeasible: true } && !cancellation.IsCancellationRequested ? ExitCodes.Success : ExitCodes.Failed;
    }

    private sealed record Job(ScheduleProblem Problem, ScheduleSearchOptions Options, bool Json, string? Figure, string? Report, string? Recipe)
    {
        public string? Calibration { get; init; }

        public bool WantsFigure => Figure is not null || Report is not null;

        public void WriteFiles(string text, Schedule? chosen, Figure? figure, InvocationConfiguration streams)
        {
            var svg = figure is null ? null : SvgRenderer.RenderFile(figure);
            if (Figure is not null && svg is not null)
            {
                AtomicFile.Write(Figure, stream => stream.Write(svg));
            }

            if (Report is not null)
            {
                ChoiceReport.Write(Report, "optimise", Problem.Recipe.Id, text, figure);
            }

            if (Recipe is null || chosen?.Lot is null)
            {
                return;
            }

            var id = Path.GetFileNameWithoutExtension(Recipe);
            var goals = string.Join(" and ", Problem.Goals.Select(goal => $"{(goal.IsMaximised ? "largest" : "least")} {goal.Result.Name}"));
            var limits = Problem.Limits.Length == 0 ? "without limits" : $"with {string.Join(", ", Problem.Limits)}";
            var constants = Calibration is null ? "" : $" with the constants of {Path.GetFileName(Calibration)}";
            var note = $"Chosen by 'process optimise' from {Problem.Recipe.Id}{constants}: {goals} {limits}{(chosen.IsFeasible ? "" : "; NOT all limits are met")}.";
            AtomicFile.WriteAllText(Recipe, RecipeWriter.Write(Problem.Recipe, chosen.Values, id, $"{Problem.Recipe.Title}, optimised", note));
            if (!Json)
            {
                streams.Output.WriteParagraph($"Written: {Recipe}; 'electrolith process run {Recipe}{(Calibration is null ? "" : $" --calibration {Calibration}")}' prints these results.");
            }
        }
    }
}
