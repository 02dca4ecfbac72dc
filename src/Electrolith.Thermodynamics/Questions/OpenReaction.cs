using System.Collections.Immutable;
using Electrolith.Materials.Elements;
using Electrolith.Materials.Formulas;
using Electrolith.Thermodynamics.Hulls;

namespace Electrolith.Thermodynamics.Questions;

/// <summary>Writes a reaction that exchanges an element with a reservoir.</summary>
internal static class OpenReaction
{
    /// <summary>From a substance to its products.</summary>
    /// <param name="substance">One formula unit.</param>
    /// <param name="element">The exchanged element.</param>
    /// <param name="uptake">Atoms taken up; negative when given off.</param>
    /// <param name="products">Products for one formula unit.</param>
    public static Reaction Of(Substance substance, Element element, double uptake, ImmutableArray<PhaseAmount> products) =>
        Of([new ReactionTerm(substance.Formula, substance.Composition, 1)], element, uptake, products);

    /// <summary>From several substances to their products.</summary>
    /// <param name="reactants">The substances.</param>
    /// <param name="element">The exchanged element.</param>
    /// <param name="uptake">Atoms taken up; negative when given off.</param>
    /// <param name="products">Products.</param>
    public static Reaction Of(ImmutableArray<ReactionTerm> reactants, Element element, double uptake, ImmutableArray<PhaseAmount> products)
    {
        var exchanged = new ReactionTerm(element.Symbol, Composition.Of([new ElementAmount(element, 1)]), Math.Abs(uptake));
        ImmutableArray<ReactionTerm> right = [.. products.Select(item => new ReactionTerm(item.Phase.Formula, item.Phase.Composition, item.Amount))];
        return uptake > 0 ? new Reaction(reactants.Add(exchanged), right) : uptake < 0 ? new Reaction(reactants, right.Add(exchanged)) : new Reaction(reactants, right);
    }
}
