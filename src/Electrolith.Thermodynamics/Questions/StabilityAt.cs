using Electrolith.Thermodynamics.Hulls;

namespace Electrolith.Thermodynamics.Questions;

/// <summary>What a substance becomes at one voltage.</summary>
/// <param name="Voltage">V against the metal of the working ion.</param>
/// <param name="Step">Products, uptake and reaction.</param>
/// <param name="ReactionEnergy">Driving force at this voltage, eV for one atom of the substance; not above zero.</param>
/// <param name="IsStable">True when the substance itself is the ground state.</param>
public sealed record StabilityAt(double Voltage, VoltageStep Step, double ReactionEnergy, bool IsStable)
{
    private const double OnHull = 1e-6;

    /// <summary>Finds the state.</summary>
    /// <param name="diagram">A diagram that knows the elements of the substance and the working ion.</param>
    /// <param name="substance">Any composition with at least one element beside the working ion.</param>
    /// <param name="voltage">V, not negative.</param>
    /// <param name="workingIon">Symbol of the working ion.</param>
    /// <exception cref="ArgumentException">The composition consists of the working ion alone, or an element is unknown to the diagram.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The voltage is negative or not finite.</exception>
    public static StabilityAt Of(PhaseDiagram diagram, Substance substance, double voltage, string workingIon = "Li")
    {
        var step = VoltageProfile.Of(diagram, substance, workingIon).At(voltage);
        // Inside a step the driving force changes by the charge that flows: one uptake times the change of voltage.
        var energy = Math.Min(0, step.ReactionEnergy + (step.Uptake * (voltage - step.From) / substance.Composition.AtomCount));
        return new StabilityAt(voltage, step, energy, step.Uptake == 0 && energy > -OnHull);
    }
}
