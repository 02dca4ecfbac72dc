using System.Collections.Immutable;
using System.Globalization;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Fitting;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Cli.Commands.Eis;

/// <summary>Reads circuits, weights and parameters from the command line.</summary>
internal static class EisCircuit
{
    /// <summary>Reads a circuit; null after a problem was noted.</summary>
    /// <param name="run">The run.</param>
    /// <param name="text">What was typed.</param>
    public static Circuit? Read(EisRun run, string text)
    {
        if (CircuitParser.TryParse(text, out var circuit, out var problem))
        {
            return circuit;
        }

        run.Problem("--circuit", text, problem.Offset, problem.Length, problem.Message, problem.Hint);
        return null;
    }

    /// <summary>Reads one of the words of an enumeration.</summary>
    /// <param name="run">The run.</param>
    /// <param name="option">Name of the option.</param>
    /// <param name="text">What was typed.</param>
    /// <returns>The first one after a problem was noted.</returns>
    public static T Choice<T>(EisRun run, string option, string text)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice) && !char.IsAsciiDigit(text[0]))
        {
            return choice;
        }

        var names = Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToList();
        run.Problem($"{option} {text}: {string.Join(", ", names[..^1])} or {names[^1]} is expected");
        return default;
    }

    /// <summary>Finds a parameter; null after a problem was noted. Both CPE1_Q and CPE1_0 name the first parameter of CPE1.</summary>
    /// <param name="run">The run.</param>
    /// <param name="circuits">One of these must have it; none when no circuit could be read.</param>
    /// <param name="what">Option and item, for the message.</param>
    /// <param name="text">Name as typed.</param>
    public static string? Name(EisRun run, IReadOnlyList<Circuit> circuits, string what, string text)
    {
        var names = circuits.SelectMany(circuit => circuit.ParameterNames).Distinct(StringComparer.Ordinal).ToList();
        var name = circuits.Select(circuit => Numbered(circuit).GetValueOrDefault(text)).FirstOrDefault(found => found is not null) ?? text;
        if (circuits.Count == 0 || names.Contains(name))
        {
            return circuits.Count == 0 ? null : name;
        }

        var near = NearestNames.Find(name, names);
        run.Problem($"{what}: {text} is not a parameter of {(circuits.Count == 1 ? circuits[0].Text : "any of the circuits")}; {(near.Count > 0 ? $"did you mean {string.Join(", ", near)}?" : $"there are {string.Join(", ", names)}")}");
        return null;
    }

    /// <summary>Reads values by parameter name.</summary>
    /// <param name="run">The run.</param>
    /// <param name="circuits">One of these must have each name.</param>
    /// <param name="option">Name of the option.</param>
    /// <param name="text">What was typed, or null.</param>
    public static ImmutableDictionary<string, double> Values(EisRun run, IReadOnlyList<Circuit> circuits, string option, string? text)
    {
        var values = ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var item in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = item.Split('=', StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !(value > 0) || !double.IsFinite(value))
            {
                run.Problem($"{option} {item}: a name and a value above zero are expected, such as R1=100");
            }
            else if (Name(run, circuits, $"{option} {item}", parts[0]) is { } name && !values.TryAdd(name, value))
            {
                run.Problem($"{option} {item}: {name} is given twice");
            }
        }

        return values.ToImmutable();
    }

    private static Dictionary<string, string> Numbered(Circuit circuit) => circuit.Elements.SelectMany(node =>
        Enumerable.Range(0, node.Element.Parameters.Length).Select(index => ($"{node.Name}_{index}", circuit.ParameterNames[node.First + index])))
        .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
}
