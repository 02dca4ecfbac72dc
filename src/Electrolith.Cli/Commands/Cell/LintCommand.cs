using System.CommandLine;
using Electrolith.Cells.Dynamics;
using Electrolith.Cli.Output;

namespace Electrolith.Cli.Commands.Cell;

/// <summary><c>cell lint FILE</c>: parameters that can be computed with but do not fit together.</summary>
internal static class LintCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var options = new CellOptions();
        var strict = new Option<bool>("--strict") { Description = "Exit with code 4 when there is a finding" };
        var command = options.Verb("lint", "Parameters that do not fit together", withFigure: false);
        command.Options.Add(strict);
        examples[command] = ["electrolith cell lint examples/cells/li6ps5cl-nmc811.yaml"];
        command.SetAction(result => CellSession.Do(result, options, session => Run(session, result.GetValue(strict))));
        return command;
    }

    private static int Run(CellSession session, bool isStrict)
    {
        var findings = CellLinter.Check(session.File.Cell);
        if (session.Json)
        {
            JsonOutput.Write(session.Output, json =>
            {
                json.WriteString("name", session.File.Cell.Name);
                json.WriteStartArray("findings");
                foreach (var finding in findings)
                {
                    json.WriteStartObject();
                    json.WriteString("id", finding.Id);
                    json.WriteString("message", finding.Message);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }
        else
        {
            session.Output.WriteLine(findings.IsEmpty ? $"{session.File.Cell.Name}: nothing odd was found" : session.File.Cell.Name);
            foreach (var finding in findings)
            {
                session.Output.WriteItem($"{finding.Message} ({finding.Id})");
            }
        }

        return isStrict && !findings.IsEmpty ? ExitCodes.OutsideValidity : ExitCodes.Success;
    }
}
