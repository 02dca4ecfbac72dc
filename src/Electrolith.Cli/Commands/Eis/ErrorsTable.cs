using System.Globalization;
using Electrolith.Impedance.Fitting;
using Electrolith.Materials.Documents;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cli.Commands.Eis;

/// <summary>Reads standard deviations of a spectrum: a table with the columns <c>frequency_Hz,real_ohm,imaginary_ohm</c>.</summary>
internal static class ErrorsTable
{
    private static readonly string[] Columns = ["frequency", "real", "imaginary"];

    /// <summary>Reads a file; null after problems were noted.</summary>
    /// <param name="path">Path.</param>
    /// <param name="bag">Receives every problem.</param>
    public static MeasuredErrors? Read(string path, DiagnosticBag bag)
    {
        if (DocumentFile.Load(path, bag) is not { } source || CsvReader.Read(source, bag) is not { } table)
        {
            return null;
        }

        int[] columns = [.. Columns.Select(name => table.Header.ToList().FindIndex(heading => heading.StartsWith(name, StringComparison.OrdinalIgnoreCase)))];
        var isWrong = false;
        for (var at = 0; at < columns.Length; at++)
        {
            if (columns[at] < 0)
            {
                isWrong = true;
                bag.Add(new Diagnostic("EL1453", Severity.Error, source, new SourceSpan(1, 1, Math.Max(1, string.Join(",", table.Header).Length)), Columns[at], $"no column '{Columns[at]}'", "the columns are frequency_Hz, real_ohm and imaginary_ohm; the last two are standard deviations"));
            }
        }

        var points = new List<(double, double, double)>();
        for (var row = 0; row < table.Rows.Length && !isWrong; row++)
        {
            var values = new double[columns.Length];
            for (var at = 0; at < columns.Length; at++)
            {
                var text = table.Rows[row][columns[at]];
                if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out values[at]) || !(values[at] > 0) || !double.IsFinite(values[at]))
                {
                    bag.Add(new Diagnostic("EL1454", Severity.Error, source, table.Rows[row].SpanOf(columns[at]), Columns[at], $"'{text}' is not a number above zero", "frequencies in Hz, standard deviations in ohm"));
                }
            }

            points.Add((values[0], values[1], values[2]));
        }

        return bag.HasErrors ? null : new MeasuredErrors(points);
    }
}
