using System.Collections.Immutable;
using Electrolith.Materials.Elements;
using Electrolith.Materials.Formulas;
using Electrolith.Numerics.LinearProgramming;
using Electrolith.Quantities;
using Electrolith.Thermodynamics.Entries;

namespace Electrolith.Thermodynamics.Hulls;

/// <summary>A reservoir that gives and takes a species at a fixed chemical potential.</summary>
/// <param name="Formula">As it is printed: <c>Li</c>, <c>O2</c>, <c>H2O</c>, <c>CO2</c>.</param>
/// <param name="Species">One formula unit.</param>
/// <param name="Potential">eV for one formula unit, relative to the elements; for lithium at a voltage it is minus the voltage.</param>
public sealed record Reservoir(string Formula, Composition Species, double Potential);

/// <summary>How much a reservoir gave.</summary>
/// <param name="Reservoir">The reservoir.</param>
/// <param name="Uptake">Formula units taken up for one formula unit of what was asked for; negative when given off.</param>
public readonly record struct ReservoirExchange(Reservoir Reservoir, double Uptake);

/// <summary>The ground state of a composition that is open to any set of reservoirs.</summary>
/// <param name="GrandPotential">Energy of the phases minus what the reservoirs gave, eV for one formula unit.</param>
/// <param name="Phases">Phases in alphabetical order, elements last; empty when everything went into the reservoirs.</param>
/// <param name="Exchanges">What each reservoir gave.</param>
/// <param name="Certificate">Proof of optimality; its largest violation is for one atom of a phase.</param>
public sealed record ReservoirEquilibrium(double GrandPotential, ImmutableArray<PhaseAmount> Phases, ImmutableArray<ReservoirExchange> Exchanges, Certificate Certificate)
{
    private const double LeastAmount = 1e-9;

    /// <summary>Finds the ground state.</summary>
    /// <param name="diagram">A diagram that knows all elements of the composition and of the reservoirs.</param>
    /// <param name="composition">The composition.</param>
    /// <param name="reservoirs">At least one; their species must be linearly independent.</param>
    /// <exception cref="ArgumentException">An element is unknown, or the reservoirs react with each other without end, so that no state is stable.</exception>
    [Equation("thermodynamics.reservoirs", @"\Phi=\min_{n\ge 0,\,r}\sum_i n_i E_i-\sum_s r_s\mu_s,\quad \sum_i n_i a_i=c+\sum_s r_s a_s", Source = "richards2016", Locator = "grand potential, several open species")]
    public static ReservoirEquilibrium At(PhaseDiagram diagram, Composition composition, IReadOnlyList<Reservoir> reservoirs)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        ArgumentNullException.ThrowIfNull(reservoirs);
        var system = reservoirs.Aggregate(diagram.Check(composition), (set, item) => set.With(diagram.Check(item.Species)));
        var rows = system.Elements;
        var phases = diagram.Entries.Where(entry => entry.Elements.IsPartOf(system)).ToImmutableArray();
        var columns = phases.Length + (2 * reservoirs.Count);
        var (values, costs) = (new double[rows.Length * columns], new double[columns]);
        for (var column = 0; column < phases.Length; column++)
        {
            Fill(values, rows, column, phases[column].Composition, 1);
            costs[column] = diagram.FormationEnergyPerAtom(phases[column]);
        }

        for (var index = 0; index < reservoirs.Count; index++)
        {
            // Two columns each, one for taking and one for giving: amounts in a linear program are not negative.
            foreach (var sign in (ReadOnlySpan<int>)[-1, 1])
            {
                var column = phases.Length + (2 * index) + (sign < 0 ? 0 : 1);
                Fill(values, rows, column, reservoirs[index].Species, sign);
                costs[column] = sign * reservoirs[index].Potential / reservoirs[index].Species.AtomCount;
            }
        }

        var right = rows.Select(element => composition.AmountOf(element.Symbol) / composition.AtomCount).ToArray();
        var solution = RevisedSimplex.Minimise(new ColumnMatrix(rows.Length, values), costs, right);
        return solution.Status == LinearProgramStatus.Optimal
            ? Describe(solution, phases, reservoirs, composition.AtomCount)
            : throw new ArgumentException($"the reservoirs {string.Join(", ", reservoirs.Select(item => $"{item.Formula} at {item.Potential:0.###} eV"))} would give phases without end: they react with each other, or one lies above a phase of its own composition; lower a potential", nameof(reservoirs));
    }

    private static ReservoirEquilibrium Describe(LinearProgramSolution solution, ImmutableArray<PhaseEntry> phases, IReadOnlyList<Reservoir> reservoirs, double atoms)
    {
        var found = new List<PhaseAmount>();
        var uptake = new double[reservoirs.Count];
        for (var row = 0; row < solution.Basis.Length; row++)
        {
            var (column, amount) = (solution.Basis[row], solution.Amounts[row] * atoms);
            if (column < phases.Length && amount > LeastAmount)
            {
                found.Add(new PhaseAmount(phases[column], amount / phases[column].AtomCount));
            }
            else if (column >= phases.Length && column < phases.Length + (2 * reservoirs.Count))
            {
                var index = (column - phases.Length) / 2;
                uptake[index] += ((column - phases.Length) % 2 == 0 ? 1 : -1) * amount / reservoirs[index].Species.AtomCount;
            }
        }

        found.Sort((a, b) => a.Phase.IsElement != b.Phase.IsElement ? a.Phase.IsElement.CompareTo(b.Phase.IsElement) : string.CompareOrdinal(a.Phase.Formula, b.Phase.Formula));
        return new ReservoirEquilibrium(
            solution.Objective * atoms, [.. found], [.. reservoirs.Select((item, index) => new ReservoirExchange(item, uptake[index]))],
            new Certificate(solution.Objective * atoms, solution.DualObjective * atoms, -solution.DualViolation, solution.Residual));
    }

    private static void Fill(double[] values, ImmutableArray<Element> rows, int column, Composition composition, int sign)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            values[(column * rows.Length) + row] = sign * composition.AmountOf(rows[row].Symbol) / composition.AtomCount;
        }
    }
}
