using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Relaxation;

/// <summary>
/// The linear equations of a distribution: Gaussian basis functions over ln τ, one row for each real and imaginary part, the roughness
/// of γ as a quadratic form.
/// </summary>
internal sealed class RelaxationSystem
{
    private const double FullWidth = 1.6651092223153954; // 2 √ln 2: full width of exp(−x²) at half height
    private const double WidthFactor = 0.5;
    private const double QuadratureStep = 0.5;
    private const int QuadratureHalf = 13;

    public RelaxationSystem(Spectrum spectrum, RelaxationOptions options)
    {
        var order = Enumerable.Range(0, spectrum.Count).OrderByDescending(point => spectrum.Frequencies[point]).ToArray();
        Points = spectrum.Count;
        Omega = [.. order.Select(point => 2 * Math.PI * spectrum.Frequencies[point])];
        LogTimes = [.. Omega.Select(omega => -Math.Log(options.TimesAtInverseFrequency ? omega / (2 * Math.PI) : omega))];
        Extra = 1 + (options.WithInductor ? 1 : 0) + (options.WithCapacitor ? 1 : 0);
        Size = Extra + Points;
        Shape = WidthFactor * FullWidth * (Points - 1) / (LogTimes[^1] - LogTimes[0]);
        (Matrix, Right) = (new double[2 * Points * Size], new double[2 * Points]);
        Fill(spectrum, order, options);
        Roughness = Penalty(options.Derivative);
    }

    /// <summary>Number of frequencies.</summary>
    public int Points { get; }

    /// <summary>Unknowns: resistance, inductance, inverse capacitance, then the basis.</summary>
    public int Size { get; }

    /// <summary>Unknowns before the basis.</summary>
    public int Extra { get; }

    /// <summary>Angular frequencies, falling.</summary>
    public double[] Omega { get; }

    /// <summary>Centres of the basis functions.</summary>
    public double[] LogTimes { get; }

    /// <summary>ε in exp(−(εx)²).</summary>
    public double Shape { get; }

    /// <summary>Rows: real parts, then imaginary parts.</summary>
    public double[] Matrix { get; }

    /// <summary>Right-hand side.</summary>
    public double[] Right { get; }

    /// <summary>Roughness as a quadratic form.</summary>
    public double[] Roughness { get; }

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

    private void Fill(Spectrum spectrum, int[] order, RelaxationOptions options)
    {
        // The integral of a Gaussian times a smooth function: the trapezoidal rule is exact to rounding at this step.
        var (weights, factors) = (new double[(2 * QuadratureHalf) + 1], new double[(2 * QuadratureHalf) + 1]);
        for (var node = 0; node < weights.Length; node++)
        {
            var u = (node - QuadratureHalf) * QuadratureStep;
            (weights[node], factors[node]) = (Math.Exp(-u * u) * QuadratureStep / Shape, Math.Exp(u / Shape));
        }

        // Relative weights are scaled to a geometric mean of 1, so that λ means the same with and without them.
        var middle = Math.Exp(spectrum.Impedances.Average(z => Math.Log(z.Magnitude)));
        for (var point = 0; point < Points; point++)
        {
            var z = spectrum.Impedances[order[point]];
            var weight = options.IsRelative ? middle / z.Magnitude : 1;
            (Right[point], Right[Points + point]) = (weight * z.Real, weight * z.Imaginary);
            var real = Matrix.AsSpan(point * Size, Size);
            var imaginary = Matrix.AsSpan((Points + point) * Size, Size);
            real[0] = weight;
            if (options.WithInductor)
            {
                imaginary[1] = weight * Omega[point];
            }

            if (options.WithCapacitor)
            {
                imaginary[Extra - 1] = -weight / Omega[point];
            }

            for (var k = 0; k < Points; k++)
            {
                var centre = Omega[point] * Math.Exp(LogTimes[k]);
                var (a, b) = (0.0, 0.0);
                for (var node = 0; node < weights.Length; node++)
                {
                    var product = centre * factors[node];
                    var share = weights[node] / (1 + (product * product));
                    a += share;
                    b += share * product;
                }

                (real[Extra + k], imaginary[Extra + k]) = (weight * a, -weight * b);
            }
        }
    }

    private double[] Penalty(int derivative)
    {
        var penalty = new double[Size * Size];
        for (var i = 0; i < Points; i++)
        {
            for (var j = 0; j < Points; j++)
            {
                var a = Shape * (LogTimes[i] - LogTimes[j]);
                var square = a * a;
                penalty[((Extra + i) * Size) + Extra + j] = Math.Sqrt(Math.PI / 2) * Math.Exp(-square / 2)
                    * (derivative == 1 ? Shape * (1 - square) : Shape * Shape * Shape * (3 - (6 * square) + (square * square)));
            }
        }

        return penalty;
    }
}
