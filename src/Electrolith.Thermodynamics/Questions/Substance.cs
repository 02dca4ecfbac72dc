using Electrolith.Materials.Formulas;
using Electrolith.Thermodynamics.Entries;

namespace Electrolith.Thermodynamics.Questions;

/// <summary>What a question is asked about: a formula, in the data set or not.</summary>
/// <param name="Formula">As it is printed.</param>
/// <param name="Composition">One formula unit.</param>
public sealed record Substance(string Formula, Composition Composition)
{
    /// <summary>Energy of its own, eV/atom in the reference of the diagram; null to take the entry of the diagram, or the hull where there is none.</summary>
    public double? EnergyPerAtom { get; init; }

    /// <summary>A substance of a formula.</summary>
    /// <param name="formula">Such as <c>Li6.4La3Zr1.4Ta0.6O12</c>.</param>
    /// <exception cref="FormulaException">The formula cannot be read.</exception>
    public static Substance Of(string formula) => new(formula, FormulaParser.Parse(formula));

    /// <summary>A substance of an entry.</summary>
    /// <param name="entry">The entry.</param>
    public static Substance Of(PhaseEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new Substance(entry.Formula, entry.Composition);
    }
}
