using System.Collections.Immutable;
using System.Globalization;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cells.Files;

/// <summary>A measured discharge or charge, as cyclers export it.</summary>
/// <param name="Time">From the first row, s.</param>
/// <param name="Current">A, as in the file; empty when it has no such column.</param>
/// <param name="Voltage">V.</param>
public sealed record MeasuredCurve(ImmutableArray<double> Time, ImmutableArray<double> Current, ImmutableArray<double> Voltage)
{
    // Column names of common exports (BioLogic, Neware, Arbin, Maccor, plain), lower case without blanks, and the factor to SI.
    private static readonly (string Name, double Factor)[] Times =
    [
        ("time/s", 1), ("time_s", 1), ("t_s", 1), ("time(s)", 1), ("time[s]", 1), ("test_time(s)", 1), ("testtime(s)", 1), ("testtime", 1), ("time", 1), ("t", 1),
        ("time/h", 3600), ("time(h)", 3600), ("time_h", 3600), ("time/min", 60), ("time(min)", 60), ("time_min", 60),
    ];

    private static readonly (string Name, double Factor)[] Currents =
    [
        ("i/ma", 1e-3), ("<i>/ma", 1e-3), ("control/ma", 1e-3), ("current(a)", 1), ("current[a]", 1), ("current_a", 1), ("amps", 1), ("current(ma)", 1e-3), ("current_ma", 1e-3), ("cur(ma)", 1e-3), ("current", 1), ("i", 1), ("i/a", 1),
    ];

    private static readonly (string Name, double Factor)[] Voltages =
    [
        ("ewe/v", 1), ("ecell/v", 1), ("<ewe>/v", 1), ("voltage(v)", 1), ("voltage[v]", 1), ("voltage_v", 1), ("volts", 1), ("voltage", 1), ("v", 1), ("voltage(mv)", 1e-3), ("voltage_mv", 1e-3),
    ];

    /// <summary>Reads an export: separators, preamble and column names are recognised.</summary>
    /// <param name="source">The text.</param>
    /// <param name="bag">Receives EL2320 (no such columns) and EL2321 (a bad row).</param>
    /// <returns>The curve; null when there were errors.</returns>
    public static MeasuredCurve? Read(SourceText source, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(bag);
        var lines = source.Content.Split('\n');
        for (var header = 0; header < Math.Min(lines.Length, 200); header++)
        {
            foreach (var separator in new[] { '\t', ';', ',' })
            {
                var names = Cells(lines[header], separator).Select(name => name.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal).Trim('"')).ToArray();
                var (time, voltage, current) = (Find(names, Times), Find(names, Voltages), Find(names, Currents));
                if (time.Index >= 0 && voltage.Index >= 0)
                {
                    return Rows(source, bag, lines, header + 1, separator, time, voltage, current);
                }
            }
        }

        bag.Add(new Diagnostic("EL2320", Severity.Error, source, new SourceSpan(1, 1, 1), "", "no columns of time and voltage were found", "for example time/s,Ewe/V,I/mA or Test_Time(s),Current(A),Voltage(V)"));
        return null;
    }

    private static MeasuredCurve? Rows(SourceText source, DiagnosticBag bag, string[] lines, int first, char separator, (int Index, double Factor) time, (int Index, double Factor) voltage, (int Index, double Factor) current)
    {
        var (times, currents, voltages) = (ImmutableArray.CreateBuilder<double>(), ImmutableArray.CreateBuilder<double>(), ImmutableArray.CreateBuilder<double>());
        for (var row = first; row < lines.Length; row++)
        {
            if (string.IsNullOrWhiteSpace(lines[row]))
            {
                continue;
            }

            var cells = Cells(lines[row], separator);
            if (!Value(cells, time, separator, out var t) || !Value(cells, voltage, separator, out var v))
            {
                bag.Add(new Diagnostic("EL2321", Severity.Error, source, new SourceSpan(row + 1, 1, Math.Max(lines[row].TrimEnd().Length, 1)), "", "time and voltage of this row are not numbers", Hint: null));
                return null;
            }

            var i = 0.0;
            if (current.Index >= 0 && !Value(cells, current, separator, out i))
            {
                i = 0;
            }

            times.Add(t);
            voltages.Add(v);
            currents.Add(i);
        }

        if (times.Count < 5)
        {
            bag.Add(new Diagnostic("EL2321", Severity.Error, source, new SourceSpan(first, 1, 1), "", $"{times.Count} rows are too few for a curve", Hint: null));
            return null;
        }

        var start = times[0];
        return new MeasuredCurve([.. times.Select(t => t - start)], current.Index >= 0 ? currents.ToImmutable() : [], voltages.ToImmutable());
    }

    private static string[] Cells(string line, char separator) => line.TrimEnd('\r').Split(separator, StringSplitOptions.TrimEntries);

    private static (int Index, double Factor) Find(string[] names, (string Name, double Factor)[] known)
    {
        foreach (var (name, factor) in known)
        {
            var index = Array.IndexOf(names, name);
            if (index >= 0)
            {
                return (index, factor);
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

        var text = cells[column.Index].Trim('"');
        // A decimal comma where commas do not separate.
        text = separator == ',' ? text : text.Replace(',', '.');
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
        value *= column.Factor;
        return isNumber;
    }
}
