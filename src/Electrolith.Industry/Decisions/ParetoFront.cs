using System.Collections.Immutable;

namespace Electrolith.Industry.Decisions;

/// <summary>Options that no other option beats in everything.</summary>
public static class ParetoFront
{
    /// <summary>Sorts options into fronts: front 0 is beaten by nothing, front 1 only by front 0, and so on.</summary>
    /// <param name="matrix">Values, one row per option, row-major, finite.</param>
    /// <param name="kinds">Whether more or less is better, per column.</param>
    /// <returns>Front of each option, from 0.</returns>
    public static ImmutableArray<int> Sort(ReadOnlySpan<double> matrix, ReadOnlySpan<CriterionKind> kinds)
    {
        if (kinds.Length == 0 || matrix.Length % kinds.Length != 0)
        {
            throw new ArgumentException($"{matrix.Length} values do not make rows of {kinds.Length} criteria", nameof(matrix));
        }

        var rows = matrix.Length / kinds.Length;
        var fronts = new int[rows];
        Array.Fill(fronts, -1);
        for (var (front, placed) = (0, 0); placed < rows; front++)
        {
            for (var i = 0; i < rows; i++)
            {
                if (fronts[i] < 0 && !IsBeaten(matrix, kinds, fronts, front, i))
                {
                    fronts[i] = front;
                    placed++;
                }
            }
        }

        return [.. fronts];
    }

    /// <summary>True when the first option is nowhere worse and somewhere better.</summary>
    /// <param name="first">Values of the first option.</param>
    /// <param name="second">Values of the second option.</param>
    /// <param name="kinds">Whether more or less is better.</param>
    public static bool Dominates(ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<CriterionKind> kinds)
    {
        var isBetter = false;
        for (var j = 0; j < kinds.Length; j++)
        {
            var gain = kinds[j] == CriterionKind.Benefit ? first[j] - second[j] : second[j] - first[j];
            if (!(gain >= 0))
            {
                return false;
            }

            isBetter |= gain > 0;
        }

        return isBetter;
    }

    // Options placed in this very front do not count as placed before: they cannot beat each other.
    private static bool IsBeaten(ReadOnlySpan<double> matrix, ReadOnlySpan<CriterionKind> kinds, int[] fronts, int front, int option)
    {
        var columns = kinds.Length;
        for (var other = 0; other < fronts.Length; other++)
        {
            var isOpen = fronts[other] < 0 || fronts[other] == front;
            if (isOpen && other != option && Dominates(matrix.Slice(other * columns, columns), matrix.Slice(option * columns, columns), kinds))
            {
                return true;
            }
        }

        return false;
    }
}
