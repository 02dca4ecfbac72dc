using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Electrolith.Materials.Formulas;
using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Hulls;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Bench;

/// <summary>Times hulls, windows, interfaces and screens; beside them what another program was measured at on the same input.</summary>
internal static class ThermodynamicsBench
{
    private const string Golden = "tests/golden/thermodynamics";
    private static readonly ElementSet Lithium = ElementSet.Of(FormulaParser.Parse("Li"));

    /// <summary>Prints the table.</summary>
    public static void Run()
    {
        Console.WriteLine("# Thermodynamics: time to an answer");
        Console.WriteLine();
        Console.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}.");
        Console.WriteLine("Each figure: minimum, median and maximum over the runs given; wall clock, in process, after warm-up, one thread unless said otherwise.");
        Console.WriteLine();
        Console.WriteLine("| what | runs | minimum | median | maximum |");
        Console.WriteLine("|---|---|---|---|---|");
        Shipped();
        SameInput("li-fe-p-o", 859);
        SameInput("4el-synthetic", 1000);
        ColdStart();
        Console.WriteLine();
        Console.WriteLine("Beside them, medians of pymatgen 2022.11.7, recorded on two cores of the same kind on the same entries: 1000 decompositions 0.46 s");
        Console.WriteLine("(Li-Fe-P-O, 859 entries) and 2.5 s (4 elements, 1000 entries); building a diagram of 859 entries 0.27 s; window profile of one compound");
        Console.WriteLine("0.14 s (4 elements) and 0.7 s (6 elements); interface pair 0.08 s (4 elements) and 0.6 s (6 elements).");
    }

    private static void Shipped()
    {
        var set = EntrySet.Load(EntryOptions.Default);
        foreach (var formula in new[] { "Li6PS5Cl", "Li10GeP2S12", "Li6.4La3Zr1.4Ta0.6O12", "Li1.3Al0.3Ti1.7P3O12" })
        {
            Timing.Report($"window of {formula}, diagram at hand", 500, "ms", 1e3, _ => Window(set, formula));
        }

        var many = set.All.Where(entry => Lithium.IsPartOf(entry.Elements) && entry.Elements.Count is 3 or 4).Take(500).ToList();
        Timing.Report("windows of 500 compounds, new diagrams", 5, "s", 1, _ =>
        {
            foreach (var entry in many)
            {
                StabilityWindow.Of(set.Build(entry.Elements.With(Lithium)), Substance.Of(entry));
            }
        });
        Pair(set, "Li3PS4", "LiCoO2", null);
        Pair(set, "Li10GeP2S12", "LiCoO2", null);
        Pair(set, "Li6PS5Cl", "LiNi0.8Mn0.1Co0.1O2", null);
        Pair(set, "Li6PS5Cl", "LiNi0.8Mn0.1Co0.1O2", 4);
        var all = set.All.ToList();
        Timing.Report($"coating screen of {all.Count} compounds, Li6PS5Cl and Li0.5CoO2, all cores", 5, "s", 1, _ =>
            new CoatingScreen(set, Substance.Of("Li6PS5Cl"), Substance.Of("Li0.5CoO2")).Run(all, null, CancellationToken.None));
    }

    private static void Pair(EntrySet set, string first, string second, double? voltage)
    {
        var (a, b) = (Substance.Of(first), Substance.Of(second));
        var diagram = set.Diagram(ElementSet.Of(a.Composition).With(ElementSet.Of(b.Composition)));
        Timing.Report($"interface {first} and {second}{(voltage is null ? "" : $" at {voltage} V")}, {diagram.System.Count} elements, {diagram.Entries.Length} entries", 200, "ms", 1e3, _ => InterfaceReaction.Of(diagram, a, b, new InterfaceOptions(Voltage: voltage)));
    }

    private static void SameInput(string data, int count)
    {
        var entries = Rows($"entries-{data}.csv").Take(count).Select(row =>
        {
            var composition = FormulaParser.Parse(row[1]);
            return new PhaseEntry(row[1], composition, double.Parse(row[2], CultureInfo.InvariantCulture) / composition.AtomCount, row[0]);
        }).ToList();
        var queries = Rows($"decompositions-{data}.csv").Select(row => FormulaParser.Parse(row[0])).ToList();
        Timing.Report($"build the diagram of {count} entries ({data})", 50, "ms", 1e3, _ => PhaseDiagram.Of(entries));
        var diagram = PhaseDiagram.Of(entries);
        Timing.Report($"1000 decompositions ({data}, {count} entries)", 20, "ms", 1e3, _ =>
        {
            for (var query = 0; query < 1000; query++)
            {
                diagram.At(queries[query % queries.Count]);
            }
        });
        Timing.Report($"energy above the hull of all {count} entries ({data})", 20, "ms", 1e3, _ => entries.ForEach(entry => diagram.EnergyAboveHull(entry)));
    }

    private static void ColdStart()
    {
        var program = Path.Combine("src", "Electrolith.Cli", "bin", "Release", "net10.0", "electrolith.dll");
        if (File.Exists(program))
        {
            Timing.Report("the whole process: electrolith stability window Li6PS5Cl", 10, "s", 1, _ =>
            {
                using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "stability", "window", "Li6PS5Cl"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
                process.StandardOutput.ReadToEnd();
                process.WaitForExit();
            });
        }
    }

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(Golden, file)).Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split(','));

    private static void Window(EntrySet set, string formula)
    {
        var substance = Substance.Of(formula);
        StabilityWindow.Of(set.Diagram(ElementSet.Of(substance.Composition).With(Lithium)), substance);
    }
}
