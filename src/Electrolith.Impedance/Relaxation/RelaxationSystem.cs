using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Relaxation;

/// <summary>
/// The linear equations of a distribution: functions over ln τ, one row for each real and imaginary part.
/// </summary>
internal sealed class RelaxationSystem
{
    private readonly int derivative;
    private double[]? roughness;

    public RelaxationSystem(Spectrum spectrum, RelaxationOptions options, RelaxationBasis basis, bool withCapacitor, bool isRelative)
    {
        var order = Enumerable.Range(0, spectrum.Count).OrderByDescending(point => spectrum.Frequencies[point]).ToArray();
        (Points, Basis, derivative) = (spectrum.Count, basis, options.Derivative);
        Omega = [.. order.Select(point => 2 * Math.PI * spectrum.Frequencies[point])];
        Extra = 1 + (options.WithInductor ? 1 : 0) + (withCapacitor ? 1 : 0);
        (Size, HasCapacitor) = (Extra + basis.Count, withCapacitor);
        // Relative weights are scaled to a geometric mean of 1, so that the strength means the same with and without them.
        var middle = Math.Exp(spectrum.Impedances.Average(z => Math.Log(z.Magnitude)));
        Weights = [.. order.Select(point => isRelative ? middle / spectrum.Impedances[point].Magnitude : 1)];
        (Matrix, Right) = (new double[2 * Points * Size], new double[2 * Points]);
        Fill(spectrum, order, options.WithInductor, withCapacitor);
    }

    /// <summary>The functions of the distribution.</summary>
    public RelaxationBasis Basis { get; }

    /// <summary>Weight of each frequency.</summary>
    public double[] Weights { get; }

    /// <summary>Number of frequencies.</summary>
    public int Points { get; }

    /// <summary>Unknowns: resistance, inductance, inverse capacitance, then the basis.</summary>
    public int Size { get; }

    /// <summary>Unknowns before the basis.</summary>
    public int Extra { get; }

    /// <summary>An inverse capacitance is the last unknown before the basis.</summary>
    public bool HasCapacitor { get; }

    /// <summary>Angular frequencies, falling.</summary>
    public double[] Omega { get; }

    /// <summary>Rows: real parts, then imaginary parts.</summary>
    public double[] Matrix { get; }

    /// <summary>Right-hand side.</summary>
    public double[] Right { get; }

    /// <summary>Roughness as a quadratic form of all unknowns.</summary>
    public double[] Roughness => roughness ??= Embedded(Basis.Roughness(derivative));

    /// <summary>AᵀA and Aᵀb over some of the rows.</summary>
    public (double[] Normal, double[] Gradient) Normal(Func<int, bool> takes)
    {
        var (normal, gradient) = (new double[Size * Size], new double[Size]);
        for (var row = 0; row < 2 * Points; row++)
        {
            if (!takes(row))
            {
                continue;
            }

            var entries = Matrix.AsSpan(row * Size, Size);
            for (var i = 0; i < Size; i++)
            {
                gradient[i] += entries[i] * Right[row];
                var target = normal.AsSpan(i * Size, i + 1);
                for (var j = 0; j <= i; j++)
                {
                    target[j] += entries[i] * entries[j];
                }
            }
        }

        for (var i = 0; i < Size; i++)
        {
            for (var j = i + 1; j < Size; j++)
            {
                normal[(i * Size) + j] = normal[(j * Size) + i];
            }
        }

        return (normal, gradient);
    }

    /// <summary>Row of the residual A x − b.</summary>
    public double Residual(int row, ReadOnlySpan<double> solution)
    {
        var sum = -Right[row];
        for (var column = 0; column < Size; column++)
        {
            sum += Matrix[(row * Size) + column] * solution[column];
        }

        return sum;
    }

    private double[] Embedded(double[] form)
    {
        var all = new double[Size * Size];
        for (var row = 0; row < Basis.Count; row++)
        {
            form.AsSpan(row * Basis.Count, Basis.Count).CopyTo(all.AsSpan(((Extra + row) * Size) + Extra));
        }

        return all;
    }

    private void Fill(Spectrum spectrum, int[] order, bool withInductor, bool withCapacitor)
    {
        var times = Basis.Nodes.Select(Math.Exp).ToArray();
        for (var point = 0; point < Points; point++)
        {
            var (z, weight) = (spectrum.Impedances[order[point]], Weights[point]);
            (Right[point], Right[Points + point]) = (weight * z.Real, weight * z.Imaginary);
            var real = Matrix.AsSpan(point * Size, Size);
            var imaginary = Matrix.AsSpan((Points + point) * Size, Size);
            real[0] = weight;
            if (withInductor)
            {
                imaginary[1] = weight * Omega[point];
            }

            if (withCapacitor)
            {
                imaginary[Extra - 1] = -weight / Omega[point];
            }

            for (var function = 0; function < times.Length; function++)
            {
                var (a, b) = Basis.Response(Omega[point], times[function]);
                (real[Extra + function], imaginary[Extra + function]) = (weight * a, -weight * b);
            }
        }
    }
}
