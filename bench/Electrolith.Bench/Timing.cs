using System.Diagnostics;

namespace Electrolith.Bench;

/// <summary>Times a piece of work over several runs.</summary>
internal static class Timing
{
    /// <summary>Prints a row of the table.</summary>
    /// <param name="name">What runs.</param>
    /// <param name="runs">Number of timed runs, after a tenth of it (at least one) untimed.</param>
    /// <param name="unit">Unit of the printed times.</param>
    /// <param name="perSecond">How many of that unit a second has.</param>
    /// <param name="work">The work; told the number of the run.</param>
    public static void Report(string name, int runs, string unit, double perSecond, Action<int> work)
    {
        for (var run = 0; run < Math.Max(runs / 10, 1); run++)
        {
            work(run);
        }

        var times = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            work(run);
            times[run] = Stopwatch.GetElapsedTime(start).TotalSeconds * perSecond;
        }

        Array.Sort(times);
        Console.WriteLine($"| {name} | {runs} | {times[0]:F2} {unit} | {times[runs / 2]:F2} {unit} | {times[^1]:F2} {unit} |");
    }
}
