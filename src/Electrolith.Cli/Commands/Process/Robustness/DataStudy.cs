using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Electrolith.Cli.Output;
using Electrolith.Numerics;
using Electrolith.Numerics.Sensitivity;
using Electrolith.Processing.Recipes;
using Electrolith.Processing.Robustness;
using Electrolith.Quantities.Diagnostics;
using Electrolith.Routes.Files;
using Electrolith.Routes.Figures;

namespace Electrolith.Cli.Commands.Process.Robustness;

/// <summary><c>process robustness --data FILE.csv</c>: capability and sensitivities of measured pieces.</summary>
internal static class DataStudy
{
    /// <summary>Evaluates a table.</summary>
    /// <param name="result">Command line.</param>
    /// <param name="options">Its options.</param>
    /// <param name="file">The table.</param>
    public static int Run(ParseResult result, RobustnessCommandOptions options, string file)
    {
        var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        if (!File.Exists(file))
        {
            error.WriteParagraph($"--data {file}: there is no such file");
            return ExitCodes.BadInput;
        }

        var bag = new DiagnosticBag();
        var (specifications, wanted) = options.ReadResults(result, bag);
        var records = PlantRecords.Read(file, File.ReadAllText(file), bag);
        var columns = records is null ? [] : Results(records, specifications, wanted, bag);
        if (bag.Count > 0)
        {
            error.Write(DiagnosticPrinter.Print(bag.ToSorted()));
            return ExitCodes.BadInput;
        }

        var study = new Measured(file, records!, columns, specifications, result.GetValue(options.Seed));
        if (result.GetValue(options.Json))
        {
            JsonOutput.Write(output, study.WriteJson);
        }
        else
        {
            study.WriteText(output);
        }

        if (result.GetValue(options.Figure) is { } figure)
        {
            var shown = columns[0];
            AtomicFile.Write(figure, stream => stream.Write(SvgRenderer.RenderFile(RobustnessFigures.Histogram(Path.GetFileName(file), shown.Result!, [.. shown.Values.Where(double.IsFinite)], specifications.FirstOrDefault(item => item.Result == shown.Result)))));
        }

        return ExitCodes.Success;
    }

    /// <summary>Columns to look at: those with limits, those asked for, else all that hold a result.</summary>
    private static ImmutableArray<PlantColumn> Results(PlantRecords records, ImmutableArray<Specification> specifications, ImmutableArray<RecipeResult> wanted, DiagnosticBag bag)
    {
        var asked = specifications.Select(item => item.Result).Concat(wanted).Distinct().ToList();
        foreach (var missing in asked.Where(item => records.Columns.All(column => column.Result != item)))
        {
            bag.Add(new Diagnostic("EL2566", Severity.Error, new SourceText("--data", missing.Name), new SourceSpan(1, 1, 1), missing.Name, $"the table has no column '{missing.Name}'", $"its columns: {string.Join(", ", records.Columns.Select(column => column.Name))}"));
        }

        var columns = records.Columns.Where(column => column.Result is not null && (asked.Count == 0 || asked.Contains(column.Result))).OrderBy(column => asked.IndexOf(column.Result!)).ToImmutableArray();
        if (columns.IsEmpty && asked.Count == 0)
        {
            bag.Add(new Diagnostic("EL2566", Severity.Error, new SourceText("--data", ""), new SourceSpan(1, 1, 1), "", "no column holds a result", $"name at least one of: {string.Join(", ", RecipeResults.All.Select(item => item.Name))}"));
        }

        return columns;
    }
}

/// <summary>What measured pieces say.</summary>
internal sealed class Measured
{
    private readonly string file;
    private readonly PlantRecords records;
    private readonly ImmutableArray<PlantColumn> columns;
    private readonly ImmutableArray<Specification> specifications;
    private readonly ImmutableArray<Capability> capabilities;
    private readonly YieldEstimate? yield;
    private readonly (PlantColumn Column, (string Input, GivenDataResult Result)[] Influences)[] influences;

    public Measured(string file, PlantRecords records, ImmutableArray<PlantColumn> columns, ImmutableArray<Specification> specifications, ulong seed)
    {
        (this.file, this.records, this.columns, this.specifications) = (file, records, columns, specifications);
        var stream = new RandomStream(seed);
        PlantColumn ColumnOf(Specification item) => columns.First(column => column.Result == item.Result);
        capabilities = [.. specifications.Select(item => Capability.Of(records.ByLot(ColumnOf(item)), item.Lower?.Value, item.Upper?.Value, stream.Fork(item.Result.Name)))];
        yield = specifications.IsEmpty ? null : YieldEstimate.Of(records, [.. specifications.Select(item => (item, ColumnOf(item)))]);
        var inputs = records.Columns.Where(column => column.Result is null).ToArray();
        influences = [.. columns.Select(column => (column, inputs.Select(input => (input.Name, GivenDataSensitivity.Estimate(input.Values, column.Values, stream.Fork($"{column.Name} {input.Name}"), groups: records.LotOf)))
            .OrderByDescending(item => item.Item2.Delta.Value).ThenBy(item => item.Name, StringComparer.Ordinal).ToArray()))];
    }

    public void WriteText(TextWriter output)
    {
        output.WriteParagraph($"{Path.GetFileName(file)}: {records.Pieces} measured pieces{(records.HasLots ? $" in {records.LotOf.Distinct().Count()} lots" : "; no column 'lot', so that the scatter within a lot, Cp and Cpk are not known")}");
        if (!records.Ignored.IsEmpty)
        {
            output.WriteParagraph($"Columns without numbers are left aside: {string.Join(", ", records.Ignored)}.");
        }

        var table = new TextTable("result", ">pieces", ">mean", ">5 to 95 %", ">sd in lots", ">sd between");
        foreach (var column in columns)
        {
            var (kind, parts) = (column.Result!.Kind, VarianceComponents.Of(records.ByLot(column)));
            double[] sorted = [.. column.Values.Where(double.IsFinite).Order()];
            string Deviation(double variance) => double.IsFinite(variance) ? RobustnessText.Difference(Math.Sqrt(variance), kind) : "-";
            table.Add(column.Name, $"{sorted.Length}", RobustnessText.Value(parts.Mean, kind), RobustnessText.Range(Quantiles.Of(sorted, 0.05), Quantiles.Of(sorted, 0.95), kind), Deviation(parts.Within), Deviation(parts.Between));
        }

        output.Write(table);
        if (yield is not null)
        {
            RobustnessText.Limits(output, specifications, capabilities, yield);
        }

        foreach (var (column, items) in influences.Where(item => item.Influences.Length > 0))
        {
            WriteInfluences(output, column, items);
        }

        if (influences.Any(item => item.Influences.Length > 0))
        {
            output.WriteParagraph("Influence is delta of Borgonovo: how much knowing the column changes the distribution of the result, 0 to 1. Columns that move together share it, and it does not say which causes which.");
        }
    }

    public void WriteJson(System.Text.Json.Utf8JsonWriter json)
    {
        json.WriteString("data", Path.GetFileName(file));
        json.WriteNumber("pieces", records.Pieces);
        json.WriteNumber("lots", records.HasLots ? records.LotOf.Distinct().Count() : 0);
        RobustnessJson.Array(json, "results", columns, column =>
        {
            var parts = VarianceComponents.Of(records.ByLot(column));
            json.WriteString("result", column.Name);
            json.WriteNumber("pieces", parts.Count);
            json.WriteQuantity("mean", parts.Mean, column.Result!.Kind);
            RobustnessJson.Deviation(json, "deviationWithin", parts.Within, column.Result.Kind);
            RobustnessJson.Deviation(json, "deviationBetween", parts.Between, column.Result.Kind);
        });
        RobustnessJson.Limits(json, specifications, capabilities, yield, null);
        RobustnessJson.Array(json, "influences", influences, item =>
        {
            json.WriteString("result", item.Column.Name);
            RobustnessJson.Array(json, "inputs", item.Influences, influence =>
            {
                json.WriteString("column", influence.Input);
                json.WriteNumber("pairs", influence.Result.Pairs);
                json.WriteBoolean("varies", influence.Result.Varies);
                json.WriteBoolean("dependent", influence.Result.IsDependent);
                RobustnessJson.Index(json, "delta", influence.Result.Delta);
                RobustnessJson.Index(json, "alone", influence.Result.FirstOrder);
            });
        });
    }

    private static void WriteInfluences(TextWriter output, PlantColumn column, (string Input, GivenDataResult Result)[] items)
    {
        output.WriteLine();
        output.WriteParagraph($"What goes with {column.Name}:");
        var table = new TextTable("column", ">influence", ">explains alone", ">pairs");
        foreach (var (input, result) in items)
        {
            table.Add(input, !result.Varies ? "cannot be told" : !result.IsDependent ? "no more than chance" : result.Delta.Value.ToString("F2", CultureInfo.InvariantCulture),
                result.Varies ? RobustnessText.Share(result.FirstOrder) : result.Pairs < GivenDataSensitivity.LeastPairs ? $"fewer than {GivenDataSensitivity.LeastPairs} pairs" : $"constant, or fewer than {GivenDataSensitivity.LeastGroups} lots", $"{result.Pairs}");
        }

        output.Write(table);
    }
}
