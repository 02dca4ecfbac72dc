using System.CommandLine;
using Electrolith.Cells.Dynamics;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Cell;

namespace Electrolith.Cli.Commands.Cell;

/// <summary><c>cell rate FILE</c> and <c>cell ragone FILE</c>: one discharge for each rate.</summary>
internal static class RateCommand
{
    private static readonly string[] Usual = ["C/20", "C/10", "C/5", "C/3", "C/2", "1C", "2C", "3C", "5C"];

    /// <summary>Builds <c>rate</c>.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples) =>
        Build(examples, "rate", "Capacity and energy over the discharge rate", isRagone: false);

    /// <summary>Builds <c>ragone</c>.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command BuildRagone(Dictionary<Command, string[]> examples) =>
        Build(examples, "ragone", "Energy against power, per area", isRagone: true);

    private static Command Build(Dictionary<Command, string[]> examples, string name, string description, bool isRagone)
    {
        var options = new CellOptions();
        var rates = new Option<string[]>("--rates") { Description = "C-rates, separated by commas", HelpName = "RATES", DefaultValueFactory = _ => Usual, AllowMultipleArgumentsPerToken = true };
        var command = options.Verb(name, description);
        command.Options.Add(rates);
        var charge = new Option<bool>("--fast-charge") { Description = "Also the time of a charge from 10 to 80 % at each rate, held at the upper voltage" };
        command.Options.Add(charge);
        examples[command] = [$"electrolith cell {name} examples/cells/li6ps5cl-nmc811.yaml", $"electrolith cell {name} my-cell.yaml --rates C/10,1C,4C --figure {name}.svg"];
        command.SetAction(result => CellSession.Do(result, options, session => Run(session, result.GetValue(rates)!, isRagone, result.GetValue(charge))));
        return command;
    }

    private static int Run(CellSession session, string[] texts, bool isRagone, bool withCharge)
    {
        if (session.Rates(texts, "--rates") is not { } rates)
        {
            return ExitCodes.Usage;
        }

        var runs = new CellRun[rates.Length];
        Parallel.For(0, rates.Length, index => runs[index] = new CellSimulator(session.File.Cell, session.Simulation).Run(Protocol.Discharge(rates[index])));
        var times = new double?[rates.Length];
        Parallel.For(0, withCharge ? rates.Length : 0, index => times[index] = FastCharge.Time(session.File.Cell, session.Simulation, rates[index]));
        var points = rates.Select((rate, index) => RatePoint.Of(rate, runs[index]) with { ChargeTime = times[index] }).OrderBy(point => point.Rate).ToList();
        if (session.Json)
        {
            JsonOutput.Write(session.Output, json => CellJson.Rates(json, session.File.Cell, session.Model, points));
        }
        else
        {
            CellText.Rates(session.Output, session.File.Cell, session.Model, points, isRagone);
        }

        session.Draw(() => isRagone ? CellFigures.Ragone(session.File.Cell.Name, points) : CellFigures.Rates(session.File.Cell.Name, points));

        return points.Exists(point => point.Capacity > 0) ? ExitCodes.Success : ExitCodes.Failed;
    }
}

/// <summary>One discharge of a series.</summary>
/// <param name="Rate">Multiple of 1C, 1/h.</param>
/// <param name="Capacity">C/m².</param>
/// <param name="Energy">J/m².</param>
/// <param name="Duration">s.</param>
/// <param name="Reason">What ended it.</param>
/// <param name="Audit">Conservation.</param>
internal sealed record RatePoint(double Rate, double Capacity, double Energy, double Duration, string Reason, ConservationAudit Audit)
{
    /// <summary>Time of a charge from 10 to 80 %, s; null when it was not asked for or not reached.</summary>
    public double? ChargeTime { get; init; }

    /// <summary>Mean power, W/m²; 0 when nothing was delivered.</summary>
    public double Power => Duration > 0 ? Energy / Duration : 0;

    /// <summary>Mean voltage, V; 0 when nothing was delivered.</summary>
    public double Voltage => Capacity > 0 ? Energy / Capacity : 0;

    /// <summary>Summary of a run.</summary>
    /// <param name="rate">1/h.</param>
    /// <param name="run">The discharge.</param>
    public static RatePoint Of(double rate, CellRun run) => new(rate, run.Steps[0].Charge, run.Steps[0].Energy, run.Steps[0].Duration, run.Steps[0].Reason, run.Audit);
}
