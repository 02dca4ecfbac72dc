using Electrolith.Materials.Formulas;
using Electrolith.Quantities;
using Electrolith.Thermodynamics.Entries;

namespace Electrolith.Thermodynamics.Questions;

/// <summary>A substance in a reaction with moist air.</summary>
/// <param name="Formula">As it is printed.</param>
/// <param name="Composition">One formula unit.</param>
/// <param name="Enthalpy">Enthalpy of formation at 298.15 K, J/mol.</param>
/// <param name="GasEntropy">Standard entropy, J/(mol K), of a gas; 0 for a solid, whose entropy is neglected.</param>
public sealed record MoistAirSpecies(string Formula, Composition Composition, double Enthalpy, double GasEntropy)
{
    /// <summary>Room temperature of the standard values, K.</summary>
    public const double Temperature = 298.15;

    /// <summary>Gibbs energy at 298.15 K and 1 bar in this convention (enthalpy minus T times the entropy of gases), J/mol.</summary>
    public double Gibbs => Enthalpy - (Temperature * GasEntropy);

    /// <summary>True for a gas.</summary>
    public bool IsGas => GasEntropy > 0;

    /// <summary>A measured gas or solid.</summary>
    /// <param name="species">Row of the table.</param>
    internal static MoistAirSpecies Of(ExperimentalSpecies species) =>
        new(species.Formula, species.Composition, species.FormationEnthalpy, species.Phase == SpeciesPhase.Gas ? species.StandardEntropy ?? 0 : 0);

    /// <summary>A computed solid: its formation energy at 0 K stands for the enthalpy.</summary>
    /// <param name="entry">The entry.</param>
    internal static MoistAirSpecies Of(PhaseEntry entry) => new(entry.Formula, entry.Composition, entry.Energy * PhysicalConstants.Faraday, 0);
}
