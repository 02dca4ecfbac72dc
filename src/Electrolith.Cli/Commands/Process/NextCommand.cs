using System.Collections.Immutable;
using System.CommandLine;
using Electrolith.Cli.Output;
using Electrolith.Materials.Documents;
using Electrolith.Materials.Library;
using Electrolith.Processing.Choosing.Trials;
using Electrolith.Processing.Fitting;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Figures;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Process;

/// <summary><c>process next TRIALS.csv</c>: which experiments to make next, and why.</summary>
internal static class NextCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var file = new Argument<string?>("TRIALS.csv") { Description = "Trials with a column for each setting and result, unit in brackets; failed ones count too", Arity = ArgumentArity.ZeroOrOne };
        var (options, json, report) = (new NextOptions(), CommonOptions.Json(), CommonOptions.Report());
        var figure = new Option<string?>("--figure", "--svg") { Description = "Write what the model expects along each setting as a figure", HelpName = "FILE.svg" };
        var table = new Option<string?>("--out") { Description = "Write the table with the proposals (or the template) added, to be filled in", HelpName = "FILE.csv" };
        var command = new Command("next", "Which experiments to make next: learns from trials, also failed ones, and says why") { file };
        options.AddTo(command);
        foreach (var option in new Option[] { table, json, figure, report })
        {
            command.Options.Add(option);
        }

        examples[command] =
        [
            "electrolith process next --template al-llzo-pressureless --vary sinter.temperature=1050..1230degC --vary sinter.time=1..20h --maximise conductivity --out trials.csv",
            "electrolith process next examples/processing/llzo-trials.csv --vary sinter.temperature=1050..1230degC --vary sinter.time=1..20h --maximise conductivity --limit \"grain-size<=5um\" --batch 3 --shared sinter.temperature",
        ];
        command.SetAction(result =>
        {
            var bag = new DiagnosticBag();
            var streams = result.InvocationConfiguration;
            var code = result.GetValue(options.Template) is { } template
                ? Template(result, options, template, result.GetValue(table), bag)
                : Advise(result, options, new Job(result.GetValue(file), result.GetValue(json), result.GetValue(figure), result.GetValue(report), result.GetValue(table)), bag);
            if (bag.Count > 0)
            {
                streams.Error.Write(DiagnosticPrinter.Print(bag.ToSorted()));
            }

            return code;
        });
        return command;
    }

    private static int Template(ParseResult result, NextOptions options, string name, string? file, DiagnosticBag bag)
    {
        if (RecipeRun.Load(name, MaterialLibrary.Default, bag) is not { } recipe || options.Read(result, recipe, [], isTemplate: true, bag) is not { } question)
        {
            return ExitCodes.BadInput;
        }

        var text = TrialDesign.Template(question, recipe.Id);
        if (file is null)
        {
            result.InvocationConfiguration.Output.Write(text);
            return ExitCodes.Success;
        }

        AtomicFile.WriteAllText(file, text);
        result.InvocationConfiguration.Output.WriteParagraph($"Written: {file}; fill in the results, then ask 'electrolith process next {file}' with the same options.");
        return ExitCodes.Success;
    }

    private static int Advise(ParseResult result, NextOptions options, Job job, DiagnosticBag bag)
    {
        if (job.Trials is null)
        {
            bag.Add(new Diagnostic("EL2530", Severity.Error, new SourceText("TRIALS.csv", ""), new SourceSpan(0, 1, 1), "", "a table of trials is missing", "begin with 'electrolith process next --template RECIPE --vary … --out trials.csv'"));
            return ExitCodes.BadInput;
        }

        var recipe = result.GetValue(options.Recipe) is { } name ? RecipeRun.Load(name, MaterialLibrary.Default, bag) : null;
        if (result.GetValue(options.Calibration) is { } calibration)
        {
            recipe = Calibrated(recipe, calibration, bag);
        }

        var table = DocumentFile.Load(job.Trials, bag) is { } source && CsvReader.Read(source, bag) is { } read ? new TrialTable(read, bag) : null;
        var question = bag.HasErrors ? null : options.Read(result, recipe, table?.OwnResults ?? [], isTemplate: false, bag);
        var trials = question is null || table is null ? [] : table.Read(question.Varied, question.Results);
        if (bag.HasErrors || question is null)
        {
            return ExitCodes.BadInput;
        }

        if (trials.IsEmpty)
        {
            bag.Add(new Diagnostic("EL2530", Severity.Error, new SourceText(job.Trials, ""), new SourceSpan(0, 1, 1), "", "the table has no trials", "'--template' prints a first design"));
            return ExitCodes.BadInput;
        }

        var advice = TrialProposer.Propose(question, trials);
        var text = new StringWriter { NewLine = "\n" };
        NextText.Write(advice, text);
        var streams = result.InvocationConfiguration;
        if (job.Json)
        {
            JsonOutput.Write(streams.Output, json => NextJson.Write(json, advice));
        }
        else
        {
            streams.Output.Write(text.ToString());
        }

        job.WriteFiles(advice, text.ToString(), streams);
        return ExitCodes.Success;
    }

    private static RecipeRun? Calibrated(RecipeRun? recipe, string file, DiagnosticBag bag)
    {
        var constants = CalibrationFile.Load(file, bag);
        if (recipe is null && !bag.HasErrors)
        {
            bag.Add(new Diagnostic("EL2524", Severity.Error, new SourceText("--calibration", ""), new SourceSpan(0, 1, 1), "", "a calibration belongs to a recipe, and none is named", "add '--recipe RECIPE'"));
        }

        return constants is null || recipe is null ? recipe : recipe.With(constants);
    }

    private sealed record Job(string? Trials, bool Json, string? Figure, string? Report, string? Table)
    {
        public void WriteFiles(TrialAdvice advice, string text, InvocationConfiguration streams)
        {
            var figure = (Figure is not null || Report is not null) && advice.Models.Length > 0 ? NextFigures.Slices(advice) : null;
            if (Figure is not null && figure is not null)
            {
                AtomicFile.Write(Figure, stream => stream.Write(SvgRenderer.RenderFile(figure)));
            }
            else if (Figure is not null)
            {
                streams.Error.WriteParagraph("there are too few results for a model: there is no figure to draw");
            }

            if (Report is not null)
            {
                ChoiceReport.Write(Report, "next", Path.GetFileName(Trials!), text, figure);
            }

            if (Table is null)
            {
                return;
            }

            // The columns are those of the question: what else the table holds stays in the old file.
            var rows = new List<string> { $"# Trials of {Path.GetFileName(Trials)} with what 'process next' proposes.", TrialDesign.Header(advice.Question) };
            rows.AddRange(advice.Trials.Select(trial => TrialDesign.Row(advice.Question, trial)));
            rows.AddRange(advice.Proposals.Select((proposal, i) => TrialDesign.Row(advice.Question, proposal.Settings, $"next{i + 1}")));
            AtomicFile.WriteAllText(Table, string.Join('\n', rows) + "\n");
            if (!Json)
            {
                streams.Output.WriteParagraph($"Written: {Table}");
            }
        }
    }
}
