namespace Electrolith.Impedance.Files;

/// <summary>
/// Finds real and imaginary part among columns without names by what they must satisfy when |Z| is there too:
/// |Z|² = Z'² + Z''². A column with the phase settles which is which, and the sign.
/// </summary>
internal static class RedundantColumns
{
    /// <summary>Numbers of six digits agree to this.</summary>
    private const double Agreement = 1e-4;
    private const int MostColumns = 24;

    /// <summary>The two columns; null when no three columns of the table fit on every row.</summary>
    /// <param name="rows">Numbers, the same count on each row.</param>
    /// <param name="frequency">Column that is taken already.</param>
    public static (int Real, int Imaginary, int Sign)? Find(List<double[]> rows, int frequency)
    {
        var count = Math.Min(rows[0].Length, MostColumns);
        for (var modulus = 0; modulus < count; modulus++)
        {
            for (var first = 0; first < count; first++)
            {
                for (var second = first + 1; second < count; second++)
                {
                    if (modulus != first && modulus != second && modulus != frequency && first != frequency && second != frequency && Fits(rows, modulus, first, second))
                    {
                        return WithPhase(rows, modulus, first, second, frequency);
                    }
                }
            }
        }

        return null;
    }

    private static bool Fits(List<double[]> rows, int modulus, int first, int second)
    {
        var (firstSum, secondSum, modulusSum) = (0.0, 0.0, 0.0);
        foreach (var row in rows)
        {
            if (!(row[modulus] > 0) || Math.Abs(Math.Sqrt(row[first] * row[first] + row[second] * row[second]) / row[modulus] - 1) > Agreement)
            {
                return false;
            }

            (firstSum, secondSum, modulusSum) = (firstSum + Math.Abs(row[first]), secondSum + Math.Abs(row[second]), modulusSum + row[modulus]);
        }

        // A column of noughts beside a copy of |Z| says nothing.
        return rows.Count >= 3 && Math.Min(firstSum, secondSum) > 1e-3 * modulusSum;
    }

    private static (int Real, int Imaginary, int Sign) WithPhase(List<double[]> rows, int modulus, int first, int second, int frequency)
    {
        for (var phase = 0; phase < Math.Min(rows[0].Length, MostColumns); phase++)
        {
            if (phase == modulus || phase == first || phase == second || phase == frequency)
            {
                continue;
            }

            foreach (var unit in new[] { Math.PI / 180, 1.0 })
            {
                foreach (var (real, imaginary) in new[] { (first, second), (second, first) })
                {
                    foreach (var sign in new[] { 1, -1 })
                    {
                        if (rows.TrueForAll(row => Math.Abs(row[modulus] * Math.Cos(unit * row[phase]) - row[real]) + Math.Abs(row[modulus] * Math.Sin(unit * row[phase]) - sign * row[imaginary]) < 10 * Agreement * row[modulus]))
                        {
                            return (real, imaginary, sign);
                        }
                    }
                }
            }
        }

        return (first, second, 0);
    }
}
