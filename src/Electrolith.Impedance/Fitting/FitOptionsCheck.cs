using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Fitting;

/// <summary>Refuses options that cannot be meant.</summary>
internal static class FitOptionsCheck
{
    /// <summary>Checks names, values, bounds, ties and order.</summary>
    /// <exception cref="ArgumentException">Something does not fit the circuit or the spectrum; the message says what.</exception>
    public static void Run(Circuit circuit, Spectrum spectrum, FitOptions options)
    {
        foreach (var (name, value) in options.Initial.Concat(options.Fixed))
        {
            if (!(value > 0) || !double.IsFinite(value) || (Find(circuit, name).IsExponent && value > 1))
            {
                throw new ArgumentException($"{name} = {value}: {(Find(circuit, name).IsExponent ? "an exponent between 0 and 1" : "a value above zero")} is expected", nameof(options));
            }
        }

        foreach (var (name, (low, high)) in options.Bounds)
        {
            if (!(low > 0) || !(high > low) || (Find(circuit, name).IsExponent && high > 1))
            {
                throw new ArgumentException($"{name}: bounds {low} to {high} are no range above zero{(Find(circuit, name).IsExponent ? " and up to 1" : "")}", nameof(options));
            }
        }

        CheckRelations(circuit, options);
        var free = circuit.Parameters.Length - options.Fixed.Count - options.Ties.Count;
        if ((options.Quantity == FitQuantity.Modulus ? 1 : 2) * spectrum.Count < free)
        {
            throw new ArgumentException($"{spectrum.Count} points cannot determine {free} parameters", nameof(spectrum));
        }

        if (options.Weight == FitWeight.Measured && (options.StandardDeviations.Length != spectrum.Count || options.StandardDeviations.Any(item => !(item.Real > 0 && item.Imaginary > 0))))
        {
            throw new ArgumentException($"measured weights need {spectrum.Count} standard deviations above zero, one for each point; {options.StandardDeviations.Length} are given", nameof(options));
        }
    }

    // Each parameter is bound by at most one rule, and rules form no circle.
    private static void CheckRelations(Circuit circuit, FitOptions options)
    {
        var rules = options.Ties.Select(tie => (Name: tie.Key, tie.Value.Other)).Concat(options.Order.Select(pair => (Name: pair.Larger, Other: pair.Smaller))).ToList();
        foreach (var (name, other) in rules)
        {
            if (Find(circuit, name).IsExponent != Find(circuit, other).IsExponent)
            {
                throw new ArgumentException($"{name} and {other} are an exponent and a positive quantity: they cannot be tied or ordered", nameof(options));
            }

            if (options.Fixed.ContainsKey(name) || options.Bounds.ContainsKey(name) || rules.Count(rule => rule.Name == name) > 1)
            {
                throw new ArgumentException($"{name} is tied to or above {other}, and fixed, bounded or bound to another one too: one rule for a parameter", nameof(options));
            }
        }

        foreach (var pair in options.Order.Where(pair => Find(circuit, pair.Larger).IsExponent))
        {
            throw new ArgumentException($"{pair.Smaller} < {pair.Larger}: exponents cannot be ordered; order resistances, capacitances or times", nameof(options));
        }

        foreach (var (start, _) in rules)
        {
            var (at, steps) = (start, 0);
            while (rules.FirstOrDefault(rule => rule.Name == at) is { Name: not null } next)
            {
                at = next.Other;
                if (++steps > rules.Count)
                {
                    throw new ArgumentException($"the ties or the order of {start} go in a circle", nameof(options));
                }
            }
        }
    }

    private static ElementParameter Find(Circuit circuit, string name) => circuit.ParameterNames.IndexOf(name) is >= 0 and var index ? circuit.Parameters[index]
        : throw new ArgumentException($"{name} is not a parameter of {circuit.Text}; there are {string.Join(", ", circuit.ParameterNames)}", nameof(name));
}
