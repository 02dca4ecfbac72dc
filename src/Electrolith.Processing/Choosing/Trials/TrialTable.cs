using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Electrolith.Materials.Documents;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Choosing.Trials;

/// <summary>Reads a table of trials: a column for each setting and result, with its unit in brackets, and if wanted <c>trial</c>, <c>failed</c> and <c>note</c>.</summary>
/// <param name="table">The table.</param>
/// <param name="bag">Receives every problem.</param>
public sealed class TrialTable(CsvTable table, DiagnosticBag bag)
{
    /// <summary>Columns that are neither a setting nor a result.</summary>
    internal static readonly string[] Own = ["trial", "failed", "note"];

    private static readonly string[] Yes = ["yes", "y", "true", "1", "x", "failed"];
    private static readonly string[] No = ["no", "n", "false", "0", ""];

    private readonly ImmutableArray<(string Name, string Unit)> columns = [.. table.Header.Select(Split)];

    /// <summary>Results of one's own that the table has beside those of a recipe; plain numbers.</summary>
    public ImmutableArray<RecipeResult> OwnResults =>
    [
        .. columns.Where(column => !Own.Contains(column.Name) && !RecipeResults.TryGet(column.Name, out _))
            .Select(column => new RecipeResult(column.Name, QuantityKinds.Dimensionless, "A column of the table", (_, _) => double.NaN)),
    ];

    /// <summary>Reads the trials.</summary>
    /// <param name="varied">Settings.</param>
    /// <param name="results">Results that are wanted or limited.</param>
    /// <returns>The trials in their order; rows with errors are left out.</returns>
    public ImmutableArray<Trial> Read(ImmutableArray<VariedParameter> varied, ImmutableArray<RecipeResult> results)
    {
        var settings = varied.Select(item => Column(item.Path, item.Kind, isSetting: true)).ToArray();
        var measured = results.Select(item => Column(item.Name, item.Kind, isSetting: false)).ToArray();
        if (settings.Contains(-1) || measured.Contains(-1))
        {
            return [];
        }

        for (var i = 0; i < columns.Length; i++)
        {
            if (!Own.Contains(columns[i].Name) && !settings.Contains(i) && !measured.Contains(i) && !RecipeResults.TryGet(columns[i].Name, out _))
            {
                bag.Add(new Diagnostic("EL2532", Severity.Warning, table.Source, Header(i), columns[i].Name, $"the column '{table.Header[i]}' is neither varied nor asked for and is not used", "vary it with --vary, or leave it out"));
            }
        }

        var trials = ImmutableArray.CreateBuilder<Trial>();
        foreach (var row in table.Rows)
        {
            if (ReadRow(row, varied, results, settings, measured, trials.Count + 1) is { } trial)
            {
                trials.Add(trial);
            }
        }

        return trials.ToImmutable();
    }

    /// <summary>Name and unit of a column such as <c>sinter.time [h]</c>.</summary>
    internal static (string Name, string Unit) Split(string header)
    {
        var match = Regex.Match(header, @"^(?<name>[^\[\(]*?)\s*(\[(?<unit>[^\]]*)\]|\((?<unit>[^\)]*)\))?\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return match.Success ? (match.Groups["name"].Value.Trim(), match.Groups["unit"].Value.Trim()) : (header.Trim(), "");
    }

    private Trial? ReadRow(CsvRow row, ImmutableArray<VariedParameter> varied, ImmutableArray<RecipeResult> results, int[] settings, int[] measured, int number)
    {
        var isGood = true;
        var position = new double[varied.Length];
        for (var k = 0; k < varied.Length; k++)
        {
            if (Cell(row, settings[k], varied[k].Kind, isRequired: true) is { } value && (!varied[k].IsLogarithmic || value > 0))
            {
                position[k] = varied[k].ShareOf(value);
                Outside(row, settings[k], varied[k], value, position[k]);
            }
            else
            {
                isGood = false;
                if (row[settings[k]].Length > 0 && !bag.HasErrors)
                {
                    bag.Add(new Diagnostic("EL2533", Severity.Error, table.Source, row.SpanOf(settings[k]), varied[k].Path, $"{varied[k].Path} must be above zero", null));
                }
            }
        }

        var found = ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        for (var k = 0; k < results.Length; k++)
        {
            if (row[measured[k]].Length > 0)
            {
                var value = Cell(row, measured[k], results[k].Kind, isRequired: false);
                isGood &= value is not null;
                found[results[k].Name] = value ?? 0;
            }
        }

        var state = State(row, found.Count > 0);
        var name = row[table.IndexOf("trial")];
        return isGood && state is { } known ? new Trial(name.Length > 0 ? name : number.ToString(System.Globalization.CultureInfo.InvariantCulture), position, known == TrialState.Failed ? ImmutableDictionary<string, double>.Empty : found.ToImmutable(), known) : null;
    }

    private void Outside(CsvRow row, int column, VariedParameter varied, double value, double share)
    {
        if (share is < -1e-9 or > 1 + 1e-9)
        {
            bag.Add(new Diagnostic("EL2534", Severity.Warning, table.Source, row.SpanOf(column), varied.Path, $"{varied.Show(value)} is outside the range of --vary, {varied.Show(varied.Low)} to {varied.Show(varied.High)}", "the trial is used; new ones stay inside the range"));
        }
    }

    /// <summary>With a column <c>failed</c> an empty row is a plan; without one it is a failure.</summary>
    private TrialState? State(CsvRow row, bool hasResults)
    {
        var column = table.IndexOf("failed");
        var word = row[column].ToLowerInvariant();
        if (Yes.Contains(word))
        {
            return TrialState.Failed;
        }

        if (!No.Contains(word))
        {
            bag.Add(new Diagnostic("EL2535", Severity.Error, table.Source, row.SpanOf(column), "failed", $"'{row[column]}' is neither yes nor no", "write yes, no, or nothing"));
            return null;
        }

        return hasResults ? TrialState.Measured : column < 0 || word.Length > 0 ? TrialState.Failed : TrialState.Planned;
    }

    private int Column(string name, QuantityKind kind, bool isSetting)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Name == name)
            {
                if (columns[i].Unit.Length > 0 && kind != QuantityKinds.Dimensionless && !QuantityParser.TryParse($"1 {columns[i].Unit}", kind, out _, out var problem))
                {
                    bag.Add(new Diagnostic(problem!.Code, Severity.Error, table.Source, Header(i), name, problem.Message, problem.Hint));
                    return -1;
                }

                return i;
            }
        }

        var wanted = kind.DisplayUnit.Length > 0 ? $"{name} [{kind.DisplayUnit}]" : name;
        var nearest = NearestNames.Find(name, columns.Select(column => column.Name));
        bag.Add(new Diagnostic("EL2531", Severity.Error, table.Source, Header(-1), name, $"the table has no column '{name}', which is {(isSetting ? "varied" : "asked for")}",
            nearest.Count > 0 ? $"did you mean {string.Join(", ", nearest)}? Else add '{wanted}'" : $"add a column '{wanted}'"));
        return -1;
    }

    private double? Cell(CsvRow row, int column, QuantityKind kind, bool isRequired)
    {
        var text = row[column];
        if (text.Length == 0)
        {
            if (isRequired)
            {
                bag.Add(new Diagnostic("EL2533", Severity.Error, table.Source, row.SpanOf(column), columns[column].Name, $"{columns[column].Name} is empty: every trial, also a failed one, has its settings", null));
            }

            return null;
        }

        var isBare = columns[column].Unit.Length > 0 && double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);
        var whole = isBare && kind != QuantityKinds.Dimensionless ? $"{text} {columns[column].Unit}" : text;
        if (QuantityParser.TryParse(whole, kind, out var value, out var problem))
        {
            return value;
        }

        bag.Add(new Diagnostic(problem!.Code, Severity.Error, table.Source, row.SpanOf(column), columns[column].Name, problem.Message, columns[column].Unit.Length == 0 && kind.DisplayUnit.Length > 0 ? $"name the unit in the header: '{columns[column].Name} [{kind.DisplayUnit}]'" : problem.Hint));
        return null;
    }

    private SourceSpan Header(int column)
    {
        var first = Enumerable.Range(1, table.Source.LineCount).FirstOrDefault(line => table.Source.Line(line) is { Length: > 0 } text && text[0] != '#');
        var at = column < 0 ? -1 : table.Source.Line(first).IndexOf(table.Header[column], StringComparison.Ordinal);
        return new SourceSpan(first, Math.Max(at, 0) + 1, Math.Max(1, column < 0 ? table.Source.Line(first).Length : table.Header[column].Length));
    }
}
