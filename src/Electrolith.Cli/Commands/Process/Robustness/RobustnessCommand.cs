using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.InteropServices;
using Electrolith.Cli.Output;
using Electrolith.Processing.Recipes;
using Electrolith.Processing.Robustness;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Files;
using Electrolith.Routes.Figures;

namespace Electrolith.Cli.Commands.Process.Robustness;

/// <summary><c>process robustness RECIPE</c>: pieces in lots with scattered inputs, held against limits, and what causes the scatter.</summary>
internal static class RobustnessCommand
{
    /// <summary>Each piece keeps its inputs and results, about 400 bytes.</summary>
    private const int MostSamples = 1_000_000;

    private const int PiecesPerLot = 10;

    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var name = new Argument<string?>("RECIPE") { Description = "Name of a shipped recipe (see 'process recipes') or a file; not needed with --data", Arity = ArgumentArity.ZeroOrOne };
        var options = new RobustnessCommandOptions();
        var command = new Command("robustness", "How a recipe stands the scatter of its inputs: yield, capability, and what causes the scatter") { name };
        foreach (var option in options.All)
        {
            command.Options.Add(option);
        }

        examples[command] =
        [
            "electrolith process robustness al-llzo-pressureless --limit \"relative-density>=94%\" --limit \"lithium-loss<=2%\"",
            "electrolith process robustness my-recipe.yaml --vary \"sinter.temperature=1150±4degC, 60 % between lots\" --report robustness.html",
            "electrolith process robustness --data examples/processing/kiln-records.csv --limit \"relative-density>=95%\"",
        ];
        command.SetAction(result => options.Data(result) is { } file ? DataStudy.Run(result, options, file) : Run(result, options, result.GetValue(name)));
        return command;
    }

    private static int Run(ParseResult result, RobustnessCommandOptions options, string? name)
    {
        var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        if (name is null)
        {
            error.WriteParagraph("a recipe is missing: a name of 'process recipes', a file, or --data with measured pieces");
            return ExitCodes.Usage;
        }

        if (Sizes(result, options, error) is not { } sizes)
        {
            return ExitCodes.Usage;
        }

        var settings = result.GetValue(options.Set)!;
        if (RecipeSession.Open(name, error, result.GetValue(options.Calibration)) is not { } recipe || RecipeSession.Run(recipe, settings, error, out var values) is null || Read(result, options, recipe, error) is not { } read)
        {
            return ExitCodes.BadInput;
        }

        var replaced = settings.Select(item => item.Split('=')[0].Trim()).ToHashSet(StringComparer.Ordinal);
        // A value given with its scatter replaces the nominal one too.
        foreach (var input in read.Given)
        {
            values[input.Index] = input.Estimate.Value;
        }

        var inputs = UncertainInputs.Of(recipe, values, replaced, read.Given, !result.GetValue(options.OnlyStated));
        var study = Study(recipe, values, inputs, read, sizes, error);
        if (study is null)
        {
            error.WriteParagraph("interrupted before two lots were finished; nothing was written");
            return ExitCodes.Failed;
        }

        var view = new RobustnessView(recipe, values, study, sizes);
        if (result.GetValue(options.Json))
        {
            JsonOutput.Write(output, json => RobustnessJson.Write(json, view));
        }
        else
        {
            RobustnessText.Write(output, view);
        }

        Files(result, options, view);
        return study.IsComplete ? ExitCodes.Success : ExitCodes.Failed;
    }

    private static RobustnessResult? Study(RecipeRun recipe, double[] values, ImmutableArray<UncertainInput> inputs, Wanted read, RobustnessOptions sizes, TextWriter error)
    {
        using var stop = new CancellationTokenSource();
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });
        var progress = new ProgressLine(error, !Console.IsErrorRedirected) { Title = recipe.Id };
        var study = RobustnessStudy.Run(recipe, values, inputs, read.Specifications, read.Results, sizes, progress, stop.Token);
        progress.Clear();
        return study;
    }

    private static RobustnessOptions? Sizes(ParseResult result, RobustnessCommandOptions options, TextWriter error)
    {
        var samples = result.GetValue(options.Samples);
        var lots = result.GetValue(options.Lots) ?? Math.Max(2, samples / PiecesPerLot);
        if (samples is < 20 or > MostSamples)
        {
            error.WriteParagraph($"--samples {samples}: from 20 to {MostSamples} is expected");
            return null;
        }

        if (lots < 2 || lots > samples)
        {
            error.WriteParagraph($"--lots {lots}: from 2 to the number of samples ({samples}) is expected");
            return null;
        }

        return new RobustnessOptions { Samples = samples, Lots = lots, Seed = result.GetValue(options.Seed) };
    }

    private static Wanted? Read(ParseResult result, RobustnessCommandOptions options, RecipeRun recipe, TextWriter error)
    {
        var bag = new DiagnosticBag();
        var given = result.GetValue(options.Vary)!.Select(text => UncertainInputs.Read("--vary", text, recipe, bag)).ToList();
        var wanted = options.ReadResults(result, bag);
        if (bag.Count == 0)
        {
            return new Wanted([.. given.OfType<UncertainInput>()], wanted.Specifications, wanted.Results);
        }

        error.Write(DiagnosticPrinter.Print(bag.ToSorted()));
        return null;
    }

    private static void Files(ParseResult result, RobustnessCommandOptions options, RobustnessView view)
    {
        if (result.GetValue(options.Csv) is { } csv)
        {
            AtomicFile.WriteAllText(csv, RobustnessCsv.Write(view));
        }

        if (result.GetValue(options.Figure) is { } figure)
        {
            AtomicFile.Write(figure, stream => stream.Write(SvgRenderer.RenderFile(RobustnessFigures.Draw(view, result.GetValue(options.Draw)))));
        }

        if (result.GetValue(options.Report) is { } report)
        {
            AtomicFile.WriteAllText(report, RobustnessReport.Write(view));
        }
    }

    private sealed record Wanted(IReadOnlyList<UncertainInput> Given, ImmutableArray<Specification> Specifications, ImmutableArray<RecipeResult> Results);
}

/// <summary>A finished study with what it was about.</summary>
/// <param name="Recipe">Recipe.</param>
/// <param name="Values">SI values around which inputs vary.</param>
/// <param name="Study">Its results.</param>
/// <param name="Options">Samples, lots, seed.</param>
internal sealed record RobustnessView(RecipeRun Recipe, double[] Values, RobustnessResult Study, RobustnessOptions Options);
