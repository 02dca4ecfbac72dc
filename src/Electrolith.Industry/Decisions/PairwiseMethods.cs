using Electrolith.Quantities;

namespace Electrolith.Industry.Decisions;

/// <summary>Other published ways to rank, to show how far a ranking depends on the method.</summary>
public static class PairwiseMethods
{
    /// <summary>Net outranking flow with the usual (step) preference.</summary>
    /// <param name="matrix">Values, one row per option, row-major.</param>
    /// <param name="criteria">The columns; their scale does not matter.</param>
    /// <returns>Flow per option, −1 to 1, adding up to 0.</returns>
    [Equation("industry.promethee", @"\phi_i=\frac{1}{n-1}\sum_k[\pi(i,k)-\pi(k,i)]", Source = "brans1985", Locator = "PROMETHEE II, usual criterion")]
    public static double[] NetFlow(ReadOnlySpan<double> matrix, ReadOnlySpan<Criterion> criteria)
    {
        var columns = criteria.Length;
        if (columns == 0 || matrix.Length % columns != 0 || matrix.Length / columns < 2)
        {
            throw new ArgumentException($"{matrix.Length} values do not make at least two rows of {columns} criteria", nameof(matrix));
        }

        var rows = matrix.Length / columns;
        var weights = new double[columns];
        CriterionWeights.Normalise(criteria, weights);
        var flows = new double[rows];
        for (var i = 0; i < rows; i++)
        {
            for (var k = 0; k < rows; k++)
            {
                for (var j = 0; j < columns; j++)
                {
                    var gain = matrix[(i * columns) + j].CompareTo(matrix[(k * columns) + j]);
                    flows[i] += weights[j] * (criteria[j].Kind == CriterionKind.Benefit ? gain : -gain) / (rows - 1);
                }
            }
        }

        return flows;
    }

    /// <summary>Weights from pairwise comparisons (principal eigenvector), with the consistency of the comparisons.</summary>
    /// <param name="comparisons">Square matrix, row-major, positive; entry (i, j) says how much more important i is than j.</param>
    /// <param name="count">Number of criteria, 1 to 8 (a random index is tabulated up to 8).</param>
    [Equation("industry.hierarchy-weights", @"Aw=\lambda_{max}w,\ CI=\frac{\lambda_{max}-n}{n-1},\ CR=CI/RI", Source = "saaty1980", Locator = "eigenvector and consistency ratio")]
    public static HierarchyWeights Hierarchy(ReadOnlySpan<double> comparisons, int count)
    {
        if (count is < 1 or > 8 || comparisons.Length != count * count)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, "1 to 8 criteria and a square matrix are needed");
        }

        var weights = new double[count];
        Array.Fill(weights, 1.0 / count);
        var next = new double[count];
        var eigenvalue = 0.0;
        for (var turn = 0; turn < 1000; turn++)
        {
            var sum = 0.0;
            for (var i = 0; i < count; i++)
            {
                next[i] = 0;
                for (var j = 0; j < count; j++)
                {
                    next[i] += comparisons[(i * count) + j] * weights[j];
                }

                sum += next[i];
            }

            eigenvalue = sum;
            for (var i = 0; i < count; i++)
            {
                weights[i] = next[i] / sum;
            }
        }

        ReadOnlySpan<double> random = [0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41];
        var index = count > 1 ? (eigenvalue - count) / (count - 1) : 0;
        return new HierarchyWeights([.. weights], eigenvalue, index, random[count - 1] > 0 ? index / random[count - 1] : 0);
    }
}

/// <summary>Weights from pairwise comparisons.</summary>
/// <param name="Weights">Weights, adding up to 1.</param>
/// <param name="Eigenvalue">Largest eigenvalue.</param>
/// <param name="ConsistencyIndex">0 for consistent comparisons.</param>
/// <param name="ConsistencyRatio">Above 0.1 the comparisons contradict each other too much.</param>
public sealed record HierarchyWeights(System.Collections.Immutable.ImmutableArray<double> Weights, double Eigenvalue, double ConsistencyIndex, double ConsistencyRatio)
{
    /// <summary>True when the comparisons are consistent enough to be used.</summary>
    public bool IsConsistent => ConsistencyRatio <= 0.1;
}
