using System.Collections.Immutable;
using Electrolith.Materials.Elements;
using Electrolith.Materials.Formulas;
using Electrolith.Numerics.LinearProgramming;
using Electrolith.Quantities;

namespace Electrolith.Thermodynamics.Questions;

/// <summary>The linear program of a substance next to a gas: solids and released gases as columns, the gas as a column that is used up.</summary>
internal sealed class GasProgram
{
    private readonly ImmutableArray<Element> rows;
    private readonly ImmutableArray<MoistAirSpecies> species;
    private readonly ColumnMatrix matrix;
    private readonly double[] costs;
    private readonly double[] slopes;

    public GasProgram(ImmutableArray<Element> rows, ImmutableArray<MoistAirSpecies> species, MoistAirSpecies taken, double releasedPressure)
    {
        (this.rows, this.species) = (rows, species);
        var values = new double[rows.Length * (species.Length + 1)];
        (costs, slopes) = (new double[species.Length + 1], new double[species.Length + 1]);
        var thermal = PhysicalConstants.MolarGas * MoistAirSpecies.Temperature;
        for (var column = 0; column < species.Length; column++)
        {
            Fill(values, column, species[column].Composition, 1);
            costs[column] = (species[column].Gibbs + (species[column].IsGas ? thermal * Math.Log(releasedPressure) : 0)) / species[column].Composition.AtomCount;
        }

        Fill(values, species.Length, taken.Composition, -1);
        costs[^1] = -taken.Gibbs / taken.Composition.AtomCount;
        slopes[^1] = -1 / taken.Composition.AtomCount;
        matrix = new ColumnMatrix(rows.Length, values);
    }

    /// <summary>Right-hand side: one atom of the substance.</summary>
    public double[] Amounts(Composition composition) => [.. rows.Select(element => composition.AmountOf(element.Symbol) / composition.AtomCount)];

    /// <summary>Solves at an excess of the gas over 1 bar, J/mol.</summary>
    public ParametricPiece<GasState> Solve(double[] right, double excess)
    {
        var shifted = new double[costs.Length];
        for (var column = 0; column < shifted.Length; column++)
        {
            shifted[column] = costs[column] + (excess * slopes[column]);
        }

        var solution = RevisedSimplex.Minimise(matrix, shifted, right);
        if (solution.Status != LinearProgramStatus.Optimal)
        {
            throw new InvalidOperationException($"no products are known: the program is {solution.Status}");
        }

        var (from, to) = CostRange.Of(solution, matrix, costs, slopes);
        var taken = 0.0;
        for (var row = 0; row < rows.Length; row++)
        {
            taken += solution.Basis[row] == species.Length ? solution.Amounts[row] : 0;
        }

        return new ParametricPiece<GasState>(from, to, new GasState(solution, taken));
    }

    /// <summary>Products in formula units for so many atoms of the substance, alphabetical.</summary>
    public ImmutableArray<(MoistAirSpecies Species, double Amount)> Products(GasState state, double atoms)
    {
        var found = new List<(MoistAirSpecies Species, double Amount)>();
        for (var row = 0; row < rows.Length; row++)
        {
            var column = state.Solution.Basis[row];
            if (column < species.Length && state.Solution.Amounts[row] > 1e-9)
            {
                found.Add((species[column], state.Solution.Amounts[row] * atoms / species[column].Composition.AtomCount));
            }
        }

        return [.. found.OrderBy(item => item.Species.IsGas).ThenBy(item => item.Species.Formula, StringComparer.Ordinal)];
    }

    private void Fill(double[] values, int column, Composition composition, int sign)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            values[(column * rows.Length) + row] = sign * composition.AmountOf(rows[row].Symbol) / composition.AtomCount;
        }
    }
}

/// <summary>A solution next to a gas.</summary>
/// <param name="Solution">Optimal basis.</param>
/// <param name="Taken">Atoms of the gas taken up for one atom of the substance.</param>
internal sealed record GasState(LinearProgramSolution Solution, double Taken);
