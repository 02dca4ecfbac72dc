using System.Collections.Immutable;
using System.CommandLine;
using Electrolith.Processing.Choosing;
using Electrolith.Processing.Choosing.Trials;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cli.Commands.Process;

/// <summary>Options of <c>process next</c>.</summary>
internal sealed class NextOptions
{
    private readonly Option<string[]> vary = Many("--vary", "Setting and its range, for example sinter.temperature=1050..1200degC; may be repeated", "PATH=LO..HI");
    private readonly Option<string[]> limit = Many("--limit", "What has to hold, for example relative-density>=95%; may be repeated", "RESULT>=VALUE");
    private readonly Option<string[]> minimise = Many("--minimise", "Result to be made small", "RESULT", "--minimize");
    private readonly Option<string[]> maximise = Many("--maximise", "Result to be made large, for example conductivity", "RESULT", "--maximize");
    private readonly Option<string[]> shared = Many("--shared", "Setting that all trials of a batch share, such as the temperature of one furnace", "PATH");
    private readonly Option<int?> batch = new("--batch") { Description = "Trials to propose at once; 1, or for a template two more than twice the settings", HelpName = "N" };
    private readonly Option<string?> cost = new("--cost") { Description = "Setting, or result of --recipe, that a trial costs: gain is weighed against it", HelpName = "NAME" };
    private readonly Option<ulong> seed = CommonOptions.Seed();

    /// <summary><c>--recipe</c>.</summary>
    public Option<string?> Recipe { get; } = new("--recipe") { Description = "Recipe whose results are the expectation before anything is measured", HelpName = "RECIPE" };

    /// <summary><c>--calibration</c>, for <c>--recipe</c>.</summary>
    public Option<string?> Calibration { get; } = RecipeSession.Calibration();

    /// <summary><c>--template</c>.</summary>
    public Option<string?> Template { get; } = new("--template") { Description = "Print a table with a first design for a recipe instead; fill in its results", HelpName = "RECIPE" };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">Command.</param>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { vary, limit, minimise, maximise, shared, batch, cost, Recipe, Calibration, Template, seed })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Reads the question; every problem goes to the bag.</summary>
    /// <param name="result">Command line.</param>
    /// <param name="recipe">Recipe; null for none.</param>
    /// <param name="own">Results of the user's own that a table has.</param>
    /// <param name="isTemplate">True when a first design is asked for.</param>
    /// <param name="bag">Receives every problem.</param>
    /// <returns>Null when there are errors.</returns>
    public TrialQuestion? Read(ParseResult result, RecipeRun? recipe, ImmutableArray<RecipeResult> own, bool isTemplate, DiagnosticBag bag)
    {
        ImmutableArray<VariedParameter> varied = [.. result.GetValue(vary)!.Select(text => VariedParameter.ReadSetting("--vary", text, recipe, bag)).OfType<VariedParameter>()];
        if (result.GetValue(vary)!.Length == 0)
        {
            Add(bag, "EL2517", "--vary", "nothing may vary", "for example '--vary sinter.temperature=1050..1200degC'");
        }

        foreach (var twice in varied.GroupBy(item => item.Path).Where(group => group.Count() > 1))
        {
            Add(bag, "EL2518", "--vary", $"{twice.Key} is varied more than once", "give one range");
        }

        ImmutableArray<ScheduleGoal> goals = [.. Goals(result, minimise, false, own, bag), .. Goals(result, maximise, true, own, bag)];
        if (goals.IsEmpty && !bag.HasErrors)
        {
            Add(bag, "EL2519", "--maximise", "nothing is wanted: name a result to be made small or large", "for example '--maximise conductivity'");
        }

        foreach (var twice in goals.GroupBy(goal => goal.Result.Name).Where(group => group.Count() > 1))
        {
            Add(bag, "EL2518", "--minimise", $"{twice.Key} is named as a goal more than once", null);
        }

        var size = result.GetValue(batch) ?? (isTemplate ? (2 * varied.Length) + 2 : 1);
        if (size is < 1 or > 100)
        {
            Add(bag, "EL2522", "--batch", "from 1 to 100 trials are expected", null);
        }

        var question = new TrialQuestion
        {
            Varied = varied, Goals = goals, Limits = [.. result.GetValue(limit)!.Select(text => ResultLimit.Read("--limit", text, bag, own)).OfType<ResultLimit>()],
            Batch = size, Shared = Shared(result, varied, bag), Recipe = recipe, Seed = result.GetValue(seed),
        };
        question = question with { Cost = Cost(result, question, bag) };
        return bag.HasErrors ? null : question;
    }

    private static Option<string[]> Many(string name, string description, string help, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = help, DefaultValueFactory = _ => [] };

    private static IEnumerable<ScheduleGoal> Goals(ParseResult result, Option<string[]> option, bool isMaximised, ImmutableArray<RecipeResult> own, DiagnosticBag bag) =>
        result.GetValue(option)!.Select(text => RecipeResults.Read(option.Name, text, bag, own)).OfType<RecipeResult>().Select(item => new ScheduleGoal(item, isMaximised));

    private ImmutableArray<int> Shared(ParseResult result, ImmutableArray<VariedParameter> varied, DiagnosticBag bag)
    {
        var places = ImmutableArray.CreateBuilder<int>();
        foreach (var path in result.GetValue(shared)!)
        {
            var place = varied.Select(item => item.Path).ToList().IndexOf(path);
            if (place < 0)
            {
                Add(bag, "EL2524", "--shared", $"'{path}' is not varied", $"varied are {string.Join(", ", varied.Select(item => item.Path))}");
                continue;
            }

            places.Add(place);
        }

        return places.ToImmutable();
    }

    private Func<double[], double>? Cost(ParseResult result, TrialQuestion question, DiagnosticBag bag)
    {
        if (result.GetValue(cost) is not { } name)
        {
            return null;
        }

        if (question.Varied.Select(item => item.Path).ToList().IndexOf(name) is var place and >= 0)
        {
            return position => Math.Max(question.Varied[place].At(position[place]), 1e-300);
        }

        if (question.Recipe is not null && RecipeResults.TryGet(name, out var priced))
        {
            return position => question.Expected(priced, position) is var value && value > 0 ? value : 1e300;
        }

        Add(bag, "EL2524", "--cost", $"'{name}' is neither varied nor a result of --recipe", "for example '--cost sinter.time', or '--recipe al-llzo-pressureless --cost energy'");
        return null;
    }

    private static void Add(DiagnosticBag bag, string code, string option, string message, string? hint) =>
        bag.Add(new Diagnostic(code, Severity.Error, new SourceText(option, ""), new SourceSpan(0, 1, 1), "", message, hint));
}
