using System.Collections.Immutable;
using Electrolith.Materials.Elements;
using Electrolith.Numerics.LinearProgramming;
using Electrolith.Quantities;
using Electrolith.Thermodynamics.Entries;
using Electrolith.Thermodynamics.Hulls;

namespace Electrolith.Thermodynamics.Questions;

/// <summary>The ground state between two voltages.</summary>
/// <param name="From">Voltage from which on these products are stable, V against the metal of the working ion.</param>
/// <param name="To">Voltage up to which they are; infinity for the last step.</param>
/// <param name="Uptake">Working ions taken up for one formula unit; negative when they are given off.</param>
/// <param name="Products">Stable phases.</param>
/// <param name="Reaction">From the substance and the metal, or to the metal.</param>
/// <param name="ReactionEnergy">Energy of the reaction at the lower end, working ions at that voltage, eV for one atom of the substance; not above zero.</param>
public sealed record VoltageStep(double From, double To, double Uptake, ImmutableArray<PhaseAmount> Products, Reaction Reaction, double ReactionEnergy);

/// <summary>
/// What a substance becomes when its working ion is held at a voltage: every step of lithiation and delithiation, with exact voltages.
/// </summary>
/// <remarks>
/// Grand-potential minimisation at 0 K (<c>richards2016</c>, <c>zhu2015</c>). Each step knows the exact stretch of voltage on which its
/// phases stay stable, so no grid of voltages is used. It is thermodynamics only: sluggish steps need overpotential and may never be seen.
/// </remarks>
public sealed class VoltageProfile
{
    private const double HighestVoltage = 20;
    private const double SameAmount = 1e-8;

    private VoltageProfile(Substance substance, Element workingIon, ImmutableArray<VoltageStep> steps) => (Substance, WorkingIon, Steps) = (substance, workingIon, steps);

    /// <summary>What the profile is of.</summary>
    public Substance Substance { get; }

    /// <summary>The element that is exchanged.</summary>
    public Element WorkingIon { get; }

    /// <summary>The steps from 0 V upwards, without gaps.</summary>
    public ImmutableArray<VoltageStep> Steps { get; }

    /// <summary>Computes the profile.</summary>
    /// <param name="diagram">A diagram that knows the elements of the substance and the working ion.</param>
    /// <param name="substance">Any composition with at least one element beside the working ion.</param>
    /// <param name="workingIon">Symbol of the working ion.</param>
    /// <exception cref="ArgumentException">The composition consists of the working ion alone, or an element is unknown to the diagram.</exception>
    [Equation("thermodynamics.grand-potential", @"\phi(\mu)=\min_{n\ge 0}\sum_i n_i\,(E_i-\mu N_{Li,i}),\quad \mu=-eV", Source = "richards2016", Locator = "grand potential of an interface open to one element")]
    public static VoltageProfile Of(PhaseDiagram diagram, Substance substance, string workingIon = "Li")
    {
        ArgumentNullException.ThrowIfNull(diagram);
        ArgumentNullException.ThrowIfNull(substance);
        if (!PeriodicTable.TryGet(workingIon, out var ion) || !ElementSet.Of(ion).IsPartOf(diagram.System))
        {
            throw new ArgumentException($"the working ion {workingIon} does not belong to the diagram {diagram.System}", nameof(workingIon));
        }

        var conserved = diagram.Check(substance.Composition).Without(ElementSet.Of(ion));
        if (conserved.Count == 0)
        {
            throw new ArgumentException($"{substance.Formula} holds nothing but the working ion {workingIon}", nameof(substance));
        }

        var problem = diagram.OpenTo(ion, conserved);
        var fractions = problem.Fractions(substance.Composition, out var size);
        // The phases found at one voltage can be made at every other one too, so each search starts from the last.
        int[] last = [];
        var pieces = ParametricCover.Find(-HighestVoltage, 0, 1e-9, potential => Solve(problem, fractions, potential, ref last), (a, b) => Math.Abs(a.Content - b.Content) < SameAmount);
        var own = SubstanceEnergy.Of(diagram, substance) * substance.Composition.AtomCount;
        var builder = new Builder(problem, substance, ion, size, own);
        pieces.Reverse();
        return new VoltageProfile(substance, ion, [.. pieces.Select((piece, index) => builder.Step(piece, isLast: index == pieces.Count - 1))]);
    }

    /// <summary>The step that holds at a voltage; at a boundary the upper one.</summary>
    /// <param name="voltage">V, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The voltage is negative or not finite.</exception>
    public VoltageStep At(double voltage)
    {
        if (!(voltage >= 0) || double.IsInfinity(voltage))
        {
            throw new ArgumentOutOfRangeException(nameof(voltage), voltage, "a voltage from 0 V on is expected: below it the metal is deposited without end");
        }

        return Steps.Last(step => step.From <= voltage + 1e-12);
    }

    private static ParametricPiece<OpenState> Solve(HullProblem problem, double[] fractions, double potential, ref int[] last)
    {
        var solution = problem.Solve(fractions, potential, last);
        last = solution.Basis;
        var (from, to) = CostRange.Of(solution, problem.Matrix, problem.Energies, problem.PotentialSlopes);
        var held = 0.0;
        for (var row = 0; row < solution.Basis.Length; row++)
        {
            held += solution.Amounts[row] * problem.OpenAmounts[solution.Basis[row]];
        }

        return new ParametricPiece<OpenState>(from, to, new OpenState(solution, held));
    }

    private sealed record OpenState(LinearProgramSolution Solution, double Content);

    private sealed class Builder(HullProblem problem, Substance substance, Element ion, double size, double own)
    {
        private readonly double ownContent = substance.Composition.AmountOf(ion.Symbol);

        public VoltageStep Step(ParametricPiece<OpenState> piece, bool isLast)
        {
            var solution = piece.Value.Solution;
            var uptake = (piece.Value.Content * size) - ownContent;
            uptake = Math.Abs(uptake) < SameAmount * size ? 0 : uptake;
            var products = problem.PhasesOf(solution.Basis, solution.Amounts, size);
            var energy = 0.0;
            for (var row = 0; row < solution.Basis.Length; row++)
            {
                energy += solution.Amounts[row] * problem.Energies[solution.Basis[row]] * size;
            }

            var released = (energy - (piece.To * piece.Value.Content * size) - own + (piece.To * ownContent)) / substance.Composition.AtomCount;
            return new VoltageStep(Math.Max(0, -piece.To), isLast ? double.PositiveInfinity : -piece.From, uptake, products, OpenReaction.Of(substance, ion, uptake, products), Math.Min(0, released));
        }
    }
}
