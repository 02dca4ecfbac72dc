using Electrolith.Thermodynamics.Hulls;

namespace Electrolith.Thermodynamics.Questions;

/// <summary>Between which voltages a substance neither takes up nor gives off the working ion.</summary>
/// <param name="Profile">All steps of lithiation and delithiation.</param>
/// <param name="GroundState">What the composition falls apart into without exchange.</param>
/// <param name="EnergyAboveHull">Energy of the substance's own entry above the hull, eV/atom; null when the data set has no entry.</param>
/// <param name="ReductionPotential">Lower limit, V against the metal; 0 when the metal itself does not reduce it; null when there is no window.</param>
/// <param name="OxidationPotential">Upper limit, V; infinity when nothing oxidises it; null when there is no window.</param>
/// <param name="ReductionReaction">What happens just below the lower limit; null at 0 V or without a window.</param>
/// <param name="OxidationReaction">What happens just above the upper limit; null when nothing does or there is no window.</param>
/// <remarks>
/// The window of a compound above the hull is that of its equilibrium phases (the convention of <c>zhu2015</c>): the ground state at its
/// composition exchanges nothing inside. <see cref="IsStrict"/> says whether the compound itself is that ground state.
/// Measured windows are wider where the reaction is slow or its product passivates.
/// </remarks>
public sealed record StabilityWindow(
    VoltageProfile Profile, Equilibrium GroundState, double? EnergyAboveHull,
    double? ReductionPotential, double? OxidationPotential, Reaction? ReductionReaction, Reaction? OxidationReaction)
{
    private const double OnHull = 1e-6;

    /// <summary>True when the substance itself, not a mixture of its composition, is stable inside the window.</summary>
    public bool IsStrict => ReductionPotential is not null && EnergyAboveHull <= OnHull;

    /// <summary>Finds the window.</summary>
    /// <param name="diagram">A diagram that knows the elements of the substance and the working ion.</param>
    /// <param name="substance">Any composition with at least one element beside the working ion.</param>
    /// <param name="workingIon">Symbol of the working ion.</param>
    /// <exception cref="ArgumentException">The composition consists of the working ion alone, or an element is unknown to the diagram.</exception>
    public static StabilityWindow Of(PhaseDiagram diagram, Substance substance, string workingIon = "Li")
    {
        var profile = VoltageProfile.Of(diagram, substance, workingIon);
        var ground = diagram.At(substance.Composition);
        double? above = substance.EnergyPerAtom is not null || diagram.Find(substance.Composition) is not null
            ? Math.Max(0, SubstanceEnergy.Of(diagram, substance) - ground.EnergyPerAtom)
            : null;
        var index = -1;
        for (var step = 0; step < profile.Steps.Length; step++)
        {
            index = profile.Steps[step].Uptake == 0 ? step : index;
        }

        if (index < 0)
        {
            return new StabilityWindow(profile, ground, above, null, null, null, null);
        }

        var window = profile.Steps[index];
        return new StabilityWindow(
            profile, ground, above, window.From, window.To,
            index > 0 ? profile.Steps[index - 1].Reaction : null,
            index < profile.Steps.Length - 1 ? profile.Steps[index + 1].Reaction : null);
    }
}
