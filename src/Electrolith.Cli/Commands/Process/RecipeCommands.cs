using System.CommandLine;
using Electrolith.Cli.Output;
using Electrolith.Materials.Library;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Figures;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Process;

/// <summary>The verbs of <c>process</c> that take a recipe.</summary>
internal static class RecipeCommands
{
    private const string RecipeHelp = "Name of a shipped recipe (see 'process recipes') or a file";

    /// <summary>Adds the verbs.</summary>
    /// <param name="process">The group.</param>
    /// <param name="examples">Receives the examples of the help.</param>
    public static void Add(Command process, Dictionary<Command, string[]> examples)
    {
        process.Add(List(examples));
        process.Add(Run(examples));
        process.Add(Explain(examples));
        process.Add(Compare(examples));
        process.Add(Map(examples));
        process.Add(Validate(examples));
    }

    private static Option<bool> Json() => new("--json") { Description = "Print JSON; every quantity is {value, unit}" };

    private static Command List(Dictionary<Command, string[]> examples)
    {
        var json = Json();
        var command = new Command("recipes", "The recipes that are shipped, each with its source") { json };
        examples[command] = ["electrolith process recipes"];
        command.SetAction(result =>
        {
            var recipes = RecipeRun.Names.Select(name => RecipeRun.Load(name, MaterialLibrary.Default, new DiagnosticBag())!).ToArray();
            RecipeText.List(recipes, result.GetValue(json), result.InvocationConfiguration.Output);
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command Run(Dictionary<Command, string[]> examples)
    {
        var (name, set, calibration, json) = (new Argument<string>("RECIPE") { Description = RecipeHelp }, RecipeSession.Set(), RecipeSession.Calibration(), Json());
        var figure = new Option<string?>("--figure") { Description = "Write density, grain size and lithium against time of the firing", HelpName = "FILE.svg" };
        var command = new Command("run", "Run a recipe: the lot after every step, and what is unusual") { name, set, calibration, figure, json };
        examples[command] = ["electrolith process run al-llzo-pressureless --set sinter.temperature=1180degC --figure firing.svg"];
        command.SetAction(result =>
        {
            var streams = result.InvocationConfiguration;
            if (RecipeSession.Open(result.GetValue(name)!, streams.Error, result.GetValue(calibration)) is not { } recipe || RecipeSession.Run(recipe, result.GetValue(set)!, streams.Error, out var values) is not { } run)
            {
                return ExitCodes.BadInput;
            }

            RecipeText.Run(recipe, run, result.GetValue(json), streams.Output);
            if (result.GetValue(figure) is { } file)
            {
                if (recipe.Firing(values) is not { } firing)
                {
                    streams.Error.WriteParagraph("nothing is fired in this recipe: there is no figure to draw");
                    return ExitCodes.BadInput;
                }

                AtomicFile.Write(file, stream => stream.Write(SvgRenderer.RenderFile(RecipeFigures.Firing(recipe, firing))));
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static Command Explain(Dictionary<Command, string[]> examples)
    {
        var (name, calibration, json) = (new Argument<string>("RECIPE") { Description = RecipeHelp }, RecipeSession.Calibration(), Json());
        var command = new Command("explain", "Which mechanism limits each step, and which parameter moves the result most") { name, calibration, json };
        examples[command] = ["electrolith process explain latp-median"];
        command.SetAction(result =>
        {
            var streams = result.InvocationConfiguration;
            if (RecipeSession.Open(result.GetValue(name)!, streams.Error, result.GetValue(calibration)) is not { } recipe || RecipeSession.Run(recipe, [], streams.Error, out _) is not { } run)
            {
                return ExitCodes.BadInput;
            }

            RecipeText.Explain(recipe, StepExplainer.Explain(recipe, run), result.GetValue(json), streams.Output);
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command Compare(Dictionary<Command, string[]> examples)
    {
        var names = new Argument<string[]>("RECIPES") { Description = $"Two or more recipes: {RecipeHelp.ToLowerInvariant()}", Arity = new ArgumentArity(2, 20) };
        var (calibration, json) = (RecipeSession.Calibration(), Json());
        var command = new Command("compare", "Recipes side by side: microstructure, conductivity, lithium, energy, time and yield") { names, calibration, json };
        examples[command] = ["electrolith process compare llzo-plain-1100 llzo-li3bo3"];
        command.SetAction(result =>
        {
            var streams = result.InvocationConfiguration;
            var runs = new List<(RecipeRun, Processing.ProcessResult)>();
            foreach (var name in result.GetValue(names)!)
            {
                if (RecipeSession.Open(name, streams.Error, result.GetValue(calibration)) is not { } recipe || RecipeSession.Run(recipe, [], streams.Error, out _) is not { } run)
                {
                    return ExitCodes.BadInput;
                }

                runs.Add((recipe, run));
            }

            RecipeText.Compare(runs, result.GetValue(json), streams.Output);
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command Map(Dictionary<Command, string[]> examples)
    {
        var name = new Argument<string>("RECIPE") { Description = RecipeHelp };
        var x = new Option<string>("--x") { Description = "Parameter across, for example anneal.temperature", HelpName = "PATH", Required = true };
        var y = new Option<string>("--y") { Description = "Parameter upwards, for example anneal.time", HelpName = "PATH", Required = true };
        var figure = new Option<string?>("--figure") { Description = "Write the map with a line at 90 % of its best conductivity", HelpName = "FILE.svg" };
        var (calibration, json) = (RecipeSession.Calibration(), Json());
        var command = new Command("map", "Conductivity over two parameters: the island of an anneal, the time a material survives a dew point") { name, x, y, calibration, figure, json };
        examples[command] =
        [
            "electrolith process map li7p3s11-glass-ceramic --x anneal.temperature --y anneal.time --figure island.svg",
            "electrolith process map li6ps5cl-room-air --x expose.dew-point --y expose.time --figure exposure.svg",
        ];
        command.SetAction(result =>
        {
            var streams = result.InvocationConfiguration;
            if (RecipeSession.Open(result.GetValue(name)!, streams.Error, result.GetValue(calibration)) is not { } recipe)
            {
                return ExitCodes.BadInput;
            }

            if (RecipeMap.Compute(recipe, result.GetValue(x)!, result.GetValue(y)!, streams.Error) is not { } map)
            {
                return ExitCodes.BadInput;
            }

            RecipeText.Map(map, result.GetValue(json), streams.Output);
            if (result.GetValue(figure) is { } file)
            {
                AtomicFile.Write(file, stream => stream.Write(SvgRenderer.RenderFile(RecipeFigures.Map(map))));
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static Command Validate(Dictionary<Command, string[]> examples)
    {
        var json = Json();
        var command = new Command("validate", "Published numbers against what the defaults compute") { json };
        examples[command] = ["electrolith process validate"];
        command.SetAction(result =>
        {
            var rows = RecipeValidation.Compare(MaterialLibrary.Default);
            RecipeText.Validate(rows, result.GetValue(json), result.InvocationConfiguration.Output);
            return ExitCodes.Success;
        });
        return command;
    }
}
