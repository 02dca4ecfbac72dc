using System.Collections.Immutable;
using Electrolith.Materials.Formulas;
using Electrolith.Thermodynamics.Entries;

namespace Electrolith.Thermodynamics.Questions;

/// <summary>Enthalpies and Gibbs energies of substances in reactions with moist air.</summary>
public sealed class MoistureEnergies
{
    // Gases without a row in the table of measured species cannot be released: their entropy would be missing.
    private static readonly HashSet<string> GasesWithoutEntropy = new(["H2", "N2", "O2", "F2", "Cl2"], StringComparer.Ordinal);

    private readonly EntrySet set;

    /// <summary>Prepares energies.</summary>
    /// <param name="selection">Which computed entries.</param>
    /// <param name="own">Entries of one's own.</param>
    public MoistureEnergies(EntrySelection selection = EntrySelection.Screened, IReadOnlyCollection<PhaseEntry>? own = null)
    {
        var shipped = EntrySet.Load(new EntryOptions { Selection = selection, SulfideCorrection = SulfideCorrection.Legacy });
        set = own is { Count: > 0 } ? shipped.With(own) : shipped;
    }

    /// <summary>The computed energies that are used.</summary>
    public EntrySet Set => set;

    /// <summary>A measured species.</summary>
    /// <param name="formula">Its formula.</param>
    /// <exception cref="ArgumentException">It is not measured.</exception>
    public MoistAirSpecies Find(string formula) => MoistAirSpecies.Of(ExperimentalSpecies.Of(formula));

    /// <summary>A substance: measured, else its own entry, else the mixture of its composition.</summary>
    /// <param name="substance">The substance.</param>
    public MoistAirSpecies Of(Substance substance)
    {
        ArgumentNullException.ThrowIfNull(substance);
        if (ExperimentalSpecies.TryGet(substance.Composition, out var measured))
        {
            var factor = substance.Composition.AtomCount / measured.Composition.AtomCount;
            var species = MoistAirSpecies.Of(measured);
            return new MoistAirSpecies(substance.Formula, substance.Composition, species.Enthalpy * factor, species.GasEntropy * factor);
        }

        var diagram = set.Diagram(ElementSet.Of(substance.Composition));
        var energy = diagram.Find(substance.Composition)?.EnergyPerAtom ?? diagram.At(substance.Composition).EnergyPerAtom;
        return MoistAirSpecies.Of(new PhaseEntry(substance.Formula, substance.Composition, energy, ""));
    }

    /// <summary>Energies of a reaction that is given in words: <c>Li2S + H2O -> Li2O + H2S</c>.</summary>
    /// <param name="text">Terms with amounts, joined by plus signs, sides joined by an arrow.</param>
    /// <exception cref="FormatException">It is not a reaction, or it does not balance.</exception>
    public MoistureReaction Reaction(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sides = text.Split("->");
        if (sides.Length != 2)
        {
            throw new FormatException($"'{text}': a reaction is written A + 2 B -> C");
        }

        var reaction = new Reaction(Side(sides[0]), Side(sides[1]));
        if (reaction.Imbalance > 1e-6)
        {
            throw new FormatException($"'{text}' does not balance: {reaction.Imbalance:G3} moles of an element are left over");
        }

        var gas = reaction.Reactants.Where(term => term.Formula is "H2O" or "CO2").Sum(term => term.Amount);
        return Energies(reaction, gas);
    }

    internal MoistureReaction Reaction(MoistAirSpecies own, MoistAirSpecies taken, ImmutableArray<(MoistAirSpecies Species, double Amount)> products, double amount)
    {
        ImmutableArray<ReactionTerm> left = [new ReactionTerm(own.Formula, own.Composition, 1)];
        var reaction = new Reaction(
            amount > 1e-9 ? left.Add(new ReactionTerm(taken.Formula, taken.Composition, amount)) : left,
            [.. products.Select(item => new ReactionTerm(item.Species.Formula, item.Species.Composition, item.Amount))]);
        return Energies(reaction, amount);
    }

    /// <summary>Everything that may form from a substance and a gas.</summary>
    /// <param name="substance">The substance.</param>
    /// <param name="taken">The gas.</param>
    internal ImmutableArray<MoistAirSpecies> Products(Substance substance, MoistAirSpecies taken)
    {
        var system = ElementSet.Of(substance.Composition).With(ElementSet.Of(taken.Composition));
        var hydrogen = ElementSet.Of(FormulaParser.Parse("H"));
        var carbon = ElementSet.Of(FormulaParser.Parse("C"));
        var measured = ExperimentalSpecies.All.Where(item => ElementSet.Of(item.Composition).IsPartOf(system) && item.Formula != taken.Formula).Select(MoistAirSpecies.Of);
        var carbonIsForeign = !carbon.IsPartOf(ElementSet.Of(substance.Composition));
        var computed = set.Diagram(system).Entries.Where(entry =>
            !hydrogen.IsPartOf(entry.Elements) && !GasesWithoutEntropy.Contains(entry.Formula) && !(carbonIsForeign && carbon.IsPartOf(entry.Elements))
            && !ExperimentalSpecies.TryGet(entry.Composition, out _)).Select(MoistAirSpecies.Of);
        return [.. measured, .. computed];
    }

    private MoistureReaction Energies(Reaction reaction, double gas)
    {
        var (enthalpy, gibbs, sulfide) = (0.0, 0.0, 0.0);
        foreach (var (terms, sign) in new[] { (reaction.Reactants, -1), (reaction.Products, 1) })
        {
            foreach (var term in terms)
            {
                var species = Of(new Substance(term.Formula, term.Composition));
                enthalpy += sign * term.Amount * species.Enthalpy;
                gibbs += sign * term.Amount * species.Gibbs;
                sulfide += term.Formula == "H2S" ? sign * term.Amount : 0;
            }
        }

        return new MoistureReaction(reaction, gas, enthalpy, gibbs, sulfide);
    }

    private static ImmutableArray<ReactionTerm> Side(string text) =>
    [
        .. text.Split(" + ").Select(term =>
        {
            var parts = term.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return parts is [var formula] && FormulaParser.TryParse(formula, out var single, out _) ? new ReactionTerm(formula, single, 1)
                : parts is [var amount, var second] && double.TryParse(amount, out var number) && number > 0 && FormulaParser.TryParse(second, out var composition, out _) ? new ReactionTerm(second, composition, number)
                : throw new FormatException($"'{term.Trim()}': an amount and a formula are expected, such as 4 H2S");
        }),
    ];
}
