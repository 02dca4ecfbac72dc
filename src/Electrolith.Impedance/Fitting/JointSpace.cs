using System.Collections.Immutable;
using Electrolith.Impedance.Circuits;
using Electrolith.Quantities;

namespace Electrolith.Impedance.Fitting;

/// <summary>The axes of a joint fit and how each parameter of each spectrum depends on them.</summary>
/// <remarks>Positive quantities and the rate k of growth are logarithms, exponents of elements, energies (eV) and exponents of laws are plain.</remarks>
internal sealed class JointSpace
{
    private const double BoltzmannInElectronVolt = PhysicalConstants.Boltzmann / PhysicalConstants.ElementaryCharge;

    private readonly Circuit circuit;
    private readonly double[] conditions;
    private readonly double reference;
    private readonly (SeriesLaw Law, int First, int Exponent, double? Held)[] rules;
    private readonly List<(string Name, string Unit)> axes = [];

    public JointSpace(Circuit circuit, double[] conditions, double reference, JointOptions options)
    {
        (this.circuit, this.conditions, this.reference) = (circuit, conditions, reference);
        var groups = new Dictionary<int, int>();
        rules = [.. circuit.ParameterNames.Select((name, index) => Rule(name, index, options, groups))];
    }

    /// <summary>Number of axes.</summary>
    public int Size => axes.Count;

    /// <summary>Name and unit of each axis.</summary>
    public IReadOnlyList<(string Name, string Unit)> Axes => axes;

    /// <summary>Law, first axis and axis of the exponent of a parameter; −1 without one.</summary>
    public (SeriesLaw Law, int First, int Exponent, double? Held) RuleOf(int index) => rules[index];

    /// <summary>True for an axis that is held as a logarithm.</summary>
    public bool IsLogarithm(int axis) => axes[axis].Unit is not ("" or "eV");

    /// <summary>Parameters of one spectrum with their derivatives by the axes.</summary>
    /// <param name="place">Place on the axes.</param>
    /// <param name="spectrum">Number of the spectrum.</param>
    /// <param name="values">Receives the parameters.</param>
    /// <param name="slopes">Receives dp/dx, parameter after parameter.</param>
    public void Fill(ReadOnlySpan<double> place, int spectrum, Span<double> values, Span<double> slopes)
    {
        slopes.Clear();
        for (var index = 0; index < values.Length; index++)
        {
            var (law, first, exponent, held) = rules[index];
            var row = slopes.Slice(index * Size, Size);
            if (held is { } value)
            {
                values[index] = value;
                continue;
            }

            var axis = law == SeriesLaw.Own ? first + spectrum : first;
            if (circuit.Parameters[index].IsExponent)
            {
                (values[index], row[axis]) = (place[axis], 1);
                continue;
            }

            var start = Math.Exp(Math.Clamp(place[axis], -300, 300));
            var x = conditions[spectrum];
            switch (law)
            {
                case SeriesLaw.Arrhenius:
                    var inverse = ((1 / x) - (1 / reference)) / BoltzmannInElectronVolt;
                    values[index] = start * x / reference * Math.Exp(Math.Clamp(place[exponent] * inverse, -300, 300));
                    (row[axis], row[exponent]) = (values[index], values[index] * inverse);
                    break;
                case SeriesLaw.Power:
                    values[index] = start * Math.Pow(x / reference, place[exponent]);
                    (row[axis], row[exponent]) = (values[index], values[index] * Math.Log(x / reference));
                    break;
                case SeriesLaw.Growth:
                    // k is the growth from nothing to the reference time, so that it does not run away with n.
                    var growth = x > 0 ? Math.Exp(Math.Clamp(place[axis + 1], -300, 300)) * Math.Pow(x / reference, place[exponent]) : 0;
                    values[index] = start + growth;
                    (row[axis], row[axis + 1], row[exponent]) = (start, growth, x > 0 ? growth * Math.Log(x / reference) : 0);
                    break;
                default:
                    (values[index], row[axis]) = (start, start);
                    break;
            }
        }
    }

    private (SeriesLaw Law, int First, int Exponent, double? Held) Rule(string name, int index, JointOptions options, Dictionary<int, int> groups)
    {
        if (options.Single.Fixed.TryGetValue(name, out var held))
        {
            return (SeriesLaw.Shared, -1, -1, held);
        }

        var law = options.Laws.GetValueOrDefault(name, SeriesLaw.Own);
        var unit = circuit.Parameters[index].Unit;
        var first = axes.Count;
        switch (law)
        {
            case SeriesLaw.Own:
                axes.AddRange(conditions.Select((_, spectrum) => ($"{name}[{spectrum + 1}]", unit)));
                return (law, first, -1, null);
            case SeriesLaw.Growth:
                axes.Add(($"{name} at start", unit));
                axes.Add(($"{name} growth to reference", unit));
                break;
            default:
                axes.Add((law == SeriesLaw.Shared ? name : $"{name} at reference", unit));
                break;
        }

        if (law == SeriesLaw.Shared)
        {
            return (law, first, -1, null);
        }

        var group = Enumerable.Range(0, options.SharedExponents.IsDefault ? 0 : options.SharedExponents.Length).FirstOrDefault(at => options.SharedExponents[at].Contains(name), -1);
        if (group >= 0 && groups.TryGetValue(group, out var shared))
        {
            return (law, first, shared, null);
        }

        var label = group >= 0 ? string.Join(", ", options.SharedExponents[group]) : name;
        axes.Add((law == SeriesLaw.Arrhenius ? $"{label} activation energy" : $"{label} exponent", law == SeriesLaw.Arrhenius ? "eV" : ""));
        if (group >= 0)
        {
            groups[group] = axes.Count - 1;
        }

        return (law, first, axes.Count - 1, null);
    }
}
