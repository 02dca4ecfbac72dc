using System.Collections.Immutable;
using System.CommandLine;
using Electrolith.Cli.Output;
using Electrolith.Processing;
using Electrolith.Processing.Choosing;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cli.Commands.Process;

/// <summary>Options that say what may vary, what is wanted and what has to hold.</summary>
internal sealed class OptimiseOptions
{
    /// <summary><c>--vary</c>.</summary>
    public Option<string[]> Vary { get; } = Many("--vary", "Parameter and its range, for example sinter.temperature=1050..1200degC; may be repeated", "PATH=LO..HI");

    /// <summary><c>--limit</c>.</summary>
    public Option<string[]> Limit { get; } = Many("--limit", "What has to hold, for example relative-density>=95%; may be repeated", "RESULT>=VALUE");

    /// <summary><c>--minimise</c>.</summary>
    public Option<string[]> Minimise { get; } = Many("--minimise", "Result to be made small, for example energy; several goals give compromises", "RESULT", "--minimize");

    /// <summary><c>--maximise</c>.</summary>
    public Option<string[]> Maximise { get; } = Many("--maximise", "Result to be made large, for example conductivity", "RESULT", "--maximize");

    /// <summary><c>--scatter</c>.</summary>
    public Option<string[]> Scatter { get; } = Many("--scatter", "Standard deviation of a parameter, for example sinter.temperature=5K; for --robust", "PATH=VALUE");

    /// <summary><c>--robust</c>.</summary>
    public Option<double> Robust { get; } = new("--robust") { Description = "Limits hold with so many standard deviations to spare, from --scatter and the ranges that the recipe states", HelpName = "K" };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">Command.</param>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Vary, Limit, Minimise, Maximise, Robust, Scatter })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Reads what is asked for; every problem goes to the bag.</summary>
    /// <param name="result">Command line.</param>
    /// <param name="recipe">Recipe.</param>
    /// <param name="values">SI values of the recipe, with what was set.</param>
    /// <param name="bag">Receives every problem.</param>
    /// <returns>Null when there are errors.</returns>
    public ScheduleProblem? Read(ParseResult result, RecipeRun recipe, double[] values, DiagnosticBag bag)
    {
        var varied = Varied(result, recipe, bag);
        ScheduleGoal[] goals = [.. Goals(result, Minimise, false, bag), .. Goals(result, Maximise, true, bag)];
        ResultLimit[] limits = [.. result.GetValue(Limit)!.Select(text => ResultLimit.Read("--limit", text, bag)).OfType<ResultLimit>()];
        if (goals.Length == 0 && !bag.HasErrors)
        {
            Add(bag, "EL2519", "--minimise", "", "nothing is wanted: name a result to be made small or large", "for example '--minimise energy' or '--maximise conductivity'");
        }

        foreach (var twice in goals.GroupBy(goal => goal.Result.Name).Where(group => group.Count() > 1))
        {
            Add(bag, "EL2518", "--minimise", twice.Key, $"{twice.Key} is named as a goal more than once", null);
        }

        Contradictions(limits, bag);
        var scatter = ReadScatter(result, recipe, values, varied, bag);
        Determined(recipe, values, [.. goals.Select(goal => goal.Result), .. limits.Select(limit => limit.Result)], bag);
        return bag.HasErrors ? null : new ScheduleProblem
        {
            Recipe = recipe, Values = values, Varied = [.. varied], Goals = [.. goals], Limits = [.. limits], Margin = result.GetValue(Robust), Scatter = scatter,
        };
    }

    private static Option<string[]> Many(string name, string description, string help, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = help, DefaultValueFactory = _ => [] };

    private List<VariedParameter> Varied(ParseResult result, RecipeRun recipe, DiagnosticBag bag)
    {
        List<VariedParameter> varied = [.. result.GetValue(Vary)!.Select(text => VariedParameter.Read("--vary", text, recipe, bag)).OfType<VariedParameter>()];
        if (result.GetValue(Vary)!.Length == 0)
        {
            Add(bag, "EL2517", "--vary", "", "nothing may vary", $"for example '--vary sinter.temperature=1050..1200degC'; the recipe has {string.Join(", ", recipe.Parameters.Select(parameter => parameter.Path))}");
        }

        foreach (var twice in varied.GroupBy(item => item.Path).Where(group => group.Count() > 1))
        {
            Add(bag, "EL2518", "--vary", twice.Key, $"{twice.Key} is varied more than once", "give one range");
        }

        return varied;
    }

    private static IEnumerable<ScheduleGoal> Goals(ParseResult result, Option<string[]> option, bool isMaximised, DiagnosticBag bag) =>
        result.GetValue(option)!.Select(text => RecipeResults.Read(option.Name, text, bag)).OfType<RecipeResult>().Select(item => new ScheduleGoal(item, isMaximised));

    private static void Contradictions(ResultLimit[] limits, DiagnosticBag bag)
    {
        foreach (var (least, most) in from least in limits where least.IsLeast from most in limits where !most.IsLeast && most.Result == least.Result && most.Value < least.Value select (least, most))
        {
            Add(bag, "EL2521", "--limit", least.Result.Name, $"'{least}' and '{most}' cannot both hold", null);
        }
    }

    private static void Determined(RecipeRun recipe, double[] values, RecipeResult[] results, DiagnosticBag bag)
    {
        try
        {
            var lot = recipe.Sample(values);
            foreach (var result in results.Distinct().Where(result => double.IsNaN(result.Value(recipe, lot))))
            {
                Add(bag, "EL2520", "--limit", result.Name, $"{recipe.Id} does not determine {result.Name}", $"it gives {string.Join(", ", RecipeResults.All.Where(item => !double.IsNaN(item.Value(recipe, lot))).Select(item => item.Name))}");
            }
        }
        catch (ProcessException)
        {
            // The recipe as written is not possible; the varied one may be.
        }
    }

    private ImmutableArray<ParameterScatter> ReadScatter(ParseResult result, RecipeRun recipe, double[] values, List<VariedParameter> varied, DiagnosticBag bag)
    {
        var margin = result.GetValue(Robust);
        if (!(margin is >= 0 and <= 10))
        {
            Add(bag, "EL2522", "--robust", "", "a number of standard deviations from 0 to 10 is expected", "for example '--robust 2'");
        }

        var scatter = new Dictionary<int, ParameterScatter>();
        const double p95 = 1.6448536269514722;
        foreach (var (parameter, index) in recipe.Parameters.Select((parameter, index) => (parameter, index)).Where(item => item.parameter.Low < item.parameter.High && varied.TrueForAll(other => other.Index != item.index)))
        {
            scatter[index] = new ParameterScatter(index, parameter.Path, (parameter.High - parameter.Low) / (2 * p95));
        }

        foreach (var text in result.GetValue(Scatter)!)
        {
            var cut = text.IndexOf('=', StringComparison.Ordinal);
            var path = cut < 0 ? text : text[..cut].Trim();
            var index = recipe.IndexOf(path);
            if (cut < 0 || index < 0)
            {
                var nearest = NearestNames.Find(path, recipe.Parameters.Select(parameter => parameter.Path));
                Add(bag, "EL2515", "--scatter", path, cut < 0 ? $"--scatter {text}: PATH=VALUE is expected" : $"the recipe has no parameter '{path}'", nearest.Count > 0 ? $"did you mean {string.Join(", ", nearest)}?" : null);
                continue;
            }

            var kind = recipe.Parameters[index].Definition.Kind!;
            kind = kind == QuantityKinds.Temperature ? QuantityKinds.TemperatureDifference : kind;
            if (!QuantityParser.TryParse(text[(cut + 1)..], kind, out var deviation, out var problem) || deviation <= 0)
            {
                Add(bag, problem?.Code ?? "EL2522", "--scatter", path, problem?.Message ?? "a standard deviation above 0 is expected", problem?.Hint);
                continue;
            }

            scatter[index] = new ParameterScatter(index, path, deviation);
        }

        if (margin > 0 && scatter.Count == 0 && !bag.HasErrors)
        {
            Add(bag, "EL2523", "--robust", "", "nothing strays: the recipe states no ranges", "say how far parameters stray, for example '--scatter sinter.temperature=5K'");
        }

        return margin > 0 ? [.. scatter.Values.OrderBy(item => item.Index)] : [];
    }

    private static void Add(DiagnosticBag bag, string code, string option, string field, string message, string? hint) =>
        bag.Add(new Diagnostic(code, Severity.Error, new SourceText(option, ""), new SourceSpan(0, 1, 1), field, message, hint));
}
