using System.Runtime.InteropServices;
using Electrolith.Materials.Library;
using Electrolith.Processing.Recipes;
using Electrolith.Processing.Robustness;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Bench;

/// <summary>Times a firing, a robustness study and a window.</summary>
internal static class ProcessingBench
{
    /// <summary>Prints the table.</summary>
    public static void Run()
    {
        Console.WriteLine("# Processing: time to an answer");
        Console.WriteLine();
        Console.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}.");
        Console.WriteLine("Each figure: minimum, median and maximum over the runs given; wall clock, in process, after warm-up.");
        Console.WriteLine();
        Console.WriteLine("| what | runs | minimum | median | maximum |");
        Console.WriteLine("|---|---|---|---|---|");
        var (fired, six) = (Load("al-llzo-pressureless"), Load("garnet-median"));
        var (firedValues, sixValues) = (fired.Nominal(), six.Nominal());
        Timing.Report("full sinter schedule: ramp, 10 h hold, cooling; density, grains and lithium, one thread", 500, "ms", 1e3, _ => fired.Sample(firedValues));
        Timing.Report($"the six steps {string.Join(", ", six.Operations)}, one thread", 500, "ms", 1e3, _ => six.Sample(sixValues));
        var inputs = UncertainInputs.Of(six, sixValues, new HashSet<string>(StringComparer.Ordinal), []);
        var bag = new DiagnosticBag();
        var limits = Specification.Of([ResultLimit.Read("bench", "relative-density>=95%", bag)!, ResultLimit.Read("bench", "lithium-loss<=2%", bag)!], bag);
        Timing.Report($"robustness of those six steps: 10 000 pieces in 1000 lots, {inputs.Length} inputs screened, Sobol' indices from as many runs again, all cores", 5, "s", 1,
            run => RobustnessStudy.Run(six, sixValues, inputs, limits, [], new RobustnessOptions { Samples = 10_000, Lots = 1000, Seed = (ulong)run }));
        var (x, y) = (VariedParameter.Read("bench", "sinter.temperature=1050..1250degC", six, bag)!, VariedParameter.Read("bench", "sinter.time=30min..20h", six, bag)!);
        Timing.Report("window of those six steps: 60 x 60 temperatures and times, all cores", 5, "s", 1, _ => RecipeWindow.Compute(six, sixValues, x, y, [.. limits.Select(item => item.Lower ?? item.Upper!)], 60, Environment.ProcessorCount));
        Console.WriteLine();
        Console.WriteLine("Asked were 2 ms for a schedule, 20 s for 10 000 samples of six steps on two cores, 10 s for a window.");
    }

    private static RecipeRun Load(string name) => RecipeRun.Load(name, MaterialLibrary.Default, new DiagnosticBag())!;
}
