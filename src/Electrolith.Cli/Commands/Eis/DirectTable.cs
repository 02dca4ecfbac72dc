using System.Globalization;
using Electrolith.Materials.Documents;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cli.Commands.Eis;

/// <summary>Reads a table of direct-current measurements; a heading is a quantity with its unit, such as <c>current_uA</c> or <c>time/h</c>.</summary>
internal static class DirectTable
{
    /// <summary>Columns in SI units, in the order asked for; null after problems were noted.</summary>
    /// <param name="path">File.</param>
    /// <param name="bag">Receives the problems.</param>
    /// <param name="wanted">Names of the quantities with their kinds.</param>
    public static double[][]? Read(string path, DiagnosticBag bag, params (string Name, QuantityKind Kind)[] wanted)
    {
        if (DocumentFile.Load(path, bag) is not { } source || CsvReader.Read(source, bag) is not { } table)
        {
            return null;
        }

        var columns = new (int Index, string Unit)[wanted.Length];
        for (var at = 0; at < wanted.Length; at++)
        {
            var (name, kind) = wanted[at];
            var index = table.Header.ToList().FindIndex(heading => heading.StartsWith(name, StringComparison.OrdinalIgnoreCase));
            var unit = index < 0 ? "" : table.Header[index][name.Length..].Trim(' ', '_', '/', '(', ')', '[', ']', ',');
            if (index < 0 || !QuantityParser.TryParse($"1 {unit}", kind, out _, out _))
            {
                bag.Add(new Diagnostic("EL1451", Severity.Error, source, new SourceSpan(1, 1, Math.Max(1, string.Join(",", table.Header).Length)), name,
                    index < 0 ? $"no column '{name}'" : $"'{table.Header[index]}' has no unit of {kind.Name}", $"name it for example {name}_{kind.DisplayUnit}"));
                return null;
            }

            columns[at] = (index, unit);
        }

        var values = wanted.Select(_ => new double[table.Rows.Length]).ToArray();
        for (var row = 0; row < table.Rows.Length; row++)
        {
            for (var at = 0; at < wanted.Length; at++)
            {
                var text = table.Rows[row][columns[at].Index];
                if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    || !QuantityParser.TryParse($"{number.ToString("R", CultureInfo.InvariantCulture)} {columns[at].Unit}", wanted[at].Kind, out values[at][row], out _))
                {
                    bag.Add(new Diagnostic("EL1452", Severity.Error, source, table.Rows[row].SpanOf(columns[at].Index), wanted[at].Name, $"'{text}' is not a number", "write it with a decimal point, without a unit"));
                }
            }
        }

        return bag.HasErrors ? null : values;
    }
}
