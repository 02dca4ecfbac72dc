using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Spectra;
using Electrolith.Numerics;

namespace Electrolith.Impedance.Fitting;

/// <summary>
/// The axes of a search: positive parameters on a logarithmic one, exponents on a plain one, fixed and tied ones left out. A parameter that
/// stays above another one has the logarithm of its excess, p = q (1 + eˣ).
/// </summary>
internal sealed class ParameterSpace
{
    private const double LeastExponent = 0.1;
    private const double LeastStart = 1e-3; // share above the other one, where the start is not above it
    private const double LargestExcess = 40; // logarithm: from nothing to far beyond anything measured

    private readonly Circuit circuit;
    private readonly int[] free;
    private readonly double[] values;
    private readonly (double Low, double High)?[] bounds;
    private readonly List<(int Index, int Other, double Ratio, int Axis)> relations = []; // in an order in which each finds its other done; axis −1 for a tie
    private readonly double largest;
    private readonly double smallest;
    private readonly double fastest;
    private readonly double slowest;

    public ParameterSpace(Circuit circuit, Spectrum spectrum, FitOptions options)
    {
        this.circuit = circuit;
        values = new double[circuit.Parameters.Length];
        free = [.. Enumerable.Range(0, values.Length).Where(index => !options.Fixed.ContainsKey(circuit.ParameterNames[index]) && !options.Ties.ContainsKey(circuit.ParameterNames[index]))];
        bounds = [.. circuit.ParameterNames.Select(name => options.Bounds.TryGetValue(name, out var range) ? range : ((double Low, double High)?)null)];
        Relate(options);
        foreach (var (name, value) in options.Fixed)
        {
            values[circuit.ParameterNames.IndexOf(name)] = value;
        }

        (largest, smallest) = (spectrum.Impedances.Max(z => z.Magnitude), Math.Max(spectrum.Impedances.Min(z => z.Magnitude), 1e-300));
        (fastest, slowest) = (1 / (2 * Math.PI * spectrum.Frequencies.Max()), 1 / (2 * Math.PI * spectrum.Frequencies.Min()));
    }

    public int Size => free.Length;

    public ReadOnlySpan<int> Free => free;

    public double[] Lower => [.. free.Select((index, axis) => IsExcess(axis) ? -LargestExcess
        : circuit.Parameters[index].IsExponent ? bounds[index]?.Low ?? LeastExponent : bounds[index] is { } range ? Math.Log(range.Low) : double.NegativeInfinity)];

    public double[] Upper => [.. free.Select((index, axis) => IsExcess(axis) ? LargestExcess
        : circuit.Parameters[index].IsExponent ? bounds[index]?.High ?? 1.0 : bounds[index] is { } range ? Math.Log(range.High) : double.PositiveInfinity)];

    /// <summary>True when a parameter depends on others.</summary>
    public bool HasRelations => relations.Count > 0;

    /// <summary>True for a parameter that is held.</summary>
    public bool IsFixed(int index) => !free.Contains(index) && relations.TrueForAll(relation => relation.Index != index);

    /// <summary>From the axes of the search to the parameters of the circuit.</summary>
    public double[] ToValues(ReadOnlySpan<double> place)
    {
        var all = values.ToArray();
        Fill(place, all);
        return all;
    }

    /// <summary>From parameters to the axes of the search.</summary>
    /// <param name="all">Parameters.</param>
    /// <param name="excesses">A place that has the excess of ordered parameters.</param>
    public double[] ToPlace(double[] all, ReadOnlySpan<double> excesses)
    {
        var place = excesses.ToArray();
        for (var axis = 0; axis < place.Length; axis++)
        {
            place[axis] = IsExcess(axis) ? place[axis] : circuit.Parameters[free[axis]].IsExponent ? all[free[axis]] : Math.Log(all[free[axis]]);
        }

        return place;
    }

    /// <summary>As above, without allocation.</summary>
    public void Fill(ReadOnlySpan<double> place, Span<double> all)
    {
        values.CopyTo(all);
        for (var axis = 0; axis < free.Length; axis++)
        {
            all[free[axis]] = circuit.Parameters[free[axis]].IsExponent ? place[axis] : Math.Exp(Math.Clamp(place[axis], -300, 300));
        }

        foreach (var (index, other, ratio, axis) in relations)
        {
            all[index] = axis < 0 ? ratio * all[other] : all[other] * (1 + Math.Exp(Math.Clamp(place[axis], -LargestExcess, LargestExcess)));
        }
    }

    /// <summary>Derivatives of all parameters by all axes.</summary>
    public double[,] Slopes(ReadOnlySpan<double> place)
    {
        var slopes = new double[values.Length, Size];
        Slopes(place, ToValues(place), slopes);
        return slopes;
    }

    /// <summary>As above, into a table.</summary>
    public void Slopes(ReadOnlySpan<double> place, ReadOnlySpan<double> all, double[,] slopes)
    {
        Array.Clear(slopes);
        for (var axis = 0; axis < free.Length; axis++)
        {
            slopes[free[axis], axis] = Slope(axis, all);
        }

        foreach (var (index, other, ratio, own) in relations)
        {
            var excess = own < 0 ? 0 : Math.Exp(Math.Clamp(place[own], -LargestExcess, LargestExcess));
            for (var axis = 0; axis < Size; axis++)
            {
                slopes[index, axis] = (own < 0 ? ratio : 1 + excess) * slopes[other, axis];
            }

            if (own >= 0)
            {
                slopes[index, own] += all[other] * excess;
            }
        }
    }

    /// <summary>True for an axis that is the excess over another parameter.</summary>
    public bool IsExcess(int axis) => relations.Exists(relation => relation.Axis == axis);

    private void Relate(FitOptions options)
    {
        var waiting = options.Ties.OrderBy(tie => tie.Key, StringComparer.Ordinal).Select(tie => (Index: circuit.ParameterNames.IndexOf(tie.Key), Other: circuit.ParameterNames.IndexOf(tie.Value.Other), tie.Value.Ratio, Axis: -1))
            .Concat(options.Order.Select(pair => (Index: circuit.ParameterNames.IndexOf(pair.Larger), Other: circuit.ParameterNames.IndexOf(pair.Smaller), Ratio: 1.0, Axis: Array.IndexOf(free, circuit.ParameterNames.IndexOf(pair.Larger))))).ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.FindIndex(item => waiting.TrueForAll(other => other.Index != item.Other));
            relations.Add(waiting[next]);
            waiting.RemoveAt(next);
        }
    }

    /// <summary>Derivative of a parameter by its axis.</summary>
    public double Slope(int axis, ReadOnlySpan<double> all) => circuit.Parameters[free[axis]].IsExponent ? 1 : all[free[axis]];

    /// <summary>A place to begin: what the user gave, the rest drawn over the range that the spectrum can show.</summary>
    public double[] Start(FitOptions options, RandomStream random, double spread)
    {
        var place = new double[free.Length];
        for (var axis = 0; axis < free.Length; axis++)
        {
            var name = circuit.ParameterNames[free[axis]];
            var parameter = circuit.Parameters[free[axis]];
            var draw = random.NextDouble();
            if (IsExcess(axis))
            {
                var other = circuit.ParameterNames[relations.Find(relation => relation.Axis == axis).Other];
                place[axis] = options.Initial.TryGetValue(name, out var own) && (options.Initial.TryGetValue(other, out var below) || options.Fixed.TryGetValue(other, out below))
                    ? Math.Log(Math.Max((own / below) - 1, LeastStart)) : (8 * draw) - 2;
            }
            else if (options.Initial.TryGetValue(name, out var given))
            {
                place[axis] = parameter.IsExponent ? Math.Clamp(given + (spread * 0.1 * (draw - 0.5)), LeastExponent, 1) : Math.Log(given) + (spread * 2 * (draw - 0.5));
            }
            else
            {
                place[axis] = Guess(parameter, draw, random.NextDouble());
            }
        }

        return place;
    }

    /// <summary>A place some way from another one: each parameter up or down by as much as a factor of ten.</summary>
    public double[] Near(ReadOnlySpan<double> place, RandomStream random)
    {
        var near = place.ToArray();
        for (var axis = 0; axis < near.Length; axis++)
        {
            var draw = (2 * random.NextDouble()) - 1;
            near[axis] += circuit.Parameters[free[axis]].IsExponent ? 0.15 * draw : 2.3 * draw;
        }

        return near;
    }

    private double Guess(ElementParameter parameter, double draw, double second)
    {
        var resistance = Between(smallest / 3, largest, draw);
        var time = Between(fastest, slowest, second);
        return parameter switch
        {
            { IsExponent: true } => 0.6 + (0.4 * draw),
            { Unit: "ohm" } => Math.Log(resistance),
            { Unit: "s" } => Math.Log(time),
            { Unit: "F" } => Math.Log(time / resistance),
            { Unit: "S s^alpha" } => Math.Log(Math.Pow(time, 0.85) / resistance),
            { Unit: "ohm s^-1/2" } => Math.Log(resistance / Math.Sqrt(time)),
            _ => Math.Log(smallest * fastest) + (4 * (draw - 0.7)),
        };
    }

    private static double Between(double low, double high, double share) => low * Math.Pow(high / low, share);
}
