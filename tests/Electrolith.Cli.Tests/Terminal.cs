using System.Text.RegularExpressions;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Electrolith.Cli.Tests;

/// <summary>An empty folder with the repository's routes in it, as a user's working folder; commands run in it, in this process.</summary>
public sealed class Terminal : IDisposable
{
    private readonly string before = Directory.GetCurrentDirectory();
    private readonly string folder = Directory.CreateTempSubdirectory("electrolith-").FullName;

    /// <summary>Makes the folder and steps into it.</summary>
    public Terminal()
    {
        var routes = Directory.CreateDirectory(Path.Combine(folder, "routes")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot, "routes"), "*.yaml"))
        {
            File.Copy(file, Path.Combine(routes, Path.GetFileName(file)));
        }

        foreach (var example in new[] { "cells", "processing", "spectra" })
        {
            var copies = Directory.CreateDirectory(Path.Combine(folder, "examples", example)).FullName;
            foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot, "examples", example)))
            {
                File.Copy(file, Path.Combine(copies, Path.GetFileName(file)));
            }
        }

        Directory.SetCurrentDirectory(folder);
    }

    /// <summary>Root of the checkout.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>Runs a command line as a shell would read it; a star stands for files.</summary>
    /// <param name="line">Arguments after the name of the program.</param>
    public static Outcome Run(string line) => Run(Split(line));

    /// <summary>Runs a command.</summary>
    /// <param name="args">Its arguments.</param>
    public static Outcome Run(string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(args, output, error);
        return new Outcome(code, output.ToString(), error.ToString());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Directory.SetCurrentDirectory(before);
        Directory.Delete(folder, recursive: true);
    }

    private static string[] Split(string line) =>
    [
        .. Regex.Matches(line, @"""([^""]*)""|'([^']*)'|(\S+)", RegexOptions.None, TimeSpan.FromSeconds(1))
            .SelectMany(IEnumerable<string> (match) => match.Groups[3].Success && match.Value.Contains('*')
                ? Directory.EnumerateFiles(Path.GetDirectoryName(match.Value)!, Path.GetFileName(match.Value)).Order(StringComparer.Ordinal)
                : [match.Value.Trim('"', '\'')]),
    ];

    private static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Electrolith.slnx")))
        {
            at = Path.GetDirectoryName(at)!;
        }

        return at;
    }
}

/// <summary>What a command did.</summary>
/// <param name="Code">Exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record Outcome(int Code, string Output, string Error);
