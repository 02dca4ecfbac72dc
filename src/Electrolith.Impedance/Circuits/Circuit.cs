using System.Collections.Immutable;
using System.Numerics;

namespace Electrolith.Impedance.Circuits;

/// <summary>A circuit with named parameters. Immutable and safe for several threads.</summary>
public sealed class Circuit
{
    internal Circuit(string text, CircuitNode root, ImmutableArray<string> names)
    {
        (Text, Root, ParameterNames) = (text, root, names);
        Elements = [.. Leaves(root)];
        Parameters = [.. Elements.SelectMany(node => node.Element.Parameters)];
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Its structure.</summary>
    public CircuitNode Root { get; }

    /// <summary>Elements in the order of writing.</summary>
    public ImmutableArray<ElementNode> Elements { get; }

    /// <summary>Names of the parameters: <c>R1</c>, <c>CPE1_Q</c>, <c>CPE1_alpha</c>.</summary>
    public ImmutableArray<string> ParameterNames { get; }

    /// <summary>What each parameter may be.</summary>
    public ImmutableArray<ElementParameter> Parameters { get; }

    /// <summary>Reads a circuit that is known to be right.</summary>
    /// <param name="text">The circuit.</param>
    /// <exception cref="ArgumentException">It is wrong; the message says where.</exception>
    public static Circuit Parse(string text) =>
        CircuitParser.TryParse(text, out var circuit, out var problem) ? circuit : throw new ArgumentException($"\"{text}\" at {problem.Offset + 1}: {problem.Message}", nameof(text));

    /// <summary>Impedance at one frequency.</summary>
    /// <param name="frequency">Hz, above zero.</param>
    /// <param name="values">Parameters in the order of their names.</param>
    /// <returns>Ohm.</returns>
    /// <exception cref="ArgumentException">The number of values is wrong.</exception>
    public Complex Impedance(double frequency, ReadOnlySpan<double> values) => Impedance(frequency, values, new Complex[values.Length]);

    /// <summary>Impedance and its derivatives at one frequency.</summary>
    /// <param name="frequency">Hz, above zero.</param>
    /// <param name="values">Parameters in the order of their names.</param>
    /// <param name="derivatives">Receives dZ/dp, ohm per unit of the parameter.</param>
    /// <returns>Ohm.</returns>
    /// <exception cref="ArgumentException">The number of values or derivatives is wrong.</exception>
    public Complex Impedance(double frequency, ReadOnlySpan<double> values, Span<Complex> derivatives)
    {
        if (values.Length != Parameters.Length || derivatives.Length != Parameters.Length)
        {
            throw new ArgumentException($"{Parameters.Length} parameters are expected ({string.Join(", ", ParameterNames)}), got {values.Length}", nameof(values));
        }

        var s = new Complex(0, 2 * Math.PI * frequency);
        return Evaluate(Root, s, values, derivatives);
    }

    // Each node leaves dZ_node/dp in the derivatives of its own parameters; a parallel node then scales those of its parts.
    private static Complex Evaluate(CircuitNode node, Complex s, ReadOnlySpan<double> values, Span<Complex> derivatives)
    {
        switch (node)
        {
            case ElementNode leaf:
                var count = leaf.Element.Parameters.Length;
                return leaf.Element.Evaluate(s, values.Slice(leaf.First, count), derivatives.Slice(leaf.First, count));
            case SeriesNode series:
                var sum = Complex.Zero;
                foreach (var part in series.Parts)
                {
                    sum += Evaluate(part, s, values, derivatives);
                }

                return sum;
            default:
                var parts = ((ParallelNode)node).Parts;
                Span<Complex> impedances = parts.Length <= 16 ? stackalloc Complex[parts.Length] : new Complex[parts.Length];
                var admittance = Complex.Zero;
                for (var index = 0; index < parts.Length; index++)
                {
                    impedances[index] = Evaluate(parts[index], s, values, derivatives);
                    admittance += 1 / impedances[index];
                }

                var total = 1 / admittance;
                for (var index = 0; index < parts.Length; index++)
                {
                    var ratio = total / impedances[index];
                    Scale(parts[index], ratio * ratio, derivatives);
                }

                return total;
        }
    }

    private static void Scale(CircuitNode node, Complex factor, Span<Complex> derivatives)
    {
        switch (node)
        {
            case ElementNode leaf:
                for (var index = 0; index < leaf.Element.Parameters.Length; index++)
                {
                    derivatives[leaf.First + index] *= factor;
                }

                break;
            case SeriesNode series:
                foreach (var part in series.Parts)
                {
                    Scale(part, factor, derivatives);
                }

                break;
            case ParallelNode parallel:
                foreach (var part in parallel.Parts)
                {
                    Scale(part, factor, derivatives);
                }

                break;
        }
    }

    private static IEnumerable<ElementNode> Leaves(CircuitNode node) => node switch
    {
        ElementNode leaf => [leaf],
        SeriesNode series => series.Parts.SelectMany(Leaves),
        ParallelNode parallel => parallel.Parts.SelectMany(Leaves),
        _ => [],
    };
}
