using System.Collections.Immutable;
using Electrolith.Materials.Elements;
using Electrolith.Materials.Formulas;
using Electrolith.Numerics.LinearProgramming;
using Electrolith.Thermodynamics.Entries;

namespace Electrolith.Thermodynamics.Hulls;

/// <summary>The linear program of one hull: a row for each element that is not exchanged, a column for each phase, per atom of those elements.</summary>
/// <remarks>Immutable; the costs are energies relative to the elements, so that no digits are lost to large total energies.</remarks>
internal sealed class HullProblem
{
    private const double LeastAmount = 1e-9;

    private readonly int[] start;

    private HullProblem(ImmutableArray<Element> rows, ImmutableArray<PhaseEntry> phases, ColumnMatrix matrix, double[] energies, double[] openAmounts, double[] sizes)
    {
        (Rows, Phases, Matrix, Energies, OpenAmounts, Sizes) = (rows, phases, matrix, energies, openAmounts, sizes);
        PotentialSlopes = Array.ConvertAll(openAmounts, amount => -amount);
        start = [.. rows.Select(element => Lowest(element))];
    }

    /// <summary>Elements that are conserved.</summary>
    public ImmutableArray<Element> Rows { get; }

    /// <summary>Phases, one for each column.</summary>
    public ImmutableArray<PhaseEntry> Phases { get; }

    /// <summary>Fractions of the conserved elements.</summary>
    public ColumnMatrix Matrix { get; }

    /// <summary>Energy relative to the elements, minus the share of reservoirs at fixed potentials, eV for one conserved atom.</summary>
    public double[] Energies { get; }

    /// <summary>Atoms of the element whose potential varies, for one conserved atom.</summary>
    public double[] OpenAmounts { get; }

    /// <summary>Change of each energy with the potential of that element.</summary>
    public double[] PotentialSlopes { get; }

    /// <summary>Conserved atoms in one formula unit.</summary>
    public double[] Sizes { get; }

    /// <summary>Sets up the program.</summary>
    /// <param name="diagram">Phases and references.</param>
    /// <param name="conserved">Elements that are conserved.</param>
    /// <param name="varying">The element whose potential varies; null when there is none.</param>
    /// <param name="reservoirs">Elements at fixed potentials, eV relative to the element.</param>
    public static HullProblem Of(PhaseDiagram diagram, ElementSet conserved, Element? varying, IReadOnlyList<(Element Element, double Potential)> reservoirs)
    {
        var rows = conserved.Elements;
        var allowed = reservoirs.Aggregate(varying is null ? conserved : conserved.With(ElementSet.Of(varying)), (set, item) => set.With(ElementSet.Of(item.Element)));
        var phases = ImmutableArray.CreateBuilder<PhaseEntry>();
        var (values, energies, open, sizes) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        foreach (var phase in diagram.Entries)
        {
            if (!phase.Elements.IsPartOf(allowed) || phase.Elements.Without(conserved) == phase.Elements)
            {
                continue;
            }

            var size = 0.0;
            var energy = diagram.FormationEnergyPerAtom(phase) * phase.AtomCount;
            foreach (var element in rows)
            {
                size += phase.Composition.AmountOf(element.Symbol);
            }

            foreach (var (element, potential) in reservoirs)
            {
                energy -= potential * phase.Composition.AmountOf(element.Symbol);
            }

            foreach (var element in rows)
            {
                values.Add(phase.Composition.AmountOf(element.Symbol) / size);
            }

            phases.Add(phase);
            energies.Add(energy / size);
            open.Add(varying is null ? 0 : phase.Composition.AmountOf(varying.Symbol) / size);
            sizes.Add(size);
        }

        return new HullProblem(rows, phases.ToImmutable(), new ColumnMatrix(rows.Length, [.. values]), [.. energies], [.. open], [.. sizes]);
    }

    /// <summary>Fractions of the conserved elements in a composition.</summary>
    /// <param name="composition">Any composition that holds some of them.</param>
    /// <param name="size">Conserved atoms in one formula unit.</param>
    public double[] Fractions(Composition composition, out double size)
    {
        var amounts = new double[Rows.Length];
        size = 0;
        for (var row = 0; row < amounts.Length; row++)
        {
            amounts[row] = composition.AmountOf(Rows[row].Symbol);
            size += amounts[row];
        }

        for (var row = 0; row < amounts.Length; row++)
        {
            amounts[row] /= size;
        }

        return amounts;
    }

    /// <summary>Solves for a composition at one potential of the varying element.</summary>
    /// <param name="fractions">Fractions of the conserved elements.</param>
    /// <param name="potential">Potential of the varying element, eV relative to the element; 0 when there is none.</param>
    /// <param name="basis">A basis that is feasible for these fractions, to start from; the elements when empty.</param>
    public LinearProgramSolution Solve(ReadOnlySpan<double> fractions, double potential, ReadOnlySpan<int> basis = default)
    {
        if (potential == 0)
        {
            return RevisedSimplex.Minimise(Matrix, Energies, fractions, basis.IsEmpty ? start : basis);
        }

        var costs = new double[Energies.Length];
        for (var column = 0; column < costs.Length; column++)
        {
            costs[column] = Energies[column] - (potential * OpenAmounts[column]);
        }

        return RevisedSimplex.Minimise(Matrix, costs, fractions, basis.IsEmpty ? start : basis);
    }

    /// <summary>Solves for a composition with other energies.</summary>
    /// <param name="fractions">Fractions of the conserved elements.</param>
    /// <param name="costs">Energy of each phase, eV for one conserved atom.</param>
    public LinearProgramSolution Solve(ReadOnlySpan<double> fractions, ReadOnlySpan<double> costs) => RevisedSimplex.Minimise(Matrix, costs, fractions, start);

    /// <summary>The phases of a basis in alphabetical order, elements last.</summary>
    /// <param name="basis">Columns.</param>
    /// <param name="amounts">Conserved atoms in each, for one conserved atom in all.</param>
    /// <param name="size">Conserved atoms in one formula unit of what was asked for.</param>
    public ImmutableArray<PhaseAmount> PhasesOf(ReadOnlySpan<int> basis, ReadOnlySpan<double> amounts, double size)
    {
        var phases = new List<PhaseAmount>(basis.Length);
        for (var row = 0; row < basis.Length; row++)
        {
            if (amounts[row] > LeastAmount)
            {
                phases.Add(new PhaseAmount(Phases[basis[row]], amounts[row] * size / Sizes[basis[row]]));
            }
        }

        phases.Sort((a, b) => a.Phase.IsElement != b.Phase.IsElement ? a.Phase.IsElement.CompareTo(b.Phase.IsElement) : string.CompareOrdinal(a.Phase.Formula, b.Phase.Formula));
        return [.. phases];
    }

    /// <summary>A solution in words of chemistry.</summary>
    /// <param name="solution">An optimum.</param>
    /// <param name="size">Conserved atoms in one formula unit.</param>
    public Equilibrium Describe(LinearProgramSolution solution, double size) => new(
        solution.Objective, solution.Objective * size, PhasesOf(solution.Basis, solution.Amounts, size),
        [.. Rows.Select((element, row) => (element, solution.Duals[row]))],
        new Certificate(solution.Objective * size, solution.DualObjective * size, -solution.DualViolation, solution.Residual));

    private int Lowest(Element element)
    {
        for (var column = 0; column < Phases.Length; column++)
        {
            if (Phases[column].IsElement && Phases[column].Composition.Parts[0].Element.Number == element.Number)
            {
                return column;
            }
        }

        throw new InvalidOperationException($"no entry for the element {element.Symbol}");
    }
}
