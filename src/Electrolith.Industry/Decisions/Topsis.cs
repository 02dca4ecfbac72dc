using Electrolith.Quantities;

namespace Electrolith.Industry.Decisions;

/// <summary>How columns are made comparable.</summary>
public enum TopsisScaling
{
    /// <summary>Divided by the length of the column: the classical form. Adding an option can reverse the order of others.</summary>
    Vector,

    /// <summary>From 0 at the worst to 1 at the best option present. Adding an option can reverse the order of others.</summary>
    MinMax,

    /// <summary>From 0 to 1 between fixed reference values, cut outside. The order of two options never depends on a third.</summary>
    Absolute,
}

/// <summary>Ranks options by their distance from the best and from the worst (TOPSIS).</summary>
public static class Topsis
{
    /// <summary>Scores every option.</summary>
    /// <param name="matrix">Values, one row per option, row-major.</param>
    /// <param name="criteria">The columns.</param>
    /// <param name="scaling">How columns are made comparable; absolute scaling needs both reference values of every criterion.</param>
    /// <returns>Closeness per option, 0 (worst in everything) to 1 (best in everything); 0.5 when no criterion tells the options apart.</returns>
    [Equation("industry.topsis", @"c_i=\frac{d_i^-}{d_i^-+d_i^+}", Source = "opricovic2004", Locator = "TOPSIS")]
    public static double[] Score(ReadOnlySpan<double> matrix, ReadOnlySpan<Criterion> criteria, TopsisScaling scaling)
    {
        var columns = criteria.Length;
        if (columns == 0 || matrix.Length % columns != 0)
        {
            throw new ArgumentException($"{matrix.Length} values do not make rows of {columns} criteria", nameof(matrix));
        }

        var rows = matrix.Length / columns;
        var weights = new double[columns];
        CriterionWeights.Normalise(criteria, weights);
        var best = new double[rows];
        var worst = new double[rows];
        var column = new double[rows];
        for (var j = 0; j < columns; j++)
        {
            for (var i = 0; i < rows; i++)
            {
                column[i] = criteria[j].Scale(matrix[(i * columns) + j]);
            }

            var (ideal, antiIdeal) = ScaleColumn(column, criteria[j], scaling);
            for (var i = 0; i < rows; i++)
            {
                best[i] += Square(weights[j] * (column[i] - ideal));
                worst[i] += Square(weights[j] * (column[i] - antiIdeal));
            }
        }

        for (var i = 0; i < rows; i++)
        {
            var (toBest, toWorst) = (Math.Sqrt(best[i]), Math.Sqrt(worst[i]));
            column[i] = toBest + toWorst > 0 ? toWorst / (toBest + toWorst) : 0.5;
        }

        return column;
    }

    /// <summary>Scales a column in place.</summary>
    /// <param name="column">Values on the compared scale.</param>
    /// <param name="criterion">The criterion.</param>
    /// <param name="scaling">How.</param>
    /// <returns>The best and the worst scaled value.</returns>
    private static (double Ideal, double AntiIdeal) ScaleColumn(Span<double> column, Criterion criterion, TopsisScaling scaling)
    {
        var isBenefit = criterion.Kind == CriterionKind.Benefit;
        var (low, high, length) = Extent(column);
        if (scaling == TopsisScaling.Vector)
        {
            var divisor = length > 0 ? length : 1;
            foreach (ref var value in column)
            {
                value /= divisor;
            }

            return isBenefit ? (high / divisor, low / divisor) : (low / divisor, high / divisor);
        }

        if (scaling == TopsisScaling.Absolute)
        {
            (low, high) = Reference(criterion);
        }

        foreach (ref var value in column)
        {
            var share = high > low ? Math.Clamp((value - low) / (high - low), 0, 1) : 1;
            value = isBenefit || high <= low ? share : 1 - share;
        }

        // A column that tells nothing apart has the same distance from both ends.
        return high > low ? (1, 0) : (1, 1);
    }

    private static (double Low, double High, double Length) Extent(ReadOnlySpan<double> column)
    {
        var (low, high, squares) = (double.PositiveInfinity, double.NegativeInfinity, 0.0);
        foreach (var value in column)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
            squares += value * value;
        }

        return (low, high, Math.Sqrt(squares));
    }

    private static (double Low, double High) Reference(Criterion criterion)
    {
        if (criterion.ReferenceLow is not { } low || criterion.ReferenceHigh is not { } high)
        {
            throw new ArgumentException($"{criterion.Id} has no reference values for an absolute scale", nameof(criterion));
        }

        var (first, second) = (criterion.Scale(low), criterion.Scale(high));
        return first < second ? (first, second) : throw new ArgumentException($"the reference values of {criterion.Id} must rise: {low}, {high}", nameof(criterion));
    }

    private static double Square(double value) => value * value;
}
