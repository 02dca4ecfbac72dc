using System.Collections.Immutable;
using Electrolith.Materials.Formulas;

namespace Electrolith.Thermodynamics.Entries;

/// <summary>One phase with its energy: a point that a convex hull may rest on.</summary>
/// <remarks>Immutable. Energies of all entries of one hull share one reference; in the shipped set it is the formation
/// energy from the elements at 0 K, in a file of a lab it may be the total energy of a calculation.</remarks>
public sealed class PhaseEntry
{
    /// <summary>Makes an entry.</summary>
    /// <param name="formula">Formula as it is printed in reactions.</param>
    /// <param name="composition">Elements and amounts of that formula unit; not empty.</param>
    /// <param name="energyPerAtom">Energy, eV/atom.</param>
    /// <param name="origin">Where the entry is from: a source key, or file and line of an entry of one's own.</param>
    /// <exception cref="ArgumentException">The composition is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The energy is not finite.</exception>
    public PhaseEntry(string formula, Composition composition, double energyPerAtom, string origin)
    {
        if (composition.Parts.IsEmpty)
        {
            throw new ArgumentException("a phase has at least one element", nameof(composition));
        }

        if (!double.IsFinite(energyPerAtom))
        {
            throw new ArgumentOutOfRangeException(nameof(energyPerAtom), energyPerAtom, "the energy of a phase must be finite");
        }

        (Formula, Composition, EnergyPerAtom, Origin) = (formula, composition, energyPerAtom, origin);
        AtomCount = composition.AtomCount;
        Elements = ElementSet.Of(composition);
    }

    /// <summary>Formula as it is printed in reactions, such as <c>Li3PS4</c>.</summary>
    public string Formula { get; }

    /// <summary>Elements and amounts of one formula unit.</summary>
    public Composition Composition { get; }

    /// <summary>Atoms in one formula unit.</summary>
    public double AtomCount { get; }

    /// <summary>Energy, eV/atom, in the reference of its set.</summary>
    public double EnergyPerAtom { get; }

    /// <summary>Energy of one formula unit, eV.</summary>
    public double Energy => EnergyPerAtom * AtomCount;

    /// <summary>Where the entry is from: a source key, or file and line.</summary>
    public string Origin { get; }

    /// <summary>The elements it holds.</summary>
    public ElementSet Elements { get; }

    /// <summary>True for a phase of one element alone.</summary>
    public bool IsElement => Composition.Parts.Length == 1;

    /// <inheritdoc/>
    public override string ToString() => Formula;
}
