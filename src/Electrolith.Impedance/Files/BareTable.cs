using System.Collections.Immutable;
using System.Numerics;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Files;

/// <summary>Reads numbers without headings: frequency, real and imaginary part, found by their order and by what they look like.</summary>
internal static class BareTable
{
    /// <summary>Reads the longest run of lines that hold the same number of numbers, at least three.</summary>
    public static ImmutableArray<Spectrum> Read(FileContent file, string format)
    {
        var rows = LongestRun(file.Lines, out var firstLine);
        if (rows.Count == 0)
        {
            return [];
        }

        var frequency = FrequencyColumn(rows);
        var others = Enumerable.Range(0, rows[0].Length).Where(at => at != frequency && !(at < frequency && IsIndex(rows, at))).Take(2).ToArray();
        if (frequency < 0 || others.Length < 2)
        {
            file.Warn(SpectrumFileCodes.ColumnsAssumed, firstLine + 1, $"{rows.Count} rows of {rows[0].Length} numbers, none of whose columns can be a frequency with two numbers beside it", "name the columns, for example: frequency/Hz,Re(Z)/Ohm,-Im(Z)/Ohm");
            return [];
        }

        var sign = 0;
        if (RedundantColumns.Find(rows, frequency) is { } certain)
        {
            (others, sign) = ([certain.Real, certain.Imaginary], certain.Sign);
        }

        var table = new PointTable(file, format) { IsSignUnknown = sign == 0 };
        for (var row = 0; row < rows.Count; row++)
        {
            table.Add(new SpectrumPoint(rows[row][frequency], new Complex(rows[row][others[0]], (sign < 0 ? -1 : 1) * rows[row][others[1]]), double.NaN, double.NaN, "", firstLine + row + 1));
        }

        if (rows[0].Length > 3 || frequency != 0)
        {
            file.Warn(SpectrumFileCodes.ColumnsAssumed, firstLine + 1, $"the columns have no names; frequency was taken from column {frequency + 1}, Z' from {others[0] + 1}, {(sign < 0 ? "-Z''" : "Z''")} from {others[1] + 1}", "name the columns, for example: frequency/Hz,Re(Z)/Ohm,-Im(Z)/Ohm");
        }

        return table.Build();
    }

    private static List<double[]> LongestRun(string[] lines, out int firstLine)
    {
        var (best, current, currentStart) = (new List<double[]>(), new List<double[]>(), 0);
        firstLine = 0;
        for (var line = 0; line < lines.Length; line++)
        {
            var numbers = Numbers(lines[line]);
            if (numbers is null || (current.Count > 0 && current[0].Length != numbers.Length))
            {
                current = [];
            }

            if (numbers is not null)
            {
                currentStart = current.Count == 0 ? line : currentStart;
                current.Add(numbers);
                (best, firstLine) = current.Count > best.Count ? (current, currentStart) : (best, firstLine);
            }
        }

        return best;
    }

    private static double[]? Numbers(string line)
    {
        foreach (var separator in "\t;, ")
        {
            var cells = RowSplitter.Split(line, separator);
            var numbers = new double[cells.Length];
            if (cells.Length is >= 3 and <= 100 && !cells.Where((cell, at) => !NumberText.TryParse(cell, out numbers[at])).Any())
            {
                return numbers;
            }
        }

        return null;
    }

    /// <summary>The column that is above zero and goes steadily over the widest range (Z' of a simple arc goes steadily too); the first that is above zero when none does.</summary>
    public static int FrequencyColumn(List<double[]> rows)
    {
        var positive = Enumerable.Range(0, rows[0].Length).Where(at => rows.TrueForAll(row => row[at] > 0)).ToList();
        var (best, widest) = (-1, 5.0);
        foreach (var at in positive.Where(at => !IsIndex(rows, at)))
        {
            var (rises, falls) = (0, 0);
            for (var row = 1; row < rows.Count; row++)
            {
                _ = rows[row][at] > rows[row - 1][at] ? rises++ : rows[row][at] < rows[row - 1][at] ? falls++ : 0;
            }

            var range = rows.Max(row => row[at]) / rows.Min(row => row[at]);
            if (Math.Max(rises, falls) >= 0.9 * (rows.Count - 1) && range > 1.01 * widest)
            {
                (best, widest) = (at, range);
            }
        }

        return best >= 0 ? best : positive.Count > 0 && positive[0] == 0 ? 0 : -1;
    }

    private static bool IsIndex(List<double[]> rows, int at)
    {
        for (var row = 1; row < rows.Count; row++)
        {
            if (Math.Abs(rows[row][at] - rows[row - 1][at] - 1) > 1e-9)
            {
                return false;
            }
        }

        return rows.Count > 2;
    }
}
