using System.Numerics;

namespace Electrolith.Impedance.Files;

/// <summary>What the two numbers of a point are.</summary>
internal enum ImpedanceForm
{
    /// <summary>Z' and Z''.</summary>
    Cartesian,

    /// <summary>|Z| and phase.</summary>
    Polar,

    /// <summary>Resistance and reactance side by side, as dielectric analysers give them: 1/Z = 1/Zp' + 1/(j Zp'').</summary>
    Parallel,
}

/// <summary>Which columns of a table make one spectrum; -1 where there is none.</summary>
internal sealed record ColumnMap(int Frequency, int First, int Second, ImpedanceForm Form)
{
    public int Time { get; init; } = -1;

    public int Temperature { get; init; } = -1;

    public int Group { get; init; } = -1;

    /// <summary>A column with |Z| beside real and imaginary part, by which they are checked.</summary>
    public int Modulus { get; init; } = -1;

    /// <summary>Last column without which there is no point.</summary>
    public int LastNeeded => Math.Max(Frequency, Math.Max(First, Second));

    /// <summary>The impedance of a point; not finite when its numbers cannot be one.</summary>
    /// <param name="first">Number of the first column in SI.</param>
    /// <param name="second">Number of the second column in SI, phase in radian.</param>
    public Complex Impedance(double first, double second) => Form switch
    {
        ImpedanceForm.Polar => new Complex(first * Math.Cos(second), first * Math.Sin(second)),
        ImpedanceForm.Parallel when first == 0 || second == 0 => new Complex(double.NaN, double.NaN),
        ImpedanceForm.Parallel => Complex.Reciprocal(new Complex(1 / first, -1 / second)),
        _ => new Complex(first, second),
    };

    /// <summary>The spectra of a table: one for each frequency column that has an impedance.</summary>
    public static List<ColumnMap> Find(Column[] columns)
    {
        var maps = new List<ColumnMap>();
        var starts = Enumerable.Range(0, columns.Length).Where(at => columns[at].Role == ColumnRole.Frequency).ToList();
        for (var block = 0; block < starts.Count; block++)
        {
            var (from, to) = (starts.Count == 1 ? 0 : starts[block], block + 1 < starts.Count ? starts[block + 1] : columns.Length);
            if (Make(columns, starts[block], from, to) is { } map)
            {
                maps.Add(map);
            }
        }

        return maps;
    }

    private static ColumnMap? Make(Column[] columns, int frequency, int from, int to)
    {
        int At(ColumnRole role)
        {
            for (var at = from; at < to; at++)
            {
                if (columns[at].Role == role)
                {
                    return at;
                }
            }

            return -1;
        }

        var (real, imaginary, modulus, phase) = (At(ColumnRole.Real), At(ColumnRole.Imaginary), At(ColumnRole.Modulus), At(ColumnRole.Phase));
        var map = real >= 0 && imaginary >= 0 ? new ColumnMap(frequency, real, imaginary, ImpedanceForm.Cartesian) { Modulus = modulus }
            : modulus >= 0 && phase >= 0 ? new ColumnMap(frequency, modulus, phase, ImpedanceForm.Polar)
            : At(ColumnRole.ParallelResistance) is >= 0 and var resistance && At(ColumnRole.ParallelReactance) is >= 0 and var reactance ? new ColumnMap(frequency, resistance, reactance, ImpedanceForm.Parallel)
            : null;
        return map is null ? null : map with { Time = At(ColumnRole.Time), Temperature = At(ColumnRole.Temperature), Group = At(ColumnRole.Group) };
    }
}
