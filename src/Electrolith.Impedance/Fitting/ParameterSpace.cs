using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Spectra;
using Electrolith.Numerics;

namespace Electrolith.Impedance.Fitting;

/// <summary>The axes of a search: positive parameters on a logarithmic one, exponents on a plain one, fixed ones left out.</summary>
internal sealed class ParameterSpace
{
    private const double LeastExponent = 0.1;

    private readonly Circuit circuit;
    private readonly int[] free;
    private readonly double[] values;
    private readonly double largest;
    private readonly double smallest;
    private readonly double fastest;
    private readonly double slowest;

    public ParameterSpace(Circuit circuit, Spectrum spectrum, FitOptions options)
    {
        this.circuit = circuit;
        values = new double[circuit.Parameters.Length];
        free = [.. Enumerable.Range(0, values.Length).Where(index => !options.Fixed.ContainsKey(circuit.ParameterNames[index]))];
        foreach (var (name, value) in options.Fixed)
        {
            values[circuit.ParameterNames.IndexOf(name)] = value;
        }

        (largest, smallest) = (spectrum.Impedances.Max(z => z.Magnitude), Math.Max(spectrum.Impedances.Min(z => z.Magnitude), 1e-300));
        (fastest, slowest) = (1 / (2 * Math.PI * spectrum.Frequencies.Max()), 1 / (2 * Math.PI * spectrum.Frequencies.Min()));
    }

    public int Size => free.Length;

    public ReadOnlySpan<int> Free => free;

    public double[] Lower => [.. free.Select(index => circuit.Parameters[index].IsExponent ? LeastExponent : double.NegativeInfinity)];

    public double[] Upper => [.. free.Select(index => circuit.Parameters[index].IsExponent ? 1.0 : double.PositiveInfinity)];

    /// <summary>From the axes of the search to the parameters of the circuit.</summary>
    public double[] ToValues(ReadOnlySpan<double> place)
    {
        var all = values.ToArray();
        Fill(place, all);
        return all;
    }

    /// <summary>As above, without allocation.</summary>
    public void Fill(ReadOnlySpan<double> place, Span<double> all)
    {
        values.CopyTo(all);
        for (var axis = 0; axis < free.Length; axis++)
        {
            all[free[axis]] = circuit.Parameters[free[axis]].IsExponent ? place[axis] : Math.Exp(Math.Clamp(place[axis], -300, 300));
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
            if (options.Initial.TryGetValue(name, out var given))
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
