using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Stability;
using Electrolith.Processing;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities;

namespace Electrolith.Cli.Commands.Process;

/// <summary>Prints recipes and their results, as tables or JSON.</summary>
internal static class RecipeText
{
    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Quantity(double value, QuantityKind kind) => QuantityPrinter.Format(value, kind);

    private static double Loss(Lot lot) => RecipeResults.LithiumLoss(lot);

    /// <summary>The shipped recipes.</summary>
    public static void List(IReadOnlyList<RecipeRun> recipes, bool asJson, TextWriter output)
    {
        if (asJson)
        {
            JsonOutput.Write(output, json => WriteArray(json, "recipes", recipes, recipe =>
            {
                json.WriteString("name", recipe.Id);
                json.WriteString("title", recipe.Title);
                json.WriteString("material", recipe.Material.Id);
                json.WriteString("source", recipe.Source);
                json.WriteString("locator", recipe.Locator);
            }));
            return;
        }

        var table = new TextTable("recipe", "material", "steps", "source");
        recipes.ToList().ForEach(recipe => table.Add(recipe.Id, recipe.Material.Id, string.Join(", ", recipe.Operations), recipe.Source));
        output.Write(table);
    }

    /// <summary>The lot after every step.</summary>
    public static void Run(RecipeRun recipe, ProcessResult run, bool asJson, TextWriter output)
    {
        var conductivity = recipe.Properties(run.Lot);
        if (asJson)
        {
            JsonOutput.Write(output, json => WriteRun(json, recipe, run));
            return;
        }

        output.WriteParagraph($"{recipe.Title} ({recipe.Material.Id}; {(recipe.Source.Length > 0 ? recipe.Source : "own recipe")})");
        var table = new TextTable("step", ">density", ">grain, um", ">glass", ">poor phase", ">Li lost, %", ">mS/cm", ">kWh/kg", ">h");
        foreach (var step in run.Steps)
        {
            var (after, properties) = (step.After, recipe.Properties(step.After));
            table.Add(step.Operation, Text(after.RelativeDensity, "F3"), Text(after.GrainSize * 1e6, "G3"), Text(after.GlassFraction, "F2"), Text(after.SecondaryPhaseFraction, "F3"), Text(Loss(after) * 100, "F2"),
                after.Form == LotForm.Liquid ? "-" : Text(properties.IonicConductivity * 10, "G3"), Text((after.Energy - step.Before.Energy) / 3.6e6, "F2"), Text((after.Time - step.Before.Time) / 3600, "F2"));
        }

        output.Write(table);
        output.WriteParagraph(FormattableString.Invariant($"In all {run.Lot.Energy / 3.6e6:F1} kWh/kg, {run.Lot.Time / 3600:F1} h, yield {run.Lot.Yield * 100:F0} %; grain boundaries hold {conductivity.GrainBoundaryShare * 100:F0} % of the resistance at 25 degC.{(PropertyChain.Strength(run.Lot) is { } strength ? $" Strength about {strength / 1e6:F0} MPa." : "")}"));
        foreach (var warning in run.Warnings)
        {
            output.WriteItem($"{warning.Operation}: {warning.Message} ({warning.Code})");
        }

        if (!recipe.Calibrated.IsEmpty)
        {
            output.WriteParagraph($"From the calibration: {string.Join(", ", recipe.Calibrated.Select(path => $"{path} {RecipeValue(recipe, path)}"))}.");
        }

        var defaults = recipe.Parameters.Where(parameter => !parameter.IsGiven && !recipe.Calibrated.Contains(parameter.Path)).Select(parameter => parameter.Path).ToArray();
        output.WriteParagraph($"Not stated by the recipe and taken as usual: {(defaults.Length > 0 ? string.Join(", ", defaults) : "nothing")}.");
    }

    /// <summary>What limits each step.</summary>
    public static void Explain(RecipeRun recipe, ImmutableArray<StepExplanation> steps, bool asJson, TextWriter output)
    {
        if (asJson)
        {
            JsonOutput.Write(output, json =>
            {
                json.WriteString("recipe", recipe.Id);
                WriteArray(json, "steps", steps, step =>
                {
                    json.WriteString("operation", step.Operation);
                    json.WriteString("limit", step.Limit);
                    json.WriteNumber("factor", Math.Round(step.Factor, 9));
                    WriteArray(json, "effects", step.Effects, effect =>
                    {
                        json.WriteString("parameter", effect.Path);
                        json.WriteString("change", effect.Change);
                        json.WriteNumber("conductivityChange", Math.Round(effect.Effect, 9));
                    });
                });
            });
            return;
        }

        var table = new TextTable("step", "limited by", ">factor", "moves the result most", ">conductivity");
        foreach (var step in steps)
        {
            table.Add(step.Operation, step.Limit, Text(step.Factor, "F3"), step.Lever is { } lever ? $"{lever.Path}, {lever.Change}" : "nothing", step.Lever is { } moved ? Text(moved.Effect * 100, "+0.0;-0.0") + " %" : "");
        }

        output.Write(table);
        output.WriteParagraph("'limited by' is what takes most from the conductivity after the step; the last columns say how the finished conductivity changes with one parameter of the step.");
    }

    /// <summary>Recipes side by side.</summary>
    public static void Compare(IReadOnlyList<(RecipeRun Recipe, ProcessResult Run)> runs, bool asJson, TextWriter output)
    {
        if (asJson)
        {
            JsonOutput.Write(output, json => WriteArray(json, "recipes", runs, item => WriteRun(json, item.Recipe, item.Run)));
            return;
        }

        var table = new TextTable(["quantity", .. runs.Select(item => ">" + item.Recipe.Id)]);
        void Row(string name, Func<RecipeRun, Lot, string> value) => table.Add([name, .. runs.Select(item => value(item.Recipe, item.Run.Lot))]);
        Row("material", (recipe, _) => recipe.Material.Id);
        Row("relative density", (_, lot) => Text(lot.RelativeDensity, "F3"));
        Row("grain size", (_, lot) => Quantity(lot.GrainSize, QuantityKinds.Length));
        Row("conductivity at 25 degC", (recipe, lot) => Quantity(recipe.Properties(lot).IonicConductivity, QuantityKinds.Conductivity));
        Row("share of grain boundaries", (recipe, lot) => Text(recipe.Properties(lot).GrainBoundaryShare * 100, "F0") + " %");
        Row("lithium lost", (_, lot) => Text(Loss(lot) * 100, "F2") + " %");
        Row("poorly conducting phases", (_, lot) => Text(lot.SecondaryPhaseFraction * 100, "F1") + " %");
        Row("energy", (_, lot) => Quantity(lot.Energy, QuantityKinds.ProcessEnergy));
        Row("time", (_, lot) => Quantity(lot.Time, QuantityKinds.Time));
        Row("yield", (_, lot) => Text(lot.Yield * 100, "F0") + " %");
        output.Write(table);
    }

    /// <summary>Where a map is best.</summary>
    public static void Map(RecipeMap map, bool asJson, TextWriter output)
    {
        var best = map.Best;
        if (asJson)
        {
            JsonOutput.Write(output, json =>
            {
                json.WriteString("recipe", map.Recipe.Id);
                json.WriteString("x", map.X.Path);
                json.WriteString("y", map.Y.Path);
                json.WriteNumber("islandShare", Math.Round(map.IslandShare, 6));
                json.WriteQuantity("bestConductivity", best.Value, QuantityKinds.Conductivity);
                json.WriteQuantity("bestX", map.Xs[best.X], map.X.Definition.Kind!);
                json.WriteQuantity("bestY", map.Ys[best.Y], map.Y.Definition.Kind!);
            });
            return;
        }

        output.WriteParagraph($"Best {Quantity(best.Value, QuantityKinds.Conductivity)} at {map.X.Path} {Quantity(map.Xs[best.X], map.X.Definition.Kind!)}, {map.Y.Path} {Quantity(map.Ys[best.Y], map.Y.Definition.Kind!)}; {Text(map.IslandShare * 100, "F0")} % of the map is within a tenth of it.");
    }

    /// <summary>Published against computed.</summary>
    public static void Validate(IReadOnlyList<ValidationRow> rows, bool asJson, TextWriter output)
    {
        static string Verdict(Agreement agreement) => agreement switch
        {
            Agreement.Reproduced => "reproduced", Agreement.Placed => "placed on it", Agreement.AfterCalibration => "after calibration", Agreement.LeftOut => "left out", _ => "not reproduced",
        };
        if (asJson)
        {
            JsonOutput.Write(output, json => WriteArray(json, "rows", rows, row =>
            {
                json.WriteString("table", row.Table);
                json.WriteString("what", row.What);
                json.WriteString("source", row.Source);
                json.WriteString("agreement", Verdict(row.Agreement));
                json.WriteString("remark", row.Remark);
                if (row.Agreement != Agreement.LeftOut)
                {
                    json.WriteString("recipe", row.Recipe);
                    json.WriteString("quantity", row.Quantity);
                    json.WriteQuantity("published", row.Published, row.Kind);
                    json.WriteString("bound", row.Bound.ToString().ToLowerInvariant());
                    json.WriteQuantity("computed", row.Computed, row.Kind);
                    json.WriteString("tolerance", row.Tolerance);
                }
            }));
            return;
        }

        static string Bound(PublishedBound bound) => bound switch { PublishedBound.Below => "< ", PublishedBound.Above => "> ", _ => "" };
        var table = new TextTable("", "what", "quantity", ">published", ">computed", "defaults");
        foreach (var row in rows.Where(row => row.Agreement != Agreement.LeftOut))
        {
            table.Add(row.Table, row.What, row.Quantity, Bound(row.Bound) + Quantity(row.Published, row.Kind), Quantity(row.Computed, row.Kind), Verdict(row.Agreement));
        }

        output.Write(table);
        output.WriteLine();
        foreach (var row in rows.Where(row => row.Agreement == Agreement.AfterCalibration))
        {
            output.WriteParagraph($"{row.What}, {row.Quantity}: with {row.Remark}", "    ", "  - ");
        }

        output.WriteLine();
        output.WriteParagraph("Left out:");
        foreach (var row in rows.Where(row => row.Agreement == Agreement.LeftOut))
        {
            output.WriteParagraph($"{row.Table}, {row.What}: {row.Remark}", "    ", "  - ");
        }

        int Count(Agreement agreement) => rows.Count(row => row.Agreement == agreement);
        output.WriteLine();
        output.WriteParagraph(FormattableString.Invariant($"{Count(Agreement.Reproduced)} reproduced by the defaults, {Count(Agreement.Placed)} because a constant was placed on them, {Count(Agreement.AfterCalibration)} with an allowed value of the parameter that the source leaves open, {Count(Agreement.NotReproduced)} not (a mechanism is missing, or the powder's constants), {Count(Agreement.LeftOut)} not computed. Tolerances: relative density 0.04; grain size, conductivity, resistance and hydrogen sulfide a factor of two; shares and strength 10 %; ratios 20 to 25 %."));
    }

    private static string RecipeValue(RecipeRun recipe, string path) => recipe.Parameters[recipe.IndexOf(path)] is var parameter ? Quantity(parameter.Value, parameter.Definition.Kind!) : "";

    private static void WriteRun(Utf8JsonWriter json, RecipeRun recipe, ProcessResult run)
    {
        json.WriteString("recipe", recipe.Id);
        json.WriteString("material", recipe.Material.Id);
        json.WriteString("source", recipe.Source);
        json.WriteStartArray("calibrated");
        recipe.Calibrated.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        WriteLot(json, recipe, run.Lot);
        WriteArray(json, "steps", run.Steps, step =>
        {
            json.WriteString("operation", step.Operation);
            WriteLot(json, recipe, step.After);
        });
        WriteArray(json, "warnings", run.Warnings, warning =>
        {
            json.WriteString("code", warning.Code);
            json.WriteString("operation", warning.Operation);
            json.WriteString("message", warning.Message);
        });
    }

    private static void WriteLot(Utf8JsonWriter json, RecipeRun recipe, Lot lot)
    {
        json.WriteNumber("relativeDensity", Math.Round(lot.RelativeDensity, 9));
        json.WriteQuantity("grainSize", lot.GrainSize, QuantityKinds.Length);
        json.WriteQuantity("conductivity", recipe.Properties(lot).IonicConductivity, QuantityKinds.Conductivity);
        json.WriteNumber("lithiumInSolid", Math.Round(lot.LithiumInSolid, 12));
        json.WriteNumber("lithiumInVapour", Math.Round(lot.LithiumInVapour, 12));
        json.WriteNumber("glassFraction", Math.Round(lot.GlassFraction, 9));
        json.WriteNumber("secondaryPhaseFraction", Math.Round(lot.SecondaryPhaseFraction, 9));
        json.WriteQuantity("energy", lot.Energy, QuantityKinds.ProcessEnergy);
        json.WriteQuantity("time", lot.Time, QuantityKinds.Time);
        json.WriteNumber("yield", Math.Round(lot.Yield, 9));
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
