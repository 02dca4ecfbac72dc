using System.Collections.Immutable;
using Electrolith.Materials.Elements;
using Electrolith.Materials.Formulas;
using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Hulls;

namespace Electrolith.Thermodynamics.Questions;

/// <summary>The stable phases of a system and which of them coexist.</summary>
/// <param name="Stable">Phases on the hull, the elements among them.</param>
/// <param name="Metastable">Phases above the hull, with their distance in eV/atom.</param>
/// <param name="TieLines">Pairs of stable phases (by index) between which nothing else is stable.</param>
public sealed record CoexistenceDiagram(ImmutableArray<PhaseEntry> Stable, ImmutableArray<(PhaseEntry Phase, double EnergyAboveHull)> Metastable, ImmutableArray<(int First, int Second)> TieLines)
{
    private const double OnHull = 1e-8;

    /// <summary>Finds stable phases and tie lines; in a system of three elements that is the ternary diagram.</summary>
    /// <param name="diagram">A diagram.</param>
    public static CoexistenceDiagram Of(PhaseDiagram diagram)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        var stable = ImmutableArray.CreateBuilder<PhaseEntry>();
        var others = ImmutableArray.CreateBuilder<(PhaseEntry, double)>();
        foreach (var entry in diagram.Entries)
        {
            var above = diagram.EnergyAboveHull(entry);
            if (above <= OnHull)
            {
                stable.Add(entry);
            }
            else
            {
                others.Add((entry, above));
            }
        }

        var lines = ImmutableArray.CreateBuilder<(int, int)>();
        for (var first = 0; first < stable.Count; first++)
        {
            for (var second = first + 1; second < stable.Count; second++)
            {
                if (Coexist(diagram, stable[first], stable[second]))
                {
                    lines.Add((first, second));
                }
            }
        }

        return new CoexistenceDiagram(stable.ToImmutable(), others.ToImmutable(), lines.ToImmutable());
    }

    // The ground state half way between two phases is just these two when they share an edge of the hull.
    private static bool Coexist(PhaseDiagram diagram, PhaseEntry first, PhaseEntry second)
    {
        var middle = first.Composition.Scale(1 / first.AtomCount).Add(second.Composition.Scale(1 / second.AtomCount));
        return diagram.At(middle).Phases.All(item => ReferenceEquals(item.Phase, first) || ReferenceEquals(item.Phase, second));
    }
}
