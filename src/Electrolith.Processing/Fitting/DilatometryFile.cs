using System.Collections.Immutable;
using System.Globalization;
using Electrolith.Materials.Documents;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Fitting;

/// <summary>Reads dilatometer runs from a table: <c>run,time_s,temperature_degC,relative_density</c>; lines that begin with # are remarks.</summary>
public static class DilatometryFile
{
    /// <summary>The columns, in any order.</summary>
    public static ImmutableArray<string> Columns { get; } = ["run", "time_s", "temperature_degC", "relative_density"];

    private const int MostComplaints = 10;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path.</param>
    /// <param name="bag">Receives every problem.</param>
    /// <returns>Runs with their names, in the order of the file; empty when there are errors.</returns>
    public static ImmutableArray<(string Name, DilatometerRun Run)> Load(string path, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        return DocumentFile.Load(path, bag) is { } text ? Read(text, bag) : [];
    }

    private static ImmutableArray<(string, DilatometerRun)> Read(SourceText text, DiagnosticBag bag)
    {
        void Add(string code, int line, string field, string message, string? hint) => bag.Add(new Diagnostic(code, Severity.Error, text, new SourceSpan(line, 1, Math.Max(1, text.Line(line).Length)), field, message, hint));
        var heading = Enumerable.Range(1, text.LineCount).FirstOrDefault(line => IsContent(text.Line(line)));
        if (heading == 0)
        {
            Add("EL2581", 1, "", "the file holds no table", $"the first line is '{string.Join(',', Columns)}'");
            return [];
        }

        var names = text.Line(heading).Split(',').Select(cell => cell.Trim().Trim('"')).ToArray();
        foreach (var missing in Columns.Where(column => !names.Contains(column)))
        {
            var near = NearestNames.Find(missing, names);
            Add("EL2582", heading, missing, $"the column '{missing}' is missing", near.Count > 0 ? $"'{near[0]}' is there: rename it, and mind the unit" : $"expected are {string.Join(", ", Columns)}");
        }

        if (bag.HasErrors)
        {
            return [];
        }

        var places = Columns.Select(column => Array.IndexOf(names, column)).ToArray();
        var runs = new Dictionary<string, List<(double Time, double Temperature, double Density)>>(StringComparer.Ordinal);
        var complaints = 0;
        for (var line = heading + 1; line <= text.LineCount; line++)
        {
            if (IsContent(text.Line(line)) && ReadRow(text.Line(line).Split(','), places, runs) is { } problem && complaints++ < MostComplaints)
            {
                Add("EL2583", line, problem.Field, problem.Message, complaints == MostComplaints ? "further rows of this kind are not listed" : problem.Hint);
            }
        }

        if (!bag.HasErrors && runs.Count == 0)
        {
            Add("EL2581", heading, "", "there is no reading below the headings", "each row is a reading: run, time, temperature, relative density");
        }

        return bag.HasErrors ? [] : [.. runs.Select(run => (run.Key, new DilatometerRun([.. run.Value])))];
    }

    private static bool IsContent(string line) => !string.IsNullOrWhiteSpace(line) && !line.TrimStart().StartsWith('#');

    private static (string Field, string Message, string? Hint)? ReadRow(string[] cells, int[] places, Dictionary<string, List<(double, double, double)>> runs)
    {
        if (cells.Length <= places.Max())
        {
            return ("", $"{places.Max() + 1} columns are expected, there are {cells.Length}", "decimal points, and commas between the columns");
        }

        var numbers = new double[3];
        for (var at = 0; at < 3; at++)
        {
            if (!double.TryParse(cells[places[at + 1]], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[at]) || !double.IsFinite(numbers[at]))
            {
                return (Columns[at + 1], $"a number is expected, got '{cells[places[at + 1]].Trim()}'", null);
            }
        }

        var (time, kelvin, density) = (numbers[0], numbers[1] + PhysicalConstants.ZeroCelsius, numbers[2]);
        if (!(kelvin > 0))
        {
            return (Columns[2], $"{numbers[1]} degC is below 0 K", null);
        }

        if (density is <= 0 or > 1)
        {
            return (Columns[3], $"a relative density above 0 to 1 is expected, got {density}", density is > 1 and <= 100 ? "percent? divide by 100" : null);
        }

        var name = cells[places[0]].Trim().Trim('"');
        if (!runs.TryGetValue(name, out var points))
        {
            runs[name] = points = [];
        }

        if (points.Count > 0 && time <= points[^1].Item1)
        {
            return (Columns[1], $"the times of run '{name}' ascend; {time} s follows {points[^1].Item1} s", "a second run has another name in the column 'run'");
        }

        points.Add((time, kelvin, density));
        return null;
    }
}
