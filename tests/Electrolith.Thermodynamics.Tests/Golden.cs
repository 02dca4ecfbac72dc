using System.Globalization;
using Electrolith.Materials.Formulas;
using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Hulls;

namespace Electrolith.Thermodynamics.Tests;

/// <summary>Reads the recorded numbers of other programs; each file says which program, version and input.</summary>
internal static class Golden
{
    /// <summary>Folder of the recorded numbers.</summary>
    public static string Folder { get; } = Path.Combine(Root(), "tests", "golden", "thermodynamics");

    /// <summary>Rows of a file by column name.</summary>
    public static List<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file)).Where(line => !line.StartsWith('#')).ToArray();
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The first entries of a file; the origin of each is its id.</summary>
    public static List<PhaseEntry> Entries(string data, int count = int.MaxValue) =>
    [
        .. Rows($"entries-{data}.csv").Take(count).Select(row =>
        {
            var composition = FormulaParser.Parse(row["formula"]);
            return new PhaseEntry(row["formula"], composition, Number(row["energy"]) / composition.AtomCount, row["id"]);
        }),
    ];

    /// <summary>The diagram that the recorded windows and interfaces were made on.</summary>
    public static PhaseDiagram Diagram(string data) => PhaseDiagram.Of(Entries(data, data == "li-fe-p-o" ? 859 : 500));

    /// <summary>One side of a reaction as amounts of compositions, whatever their formula looks like.</summary>
    public static SortedDictionary<string, double> Side(string text)
    {
        var sums = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var term in text.Split(" + "))
        {
            var parts = term.Split(' ');
            var formula = FormulaParser.Parse(parts[^1]);
            var key = CompositionKey.Of(formula);
            sums[key] = sums.GetValueOrDefault(key) + ((parts.Length > 1 ? Number(parts[0]) : 1) * formula.AtomCount);
        }

        return sums;
    }

    /// <summary>Asserts that two reactions are the same up to the digits printed and the order of the terms.</summary>
    public static void AssertSame(string expected, string actual, double relative = 2e-3)
    {
        foreach (var side in (int[])[0, 1])
        {
            var (want, have) = (Side(expected.Split(" -> ")[side]), Side(actual.Split(" -> ")[side]));
            Assert.True(want.Keys.SequenceEqual(have.Keys, StringComparer.Ordinal), $"expected {expected}\n  actual {actual}");
            Assert.All(want, item => Assert.True(Math.Abs(item.Value - have[item.Key]) <= relative * item.Value, $"expected {expected}\n  actual {actual}"));
        }
    }

    private static string Root()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Electrolith.slnx")))
        {
            at = Path.GetDirectoryName(at)!;
        }

        return at;
    }
}
