namespace Electrolith.Quantities.Diagnostics;

/// <summary>Finds the known names that a misspelt one probably means.</summary>
public static class NearestNames
{
    /// <summary>The nearest names, best first; none when nothing is near.</summary>
    /// <param name="wanted">What was written.</param>
    /// <param name="known">Names that exist.</param>
    /// <param name="count">At most so many.</param>
    public static IReadOnlyList<string> Find(string wanted, IEnumerable<string> known, int count = 3)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(known);
        if (wanted.Length is 0 or > 80)
        {
            return [];
        }

        var low = wanted.ToLowerInvariant();
        return
        [
            .. known.Distinct(StringComparer.Ordinal).Select(name => (Name: name, Distance: Distance(low, name.ToLowerInvariant())))
                .Where(item => item.Distance <= Limit(wanted.Length))
                .OrderBy(item => item.Distance).ThenBy(item => item.Name, StringComparer.Ordinal)
                .Take(count).Select(item => item.Name),
        ];
    }

    private static double Limit(int length) => Math.Max(2, length / 3.0);

    /// <summary>Edits to come from one to the other (insert, remove, replace, swap neighbours); a shared beginning counts for less.</summary>
    private static double Distance(string wanted, string name)
    {
        if (name.StartsWith(wanted, StringComparison.Ordinal) || (wanted.StartsWith(name, StringComparison.Ordinal) && name.Length > 2))
        {
            return wanted == name ? 0 : 0.5;
        }

        var beforeLast = new int[name.Length + 1];
        var last = new int[name.Length + 1];
        var current = new int[name.Length + 1];
        for (var column = 0; column <= name.Length; column++)
        {
            last[column] = column;
        }

        for (var row = 1; row <= wanted.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= name.Length; column++)
            {
                var cost = wanted[row - 1] == name[column - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(last[column] + 1, current[column - 1] + 1), last[column - 1] + cost);
                if (row > 1 && column > 1 && wanted[row - 1] == name[column - 2] && wanted[row - 2] == name[column - 1])
                {
                    best = Math.Min(best, beforeLast[column - 2] + 1);
                }

                current[column] = best;
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[name.Length];
    }
}
