using System.Numerics;
using Electrolith.Impedance.Circuits;

namespace Electrolith.Impedance.Fitting;

/// <summary>Weighted residuals of a circuit over a series, with derivatives by the axes of the joint fit.</summary>
internal sealed class JointResiduals(Circuit circuit, IReadOnlyList<SeriesSpectrum> series, JointSpace space, FitOptions options)
{
    private readonly Complex[] derivatives = new Complex[circuit.Parameters.Length];
    private readonly double[] values = new double[circuit.Parameters.Length];
    private readonly double[] slopes = new double[circuit.Parameters.Length * space.Size];

    /// <summary>Computes them.</summary>
    public void Evaluate(ReadOnlySpan<double> place, Span<double> residuals, Span<double> jacobian)
    {
        jacobian.Clear();
        var row = 0;
        for (var number = 0; number < series.Count; number++)
        {
            space.Fill(place, number, values, slopes);
            var spectrum = series[number].Spectrum;
            for (var point = 0; point < spectrum.Count; point++, row += 2)
            {
                var measured = spectrum.Impedances[point];
                var difference = circuit.Impedance(spectrum.Frequencies[point], values, derivatives) - measured;
                var (real, imaginary) = Weight(measured);
                (residuals[row], residuals[row + 1]) = (real * difference.Real, imaginary * difference.Imaginary);
                for (var index = 0; index < values.Length; index++)
                {
                    for (var axis = 0; axis < space.Size; axis++)
                    {
                        if (slopes[(index * space.Size) + axis] is not 0 and var slope)
                        {
                            jacobian[(row * space.Size) + axis] += real * derivatives[index].Real * slope;
                            jacobian[((row + 1) * space.Size) + axis] += imaginary * derivatives[index].Imaginary * slope;
                        }
                    }
                }
            }
        }
    }

    private (double Real, double Imaginary) Weight(Complex z) => options.Weight switch
    {
        FitWeight.Unit => (1, 1),
        FitWeight.Proportional => (1 / Math.Max(Math.Abs(z.Real), 1e-6 * z.Magnitude), 1 / Math.Max(Math.Abs(z.Imaginary), 1e-6 * z.Magnitude)),
        _ => (1 / z.Magnitude, 1 / z.Magnitude),
    };
}
