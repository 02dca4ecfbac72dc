using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Electrolith.Cli.Commands;
using Electrolith.Cli.Commands.Eis;
using Electrolith.Cli.Commands.Process;
using Electrolith.Cli.Commands.Stability;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cli;

/// <summary>The command line as one function, so that tests run what users run.</summary>
public static class CommandLine
{
    /// <summary>Runs a command.</summary>
    /// <param name="args">Arguments without the program name.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <returns>Exit code.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        var examples = new Dictionary<Command, string[]>();
        var root = new RootCommand("Electrolith: solid-state electrolytes and batteries, from a formula to a factory")
        {
            EvaluateCommand.Build(examples), CompareCommand.Build(examples), MaterialsCommand.Build(examples), CellCommand.Build(examples),
            DataCommand.Build(examples), CiteCommand.Build(examples), InitCommand.Build(examples), StabilityCommand.Build(examples), EisCommand.Build(examples), ProcessCommand.Build(examples),
        };
        examples[root] = ["electrolith compare routes/*.yaml --application ev-premium", "electrolith init my-route.yaml", "electrolith evaluate my-route.yaml --report report.html"];
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new ExamplesHelp((HelpAction)option.Action!, examples);
        }

        var result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            foreach (var problem in result.Errors)
            {
                error.WriteLine(problem.Message);
            }

            error.WriteLine($"see: electrolith {(result.CommandResult.Command == root ? "" : Path(result.CommandResult) + " ")}--help");
            return ExitCodes.Usage;
        }

        if (UnknownOption(result) is { } unknown)
        {
            error.WriteLine(unknown);
            error.WriteLine($"see: electrolith {Path(result.CommandResult)} --help");
            return ExitCodes.Usage;
        }

        try
        {
            return result.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("interrupted; nothing was written");
            return ExitCodes.Failed;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(problem.Message);
            return ExitCodes.Failed;
        }
    }

    /// <summary>What looks like an option and was taken as one of several files: said as what it is.</summary>
    private static string? UnknownOption(ParseResult result)
    {
        foreach (var token in result.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash))
        {
            if (token.Type == TokenType.Argument && token.Value.Length > 3 && token.Value.StartsWith("--", StringComparison.Ordinal) && char.IsAsciiLetter(token.Value[2])
                && result.CommandResult.Tokens.Contains(token))
            {
                var near = NearestNames.Find(token.Value.Split('=')[0], result.CommandResult.Command.Options.Select(option => option.Name));
                return $"there is no option {token.Value}{(near.Count > 0 ? $"; did you mean {string.Join(", ", near)}?" : "")}";
            }
        }

        return null;
    }

    private static string Path(CommandResult command) =>
        command.Parent is CommandResult { Command: not RootCommand } parent ? $"{Path(parent)} {command.Command.Name}" : command.Command.Name;
}
