using System.CommandLine;
using System.Globalization;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Cli.Commands.Eis;

/// <summary>Options that leave points out.</summary>
internal sealed class MaskOptionSet
{
    private readonly (Option<double?> From, Option<double?> To) range = EisRun.MaskOptions();
    private readonly Option<bool> capacitive = EisRun.CapacitiveOption();
    private readonly Option<string?> points = new("--leave-out") { Description = "Leave out points by their number in the file, from 1, such as 3,17,20-24", HelpName = "N,..." };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { range.From, range.To, capacitive, points })
        {
            command.Add(option);
        }
    }

    /// <summary>Reads spectra without the points that are left out.</summary>
    /// <param name="run">The run.</param>
    /// <param name="result">Parsed command line.</param>
    /// <param name="path">File.</param>
    public IReadOnlyList<Spectrum> Load(EisRun run, ParseResult result, string path)
    {
        var left = Numbers(run, result.GetValue(points));
        var spectra = run.Load(path);
        foreach (var spectrum in spectra.Where(_ => left.Count > 0))
        {
            if (left.Max() > spectrum.Count || left.Count >= spectrum.Count)
            {
                run.Problem($"--leave-out: {spectrum.Name} has the points 1 to {spectrum.Count}, and some must be left");
                return [];
            }
        }

        return run.Mask(path, [.. spectra.Select(spectrum => Without(spectrum, left))], result.GetValue(range.From), result.GetValue(range.To), result.GetValue(capacitive));
    }

    private static Spectrum Without(Spectrum spectrum, HashSet<int> left)
    {
        var number = 0;
        return left.Count == 0 ? spectrum : spectrum.Where((_, _) => !left.Contains(++number));
    }

    private static HashSet<int> Numbers(EisRun run, string? text)
    {
        var numbers = new HashSet<int>();
        foreach (var item in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = item.Split('-');
            if (ends.Length > 2 || !ends.All(end => int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0))
            {
                run.Problem($"--leave-out {item}: numbers of points from 1, or ranges of them, are expected, such as 3,17,20-24");
                continue;
            }

            var values = ends.Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToList();
            numbers.UnionWith(Enumerable.Range(values[0], Math.Min(100_000, Math.Max(1, values[^1] - values[0] + 1))));
        }

        return numbers;
    }
}
