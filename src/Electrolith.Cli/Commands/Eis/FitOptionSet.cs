using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Fitting;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Cli.Commands.Eis;

/// <summary>Options of a fit on the command line.</summary>
internal sealed class FitOptionSet
{
    private readonly Option<string> weight = new("--weight") { Description = "unit, modulus, proportional, boukamp or measured", HelpName = "WEIGHT", DefaultValueFactory = _ => "modulus" };
    private readonly Option<string> quantity = new("--as") { Description = "What is fitted: impedance, admittance or modulus", HelpName = "QUANTITY", DefaultValueFactory = _ => "impedance" };
    private readonly Option<string?> initial = new("--initial") { Description = "Where parameters begin, such as R0=0.01,CPE1_Q=1e-6; the rest is guessed", HelpName = "NAME=VALUE,..." };
    private readonly Option<string?> held = new("--fix") { Description = "Parameters that are held, such as CPE1_alpha=1", HelpName = "NAME=VALUE,..." };
    private readonly Option<string?> bounds = new("--bound") { Description = "Bounds, such as R1=10..1000", HelpName = "NAME=LOW..HIGH,..." };
    private readonly Option<string?> ties = new("--tie") { Description = "Parameters that are a multiple of another, such as R2=R1 or CPE2_Q=0.5*CPE1_Q", HelpName = "NAME=[N*]OTHER,..." };
    private readonly Option<string?> order = new("--order") { Description = "Parameters in rising order, such as \"C1<C2\"", HelpName = "A<B,..." };
    private readonly Option<string[]> replicates = new("--replicates") { Description = "Repeated spectra, for the scatter of --weight measured", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
    private readonly Option<int> starts = new("--starts") { Description = "Searches from different places", HelpName = "N", DefaultValueFactory = _ => 40 };
    private readonly Option<ulong> seed = CommonOptions.Seed();

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { weight, quantity, initial, held, bounds, ties, order, replicates, starts, seed })
        {
            command.Add(option);
        }
    }

    /// <summary>Reads them; problems are noted.</summary>
    /// <param name="run">The run.</param>
    /// <param name="result">Parsed command line.</param>
    /// <param name="circuit">The circuit; null when it could not be read.</param>
    public FitOptions Read(EisRun run, ParseResult result, Circuit? circuit)
    {
        var options = new FitOptions
        {
            Weight = EisCircuit.Choice<FitWeight>(run, "--weight", result.GetValue(weight)!), Quantity = EisCircuit.Choice<FitQuantity>(run, "--as", result.GetValue(quantity)!),
            Starts = result.GetValue(starts), Seed = result.GetValue(seed),
            Initial = EisCircuit.Values(run, circuit, "--initial", result.GetValue(initial)), Fixed = EisCircuit.Values(run, circuit, "--fix", result.GetValue(held)),
            Bounds = Bounds(run, result.GetValue(bounds)), Ties = Ties(run, result.GetValue(ties)), Order = Order(run, result.GetValue(order)),
        };
        if (options.Starts < 1)
        {
            run.Problem($"--starts {options.Starts}: a number from 1 on is expected");
        }

        if (options.Weight == FitWeight.Measured != (result.GetValue(replicates) is { Length: > 0 }))
        {
            run.Problem("--weight measured and --replicates FILE FILE ...: each needs the other");
        }

        return options;
    }

    /// <summary>Options with the scatter that the replicates show, for one spectrum.</summary>
    /// <param name="options">As read.</param>
    /// <param name="repeated">Repeated spectra.</param>
    /// <param name="spectrum">The spectrum to fit.</param>
    public static FitOptions For(FitOptions options, IReadOnlyList<Spectrum> repeated, Spectrum spectrum) =>
        options.Weight == FitWeight.Measured ? options with { StandardDeviations = ErrorStructure.Of(repeated).For(spectrum) } : options;

    /// <summary>Reads the repeated spectra.</summary>
    /// <param name="run">The run.</param>
    /// <param name="result">Parsed command line.</param>
    public IReadOnlyList<Spectrum> Replicates(EisRun run, ParseResult result) => [.. (result.GetValue(replicates) ?? []).SelectMany(file => run.Load(file))];

    private static IEnumerable<string> Items(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static ImmutableDictionary<string, (double Low, double High)> Bounds(EisRun run, string? text)
    {
        var found = ImmutableDictionary.CreateBuilder<string, (double Low, double High)>(StringComparer.Ordinal);
        foreach (var item in Items(text))
        {
            var (name, range) = item.Split('=', 2, StringSplitOptions.TrimEntries) is [var left, var right] ? (left, right.Split("..")) : (item, []);
            if (range is [var low, var high] && Number(low, out var from) && Number(high, out var to) && from > 0 && to > from)
            {
                found[name] = (from, to);
            }
            else
            {
                run.Problem($"--bound {item}: a name with a lower and a higher value above zero is expected, such as R1=10..1000");
            }
        }

        return found.ToImmutable();
    }

    private static ImmutableDictionary<string, (string Other, double Ratio)> Ties(EisRun run, string? text)
    {
        var found = ImmutableDictionary.CreateBuilder<string, (string Other, double Ratio)>(StringComparer.Ordinal);
        foreach (var item in Items(text))
        {
            var sides = item.Split('=', 2, StringSplitOptions.TrimEntries);
            var factors = sides.Length == 2 ? sides[1].Split('*', StringSplitOptions.TrimEntries) : [];
            if (factors is [var other])
            {
                found[sides[0]] = (other, 1);
            }
            else if (factors is [var ratio, var named] && Number(ratio, out var times) && times > 0)
            {
                found[sides[0]] = (named, times);
            }
            else
            {
                run.Problem($"--tie {item}: a name and another one, with a factor before it if need be, are expected, such as R2=0.5*R1");
            }
        }

        return found.ToImmutable();
    }

    private static ImmutableArray<(string Smaller, string Larger)> Order(EisRun run, string? text)
    {
        var found = ImmutableArray.CreateBuilder<(string Smaller, string Larger)>();
        foreach (var item in Items(text))
        {
            var names = item.Split('<', StringSplitOptions.TrimEntries);
            if (names.Length < 2 || names.Any(name => name.Length == 0))
            {
                run.Problem($"--order {item}: names in rising order are expected, such as \"C1<C2\" (quoted, because of the shell)");
                continue;
            }

            found.AddRange(names.Zip(names.Skip(1)));
        }

        return found.ToImmutable();
    }

    private static bool Number(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
