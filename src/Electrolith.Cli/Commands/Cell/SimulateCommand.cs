using System.CommandLine;
using Electrolith.Cells.Dynamics;
using Electrolith.Cells.Files;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Cell;
using Electrolith.Materials.Documents;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Cell;

/// <summary><c>cell simulate FILE</c>: runs the protocol of the file, or one given as a sentence.</summary>
internal static class SimulateCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var options = new CellOptions();
        var protocol = new Option<string?>("--protocol") { Description = "What to run, as a sentence: \"charge at C/3 to 4.3 V, hold until C/20, rest 10 min\"", HelpName = "SENTENCE" };
        var drive = new Option<string?>("--drive") { Description = "What to run, as a table of time_s and current_mA/cm2, rate_C or power_mW/cm2; positive is discharge", HelpName = "FILE.csv" };
        var repeat = new Option<int>("--repeat") { Description = "How often --drive runs", HelpName = "N", DefaultValueFactory = _ => 1 };
        var differential = new Option<string?>("--dqdv") { Description = "Write the differential capacity as columns", HelpName = "FILE.csv" };
        var convergence = new Option<bool>("--convergence") { Description = "Also on finer meshes and tolerances: how far the first step depends on them" };
        var every = new Option<string?>("--every") { Description = "Also a sample every so often, for example \"10 s\"", HelpName = "TIME" };
        var profiles = new Option<string?>("--profiles") { Description = "Also the cell through its depth at these times, separated by commas: \"0 s, 10 min, 0.5 h\"; --figure, --csv and --json then hold them", HelpName = "TIMES" };
        var csv = new Option<string?>("--csv") { Description = "Write the samples as columns, or the profiles when they are asked for", HelpName = "FILE.csv" };
        var command = options.Verb("simulate", "Voltage, losses and audit of a protocol");
        command.Options.Add(protocol);
        command.Options.Add(drive);
        command.Options.Add(repeat);
        command.Options.Add(differential);
        command.Options.Add(convergence);
        command.Options.Add(every);
        command.Options.Add(profiles);
        command.Options.Add(csv);
        examples[command] = ["electrolith cell simulate examples/cells/li6ps5cl-nmc811.yaml", "electrolith cell simulate my-cell.yaml --protocol \"discharge at 2C to 3.4 V, rest 1 h\" --figure discharge.svg"];
        command.SetAction(result => CellSession.Do(result, options, session => Run(session, new Request(result.GetValue(protocol), result.GetValue(drive), result.GetValue(repeat), result.GetValue(every), result.GetValue(csv), result.GetValue(differential), result.GetValue(convergence), result.GetValue(profiles)))));
        return command;
    }

    private static int Run(CellSession session, Request request)
    {
        var (every, csv) = (request.Every, request.Columns);
        if (Chosen(session, request, out var code) is not { } protocol)
        {
            return code;
        }

        if (Samples(session, every, request.Profiles) is not { } simulation)
        {
            return ExitCodes.Usage;
        }

        var run = new CellSimulator(session.File.Cell, simulation).Run(protocol);
        var convergence = request.Convergence ? ConvergenceReport.Of(session.File.Cell, session.Simulation, protocol) : null;
        if (session.Json)
        {
            JsonOutput.Write(session.Output, json =>
            {
                CellJson.Simulation(json, session.File.Cell, session.Model, run);
                CellJson.Convergence(json, convergence);
                CellJson.Profiles(json, run);
            });
        }
        else
        {
            CellText.Simulation(session.Output, session.File.Cell, session.Model, run);
            CellText.Convergence(session.Output, convergence);
            CellText.Profiles(session.Output, run, simulation.ProfileTimes);
        }

        if (csv is not null)
        {
            AtomicFile.WriteAllText(csv, request.Profiles is null ? CellText.Columns(run) : CellText.ProfileColumns(run));
        }

        if (request.Differential is { } derivative)
        {
            AtomicFile.WriteAllText(derivative, CellText.DifferentialColumns(DifferentialCapacity.Of(run)));
        }

        session.Draw(() => run.Profiles.IsEmpty ? CellFigures.Simulation(session.File.Cell.Name, run) : ProfileFigures.Draw(session.File.Cell.Name, run));

        return run.IsComplete ? ExitCodes.Success : ExitCodes.Failed;
    }

    /// <summary>The samples and profiles that are wanted; null after a problem was printed.</summary>
    private static SimulationOptions? Samples(CellSession session, string? every, string? profiles)
    {
        var simulation = session.Simulation;
        if (every is not null)
        {
            if (!QuantityParser.TryParse(every, QuantityKinds.Time, out var period, out var problem) || !(period > 0))
            {
                session.Error.WriteParagraph($"--every {every}: {problem?.Message ?? "a time above zero is expected"}");
                return null;
            }

            simulation = simulation with { Every = period };
        }

        var times = new SortedSet<double>();
        foreach (var text in profiles?.Split(',', StringSplitOptions.TrimEntries) ?? [])
        {
            if (!QuantityParser.TryParse(text, QuantityKinds.Time, out var time, out var problem) || !(time >= 0))
            {
                session.Error.WriteParagraph($"--profiles {text}: {problem?.Message ?? "a time from zero on is expected"}, for example \"0 s, 10 min\"");
                return null;
            }

            times.Add(time);
        }

        return simulation with { ProfileTimes = [.. times] };
    }

    private static Protocol? Chosen(CellSession session, Request request, out int code)
    {
        code = ExitCodes.Usage;
        if (request.Sentence is not null && request.Drive is not null)
        {
            session.Error.WriteParagraph("--protocol and --drive: one of them is expected");
            return null;
        }

        if (request.Drive is { } table)
        {
            var bag = new DiagnosticBag();
            var driven = request.Repeat < 1 ? null : DocumentFile.Load(table, bag) is { } source ? DriveCycle.Read(source, bag, request.Repeat) : null;
            if (request.Repeat < 1)
            {
                session.Error.WriteParagraph($"--repeat {request.Repeat}: a number from 1 on is expected");
            }
            else if (driven is null)
            {
                session.Error.Write(DiagnosticPrinter.Print(bag.ToSorted()));
                code = ExitCodes.BadInput;
            }

            return driven;
        }

        if (request.Sentence is null)
        {
            return session.File.Protocol;
        }

        if (ProtocolParser.Parse(request.Sentence, out var problem) is { } parsed)
        {
            return parsed;
        }

        session.Error.WriteParagraph($"--protocol {problem}");
        return null;
    }

    private sealed record Request(string? Sentence, string? Drive, int Repeat, string? Every, string? Columns, string? Differential, bool Convergence, string? Profiles);
}
