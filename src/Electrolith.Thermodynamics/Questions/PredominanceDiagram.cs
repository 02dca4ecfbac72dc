using System.Collections.Immutable;
using Electrolith.Materials.Elements;
using Electrolith.Materials.Formulas;
using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Hulls;

namespace Electrolith.Thermodynamics.Questions;

/// <summary>A phase and the voltages between which it is the only stable one at its composition.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Fraction">Share of the second of the two other elements, 0 to 1.</param>
/// <param name="From">Lower voltage, V.</param>
/// <param name="To">Upper voltage, V; infinity when nothing ends it.</param>
public sealed record PredominanceStretch(PhaseEntry Phase, double Fraction, double From, double To);

/// <summary>Which phases a system of two elements and a working ion holds at each voltage.</summary>
public static class PredominanceDiagram
{
    /// <summary>Finds the stretch of voltage of every phase that is ever stable.</summary>
    /// <param name="diagram">A diagram of exactly three elements.</param>
    /// <param name="workingIon">Symbol of the working ion, one of the three.</param>
    /// <exception cref="ArgumentException">The diagram has not three elements, or the working ion is none of them.</exception>
    public static ImmutableArray<PredominanceStretch> Of(PhaseDiagram diagram, string workingIon = "Li")
    {
        ArgumentNullException.ThrowIfNull(diagram);
        var others = diagram.System.Elements.Where(element => element.Symbol != workingIon).OrderBy(element => element.Symbol, StringComparer.Ordinal).ToArray();
        if (others.Length != 2 || diagram.System.Count != 3)
        {
            throw new ArgumentException($"a system of {workingIon} and two other elements is expected, got {diagram.System}", nameof(workingIon));
        }

        var found = new List<PredominanceStretch>();
        foreach (var ratio in diagram.Entries.Select(entry => Fraction(entry.Composition, others)).Where(double.IsFinite).DistinctBy(value => Math.Round(value, 9)).Order())
        {
            var composition = Composition.Of([new ElementAmount(others[0], 1 - ratio), new ElementAmount(others[1], ratio)]);
            var profile = VoltageProfile.Of(diagram, new Substance(composition.ToString(), composition), workingIon);
            foreach (var step in profile.Steps.Where(step => step.Products is [_]))
            {
                found.Add(new PredominanceStretch(step.Products[0].Phase, ratio, step.From, step.To));
            }
        }

        return [.. found];
    }

    private static double Fraction(Composition composition, Element[] others)
    {
        var (first, second) = (composition.AmountOf(others[0].Symbol), composition.AmountOf(others[1].Symbol));
        return second / (first + second);
    }
}
