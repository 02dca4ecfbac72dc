using System.Collections.Immutable;
using Electrolith.Materials.Elements;
using Electrolith.Numerics.LinearProgramming;
using Electrolith.Quantities;
using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Hulls;

namespace Electrolith.Thermodynamics.Questions;

/// <summary>How two substances may react.</summary>
/// <param name="UseHullEnergy">
/// Take both reactants at the energy of the hull instead of their own, so that only their reaction with each other counts and not that
/// one of them is metastable. On, because that is what published tables of interfaces compare.
/// </param>
/// <param name="Voltage">Hold the working ion at this voltage, V; null for a closed interface.</param>
/// <param name="WorkingIon">Symbol of the working ion.</param>
public sealed record InterfaceOptions(bool UseHullEnergy = true, double? Voltage = null, string WorkingIon = "Li");

/// <summary>A mixture of two substances at which the products change, or an end of the mixing line.</summary>
/// <param name="FractionFirst">Share of the first substance by atoms, exchanged ones included.</param>
/// <param name="MolarFractionFirst">Share of the first substance, by formula units.</param>
/// <param name="Energy">Energy of the reaction, eV for one atom that is not exchanged; not above zero.</param>
/// <param name="MutualEnergy">The part that the two cause together: what is left after each alone has fallen apart, eV/atom.</param>
/// <param name="Reaction">For one formula unit of the mixture.</param>
public sealed record InterfaceKink(double FractionFirst, double MolarFractionFirst, double Energy, double MutualEnergy, Reaction Reaction);

/// <summary>
/// The reaction of two substances where they touch, in every mixing ratio: a path across the hull with a kink wherever the products change.
/// </summary>
/// <remarks>
/// Source: <c>richards2016</c>, <c>zhu2016</c>. The reaction is the strongest possible one; whether it happens is a matter of kinetics.
/// The kinks are exact, found from the stretch on which each set of products holds.
/// </remarks>
public sealed record InterfaceReaction(Substance First, Substance Second, ImmutableArray<InterfaceKink> Kinks)
{
    /// <summary>The kink of lowest energy; of equal ones that with the smallest share of the first substance.</summary>
    public InterfaceKink Minimum => Kinks.MinBy(kink => Math.Round(kink.Energy, 12))!;

    /// <summary>The kink of lowest mutual energy.</summary>
    public InterfaceKink MutualMinimum => Kinks.MinBy(kink => Math.Round(kink.MutualEnergy, 12))!;

    /// <summary>Computes the reaction.</summary>
    /// <param name="diagram">A diagram that knows all elements.</param>
    /// <param name="first">One substance.</param>
    /// <param name="second">The other.</param>
    /// <param name="options">How they may react.</param>
    /// <exception cref="ArgumentException">An element is unknown to the diagram, or a substance is nothing but the exchanged element.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The voltage is negative.</exception>
    [Equation("thermodynamics.pseudo-binary", @"\Delta E(x)=E_{hull}(x c_A+(1-x)c_B)-x E_A-(1-x)E_B", Source = "richards2016", Locator = "pseudo-binary construction")]
    public static InterfaceReaction Of(PhaseDiagram diagram, Substance first, Substance second, InterfaceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        options ??= new InterfaceOptions();
        if (options.Voltage is { } voltage && !(voltage >= 0 && double.IsFinite(voltage)))
        {
            throw new ArgumentOutOfRangeException(nameof(options), voltage, "a voltage from 0 V on is expected");
        }

        return new InterfaceReaction(first, second, new MixingLine(diagram, first, second, options).Kinks());
    }
}
