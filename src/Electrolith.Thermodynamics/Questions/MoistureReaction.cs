namespace Electrolith.Thermodynamics.Questions;

/// <summary>A reaction with water or carbon dioxide, with its energies at 298.15 K and 1 bar.</summary>
/// <param name="Reaction">For one formula unit of the substance.</param>
/// <param name="GasTakenUp">Molecules of the gas for one formula unit.</param>
/// <param name="Enthalpy">J/mol of formula units.</param>
/// <param name="Gibbs">J/mol of formula units; entropies of solids are neglected.</param>
/// <param name="HydrogenSulfide">H2S released for one formula unit.</param>
public sealed record MoistureReaction(Reaction Reaction, double GasTakenUp, double Enthalpy, double Gibbs, double HydrogenSulfide)
{
    /// <summary>Gibbs energy for one mole of the gas taken up, J/mol; 0 when none is.</summary>
    public double GibbsPerGas => GasTakenUp > 0 ? Gibbs / GasTakenUp : 0;

    /// <summary>Atoms on the left side of the reaction.</summary>
    public double Atoms => Reaction.Reactants.Sum(term => term.Amount * term.Composition.AtomCount);
}

/// <summary>Products that are stable from one pressure of the gas to the next.</summary>
/// <param name="LogPressureFrom">Natural logarithm of the pressure in bar from which on they are; minus infinity for the first.</param>
/// <param name="LogPressureTo">Up to which; infinity for the last.</param>
/// <param name="Reaction">From the substance to these products.</param>
public sealed record MoistureStep(double LogPressureFrom, double LogPressureTo, MoistureReaction Reaction);
