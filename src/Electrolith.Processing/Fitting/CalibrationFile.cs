using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Electrolith.Materials.Documents;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Fitting;

/// <summary>Writes and reads calibration files: YAML that a person can read and change.</summary>
public static class CalibrationFile
{
    private static readonly string[] Keys = ["format", "title", "data", "constants", "correlations", "notes"];
    private static readonly string[] ConstantKeys = ["value", "standard-error", "low", "high", "determined"];

    /// <summary>The text of a calibration.</summary>
    /// <param name="calibration">It.</param>
    public static string Write(Calibration calibration)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        var text = new StringBuilder().Append("format: ").Append(Calibration.Format).Append("\ntitle: ").Append(Quoted(calibration.Title)).Append('\n');
        text.Append(calibration.Data.IsEmpty ? "" : "data:\n");
        calibration.Data.ToList().ForEach(data => text.Append(CultureInfo.InvariantCulture, $"  - {{file: {Quoted(data.File)}, kind: {data.Kind}, readings: {data.Readings}}}\n"));
        text.Append("constants:\n");
        foreach (var constant in calibration.Constants)
        {
            var kind = Calibration.Parameter(constant.Path)!.Kind!;
            string Show(double value) => $"\"{QuantityPrinter.Format(value, kind, 7)}\"";
            text.Append(CultureInfo.InvariantCulture, $"  {constant.Path}: {{value: {Show(constant.Value)}");
            text.Append(constant.StandardError > 0 ? $", standard-error: {Show(constant.StandardError)}, low: {Show(constant.Low)}, high: {Show(constant.High)}" : "");
            text.Append(constant.IsDetermined ? "}\n" : ", determined: false}\n");
        }

        text.Append(calibration.Correlations.IsEmpty ? "" : "correlations:\n");
        calibration.Correlations.ToList().ForEach(item => text.Append(CultureInfo.InvariantCulture, $"  - [{item.First}, {item.Second}, {item.Value:0.####}]\n"));
        text.Append(calibration.Notes.IsEmpty ? "" : "notes:\n");
        calibration.Notes.ToList().ForEach(note => text.Append("  - ").Append(Quoted(note)).Append('\n'));
        return text.ToString();
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path.</param>
    /// <param name="bag">Receives every problem.</param>
    public static Calibration? Load(string path, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        return DocumentFile.Load(path, bag) is { } text && YamlReader.Read(text, bag) is { } root ? Read(root, bag) : null;
    }

    private static Calibration? Read(DocumentNode root, DiagnosticBag bag)
    {
        void Add(string code, DocumentNode node, string field, string message, string? hint) => bag.Add(new Diagnostic(code, Severity.Error, node.Source, node.Span, field, message, hint));
        if (root is not DocumentMap map || !map.TryGet("format", out var format) || format is not DocumentScalar { Text: Calibration.Format })
        {
            Add("EL2580", root, "format", $"a calibration begins with 'format: {Calibration.Format}'", "write one with 'electrolith process fit FILE.csv --out calibration.yaml'");
            return null;
        }

        foreach (var entry in map.Entries.Where(entry => !Keys.Contains(entry.Key.Text)))
        {
            Add("EL2504", entry.Key, entry.Key.Text, $"unknown '{entry.Key.Text}'", Near(entry.Key.Text, Keys));
        }

        var constants = ImmutableArray.CreateBuilder<CalibratedConstant>();
        if (map.TryGet("constants", out var list) && list is DocumentMap { Entries.Length: > 0 } given)
        {
            given.Entries.ToList().ForEach(entry => ReadConstant(entry, constants, Add));
        }
        else
        {
            Add("EL2503", list ?? map, "constants", "'constants' is missing: parameters of operations with their values", "for example 'sinter.densification-energy: {value: 400 kJ/mol}'");
        }

        var title = map.TryGet("title", out var node) && node is DocumentScalar scalar ? scalar.Text : "";
        return bag.HasErrors ? null : new Calibration { Title = title, Constants = constants.ToImmutable(), Correlations = Correlations(map), Notes = Notes(map) };
    }

    private static void ReadConstant(DocumentEntry entry, ImmutableArray<CalibratedConstant>.Builder constants, Action<string, DocumentNode, string, string, string?> add)
    {
        var path = entry.Key.Text;
        if (Calibration.Parameter(path) is not { } parameter)
        {
            add("EL2504", entry.Key, $"constants.{path}", $"no operation has '{path}'", Near(path, OperationCatalog.All.SelectMany(operation => operation.Parameters.Where(item => item.Kind is not null).Select(item => $"{operation.Name}.{item.Name}"))));
            return;
        }

        var map = entry.Value as DocumentMap;
        foreach (var inner in map?.Entries.Where(inner => !ConstantKeys.Contains(inner.Key.Text)) ?? [])
        {
            add("EL2504", inner.Key, $"constants.{path}.{inner.Key.Text}", $"unknown '{inner.Key.Text}'", Near(inner.Key.Text, ConstantKeys));
        }

        double Number(string key, double otherwise)
        {
            var node = map is null ? (key == "value" ? entry.Value : null) : map.TryGet(key, out var found) ? found : null;
            if (node is not DocumentScalar scalar)
            {
                return otherwise;
            }

            if (QuantityParser.TryParse(scalar.Text, parameter.Kind!, out var value, out var problem))
            {
                return value;
            }

            add(problem!.Code, node, $"constants.{path}.{key}", problem.Message, problem.Hint);
            return double.NaN;
        }

        var value = Number("value", double.NaN);
        if (double.IsNaN(value))
        {
            add("EL2503", entry.Value, $"constants.{path}", "a value is expected", $"for example '{{value: {parameter.Kind!.Example}}}'");
        }
        else if (value < parameter.Low || value > parameter.High)
        {
            add("EL2506", entry.Value, $"constants.{path}", $"{Recipes.RecipeRun.Show(value, parameter)} is outside {Recipes.RecipeRun.Range(parameter)}", null);
        }

        constants.Add(new CalibratedConstant(path, value, Number("standard-error", 0), Number("low", value), Number("high", value)) { IsDetermined = !(map?.TryGet("determined", out var word) == true && word is DocumentScalar { Text: "false" }) });
    }

    private static ImmutableArray<(string, string, double)> Correlations(DocumentMap map) => map.TryGet("correlations", out var node) && node is DocumentSequence list
        ? [.. list.Items.OfType<DocumentSequence>().Where(item => item.Items.Length == 3).Select(item => (item.Items[0].ToString()!, item.Items[1].ToString()!, double.TryParse(item.Items[2].ToString(), CultureInfo.InvariantCulture, out var value) ? Math.Clamp(value, -1, 1) : 0))]
        : [];

    private static ImmutableArray<string> Notes(DocumentMap map) => map.TryGet("notes", out var node) && node is DocumentSequence list ? [.. list.Items.OfType<DocumentScalar>().Select(item => item.Text)] : [];

    private static string? Near(string wrong, IEnumerable<string> known) => NearestNames.Find(wrong, known) is { Count: > 0 } near ? $"did you mean {string.Join(", ", near)}?" : null;

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
