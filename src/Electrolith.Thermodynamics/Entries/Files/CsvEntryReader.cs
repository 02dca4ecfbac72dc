using System.Globalization;
using Electrolith.Materials.Documents;
using Electrolith.Materials.Formulas;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Thermodynamics.Entries.Files;

/// <summary>Reads entries from a table.</summary>
internal static class CsvEntryReader
{
    private static readonly string[] IdColumns = ["id", "entry_id", "name"];

    /// <summary>Reads every row that can be read.</summary>
    /// <param name="source">The table.</param>
    /// <param name="bag">Receives every problem.</param>
    public static List<FileEntry> Read(SourceText source, DiagnosticBag bag)
    {
        var entries = new List<FileEntry>();
        if (CsvReader.Read(source, bag) is not { } table)
        {
            return entries;
        }

        var formulaColumn = table.IndexOf("formula");
        if (formulaColumn < 0)
        {
            Report(bag, source, new SourceSpan(1, 1, Math.Max(1, source.Line(1).Length)), EntryCodes.Missing, "the column formula is missing", NearestNames.Find("formula", table.Header) is [var near, ..] ? $"rename {near} to formula" : "name the columns in the first line, for example formula,formation_energy_eV_per_atom");
        }

        var energy = EnergyColumn.Find(table, bag);
        if (formulaColumn < 0 || energy is null)
        {
            return entries;
        }

        var idColumn = Array.Find(IdColumns, name => table.IndexOf(name) >= 0) is { } found ? table.IndexOf(found) : -1;
        foreach (var row in table.Rows)
        {
            var composition = Formula(source, bag, row, formulaColumn);
            var value = Number(source, bag, row, energy.Column);
            if (composition is not null && value is { } number)
            {
                entries.Add(new FileEntry(composition, energy.Unit.PerAtom(number, composition.AtomCount), energy.IsTotal, row[idColumn], row.SpanOf(energy.Column)));
            }
        }

        return entries;
    }

    private static Composition? Formula(SourceText source, DiagnosticBag bag, CsvRow row, int column)
    {
        if (FormulaParser.TryParse(row[column], out var composition, out var problem))
        {
            return composition;
        }

        var span = row.SpanOf(column);
        var at = source.Line(span.Line).IndexOf(row[column], Math.Clamp(span.Column - 1, 0, source.Line(span.Line).Length), StringComparison.Ordinal);
        span = row[column].Length == 0 || at < 0 ? span : span with { Column = at + 1 + problem.Offset, Length = problem.Length };
        Report(bag, source, span, problem.Code, $"formula \"{row[column]}\": {problem.Message}", problem.Hint);
        return null;
    }

    private static double? Number(SourceText source, DiagnosticBag bag, CsvRow row, int column)
    {
        if (double.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
        {
            return value;
        }

        var message = row[column].Length == 0 ? "the energy is missing" : $"\"{row[column]}\" is not an energy";
        Report(bag, source, row.SpanOf(column), EntryCodes.BadEnergy, message, "write a number such as -1.2345; the unit stands in the name of the column");
        return null;
    }

    private static void Report(DiagnosticBag bag, SourceText source, SourceSpan span, string code, string message, string? hint) =>
        bag.Add(new Diagnostic(code, Severity.Error, source, span, "", message, hint));
}
