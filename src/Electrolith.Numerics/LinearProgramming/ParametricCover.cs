namespace Electrolith.Numerics.LinearProgramming;

/// <summary>A stretch of the parameter on which one basis is optimal.</summary>
/// <typeparam name="T">What is kept of the solution.</typeparam>
/// <param name="From">Lower end.</param>
/// <param name="To">Upper end.</param>
/// <param name="Value">What is kept.</param>
public readonly record struct ParametricPiece<T>(double From, double To, T Value);

/// <summary>
/// All pieces of an optimum that is piecewise linear in one parameter. Each solution knows the exact stretch on which its basis stays
/// optimal; what is left on both sides is solved in turn, so no grid is needed and no piece is missed (after Eisner and Severance 1976).
/// </summary>
public static class ParametricCover
{
    /// <summary>Finds the pieces.</summary>
    /// <typeparam name="T">What is kept of a solution.</typeparam>
    /// <param name="low">Lower end of the parameter.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="resolution">Stretches shorter than this are left out.</param>
    /// <param name="solve">Solves at one value and says on which stretch around it the solution holds.</param>
    /// <param name="isSame">Whether two solutions belong to the same piece.</param>
    /// <returns>The pieces from low to high without gaps.</returns>
    public static List<ParametricPiece<T>> Find<T>(double low, double high, double resolution, Func<double, ParametricPiece<T>> solve, Func<T, T, bool> isSame)
    {
        ArgumentNullException.ThrowIfNull(solve);
        ArgumentNullException.ThrowIfNull(isSame);
        var found = new List<ParametricPiece<T>>();
        Cover(low, high, resolution, solve, found);
        var merged = new List<ParametricPiece<T>>();
        foreach (var piece in found)
        {
            if (merged.Count > 0 && isSame(merged[^1].Value, piece.Value))
            {
                merged[^1] = merged[^1] with { To = piece.To };
            }
            else
            {
                merged.Add(merged.Count > 0 ? piece with { From = merged[^1].To } : piece);
            }
        }

        return merged;
    }

    private static void Cover<T>(double low, double high, double resolution, Func<double, ParametricPiece<T>> solve, List<ParametricPiece<T>> found)
    {
        if (high - low <= resolution)
        {
            return;
        }

        var piece = Widest(low, high, resolution, solve);
        Cover(low, piece.From, resolution, solve, found);
        found.Add(piece);
        Cover(piece.To, high, resolution, solve, found);
    }

    // A point at which several bases meet gives a stretch of no length: look elsewhere between the same ends.
    private static ParametricPiece<T> Widest<T>(double low, double high, double resolution, Func<double, ParametricPiece<T>> solve)
    {
        var best = default(ParametricPiece<T>);
        foreach (var share in (ReadOnlySpan<double>)[0.5, 0.3819, 0.6547, 0.2113, 0.8273, 0.0913, 0.9421])
        {
            var at = low + (share * (high - low));
            var piece = solve(at);
            piece = piece with { From = Math.Clamp(piece.From, low, at), To = Math.Clamp(piece.To, at, high) };
            if (share == 0.5 || piece.To - piece.From > best.To - best.From)
            {
                best = piece;
            }

            if (best.To - best.From > resolution)
            {
                return best;
            }
        }

        return best with { From = best.From - (resolution / 2), To = best.To + (resolution / 2) };
    }
}
