using System.Collections.Immutable;
using System.Globalization;
using Electrolith.Cells.Dynamics;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cells.Files;

/// <summary>Reads a load over time, such as a drive cycle: each row holds until the time of the next one.</summary>
/// <remarks>
/// Positive is discharge. Columns: <c>time_s</c> (or min, h) and one of <c>current_mA/cm2</c>, <c>current_A/m2</c>, <c>rate_C</c>, <c>power_mW/cm2</c>,
/// <c>power_W/m2</c>. The last row ends the cycle. A voltage limit of the cell ends the whole run.
/// </remarks>
public static class DriveCycle
{
    private const int MostRows = 1_000_000;

    private static readonly (string Unit, double Factor)[] Times = [("s", 1), ("min", 60), ("h", 3600)];

    private static readonly (string Name, StepKind Kind, (string Unit, double Factor)[] Units)[] Loads =
    [
        ("current", StepKind.Current, [("ma/cm2", 10), ("a/m2", 1), ("a/cm2", 1e4)]), ("rate", StepKind.Rate, [("c", 1), ("1/h", 1)]), ("power", StepKind.Power, [("mw/cm2", 10), ("w/m2", 1), ("w/cm2", 1e4)]),
    ];

    /// <summary>Reads the table.</summary>
    /// <param name="source">Comma-, semicolon- or tab-separated text.</param>
    /// <param name="bag">Receives EL2322 (columns) and EL2323 (a bad row).</param>
    /// <param name="repeats">How often the cycle runs.</param>
    /// <returns>The protocol; null when there were errors.</returns>
    public static Protocol? Read(SourceText source, DiagnosticBag bag, int repeats = 1)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(bag);
        var lines = source.Content.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        var separator = lines[0].Contains('\t', StringComparison.Ordinal) ? '\t' : lines[0].Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var names = lines[0].Split(separator).Select(name => name.Trim().Trim('"').ToLowerInvariant()).ToArray();
        var time = Find(names, "time", Times);
        var (load, kind) = Loads.Select(item => (Column: Find(names, item.Name, item.Units), item.Kind)).FirstOrDefault(item => item.Column.Index >= 0, ((-1, 1), StepKind.Rest));
        if (time.Index < 0 || load.Index < 0)
        {
            bag.Add(new Diagnostic("EL2322", Severity.Error, source, new SourceSpan(1, 1, Math.Max(1, lines[0].Length)), "", time.Index < 0 ? "no column of time with its unit" : "no column of current density, rate or power density with its unit",
                "for example time_s,current_mA/cm2 or time_s,rate_C or time_s,power_mW/cm2"));
            return null;
        }

        var rows = Rows(source, bag, lines, separator, time, load);
        return bag.HasErrors ? null : new Protocol(Steps(rows, kind), Math.Max(1, repeats)) { StopsAtVoltage = true };
    }

    private static List<(double Time, double Value)> Rows(SourceText source, DiagnosticBag bag, string[] lines, char separator, (int Index, double Factor) time, (int Index, double Factor) load)
    {
        var rows = new List<(double Time, double Value)>();
        for (var row = 1; row < lines.Length && !bag.HasErrors; row++)
        {
            if (string.IsNullOrWhiteSpace(lines[row]))
            {
                continue;
            }

            var cells = lines[row].Split(separator);
            var span = new SourceSpan(row + 1, 1, Math.Max(1, lines[row].Length));
            if (!Value(cells, time, separator, out var t) || !Value(cells, load, separator, out var value))
            {
                bag.Add(new Diagnostic("EL2323", Severity.Error, source, span, "", "time and load of this row are not numbers", Hint: null));
            }
            else if (rows.Count > 0 && !(t > rows[^1].Time))
            {
                bag.Add(new Diagnostic("EL2323", Severity.Error, source, span, "time", $"the time {t:G6} s does not come after {rows[^1].Time:G6} s", "sort the rows, and leave out repeated times"));
            }
            else
            {
                rows.Add((t, value));
            }
        }

        if (!bag.HasErrors && rows.Count is < 2 or > MostRows)
        {
            bag.Add(new Diagnostic("EL2323", Severity.Error, source, new SourceSpan(1, 1, 1), "", $"{rows.Count} rows: two to a million are expected, the last one ends the cycle", Hint: null));
        }

        return rows;
    }

    // Rows with the same load are one step.
    private static ImmutableArray<ProtocolStep> Steps(List<(double Time, double Value)> rows, StepKind kind)
    {
        var steps = ImmutableArray.CreateBuilder<ProtocolStep>();
        for (var row = 0; row + 1 < rows.Count; row++)
        {
            var (duration, value) = (rows[row + 1].Time - rows[row].Time, rows[row].Value);
            var own = value == 0 ? StepKind.Rest : kind;
            if (steps.Count > 0 && steps[^1].Kind == own && steps[^1].Value == value)
            {
                steps[^1] = steps[^1] with { Duration = steps[^1].Duration + duration };
                continue;
            }

            var text = own switch
            {
                StepKind.Rest => "rest", StepKind.Rate => $"{value:G4} C", StepKind.Power => $"{value / 10:G4} mW/cm2", _ => $"{value / 10:G4} mA/cm2",
            };
            steps.Add(new ProtocolStep { Kind = own, Value = value, Duration = duration, Text = text });
        }

        return steps.ToImmutable();
    }

    private static (int Index, double Factor) Find(string[] names, string name, (string Unit, double Factor)[] units)
    {
        for (var index = 0; index < names.Length; index++)
        {
            if (names[index].StartsWith(name, StringComparison.Ordinal))
            {
                var unit = names[index][name.Length..].Trim(' ', '_', '/', '(', ')', '[', ']').Replace(" ", "", StringComparison.Ordinal).Replace("cm-2", "/cm2", StringComparison.Ordinal);
                var known = Array.FindIndex(units, item => item.Unit == unit);
                if (known >= 0)
                {
                    return (index, units[known].Factor);
                }
            }
        }

        return (-1, 1);
    }

    private static bool Value(string[] cells, (int Index, double Factor) column, char separator, out double value)
    {
        value = 0;
        if (column.Index >= cells.Length)
        {
            return false;
        }

        var text = cells[column.Index].Trim().Trim('"');
        var isNumber = double.TryParse(separator == ',' ? text : text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
        value *= column.Factor;
        return isNumber;
    }
}
