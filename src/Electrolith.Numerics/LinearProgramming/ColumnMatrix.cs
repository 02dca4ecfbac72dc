namespace Electrolith.Numerics.LinearProgramming;

/// <summary>A dense matrix with few rows and many columns, stored column after column.</summary>
public sealed class ColumnMatrix
{
    private readonly double[] values;

    /// <summary>Wraps the values.</summary>
    /// <param name="rows">Number of rows, at least 1.</param>
    /// <param name="values">Column after column; the array is kept, not copied.</param>
    /// <exception cref="ArgumentOutOfRangeException">No rows.</exception>
    /// <exception cref="ArgumentException">The values do not fill whole columns.</exception>
    public ColumnMatrix(int rows, double[] values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length % rows != 0)
        {
            throw new ArgumentException($"{values.Length} values do not fill columns of {rows}", nameof(values));
        }

        (Rows, this.values) = (rows, values);
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Count => values.Length / Rows;

    /// <summary>All values, column after column, for loops over the whole matrix.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>One column.</summary>
    /// <param name="index">Its index.</param>
    public ReadOnlySpan<double> this[int index] => values.AsSpan(index * Rows, Rows);
}
