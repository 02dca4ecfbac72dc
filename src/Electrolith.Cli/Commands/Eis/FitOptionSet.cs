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
    private readonly Option<string?> errors = new("--errors") { Description = "Standard deviations for --weight measured: a table frequency_Hz,real_ohm,imaginary_ohm", HelpName = "FILE" };
    private readonly Option<int> starts = new("--starts") { Description = "Searches from different places", HelpName = "N", DefaultValueFactory = _ => 40 };
    private readonly Option<ulong> seed = CommonOptions.Seed();

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { weight, quantity, initial, held, bounds, ties, order, replicates, errors, starts, seed })
        {
            command.Add(option);
        }
    }

    /// <summary>Reads them; problems are noted.</summary>
    /// <param name="run">The run.</param>
    /// <param name="result">Parsed command line.</param>
    /// <param name="circuits">Circuits, one of which must have each name.</param>
    public FitOptions Read(EisRun run, ParseResult result, IReadOnlyList<Circuit> circuits)
    {
        var options = new FitOptions
        {
            Weight = EisCircuit.Choice<FitWeight>(run, "--weight", result.GetValue(weight)!), Quantity = EisCircuit.Choice<FitQuantity>(run, "--as", result.GetValue(quantity)!),
            Starts = result.GetValue(starts), Seed = result.GetValue(seed),
            Initial = EisCircuit.Values(run, circuits, "--initial", result.GetValue(initial)), Fixed = EisCircuit.Values(run, circuits, "--fix", result.GetValue(held)),
            Bounds = Bounds(run, circuits, result.GetValue(bounds)), Ties = Ties(run, circuits, result.GetValue(ties)), Order = Order(run, circuits, result.GetValue(order)),
        };
        if (options.Starts < 1)
        {
            run.Problem($"--starts {options.Starts}: a number from 1 on is expected");
        }

        var sources = (result.GetValue(replicates) is { Length: > 0 } ? 1 : 0) + (result.GetValue(errors) is null ? 0 : 1);
        if (sources != (options.Weight == FitWeight.Measured ? 1 : 0))
        {
            run.Problem("--weight measured needs either --errors FILE or --replicates FILE FILE ..., and they need it");
        }

        return options;
    }

    /// <summary>What gives a spectrum the standard deviations of measured weights.</summary>
    /// <param name="run">The run.</param>
    /// <param name="result">Parsed command line.</param>
    public Func<FitOptions, Spectrum, FitOptions> Scatter(EisRun run, ParseResult result)
    {
        var repeated = (result.GetValue(replicates) ?? []).SelectMany(file => run.Load(file)).ToList();
        var table = result.GetValue(errors) is { } path ? run.Errors(path) : null;
        return (options, spectrum) => options.Weight == FitWeight.Measured ? options with { StandardDeviations = table?.For(spectrum) ?? ErrorStructure.Of(repeated).For(spectrum) } : options;
    }

    /// <summary>What of the options a circuit can have: those whose parameters are in it.</summary>
    /// <param name="options">The options.</param>
    /// <param name="circuit">The circuit.</param>
    public static FitOptions Of(FitOptions options, Circuit circuit)
    {
        bool Has(string name) => circuit.ParameterNames.Contains(name);
        return options with
        {
            Initial = [.. options.Initial.Where(pair => Has(pair.Key))], Fixed = [.. options.Fixed.Where(pair => Has(pair.Key))], Bounds = [.. options.Bounds.Where(pair => Has(pair.Key))],
            Ties = [.. options.Ties.Where(tie => Has(tie.Key) && Has(tie.Value.Other))], Order = [.. options.Order.Where(pair => Has(pair.Smaller) && Has(pair.Larger))],
        };
    }

    private static IEnumerable<string> Items(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static ImmutableDictionary<string, (double Low, double High)> Bounds(EisRun run, IReadOnlyList<Circuit> circuits, string? text)
    {
        var found = ImmutableDictionary.CreateBuilder<string, (double Low, double High)>(StringComparer.Ordinal);
        foreach (var item in Items(text))
        {
            var (name, range) = item.Split('=', 2, StringSplitOptions.TrimEntries) is [var left, var right] ? (left, right.Split("..")) : (item, []);
            if (range is [var low, var high] && Number(low, out var from) && Number(high, out var to) && from > 0 && to > from)
            {
                Set(found, EisCircuit.Name(run, circuits, $"--bound {item}", name), (from, to));
            }
            else
            {
                run.Problem($"--bound {item}: a name with a lower and a higher value above zero is expected, such as R1=10..1000");
            }
        }

        return found.ToImmutable();
    }

    private static ImmutableDictionary<string, (string Other, double Ratio)> Ties(EisRun run, IReadOnlyList<Circuit> circuits, string? text)
    {
        var found = ImmutableDictionary.CreateBuilder<string, (string Other, double Ratio)>(StringComparer.Ordinal);
        void Tie(string name, string other, double ratio, string item)
        {
            var (own, theirs) = (EisCircuit.Name(run, circuits, $"--tie {item}", name), EisCircuit.Name(run, circuits, $"--tie {item}", other));
            Set(found, theirs is null ? null : own, (theirs ?? "", ratio));
        }

        foreach (var item in Items(text))
        {
            var sides = item.Split('=', 2, StringSplitOptions.TrimEntries);
            var factors = sides.Length == 2 ? sides[1].Split('*', StringSplitOptions.TrimEntries) : [];
            if (factors is [var other])
            {
                Tie(sides[0], other, 1, item);
            }
            else if (factors is [var ratio, var named] && Number(ratio, out var times) && times > 0)
            {
                Tie(sides[0], named, times, item);
            }
            else
            {
                run.Problem($"--tie {item}: a name and another one, with a factor before it if need be, are expected, such as R2=0.5*R1");
            }
        }

        return found.ToImmutable();
    }

    private static ImmutableArray<(string Smaller, string Larger)> Order(EisRun run, IReadOnlyList<Circuit> circuits, string? text)
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

            var known = names.Select(name => EisCircuit.Name(run, circuits, $"--order {item}", name)).OfType<string>().ToList();
            if (known.Count == names.Length)
            {
                found.AddRange(known.Zip(known.Skip(1)));
            }
        }

        return found.ToImmutable();
    }

    private static void Set<T>(ImmutableDictionary<string, T>.Builder found, string? name, T value)
    {
        if (name is not null)
        {
            found[name] = value;
        }
    }

    private static bool Number(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
