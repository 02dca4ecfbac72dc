using System.Numerics;
using Electrolith.Impedance.Circuits;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Fitting;

/// <summary>Weighted residuals of a circuit and their derivatives on the axes of the search.</summary>
internal sealed class Residuals
{
    // A part that is almost zero has no relative error of its own.
    private const double LeastShare = 1e-6;

    private readonly Circuit circuit;
    private readonly Spectrum spectrum;
    private readonly ParameterSpace space;
    private readonly FitQuantity quantity;
    private readonly Complex[] targets;
    private readonly (double Real, double Imaginary)[] weights;
    private readonly Complex[] derivatives;
    private readonly double[] values;
    private readonly double[,]? slopes;

    public Residuals(Circuit circuit, Spectrum spectrum, ParameterSpace space, FitOptions options)
    {
        (this.circuit, this.spectrum, this.space, quantity) = (circuit, spectrum, space, options.Quantity);
        (derivatives, values) = (new Complex[circuit.Parameters.Length], new double[circuit.Parameters.Length]);
        targets = [.. spectrum.Impedances.Select(z => quantity == FitQuantity.Admittance ? 1 / z : z)];
        weights = [.. targets.Select((target, point) => WeightOf(target, spectrum.Impedances[point], options, point))];
        slopes = space.HasRelations ? new double[circuit.Parameters.Length, space.Size] : null;
    }

    /// <summary>Computes them.</summary>
    public void Evaluate(ReadOnlySpan<double> place, Span<double> residuals, Span<double> jacobian)
    {
        space.Fill(place, values);
        if (slopes is not null)
        {
            space.Slopes(place, values, slopes);
        }

        for (var point = 0; point < spectrum.Count; point++)
        {
            var z = circuit.Impedance(spectrum.Frequencies[point], values, derivatives);
            var (real, imaginary) = weights[point];
            var row = 2 * point * space.Size;
            switch (quantity)
            {
                case FitQuantity.Modulus:
                    residuals[2 * point] = real * (z.Magnitude - targets[point].Magnitude);
                    residuals[(2 * point) + 1] = 0;
                    break;
                default:
                    var difference = (quantity == FitQuantity.Admittance ? 1 / z : z) - targets[point];
                    (residuals[2 * point], residuals[(2 * point) + 1]) = (real * difference.Real, imaginary * difference.Imaginary);
                    break;
            }

            var factor = quantity switch { FitQuantity.Admittance => -1 / (z * z), FitQuantity.Modulus => Complex.Conjugate(z) / z.Magnitude, _ => Complex.One };
            for (var axis = 0; axis < space.Size; axis++)
            {
                var slope = (slopes is null ? derivatives[space.Free[axis]] * space.Slope(axis, values) : Along(axis)) * factor;
                jacobian[row + axis] = real * slope.Real;
                jacobian[row + space.Size + axis] = quantity == FitQuantity.Modulus ? 0 : imaginary * slope.Imaginary;
            }
        }
    }

    private Complex Along(int axis)
    {
        var sum = Complex.Zero;
        for (var index = 0; index < derivatives.Length; index++)
        {
            sum += derivatives[index] * slopes![index, axis];
        }

        return sum;
    }

    private static (double Real, double Imaginary) WeightOf(Complex target, Complex impedance, FitOptions options, int point)
    {
        switch (options.Weight)
        {
            case FitWeight.Unit:
                return (1, 1);
            case FitWeight.Modulus or FitWeight.Boukamp:
                return (1 / target.Magnitude, 1 / target.Magnitude);
            case FitWeight.Proportional:
                return (1 / Math.Max(Math.Abs(target.Real), LeastShare * target.Magnitude), 1 / Math.Max(Math.Abs(target.Imaginary), LeastShare * target.Magnitude));
            default:
                // A small error dZ is dY = −dZ/Z² of the admittance: both parts mix by the phase, and their mean square is kept.
                var (real, imaginary) = options.StandardDeviations[point];
                var mixed = options.Quantity == FitQuantity.Impedance ? 1 : Math.Sqrt(((real * real) + (imaginary * imaginary)) / 2) / (options.Quantity == FitQuantity.Admittance ? impedance.Magnitude * impedance.Magnitude : 1);
                return options.Quantity == FitQuantity.Impedance ? (1 / real, 1 / imaginary) : (1 / mixed, 1 / mixed);
        }
    }
}
