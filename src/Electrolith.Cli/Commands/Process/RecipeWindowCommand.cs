using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Electrolith.Cli.Commands.Process.Robustness;
using Electrolith.Cli.Output;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Figures;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Process;

/// <summary><c>process window RECIPE --x … --y …</c>: two parameters of any recipe with the island that keeps the limits.</summary>
internal sealed class RecipeWindowCommand
{
    private readonly Option<string?> x = new("--x") { Description = "Parameter of a recipe across, with its range, for example sinter.temperature=1050..1250degC", HelpName = "PATH=LO..HI" };
    private readonly Option<string?> y = new("--y") { Description = "Parameter upwards, for example sinter.time=30min..20h; ten times as much or more is drawn logarithmically", HelpName = "PATH=LO..HI" };
    private readonly Option<string[]> limit = new("--limit") { Description = "What a place of the island keeps, for example \"relative-density>=95%\"; may be repeated", HelpName = "LIMIT", DefaultValueFactory = _ => [] };
    private readonly Option<string?> show = new("--show") { Description = "Result that colours the map; that of the first limit when not given, else conductivity", HelpName = "NAME" };
    private readonly Option<int> grid = new("--grid") { Description = "Places along each side", HelpName = "N", DefaultValueFactory = _ => 60 };
    private readonly Option<string[]> set = RecipeSession.Set();
    private readonly Option<string?> calibration = RecipeSession.Calibration();

    /// <summary>Its options.</summary>
    public IEnumerable<Option> Options => [x, y, limit, show, grid, set, calibration];

    /// <summary>True when the command line asks for a map of a recipe.</summary>
    /// <param name="result">Command line.</param>
    public bool IsAsked(ParseResult result) => result.GetValue(x) is not null || result.GetValue(y) is not null || result.GetValue(limit)!.Length > 0;

    /// <summary>Computes and prints a map.</summary>
    /// <param name="result">Command line.</param>
    /// <param name="name">Recipe.</param>
    /// <param name="asJson">JSON instead of text.</param>
    /// <param name="figure">Where to draw it, or null.</param>
    public int Run(ParseResult result, string name, bool asJson, string? figure)
    {
        var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        var (across, upwards, places) = (result.GetValue(x), result.GetValue(y), result.GetValue(grid));
        if (across is null || upwards is null || places is < 2 or > 500)
        {
            error.WriteParagraph(places is < 2 or > 500 ? $"--grid {places}: from 2 to 500 is expected" : "a map of a recipe needs --x and --y, for example --x sinter.temperature=1050..1250degC --y sinter.time=30min..20h");
            return ExitCodes.Usage;
        }

        if (RecipeSession.Open(name, error, result.GetValue(calibration)) is not { } recipe || RecipeSession.Run(recipe, result.GetValue(set)!, error, out var values) is null)
        {
            return ExitCodes.BadInput;
        }

        var bag = new DiagnosticBag();
        var (first, second) = (VariedParameter.Read("--x", across, recipe, bag), VariedParameter.Read("--y", upwards, recipe, bag));
        var limits = result.GetValue(limit)!.Select(text => ResultLimit.Read("--limit", text, bag)).OfType<ResultLimit>().ToImmutableArray();
        var shown = result.GetValue(show) is { } wanted ? RecipeResults.Read("--show", wanted, bag) : limits.IsEmpty ? RecipeResults.All.First(item => item.Name == "conductivity") : limits[0].Result;
        if (bag.Count > 0)
        {
            error.Write(DiagnosticPrinter.Print(bag.ToSorted()));
            return ExitCodes.BadInput;
        }

        if (first!.Index == second!.Index)
        {
            error.WriteParagraph($"--x and --y are both {first.Path}: two different parameters are expected");
            return ExitCodes.Usage;
        }

        var progress = new ProgressLine(error, !Console.IsErrorRedirected) { Title = recipe.Id };
        var window = RecipeWindow.Compute(recipe, values, first, second, limits, places, Environment.ProcessorCount, progress);
        progress.Clear();
        if (asJson)
        {
            JsonOutput.Write(output, json => WriteJson(json, window, shown!));
        }
        else
        {
            WriteText(output, window, shown!);
        }

        if (figure is not null)
        {
            AtomicFile.Write(figure, stream => stream.Write(SvgRenderer.RenderFile(RecipeFigures.Window(window, shown!))));
        }

        return ExitCodes.Success;
    }

    private static string Percent(double share) => (share * 100).ToString(share is > 0 and < 0.0995 or > 0.9905 and < 1 ? "F1" : "F0", CultureInfo.InvariantCulture) + " %";

    private static void WriteText(TextWriter output, RecipeWindow window, RecipeResult shown)
    {
        var recipe = window.Recipe;
        output.WriteParagraph($"{recipe.Title}: {window.X.Path} {RobustnessText.Range(window.X.Low, window.X.High, window.X.Kind, 4)}, {window.Y.Path} {RobustnessText.Range(window.Y.Low, window.Y.High, window.Y.Kind, 4)}");
        var inside = window.Feasible.ToList();
        output.WriteParagraph(inside.Count == 0 ? "No place of the map keeps all limits." : window.Limits.IsEmpty ? $"{Percent(window.Share)} of the map is possible; no limit was given." : $"{Percent(window.Share)} of the map keeps all limits.");
        foreach (var item in window.Limits)
        {
            output.WriteItem($"{item}: kept by {Percent(window.ShareOf(item))} of the map");
        }

        foreach (var failure in Failures(window))
        {
            output.WriteItem($"{Percent(failure.Share)} of the map is not possible: {failure.Reason}");
        }

        if (inside.Count == 0)
        {
            Nearest(output, window);
        }
        else
        {
            Island(output, window, inside, shown);
        }

        if (recipe.Operations.Contains("sinter") && recipe.Calibrated.IsEmpty)
        {
            output.WriteParagraph("The sintering constants are those of the family, placed by assumption: fit the dilatometry of your powder before you rely on a temperature.");
        }
    }

    private static void Nearest(TextWriter output, RecipeWindow window)
    {
        if (window.Nearest is { Limit: { } worst } near)
        {
            output.WriteParagraph($"Nearest is {window.X.Path} {window.X.Show(window.Xs[near.I])}, {window.Y.Path} {window.Y.Show(window.Ys[near.J])}, where {worst.Result.Name} is {RobustnessText.Value(window.Result(near.I, near.J, worst.Result), worst.Result.Kind)}: {worst} fails there.");
        }
    }

    private static void Island(TextWriter output, RecipeWindow window, List<(int I, int J)> inside, RecipeResult shown)
    {
        RecipeResult[] columns = [.. window.Limits.Select(item => item.Result).Append(shown).Distinct().Take(4)];
        var table = new TextTable(["place", $">{window.X.Path}", $">{window.Y.Path}", .. columns.Select(item => $">{item.Name}")]);
        void Add(string name, (int I, int J) at) =>
            table.Add([name, window.X.Show(window.Xs[at.I]), window.Y.Show(window.Ys[at.J]), .. columns.Select(item => RobustnessText.Value(window.Result(at.I, at.J, item), item.Kind))]);
        Add("least x", inside.MinBy(at => (at.I, at.J)));
        Add("least y", inside.MinBy(at => (at.J, at.I)));
        if (window.Roomiest is { } roomiest)
        {
            Add("most room", roomiest);
        }

        output.Write(table);
        var sides = window.Edges.GroupBy(edge => edge.Side);
        foreach (var side in sides)
        {
            var towards = side.Key switch
            {
                WindowSide.Left => $"towards smaller {window.X.Path}", WindowSide.Right => $"towards larger {window.X.Path}",
                WindowSide.Bottom => $"towards smaller {window.Y.Path}", _ => $"towards larger {window.Y.Path}",
            };
            output.WriteItem($"{towards} the island ends by {string.Join(", ", side.Where(edge => edge.Share >= 0.05).Select(edge => $"{edge.Cause ?? "the edge of the map"} ({Percent(edge.Share)} of that side)"))}");
        }
    }

    private static IEnumerable<(string Reason, double Share)> Failures(RecipeWindow window) =>
        (from i in Enumerable.Range(0, window.Grid) from j in Enumerable.Range(0, window.Grid) let reason = window.Failure(i, j) where reason is not null group reason by reason into same select (same.Key, same.Count() / (double)(window.Grid * window.Grid)))
        .OrderByDescending(item => item.Item2).ThenBy(item => item.Key, StringComparer.Ordinal);

    private static void WriteJson(System.Text.Json.Utf8JsonWriter json, RecipeWindow window, RecipeResult shown)
    {
        json.WriteString("recipe", window.Recipe.Id);
        json.WriteString("x", window.X.Path);
        json.WriteString("y", window.Y.Path);
        RobustnessJson.Number(json, "feasibleShare", window.Share);
        RobustnessJson.Array(json, "limits", window.Limits, item =>
        {
            json.WriteString("limit", $"{item}");
            RobustnessJson.Number(json, "keptShare", window.ShareOf(item));
        });
        RobustnessJson.Array(json, "impossible", Failures(window), item =>
        {
            json.WriteString("reason", item.Reason);
            RobustnessJson.Number(json, "share", item.Share);
        });
        RobustnessJson.Array(json, "edges", window.Edges, edge =>
        {
            json.WriteString("side", $"{edge.Side}".ToLowerInvariant());
            json.WriteString("cause", edge.Cause ?? "edge of the map");
            RobustnessJson.Number(json, "share", edge.Share);
        });
        RobustnessJson.Array(json, "feasible", window.Feasible, at =>
        {
            json.WriteQuantity("x", window.Xs[at.I], window.X.Kind);
            json.WriteQuantity("y", window.Ys[at.J], window.Y.Kind);
            json.WriteQuantity(shown.Name, window.Result(at.I, at.J, shown), shown.Kind);
        });
    }
}
