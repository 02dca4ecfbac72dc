using Electrolith.Impedance.Circuits;

namespace Electrolith.Impedance.Fitting;

/// <summary>Names equal arcs of a circuit from fast to slow, so that R1 of one spectrum is R1 of the next.</summary>
internal static class ArcOrder
{
    private const int MostExchanged = 5; // 120 exchanges

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

    /// <summary>The same impedance with equal arcs exchanged so that an order holds; null when no exchange does that.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="values">Parameters in the order of the circuit.</param>
    /// <param name="options">The order.</param>
    public static double[]? Arrange(Circuit circuit, double[] values, FitOptions options)
    {
        bool Holds(double[] trial) => options.Order.All(pair => trial[circuit.ParameterNames.IndexOf(pair.Smaller)] < trial[circuit.ParameterNames.IndexOf(pair.Larger)]);
        var groups = circuit.Root is SeriesNode series
            ? series.Parts.Select(Elements).Where(elements => elements.Count > 0).GroupBy(elements => string.Join(",", elements.Select(node => node.Element.Symbol)), StringComparer.Ordinal).Select(group => group.ToArray()).Where(group => group.Length is > 1 and <= MostExchanged).ToList()
            : [];
        return Exchange(values, groups, 0, Holds);
    }

    // Depth first over the exchanges of each group of equal arcs.
    private static double[]? Exchange(double[] values, List<List<ElementNode>[]> groups, int at, Func<double[], bool> holds)
    {
        if (at == groups.Count)
        {
            return holds(values) ? values : null;
        }

        foreach (var places in Permutations(groups[at].Length))
        {
            var trial = values.ToArray();
            for (var arc = 0; arc < places.Length; arc++)
            {
                foreach (var (to, from) in groups[at][arc].Zip(groups[at][places[arc]]))
                {
                    Array.Copy(values, from.First, trial, to.First, to.Element.Parameters.Length);
                }
            }

            if (Exchange(trial, groups, at + 1, holds) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static IEnumerable<int[]> Permutations(int count) =>
        count == 0 ? [[]] : Permutations(count - 1).SelectMany(rest => Enumerable.Range(0, count).Select(place => (int[])[.. rest[..place], count - 1, .. rest[place..]]));

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
