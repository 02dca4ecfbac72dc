using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Electrolith.Cli.Commands;

/// <summary>Help with examples at the end.</summary>
/// <param name="plain">Prints everything else.</param>
/// <param name="examples">Examples by command.</param>
internal sealed class ExamplesHelp(HelpAction plain, IReadOnlyDictionary<Command, string[]> examples) : SynchronousCommandLineAction
{
    /// <summary>Whoever asks for help has not given the arguments yet.</summary>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        plain.MaxWidth = 80;
        var code = plain.Invoke(parseResult);
        if (examples.TryGetValue(parseResult.CommandResult.Command, out var lines))
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine(lines.Length == 1 ? "Example:" : "Examples:");
            foreach (var line in lines)
            {
                output.WriteLine("  " + line);
            }

            output.WriteLine();
        }

        return code;
    }
}
