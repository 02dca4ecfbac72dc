using Electrolith.Impedance.Circuits;

namespace Electrolith.Impedance.Fitting;

/// <summary>Names equal arcs of a circuit from fast to slow, so that R1 of one spectrum is R1 of the next.</summary>
internal static class ArcOrder
{
    /// <summary>The same impedance with the values of equal arcs sorted by their time constant.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="values">Parameters in the order of the circuit.</param>
    /// <param name="options">Arcs with a parameter that an option names keep their place: whoever names it knows which arc it is.</param>
    public static double[] Sort(Circuit circuit, double[] values, FitOptions options)
    {
        var sorted = values.ToArray();
        if (circuit.Root is not SeriesNode series)
        {
            return sorted;
        }

        var named = options.Initial.Keys.Concat(options.Fixed.Keys).Concat(options.Bounds.Keys).Concat(options.Ties.SelectMany(tie => new[] { tie.Key, tie.Value.Other }))
            .Concat(options.Order.SelectMany(pair => new[] { pair.Smaller, pair.Larger })).ToHashSet(StringComparer.Ordinal);
        bool IsNamed(ElementNode node) => Enumerable.Range(node.First, node.Element.Parameters.Length).Any(index => named.Contains(circuit.ParameterNames[index]));
        var arcs = series.Parts.Select(part => (Elements: Elements(part), Time: Time(part, values))).Where(arc => arc.Time is not null && !arc.Elements.Exists(IsNamed)).ToList();
        foreach (var group in arcs.GroupBy(arc => string.Join(",", arc.Elements.Select(node => node.Element.Symbol)), StringComparer.Ordinal))
        {
            foreach (var (place, source) in group.Zip(group.OrderBy(arc => arc.Time)))
            {
                foreach (var (to, from) in place.Elements.Zip(source.Elements))
                {
                    Array.Copy(values, from.First, sorted, to.First, to.Element.Parameters.Length);
                }
            }
        }

        return sorted;
    }

    private static List<ElementNode> Elements(CircuitNode node) => node switch
    {
        ElementNode element => [element],
        ParallelNode parallel when parallel.Parts.All(part => part is ElementNode) => [.. parallel.Parts.Cast<ElementNode>()],
        _ => [],
    };

    // Of a resistor beside a capacitor or constant-phase element, or of an element that has one; null for anything else.
    private static double? Time(CircuitNode node, double[] values)
    {
        var elements = Elements(node);
        if (elements is [{ Element.Symbol: "K" or "ZARC" } single])
        {
            return values[single.First + 1];
        }

        var resistor = elements.Find(element => element.Element.Symbol == "R");
        var storage = elements.Find(element => element.Element.Symbol is "C" or "CPE" or "Q");
        return elements.Count != 2 || resistor is null || storage is null ? null
            : storage.Element.Symbol == "C" ? values[resistor.First] * values[storage.First]
            : Math.Pow(values[resistor.First] * values[storage.First], 1 / values[storage.First + 1]);
    }
}
