using System.CommandLine;

namespace Electrolith.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    /// <summary><c>--json</c>.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Print JSON; every quantity is {value, unit, p05, p95}" };

    /// <summary><c>--samples</c>.</summary>
    /// <param name="usual">Default number.</param>
    public static Option<int> Samples(int usual) => new("--samples")
    {
        Description = "Number of samples over the input ranges; 0 for none",
        DefaultValueFactory = _ => usual,
        HelpName = "N",
    };

    /// <summary><c>--seed</c>.</summary>
    public static Option<ulong> Seed() => new("--seed") { Description = "Seed of the samples; same seed, same bytes", DefaultValueFactory = _ => 1, HelpName = "N" };

    /// <summary><c>--library</c>.</summary>
    public static Option<string[]> Library() => new("--library")
    {
        Description = "Folder with materials of your own, in the form of data/materials; may be repeated",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => [],
    };

    /// <summary><c>--strict</c>.</summary>
    public static Option<bool> Strict() => new("--strict") { Description = "Exit with code 4 when a model is used outside its range of validity" };

    /// <summary><c>--report</c>.</summary>
    public static Option<string?> Report() => new("--report") { Description = "Write a self-contained HTML report with figures", HelpName = "FILE.html" };
}
