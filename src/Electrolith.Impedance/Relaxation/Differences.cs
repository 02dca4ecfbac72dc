namespace Electrolith.Impedance.Relaxation;

/// <summary>Differences of neighbouring coefficients.</summary>
internal static class Differences
{
    private static readonly double[][] Stencils = [[], [-1, 1], [1, -2, 1]];

    /// <summary>Factors of a difference.</summary>
    /// <param name="order">1 or 2.</param>
    public static ReadOnlySpan<double> Stencil(int order) => Stencils[order];

    /// <summary>Adds factor · Σ wᵣ (difference r)² to a quadratic form.</summary>
    /// <param name="form">Row after row.</param>
    /// <param name="size">Rows.</param>
    /// <param name="order">1 or 2.</param>
    /// <param name="factor">Factor.</param>
    /// <param name="weights">wᵣ; null for ones.</param>
    public static void AddSquares(Span<double> form, int size, int order, double factor, double[]? weights)
    {
        var stencil = Stencils[order];
        for (var row = 0; row + order < size; row++)
        {
            var strength = factor * (weights?[row] ?? 1);
            for (var i = 0; i < stencil.Length; i++)
            {
                for (var j = 0; j < stencil.Length; j++)
                {
                    form[((row + i) * size) + row + j] += strength * stencil[i] * stencil[j];
                }
            }
        }
    }
}
