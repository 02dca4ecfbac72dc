using Electrolith.Thermodynamics.Hulls;

namespace Electrolith.Thermodynamics.Questions;

/// <summary>Energy that a substance brings into a reaction.</summary>
internal static class SubstanceEnergy
{
    /// <summary>Energy relative to the elements: its own, else that of its entry, else that of the hull.</summary>
    /// <param name="diagram">The diagram.</param>
    /// <param name="substance">The substance.</param>
    /// <returns>eV/atom.</returns>
    public static double Of(PhaseDiagram diagram, Substance substance)
    {
        if (substance.EnergyPerAtom is { } given)
        {
            return diagram.FormationEnergyPerAtom(new Entries.PhaseEntry(substance.Formula, substance.Composition, given, "user"));
        }

        return diagram.Find(substance.Composition) is { } entry ? diagram.FormationEnergyPerAtom(entry) : diagram.At(substance.Composition).EnergyPerAtom;
    }
}
