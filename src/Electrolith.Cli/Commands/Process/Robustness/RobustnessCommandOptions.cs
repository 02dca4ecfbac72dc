using System.Collections.Immutable;
using System.CommandLine;
using Electrolith.Processing.Recipes;
using Electrolith.Processing.Robustness;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cli.Commands.Process.Robustness;

/// <summary>Which picture <c>--figure</c> draws.</summary>
internal enum RobustnessPicture
{
    /// <summary>Pieces by value with the limits.</summary>
    Histogram,

    /// <summary>What single inputs do.</summary>
    Tornado,

    /// <summary>Causes of the variance.</summary>
    Sobol,
}

/// <summary>The options of <c>process robustness</c>.</summary>
internal sealed class RobustnessCommandOptions
{
    private readonly Option<string?> data = new("--data") { Description = "Evaluate measured pieces instead: a table with a header, units in brackets, for example 'lot,sinter.temperature (degC),relative-density (%)'", HelpName = "FILE.csv" };

    public Option<string[]> Set { get; } = RecipeSession.Set();

    public Option<string?> Calibration { get; } = RecipeSession.Calibration();

    public Option<string[]> Vary { get; } = new("--vary")
    {
        Description = "How a parameter scatters, for example \"sinter.temperature=1125±5degC\" or \"press.pressure=180..220MPa, 30 % between lots\"; may be repeated", HelpName = "PATH=VALUE", DefaultValueFactory = _ => [],
    };

    public Option<bool> OnlyStated { get; } = new("--only-stated") { Description = "Vary only what the recipe or --vary states, not the usual scatter of machines" };

    public Option<string[]> Limit { get; } = new("--limit") { Description = "What a piece has to keep, for example \"relative-density>=95%\"; may be repeated", HelpName = "LIMIT", DefaultValueFactory = _ => [] };

    public Option<string[]> Result { get; } = new("--result") { Description = "A result to look at without a limit, for example conductivity; may be repeated", HelpName = "NAME", DefaultValueFactory = _ => [] };

    public Option<int> Samples { get; } = new("--samples") { Description = "Number of pieces; the causes take about as many runs again", HelpName = "N", DefaultValueFactory = _ => 5000 };

    public Option<int?> Lots { get; } = new("--lots") { Description = "Number of lots the pieces come from; a tenth of the samples when not given", HelpName = "N" };

    public Option<ulong> Seed { get; } = CommonOptions.Seed();

    public Option<bool> Json { get; } = new("--json") { Description = "Print JSON; every quantity is {value, unit}" };

    public Option<string?> Report { get; } = CommonOptions.Report();

    public Option<string?> Figure { get; } = new("--figure") { Description = "Write one figure, of the first limit or result", HelpName = "FILE.svg" };

    public Option<RobustnessPicture> Draw { get; } = new("--draw") { Description = "What --figure shows: histogram, tornado or sobol", HelpName = "PICTURE", DefaultValueFactory = _ => RobustnessPicture.Histogram };

    public Option<string?> Csv { get; } = new("--csv") { Description = "Write every piece with its inputs and results", HelpName = "FILE.csv" };

    public IEnumerable<Option> All => [Set, Calibration, Vary, OnlyStated, Limit, Result, Samples, Lots, Seed, data, Json, Report, Figure, Draw, Csv];

    public string? Data(ParseResult result) => result.GetValue(data);

    public (ImmutableArray<Specification> Specifications, ImmutableArray<RecipeResult> Results) ReadResults(ParseResult result, DiagnosticBag bag)
    {
        var limits = result.GetValue(Limit)!.Select(text => ResultLimit.Read("--limit", text, bag)).OfType<ResultLimit>().ToList();
        return (Specification.Of(limits, bag), [.. result.GetValue(Result)!.Select(text => RecipeResults.Read("--result", text, bag)).OfType<RecipeResult>()]);
    }
}
