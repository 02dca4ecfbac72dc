using System.CommandLine;
using Electrolith.Cells;
using Electrolith.Cli.Commands.Cell;
using Electrolith.Cli.Output;
using Electrolith.Quantities;
using Electrolith.Routes.Compiling;
using Electrolith.Routes.Pipeline;

namespace Electrolith.Cli.Commands;

/// <summary><c>cell energy FILE</c> and <c>cell solve-loading FILE --target</c>: the energy calculator on its own.</summary>
internal static class CellCommand
{
    private static readonly string[] EnergyMetrics =
    [
        "specific-energy", "energy-density", "stack-specific-energy", "stack-energy-density", "cell-energy", "cell-capacity", "cell-mass", "cell-thickness", "breathing", "average-voltage",
    ];

    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var command = new Command("cell", "Energy of a cell, its discharge, what limits it, and how it ages")
        {
            BuildEnergy(examples), BuildSolve(examples), SimulateCommand.Build(examples), RateCommand.Build(examples), RateCommand.BuildRagone(examples),
            LimitsCommand.Build(examples), FitCommand.Build(examples), ImpedanceCommand.Build(examples), CycleCommand.Build(examples), LintCommand.Build(examples), ExportCommand.Build(examples),
        };
        examples[command] = ["electrolith cell energy routes/li6ps5cl-nmc811-lithium.yaml", "electrolith cell limits examples/cells/li6ps5cl-nmc811.yaml", "electrolith cell solve-loading my-route.yaml --target \"400 Wh/kg\""];
        return command;
    }

    private static Command BuildEnergy(Dictionary<Command, string[]> examples)
    {
        var file = new Argument<string>("FILE") { Description = "Route file; only its cell matters here" };
        var (json, samples, seed, folders) = (CommonOptions.Json(), CommonOptions.Samples(0), CommonOptions.Seed(), CommonOptions.Library());
        var command = new Command("energy", "Energy, mass and size of the cell") { file, json, samples, seed, folders };
        examples[command] = ["electrolith cell energy routes/li6ps5cl-nmc811-lithium.yaml", "electrolith cell energy my-route.yaml --samples 1000 --json"];
        command.SetAction((result, cancellation) => Task.FromResult(Energy(
            new RunOptions([result.GetValue(file)!], null, result.GetValue(json), result.GetValue(samples), result.GetValue(seed), result.GetValue(folders)!, false, null),
            result.InvocationConfiguration.Output, result.InvocationConfiguration.Error, cancellation)));
        return command;
    }

    private static int Energy(RunOptions options, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (RouteRun.Start(options, error, out var code) is not { } run)
        {
            return code;
        }

        var route = run.Assess(cancellation)[0];
        var metrics = EnergyMetrics.Select(id => Metric.IndexOf(id)).ToList();
        if (options.Json)
        {
            JsonOutput.Write(output, json =>
            {
                json.WriteString("name", route.Route.Document.Name);
                metrics.ForEach(index => json.WriteQuantity(Metric.All[index].Id, route.Metrics[index], Metric.All[index].Kind));
            });
            return ExitCodes.Success;
        }

        output.WriteLine(route.Route.Document.Name);
        output.WriteLine();
        var table = new TextTable("result", ">value", ">5 %", ">95 %", "unit");
        metrics.ForEach(index => table.Add([Metric.All[index].Name, .. Interval.Cells(route.Metrics[index], Metric.All[index].Kind)]));
        output.Write(table);
        return ExitCodes.Success;
    }

    private static Command BuildSolve(Dictionary<Command, string[]> examples)
    {
        var file = new Argument<string>("FILE") { Description = "Route file" };
        var target = new Option<string>("--target") { Description = "Specific energy or energy density to reach, for example \"400 Wh/kg\" or \"900 Wh/L\"", Required = true, HelpName = "QUANTITY" };
        var (json, folders) = (CommonOptions.Json(), CommonOptions.Library());
        var command = new Command("solve-loading", "Smallest areal capacity that reaches a target, everything else as in the file") { file, target, json, folders };
        examples[command] = ["electrolith cell solve-loading my-route.yaml --target \"400 Wh/kg\""];
        command.SetAction(result => Solve(
            new RunOptions([result.GetValue(file)!], null, result.GetValue(json), 0, 1, result.GetValue(folders)!, false, null),
            result.GetValue(target)!, result.InvocationConfiguration.Output, result.InvocationConfiguration.Error));
        return command;
    }

    private static int Solve(RunOptions options, string target, TextWriter output, TextWriter error)
    {
        var isEnergy = QuantityParser.TryParse(target, QuantityKinds.SpecificEnergy, out var wanted, out _);
        if (!isEnergy && !QuantityParser.TryParse(target, QuantityKinds.VolumetricEnergy, out wanted, out _))
        {
            error.WriteParagraph($"--target {target}: a specific energy or an energy density is expected, for example \"400 Wh/kg\" or \"900 Wh/L\"");
            return ExitCodes.Usage;
        }

        if (wanted <= 0)
        {
            error.WriteParagraph($"--target {target}: it must be above zero");
            return ExitCodes.Usage;
        }

        if (RouteRun.Start(options, error, out var code) is not { } run)
        {
            return code;
        }

        var route = run.Routes[0];
        var kind = isEnergy ? QuantityKinds.SpecificEnergy : QuantityKinds.VolumetricEnergy;
        var draw = route.NominalDraw();
        var solution = LoadingSolver.Solve(loading => Figure(route, draw, loading, isEnergy), wanted, 0.05 * 36000, 50 * 36000);
        Write(options.Json, route, (solution, wanted), kind, output);
        return solution.IsReachable ? ExitCodes.Success : ExitCodes.Failed;
    }

    private static double Figure(CompiledRoute route, double[] draw, double loading, bool isEnergy)
    {
        draw[route.Cathode.Loading] = loading;
        var outcome = RoutePipeline.Evaluate(route, draw, warnings: null);
        return isEnergy ? outcome.SpecificEnergy : outcome.EnergyDensity;
    }

    private static void Write(bool isJson, CompiledRoute route, (LoadingSolution Solution, double Wanted) found, QuantityKind kind, TextWriter output)
    {
        var (solution, wanted) = found;
        var current = route.Inputs[route.Cathode.Loading].Estimate.Value;
        if (isJson)
        {
            JsonOutput.Write(output, json =>
            {
                json.WriteString("name", route.Document.Name);
                json.WriteBoolean("reachable", solution.IsReachable);
                json.WriteQuantity("target", wanted, kind);
                json.WriteQuantity("loading", solution.ArealCapacity, QuantityKinds.ArealCapacity);
                json.WriteQuantity("reached", solution.Value, kind);
                json.WriteQuantity("loadingInFile", current, QuantityKinds.ArealCapacity);
            });
            return;
        }

        var loading = QuantityPrinter.Format(solution.ArealCapacity, QuantityKinds.ArealCapacity);
        output.WriteParagraph(solution.IsReachable
            ? $"{route.Document.Name} reaches {QuantityPrinter.Format(wanted, kind)} from {loading} on (the file has {QuantityPrinter.Format(current, QuantityKinds.ArealCapacity)})"
            : $"{route.Document.Name} cannot reach {QuantityPrinter.Format(wanted, kind)} by loading: the best is {QuantityPrinter.Format(solution.Value, kind)} at {loading}; make the separator thinner or the cathode richer in active material", "");
    }
}
