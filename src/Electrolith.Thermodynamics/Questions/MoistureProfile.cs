using System.Collections.Immutable;
using Electrolith.Materials.Elements;
using Electrolith.Materials.Formulas;
using Electrolith.Numerics.LinearProgramming;
using Electrolith.Quantities;
using Electrolith.Thermodynamics.Entries;

namespace Electrolith.Thermodynamics.Questions;

/// <summary>
/// What a substance becomes in water vapour or carbon dioxide of rising pressure at 25 °C: the voltage profile's idea with a gas in the
/// place of lithium.
/// </summary>
/// <remarks>
/// Computed solids with the old sulfide correction, which was fitted to measured enthalpies, and measured values for H2O, CO2, H2S, HCl, HBr,
/// LiOH and Li2CO3 in the place of computed ones. Gases other than these, redox with evolution of hydrogen or oxygen, hydrates, dissolution in
/// adsorbed water and all kinetics are left out: the profile says what moist air can do, not how fast.
/// </remarks>
public sealed class MoistureProfile
{
    private const double ThermalEnergy = PhysicalConstants.MolarGas * MoistAirSpecies.Temperature;
    private const double Lowest = -6 * PhysicalConstants.Faraday;
    private const double Highest = 2 * PhysicalConstants.Faraday;

    private MoistureProfile(Substance substance, string gas, ImmutableArray<MoistureStep> steps) => (Substance, Gas, Steps) = (substance, gas, steps);

    /// <summary>What the profile is of.</summary>
    public Substance Substance { get; }

    /// <summary>H2O or CO2.</summary>
    public string Gas { get; }

    /// <summary>Steps from dry upwards.</summary>
    public ImmutableArray<MoistureStep> Steps { get; }

    /// <summary>The first reaction that takes up the gas; null when none does at any pressure.</summary>
    public MoistureStep? First => Steps.FirstOrDefault(step => step.Reaction.GasTakenUp > 1e-6);

    /// <summary>The first reaction that releases all sulfur as H2S; null when there is no sulfur or no such reaction.</summary>
    public MoistureStep? Complete => Substance.Composition.AmountOf("S") is var sulfur and > 0
        ? Steps.FirstOrDefault(step => Math.Abs(step.Reaction.HydrogenSulfide - sulfur) < 1e-6 * sulfur)
        : null;

    /// <summary>Computes the profile.</summary>
    /// <param name="energies">Energies and known phases.</param>
    /// <param name="substance">The substance.</param>
    /// <param name="gas"><c>H2O</c> or <c>CO2</c>.</param>
    /// <param name="releasedPressure">Pressure of the gases that are released, bar.</param>
    public static MoistureProfile Of(MoistureEnergies energies, Substance substance, string gas = "H2O", double releasedPressure = 1)
    {
        ArgumentNullException.ThrowIfNull(energies);
        ArgumentNullException.ThrowIfNull(substance);
        var taken = energies.Find(gas);
        var species = energies.Products(substance, taken);
        var elements = Rows(substance, taken);
        var program = new GasProgram(elements, species, taken, releasedPressure);
        var right = program.Amounts(substance.Composition);
        var own = energies.Of(substance);
        var pieces = ParametricCover.Find(Lowest, Highest, 1e-3, at => program.Solve(right, at), (a, b) => Math.Abs(a.Taken - b.Taken) < 1e-8);
        var steps = pieces.Select((piece, index) => new MoistureStep(
            index == 0 ? double.NegativeInfinity : piece.From / ThermalEnergy, index == pieces.Count - 1 ? double.PositiveInfinity : piece.To / ThermalEnergy,
            energies.Reaction(own, taken, program.Products(piece.Value, substance.Composition.AtomCount), piece.Value.Taken * substance.Composition.AtomCount / taken.Composition.AtomCount)));
        return new MoistureProfile(substance, gas, [.. steps]);
    }

    /// <summary>The step at a pressure of the gas.</summary>
    /// <param name="pressure">bar, above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The pressure is not above zero.</exception>
    public MoistureStep At(double pressure) => pressure > 0 && double.IsFinite(pressure)
        ? Steps.Last(step => step.LogPressureFrom <= Math.Log(pressure))
        : throw new ArgumentOutOfRangeException(nameof(pressure), pressure, "a pressure above zero is expected");

    /// <summary>Gibbs energy of a reaction at pressures other than 1 bar, J/mol of formula units.</summary>
    /// <param name="reaction">The reaction.</param>
    /// <param name="pressure">Pressure of the gas taken up, bar.</param>
    /// <param name="releasedPressure">Pressure of the gases released, bar.</param>
    [Equation("thermodynamics.gas-pressure", @"\Delta G=\Delta G^0+RT\ln\frac{\prod p_{out}^{a}}{p_{in}^{b}}", Source = "electrolith-derived", Locator = "law of mass action of ideal gases")]
    public static double GibbsAt(MoistureReaction reaction, double pressure, double releasedPressure)
    {
        ArgumentNullException.ThrowIfNull(reaction);
        var released = reaction.Reaction.Products.Where(term => ExperimentalSpecies.TryGet(term.Composition, out var species) && species.Phase == SpeciesPhase.Gas).Sum(term => term.Amount);
        return reaction.Gibbs + (ThermalEnergy * ((released * Math.Log(releasedPressure)) - (reaction.GasTakenUp * Math.Log(pressure))));
    }

    private static ImmutableArray<Element> Rows(Substance substance, MoistAirSpecies taken) =>
        ElementSet.Of(substance.Composition).With(ElementSet.Of(taken.Composition)).Elements;
}
