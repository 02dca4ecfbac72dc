using System.Collections.Immutable;
using System.Globalization;
using Electrolith.Materials.Documents;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Fitting;

/// <summary>A peak of thermal analysis.</summary>
/// <param name="HeatingRate">K/s.</param>
/// <param name="Temperature">K.</param>
public readonly record struct ThermalPeak(double HeatingRate, double Temperature);

/// <summary>Reads peaks of thermal analysis at several heating rates: <c>heating_rate_K_per_min,peak_degC</c>; lines that begin with # are remarks.</summary>
public static class ThermalPeakFile
{
    /// <summary>Heading of the rates.</summary>
    public const string RateColumn = "heating_rate_K_per_min";

    /// <summary>Heading of the peaks; a table that has it is one of peaks.</summary>
    public const string PeakColumn = "peak_degC";

    /// <summary>True when the headings are those of peaks.</summary>
    /// <param name="text">Content of the file.</param>
    public static bool Recognises(string text) => Content(text).FirstOrDefault() is { Cells: { } heads } && heads.Contains(PeakColumn, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the peaks.</summary>
    /// <param name="file">Path, for messages.</param>
    /// <param name="text">Content.</param>
    /// <param name="bag">Receives every problem.</param>
    /// <returns>Peaks from slow to fast; empty when there are errors.</returns>
    public static ImmutableArray<ThermalPeak> Read(string file, string text, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(bag);
        var source = new SourceText(file, text);
        void Add(string code, int line, string field, string message, string? hint) => bag.Add(new Diagnostic(code, Severity.Error, source, new SourceSpan(line, 1, 1), field, message, hint));
        var rows = Content(text).ToList();
        var (rate, peak) = rows.Count == 0 ? (-1, -1) : (Place(rows[0].Cells, RateColumn), Place(rows[0].Cells, PeakColumn));
        if (rate < 0 || peak < 0)
        {
            Add("EL2582", rows.Count == 0 ? 1 : rows[0].Line, rate < 0 ? RateColumn : PeakColumn, $"the columns {RateColumn} and {PeakColumn} are expected", null);
            return [];
        }

        var peaks = ImmutableArray.CreateBuilder<ThermalPeak>();
        foreach (var (line, cells) in rows.Skip(1))
        {
            double Number(int place) => place < cells.Length && double.TryParse(cells[place], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
            var (perMinute, celsius) = (Number(rate), Number(peak));
            if (!(perMinute > 0) || !double.IsFinite(perMinute) || !(celsius > -PhysicalConstants.ZeroCelsius) || !double.IsFinite(celsius))
            {
                Add("EL2583", line, perMinute > 0 ? PeakColumn : RateColumn, "a heating rate above zero and a temperature above 0 K are expected", null);
                continue;
            }

            peaks.Add(new ThermalPeak(perMinute / 60, celsius + PhysicalConstants.ZeroCelsius));
        }

        if (!bag.HasErrors && peaks.Select(item => item.HeatingRate).Distinct().Count() < 2)
        {
            Add("EL2584", rows[0].Line, RateColumn, "one heating rate cannot give an activation energy", "measure at two more, each a factor of two to four apart");
        }

        return bag.HasErrors ? [] : [.. peaks.OrderBy(item => item.HeatingRate)];
    }

    private static int Place(string[] heads, string name) => Array.FindIndex(heads, head => string.Equals(head, name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<(int Line, string[] Cells)> Content(string text) => CsvCells.Rows(text).Where(row => row.Cells.Length > 0 && !row.Cells[0].StartsWith('#'));
}
