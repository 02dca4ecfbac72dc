using System.Collections.Immutable;
using Electrolith.Materials.Elements;
using Electrolith.Thermodynamics.Entries;

namespace Electrolith.Thermodynamics.Hulls;

/// <summary>A phase and how much of it there is.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Amount">Formula units of the phase for one formula unit of what was asked for.</param>
public readonly record struct PhaseAmount(PhaseEntry Phase, double Amount);

/// <summary>Proof that a set of phases is the ground state.</summary>
/// <param name="Primal">Energy of the phases, eV for one formula unit.</param>
/// <param name="Dual">Energy from the chemical potentials, eV for one formula unit; equal to the primal one at the optimum.</param>
/// <param name="LargestViolation">How far below the hull the lowest other phase lies, eV/atom; 0 when none does.</param>
/// <param name="MassResidual">Largest imbalance of an element, moles for one mole of atoms.</param>
public readonly record struct Certificate(double Primal, double Dual, double LargestViolation, double MassResidual);

/// <summary>The ground state at a composition: which phases, how much of each, and the chemical potentials that prove it.</summary>
/// <param name="EnergyPerAtom">Energy of the hull, eV for one atom of those that are not exchanged with a reservoir, relative to the elements.</param>
/// <param name="Energy">The same for one formula unit, eV.</param>
/// <param name="Phases">The phases in alphabetical order, elements last.</param>
/// <param name="ChemicalPotentials">Of each element of the composition that no reservoir holds, eV relative to the element.</param>
/// <param name="Certificate">Proof of optimality.</param>
public sealed record Equilibrium(
    double EnergyPerAtom, double Energy, ImmutableArray<PhaseAmount> Phases, ImmutableArray<(Element Element, double Potential)> ChemicalPotentials, Certificate Certificate)
{
    /// <summary>Formula units of an element in all phases together.</summary>
    /// <param name="symbol">Symbol of the element.</param>
    public double AmountOf(string symbol)
    {
        var sum = 0.0;
        foreach (var (phase, amount) in Phases)
        {
            sum += amount * phase.Composition.AmountOf(symbol);
        }

        return sum;
    }
}
