using Electrolith.Materials.Documents;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Thermodynamics.Entries.Files;

/// <summary>The column of a table that states the energies.</summary>
/// <param name="Column">Position, from 0.</param>
/// <param name="IsTotal">Total energies; otherwise formation energies.</param>
/// <param name="Unit">Their unit.</param>
internal sealed record EnergyColumn(int Column, bool IsTotal, EnergyUnit Unit)
{
    private const string Formation = "formation_energy";
    private const string Total = "energy";

    /// <summary>Finds the one column with energies.</summary>
    /// <param name="table">The table.</param>
    /// <param name="bag">Receives EL1304, EL1307 and EL1311.</param>
    /// <returns>The column; null with a message when there is none or more than one.</returns>
    public static EnergyColumn? Find(CsvTable table, DiagnosticBag bag)
    {
        var columns = new List<EnergyColumn>();
        var unitProblem = false;
        for (var column = 0; column < table.Header.Length; column++)
        {
            var name = table.Header[column];
            var stem = name.StartsWith(Formation, StringComparison.Ordinal) ? Formation : name.StartsWith(Total, StringComparison.Ordinal) && !name.StartsWith("energy_above", StringComparison.Ordinal) ? Total : null;
            if (stem is null)
            {
                continue;
            }

            if (EnergyUnit.All.FirstOrDefault(unit => name == $"{stem}_{unit.ColumnSuffix}") is { } unit)
            {
                columns.Add(new EnergyColumn(column, stem == Total, unit));
            }
            else
            {
                unitProblem = true;
                Report(bag, table, name, EntryCodes.BadUnit, name == stem ? $"the column {name} does not say its unit" : $"the unit of the column {name} is not known");
            }
        }

        if (columns.Count == 0 && !unitProblem)
        {
            Report(bag, table, "", EntryCodes.Missing, "no column states an energy");
        }
        else if (columns.Count > 1)
        {
            Report(bag, table, table.Header[columns[1].Column], EntryCodes.Contradiction, $"{columns.Count} columns state an energy: {string.Join(", ", columns.Select(column => table.Header[column.Column]))}");
        }

        return columns.Count == 1 && !unitProblem ? columns[0] : null;
    }

    private static void Report(DiagnosticBag bag, CsvTable table, string name, string code, string message)
    {
        var header = Enumerable.Range(1, table.Source.LineCount).First(number => table.Source.Line(number) is { Length: > 0 } line && line[0] != '#');
        var text = table.Source.Line(header);
        var span = name.Length == 0 ? new SourceSpan(header, 1, text.Length) : new SourceSpan(header, Math.Max(0, Position(text, name)) + 1, name.Length);
        bag.Add(new Diagnostic(code, Severity.Error, table.Source, span, name, message, $"name one column {EnergyUnit.KnownColumns}"));
    }

    private static int Position(string header, string name)
    {
        var start = 0;
        foreach (var field in header.Split(','))
        {
            if (field.Trim().Trim('"') == name)
            {
                return start + field.IndexOf(name, StringComparison.Ordinal);
            }

            start += field.Length + 1;
        }

        return 0;
    }
}
