using System.Collections.Immutable;
using Electrolith.Materials.Elements;
using Electrolith.Numerics.LinearProgramming;
using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Hulls;

namespace Electrolith.Thermodynamics.Questions;

/// <summary>The hull along the line between two compositions.</summary>
internal sealed class MixingLine
{
    private const double Resolution = 1e-10;

    private readonly Substance first;
    private readonly Substance second;
    private readonly Element? ion;
    private readonly double potential;
    private readonly HullProblem problem;
    private readonly double[] atFirst;
    private readonly double[] atSecond;
    private readonly double sizeFirst;
    private readonly double sizeSecond;
    private readonly double energyFirst;
    private readonly double energySecond;

    public MixingLine(PhaseDiagram diagram, Substance first, Substance second, InterfaceOptions options)
    {
        (this.first, this.second) = (first, second);
        var conserved = diagram.Check(first.Composition).With(diagram.Check(second.Composition));
        if (options.Voltage is { } voltage)
        {
            if (!PeriodicTable.TryGet(options.WorkingIon, out ion) || !ElementSet.Of(ion).IsPartOf(diagram.System))
            {
                throw new ArgumentException($"the working ion {options.WorkingIon} does not belong to the diagram {diagram.System}", nameof(options));
            }

            potential = -voltage;
            conserved = conserved.Without(ElementSet.Of(ion));
        }

        foreach (var substance in (ReadOnlySpan<Substance>)[first, second])
        {
            if (ElementSet.Of(substance.Composition).Without(conserved) == ElementSet.Of(substance.Composition))
            {
                throw new ArgumentException($"{substance.Formula} is nothing but the exchanged {options.WorkingIon}: ask for the window of the other substance instead", nameof(options));
            }
        }

        problem = ion is null ? diagram.Closed(conserved) : diagram.OpenTo(ion, conserved);
        atFirst = problem.Fractions(first.Composition, out sizeFirst);
        atSecond = problem.Fractions(second.Composition, out sizeSecond);
        energyFirst = Energy(diagram, first, sizeFirst, options.UseHullEnergy);
        energySecond = Energy(diagram, second, sizeSecond, options.UseHullEnergy);
    }

    public ImmutableArray<InterfaceKink> Kinks()
    {
        var pieces = ParametricCover.Find(0, 1, Resolution, Solve, (a, b) => Math.Abs(a.Slope - b.Slope) < 1e-9 && Math.Abs(a.Constant - b.Constant) < 1e-9);
        var (alone, other) = (pieces[0].Value.Constant - energySecond, pieces[^1].Value.Constant + pieces[^1].Value.Slope - energyFirst);
        var kinks = ImmutableArray.CreateBuilder<InterfaceKink>(pieces.Count + 1);
        kinks.Add(Kink(0, pieces[0].Value, alone, other));
        foreach (var piece in pieces)
        {
            kinks.Add(Kink(piece.To >= 1 - Resolution ? 1 : piece.To, piece.Value, alone, other));
        }

        return kinks.ToImmutable();
    }

    private double Energy(PhaseDiagram diagram, Substance substance, double size, bool useHull)
    {
        var perAtom = useHull ? diagram.At(substance.Composition).EnergyPerAtom : SubstanceEnergy.Of(diagram, substance);
        var exchanged = ion is null ? 0 : substance.Composition.AmountOf(ion.Symbol);
        return ((perAtom * substance.Composition.AtomCount) - (potential * exchanged)) / size;
    }

    private ParametricPiece<Segment> Solve(double share)
    {
        var mixture = new double[atFirst.Length];
        var difference = new double[atFirst.Length];
        for (var row = 0; row < mixture.Length; row++)
        {
            difference[row] = atFirst[row] - atSecond[row];
            mixture[row] = atSecond[row] + (share * difference[row]);
        }

        var solution = problem.Solve(mixture, potential);
        var (constant, slope) = (solution.Solve(atSecond), solution.Solve(difference));
        var (from, to) = (0.0, 1.0);
        for (var row = 0; row < constant.Length; row++)
        {
            // Amount of a phase at share x: constant + x slope; it must not fall below zero.
            if (slope[row] > 1e-12)
            {
                from = Math.Max(from, -constant[row] / slope[row]);
            }
            else if (slope[row] < -1e-12)
            {
                to = Math.Min(to, -constant[row] / slope[row]);
            }
        }

        var (value, rise) = (0.0, 0.0);
        for (var row = 0; row < mixture.Length; row++)
        {
            value += solution.Duals[row] * atSecond[row];
            rise += solution.Duals[row] * difference[row];
        }

        return new ParametricPiece<Segment>(from, to, new Segment(solution.Basis, constant, slope, value, rise));
    }

    private InterfaceKink Kink(double share, Segment segment, double alone, double other)
    {
        var amounts = new double[segment.Basis.Length];
        for (var row = 0; row < amounts.Length; row++)
        {
            amounts[row] = segment.AmountsAtSecond[row] + (share * segment.AmountsRise[row]);
        }

        var (moleFirst, moleSecond) = (share / sizeFirst, (1 - share) / sizeSecond);
        var moles = moleFirst + moleSecond;
        var products = problem.PhasesOf(segment.Basis, amounts, 1 / moles);
        var energy = Math.Min(0, segment.Constant + (share * segment.Slope) - (share * energyFirst) - ((1 - share) * energySecond));
        var mutual = Math.Min(0, energy - (share * Math.Min(0, other)) - ((1 - share) * Math.Min(0, alone)));
        var (atomsFirst, atomsSecond) = (moleFirst * first.Composition.AtomCount, moleSecond * second.Composition.AtomCount);
        return new InterfaceKink(atomsFirst / (atomsFirst + atomsSecond), moleFirst / moles, energy, mutual, Reaction(moleFirst / moles, moleSecond / moles, products));
    }

    private Reaction Reaction(double moleFirst, double moleSecond, ImmutableArray<PhaseAmount> products)
    {
        var reactants = ImmutableArray.CreateBuilder<ReactionTerm>(2);
        if (moleFirst > 1e-9)
        {
            reactants.Add(new ReactionTerm(first.Formula, first.Composition, moleFirst));
        }

        if (moleSecond > 1e-9)
        {
            reactants.Add(new ReactionTerm(second.Formula, second.Composition, moleSecond));
        }

        if (ion is null)
        {
            return new Reaction(reactants.ToImmutable(), [.. products.Select(item => new ReactionTerm(item.Phase.Formula, item.Phase.Composition, item.Amount))]);
        }

        var before = (moleFirst * first.Composition.AmountOf(ion.Symbol)) + (moleSecond * second.Composition.AmountOf(ion.Symbol));
        var uptake = products.Sum(item => item.Amount * item.Phase.Composition.AmountOf(ion.Symbol)) - before;
        return OpenReaction.Of(reactants.ToImmutable(), ion, Math.Abs(uptake) < 1e-8 ? 0 : uptake, products);
    }

    private sealed record Segment(int[] Basis, double[] AmountsAtSecond, double[] AmountsRise, double Constant, double Slope);
}
