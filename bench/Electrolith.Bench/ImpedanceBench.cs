using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Fitting;
using Electrolith.Impedance.Relaxation;
using Electrolith.Impedance.Spectra;
using Electrolith.Impedance.Validity;
using Electrolith.Numerics;

namespace Electrolith.Bench;

/// <summary>Times fits, validity tests and distributions; beside them what other programs were measured at on the same input.</summary>
internal static class ImpedanceBench
{
    /// <summary>Prints the table.</summary>
    public static void Run()
    {
        Console.WriteLine("# Impedance: time to an answer");
        Console.WriteLine();
        Console.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}.");
        Console.WriteLine("Each figure: minimum, median and maximum over the runs given; wall clock, in process, after warm-up, one thread unless said otherwise.");
        Console.WriteLine();
        Console.WriteLine("| what | runs | minimum | median | maximum |");
        Console.WriteLine("|---|---|---|---|---|");
        var example = Load("example-cell").Where((_, z) => z.Imaginary < 0);
        var circuit = Circuit.Parse("R0-p(R1,C1)-p(R2-Wo1,C2)");
        var initial = ImmutableDictionary.CreateRange(new Dictionary<string, double> { ["R0"] = 0.01, ["R1"] = 0.01, ["C1"] = 100, ["R2"] = 0.01, ["Wo1_R"] = 0.05, ["Wo1_tau"] = 100, ["C2"] = 1 });
        foreach (var weight in new[] { FitWeight.Unit, FitWeight.Modulus })
        {
            Timing.Report($"fit of the 57-point tutorial spectrum, {weight.ToString().ToLowerInvariant()} weights, true optimum reached, all cores", 40, "ms", 1e3, _ => CircuitFit.Fit(circuit, example, new FitOptions { Weight = weight, Initial = initial }));
        }

        Timing.Report("quality report of it: Kramers-Kronig by Schwarz's criterion, Z-HIT, measurement model", 20, "ms", 1e3, _ => SpectrumQuality.Assess(example));
        Timing.Report("linear Kramers-Kronig test of it", 50, "ms", 1e3, _ => LinearKramersKronig.Test(example));
        var arcs = Load("two-zarc");
        Timing.Report("relaxation times of 81 points, Bayesian, with band", 40, "ms", 1e3, _ => RelaxationTimes.Compute(arcs));
        Timing.Report("relaxation times of 81 points, Loewner", 20, "ms", 1e3, _ => RelaxationTimes.Compute(arcs, new RelaxationOptions { Method = RelaxationMethod.Loewner }));
        Timing.Report("relaxation times of 81 points, signed, with band", 20, "ms", 1e3, _ => RelaxationTimes.Compute(arcs, new RelaxationOptions { IsNonNegative = false, Selection = LambdaSelection.Evidence, Derivative = 2 }));
        foreach (var selection in Enum.GetValues<LambdaSelection>())
        {
            Timing.Report($"relaxation times of 81 points, Tikhonov, lambda by {selection}", 20, "ms", 1e3, _ => RelaxationTimes.Compute(arcs, new RelaxationOptions { Method = RelaxationMethod.Tikhonov, Selection = selection }));
        }

        var many = Many(1000);
        Timing.Report("1000 spectra of 60 points, two ZARC, errors included, all cores", 3, "s", 1, _ => BatchFit.Fit(Circuit.Parse("R0-ZARC1-ZARC2"), many));
        Console.WriteLine();
        Console.WriteLine("Beside them, medians recorded on two cores of the same kind: impedance.py 1.7.1 fits the tutorial spectrum in 0.42 s (unit weights) and");
        Console.WriteLine("1.08 s (modulus) and ends in a local minimum; its Kramers-Kronig test takes 0.03 to 0.46 s; pyDRTtools 0.2 takes 1.3 to 3.7 s for 81 points.");
    }

    private static Spectrum Load(string name)
    {
        var rows = File.ReadLines($"tests/golden/impedance/{name}.csv").Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray()).ToList();
        return new Spectrum(rows.Select(row => row[0]), rows.Select(row => new Complex(row[1], row[2])));
    }

    private static List<Spectrum> Many(int count)
    {
        var (circuit, random) = (Circuit.Parse("R0-ZARC1-ZARC2"), new RandomStream(3));
        var frequencies = Enumerable.Range(0, 60).Select(point => 1e6 * Math.Pow(10, -8.0 * point / 59)).ToArray();
        return
        [
            .. Enumerable.Range(0, count).Select(_ =>
            {
                double[] truth = [10 + random.NextDouble(), 40 + (20 * random.NextDouble()), 1e-4, 0.9, 20 + (20 * random.NextDouble()), 0.05, 0.85];
                return new Spectrum(frequencies, frequencies.Select(frequency =>
                {
                    var z = circuit.Impedance(frequency, truth);
                    return z + (2e-3 * z.Magnitude * new Complex(random.NextDouble() - 0.5, random.NextDouble() - 0.5));
                }));
            }),
        ];
    }
}
