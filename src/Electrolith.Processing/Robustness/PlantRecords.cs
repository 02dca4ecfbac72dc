using System.Collections.Immutable;
using System.Globalization;
using Electrolith.Materials.Documents;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Robustness;

/// <summary>A column of measured pieces.</summary>
/// <param name="Name">Heading without unit.</param>
/// <param name="Unit">Unit in the heading; empty for none.</param>
/// <param name="Result">The result it holds, or null when it is something else that was measured or set.</param>
/// <param name="Values">A number for every piece, SI for results, as written otherwise; NaN where the cell is empty.</param>
public sealed record PlantColumn(string Name, string Unit, RecipeResult? Result, double[] Values);

/// <summary>Measured pieces of a line: settings, results and lots, as a table.</summary>
/// <param name="Columns">Columns with numbers.</param>
/// <param name="Ignored">Names of columns with words.</param>
/// <param name="LotOf">Lot of every piece, numbered from 0; every piece its own when the table has no column <c>lot</c>.</param>
/// <param name="HasLots">True when the table has a column <c>lot</c>.</param>
public sealed record PlantRecords(ImmutableArray<PlantColumn> Columns, ImmutableArray<string> Ignored, int[] LotOf, bool HasLots)
{
    /// <summary>Number of pieces.</summary>
    public int Pieces => LotOf.Length;

    /// <summary>Values by lot; empty cells are left out.</summary>
    /// <param name="column">Which column.</param>
    public double[][] ByLot(PlantColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return [.. Enumerable.Range(0, Pieces).GroupBy(piece => LotOf[piece]).Select(group => group.Select(piece => column.Values[piece]).Where(double.IsFinite).ToArray()).Where(lot => lot.Length > 0)];
    }

    /// <summary>Reads a table with a header; units stand in brackets behind the name: <c>relative-density (%)</c>.</summary>
    /// <param name="file">Path, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <param name="bag">Receives every problem.</param>
    /// <returns>Null when there are problems.</returns>
    public static PlantRecords? Read(string file, string text, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(bag);
        var source = new SourceText(file, text);
        void Add(string code, int line, string field, string message, string? hint) => bag.Add(new Diagnostic(code, Severity.Error, source, new SourceSpan(line, 1, 1), field, message, hint));
        var all = CsvCells.Rows(text).ToList();
        if (all.Count == 0)
        {
            Add("EL2563", 1, "", "the table is empty", "begin with a header such as 'lot,sinter.temperature (degC),relative-density (%)'");
            return null;
        }

        var heads = all[0].Cells.Select(Heading).ToArray();
        foreach (var twice in heads.GroupBy(head => head.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            Add("EL2563", 1, twice.Key, $"the column '{twice.Key}' stands there twice", null);
        }

        var rows = new List<(int Line, string[] Cells)>();
        foreach (var row in all.Skip(1))
        {
            if (row.Cells.Length != heads.Length)
            {
                Add("EL2564", row.Line, "", $"{row.Cells.Length} cells, the header has {heads.Length}", null);
            }

            rows.Add(row);
        }

        if (rows.Count < 2)
        {
            Add("EL2563", 1, "", $"{rows.Count} pieces: at least two are needed", null);
        }

        return bag.HasErrors ? null : ReadColumns(heads, rows, Add, bag);
    }

    private static PlantRecords? ReadColumns((string Name, string Unit)[] heads, List<(int Line, string[] Cells)> rows, Action<string, int, string, string, string?> add, DiagnosticBag bag)
    {
        var (columns, ignored) = (ImmutableArray.CreateBuilder<PlantColumn>(), ImmutableArray.CreateBuilder<string>());
        var lots = Enumerable.Range(0, rows.Count).ToArray();
        var hasLots = false;
        for (var place = 0; place < heads.Length; place++)
        {
            string[] cells = [.. rows.Select(row => row.Cells[place])];
            if (heads[place].Name == "lot")
            {
                var names = cells.Distinct(StringComparer.Ordinal).ToList();
                (lots, hasLots) = ([.. cells.Select(cell => names.IndexOf(cell))], true);
            }
            else if (heads[place].Name == "piece")
            {
                // The number of a piece within its lot says nothing about it.
            }
            else if (!cells.Any(cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
            {
                ignored.Add(heads[place].Name);
            }
            else
            {
                columns.Add(Column(heads[place], cells, rows, add));
            }
        }

        return bag.HasErrors ? null : new PlantRecords(columns.ToImmutable(), ignored.ToImmutable(), lots, hasLots);
    }

    private static PlantColumn Column((string Name, string Unit) head, string[] cells, List<(int Line, string[] Cells)> rows, Action<string, int, string, string, string?> add)
    {
        var result = RecipeResults.TryGet(head.Name, out var known) ? known : null;
        var values = new double[cells.Length];
        for (var row = 0; row < cells.Length; row++)
        {
            if (cells[row].Length == 0)
            {
                values[row] = double.NaN;
            }
            else if (!double.TryParse(cells[row], NumberStyles.Float, CultureInfo.InvariantCulture, out values[row]) || !double.IsFinite(values[row]))
            {
                add("EL2565", rows[row].Line, head.Name, $"'{cells[row]}' is not a number", "leave the cell empty where nothing was measured");
            }
            else if (result is not null && !QuantityParser.TryParse($"{cells[row]} {head.Unit}", result.Kind, out values[row], out var problem))
            {
                add(problem!.Code, rows[row].Line, head.Name, problem.Message, $"write the unit in the header: '{head.Name} ({result.Kind.DisplayUnit})'");
                break;
            }
        }

        return new PlantColumn(head.Name, head.Unit, result, values);
    }

    private static (string Name, string Unit) Heading(string text)
    {
        var open = text.IndexOfAny(['(', '[']);
        return open <= 0 ? (text.Trim(), "") : (text[..open].Trim(), text[(open + 1)..].Trim(' ', ')', ']'));
    }
}
